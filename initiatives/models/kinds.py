"""The kinds of terms and places, each told once: whatever lists kinds follows from this table.

What the models tell already, such as the links of a kind, is asked of them. What has to be written
by hand for a new kind and is forgotten is told of by `initiatives.checks`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from initiatives.models.initiatives import Initiative
from initiatives.models.places import County, Municipality, Region
from initiatives.models.terms import (
    Activity,
    Partner,
    PartnerKind,
    SellingPoint,
    SubjectArea,
    TargetGroup,
    Term,
)


@dataclass(frozen=True)
class Kind:
    """A kind of term or place, known by the name of its model (`targetgroup`)."""

    model: type[Model]
    plural: str
    """Its plain name in the API, in files, tables and sheets: `target_groups`."""

    label: str | Promise
    """What readers call one of them; the filter by them is called so too."""

    several: str | Promise = ""
    """The heading over those of a kind, where it is not `label`."""

    in_entry: str | Promise = ""
    """The heading over those of an entry, where it is not `heading`."""

    parameter: str = ""
    """What filters by it, and stands before its value in addresses; empty for what does not."""

    position: int = 0
    """Among the lists of an entry, from 1; 0 for what entries are not linked to themselves."""

    members: str = ""
    """The relation to what it consists of: entries of its members are its own too."""

    @property
    def name(self) -> str:
        return str(self.model._meta.model_name)

    @property
    def singular(self) -> str:
        """`target_group`."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", self.model.__name__).lower()

    @property
    def heading(self) -> str | Promise:
        return self.several or self.label

    @property
    def entry_heading(self) -> str | Promise:
        return self.in_entry or self.heading

    @property
    def is_term(self) -> bool:
        """Whether it is a list of controlled terms, with labels; partners have names."""
        return issubclass(self.model, Term)

    @property
    def is_place(self) -> bool:
        return self.model in (Municipality, County, Region)

    @cached_property
    def key(self) -> str:
        """The field that stands for a row in addresses."""
        return "number" if hasattr(self.model, "number") else "slug"

    @cached_property
    def link(self) -> Any:
        """The links from entries; None for what entries are not linked to themselves."""
        fields: Any = Initiative._meta.many_to_many
        return next((f.remote_field.through for f in fields if f.related_model is self.model), None)

    @property
    def links(self) -> str:
        """The name by which an entry knows its links: `targetgrouplinks`."""
        return f"{self.name}links"

    @cached_property
    def alias(self) -> Any:
        """The other wordings; None for a kind of place."""
        return self._related("aliases")

    @cached_property
    def former_slug(self) -> Any:
        """The former address words; None for a kind of place."""
        return self._related("former_slugs")

    def _related(self, name: str) -> Any:
        """The model behind a relation that leads to this one; None where there is none."""
        relations = {str(rel.get_accessor_name()): rel for rel in self.model._meta.related_objects}
        return relations[name].related_model if name in relations else None

    @cached_property
    def member(self) -> "Kind | None":
        """The kind of what it consists of."""
        return of(self._members.related_model) if self.members else None

    @property
    def paths(self) -> tuple[str, ...]:
        """From an entry to those that it has, its members' too: `municipalities__county`."""
        own = (self.plural,) if self.link else ()
        if self.member is None:
            return own
        return (*own, f"{self.member.plural}__{self._members.remote_field.name}")

    @property
    def _members(self) -> Any:
        return self.model._meta.get_field(self.members)

    def pairs(self, members: Iterable[Model]) -> Iterable[tuple[int, int]]:
        """The keys of rows, each with that of one of its `members`; one query where a member may
        have several.
        """
        if self._members.many_to_many:
            own, other = self._members.m2m_field_name(), self._members.m2m_reverse_field_name()
            through: type[Model] = self._members.remote_field.through
            return through._default_manager.values_list(own, other)
        owner = self._members.remote_field.attname
        return [(getattr(member, owner), member.pk) for member in members]

    def value_of(self, row: Model) -> str:
        """What stands for a row in addresses."""
        return str(getattr(row, self.key))


# By name, in the order of pages and files.
KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            Activity,
            "activities",
            label=_("Activity"),
            several=_("Activities"),
            parameter="aktivitet",
            position=2,
        ),
        Kind(
            TargetGroup,
            "target_groups",
            label=_("Target group"),
            several=_("Target groups"),
            parameter="malgruppe",
            position=5,
        ),
        Kind(
            SellingPoint,
            "selling_points",
            label=_("Selling point"),
            several=_("Selling points"),
            in_entry=_("Most important selling points"),
            parameter="argument",
            position=3,
        ),
        Kind(Partner, "partners", label=_("Partners in cooperation"), position=4),
        Kind(
            PartnerKind,
            "partner_kinds",
            label=_("Partner"),
            several=_("Partners in cooperation"),
            in_entry=_("Kinds of partner"),
            parameter="samarbeid",
            members="partners",
        ),
        Kind(
            SubjectArea,
            "subject_areas",
            label=_("Subject area"),
            several=_("Subject areas"),
            in_entry=_("Subject area"),
            parameter="fagomrade",
            position=1,
        ),
        Kind(
            Municipality,
            "municipalities",
            label=_("Municipality"),
            parameter="kommune",
            position=6,
        ),
        Kind(
            County,
            "counties",
            label=_("County"),
            parameter="fylke",
            position=7,
            members="municipalities",
        ),
        Kind(Region, "regions", label=_("Region"), parameter="region", members="municipalities"),
    )
}


def of(model: type[Model] | Model) -> Kind:
    """The kind of a model or a row."""
    return KINDS[str(model._meta.model_name)]


# The kinds of controlled terms, each of which has pages of its own.
TERM_KINDS = {name: kind for name, kind in KINDS.items() if kind.is_term}
# Those that entries are linked to, in the order of the fields of `Initiative`.
LINKED = tuple(
    kind
    for field in Initiative._meta.many_to_many
    for kind in KINDS.values()
    if kind.model is field.related_model
)
# The same in the order in which an entry shows them.
IN_ENTRY = tuple(sorted(LINKED, key=lambda kind: kind.position))
# All of them, in the order in which editors find them.
FOR_EDITORS = (*LINKED, *(kind for kind in KINDS.values() if kind not in LINKED))
