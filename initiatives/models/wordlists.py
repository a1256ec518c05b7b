"""Words for search: those of each entry, the keys of every word in use, and editors' synonyms.

The first two are made from the entries and can be made again (`manage.py rebuild_search`). What an entry's
words are and which keys they have is known to `initiatives.wording` and `initiatives.language.keys`.
"""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryWords(models.Model):
    """The different words of an entry, lower case with blanks between, by where they stand.

    A trigger removes the row when the entry's text changes, so that a row is never out of date; whoever loads
    the words makes those that are missing.
    """

    initiative = models.OneToOneField(
        "initiatives.Initiative", on_delete=models.CASCADE, primary_key=True, related_name="words"
    )
    title = models.TextField()
    lead = models.TextField()
    body = models.TextField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.title


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


class Synonyms(models.Model):
    """Words that search takes to mean the same, though neither written form does."""

    words = models.CharField(
        _("words"),
        max_length=300,
        unique=True,
        help_text=_(
            "Single words with commas between: a search for one finds the others. Inflections and the other "
            "written form come by themselves."
        ),
    )

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["words"]

    def __str__(self) -> str:
        return self.words

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
