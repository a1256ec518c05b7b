"""Lists inside an entry whose rows have an order that the editor sets with numbers."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db.models import F, Model, QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedFieldAdmin

from initiatives.admin.forms import WITH_LINES
from initiatives.models import Initiative


class KnownChoiceField(forms.ModelChoiceField[Any]):
    """A choice that is not looked up where it is the one that was there before: `known`."""

    known: Model | None = None

    def to_python(self, value: Any) -> Model | None:
        if self.known is not None and str(value) == str(self.known.pk):
            return self.known
        return super().to_python(value)


class SentRowForm(forms.ModelForm[Any]):
    """A row of a list, which asks the database nothing where it was sent as it stands."""

    def _post_clean(self) -> None:
        """It is as right as it was before: only what is new or has changed is checked."""
        if self.instance._state.adding or self.has_changed():
            super()._post_clean()  # type: ignore[misc]


class KnownChoiceForm(SentRowForm):
    """A row that tells its autocomplete field what is chosen and its label, without a query."""

    autocompleted = "term"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.autocompleted in self.fields:
            chosen = getattr(self.instance, self.autocompleted)
            field: Any = self.fields[self.autocompleted]
            field.known = chosen
            field.widget.widget.known = {str(chosen.pk): str(chosen)}


class OrderedForm(KnownChoiceForm):
    """A row with a free number for its order; the list is numbered 1, 2, 3 … when it is saved."""

    order = forms.IntegerField(
        label=_("Order"), required=False, min_value=-9999, max_value=9999, widget=forms.NumberInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("order", self.instance.position)

    def validate_constraints(self) -> None:
        """Leaves what rows of one entry may share to the formset, which knows all of them as they
        will be.

        Django 5.2 does so by itself; Django 6 would refuse two rows that change terms.
        """
        excluded = self._get_validation_exclusions()  # type: ignore[attr-defined]
        try:
            self.instance.validate_constraints(exclude={*excluded, "initiative"})
        except ValidationError as error:
            self._update_errors(error)  # type: ignore[attr-defined]


class LabelledFormSet(BaseInlineFormSet[Any, Any, Any]):
    """Rows as a table, whose fields have no label of their own but the heading of the column."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["id"] = self.known_row(form)
        for field in form.fields.values():
            # A field with links beside it wraps the one that is filled in.
            widget = getattr(field.widget, "widget", field.widget)
            widget.attrs.setdefault("aria-label", field.label)

    @property
    def has_written(self) -> bool:
        """Whether saving it has changed what is stored."""
        return any((self.new_objects, self.changed_objects, self.deleted_objects))

    @staticmethod
    def known_row(form: Any) -> KnownChoiceField:
        """The hidden field that says which row it is: of those that were read already."""
        asked = form.fields["id"]
        field = KnownChoiceField(
            asked.queryset, initial=asked.initial, required=False, widget=asked.widget
        )
        field.known = form.instance if form.instance.pk else None
        return field


class OrderedFormSet(LabelledFormSet):
    """Saves the rows in the order of their numbers; rows without one come last, as they stand."""

    is_renumbered = False

    @property
    def has_written(self) -> bool:
        return self.is_renumbered or super().has_written

    def save(self, commit: bool = True) -> list[Any]:
        """Writes what has changed, numbers only where a row moves; in the form's transaction."""
        kept = self.kept_forms()
        self.number([*(form.instance for form in kept), *self.rows_of_others()])
        # A row that got another term is stored anew, so that two rows may change terms, or one has
        # that of a row which goes.
        renewed = [f for f in kept if f.has_changed() and "term" in f.changed_data]
        taken_out = {form.instance.pk for form in [*renewed, *self.deleted_forms]} - {None}
        if renewed and taken_out:
            self.queryset_of_rows().filter(pk__in=taken_out).delete()
        saved: list[Any] = super().save(commit)
        return saved

    def number(self, rows: Sequence[Any]) -> None:
        """Numbers the rows 1, 2, 3 …; new ones are stored with their number later."""
        stored = [row for row in rows if row.pk]
        before = [row.position for row in stored]
        for number, row in enumerate(rows, start=1):
            row.position = number
        self.is_renumbered = before != [row.position for row in stored]
        if self.is_renumbered:
            # Out of the way first: positions are unique, and two rows may change places.
            self.queryset_of_rows().update(position=-F("position") - 1)
            self.queryset_of_rows().bulk_update(stored, ["position"])

    def clean(self) -> None:
        """Refuses a choice that somebody else has added to the list since this form was opened."""
        super().clean()
        added = {row.term_id for row in self.rows_of_others() if "term" in self.form.base_fields}
        for form in self.forms:
            term = form.cleaned_data.get("term") if form.has_changed() and form.is_valid() else None
            if term and term.pk in added and form not in self.deleted_forms:
                form.add_error("term", _("Somebody else has just added this. Remove the row here."))

    def rows_of_others(self) -> list[Any]:
        """Rows that somebody else has added since this form was opened, which come last; and all,
        for those who may add some and see none.
        """
        opened = {form.instance.pk for form in self.initial_forms}
        there = self.get_queryset()
        if self.instance.pk and there.query.is_empty():
            there = self.queryset_of_rows()
        return [row for row in there if row.pk not in opened]

    def get_unique_error_message(self, unique_check: Sequence[str]) -> str:
        return gettext("The same choice stands twice in the list. Remove one of them.")

    def queryset_of_rows(self) -> QuerySet[Any]:
        return self.fk.model._default_manager.filter(initiative=self.instance.pk)

    def kept_forms(self) -> list[Any]:
        """The rows that will be there after saving, in their new order."""
        deleted = self.deleted_forms
        kept = [f for f in self.forms if f not in deleted and (f.instance.pk or f.has_changed())]
        return sorted(kept, key=self.order_of)

    @staticmethod
    def order_of(form: SentRowForm) -> float:
        order = form.cleaned_data.get("order")
        return float("inf") if order is None else order


class KnownAutocompleteSelect(AutocompleteSelect):
    """Autocomplete that asks for no label it was told: `known`, by key."""

    known: dict[str, str] = {}

    def optgroups(
        self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None
    ) -> list[Any]:
        if not value or any(key not in self.known for key in value):
            return super().optgroups(name, value, attr)
        options = [
            self.create_option(name, key, self.known[key], True, i) for i, key in enumerate(value)
        ]
        return [(None, options, 0)]


class KnownChoicesInline(admin.TabularInline[Any, Initiative]):
    """An inline whose autocomplete fields know the label of what each row has chosen already."""

    formset = LabelledFormSet

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["form_class"] = KnownChoiceField
            kwargs["widget"] = KnownAutocompleteSelect(
                db_field, self.admin_site, using=kwargs.get("using")
            )
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """What is missing can be added from here; a shared term is not changed or deleted."""
        formfield = super().formfield_for_dbfield(db_field, request, **kwargs)
        widget = formfield.widget if formfield else None
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget.can_change_related = widget.can_delete_related = widget.can_view_related = False
        return formfield


class OrderedInline(TranslatedFieldAdmin, KnownChoicesInline):
    """Rows as a table."""

    form = OrderedForm
    formset = OrderedFormSet
    extra = 0
    ordering = ("position",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Without the field for the order where it cannot be changed: the rows stand in it."""
        fields = super().get_fields(request, obj)
        entries = self.admin_site.get_model_admin(self.parent_model)
        is_fixed = not (
            self.has_change_permission(request, obj) and entries.has_change_permission(request, obj)
        )
        return [field for field in fields if not (is_fixed and field == "order")]


class OrderedStackedInline(OrderedInline):
    """Rows as blocks, for those with long texts."""

    template = "admin/edit_inline/stacked.html"
    formfield_overrides = WITH_LINES
