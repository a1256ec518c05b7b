"""Search keys: words that are the same to search, and words that are not."""

import re
import unicodedata

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from initiatives.language.keys import (
    RULES_VERSION,
    Word,
    bare_words,
    counterparts,
    is_known,
    part_keys,
    split_words,
    word_keys,
)
from initiatives.language.word_table import place_name


def meet(query: str, text: str) -> bool:
    return bool(word_keys(query) & word_keys(text))


def is_part(query: str, text: str) -> bool:
    return bool(word_keys(query) & part_keys(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bu i Tokke!", ["Bu", "i", "Tokke"]),
        ("nærings- og teneste-tilbod", ["nærings", "og", "teneste", "tilbod"]),
        ("2012–2015", ["2012", "2015"]),
        ("bu\u00adstad\u00adpolitikk", ["bu\u00adstad\u00adpolitikk"]),
        ("Ka\u030afjord", ["Ka\u030afjord"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
        ("!!! \u00ad", []),
    ],
)
def test_split_words_gives_the_words_in_order(text, words):
    assert [word.text for word in split_words(text)] == words


def test_split_words_gives_offsets_into_the_text():
    assert split_words("å bu, eller") == [Word("å", 0, 1), Word("bu", 2, 4), Word("eller", 6, 11)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("arbeidsplasser", "arbeidsplassane"),
        ("innflyttere", "innflyttarar"),
        ("ungdommene", "ungdomar"),
        ("rådgivning", "rådgiving"),
        ("deltagelse", "deltaking"),
        ("muligheter", "moglegheiter"),
        ("nærheten", "nærleiken"),
        ("trygt", "trygg"),
        ("sykepleiere", "sjukepleiarar"),
        ("hvit", "kvit"),
        ("bodd", "budd"),
        ("sysselsatte", "sysselsette"),
        ("eldsjeler", "ildsjel"),
        ("drømmer", "draumar"),
        ("førebygging", "forebygging"),
        ("hovedgatene", "hovudgata"),
        ("biletkart", "bildekart"),
        ("hjemvender", "heimvendarar"),
        ("uløyste", "uløst"),
    ],
)
def test_word_keys_of_the_written_forms_of_a_word_meet(one, other):
    assert meet(one, other)


@pytest.mark.parametrize(
    ("bokmal", "nynorsk"),
    [
        ("boligene", "bustad"),
        ("stedet", "staden"),
        ("uker", "veker"),
        ("virksomheten", "verksemda"),
    ],
)
def test_word_keys_of_different_words_on_one_line_meet(bokmal, nynorsk):
    assert meet(bokmal, nynorsk)


def test_word_keys_of_words_on_two_lines_with_a_third_do_not_meet():
    assert (meet("forhold", "høve"), meet("anledning", "høve"), meet("forhold", "anledning")) == (
        True,
        True,
        False,
    )


@pytest.mark.parametrize(
    ("bokmal", "nynorsk"),
    [
        ("boligpolitikk", "bustadpolitikk"),
        ("studentbolig", "studentbustad"),
        ("stedsnavn", "stadnamn"),
        ("riksvei", "riksveg"),
        ("barnehageplasser", "barnehageplassar"),
        ("etablerertilskudd", "etablerartilskot"),
        ("utleiebolig", "utleigebustad"),
        ("sykepleierutdanning", "sjukepleiarutdanninga"),
        ("millisekunder", "millisekund"),
    ],
)
def test_word_keys_of_compounds_meet_part_by_part(bokmal, nynorsk):
    assert meet(bokmal, nynorsk)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sommer", "som"),
        ("mål", "mal"),
        ("bu", "bud"),
        ("bygge", "bygd"),
        ("leie", "lei"),
        ("lag", "lage"),
        ("tomt", "tom"),
        ("tal", "tale"),
        ("land", "lande"),
        ("veke", "vekke"),
        ("nett", "nettopp"),
        ("tilflytting", "fråflytting"),
        ("arbeidsgiver", "arbeidstakar"),
        ("innvandrer", "utvandrar"),
        ("skule", "skulle"),
        ("øy", "øye"),
        ("pensjonist", "pensjonat"),
        ("komma", "koma"),
        ("neste", "nesten"),
        ("dom", "domene"),
        ("kalle", "kald"),
        ("rente", "renne"),
    ],
)
def test_word_keys_of_words_that_only_look_alike_do_not_meet(one, other):
    assert not meet(one, other)


@pytest.mark.parametrize(
    ("part", "compound"),
    [
        ("bustad", "bustadpolitikk"),
        ("bolig", "utleigebustader"),
        ("innvandrere", "arbeidsinnvandrarar"),
        ("innflyttere", "nyinnflyttarar"),
        ("senter", "kjøpesenter"),
        ("samfunn", "småsamfunn"),
        ("tiltak", "integreringstiltak"),
        ("lag", "bygdelag"),
        ("region", "regionrådet"),
        ("barn", "barneskule"),
        ("eldre", "eldreomsorg"),
        ("vertskap", "vertskapsordning"),
        ("næring", "næringshage"),
        ("tilflytter", "tilflyttarkonferanse"),
        ("hjemflytter", "heimflyttarprosjekt"),
        ("elev", "kulturskuleelevar"),
        ("kulturskole", "kulturskuleelevar"),
        ("arbeidsgiver", "arbeidsgjevaravgift"),
        ("hjem", "barneheim"),
        ("utdanning", "vidareutdanning"),
    ],
)
def test_part_keys_have_the_parts_of_a_compound(part, compound):
    assert is_part(part, compound)


@pytest.mark.parametrize(
    ("word", "longer"),
    [
        ("barn", "barnehage"),
        ("hage", "barnehage"),
        ("ord", "ordførar"),
        ("natur", "naturgass"),
        ("folk", "folkeskikk"),
        ("sjuk", "sjukehus"),
        ("kommune", "kommunikasjon"),
        ("park", "parkering"),
        ("flytting", "fråflytting"),
        ("stad", "stadig"),
        ("hjem", "hjemmel"),
        ("barn", "barnehageplass"),
        ("svar", "ansvar"),
        ("lek", "leksikon"),
        ("bok", "bokstav"),
        ("sak", "årsak"),
    ],
)
def test_part_keys_lack_what_the_word_is_not_about(word, longer):
    assert not is_part(word, longer)


@pytest.mark.parametrize("name", ["Halden", "HALDEN", "Haldens"])
def test_word_keys_of_a_place_name_with_a_capital_are_only_that_name(name):
    assert word_keys(name) == {"halden"}


def test_word_keys_of_a_place_name_without_a_capital_may_be_another_word_too():
    assert (meet("halden", "Halden"), meet("øyer", "øy")) == (True, True)


@pytest.mark.parametrize("name", ["Sogndal", "Karmøy", "Vestland", "sandefjord"])
def test_part_keys_of_a_place_name_are_none(name):
    assert part_keys(name) == frozenset()


def test_part_keys_of_a_simple_word_are_none():
    assert part_keys("kommune") == frozenset()


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("bolig", ("bustad",)),
        ("vegane", ("vei",)),
        ("Skole", ("skule",)),
        ("uke", ("veke",)),
        ("hus", ()),
        ("", ()),
    ],
)
def test_counterparts_of_a_word(word, others):
    assert counterparts(word) == others


def test_counterparts_of_a_nynorsk_form_begin_with_the_usual_bokmal_word():
    assert counterparts("bustader") == ("bolig", "bosted")


@pytest.mark.parametrize("word", ["del", "lege", "rask", "begynne"])
def test_counterparts_of_a_bokmal_word_that_nynorsk_has_too_are_none(word):
    assert counterparts(word) == ()


def test_counterparts_of_a_word_with_many_are_two():
    assert len(counterparts("høve")) == 2


@pytest.mark.parametrize(
    "word",
    [
        "bo",
        "kor",
        "sal",
        "bolig",
        "skole",
        "bustadpolitikk",
        "kommunane",
        "Tilflytting",
        "utleigebustader",
    ],
)
def test_is_known_of_a_complete_word(word):
    assert is_known(word)


@pytest.mark.parametrize(
    "word",
    [
        "bust",
        "skol",
        "nettst",
        "innflyt",
        "rekrut",
        "arbeidspl",
        "organi",
        "nærings",
        "integrer",
        "annons",
    ],
)
def test_is_known_of_an_unfinished_word_is_false(word):
    assert not is_known(word)


def test_rules_version_is_short_and_ascii():
    assert re.fullmatch(r"[0-9a-f]{12}", RULES_VERSION)


@settings(deadline=None)  # the first word opens the dictionaries
@given(st.text(max_size=300))
def test_every_function_takes_any_text(text):
    for word in [text, *(word.text for word in split_words(text))]:
        word_keys(word), part_keys(word), counterparts(word), is_known(word)


@settings(deadline=None)  # the first word opens the dictionaries
@given(st.text(max_size=80))
def test_split_words_point_at_themselves(text):
    assert all(text[word.start : word.end] == word.text for word in split_words(text))


@example("9\u00ad\u0301")
@given(st.text(alphabet="aÅb_-\u00ad\u0301 .9") | st.text(max_size=80))
def test_bare_words_are_the_split_ones_without_soft_hyphens(text):
    assert bare_words(text) == [
        word.text.replace("\u00ad", "").lower() for word in split_words(text)
    ]


@settings(deadline=None)  # the first word opens the dictionaries
@given(st.text(max_size=80))
def test_word_keys_are_short_ascii_and_there_for_every_word(text):
    for word in split_words(text):
        keys = word_keys(word.text)
        assert keys
        assert all(re.fullmatch(r"[a-z0-9]{1,60}", key) for key in keys | part_keys(word.text))


@settings(deadline=None)  # the first word opens the dictionaries
@given(st.text(alphabet="abdefgiklmnoprstuvyæøå", min_size=1, max_size=24))
def test_word_keys_of_a_common_word_do_not_depend_on_case_or_normal_form(word):
    assume(not place_name(word))
    assert (
        word_keys(word.upper()) == word_keys(word) == word_keys(unicodedata.normalize("NFD", word))
    )


@pytest.mark.parametrize(
    "word", ["bustad" * 33, "s" * 200, "skoles" * 33, "ar" * 100, "stad" * 10, "ei" * 20]
)
def test_word_keys_of_a_hostile_word_are_found(word):
    assert word_keys(word)
