"""Which words are in use, and which a search for a key, a part or a beginning finds."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence

from initiatives.finding.wording import WordKeys
from initiatives.language.letters import plain_spelling, to_ascii

# More beginnings than this are too vague to search for.
MAX_WORDS_BEGUN = 2000


class WordIndex:
    """Words in use by their keys, by the keys of their parts, and in order. Immutable.

    May hold words that have gone out of use since it was first made; they lead to no entry.
    """

    def __init__(
        self,
        by_key: Mapping[str, Sequence[str]],
        by_part: Mapping[str, Sequence[str]],
        in_order: Sequence[tuple[str, str]],
        known: frozenset[str],
    ) -> None:
        self.by_key, self.by_part, self.in_order, self.known = by_key, by_part, in_order, known

    @classmethod
    def of(cls, words: Iterable[str], stored: Mapping[str, WordKeys]) -> "WordIndex":
        """The index of `words`, with the keys stored for them, or made where there are none."""
        return cls({}, {}, [], frozenset()).with_words(words, stored)

    def with_words(self, words: Iterable[str], stored: Mapping[str, WordKeys]) -> "WordIndex":
        new = set(words) - self.known
        if not new:
            return self
        keys = {word: stored.get(word) or WordKeys.of(word) for word in sorted(new)}
        return WordIndex(
            _with_pairs(self.by_key, ((key, word) for word in keys for key in keys[word].keys)),
            _with_pairs(self.by_part, ((part, word) for word in keys for part in keys[word].parts)),
            _with_beginnings(self.in_order, keys),
            self.known | new,
        )

    def with_key(self, keys: Iterable[str]) -> set[str]:
        """The words that have any of `keys`."""
        return {word for key in keys for word in self.by_key.get(key, ())}

    def with_part(self, keys: Iterable[str]) -> set[str]:
        """The compounds whose first or last part has any of `keys`."""
        return {word for key in keys for word in self.by_part.get(key, ())}

    def beginning_with(self, beginning: str) -> set[str]:
        """The words that begin with `beginning` by their letters or a key's; lower case."""
        return set(self._begun(to_ascii(plain_spelling(beginning))))

    def _begun(self, beginning: str) -> Iterator[str]:
        first = bisect_left(self.in_order, (beginning, ""))
        for text, word in self.in_order[first : first + MAX_WORDS_BEGUN]:
            if not text.startswith(beginning):
                break
            yield word


def _with_pairs(
    index: Mapping[str, Sequence[str]], pairs: Iterable[tuple[str, str]]
) -> Mapping[str, Sequence[str]]:
    extended = dict(index)
    for key, word in pairs:
        extended[key] = (*extended.get(key, ()), word)
    return extended


def _with_beginnings(
    in_order: Sequence[tuple[str, str]], keys: Mapping[str, WordKeys]
) -> Sequence[tuple[str, str]]:
    new = [
        (text, word) for word in keys for text in {to_ascii(plain_spelling(word)), *keys[word].keys}
    ]
    if len(new) * 8 > len(in_order):
        return sorted([*in_order, *new])
    extended = list(in_order)
    for pair in new:
        insort(extended, pair)
    return extended
