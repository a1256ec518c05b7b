"""The words of an entry, by where they stand, and their search keys, which are stored for a quick start.

Terms, partners and places are not among them: their words lead to the entries that have them
(`initiatives.snapshot.vocabulary`), so that renaming a term touches no entry.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from initiatives.language.keys import RULES_VERSION, bare_words, part_keys, word_keys
from initiatives.language.letters import SOFT_HYPHEN
from initiatives.models import (
    ActivityLink,
    Initiative,
    PartnerLink,
    Project,
    SellingPointLink,
    SubjectAreaLink,
    TargetGroupLink,
    Word,
)

# Changes when entries would have other words than before, by the rules of words or by this module.
WORDING_VERSION = hashlib.sha256(RULES_VERSION.encode() + Path(__file__).read_bytes()).hexdigest()[:12]

# Longer than any word that somebody would look for; the rest of a longer one is not indexed.
MAX_WORD_LENGTH = 60

# Where words stand, best first, and the fields of the entry that count as that.
PLACES = ("title", "lead", "body")
_FIELDS = {
    "title": ("title_nn", "title_nb"),
    "lead": ("lead_nn", "lead_nb", "place_name", "owner"),
    "body": ("body_nn", "body_nb", "main_goal_nn", "main_goal_nb"),
}
_WORDED_LINKS = (ActivityLink, SellingPointLink, TargetGroupLink, SubjectAreaLink, PartnerLink)
_PROJECT_FIELDS = ("name_nn", "name_nb", "place_name", "note_nn", "note_nb")


@dataclass(frozen=True)
class WordKeys:
    """The search keys of a word, and those of its first and last parts when it is a compound."""

    keys: Collection[str]
    parts: Collection[str]

    @classmethod
    def of(cls, word: str) -> "WordKeys":
        return cls(word_keys(word), part_keys(word))


def index_form(word: str) -> str:
    """A word as the index has it: lower case, without soft hyphens, its beginning if it is very long."""
    return word.replace(SOFT_HYPHEN, "").lower()[:MAX_WORD_LENGTH]


def index_words(text: str) -> list[str]:
    """The words of a text in order as the index has them; see `index_form`."""
    return [word[:MAX_WORD_LENGTH] for word in bare_words(text)]


def words_of(texts: Iterable[str]) -> list[str]:
    """The different words of some texts as the index has them, in the order they first stand."""
    return list(dict.fromkeys(word for text in texts for word in index_words(text)))


def read_words(keys: Collection[int]) -> Iterator[tuple[int, dict[str, list[str]]]]:
    """For each entry with one of these keys: its key, and its different words by place. Seven queries."""
    linked: dict[int, list[str]] = defaultdict(list)
    for model in _WORDED_LINKS:
        rows = model._base_manager.filter(initiative__in=keys).exclude(wording="").order_by()
        for key, wording in rows.values_list("initiative_id", "wording"):
            linked[key].append(wording)
    projects = Project._base_manager.filter(initiative__in=keys).order_by()
    for key, *texts in projects.values_list("initiative_id", *_PROJECT_FIELDS):
        linked[key] += texts
    fields = [field for fields in _FIELDS.values() for field in fields]
    for row in Initiative.objects.filter(pk__in=keys).order_by().values("pk", *fields):
        texts = {place: [row[field] for field in named] for place, named in _FIELDS.items()}
        texts["lead"] += linked[row["pk"]]
        yield row["pk"], {place: words_of(found) for place, found in texts.items()}


def stored_keys() -> Mapping[str, WordKeys]:
    """The search keys that have been stored by the rules of now, by word. One query."""
    rows = Word.objects.filter(rules=RULES_VERSION).order_by().values_list("text", "keys", "parts")
    return {text: WordKeys(keys.split(), parts.split()) for text, keys, parts in rows.iterator(10_000)}


def store_keys(words: Collection[str]) -> int:
    """Stores the search keys of those words that have none by the rules of now; returns how many that was."""
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
    return Word(text=word, keys=" ".join(found.keys), parts=" ".join(found.parts), rules=RULES_VERSION)
