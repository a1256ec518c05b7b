"""What the running text of a sheet says in passing: amounts of money and addresses of web pages."""

import re
from collections.abc import Iterator
from itertools import islice

_NUMBER = r"(?P<number>\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+(?:,\d+)?)"
_SCALE = r"(?P<scale>milliard\w*|millionar|millioner|million|mill\.?|mrd\.?|tusen)"
_UNIT = r"(?:kroner|kronar|kr\.?|NOK|,-)"
_AMOUNTS = [
    re.compile(rf"(?<![\d,.]){_NUMBER}\s*{_SCALE}\s*(?:norske\s+)?{_UNIT}?", re.IGNORECASE),
    re.compile(rf"\b(?:kr\.?|NOK)\s*{_NUMBER}(?:\s*{_SCALE})?", re.IGNORECASE),
    re.compile(rf"(?<![\d,.]){_NUMBER}(?P<scale>)\s*{_UNIT}(?!\w)", re.IGNORECASE),
    re.compile(
        rf"(?P<word>\bei?n|\bto|\btre|\bfire|\bfem|\bein halv|\ben halv)\s+{_SCALE}\s*{_UNIT}?",
        re.IGNORECASE,
    ),
]
_WORDS = {
    "en": 1.0,
    "ein": 1.0,
    "to": 2.0,
    "tre": 3.0,
    "fire": 4.0,
    "fem": 5.0,
    "ein halv": 0.5,
    "en halv": 0.5,
}
_SCALES = {"t": 1_000, "mill": 1_000_000, "mrd": 1_000_000_000, "milliard": 1_000_000_000}
# Of one kind in one paragraph: what no sheet has more of.
_MOST = 50
_ENDINGS = "no|com|org|net|eu|info|nu|se|dk|kommune\\.no"
_HOST = r"(?:www\.)?[a-zæøå0-9-]{1,60}(?:\.[a-zæøå0-9-]{1,60}){0,4}"
_ADDRESS = re.compile(
    rf"(?<![@\w./-])(?:https?://[^\s<>«»\"”)]+|{_HOST}\.(?:{_ENDINGS})\b(?:/[^\s<>«»\"”),;]*)?)",
    re.IGNORECASE,
)


def amounts_in(text: str) -> list[int]:
    """The amounts of a text in NOK, without doubles, in order: `1,5 mill. kr` gives 1500000."""
    found: dict[int, int] = {}
    taken: list[tuple[int, int]] = []
    for pattern in _AMOUNTS:
        for match in islice(pattern.finditer(text), _MOST):
            if any(first < match.end() and match.start() < last for first, last in taken):
                continue
            taken.append(match.span())
            if (amount := _amount(match)) > 0:
                found.setdefault(amount, match.start())
    return sorted(found, key=lambda amount: found[amount])


def _amount(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("word"):
        number = _WORDS[groups["word"].lower()]
    else:
        number = float(re.sub(r"[ \u00a0\u202f.]", "", groups["number"]).replace(",", "."))
    scale = (groups.get("scale") or "").lower()
    factor = next((size for start, size in reversed(_SCALES.items()) if scale.startswith(start)), 1)
    return min(round(number * factor), 10**15)


def websites_in(text: str) -> Iterator[str]:
    """The addresses of a text, each with its scheme, without the point that ends a sentence."""
    for match in islice(_ADDRESS.finditer(text), _MOST):
        address = match.group().rstrip(".,;:!?")
        if "://" not in address and not address.partition("/")[0].rsplit(".", 1)[-1].islower():
            continue  # The end of one sentence and the beginning of the next.
        yield address if "://" in address else f"https://{address}"
