"""The form of an entry in the admin."""

import re
from datetime import date
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, Q, TextField
from django.forms import CharField, ModelForm, Textarea
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from initiatives.desk.editing import workflow
from initiatives.models import FormerSlug, Initiative, Status
from initiatives.pages.entry import HEADINGS

# One field of the form for each heading that the source may have written in its own way.
HEADING_FIELDS = {section: f"heading_{section}" for section in HEADINGS}


class LinesField(CharField):
    """Text of several lines with `\n` between them, as it is stored; a browser sends `\r\n`."""

    def to_python(self, value: Any) -> str:
        return re.sub(r"\r\n?", "\n", super().to_python(value) or "")


# For `formfield_overrides`: line ends alone are no change of a text.
WITH_LINES: Any = {TextField: {"form_class": LinesField}}

# The fields that each rule of the database holds together.
RULES: list[set[str]] = [
    rule.condition.referenced_base_fields
    for rule in Initiative._meta.constraints
    if isinstance(rule, CheckConstraint) and isinstance(rule.condition, Q)
]

HeadingForm = type(
    "HeadingForm",
    (ModelForm,),
    {
        name: CharField(label=cast(str, HEADINGS[section]), max_length=200, required=False)
        for section, name in HEADING_FIELDS.items()
    },
)


class InitiativeForm(HeadingForm):  # type: ignore[misc, valid-type]
    """The entry's own fields, and a text field for each heading in `published_headings`.

    The status is no field: it changes by the steps that the person may take, one of which may be
    asked for.
    """

    step = ""
    user: Any = None
    # Why the form is not to be saved as it is, though nothing in it is wrong.
    refusal = ""

    comment = CharField(
        label=_("Comment"),
        required=False,
        max_length=2000,
        widget=Textarea({"rows": 3}),
        help_text=_(
            "Those who work on the entry see it. It is needed when the entry is sent back."
        ),
    )

    class Meta:
        model = Initiative
        exclude = ("published_headings", "status")
        error_messages = {
            "slug": {"unique": _("Another entry has this address already. Choose another.")}
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for section, name in HEADING_FIELDS.items():
            self.initial.setdefault(name, self.instance.published_headings.get(section, ""))

    def clean_slug(self) -> str:
        """Refuses an address word that leads to another entry, whose it was before."""
        slug: str = self.cleaned_data["slug"]
        if "slug" not in self.changed_data:
            return slug
        former = FormerSlug.objects.filter(slug=slug).exclude(initiative=self.instance.pk).first()
        if former:
            message = _("This address leads to “%(entry)s”, which had it before. Choose another.")
            raise ValidationError(message, params={"entry": former.initiative})
        return slug

    def clean_publish_on(self) -> date | None:
        return self.day_to_come("publish_on")

    def clean_unpublish_on(self) -> date | None:
        return self.day_to_come("unpublish_on")

    def day_to_come(self, name: str) -> date | None:
        """Refuses a day that has passed, unless it stood there before."""
        day: date | None = self.cleaned_data[name]
        if day and day < timezone.localdate() and name in self.changed_data:
            raise ValidationError(
                _("This day has passed. Choose today or a later day, or empty the field.")
            )
        return day

    def _get_validation_exclusions(self) -> set[str]:
        """Fields that were sent as they stood are as right as they were: the rules are asked about
        those that changed, and about those that a rule holds together with them.
        """
        excluded: set[str] = super()._get_validation_exclusions()
        if self.instance._state.adding:
            return excluded
        changed = set(self.changed_data)
        rules = [fields for fields in RULES if fields & changed]
        return excluded | (set(self.fields) - changed.union(*rules))

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.refusal:
            self.add_error(None, self.refusal)
        try:
            self.check_way()
        except ValidationError as error:
            self.add_error(None, error)

    def check_way(self) -> None:
        """Refuses a step that cannot be taken, and what a public entry may not be."""
        if self.step:
            workflow.check(
                self.user, self.instance, self.step, self.cleaned_data.get("comment", "")
            )
        problem = workflow.title_problem(self.instance)
        if self.instance.status == Status.PUBLISHED and problem:
            raise ValidationError({problem[0]: problem[1]})

    def save(self, commit: bool = True) -> Any:
        headings = {section: self.cleaned_data[name] for section, name in HEADING_FIELDS.items()}
        self.instance.published_headings = {
            section: text for section, text in headings.items() if text
        }
        return super().save(commit)
