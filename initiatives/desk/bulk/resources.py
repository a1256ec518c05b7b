"""Rows of a table into models: what all kinds share, as a resource of django-import-export.

A row that cannot be saved is an invalid row with its reasons by column; nothing of it is written.
What else goes wrong is an error, after which nothing of the file is saved.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _
from import_export.resources import ModelResource

from initiatives.desk.bulk.columns import Column, fold
from initiatives.desk.bulk.differences import Piece, difference
from initiatives.desk.link_lists import hold_writers

Lists = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Rights:
    """What an editor may do with rows of one kind."""

    editor: Any
    may_add: bool
    may_change: Callable[[Model], bool]
    may_publish: bool


@dataclass(frozen=True)
class Change:
    """What a row changes in one column, as it is shown before and after."""

    heading: str
    before: str
    after: str
    field: str = ""
    """The heading as the log keeps it, which is translated when it is read."""

    @property
    def pieces(self) -> list[Piece]:
        return difference(self.before, self.after)


@dataclass
class Reading:
    """What is known of a row while it is read, kept on its instance."""

    number: int
    may_change: bool = True
    before: Mapping[str, Any] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    """The names of the columns that it changes."""

    changes: list[Change] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def reading_of(instance: Any) -> Reading:
    """What is known of a row by its instance."""
    reading: Reading = instance.reading
    return reading


# Only the package's stubs know that it takes a type.
if TYPE_CHECKING:
    AnyResource = ModelResource[Any]
else:
    AnyResource = ModelResource


class BulkResource(AnyResource):
    """A kind of row. Subclasses say which columns there are, and which more rules.

    `naming` are the columns that a row that is wrong is named by, the first that has something.
    """

    naming: Sequence[str] = ("slug",)
    keeps_versions = False
    """Whether rows have a history. Then `catch_up` is called before a file changes them."""

    _meta: Any  # its `model` is a class, where the types of the package say a row

    class Meta:
        import_id_fields = ("slug",)
        fields: Sequence[str] = ()
        skip_diff = True
        store_instance = True
        use_transactions = True

    def __init__(self, rights: Rights | None = None, numbers: Sequence[int] = ()) -> None:
        """`numbers` are those of the rows in the spreadsheet. Without `rights` only for export."""
        super().__init__()
        self.columns = self.make_columns()
        self.fields = OrderedDict((column.name, column) for column in self.columns)
        self.rights, self.numbers = rights, numbers
        self.known: dict[str, Any] = {}
        self.seen: dict[Any, int] = {}

    # What subclasses say

    def catch_up(self, keys: Iterable[int]) -> None:
        """Keeps what rows say, all together: one by one that takes most of the time of a file."""
        raise NotImplementedError

    def make_columns(self) -> list[Column]:
        raise NotImplementedError

    def find_rows(self, slugs: Iterable[str]) -> dict[str, Any]:
        """The rows that there are, by address word, former ones too."""
        model, slugs = self._meta.model, set(slugs)
        rows = {row.slug: row for row in model._default_manager.filter(slug__in=slugs)}
        former = model._default_manager.filter(former_slugs__slug__in=slugs - set(rows))
        by_key = former.in_bulk()
        return rows | {
            slug: by_key[key] for slug, key in former.values_list("former_slugs__slug", "pk")
        }

    def lists_of(self, keys: Sequence[int]) -> dict[int, Lists]:
        """What stands in the lists of rows, by key and the name of the column."""
        return {}

    def settle(self, row: Any, reading: Reading) -> None:
        """Sets what a file does not decide, before the row is compared with what was."""

    def check(self, row: Any, reading: Reading) -> dict[str, list[str]]:
        """What is wrong with a new or changed row by other rules than the model's, by column."""
        return {}

    def complete(self, row: Any) -> None:
        """Sets what follows from other fields, before the row is validated."""

    def save_lists(self, row: Any, changed: set[str]) -> None:
        """Stores the lists of a saved row that were `changed`, by the name of the column."""

    # What django-import-export asks

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        hold_writers(self._meta.model)
        self.known = self.find_rows([slug for slug in dataset["slug"] if slug])
        lists = self.lists_of([row.pk for row in self.known.values()])
        for row in self.known.values():
            row.lists = dict(lists.get(row.pk, {}))

    def get_instance(self, instance_loader: Any, row: Mapping[str, str]) -> Any:
        return self.known.get(row["slug"])

    def after_init_instance(
        self, instance: Any, new: bool, row: Mapping[str, str], **kwargs: Any
    ) -> None:
        reading = Reading(self.numbers[kwargs["row_number"] - 1])
        if new:
            instance.lists = {}
        for column in self.columns:
            instance.lists.setdefault(column.name, ())
        if not new:
            reading.may_change = self.rights is None or self.rights.may_change(instance)
            reading.before = {column.name: column.value(instance) for column in self.columns}
            reading.shown = {column.name: column.shown(instance) for column in self.columns}
        instance.reading = reading

    def import_instance(self, instance: Any, row: Mapping[str, str], **kwargs: Any) -> None:
        errors: dict[str, list[str]] = {}
        reading = reading_of(instance)
        for column in self.columns:
            if column.name in row:
                try:
                    column.save(instance, row, **kwargs)
                except ValueError as error:
                    errors[column.name] = [str(error)]
        self.settle(instance, reading)
        self.note_changes(instance)
        if self.is_double(instance, row):
            errors["slug"] = [self.double_of(instance, row)]
        elif reading.changes or instance.pk is None:
            errors |= self.check_rights(instance) | self.check(instance, reading)
        if errors:
            raise ValidationError(errors)

    def note_changes(self, instance: Any) -> None:
        """Notes what has changed; of a new row all that is not empty."""
        reading = reading_of(instance)
        for column in self.columns:
            is_new = instance.pk is None
            before = None if is_new else reading.before[column.name]
            shown = column.shown(instance)
            if (is_new and shown) or (not is_new and column.value(instance) != before):
                before_shown = reading.shown.get(column.name, "")
                reading.changed.append(column.name)
                reading.changes.append(Change(column.title, before_shown, shown, column.logged))

    def is_double(self, instance: Any, row: Mapping[str, str]) -> bool:
        """Whether a row before this one is of the same thing."""
        key = instance.pk or row["slug"]
        return (
            bool(key)
            and self.seen.setdefault(key, instance.reading.number) != instance.reading.number
        )

    def double_of(self, instance: Any, row: Mapping[str, str]) -> str:
        number = self.seen[instance.pk or row["slug"]]
        return _("Row %(number)s is of the same one. Keep only one of them.") % {"number": number}

    def check_rights(self, instance: Any) -> dict[str, list[str]]:
        if self.rights is None:
            return {}
        if instance.pk is None:
            return (
                {} if self.rights.may_add else {NON_FIELD_ERRORS: [_("You may not add new ones.")]}
            )
        if not instance.reading.may_change:
            return {NON_FIELD_ERRORS: [_("You may not change this one.")]}
        return {}

    def skip_row(
        self, instance: Any, original: Any, row: Any, import_validation_errors: Any = None
    ) -> bool:
        return (
            instance.pk is not None
            and not import_validation_errors
            and not instance.reading.changes
        )

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        """By the model's own rules, but for what no editor fills in."""
        errors = dict(import_validation_errors or {})
        if not errors:
            self.complete(instance)
        unseen = {f.name for f in instance._meta.concrete_fields if not f.editable}
        try:
            instance.full_clean(exclude={*unseen, *errors}, validate_constraints=False)
            self.check_constraints(instance, {*unseen, *errors})
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        if errors:
            raise ValidationError(errors)

    def check_constraints(self, instance: Any, unseen: set[str]) -> None:
        """Asks the rules of the database about what the row changes. One query for each.

        For a form Django asks all of them, which takes most of the time of a file.
        """
        changed = set(instance.reading.changed)
        for model, constraints in instance.get_constraints():
            for constraint in constraints:
                fields = getattr(
                    getattr(constraint, "condition", None), "referenced_base_fields", changed
                )
                if instance.pk is None or changed & set(fields):
                    constraint.validate(model, instance, exclude=unseen)

    def save_m2m(self, instance: Any, row: Any, **kwargs: Any) -> None:
        before = instance.reading.before
        changed = {name for name, value in instance.lists.items() if value != before.get(name, ())}
        self.save_lists(instance, changed)

    # What is asked of the columns

    @property
    def titles(self) -> dict[str, str]:
        """The headings by the names of the columns, in the active form."""
        return {column.name: column.title for column in self.columns}

    def column_called(self, title: str) -> Column | None:
        """The column with a heading, in either form."""
        if not hasattr(self, "_by_title"):
            self._by_title = {name: column for column in self.columns for name in column.titles()}
        return self._by_title.get(fold(title))
