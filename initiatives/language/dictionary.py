"""The full-form dictionaries of both written forms: which lemma a form of a word belongs to.

The data are simplemma's (`nb`, `nn`), read in place. Its own readers either hold every form in
memory (74 MB) or take a second to open; this one keeps the file packed and a sparse index: 9 MB, a
third of a second.

The file is a sorted list of records, each relative to the one before: how many bytes of the
previous key to keep, how many to add and these bytes, how many bytes of the key to cut for the
lemma, how many to add and these bytes. A record may also say "same lemma as before" or "the lemma
in full".
"""

import lzma
from array import array
from bisect import bisect_right
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from . import BOKMAL, FORMS, NYNORSK

_MAGIC = b"SMFC1"
_SAME_LEMMA = 254
_LEMMA_IN_FULL = 255
_RECORDS_PER_BLOCK = 8


class Dictionary:
    """Lemmas by form for one written form; opening it reads and indexes the file."""

    def __init__(self, form: str) -> None:
        self._data = _read(form)
        self._first_keys: list[bytes] = []
        self._offsets = array("I")
        self._index()

    def _index(self) -> None:
        """Remembers every eighth key, at records that stand without the lemma before them."""
        data, end = self._data, len(self._data)
        remember_key, remember_offset = self._first_keys.append, self._offsets.append
        position, key, passed = _start_of_records(data), b"", _RECORDS_PER_BLOCK
        while position < end:
            lemma_at = position + 2 + data[position + 1]
            key = key[: data[position]] + data[position + 2 : lemma_at]
            passed += 1
            if data[lemma_at] == _SAME_LEMMA:
                position = lemma_at + 1
                continue
            if passed > _RECORDS_PER_BLOCK:
                remember_key(key)
                remember_offset(lemma_at)
                passed = 0
            position = lemma_at + 2 + data[lemma_at + 1]

    def lemma(self, word: str) -> str:
        """The lemma of a form, empty when the form is not listed."""
        target = word.encode(errors="replace")
        block = bisect_right(self._first_keys, target) - 1
        if block < 0:
            return ""
        return self._find(target, self._first_keys[block], self._offsets[block])

    def _find(self, target: bytes, key: bytes, lemma_at: int) -> str:
        """Reads on from one indexed record until the target is met or passed."""
        data, end = self._data, len(self._data)
        given = key, lemma_at
        while key < target:
            position = (
                lemma_at + 1 if data[lemma_at] == _SAME_LEMMA else lemma_at + 2 + data[lemma_at + 1]
            )
            if position >= end:
                break
            lemma_at = position + 2 + data[position + 1]
            key = key[: data[position]] + data[position + 2 : lemma_at]
            if data[lemma_at] != _SAME_LEMMA:
                given = key, lemma_at
        return self._lemma_at(*given) if key == target else ""

    def _lemma_at(self, key: bytes, lemma_at: int) -> str:
        """The lemma that a record gives its key."""
        cut, length = self._data[lemma_at], self._data[lemma_at + 1]
        added = self._data[lemma_at + 2 : lemma_at + 2 + length]
        kept = b"" if cut == _LEMMA_IN_FULL else key[: len(key) - cut]
        return (kept + added).decode().lower()


def _read(form: str) -> bytes:
    """The unpacked file of a written form, found without importing simplemma (8 MB, 0.1 s)."""
    spec = find_spec("simplemma")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("The search keys need the dictionaries of the package simplemma.")
    folder = Path(spec.submodule_search_locations[0], "strategies", "dictionaries", "data")
    with lzma.open(folder / f"{form}.plzma") as file:
        data = file.read()
    if not data.startswith(_MAGIC) or data[len(_MAGIC)]:
        raise ValueError(
            f"simplemma's dictionary {form} is in a format that this reader does not know."
        )
    return data


def _start_of_records(data: bytes) -> int:
    """The position after the magic, one byte of flags and the number of records (7 bits a byte)."""
    position = len(_MAGIC) + 1
    while data[position] & 0x80:
        position += 1
    return position + 1


_opened: dict[str, Dictionary] = {}
_opening = Lock()


def dictionary(form: str) -> Dictionary:
    """The dictionary of a written form, opened at first use and kept."""
    if form not in _opened:
        with _opening:
            if form not in _opened:
                _opened[form] = Dictionary(form)
    return _opened[form]


@lru_cache(maxsize=16_000)
def lemma_in(form: str, word: str) -> str:
    """The lemma that one dictionary gives a form of a word, empty for an unknown form."""
    return dictionary(form).lemma(word)


def lemmas_of(word: str) -> tuple[str, ...]:
    """The lemmas that the two dictionaries give a form, Bokmål first, without repetition."""
    found = (lemma_in(form, word) for form in FORMS[::-1])
    return tuple(dict.fromkeys(lemma for lemma in found if lemma))


# Endings of the definite, the present or the past, by which a dictionary shows that a word is a
# lemma too.
_PROOFS = {
    BOKMAL: ("en", "et", "n", "t", "r", "ene", "ne", "ere", "de"),
    NYNORSK: ("en", "et", "n", "t", "r", "ane", "ar", "a", "de"),
}


@lru_cache(maxsize=8_000)
def is_lemma_in(form: str, word: str) -> bool:
    """Whether a word is a dictionary form there: its own lemma, or that of an inflected form.

    The dictionary keeps one lemma a form, so `fisker` is listed under `fisk` but `fiskeren` under
    `fisker`.
    """
    lemma = lemma_in(form, word)
    return lemma == word or (
        bool(lemma) and any(lemma_in(form, word + e) == word for e in _PROOFS[form])
    )


def is_lemma(word: str) -> bool:
    """Whether a word is a dictionary form in either written form."""
    return is_lemma_in(BOKMAL, word) or is_lemma_in(NYNORSK, word)


def is_listed_lemma(word: str) -> bool:
    """Whether a dictionary lists the word as its own lemma."""
    return any(lemma_in(form, word) == word for form in FORMS)


def is_lemma_in_both(word: str) -> bool:
    """Whether both dictionaries list the word as its own lemma."""
    return all(lemma_in(form, word) == word for form in FORMS)
