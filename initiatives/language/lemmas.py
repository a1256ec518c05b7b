"""Reading a form of a word: the lemmas it may belong to.

The table of irregular forms speaks first and alone, then the dictionaries, then endings that lead to a lemma the
dictionaries know. A word that none of them knows has no reading here; compounds and unknown words come later.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from . import BOKMAL, NYNORSK
from .dictionary import is_lemma, is_lemma_in, lemma_in, lemmas_of
from .word_table import different_words, doublets, irregular_forms

_SHORTEST_STEM = 3

# Prefixes and particles that make a word of another; the longest first where one begins another.
PREFIXES = (
    *(
        "an",
        "av",
        "be",
        "bi",
        "etter",
        "fore",
        "føre",
        "for",
        "fram",
        "frem",
        "frå",
        "fra",
        "gjennom",
        "gjen",
        "heim",
    ),
    *(
        "hjem",
        "inn",
        "med",
        "mis",
        "mot",
        "ned",
        "nedan",
        "om",
        "opp",
        "over",
        "på",
        "sam",
        "saman",
        "sammen",
        "til",
    ),
    *("under", "ut", "van", "ved", "u"),
)

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
    ("iums", ("ium",)),
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
    ("are", ("", "e", "ar")),  # tryggare
    ("ere", ("", "e", "er")),  # tryggere, fiskere
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
    ("ne", ("en",)),  # vaksne
    ("st", ("je",)),  # krevst
    ("a", ("", "e")),  # bygda, flytta
    ("t", ("", "e")),  # trygt, kjørt
    ("d", ("e",)),  # levd
    ("e", ("", "a")),  # trygge
    ("s", ("", "e")),  # kommunens; vert vurdert
    ("n", ("",)),  # hagen
    ("r", ("",)),  # skular, flytter
)


# Nynorsk spellings inside an inflected form that no dictionary lists.
_RESPELLED = (
    (re.compile(r"(?<=[a-zæøå]{2})leg(?=(?:e|t|are|ast|aste|ere|est|este|heit[a-z]*)?$)"), "lig"),
    (re.compile(r"(?<=[a-zæøå]{2})heit(?=(?:a|er|ene|en)?$)"), "het"),
    (re.compile(r"setj(?=[ei])"), "sett"),
    (re.compile(r"(?<=[kg])j(?=[ei])"), ""),
)


@lru_cache(maxsize=20_000)
def lemmas(word: str) -> tuple[str, ...]:
    """The lemmas of a form in plain spelling, the likeliest first; empty when nothing knows the word."""
    return _simple_lemmas(word) or _prefixed(word)


def _simple_lemmas(word: str) -> tuple[str, ...]:
    if listed := irregular_forms().get(word):
        return listed
    found = dict.fromkeys((word,)) if is_in_table(word) else {}
    found |= dict.fromkeys(_in_dictionaries(word))
    if agent := _agent(word):
        return tuple(found | {agent: None})
    if found:
        found |= dict.fromkeys(_other_readings(word))
    return tuple(found) or _by_ending(word) or _respelled(word)


def known_lemma(word: str) -> str:
    """The word as lemma when tables or dictionaries have it as such, else empty."""
    if is_in_table(word) or is_lemma(word):
        return _as_in_bokmal(word)
    return _agent(word)


def is_in_table(word: str) -> bool:
    """Whether the word stands in the table of different words or that of doublets."""
    pairs = different_words()
    return word in pairs.to_bokmal or word in pairs.to_nynorsk or word in doublets()


def _other_readings(word: str) -> Iterator[str]:
    """Lemmas that the dictionaries do not give the form, because they keep one lemma a form."""
    for ending in ("ene", "ane", "er", "ar", "en", "et", "a"):
        if word.endswith(ending) and _is_noun(word[: -len(ending)], ending):
            yield word[: -len(ending)]
    if word.endswith("re") and _is_noun(word[:-2] + "er", ""):  # filtre
        yield word[:-2] + "er"
    if word.endswith(("ende", "ande")) and is_lemma(word[:-3]):  # økende
        yield word[:-3]
    if word.endswith("t"):  # rødt, nytt
        yield from (stem for stem in (word[:-1], word.removesuffix("tt")) if _is_adjective(stem))


def _is_noun(stem: str, ending: str) -> bool:
    """Whether another cell of the paradigm than the given one shows that the stem is a noun.

    `stoler` is listed under the verb `stole`, but `stolene` under `stol`.
    """
    if len(stem) < 2:
        return False
    cells = ((BOKMAL, "ene"), (NYNORSK, "ane"), (BOKMAL, "et"), (BOKMAL, "en"), (NYNORSK, "a"))
    return any(lemma_in(form, stem + cell) == stem for form, cell in cells if cell != ending)


def _is_adjective(stem: str) -> bool:
    """Whether a compared form shows that the stem is an adjective."""
    return any(lemma_in(form, stem + cell) == stem for form, cell in ((BOKMAL, "ere"), (BOKMAL, "est"), (NYNORSK, "are")))


def _agent(word: str) -> str:
    """The word for one who does something: `fisker`, `leiar`, which dictionaries list under `fisk`, `leie`.

    Empty for other words. A Nynorsk word that only the Bokmål dictionary has is given as that has it.
    """
    if len(word) < 5 or not word.endswith(("er", "ar")):
        return ""
    if lemma_in(BOKMAL, word + "en") == word or lemma_in(NYNORSK, word + "en") == word:
        return word
    bokmal = word[:-2] + "er"
    return bokmal if lemma_in(BOKMAL, bokmal + "en") == bokmal else ""


def _in_dictionaries(word: str) -> tuple[str, ...]:
    """What the dictionaries list, and the word itself where they show that it is a lemma too."""
    found = dict.fromkeys(_as_in_bokmal(lemma) for lemma in lemmas_of(word))
    if found and word not in found and is_lemma(word):
        found = {word: None, **found}
    return tuple(found)


def _as_in_bokmal(lemma: str) -> str:
    """The lemma with the ending that it has in Bokmål: infinitive -e, agent -er; a passive as its active."""
    if lemma.endswith(("es", "ast")) and (active := _active(lemma)):
        return active
    if len(lemma) <= _SHORTEST_STEM or is_lemma_in(BOKMAL, lemma):
        return lemma
    if lemma.endswith("a"):
        return lemma[:-1] + "e"
    if lemma.endswith("ar") and is_lemma_in(BOKMAL, lemma[:-2] + "er"):
        return lemma[:-2] + "er"
    return lemma


def _active(lemma: str) -> str:
    """The active verb of a passive that stands as lemma: `trives`, `krevjast`; empty for other words."""
    if lemma.endswith("ast") and is_lemma_in(BOKMAL, lemma):
        return ""
    active = lemma.removesuffix("s").removesuffix("ast")
    active = active if active.endswith("e") else active + "e"
    return active if is_lemma(active) else ""


def _respelled(word: str) -> tuple[str, ...]:
    """The lemmas of the word with its Nynorsk endings spelled as in Bokmål."""
    for pattern, bokmal in _RESPELLED:
        respelled = pattern.sub(bokmal, word)
        if respelled != word:
            return _in_dictionaries(respelled) or _by_ending(respelled)
    return ()


def _by_ending(word: str) -> tuple[str, ...]:
    """The known lemma that the word is a regular form of, where the dictionaries lack the form."""
    for ending, lemma_endings in INFLECTIONS:
        stem = word[: -len(ending)]
        if not word.endswith(ending) or len(stem) < _SHORTEST_STEM:
            continue
        found = tuple(stem + e for e in lemma_endings if _is_known_lemma(stem + e))
        if found:
            return found
    if word.endswith("s") and len(word) > _SHORTEST_STEM + 1:
        return lemmas_of(word[:-1])
    return ()


def _prefixed(word: str) -> tuple[str, ...]:
    """The lemmas of a form behind a prefix: `bidreg` as `dreg`."""
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + _SHORTEST_STEM:
            if found := _simple_lemmas(word[len(prefix) :]):
                return tuple(prefix + lemma for lemma in found)
    return ()


def _is_known_lemma(word: str) -> bool:
    return len(word) >= _SHORTEST_STEM and (is_in_table(word) or is_lemma(word))
