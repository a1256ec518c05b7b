"""One address of every kind of page, for what is to hold of all of them; `{form}` is `nn` or `nb`.

Knows nothing of Django: the audit and the screenshots only look at what is served.
"""

TOKKE = "smasamfunnsprosjekt-og-bulyst-i-tokke"
# In asked_entry.json.
HOMES = "provebustader-ved-vatnet"

WIDE = {"width": 1280, "height": 900}
MIDDLE = {"width": 768, "height": 900}
NARROW = {"width": 360, "height": 740}
NARROWEST = {"width": 320, "height": 740}

PAGES = {
    "front": "/{form}/",
    "list": "/{form}/tiltak/",
    "list-filtered": "/{form}/tiltak/?aktivitet=brev&fylke=40",
    "list-with-notices": "/{form}/tiltak/?aktivitet=brev&fylke=40&aktivitet=tull&fra=abc",
    "list-searched": "/{form}/tiltak/?q=bustad+bolig",
    "list-empty": "/{form}/tiltak/?q=finstikkjeher",
    "list-second": "/{form}/tiltak/?side=2",
    "list-to-compare": f"/{{form}}/tiltak/?tiltak={TOKKE}",
    "facet-options": "/{form}/tiltak/alle/kommune/",
    "entry": f"/{{form}}/tiltak/{TOKKE}/",
    "booklet": "/{form}/utskrift/?fylke=40",
    "compare-none": "/{form}/side-om-side/",
    "compare": f"/{{form}}/side-om-side/?tiltak={HOMES}&tiltak={TOKKE}",
    "map": "/{form}/kart/",
    "map-filtered": "/{form}/kart/?fylke=40&aktivitet=tull",
    "statistics": "/{form}/statistikk/",
    "statistics-filtered": "/{form}/statistikk/?aktivitet=vertskapsordning",
    "places": "/{form}/kommune/",
    "municipality": "/{form}/kommune/4034-tokke/",
    "municipality-without-any": "/{form}/kommune/1507-alesund/",
    "split-municipality": "/{form}/kommune/1534-haram/",
    "county": "/{form}/fylke/55-troms/",
    "region": "/{form}/region/vest-telemark/",
    "terms": "/{form}/emne/",
    "term": "/{form}/aktivitet/vertskapsordning/",
    "about": "/{form}/om/",
    "open-data": "/{form}/apne-data/",
    "api": "/{form}/apne-data/api/",
    "privacy": "/{form}/personvern/",
    "accessibility": "/{form}/universell-utforming/",
    "answer-thanks": "/{form}/svar/takk/",
    "answer-unknown-link": "/{form}/svar/tull/",
    "not-found": "/{form}/finst-ikkje/",
}
