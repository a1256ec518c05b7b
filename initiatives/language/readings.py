"""Readings that the dictionaries leave out: they keep one lemma a form, and often the rarer one.

`stoler` is listed under the verb `stole`, `fisker` under `fisk`. Another form of the same paradigm tells:
`stolene` is listed under `stol`, `fiskeren` under `fisker`.
"""

from collections.abc import Iterator

from . import BOKMAL, NYNORSK
from .dictionary import is_lemma, lemma_in
from .word_table import word_set

_VOWELS = frozenset("aeiouyæøå")

# Endings of nouns; before those that mark the plural a stem may have lost a vowel.
_NOUN_ENDINGS = ("ene", "ane", "er", "ar", "en", "et", "a")
_PLURALS = ("ene", "ane", "er", "ar", "a")

# Forms that only nouns have, and forms that only adjectives, only verbs have.
_NOUN_CELLS = ((BOKMAL, "ene"), (NYNORSK, "ane"), (BOKMAL, "et"), (BOKMAL, "en"), (NYNORSK, "a"))
_VERB_CELLS = ("te", "et", "de", "ende")
_ADJECTIVE_CELLS = ((BOKMAL, "ere"), (BOKMAL, "est"), (NYNORSK, "are"))


def other_readings(word: str) -> Iterator[str]:
    """Lemmas that the dictionaries do not give the form, because they keep one lemma a form."""
    yield from _noun_readings(word)
    if word.endswith("a") and _is_verb(word[:-1] + "e"):  # arbeida
        yield word[:-1] + "e"
    if word.endswith(("ende", "ande")):  # økende, pågående
        yield from (verb for verb in (word[:-3], word[:-4]) if verb[-1:] in _VOWELS and is_lemma(verb))
    if word.endswith("t"):  # rødt, nytt
        yield from (stem for stem in (word[:-1], word.removesuffix("tt")) if _is_adjective(stem))


def readings_beside_agent(word: str) -> Iterator[str]:
    """What a word in -er may be beside one who does something: a verb (`erstatter`), a plural (`veier`)."""
    if word.endswith("er") and _is_verb(word[:-1]):
        yield word[:-1]
    if word[:-2] in word_set("hidden_nouns.txt"):
        yield word[:-2]


def _is_verb(infinitive: str) -> bool:
    """Whether a past form or a participle shows that a word in -e is a verb."""
    return any(lemma_in(BOKMAL, infinitive[:-1] + cell) == infinitive for cell in _VERB_CELLS)


def _noun_readings(word: str) -> Iterator[str]:
    """The nouns that the word may be a definite or plural form of."""
    for ending in _NOUN_ENDINGS:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= 2:
            candidates = (stem, *_unsyncopated(stem)) if ending in _PLURALS else (stem,)
            yield from (noun for noun in candidates if _is_noun(noun, ending))
            if len(stem) > 3 and is_lemma(stem + "um"):  # museet, studier
                yield stem + "um"
    if word.endswith("re") and _is_noun(word[:-2] + "er", ""):  # filtre
        yield word[:-2] + "er"


def _unsyncopated(stem: str) -> tuple[str, ...]:
    """The stems with the vowel that plural and definite forms lose: `regl` regel, `sykl` sykkel."""
    if len(stem) < 3 or stem[-1] not in "lrn" or stem[-2] in _VOWELS:
        return ()
    return (f"{stem[:-1]}e{stem[-1]}", f"{stem[:-1]}{stem[-2]}e{stem[-1]}")


def _is_noun(stem: str, ending: str) -> bool:
    """Whether a form with another ending than the given one shows that the stem is a noun."""
    if stem in word_set("hidden_nouns.txt"):
        return True
    return any(lemma_in(form, stem + cell) == stem for form, cell in _NOUN_CELLS if cell != ending)


def _is_adjective(stem: str) -> bool:
    """Whether a compared form shows that the stem is an adjective."""
    return any(lemma_in(form, stem + cell) == stem for form, cell in _ADJECTIVE_CELLS)


def agent_noun(word: str) -> str:
    """The word for one who does something: `fisker`, `leiar`, which dictionaries list under `fisk`, `leie`.

    Empty for other words. A Nynorsk word that only the Bokmål dictionary has is given as that has it.
    """
    if len(word) < 5 or not word.endswith(("er", "ar")):
        return ""
    if lemma_in(BOKMAL, word + "en") == word or lemma_in(NYNORSK, word + "en") == word:
        return word
    bokmal = word[:-2] + "er"
    return bokmal if lemma_in(BOKMAL, bokmal + "en") == bokmal else ""
