"""Reading a form of a word: the lemmas it may belong to.

The table of irregular forms speaks first and alone, then the dictionaries, then endings that lead
to a lemma that is known, then prefixes. A word that none of them knows has no reading here;
compounds and guesses come later.
"""

from functools import lru_cache

from . import BOKMAL, NYNORSK
from .dictionary import is_lemma, is_lemma_in, lemma_in, lemmas_of
from .endings import lemmas_by_ending, respelled
from .readings import agent_noun, genitive_of, other_readings, readings_beside_agent
from .word_table import irregular_forms, is_in_table, prefixes

_SHORTEST_REST = 3


@lru_cache(maxsize=4_000)
def lemmas(word: str) -> tuple[str, ...]:
    """The lemmas of a form in plain spelling, the likeliest first; empty for unknown words."""
    found = simple_lemmas(word) or _prefixed(word)
    if word.endswith(("er", "ar")) and word[:-2] + "e" in found and not lemmas_of(word):
        return (*found, word[:-2] + "er")  # heimvendar
    return found


@lru_cache(maxsize=4_000)
def simple_lemmas(word: str) -> tuple[str, ...]:
    """The same without words that only a prefix tells from a known word."""
    listed = irregular_forms().get(word, ())
    agent = agent_noun(word)
    if listed:
        return tuple(dict.fromkeys((*listed, agent))) if agent else listed
    found = (*_in_table(word), *_in_dictionaries(word))
    if agent:
        found = (*found, agent, *readings_beside_agent(word))
    else:
        found = (*found, *_prefixed_irregular(word))
        if found and len(word) > _SHORTEST_REST:
            found = (*found, *other_readings(word))
    if definite := genitive_of(word):
        found = (*found, *simple_lemmas(definite))
    found = found or lemmas_by_ending(word) or _lemmas_respelled(word)
    return tuple(dict.fromkeys((*found, *_participle_in_bokmal(word))))


def _participle_in_bokmal(word: str) -> tuple[str, ...]:
    """The adjective in -ende that Bokmål has for a participle in -ande: `påtrengande`."""
    bokmal = word[:-4] + "ende"
    return (bokmal,) if word.endswith("ande") and is_lemma_in(BOKMAL, bokmal) else ()


def _in_table(word: str) -> tuple[str, ...]:
    """The word where a table has it, and its infinitive where a table has that: `utferda`."""
    readings = (word, word[:-1] + "e") if word.endswith("a") else (word,)
    return tuple(reading for reading in readings if is_in_table(reading))


def known_lemma(word: str) -> str:
    """The word as lemma when tables or dictionaries have it as such, else empty."""
    if word in irregular_forms().get(word, ()):
        return word
    if is_in_table(word) or is_lemma(word):
        return _as_in_bokmal(word)
    return agent_noun(word)


def is_complete(word: str) -> bool:
    """Whether tables or dictionaries know the word, as more than the bare stem of a verb.

    `integrer` and `innflyt` are not complete: whoever searches is still writing. `søk` is: it is
    a noun too.
    """
    if word in irregular_forms() or is_in_table(word):
        return True
    if found := simple_lemmas(word):
        is_guessed_verb = word.endswith(("t", "d", "s")) and not lemmas_of(word)
        return not is_guessed_verb and any(
            lemma not in (word + "e", word + "je") for lemma in found
        )
    return word not in _prefixed(word)


def _in_dictionaries(word: str) -> tuple[str, ...]:
    """What the dictionaries list, and the word itself where they show that it is a lemma too."""
    found = dict.fromkeys(_as_in_bokmal(lemma) for lemma in lemmas_of(word))
    if found and word not in found and is_lemma(word):
        found = {word: None, **found}
    if word in found:
        return tuple(x for x in found if not _is_genitive(word, x) and not _is_imperative(word, x))
    return tuple(found)


def _is_genitive(word: str, lemma: str) -> bool:
    """Whether a form that is a noun too counts as the genitive of a shorter one: `saus`, `sau`."""
    return lemma + "s" == word and not lemma.endswith("e")


def _is_imperative(word: str, lemma: str) -> bool:
    """Whether a form that is a noun too belongs to a verb as its imperative only: `bruk`, `bruke`.

    In Nynorsk the bare stem is also the present of strong verbs (`vinn`), which have none in -ar or
    -er.
    """
    if lemma not in (word + "e", word + "je"):
        return False
    return not lemma_in(NYNORSK, word) or any(
        lemma_in(NYNORSK, word + e).startswith(word) for e in ("ar", "er", "jer")
    )


def _as_in_bokmal(lemma: str) -> str:
    """The lemma with the ending that it has in Bokmål: infinitive -e, agent -er; a passive as its
    active.
    """
    if lemma.endswith(("es", "ast")) and (active := _active(lemma)):
        return active
    if len(lemma) <= _SHORTEST_REST or is_in_table(lemma) or is_lemma_in(BOKMAL, lemma):
        return lemma
    if lemma.endswith("a"):
        return lemma[:-1] + "e"
    if lemma.endswith("ar") and is_lemma_in(BOKMAL, lemma[:-2] + "er"):
        return lemma[:-2] + "er"
    return lemma


def _active(lemma: str) -> str:
    """The active verb of a passive that stands as lemma: `trives`, `krevjast`; empty for other
    words.
    """
    if lemma.endswith("ast") and is_lemma_in(BOKMAL, lemma):
        return ""
    active = lemma.removesuffix("s").removesuffix("ast")
    active = active if active.endswith("e") else active + "e"
    return active if is_lemma(active) else ""


def _prefixed_irregular(word: str) -> tuple[str, ...]:
    """The lemmas of an irregular form behind a prefix: `oppgjeve`, `inngått`."""
    if not word.startswith(prefixes()):
        return ()
    irregular = irregular_forms()
    for prefix in prefixes():
        if word.startswith(prefix) and (found := irregular.get(word[len(prefix) :])):
            return tuple(prefix + lemma for lemma in found)
    return ()


def _lemmas_respelled(word: str) -> tuple[str, ...]:
    """The lemmas of the word with a Nynorsk ending spelled as in Bokmål."""
    spelling = respelled(word)
    return (_in_dictionaries(spelling) or lemmas_by_ending(spelling)) if spelling else ()


def _prefixed(word: str) -> tuple[str, ...]:
    """The lemmas of a form behind a prefix: `bidreg` as `dreg`."""
    if not word.startswith(prefixes()):
        return ()
    for prefix in prefixes():
        rest = word[len(prefix) :]
        if (
            word.startswith(prefix)
            and len(rest) > _SHORTEST_REST
            and (found := simple_lemmas(rest))
        ):
            return tuple(prefix + lemma for lemma in found)
    return ()
