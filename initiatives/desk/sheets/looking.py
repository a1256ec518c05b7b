"""What an editor should look at when a sheet has become a draft."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext

from initiatives.desk.sheets.headings import OWN_HEADINGS, Section
from initiatives.desk.sheets.placing import PlacedSheet
from initiatives.desk.sheets.reference import Reference
from initiatives.desk.sheets.results import PlacedPartner, Proposal
from initiatives.language import reader_form
from initiatives.models import Reason, SheetLine

MAX_NAME = 200
"""Of a partner."""


def lines_of(placed: PlacedSheet, reference: Reference) -> Iterator[SheetLine]:
    """What an editor should look at: not placed, wordings without a term, proposals. Not saved."""
    for line in placed.unplaced:
        yield line_not_placed(line.number, line.text, line.reason, line.section)
    for section, terms in placed.terms.items():
        for term in terms:
            if term.term is None:
                yield line_not_placed(term.number, term.wording, Reason.NO_TERM, section)
    yield from _partner_lines(placed.partners)
    for found in placed.proposals:
        yield SheetLine(
            number=found.number,
            text=found.text,
            kind=SheetLine.Kind.PROPOSAL,
            field=found.field,
            value=_in_words(found, reference),
            reason=found.reason,
        )


def _in_words(found: Proposal, reference: Reference) -> str:
    """The value of a proposal for an editor to read: places and terms by name, sums in threes."""
    form = reader_form()
    if found.field in (Section.MUNICIPALITIES, Section.COUNTIES):
        return f"{found.value} {reference.places.name_of[found.value]}"
    if found.field == "section":
        return OWN_HEADINGS[form].get(Section(found.value), found.value)
    if found.field == "amount_nok":
        return f"{int(found.value):,} kr".replace(",", "\u00a0")
    if found.field == "presented_unassessed":
        return gettext("Yes")
    named = {str(section): wordings for section, wordings in reference.terms.items()}
    named[Section.PARTNERS] = reference.partners.kinds
    return named[found.field].label(found.value, form) if found.field in named else found.value


def _partner_lines(partners: Iterable[PlacedPartner]) -> Iterator[SheetLine]:
    for partner in partners:
        if partner.kind is None:
            yield line_not_placed(partner.number, partner.wording, Reason.NO_KIND, Section.PARTNERS)
        elif len(partner.wording) > MAX_NAME and not partner.partner:
            yield line_not_placed(
                partner.number, partner.wording, Reason.TOO_LONG, Section.PARTNERS
            )


def line_not_placed(number: int, text: str, reason: Reason, section: str) -> SheetLine:
    kind = SheetLine.Kind.NOT_PLACED
    return SheetLine(number=number, text=text, kind=kind, field=section, reason=reason)
