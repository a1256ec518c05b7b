"""The words of an entry, by where they stand, and their search keys, stored for a quick start.

Terms, partners and places are not among them: their words lead to the entries that have them
(`initiatives.finding.snapshot.vocabulary`), so that renaming a term touches no entry.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.db.models import Model

from initiatives.language.keys import RULES_VERSION, bare_words, part_keys, word_keys
from initiatives.language.letters import SOFT_HYPHEN
from initiatives.models import DraftWords, Initiative, Project, Word
from initiatives.models.kinds import LINKED

# Changes when entries would have other words than before, by the rules of words or by this module.
WORDING_VERSION = hashlib.sha256(RULES_VERSION.encode() + Path(__file__).read_bytes()).hexdigest()[
    :12
]

# Longer than any word that somebody would look for; the rest of a longer one is not indexed.
MAX_WORD_LENGTH = 60

# Where words stand that a reader can see, best first; and where those of a machine's draft do,
# which nobody is shown and which only help to find.
SEEN_ZONES = ("title", "lead", "body")
ZONES = (*SEEN_ZONES, "draft")

# By model, the fields whose words count as the entry's, and as standing where.
_TEXTS: Mapping[type[Model], Mapping[str, Sequence[str]]] = {
    Initiative: {
        "title": ("title_nn", "title_nb"),
        "lead": ("lead_nn", "lead_nb", "place_name", "owner"),
        "body": ("body_nn", "body_nb", "main_goal_nn", "main_goal_nb"),
    },
    **{kind.link: {"lead": ("wording",)} for kind in LINKED if not kind.is_place},
    DraftWords: {"draft": ("words",)},
    Project: {"lead": ("name_nn", "name_nb", "place_name", "note_nn", "note_nb")},
}


@dataclass(frozen=True)
class WordKeys:
    """The search keys of a word, and those of its first and last parts when it is a compound."""

    keys: Collection[str]
    parts: Collection[str]

    @classmethod
    def of(cls, word: str) -> "WordKeys":
        return cls(word_keys(word), part_keys(word))


def index_form(word: str) -> str:
    """A word as the index has it: lower case, without soft hyphens, cut if it is very long."""
    return word.replace(SOFT_HYPHEN, "").lower()[:MAX_WORD_LENGTH]


def index_words(text: str) -> list[str]:
    """The words of a text in order as the index has them; see `index_form`."""
    return [word[:MAX_WORD_LENGTH] for word in bare_words(text)]


def words_of(texts: Iterable[str]) -> list[str]:
    """The different words of some texts as the index has them, in the order they first stand."""
    return list(dict.fromkeys(word for text in texts for word in index_words(text)))


def text_fields(model: type[Model]) -> list[str]:
    """The fields of a model whose words count as an entry's."""
    return [field for fields in _TEXTS.get(model, {}).values() for field in fields]


class Texts:
    """Texts of entries, on their way to words."""

    def __init__(self) -> None:
        self._by_key: dict[int, dict[str, list[str]]] = {}

    def add(self, key: int, model: type[Model], values: Iterable[str]) -> None:
        """Adds to the entry with this key a row of `model`, in the order of `text_fields`."""
        texts, left = self._by_key.setdefault(key, {zone: [] for zone in ZONES}), iter(values)
        for zone, fields in _TEXTS.get(model, {}).items():
            texts[zone] += islice(left, len(fields))

    def words(self) -> Iterator[tuple[int, dict[str, list[str]]]]:
        """For each entry its key, and its different words by zone."""
        for key, texts in self._by_key.items():
            yield key, {zone: words_of(found) for zone, found in texts.items()}


def read_words(keys: Collection[int]) -> Iterator[tuple[int, dict[str, list[str]]]]:
    """For each entry with one of these keys: its key and its words by zone. Eight queries."""
    texts = Texts()
    for model in _TEXTS:
        name = "pk" if model is Initiative else "initiative_id"
        rows = model._base_manager.filter(**{f"{name}__in": keys}).order_by()
        for key, *values in rows.values_list(name, *text_fields(model)):
            texts.add(key, model, values)
    return texts.words()


def stored_keys() -> Mapping[str, WordKeys]:
    """The search keys that have been stored by the rules of now, by word. One query."""
    rows = Word.objects.filter(rules=RULES_VERSION).order_by().values_list("text", "keys", "parts")
    return {
        text: WordKeys(keys.split(), parts.split()) for text, keys, parts in rows.iterator(10_000)
    }


def store_keys(words: Collection[str]) -> int:
    """Stores the keys of the words that have none by the rules of now; returns how many."""
    stored = Word.objects.filter(text__in=words, rules=RULES_VERSION).values_list("text", flat=True)
    without = sorted(set(words) - set(stored))
    Word.objects.bulk_create(
        [_make_word(word) for word in without],
        update_conflicts=True,
        unique_fields=["text"],
        update_fields=["keys", "parts", "rules"],
    )
    return len(without)


def _make_word(word: str) -> Word:
    found = WordKeys.of(word)
    return Word(
        text=word, keys=" ".join(found.keys), parts=" ".join(found.parts), rules=RULES_VERSION
    )
