"""What a contact may answer, and storing it once."""

from typing import Any

from django import forms
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from initiatives.models import Answer, ConfirmationRequest
from initiatives.models.confirmations import MOST_TRIES, NOTE_LENGTH
from initiatives.models.fields import FIRST_YEAR


class AnswerForm(forms.Form):
    """Asks for nothing about the person who answers."""

    answer = forms.ChoiceField(label=_("How is it with the initiative?"), choices=Answer)
    end_year = forms.IntegerField(
        label=_("Which year did it end?"), required=False, min_value=FIRST_YEAR, max_value=9999
    )
    note = forms.CharField(
        label=_("What should the editors know?"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea,
    )

    def clean_end_year(self) -> int | None:
        year: int | None = self.cleaned_data["end_year"]
        if year and year > timezone.localdate().year:
            raise forms.ValidationError(_("The year is not here yet. Write a year that has begun."))
        return year

    def clean(self) -> dict[str, Any]:
        """A year is kept only where something ended; a change must be told."""
        cleaned = super().clean() or {}
        if (
            cleaned.get("answer") == Answer.CHANGED
            and not cleaned.get("note")
            and "note" not in self.errors
        ):
            self.add_error("note", _("Write in a few words what has changed."))
        if cleaned.get("answer") != Answer.ENDED:
            cleaned["end_year"] = None
        return cleaned


def may_try(request: ConfirmationRequest) -> bool:
    """Counts one more try to send the form; False after `MOST_TRIES`. One query."""
    counted = ConfirmationRequest.objects.filter(pk=request.pk, tries__lt=MOST_TRIES)
    return bool(counted.update(tries=F("tries") + 1))


def store_answer(
    request: ConfirmationRequest, answer: str, end_year: int | None, note: str
) -> bool:
    """Stores the first answer. False when there was one already, or the link can no longer be used.

    The database decides in one statement, so of two that come at once one is stored.
    """
    open_one = ConfirmationRequest.objects.answerable().filter(pk=request.pk)
    return bool(
        open_one.update(answer=answer, end_year=end_year, note=note, answered_at=timezone.now())
    )
