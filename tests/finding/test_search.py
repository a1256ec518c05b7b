"""Free search: words, beginnings, both forms, and where it looks."""

import pytest
from django.db import transaction
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from initiatives.finding import search
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import current_snapshot
from initiatives.language.keys import part_keys, word_keys
from initiatives.models import Activity, ActivityAlias, Initiative, Synonyms
from tests.factories import InitiativeFactory, PartnerFactory, ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db


def finds(query):
    """How many published entries a query finds."""
    return len(search.find(current_snapshot(), query).entries)


def test_words_are_lower_case_and_single():
    assert search.words("Flytt  flytt, HEIM!") == ["flytt", "heim"]


def test_words_beyond_the_limit_are_not_asked_for(tokke):
    assert finds("tokke lårdal dalen ungdom skule butikk finstikkje") == 1


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("vekstkraft", 1),  # lead, beginning of the word
        ("kraft", 1),  # a part of a compound
        ("rafta", 0),  # not inside a word
        ("VEKSTKRAFTA", 1),
        ("bulyst tokke", 1),
        ("bulyst oslo", 0),  # every word
        ("lårdal", 1),  # place, with letters outside ASCII
        ("LÅRDAL", 1),
        ("vertskapsordning", 1),  # term
        ("nettsted", 1),  # the term's other form
        ("Vest-Telemarkrådet", 1),  # a partner's other name
        ("husbanken", 0),
        ("tokke", 1),
        ("telemark", 1),  # county
        ("0833", 1),  # former number
        ("4034", 1),
        ("Dalen+", 1),
        ("", 0),
    ],
)
def test_finds_tokke(tokke, query, number):
    assert finds(query) == number


def test_letters_with_combining_marks_are_the_same(tokke):
    asked = InitiativeFilter(QueryDict("q=La%CC%8Ardal"), current_snapshot())
    assert list(asked.matching) == [tokke.pk]


def test_finds_by_former_name():
    make_initiative(municipalities=["5054"])  # Indre Fosen, of Leksvik and Rissa
    assert finds("leksvik") == 1


@pytest.mark.parametrize(
    ("query", "number"),
    [
        *[
            ("Hordaland", "4601"),
            ("Sogn og Fjordane", "4647"),
            ("Sør-Trøndelag", "5001"),
            ("Hedmark", "3403"),
        ],
        *[("Viken", "3301"), ("Vestfold og Telemark", "4034"), ("Troms og Finnmark", "5601")],
    ],
)
def test_finds_by_the_name_of_a_former_county(reference_data, query, number):
    make_initiative(municipalities=[number])
    make_initiative(municipalities=["1103"])  # Stavanger
    assert finds(query) == 1


@pytest.mark.parametrize(
    ("query", "name", "today"),
    [
        ("leksvik", "Leksvik", [("municipality", "Indre Fosen")]),
        ("0833", "0833", [("municipality", "Tokke")]),
        ("bustad i Jølster", "Jølster", [("municipality", "Sunnfjord")]),
        ("hordaland", "Hordaland", [("county", "Vestland")]),
        (
            "Vestfold og Telemark",
            "Vestfold og Telemark",
            [("county", "Vestfold"), ("county", "Telemark")],
        ),
        ("Viken", "Viken", [("county", "Østfold"), ("county", "Akershus"), ("county", "Buskerud")]),
    ],
)
def test_former_place_leads_to_those_of_today(reference_data, query, name, today):
    snapshot = current_snapshot()
    [found] = search.former_places(snapshot, query)
    assert found.name == name
    assert sorted((kind, str(snapshot.choices(kind)[key])) for kind, key in found.today) == sorted(
        today
    )


@pytest.mark.parametrize("query", ["", "tokke", "telemark", "bustad", "9999"])
def test_place_of_today_is_no_former_one(reference_data, query):
    assert search.former_places(current_snapshot(), query) == []


def test_finds_nothing_unpublished():
    InitiativeFactory(title_nn="Hemmeleg", slug="hemmeleg", status="draft")
    assert finds("hemmeleg") == 0


def test_finds_by_wording_alias_partner_and_project():
    PartnerFactory(name_nn="Sparebanken", slug="sparebanken")
    initiative = make_initiative(partners=["sparebanken"], activities=["brosjyrar"])
    ProjectFactory(initiative=initiative, name_nn="Bolyst", place_name="Fjellgrenda")
    initiative.activitylinks.update(wording="Faldarar")
    assert [finds(q) for q in ("sparebanken", "brosyrer", "faldarar", "bolyst", "fjellgrenda")] == [
        1
    ] * 5


@pytest.mark.parametrize("query", ["(", "[a", "a\\", ".*", "%", "a_b", "'; --", "\\Y", "{2}", "$^"])
def test_query_is_data(tokke, query):
    assert finds(f"{query} finstikkje") == 0


def tiers(query):
    """The titles that a query finds, tier by tier."""
    titles = dict(Initiative.objects.values_list("pk", "title_nn"))
    return [{titles[key] for key in tier} for tier in search.find(current_snapshot(), query).tiers]


@pytest.fixture
def housing(reference_data):
    """The same word in the title, the lead, a term, the text, and inside a compound."""
    make_initiative(slug="a", title_nn="Bustad til alle")
    make_initiative(slug="b", title_nn="B", lead_nn="Fleire bustader i grenda")
    make_initiative(slug="c", title_nn="C", activities=["bustad"])
    make_initiative(slug="d", title_nn="D", body_nn="Dei leigde ut bustadene.")
    make_initiative(slug="e", title_nn="E", lead_nn="Ein ny bustadpolitikk")
    make_initiative(slug="f", title_nn="Båtliv", lead_nn="Om båtar")


def test_best_hits_come_first(housing):
    assert tiers("boliger") == [{"Bustad til alle"}, {"B", "C"}, {"D"}, {"E"}]


def test_tier_of_several_words_is_that_of_the_weakest(housing):
    assert tiers("bolig grend") == [set(), {"B"}, set(), set()]


def test_order_of_a_search_is_by_tier_then_newest(housing):
    asked = InitiativeFilter(QueryDict("q=bolig"), current_snapshot())
    titles = dict(Initiative.objects.values_list("pk", "title_nn"))
    assert [titles[key] for key in asked.page(0, 10)] == ["Bustad til alle", "C", "B", "D", "E"]
    assert [titles[key] for key in asked.page(1, 3)] == ["C", "B", "D"]


def test_chosen_order_is_kept_in_a_search(housing):
    asked = InitiativeFilter(QueryDict("q=bolig&sorter=title"), current_snapshot())
    titles = dict(Initiative.objects.values_list("pk", "title_nn"))
    assert [titles[key] for key in asked.page(0, 10)] == ["B", "Bustad til alle", "C", "D", "E"]


def test_unfinished_last_word_finds_what_begins_so(housing):
    assert finds("bust") == 5
    assert finds("bust alle") == 0  # only the last word may be unfinished


def test_complete_word_is_not_taken_for_a_beginning(reference_data):
    make_initiative(title_nn="Bok og bibliotek")
    assert finds("bo") == 0


def test_function_words_are_left_out_of_a_query_with_others(housing):
    assert finds("bolig i og på grenda") == 1


def test_synonyms_are_searched_for_too(reference_data):
    make_initiative(title_nn="Fleire arbeidsplassar")
    assert finds("jobber") == 1
    Synonyms.objects.all().delete()
    assert finds("jobber") == 0


def test_words_of_the_other_form_are_told(reference_data):
    assert search.other_words(current_snapshot(), "boliger") == ["bustad"]
    assert search.other_words(current_snapshot(), "båt") == []


def test_name_of_a_place_has_words_of_the_other_form_only_where_the_catalogue_has_them(
    reference_data,
):
    assert search.other_words(current_snapshot(), "heim") == []
    make_initiative(title_nn="", title_nb="Kom hjem", original_form="nb")
    assert search.other_words(current_snapshot(), "heim") == ["hjem"]


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("tokke", ["4034"]),
        ("Leksvik", ["5054"]),
        (" Indre   Fosen ", ["5054"]),
        ("0833", ["4034"]),
        ("Leksvik kommune", ["5054"]),
        ("Herøy", ["1515", "1818"]),
        ("Herøy (Nordland)", ["1818"]),
        ("1507", ["1508", "1580"]),
        ("Telemark", []),
        ("finst ikkje", []),
    ],
)
def test_municipalities_by_name(reference_data, name, numbers):
    assert [
        place.value for place in search.municipalities_named(current_snapshot(), name)
    ] == numbers


def test_misspelt_word_gets_a_suggestion_in_use(housing):
    assert search.suggestions(current_snapshot(), "bustda") == ["bustad"]
    # Of the other form.
    assert search.suggestions(current_snapshot(), "boilg grend")[0] == "bolig grend"
    assert search.suggestions(current_snapshot(), "bolig") == []
    assert search.suggestions(current_snapshot(), "qqqqqq") == []


def test_misspelt_word_of_another_wording_of_a_term_gets_a_suggestion(reference_data):
    make_initiative(activities=["eigen-nettstad"])  # known as «Egne nettsider» too
    assert search.suggestions(current_snapshot(), "nettsdier")[0] == "nettsider"


def test_words_of_drafts_are_never_suggested(reference_data):
    make_initiative(title_nn="Hemmelegheit", status="draft")
    assert search.suggestions(current_snapshot(), "hemmeleghiet") == []


def test_renamed_term_is_found_by_its_new_name_alone(reference_data):
    make_initiative(activities=["brosjyrar"])
    Activity.objects.filter(slug="brosjyrar").update(label_nn="Faldarar", label_nb="Foldere")
    ActivityAlias.objects.filter(term__slug="brosjyrar").delete()
    assert (finds("faldarar"), finds("brosjyre")) == (1, 0)


@given(query=st.text(max_size=80))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None
)
def test_any_query_is_answered(housing, query):
    snapshot = current_snapshot()
    search.find(snapshot, query)
    search.suggestions(snapshot, query)
    search.other_words(snapshot, query)


WORDS = [
    "bustad",
    "boliger",
    "bustadpolitikk",
    "skule",
    "skoler",
    "barneskole",
    "heim",
    "hjemflytting",
    "tokke",
    "og",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)


@given(
    entries=st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=5),
    query=st.lists(
        st.sampled_from([*WORDS, "bolig", "flytting", "bust"]), min_size=1, max_size=2
    ).map(" ".join),
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None
)
def test_hits_are_those_of_reading_every_entry(reference_data, entries, query):
    """Held against a search that reads all texts and compares keys word by word."""
    with transaction.atomic():
        made = [
            make_initiative(title_nn="x " + title, slug=f"e{n}", lead_nn=lead, body_nn=body)
            for n, (title, lead, body) in enumerate(entries)
        ]
        found = search.find(current_snapshot(), query)
        asked = search.query_words(current_snapshot(), query)
        for entry, texts in zip(made, entries, strict=True):
            weakest = max(best_tier(word, texts) for word in asked)
            tier = next((n for n, tier in enumerate(found.tiers) if entry.pk in tier), 4)
            assert tier == weakest, (query, texts)
        transaction.set_rollback(True)


def best_tier(word, texts):
    """0 for a title, 1 for a lead, 2 for a text, 3 for a compound anywhere, 4 for nowhere."""
    for number, text in enumerate(texts):
        for other in text.split():
            if word_keys(other) & word.keys or (word.is_unfinished and other.startswith(word.text)):
                return number
    return 3 if any(part_keys(other) & word.keys for text in texts for other in text.split()) else 4


def test_zero_hits_suggest_longer_words(housing):
    """A word of its own that nothing has, such as the beginning of one that is there."""
    assert "bustadpolitikk" in search.suggestions(current_snapshot(), "bustadpol")
    make_initiative(title_nn="Kampanje")
    assert search.suggestions(current_snapshot(), "kamp") == ["kampanje"]


def test_numbers_are_not_corrected(housing):
    assert search.suggestions(current_snapshot(), "1027") == []
