"""The form of an entry in the admin."""

from typing import Any, cast

from django.core.exceptions import ValidationError
from django.forms import CharField, ModelForm
from django.utils.translation import gettext_lazy as _

from initiatives.entry import HEADINGS
from initiatives.models import FormerSlug, Initiative

# One field of the form for each heading that the source may have written in its own way.
HEADING_FIELDS = {section: f"heading_{section}" for section in HEADINGS}


HeadingForm = type(
    "HeadingForm",
    (ModelForm,),
    {
        name: CharField(label=cast(str, HEADINGS[section]), max_length=200, required=False)
        for section, name in HEADING_FIELDS.items()
    },
)


class InitiativeForm(HeadingForm):  # type: ignore[misc, valid-type]
    """The entry's own fields, and a text field for each heading in `published_headings`."""

    class Meta:
        model = Initiative
        exclude = ("published_headings",)
        error_messages = {"slug": {"unique": _("Another entry has this address already. Choose another.")}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for section, name in HEADING_FIELDS.items():
            self.initial.setdefault(name, self.instance.published_headings.get(section, ""))

    def clean_slug(self) -> str:
        """Refuses an address word that leads to another entry since it was that one's before."""
        slug = self.cleaned_data["slug"]
        former = FormerSlug.objects.filter(slug=slug).exclude(initiative=self.instance.pk).first()
        if former:
            message = _("This address leads to “%(entry)s”, which had it before. Choose another.")
            raise ValidationError(message, params={"entry": former.initiative})
        return slug

    def save(self, commit: bool = True) -> Any:
        headings = {section: self.cleaned_data[name] for section, name in HEADING_FIELDS.items()}
        self.instance.published_headings = {section: text for section, text in headings.items() if text}
        return super().save(commit)
