"""The closing text of the source: how it says that an initiative is presented, not assessed."""

import re

_FLAGS = re.IGNORECASE
_BASIC = re.compile(r"\bgrunnlegg(?:j?ande|ende)\s+informasjon", _FLAGS)
_PRESENTED = re.compile(
    r"\b(?:pres[ea]nter\w*|omtal\w*|skildr\w*|beskr[ei]v\w*|lag[dt] fram|lagt frem)\b", _FLAGS
)
_WITHOUT = re.compile(
    r"\b(?:ut[ae]n|ikk(?:j)?e|inga?|ingen|verken|hverken|noka?|noen)\b[^.]{0,60}?"
    r"\b\w*(?:vurder\w*|evaluer\w*|kvalitetssikr\w*)",
    _FLAGS,
)
_SOURCE = re.compile(r"distriktss?ent(?:er|re)", _FLAGS)
_US = re.compile(r"\b(?:vi|me|oss|senteret)\b", _FLAGS)
_OF_CLOSING = re.compile(
    r"\bkatalog|distriktss?ent|ideas2evidence|norut|telemarksforsk|tilflyttingsarbeid|avkort|^\W*$",
    _FLAGS,
)
_CATALOGUE = re.compile(r"\bkatalog(?:en)?\s+over\s+tilflytt(?:ing|ning)sarbeid", _FLAGS)


def says_unassessed(text: str) -> bool:
    """Whether a text says that the initiative is presented in its basics, or not assessed."""
    if _BASIC.search(text) and (_PRESENTED.search(text) or _SOURCE.search(text)):
        return True
    is_ours = _SOURCE.search(text) or (_PRESENTED.search(text) and _US.search(text))
    return bool(_WITHOUT.search(text) and is_ours)


def is_of_closing(text: str) -> bool:
    """Whether a paragraph goes on a closing text: it tells of catalogue or makers, or was cut."""
    return is_closing(text) or bool(_OF_CLOSING.search(text))


def is_closing(text: str) -> bool:
    """Whether a paragraph without its heading is the closing text."""
    return says_unassessed(text) or bool(_CATALOGUE.search(text) and _SOURCE.search(text))
