"""Which written form a text is in, told by its own words."""

import re

from initiatives.desk.sheets.tables import word_set
from initiatives.language import BOKMAL, FORMS, NYNORSK, other_form
from initiatives.language.dictionary import lemma_in
from initiatives.language.keys import bare_words

_TABLES = {NYNORSK: "only_nynorsk.txt", BOKMAL: "only_bokmal.txt"}
_STRONG = 3
# Endings that tell where no dictionary does: plurals.
_ENDINGS = {
    NYNORSK: re.compile(r"\w{3,}(?:arane|ingar|ingane|leg|skap(?:ar))"),
    BOKMAL: re.compile(r"\w{3,}(?:erne|inger|ingene|lig)"),
}


def recognise_form(*texts: str) -> str:
    """The form that the texts are in, `nn` or `nb`; empty when none tells.

    The first text that says it clearly decides. Where none does, all of them together do: a short
    title may have a word that only one dictionary happens to list.
    """
    told = [{form: _weight(form, text) for form in FORMS} for text in texts]
    together = {form: sum(weights[form] for weights in told) for form in FORMS}
    for weights in (*told, together):
        difference = weights[NYNORSK] - weights[BOKMAL]
        if abs(difference) >= (1 if weights is together else _STRONG):
            return NYNORSK if difference > 0 else BOKMAL
    return ""


def _weight(form: str, text: str) -> int:
    """How much of a text only this form has: function words count most, others a little."""
    other = other_form(form)
    weight = 0
    for word in bare_words(text):
        if word in word_set(_TABLES[form]):
            weight += _STRONG
        elif word not in word_set(_TABLES[other]) and _is_only_in(form, other, word):
            weight += 1
    return weight


def _is_only_in(form: str, other: str, word: str) -> bool:
    if len(word) < 4:
        return False
    if _ENDINGS[form].fullmatch(word) and not _ENDINGS[other].fullmatch(word):
        return True
    return bool(lemma_in(form, word)) and not lemma_in(other, word)
