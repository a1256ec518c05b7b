"""One spelling for a lemma of both written forms: each rule with the words it is for."""

import pytest

from initiatives.language.folding import ALWAYS, CORRESPONDENCES, NYNORSK_ENDINGS, fold
from initiatives.language.word_table import doublets

RULES = dict.fromkeys((*ALWAYS, *NYNORSK_ENDINGS, *CORRESPONDENCES))
EXAMPLES = [pytest.param(*pair, id="-".join(pair)) for rule in RULES for pair in rule.examples]


@pytest.mark.parametrize(("nynorsk", "bokmal"), EXAMPLES)
def test_fold_by_a_rule_joins_its_examples(nynorsk, bokmal):
    assert fold(nynorsk) == fold(bokmal)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.pattern.pattern)
def test_rule_changes_one_side_of_each_example(rule):
    assert all(rule.pattern.search(nn) or rule.pattern.search(nb) for nn, nb in rule.examples)


@pytest.mark.parametrize(
    ("nynorsk", "bokmal"),
    [
        ("veg", "vei"),
        ("mjølk", "melk"),
        ("skule", "skole"),
        ("sjuk", "syk"),
        ("hamn", "havn"),
        ("høg", "høy"),
    ],
)
def test_fold_of_a_doublet_is_the_usual_bokmal_lemma(nynorsk, bokmal):
    assert fold(nynorsk) == fold(bokmal)


def test_doublets_have_no_chains():
    assert [word for word, usual in doublets().items() if usual in doublets()] == []


@pytest.mark.parametrize(
    ("lemma", "folded"),
    [
        ("verkelegheit", "virkelighet"),
        ("nærleik", "nærhet"),
        ("mislykket", "mislykka"),
        ("utgjevar", "utgiver"),
    ],
)
def test_fold_of_a_derived_word_folds_what_it_is_made_of(lemma, folded):
    assert fold(lemma) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bygning", "bygging"),
        ("mål", "mal"),
        ("møte", "mote"),
        ("båt", "bat"),
        ("bånd", "bonde"),
        ("kvinne", "hvine"),
        ("barneleik", "barnehet"),
        ("seminar", "seminer"),
        ("heil", "hel-"),
        ("lande", "lende"),
        ("veke", "vekke"),
        ("skog", "sko"),
    ],
)
def test_fold_keeps_words_apart_that_only_look_alike(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    "lemma", ["bustad", "kommune", "oppleving", "moglegheit", "vegleiing", "tryggleik", "ø"]
)
def test_fold_of_a_folded_lemma_changes_nothing(lemma):
    assert fold(fold(lemma)) == fold(lemma)
