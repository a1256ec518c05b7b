"""Letters: the spelling of a word that lookups use, and its ASCII form that keys use."""

import unicodedata

SOFT_HYPHEN = "\u00ad"

# Letters that Unicode does not take apart, and the foreign spellings of æ and ø.
_NORWEGIAN = str.maketrans(
    {
        "ä": "æ",
        "ö": "ø",
        "đ": "d",
        "ð": "d",
        "ŋ": "n",
        "ŧ": "t",
        "ß": "ss",
        "œ": "ø",
        "þ": "t",
        "ł": "l",
    }
)
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ü": "ue"})
_KEPT = "æøåü"  # ü tells gründer from grunder


def plain_spelling(word: str) -> str:
    """The word in lower case without soft hyphens and accents; æ, ø and å stay letters."""
    lowered = (
        unicodedata.normalize("NFKC", word.replace(SOFT_HYPHEN, "")).lower().translate(_NORWEGIAN)
    )
    if lowered.isascii():
        return lowered
    return "".join(
        c if c in _KEPT else _without_accent(c) for c in unicodedata.normalize("NFC", lowered)
    )


def _without_accent(letter: str) -> str:
    decomposed = unicodedata.normalize("NFKD", letter)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def to_ascii(word: str) -> str:
    """The word in [a-z0-9]: æ ae, ø oe, å aa; a letter of another alphabet as its code point,
    hexadecimal.
    """
    spelled = word.translate(_ASCII)
    if spelled.isascii() and spelled.isalnum():
        return spelled
    return "".join(c if c.isascii() else f"{ord(c):x}" for c in spelled if c.isalnum())
