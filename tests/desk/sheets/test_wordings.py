"""Terms and partners by their wordings, with no more of them than a test says."""

import pytest

from initiatives.desk.sheets.dividing import (
    divided,
    divided_areas,
    divided_partners,
    without_introduction,
)
from initiatives.desk.sheets.partners import PartnerFinder, PartnerMatch, tidy_name
from initiatives.desk.sheets.reading import Item
from initiatives.desk.sheets.wordings import Match, Wordings, divisions, plain, without_stop
from initiatives.models import Reason

GROUPS = Wordings(
    [
        ("Ungdom", "ungdom"),
        ("Kvinner", "kvinner"),
        ("Barnefamiliar", "barnefamiliar"),
        ("Annonsering i media", "annonsering"),
        ("Samarbeid med næringsliv og frivillige", "samarbeid"),
        ("Flyttarar frå eit bestemt land", "fra-eit-bestemt-land"),
        ("Vertskapsordning", "vertskapsordning"),
        ("Ungdom", "doubled"),
        ("…", "blank"),
    ],
    {"ungdom": {"nn": "Ungdom", "nb": "Ungdommer"}, "kvinner": {"nn": "", "nb": "Kvinner"}},
)
AREAS = Wordings([("Tilflytting", "tilflytting"), ("Lokal utvikling", "utvikling")])


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("  «Ungdom».  ", "ungdom"),
        ("UNGDOM", "ungdom"),
        ("a – b — c − d", "a - b - c - d"),
        ("og / eller", "og/eller"),
        ("- Ungdom", "ungdom"),
        ("ein\u00a0to\n tre", "ein to tre"),
        ("…", ""),
        ("**Ungdom:**", "ungdom"),
    ],
)
def test_wording_as_it_is_compared(text, compared) -> None:
    assert plain(text) == compared


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Ungdom.", "Ungdom"),
        ("Ungdom,", "Ungdom"),
        ("Ungdom ;", "Ungdom"),
        ("Ungdom –", "Ungdom"),
        ("Ungdom-", "Ungdom-"),
        ("Ungdom m.fl.", "Ungdom m.fl."),
        ("Ungdom osv.", "Ungdom osv."),
        ("Ungdom. Kvinner.", "Ungdom. Kvinner."),
        ("Ungdom .", "Ungdom"),
        (" Ungdom ", "Ungdom"),
    ],
)
def test_item_without_the_sign_behind_it(text, item) -> None:
    assert without_stop(text) == item


@pytest.mark.parametrize(
    ("slug", "form", "label"),
    [
        ("ungdom", "nn", "Ungdom"),
        ("ungdom", "nb", "Ungdommer"),
        ("kvinner", "nn", "kvinner"),
        ("barnefamiliar", "nn", "barnefamiliar"),
    ],
)
def test_label_of_a_term_or_its_slug(slug, form, label) -> None:
    assert GROUPS.label(slug, form) == label


@pytest.mark.parametrize(
    ("text", "exact", "sure"),
    [
        ("ungdom.", "ungdom", "ungdom"),
        ("ungdommen", "", "ungdom"),
        ("barnefamiliene", "", "barnefamiliar"),
        ("Annonseringa i media", "", "annonsering"),
        ("media annonsering", "", ""),
        ("", "", ""),
        ("…", "", ""),
        ("og", "", ""),
        ("ungdom " * 21, "", ""),
    ],
)
def test_term_without_doubt(text, exact, sure) -> None:
    assert (GROUPS.exact(text), GROUPS.sure(text)) == (exact, sure)


@pytest.mark.parametrize(
    ("text", "slug", "reason"),
    [
        ("Ungdom", "ungdom", None),
        ("Ungdom (16–20 år)", "ungdom", None),
        ("Ungdom – mest 16–20 år", "ungdom", None),
        ("Ungdom: alle", "ungdom", None),
        ("Ungdom! Alle saman", "ungdom", None),
        ("Ungdom og alle andre", "ungdom", Reason.IN_SENTENCE),
        ("Samarbeid med næringsliv", "samarbeid", Reason.PART_OF_TERM),
        ("Samarbeid med næringsliv (alle)", "samarbeid", Reason.PART_OF_TERM),
        ("næringsliv og frivillige", None, None),
        ("Samarbeid", None, None),
        ("Vertskapsordming", "vertskapsordning", Reason.NEARLY_SPELT),
        ("Vertskapsordmimg", "vertskapsordning", Reason.NEARLY_SPELT),
        ("Vertskapsordmimj", None, None),
        ("Kvinnor", "kvinner", Reason.NEARLY_SPELT),
        ("Innflyttarar frå Polen", "fra-eit-bestemt-land", Reason.NEARLY_SPELT),
        ("Innflyttere fra Tyskland, Belgia og Polen", "fra-eit-bestemt-land", Reason.NEARLY_SPELT),
        ("Innvandrarar frå Polen/Latvia", "fra-eit-bestemt-land", Reason.NEARLY_SPELT),
        ("Innflyttarar frå Polen og Oslo", None, None),
        ("Folk frå Polen", None, None),
        ("Noko heilt anna", None, None),
        ("Ung", None, None),
    ],
)
def test_term_of_a_wording_with_its_doubt(text, slug, reason) -> None:
    assert GROUPS.find(text) == (Match(slug, reason) if slug else None)


def test_people_of_a_country_are_no_term_where_there_is_none_for_them() -> None:
    assert AREAS.find("Innflyttarar frå Polen") is None


def test_term_that_is_no_nearer_than_another_is_not_chosen() -> None:
    words = Wordings([("Bygdelagx", "a"), ("Bygdelagy", "b"), ("Bygdelagz", "a")])
    assert words.find("Bygdelagw") is None
    assert Wordings([("Bygdelagx", "a"), ("Bygdelagz", "a")]).find("Bygdelagw") == Match(
        "a", Reason.NEARLY_SPELT
    )


@pytest.mark.parametrize(("other", "slug"), [("Bygdeutviklinyxx", None), ("Bygdeutvikliyyxx", "a")])
def test_term_that_is_nearest_must_be_nearer_by_two_letters(other, slug) -> None:
    match = Wordings([("Bygdeutviklingen", "a"), (other, "b")]).find("Bygdeutviklingex")
    assert (match and match.slug) == slug


def test_part_that_several_terms_say_is_none_of_them() -> None:
    words = Wordings([("Brev til ungdom heime", "a"), ("Brev til ungdom ute", "b")])
    assert words.find("Brev til ungdom") is None


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("Vi vil nå kvinner, ungdom og andre", ["kvinner", "ungdom"]),
        ("Ungdom, kvinner og meir ungdom", ["ungdom", "kvinner"]),
        ("Vi prøvde annonsering i media for ungdommen", ["annonsering", "ungdom"]),
        ("Ingen av dei", []),
        ("", []),
    ],
)
def test_terms_that_a_sentence_names_stand_in_its_order(text, slugs) -> None:
    assert GROUPS.named_in(text) == slugs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ungdom", []),
        ("Ungdom Kvinner", [("Ungdom", "", "Kvinner")]),
        ("Ungdom kvinner", []),
        ("Ungdom og kvinner", [("Ungdom", "og", "kvinner")]),
        ("Ungdom, og kvinner", [("Ungdom", ",", "kvinner")]),
        ("Ungdom/Kvinner", [("Ungdom", "/", "Kvinner")]),
        ("Grende- og bygdelag", []),
        ("Ein, to, tre", [("Ein, to", ",", "tre"), ("Ein", ",", "to, tre")]),
        ("Ungdom og", []),
    ],
)
def test_ways_to_divide_a_line(text, expected) -> None:
    assert list(divisions(text)) == expected


# Several on one line


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ungdom", ["Ungdom"]),
        ("Ungdom.", ["Ungdom"]),
        ("Ungdom og kvinner", ["Ungdom", "kvinner"]),
        ("Ungdom Kvinner Barnefamiliar", ["Ungdom", "Kvinner", "Barnefamiliar"]),
        ("Ungdom og ungdom", ["Ungdom", "ungdom"]),
        ("Ungdom•Noko anna", ["Ungdom", "Noko anna"]),
        ("Ungdom, Studentar", ["Ungdom", "Studentar"]),
        ("Ungdom; Studentar; Kvinner", ["Ungdom", "Studentar", "Kvinner"]),
        ("Ungdom og studentar", ["Ungdom", "studentar"]),
        ("Ungdom + studentar", ["Ungdom + studentar"]),
        ("Ungdom, særleg gutar", ["Ungdom, særleg gutar"]),
        ("Ungdom, 16–20 år", ["Ungdom, 16–20 år"]),
        ("Annonsering i media og aviser", ["Annonsering i media og aviser"]),
        ("Annonsering i media, Aviser", ["Annonsering i media", "Aviser"]),
        ("Annonsering i media, aviser", ["Annonsering i media, aviser"]),
        ("Ungdom, kvinner, studentar", ["Ungdom", "kvinner", "studentar"]),
        ("Ungdom og " + "x" * 300, ["Ungdom og " + "x" * 300]),
    ],
)
def test_wordings_of_an_item(text, parts) -> None:
    assert divided(Item(text, 1), GROUPS) == parts


def test_item_that_stands_as_it_is_stays_whole() -> None:
    assert divided(Item("Ungdom, Kvinner.", 1, is_verbatim=True), GROUPS) == ["Ungdom, Kvinner."]


def test_long_sentence_tells_and_does_not_list() -> None:
    text = "Ungdom, Studentar som vi har møtt på messer rundt om i landet i løpet av mange år no"
    assert divided(Item(text, 1, is_sentence=True), GROUPS) == [text]
    assert divided(Item(text, 1), GROUPS) == ["Ungdom", text.removeprefix("Ungdom, ")]


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("Målgruppa er ungdom", "ungdom"),
        ("Den viktigaste målgruppa er først og fremst ungdom", "ungdom"),
        ("Arbeidet retta mot både ungdom og eldre", "ungdom og eldre"),
        ("Partnarane: kommunen", "kommunen"),
        ("Ungdom er målgruppa", "Ungdom er målgruppa"),
        ("Målgruppa er ", "Målgruppa er "),
    ],
)
def test_sentence_without_the_words_that_lead_to_its_list(text, shorter) -> None:
    assert without_introduction(text) == shorter


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        (" , ", []),
        ("Tilflytting.", ["Tilflytting"]),
        ("Tilflytting Lokal utvikling", ["Tilflytting", "Lokal utvikling"]),
        ("Tilflytting og lokal utvikling", ["Tilflytting", "lokal utvikling"]),
        ("Tilflytting Noko nytt", ["Tilflytting", "Noko nytt"]),
        ("Noko nytt Tilflytting", ["Noko nytt", "Tilflytting"]),
        ("Noko nytt, anna", ["Noko nytt", "anna"]),
        ("Noko nytt anna", ["Noko nytt anna"]),
    ],
)
def test_subject_areas_of_a_line_by_their_wordings(text, parts) -> None:
    assert divided_areas(text, AREAS) == parts


# Partners

PARTNER_KINDS = {
    "fylkeskommune",
    "kommune",
    "naeringsliv",
    "frivillige",
    "grende-og-bygdelag",
    "regionrad",
    "statsforvaltar",
    "nav",
}
FINDER = PartnerFinder(
    partners=Wordings([("Tokke vekst", "tokke-vekst"), ("Sør-Trøndelag bondelag", "bondelag")]),
    kinds=Wordings([("Næringslivet", "naeringsliv"), ("Frivillige organisasjonar", "frivillige")]),
    kind_of={"tokke-vekst": "naeringsliv", "bondelag": "frivillige"},
    kind_slugs=frozenset(PARTNER_KINDS),
)
GUESS = Reason.KIND_BY_NAME


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("Tokke Vekst.", PartnerMatch("tokke-vekst", "naeringsliv")),
        ("Sør- Trøndelag  bondelag", PartnerMatch("bondelag", "frivillige")),
        ("Næringslivet", PartnerMatch("", "naeringsliv", is_generic=True)),
        ("Tokke kommune", PartnerMatch("", "kommune")),
        ("Telemark fylkeskommune", PartnerMatch("", "fylkeskommune")),
        ("Fylkesmannen i Telemark", PartnerMatch("", "statsforvaltar")),
        ("NAV Tokke", PartnerMatch("", "nav")),
        ("Navet", PartnerMatch("", "")),
        ("Tokke samkommune", PartnerMatch("", "kommune", reason=GUESS)),
        ("Bø idrettslag", PartnerMatch("", "frivillige", reason=GUESS)),
        ("Bedriftene i Bø", PartnerMatch("", "naeringsliv", reason=GUESS)),
        ("Bø velforening", PartnerMatch("", "grende-og-bygdelag", reason=GUESS)),
        ("Kommunen og næringslivet", PartnerMatch("", "naeringsliv", reason=GUESS)),
        ("Hallingdalrådet", PartnerMatch("", "regionrad", reason=GUESS)),
        ("Vest-Telemarkrådet", PartnerMatch("", "regionrad", reason=GUESS)),
        ("Ungdomsrådet", PartnerMatch("", "")),
        (
            "Frivilljge organisasjonar",
            PartnerMatch("", "frivillige", is_generic=True, reason=Reason.NEARLY_SPELT),
        ),
        ("Sametinget", PartnerMatch("", "")),
    ],
)
def test_partner_or_kind_of_a_name(text, match) -> None:
    assert FINDER.find(text) == match


def test_kind_that_there_is_not_is_not_found() -> None:
    finder = PartnerFinder(Wordings([]), Wordings([]), {}, frozenset({"naeringsliv"}))
    assert finder.find("Tokke kommune") == PartnerMatch("", "")
    assert finder.find("Hallingdalrådet") == PartnerMatch("", "")


@pytest.mark.parametrize(
    ("match", "is_sure"),
    [
        (PartnerMatch("", "kommune"), True),
        (PartnerMatch("", "kommune", reason=GUESS), False),
        (PartnerMatch("", ""), False),
    ],
)
def test_match_that_is_sure(match, is_sure) -> None:
    assert match.is_sure is is_sure


@pytest.mark.parametrize(
    ("text", "is_body", "exact"),
    [
        ("Tokke vekst", True, "partner tokke-vekst"),
        ("Næringslivet", True, "kind naeringsliv"),
        ("Tokke kommune", True, ""),
        ("Bø idrettslag", True, ""),
        ("Hallingdalrådet", False, ""),
        ("Hallingdal regionråd", True, ""),
        ("Sametinget", False, ""),
    ],
)
def test_part_of_a_sentence_that_is_a_partner(text, is_body, exact) -> None:
    assert (FINDER.is_body(text), FINDER.is_exact(text)) == (is_body, exact)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sør- Trøndelag", "Sør-Trøndelag"),
        ("grende- og bygdelag", "grende- og bygdelag"),
        ("  Bø \n lag ", "Bø lag"),
    ],
)
def test_name_without_the_blank_behind_its_hyphen(text, name) -> None:
    assert tidy_name(text) == name


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Tokke vekst.", ["Tokke vekst"]),
        ("Tokke vekst; Bø vel; Laget", ["Tokke vekst", "Bø vel", "Laget"]),
        ("Tokke vekst, Næringslivet", ["Tokke vekst", "Næringslivet"]),
        ("Tokke kommune, Vinje kommune", ["Tokke kommune", "Vinje kommune"]),
        ("Tokke kommune og Vinje kommune", ["Tokke kommune", "Vinje kommune"]),
        ("Bø idrettslag og Bø velforening", ["Bø idrettslag og Bø velforening"]),
        ("Bø idrettslag, Bø velforening", ["Bø idrettslag", "Bø velforening"]),
        ("Tokke kommune, kulturkontoret", ["Tokke kommune, kulturkontoret"]),
        ("Møre og Romsdal fylkeskommune", ["Møre og Romsdal fylkeskommune"]),
    ],
)
def test_partners_of_an_item(text, parts) -> None:
    assert divided_partners(Item(text, 1), FINDER) == parts


def test_sentence_lists_partners_where_most_of_its_parts_are() -> None:
    text = "Tokke kommune, Sametinget, NAV Tokke og Telemark fylkeskommune"
    parts = ["Tokke kommune", "Sametinget", "NAV Tokke", "Telemark fylkeskommune"]
    assert divided_partners(Item(text, 1, is_sentence=True), FINDER) == parts
    assert divided_partners(Item(text, 1), FINDER) == [text]


def test_partner_that_stands_as_it_is_stays_whole() -> None:
    item = Item("Tokke vekst; Bø vel.", 1, is_verbatim=True)
    assert divided_partners(item, FINDER) == ["Tokke vekst; Bø vel."]
