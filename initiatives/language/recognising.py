"""Which written form a text is in, told by its own words."""

import re

from initiatives.language import BOKMAL, NYNORSK
from initiatives.language.dictionary import lemma_in
from initiatives.language.keys import bare_words

# Common words that only one form has. Those that the other form has with another meaning are left out.
_ONLY = {
    NYNORSK: frozenset(
        "ikkje eg ein eit frå kva korleis kvifor kven kvar kor dei vere vore vart vera gjere gjort noko nokon "
        "nokre mykje fleire berre òg saman utan utanfor heile heim heime sjølv meir dykkar deira vår skule "
        "skulen bustad bustader innbyggjarar innbyggjarane tilflyttarar kommunar kommunane denne sidan då "
        "gjennom mellom millom verte vert auka auke eigen eiga eige eigne ho seier gir gjev trivast ulike "
        "tilbod næringslivet verksemder arbeidsplassar aktivitetar hausten framleis både blant høve løyving "
        "følgjande liknande grunnleggjande viktigaste busetje synleggjere skape lage drive".split()
    )
    - frozenset(
        "vår denne gjennom mellom ulike næringslivet både blant skape lage drive auka ho gir gjort".split()
    ),
    BOKMAL: frozenset(
        "ikke jeg en et fra hva hvordan hvorfor hvem hver hvor de være vært ble gjøre noe noen mye flere bare "
        "også sammen uten utenfor hele hjem hjemme selv mer deres skole skolen bolig boliger innbyggere "
        "innbyggerne tilflyttere kommuner kommunene siden økt øke egen eget egne hun sier trives forskjellige "
        "tilbud virksomheter arbeidsplasser aktiviteter høsten fremdeles følgende lignende grunnleggende "
        "viktigste bosette synliggjøre flytter blir bosted åtte tre".split()
    )
    - frozenset("egen egne tre blir flytter".split()),
}
_STRONG = 3
# Endings that tell where no dictionary does: plurals.
_ENDINGS = {NYNORSK: re.compile(r"\w{3,}(?:arane|ingar|ingane|leg|skap(?:ar))"), BOKMAL: re.compile(r"\w{3,}(?:erne|inger|ingene|lig)")}


def recognise_form(*texts: str) -> str:
    """The form of the first text that tells: `nn` or `nb`; empty when none does."""
    for text in texts:
        weights = {form: _weight(form, text) for form in _ONLY}
        if weights[NYNORSK] != weights[BOKMAL]:
            return max(weights, key=lambda form: weights[form])
    return ""


def _weight(form: str, text: str) -> int:
    """How much of a text only this form has: function words count most, words of one dictionary a little."""
    other = BOKMAL if form == NYNORSK else NYNORSK
    weight = 0
    for word in bare_words(text):
        if word in _ONLY[form]:
            weight += _STRONG
        elif word not in _ONLY[other] and _is_only_in(form, other, word):
            weight += 1
    return weight


def _is_only_in(form: str, other: str, word: str) -> bool:
    if len(word) < 4:
        return False
    if _ENDINGS[form].fullmatch(word) and not _ENDINGS[other].fullmatch(word):
        return True
    return bool(lemma_in(form, word)) and not lemma_in(other, word)
