"""Folding: one spelling for a lemma that the two written forms spell differently by rule.

The canonical spelling is the Bokmål one. A Nynorsk lemma comes to it in three ways, in this order: the table of
doublets; correspondences of sounds and letters, where the result is a lemma that the Bokmål dictionary knows; and
endings that correspond whatever the dictionaries know. Nothing is folded that Bokmål itself has as another word.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from . import BOKMAL, NYNORSK
from .dictionary import is_lemma, is_lemma_in, lemma_in
from .lemmas import PREFIXES
from .word_table import doublets

_MAX_FOLDED_LETTERS = 40
_MAX_TRIED = 80


class Rule(NamedTuple):
    """A pattern, what stands in Bokmål, and the words it is for (Nynorsk, Bokmål), which the tests read."""

    pattern: re.Pattern[str]
    replacement: str
    examples: tuple[tuple[str, str], ...]


def _rule(pattern: str, replacement: str, examples: str) -> Rule:
    pairs = tuple((nn, nb) for nn, _, nb in (pair.partition("=") for pair in examples.split()))
    return Rule(re.compile(pattern), replacement, pairs)


# Endings that correspond always: applied to every lemma of both forms, in this order.
ENDINGS = (
    _rule(r"^fram(?=[a-zæøå]{3})", "frem", "framtid=fremtid framgang=fremgang"),
    _rule(r"^frå(?=[a-zæøå]{3})", "fra", "fråflytting=fraflytting"),
    _rule(r"^utan(?=[fl])", "uten", "utanfor=utenfor utanlandsk=utenlandsk"),
    _rule(r"^innan(?=[fl])", "innen", "innanfor=innenfor"),
    _rule(r"^saman(?=[a-zæøå]{3})", "sammen", "samanlikne=sammenlikne"),
    _rule(r"^heim(?=[a-zæøå]{3})", "hjem", "heimreise=hjemreise"),
    _rule(r"^vidare(?=[a-zæøå]{3})", "videre", "vidareutdanning=videreutdanning"),
    _rule(r"(?<=[a-zæøå]{3})else$", "ing", "oppleving=opplevelse undersøking=undersøkelse"),
    _rule(r"(?<=[a-zæøå]{2}[bdfgklmprstv])ning$", "ing", "forsking=forskning rådgiving=rådgivning"),
    _rule(r"(?<=[a-zæøå]{2})heit$", "het", "sikkerheit=sikkerhet"),
    _rule(r"(?<=[a-zæøå]{2})legheit$", "lighet", "vanlegheit=vanlighet"),
    _rule(r"(?<=[a-zæøå]{2})leghet$", "lighet", "herlegheit=herlighet"),
    _rule(r"(?<=[a-zæøå]{2})leg$", "lig", "dagleg=daglig offentleg=offentlig"),
    _rule(r"(?<=[a-zæøå]{2})laus$", "løs", "arbeidslaus=arbeidsløs"),
)

# Endings of Nynorsk lemmas, applied where the Bokmål dictionary does not know the word.
NYNORSK_ENDINGS = (
    _rule(r"^mog(e?)leg", "mulig", "mogleg=mulig moglegheit=mulighet"),
    _rule(r"(?<=[a-zæøå]{3})ar$", "er", "innflyttar=innflytter etablerar=etablerer"),
    _rule(r"(?<=[a-zæøå]{3})ande$", "ende", "grunnleggjande=grunnleggende"),
    _rule(r"(?<=[a-zæøå]{3})sam$", "som", "lønsam=lønsom"),
    _rule(r"(?<=[kg])j(?=[eai]|$)", "", "byggje=bygge søkje=søke"),
    _rule(r"^kv(?=[aeiouyæøå])", "hv", "kvit=hvit kvile=hvile"),
    _rule(r"(?<=[a-zæøå]{2}[bdfghjklmnprstvø])a$", "e", "kasta=kaste byggja=bygge"),
)

# Correspondences inside a word, tried up to three at a time where the result is a lemma of the Bokmål dictionary.
# The order is that of preference.
CORRESPONDENCES = (
    *NYNORSK_ENDINGS,
    _rule(r"ei", "e", "heil=hel grein=gren"),
    _rule(r"ei(?=[aer])", "ed", "brei=bred"),
    _rule(r"au", "ø", "draum=drøm haust=høst"),
    _rule(r"øy", "ø", "køyre=kjøre løyse=løse"),
    _rule(r"spel(?=$|[aei])", "spill", "avspeling=avspilling"),
    _rule(r"eiing$", "edning", "spreiing=spredning"),
    _rule(r"auge", "øye", "auge=øye"),
    _rule(r"jø", "e", "mjølk=melk sjølv=selv"),
    _rule(r"(?<=[lrdgbs])ju", "y", "djup=dyp sjuk=syk"),
    _rule(r"j(?=u)", "", "mjuk=myk"),
    _rule(r"tj(?=[eai])", "tt", "setje=sette"),
    _rule(r"lj(?=[ea])", "lg", "selje=selge velje=velge"),
    _rule(r"(?<=[a-zæøå]{2})j(?=[ea])", "", "krevje=kreve"),
    _rule(r"kv", "hv", "kvardag=hverdag"),
    _rule(r"(?<=v)a(?=r)", "e", "kvar=hver"),
    _rule(r"heim", "hjem", "heimstad=hjemsted"),
    _rule(r"fram", "frem", "framtid=fremtid"),
    _rule(r"frå", "fra", "fråflytting=fraflytting"),
    _rule(r"utan", "uten", "utanfor=utenfor"),
    _rule(r"innan", "innen", "innanfor=innenfor"),
    _rule(r"saman", "sammen", "samanheng=sammenheng"),
    _rule(r"^føre", "for", "føremål=formål førebygge=forebygge"),
    _rule(r"^føre", "fore", "førebygge=forebygge"),
    _rule(r"hald", "hold", "opphald=opphold"),
    _rule(r"skot", "skudd", "overskot=overskudd"),
    _rule(r"bod", "bud", "tilbod=tilbud"),
    _rule(r"brot", "brudd", "lovbrot=lovbrudd"),
    _rule(r"mn", "vn", "namn=navn hamn=havn"),
    _rule(r"nad$", "ning", "verknad=virkning"),
    _rule(r"nad$", "ed", "marknad=marked"),
    _rule(r"ing$", "ning", "tilknyting=tilknytning"),
    _rule(r"semd$", "somhet", "einsemd=ensomhet"),
    _rule(r"leik$", "het", "nærleik=nærhet tryggleik=trygghet"),
    _rule(r"(?<=ig)leik$", "het", "mogleik=mulighet"),
    _rule(r"a(?=l$|n$|r)", "e", "gamal=gammel nordan=norden"),
    _rule(r"a(?=ks|sk|n)", "o", "vaksen=voksen"),
    _rule(r"a(?=l)", "o", "mangfald=mangfold"),
    _rule(r"o(?=[pvn])", "å", "open=åpen"),
    _rule(r"o", "u", "bod=bud gol=gul"),
    _rule(r"u", "o", "skule=skole buplikt=boplikt"),
    _rule(r"y", "i", "kyrkje=kirke"),
    _rule(r"y", "ø", "fyrst=først"),
    _rule(r"e", "i", "verke=virke sleppe=slippe"),
    _rule(r"e", "æ", "vere=være"),
    _rule(r"a", "e", "saman=samen"),
    _rule(r"a(?=nd|rd|l)", "å", "hand=hånd gard=gård"),
    _rule(r"å(?=v|r)", "a", "gåve=gave klår=klar"),
    _rule(r"ø", "o", "førebygge=forebygge"),
    _rule(r"høg", "høy", "høgskule=høyskole"),
    _rule(r"(?<=[eø])g(?=e|$|[a-z]{3})", "y", "høgd=høyd"),
    _rule(r"eg(?=$|[a-z]{3})", "ei", "omveg=omvei"),
    _rule(r"ig(?=e)", "i", "leige=leie eige=eie"),
    _rule(r"(?<=[aeiouyæøå])([mnlkst])(?=[ei]|$)", r"\1\1", "ven=venn komen=kommen"),
    _rule(r"(?<=[aeiouyæøå])([mnlkst])\1", r"\1", "domme=dome"),
    _rule(r"(?<=[aeiouyæøå])$", "d", "brei=breid"),
    _rule(r"gje", "gi", "gje=gi tilgje=tilgi"),
    _rule(r"gj(?=e)", "gi", "utgjevar=utgiver"),
    _rule(r"ast$", "es", "trivast=trives"),
)


def fold(lemma: str) -> str:
    """The canonical spelling of a lemma; folding it again changes nothing that matters to search."""
    if len(lemma) < 2 or len(lemma) > _MAX_FOLDED_LETTERS:
        return lemma
    return _apply(ENDINGS, _to_bokmal(lemma))


@lru_cache(maxsize=20_000)
def _to_bokmal(lemma: str) -> str:
    """The Bokmål lemma that corresponds, or the lemma with its Nynorsk endings replaced."""
    if usual := doublets().get(lemma):
        return usual
    if quality := _quality(lemma):
        return quality
    if participle := _participle(lemma):
        return participle
    if is_lemma_in(BOKMAL, lemma):
        return lemma
    return _corresponding(lemma) or _prefixed(lemma) or _apply(NYNORSK_ENDINGS, lemma)


def _quality(lemma: str) -> str:
    """A noun made of an adjective, from the folded adjective: `verkelegheit`, `tryggleik`; empty for other words."""
    found = re.fullmatch(r"(.{3,})(?:het|heit|leik)", lemma)
    if found and (is_lemma(found[1]) or is_lemma_in(BOKMAL, found[1] + "het")):
        return _to_bokmal(found[1]) + "het"
    return ""


def _participle(lemma: str) -> str:
    """A participle used as an adjective, in -a: `mislykket`, `mislykka`; empty for other words."""
    if len(lemma) > 5 and lemma.endswith("et"):
        in_a = lemma[:-2] + "a"
        if lemma_in(BOKMAL, in_a) in (in_a, lemma[:-1]):
            return in_a
    return ""


def _corresponding(lemma: str) -> str:
    """The Bokmål lemma to which correspondences of sounds lead from a Nynorsk lemma, or empty."""
    if is_lemma_in(NYNORSK, lemma):
        for candidate in _candidates(lemma):
            if len(candidate) > 2 and is_lemma_in(BOKMAL, candidate):
                return doublets().get(candidate, candidate)
    return ""


def _prefixed(lemma: str) -> str:
    """A lemma behind a prefix, from the folded lemma: `tilgje`, `utgjevar`; empty for other words."""
    for prefix in PREFIXES:
        rest = lemma[len(prefix) :]
        if len(rest) > 2 and lemma.startswith(prefix) and is_lemma(rest):
            return prefix + _to_bokmal(rest)
    return ""


def _apply(rules: tuple[Rule, ...], word: str) -> str:
    for rule in rules:
        word = rule.pattern.sub(rule.replacement, word)
    return word


def _candidates(lemma: str) -> Iterator[str]:
    """Spellings with one, then two, then three correspondences replaced, at most _MAX_TRIED of them."""
    ended = _apply(NYNORSK_ENDINGS, lemma)
    tried = {lemma, ended}
    level = list(dict.fromkeys((ended, lemma)))
    yield ended
    for _ in range(_steps_for(lemma)):
        following: list[str] = []
        for word in level:
            for spelling in _one_step(word):
                if spelling not in tried:
                    tried.add(spelling)
                    following.append(spelling)
                    yield spelling
            if len(tried) > _MAX_TRIED:
                return
        level = following


def _steps_for(lemma: str) -> int:
    """How many letters of a word may differ before it is more likely another word."""
    return 1 if len(lemma) <= 4 else 2 if len(lemma) <= 6 else 3


def _one_step(word: str) -> Iterator[str]:
    """The word with one correspondence replaced at one place."""
    for rule in CORRESPONDENCES:
        for found in rule.pattern.finditer(word):
            yield word[: found.start()] + found.expand(rule.replacement) + word[found.end() :]
