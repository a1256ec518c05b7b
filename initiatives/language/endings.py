"""Endings of inflection: the lemma of a form that no dictionary lists.

An ending leads to a lemma only where the dictionaries or the tables know it; a word that nothing
knows is guessed at, in two ways at most.
"""

import re

from .dictionary import is_lemma, lemmas_of
from .word_table import is_in_table

_SHORTEST_STEM = 3

# Ending of a form, and the endings its lemma may have; the first that gives a known lemma is taken.
# Longer endings stand before the shorter ones they end in.
INFLECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("arane", ("ar", "er")),  # lærarane
    ("erane", ("er",)),  # partnerane
    ("arar", ("ar", "er")),  # lærarar
    ("erar", ("er",)),  # fadderar
    ("erne", ("er",)),  # lærerne
    ("aren", ("ar", "er")),  # læraren
    ("eren", ("er",)),  # læreren
    ("ingane", ("ing",)),  # ordningane
    ("lane", ("el",)),  # penslane
    ("rane", ("er",)),  # vintrane
    ("nane", ("en",)),
    ("lene", ("el",)),  # penslene
    ("rene", ("er",)),  # vintrene
    ("lar", ("el",)),  # penslar
    ("rar", ("er",)),  # vintrar
    ("nar", ("en",)),
    ("ler", ("el",)),  # pensler
    ("ene", ("", "e", "en")),  # husene, ukene
    ("ane", ("", "e", "en")),  # skulane, hagane
    ("aste", ("", "e")),  # tryggaste
    ("este", ("", "e")),  # tryggeste
    ("ande", ("e", "")),  # flyttande
    ("ende", ("e", "")),  # flyttende
    ("ere", ("er",)),  # fiskere
    ("are", ("", "e")),  # tryggare
    ("ere", ("", "e")),  # tryggere
    ("ast", ("e", "", "ast")),  # vurderast, tryggast
    ("est", ("", "e")),  # tryggest
    ("dde", ("",)),  # budde
    ("te", ("e",)),  # kjørte
    ("de", ("e", "")),  # levde
    ("er", ("", "e")),  # bygder, kvinner
    ("ar", ("", "e")),  # vegar, skular, flyttar
    ("en", ("", "e")),  # vegen, hagen
    ("et", ("", "e")),  # huset, flyttet
    ("es", ("e",)),  # vurderes
    ("dd", ("",)),  # budd
    ("tt", ("",)),  # valfritt
    ("ne", ("en",)),  # vaksne
    ("st", ("je",)),  # krevst
    ("a", ("", "e")),  # bygda, flytta
    ("t", ("", "e")),  # trygt, kjørt
    ("d", ("e",)),  # levd
    ("e", ("", "a")),  # trygge
    ("s", ("", "e")),  # kommunens; vert vurdert
)


def _with_last_letter(letter: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(rule for rule in INFLECTIONS if rule[0].endswith(letter))


_BY_LAST_LETTER = {letter: _with_last_letter(letter) for letter in "aenrtsd"}

_NOUN_ENDING = re.compile(r"(.{3,}?[^s])(?:arane|erane|erne|arar|erar|ere|ane|ene|ar|er|en|et|s)")

# Nynorsk spellings inside a form whose lemma only the Bokmål dictionary has.
_NYNORSK_SPELLINGS = (
    # frivillege
    (re.compile(r"(?<=[a-zæøå]{2})leg(?=(?:e|t|are|ast|aste|ere|est|este|heit[a-z]*)?$)"), "lig"),
    # sikkerheita
    (re.compile(r"(?<=[a-zæøå]{2})heit(?=(?:a|er|ene|en)?$)"), "het"),
    # sysselsetjinga
    (re.compile(r"setj(?=[ei])"), "sett"),
    # utbyggjing
    (re.compile(r"(?<=[kg])j(?=[ei])"), ""),
)


def lemmas_by_ending(word: str) -> tuple[str, ...]:
    """The known lemmas that the word is a regular form of, by the longest ending with any."""
    for ending, lemma_endings in _BY_LAST_LETTER.get(word[-1:], ()):
        stem = word[: -len(ending)]
        if not word.endswith(ending) or len(stem) < _SHORTEST_STEM:
            continue
        if found := tuple(stem + e for e in lemma_endings if _is_known(stem + e)):
            return found
    if word.endswith("s") and len(word) > _SHORTEST_STEM + 1:
        return lemmas_of(word[:-1])
    return ()


def _is_known(lemma: str) -> bool:
    return len(lemma) >= _SHORTEST_STEM and (is_in_table(lemma) or is_lemma(lemma))


def respelled(word: str) -> str:
    """The word with one Nynorsk spelling of an ending as in Bokmål, empty when it has none."""
    changed = (pattern.sub(bokmal, word) for pattern, bokmal in _NYNORSK_SPELLINGS)
    return next((spelling for spelling in changed if spelling != word), "")


def guessed_lemmas(word: str) -> tuple[str, ...]:
    """The lemmas of an unknown word: itself, and itself without an ending of nouns."""
    found = _NOUN_ENDING.fullmatch(word)
    return (word, found[1]) if found else (word,)
