"""What placing makes of the lists of a sheet, and what it proposes."""

from dataclasses import dataclass

from initiatives.models import Reason


@dataclass(frozen=True)
class PlacedTerm:
    """An item of a list of terms: as published, and the slug of its term, or None."""

    wording: str
    term: str | None
    number: int


@dataclass(frozen=True)
class PlacedPartner:
    """A partner as published: the slug of its kind (None: not known) and its own, empty where it is
    new.

    `is_generic` says that the wording names a whole kind, such as `Næringslivet`.
    """

    wording: str
    kind: str | None
    partner: str
    is_generic: bool
    number: int

    def is_same_body(self, other: "PlacedPartner") -> bool:
        """Whether both are the same partner of the catalogue, or name the same whole kind."""
        if self.partner or other.partner:
            return self.partner == other.partner
        return self.is_generic and other.is_generic and self.kind == other.kind


@dataclass(frozen=True)
class Proposal:
    """Something for the editor to confirm: a value for a field, and the line that it comes from."""

    field: str
    value: str
    number: int
    text: str
    reason: Reason
