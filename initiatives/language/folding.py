"""Folding: one spelling for a lemma that the two written forms spell differently by rule.

The canonical spelling is the Bokmål one. A Nynorsk lemma comes to it in three ways, in this order:
the table of doublets; correspondences of sounds and letters, where the result is a lemma that the
Bokmål dictionary knows; and what corresponds whatever the dictionaries know. Nothing is folded that
is another word in Bokmål.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from . import BOKMAL, NYNORSK
from .dictionary import is_lemma, is_lemma_in, lemma_in
from .word_table import doublets, prefixes

_MAX_FOLDED_LETTERS = 40
_MAX_TRIED = 80


_QUALITY = re.compile("(.{3,})(het|heit|leik)")


class Rule(NamedTuple):
    """A pattern, what stands in Bokmål, and words it is for (Nynorsk, Bokmål), for the tests."""

    pattern: re.Pattern[str]
    replacement: str
    examples: tuple[tuple[str, str], ...]


def _rule(pattern: str, replacement: str, examples: str) -> Rule:
    pairs = tuple((nn, nb) for nn, _, nb in (pair.partition("=") for pair in examples.split()))
    return Rule(re.compile(pattern), replacement, pairs)


# What corresponds always: applied to every lemma of both forms, in this order.
ALWAYS = (
    _rule(r"^fram(?=[a-zæøå]{3})", "frem", "framtid=fremtid framgang=fremgang"),
    _rule(r"^frå(?=[a-zæøå]{3})", "fra", "fråflytting=fraflytting"),
    _rule(r"^utan(?=[fl])", "uten", "utanfor=utenfor utanlandsk=utenlandsk"),
    _rule(r"^innan(?=[fl])", "innen", "innanfor=innenfor"),
    _rule(r"^saman(?=[a-zæøå]{3})", "sammen", "samanhalde=sammenhalde"),
    _rule(r"^heim(?=[a-zæøå]{3})", "hjem", "heimreise=hjemreise"),
    _rule(r"^vidare(?=[a-zæøå]{3})", "videre", "vidareutdanning=videreutdanning"),
    _rule(r"^attende(?=[a-zæøå]{4})", "tilbake", "attendeflytting=tilbakeflytting"),
    _rule(r"^hovud(?=[a-zæøå]{3})", "hoved", "hovudgate=hovedgate"),
    _rule(r"(?<=[a-zæøå]{3})else$", "ing", "oppleving=opplevelse undersøking=undersøkelse"),
    _rule(r"(?<=[a-zæøå]{2}[bdfgklmprstv])ning$", "ing", "forsking=forskning rådgiving=rådgivning"),
    _rule(r"(?<=[a-zæøå]{2})heit$", "het", "frekkheit=frekkhet"),
    _rule(r"(?<=[a-zæøå]{2})leghei?t$", "lighet", "vanlegheit=vanlighet"),
    _rule(r"(?<=[a-zæøå]{2})leg$", "lig", "dagleg=daglig offentleg=offentlig"),
    _rule(r"(?<=[a-zæøå]{2})laus$", "løs", "arbeidslaus=arbeidsløs"),
)

# Endings of Nynorsk lemmas, applied where the Bokmål dictionary does not know the word.
NYNORSK_ENDINGS = (
    _rule(r"^moge?leg", "mulig", "mogleg=mulig mogeleg=mulig"),
    _rule(r"(?<=[a-zæøå]{3})ar$", "er", "innflyttar=innflytter etablerar=etablerer sommar=sommer"),
    _rule(r"(?<=[a-zæøå]{3})ande$", "ende", "uteståande=utestående"),
    _rule(r"(?<=[a-zæøå]{3})sam$", "som", "sparsam=sparsom hjelpsam=hjelpsom"),
    _rule(r"gjev", "giv", "utgjevar=utgiver"),
    _rule(r"(?<=[kg])j(?=[eai]|$)", "", "byggje=bygge rekkjevidde=rekkevidde hagje=hage"),
    _rule(r"^kv(?=[aeiouyæøå])", "hv", "kvit=hvit kvalp=hvalp"),
    _rule(r"(?<=[a-zæøå]{2}[bdfghjklmnprstvø])a$", "e", "flykta=flykte byggja=bygge"),
)

# Correspondences inside a word, tried up to three at a time where the result is a Bokmål lemma.
# Of two results the one by the rule that stands first is taken.
CORRESPONDENCES = (
    *NYNORSK_ENDINGS,
    # Diphthongs
    _rule(r"ei", "e", "meister=mester dyktigheit=dyktighet"),
    _rule(r"ei(?=[aer])", "ed", "allereie=allerede"),
    _rule(r"auge", "øye", "augevitne=øyevitne"),
    _rule(r"au", "ø", "avlaup=avløp naudhjelp=nødhjelp"),
    _rule(r"øy", "ø", "trøytt=trøtt dødsstøyt=dødsstøt"),
    # j, g and v
    _rule(r"spel(?=$|[aei])", "spill", "samspel=samspill speleliste=spilleliste"),
    _rule(r"jø", "e", "sjølvtillit=selvtillit sjølvhjelp=selvhjelp"),
    _rule(r"(?<=[lrdgbs])ju", "y", "djuphav=dyphav"),
    _rule(r"tj(?=[eai])", "tt", "sitje=sitte innsetjing=innsetting"),
    _rule(r"lj(?=[ea])", "lg", "velje=velge"),
    _rule(r"(?<=[a-zæøå]{2})j(?=[ea])", "", "krevje=kreve"),
    _rule(r"kv", "hv", "bankkvelv=bankhvelv"),
    _rule(r"gje(?=$|v)", "gi", "oppgje=oppgi utgjeving=utgiving"),
    _rule(r"ig(?=e)", "i", "sameige=sameie leige=leie"),
    _rule(r"mn", "vn", "namnedag=navnedag etternamn=etternavn"),
    # Words inside words
    _rule(r"heim", "hjem", "heimsending=hjemsending"),
    _rule(r"frå", "fra", "bakfrå=bakfra fråvær=fravær"),
    _rule(r"utan", "uten", "utandørs=utendørs dessutan=dessuten"),
    _rule(r"innan", "innen", "innanriks=innenriks"),
    _rule(r"saman", "sammen", "samanheng=sammenheng"),
    _rule(r"^føre", "fore", "førekomst=forekomst førelesning=forelesning"),
    _rule(r"^føre", "for", "føremiddag=formiddag"),
    _rule(r"hald", "hold", "innhald=innhold haldeplass=holdeplass"),
    _rule(r"skot", "skudd", "forskot=forskudd bankinnskot=bankinnskudd"),
    _rule(r"bod", "bud", "dagtilbod=dagtilbud anbodsfrist=anbudsfrist"),
    _rule(r"brot", "brudd", "innbrot=innbrudd lovbrot=lovbrudd"),
    # Derivational endings
    _rule(r"nad$", "ning", "påklednad=påkledning"),
    _rule(r"ing$", "ning", "tilknyting=tilknytning betyding=betydning"),
    _rule(r"semd$", "somhet", "aktsemd=aktsomhet"),
    _rule(r"leik$", "het", "tettleik=tetthet sannleik=sannhet"),
    _rule(r"ast$", "es", "aldrast=aldres ferdast=ferdes"),
    # Vowels
    _rule(r"a(?=l$|n$|r)", "e", "seinsommar=seinsommer dommarpanel=dommerpanel"),
    _rule(r"a(?=ks)", "o", "vaksen=voksen"),
    _rule(r"a(?=ld)", "o", "valdsbruk=voldsbruk"),
    _rule(r"o(?=p)", "å", "opningstid=åpningstid døropning=døråpning"),
    _rule(r"o", "u", "jolefest=julefest"),
    _rule(r"(?<=sk)u(?=l)", "o", "skulebarn=skolebarn danseskule=danseskole"),
    _rule(r"y", "ø", "sylvpapir=sølvpapir myrk=mørk"),
    _rule(r"y", "i", "vyrke=virke"),
    _rule(r"e", "i", "krysseld=kryssild"),
    _rule(r"e", "æ", "bereevne=bæreevne bere=bære"),
    _rule(r"a(?=nd|rd|l)", "å", "bygard=bygård"),
    _rule(r"å(?=v|r)", "a", "gåvekort=gavekort klåring=klaring"),
    # Consonants that Bokmål doubles
    _rule(
        r"(?<=[aeiouyæøå])([mnlkst])(?=[ei]|$)", r"\1\1", "eviggrøn=eviggrønn velkomen=velkommen"
    ),
)


def fold(lemma: str) -> str:
    """The canonical spelling of a lemma; folding it again makes no difference to search."""
    if len(lemma) < 2 or len(lemma) > _MAX_FOLDED_LETTERS:
        return lemma
    return _apply(ALWAYS, _to_bokmal(lemma))


@lru_cache(maxsize=4_000)
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
    """A noun made of an adjective, with that folded: `verkelegheit`, `tryggleik`; empty for other
    words.
    """
    found = _QUALITY.fullmatch(lemma)
    if found is None:
        return ""
    adjective, ending = found.groups()
    if is_lemma_in(BOKMAL, adjective + "het") or (ending != "leik" and is_lemma(adjective)):
        return _to_bokmal(adjective) + "het"
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
    """A lemma behind a prefix, from the folded lemma: `tilgje`, `utgjevar`; empty for other
    words.
    """
    for prefix in prefixes():
        rest = lemma[len(prefix) :]
        if len(rest) > 2 and lemma.startswith(prefix) and is_lemma(rest):
            return prefix + _to_bokmal(rest)
    return ""


def _apply(rules: tuple[Rule, ...], word: str) -> str:
    for rule in rules:
        word = rule.pattern.sub(rule.replacement, word)
    return word


def _candidates(lemma: str) -> Iterator[str]:
    """Spellings with one, two, then three correspondences replaced, at most _MAX_TRIED."""
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
