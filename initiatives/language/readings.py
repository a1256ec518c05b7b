"""Readings that the dictionaries leave out: they keep one lemma a form, and often the rarer one.

`stoler` is listed under the verb `stole`, `fisker` under `fisk`. Another form of the same paradigm
tells: `stolene` is listed under `stol`, `fiskeren` under `fisker`.
"""

import re
from collections.abc import Iterator

from . import BOKMAL, NYNORSK
from .dictionary import is_lemma, lemma_in
from .word_table import word_set

_VOWELS = frozenset("aeiouyæøå")

# Endings of nouns; before those that mark the plural a stem may have lost a vowel.
_NOUN_ENDINGS = ("ene", "ane", "er", "ar", "en", "et", "a")
_PLURALS = ("ene", "ane", "er", "ar", "a")
# Endings of verbs, and of adjectives.
_VERB_ENDINGS = ("ande", "ende", "ast", "ar", "er", "es", "et", "a")
_ADJECTIVE_ENDINGS = ("aste", "este", "ast", "are", "ere", "e", "t")

# Forms that only nouns have, and forms that only adjectives, only verbs have.
_NOUN_CELLS = (
    (BOKMAL, "ene"),
    (NYNORSK, "ane"),
    (BOKMAL, "et"),
    (BOKMAL, "en"),
    (NYNORSK, "a"),
    (NYNORSK, "et"),
    (NYNORSK, "en"),
)
_VERB_CELLS = ("te", "et", "de", "ende")
_ADJECTIVE_CELLS = ((BOKMAL, "ere"), (BOKMAL, "est"), (NYNORSK, "are"))

_GENITIVE = re.compile("(.{2,}(?:a|en|et|ene|ane))s")
_PAST_OF_DOUBLED = re.compile("(.+(?:([lmnr])(?=t)|([mn])(?=d)))[td]e?")


def other_readings(word: str) -> Iterator[str]:
    """Lemmas that the dictionaries do not give the form, because they keep one lemma a form."""
    yield from _noun_readings(word)
    yield from _verb_readings(word)
    for ending in _ADJECTIVE_ENDINGS:  # rødt, varmast, tynnere
        if word.endswith(ending) and _is_adjective(word[: -len(ending)], ending):
            yield word[: -len(ending)]
    if word.endswith("tt") and _is_adjective(word[:-2], "tt"):  # nytt
        yield word[:-2]


def readings_beside_agent(word: str) -> Iterator[str]:
    """What a word in -er may be besides a doer: a verb (`erstatter`), a plural (`banker`)."""
    verb = word[:-2] + "e"
    if _is_verb(verb):
        yield verb
    for noun in (word[:-2], word[:-3] if word.endswith("mmer") else ""):  # banker, drømmer
        if noun in word_set("hidden_nouns.txt") or (
            len(noun) > 2 and lemma_in(BOKMAL, word[:-2] + "en") == noun
        ):
            yield noun


def genitive_of(word: str) -> str:
    """The definite form of which a word is the genitive: `ukas`, `fiskenes`; empty for other
    words.
    """
    found = _GENITIVE.fullmatch(word)
    return found[1] if found and not is_lemma(word) else ""


def _verb_readings(word: str) -> Iterator[str]:
    """The verbs that the word may be a form of."""
    for ending in _VERB_ENDINGS:  # arbeida, jobbar, trykket, omfattande
        if word.endswith(ending) and _is_verb(word[: -len(ending)] + "e", ending):
            yield word[: -len(ending)] + "e"
    if word.endswith(("ende", "ande")):  # økende, pågående
        yield from (
            verb for verb in (word[:-3], word[:-4]) if verb[-1:] in _VOWELS and is_lemma(verb)
        )
    yield from _verbs_of_past(word)


def _verbs_of_past(word: str) -> Iterator[str]:
    """The verb of a past form listed as an adjective or not at all: `etablert`, `kjende`."""
    infinitive = word[:-1] + "e"
    if word.endswith("t") and lemma_in(BOKMAL, word + "e") == infinitive and not _is_noun(word, ""):
        yield infinitive
    if (found := _PAST_OF_DOUBLED.fullmatch(word)) and not is_lemma(word):
        infinitive = found[1] + found[1][-1] + "e"
        if _is_verb(infinitive):
            yield infinitive


def _is_verb(infinitive: str, ending: str = "") -> bool:
    """Whether a form with another ending than the given one shows that a word in -e is a verb."""
    stem = infinitive[:-1]
    return any(
        lemma_in(BOKMAL, stem + cell) == infinitive for cell in _VERB_CELLS if cell != ending
    )


def _noun_readings(word: str) -> Iterator[str]:
    """The nouns that the word may be a definite or plural form of."""
    for ending in _NOUN_ENDINGS:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= 2:
            yield from _nouns_of_stem(stem, ending)
    if word.endswith("re") and _is_noun(word[:-2] + "er", ""):  # filtre
        yield word[:-2] + "er"


def _nouns_of_stem(stem: str, ending: str) -> Iterator[str]:
    """The nouns that lose something, or nothing, before the ending."""
    candidates = (stem, *_unsyncopated(stem)) if ending in _PLURALS else (stem,)
    yield from (noun for noun in candidates if _is_noun(noun, ending))
    if _is_noun_in_e(stem, ending):  # kilden
        yield stem + "e"
    if stem.endswith("mm") and _is_noun(stem[:-1], "m" + ending):  # drømmer
        yield stem[:-1]
    if len(stem) > 3 and is_lemma(stem + "um"):  # museet, studier
        yield stem + "um"


def _unsyncopated(stem: str) -> tuple[str, ...]:
    """The stems with the vowel that plural and definite forms lose: `regl` regel, `sykl` sykkel."""
    if len(stem) < 3 or stem[-1] not in "lrn" or stem[-2] in _VOWELS:
        return ()
    return (f"{stem[:-1]}e{stem[-1]}", f"{stem[:-1]}{stem[-2]}e{stem[-1]}")


def _is_noun(stem: str, ending: str) -> bool:
    """Whether a form with another ending than the given one shows that the stem is a noun."""
    if stem in word_set("hidden_nouns.txt"):
        return True
    doubled = "m" if ending.startswith("m") else ""
    return any(
        lemma_in(form, stem + doubled + cell) == stem
        for form, cell in _NOUN_CELLS
        if doubled + cell != ending
    )


def _is_noun_in_e(stem: str, ending: str) -> bool:
    """Whether a plural with another ending than the given one shows a noun in -e."""
    return any(
        lemma_in(form, stem + cell) == stem + "e"
        for form, cell in ((BOKMAL, "ene"), (NYNORSK, "ane"))
        if cell != ending
    )


def _is_adjective(stem: str, ending: str) -> bool:
    """Whether a compared form with another ending than the given one shows an adjective."""
    return len(stem) > 1 and any(
        lemma_in(form, stem + cell) == stem for form, cell in _ADJECTIVE_CELLS if cell != ending
    )


def agent_noun(word: str) -> str:
    """The word for one who does something: `fisker`, `leiar`, which dictionaries list under `fisk`,
    `leie`.

    Empty for other words. A Nynorsk word that only the Bokmål dictionary has is given as that has
    it.
    """
    if len(word) < 5 or not word.endswith(("er", "ar")):
        return ""
    if lemma_in(BOKMAL, word + "en") == word or lemma_in(NYNORSK, word + "en") == word:
        return word
    bokmal = word[:-2] + "er"
    return bokmal if lemma_in(BOKMAL, bokmal + "en") == bokmal else ""
