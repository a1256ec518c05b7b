"""Words for search: the keys of words in use, where each stood at some version, and synonyms.

The first two only spare a start of work: `manage.py rebuild_search` makes them from the entries,
and what has changed since, or is by other rules, is made anew where it is needed
(`initiatives.finding.wording`).
"""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class Word(models.Model):
    """A word in use with its search keys and those of its parts, where it is a compound."""

    text = models.CharField(max_length=100, primary_key=True)
    keys = models.TextField()
    parts = models.TextField(blank=True)
    rules = models.CharField(max_length=40)
    """The rules that the keys were made by, as `initiatives.language.keys.RULES_VERSION`."""

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.text


class WordEntries(models.Model):
    """The entries, of any status, that had a word in one zone at a version.

    The zones are `wording.ZONES`. All rows are of one version and made by the same rules. `entries`
    is a serialized Roaring bitmap of keys.
    """

    zone = models.CharField(max_length=5)
    word = models.CharField(max_length=100)
    version = models.BigIntegerField()
    rules = models.CharField(max_length=40)
    entries = models.BinaryField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["zone", "word"], name="word_entries_unique")]

    def __str__(self) -> str:
        return f"{self.word} in {self.zone}"


class DraftWords(models.Model):
    """Words that a machine would use for an entry in its other form, beyond its own.

    They only widen what search finds, and are shown to nobody. `made_from` is the digest of the
    text.
    """

    initiative = models.OneToOneField(
        "initiatives.Initiative",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="draft_words",
    )
    words = models.TextField()
    made_from = models.CharField(max_length=12)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.words}"


class SynonymsManager(models.Manager["Synonyms"]):
    def get_by_natural_key(self, words: str) -> "Synonyms":
        return self.get(words=words)


class Synonyms(models.Model):
    """Words that search takes to mean the same, though neither written form does."""

    words = models.CharField(
        _("words"),
        max_length=300,
        unique=True,
        help_text=_(
            "Single words with commas between: a search for one finds the others. Inflections and"
            " the other written form come by themselves."
        ),
    )

    objects = SynonymsManager()

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["words"]

    def __str__(self) -> str:
        return self.words

    def natural_key(self) -> tuple[str]:
        return (self.words,)

    def clean(self) -> None:
        words = self.listed
        if several := [word for word in words if not re.fullmatch(r"\w+", word)]:
            raise ValidationError({"words": _("«%s» is not a single word.") % several[0]})
        if len(set(words)) < 2:
            raise ValidationError({"words": _("Give at least two words, with commas between.")})
        self.words = ", ".join(dict.fromkeys(words))

    @property
    def listed(self) -> list[str]:
        """The words one by one, lower case."""
        return [word.strip().lower() for word in self.words.split(",") if word.strip()]
