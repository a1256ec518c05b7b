"""The files that a list can be had as."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from initiatives.finding.filters import InitiativeFilter
from initiatives.outgoing.exports import csv, geojson, json, xlsx
from initiatives.outgoing.exports.about import About


@dataclass(frozen=True)
class Format:
    """A kind of file: what readers call it, its media type, and how it is written, in parts."""

    label: Promise
    media_type: str
    write: Callable[[InitiativeFilter, About, str], Iterable[str] | Iterable[bytes]]


# By the end of the address.
FORMATS = {
    "xlsx": Format(
        _("Spreadsheet (Excel)"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        xlsx.write,
    ),
    "csv": Format(_("Table (CSV)"), "text/csv; charset=utf-8", csv.write),
    "json": Format(_("Data (JSON)"), "application/json", json.write),
    "geojson": Format(_("Map data (GeoJSON)"), "application/geo+json", geojson.write),
}
