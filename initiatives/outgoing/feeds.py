"""A list as an Atom feed: the entries published or changed last, whatever its order."""

import re
import uuid
from datetime import datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.filters.orders import NEWEST
from initiatives.models.changes import time_of
from initiatives.outgoing.exports.about import LICENCE, LICENCE_URL, About
from initiatives.outgoing.exports.rows import OutgoingEntry, read_rows

LENGTH = 50
# Ids are made from this, so it never changes.
NAMESPACE = uuid.UUID("6f6a2a3e-55c5-4a52-9a0e-1d9b1c0f9a57")
# XML 1.0 has no place for these.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class CatalogueFeed(Atom1Feed):
    """An Atom feed whose entries say which form they are in, and which has a time when empty."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["form"]}

    def latest_post_date(self) -> datetime:
        times: list[datetime] = [item["updateddate"] for item in self.items]
        return max(times, default=self.feed["changed_at"])

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("link", "", {"rel": "license", "href": LICENCE_URL})


def make_feed(asked: InitiativeFilter, about: About, feed_url: str, root: str) -> CatalogueFeed:
    """The feed of what is asked, in twelve queries; `feed_url` is its own, `root` the site's."""
    name = _("Tilflyttingskatalogen")
    feed = CatalogueFeed(
        title=_in_xml(f"{name} – {about.title}"),
        link=about.url,
        description=_("Initiatives that were published or changed last."),
        language=about.form,
        author_name=name,
        author_link=root,
        feed_url=feed_url,
        feed_guid=feed_url,
        feed_copyright=LICENCE,
        changed_at=time_of(asked.snapshot.version),
    )
    rows = sorted(read_rows(asked.snapshot, latest(asked)), key=_updated_at, reverse=True)
    for row in rows[:LENGTH]:
        _add_entry(feed, row, root)
    return feed


def latest(asked: InitiativeFilter) -> list[int]:
    """The keys of those that may be among the last published or changed; up to twice `LENGTH`."""
    orders = (asked.snapshot.orders[name] for name in (NEWEST, "changed"))
    return list(
        dict.fromkeys(key for order in orders for key in order.page(asked.matching, 0, LENGTH))
    )


def _add_entry(feed: CatalogueFeed, row: OutgoingEntry, root: str) -> None:
    initiative = row.initiative
    title = initiative.title
    is_example = [_("Made-up example")] if initiative.is_example else []
    feed.add_item(
        title=_in_xml(title),
        form=title.lang,
        link=root + initiative.get_absolute_url(),
        description=_in_xml(escape(initiative.lead)),
        unique_id=permanent_id(row, title.lang),
        pubdate=initiative.first_published_at,
        updateddate=_updated_at(row),
        categories=[_in_xml(str(c)) for c in row.linked["activity"]] + is_example,
    )


def permanent_id(row: OutgoingEntry, form: str) -> str:
    """An id that outlives changes of address, title and host; each written form has its own."""
    entry = row.initiative
    made_of = f"{entry.pk} {entry.first_published_at} {form}"  # times from the database are in UTC
    return uuid.uuid5(NAMESPACE, made_of).urn


def _updated_at(row: OutgoingEntry) -> datetime:
    changed_at: datetime = row.initiative.changed_at
    return max(changed_at, row.initiative.first_published_at or changed_at)


def _in_xml(text: str) -> str:
    return _NOT_IN_XML.sub(" ", text)
