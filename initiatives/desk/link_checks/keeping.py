"""Which addresses entries lead to, and what is kept of how they answered."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Model
from django.utils import timezone

from initiatives.desk.link_checks.asking import Answer
from initiatives.models import AddressProblem, CheckedAddress, Contact, Document, Initiative

# Where addresses stand.
_PLACES: tuple[tuple[type[Model], str], ...] = (
    (Initiative, "website"),
    (Initiative, "source_url"),
    (Document, "url"),
    (Contact, "website"),
)
# A person may see what a program is refused; and what is not known to fail does not count as
# failing.
_FINE = (AddressProblem.NONE, AddressProblem.REFUSED)


def addresses_in_use() -> set[str]:
    """The addresses that entries of any status but archived lead to. Four queries."""
    return {url for model, field in _PLACES for url in _addresses(model, field)}


def _addresses(model: type[Model], field: str) -> Iterator[str]:
    rows = model._default_manager.exclude(**{field: ""})
    status = "status" if model is Initiative else "initiative__status"
    yield from (
        rows.exclude(**{status: "archived"}).order_by().values_list(field, flat=True).distinct()
    )


def addresses_to_check(checked_before: datetime, limit: int | None) -> list[str]:
    """Addresses in use that were not checked since, those never checked first and then the oldest.

    Forgets the addresses that no entry leads to any more. Five queries and the forgetting.
    """
    in_use = addresses_in_use()
    checked = dict(CheckedAddress.objects.values_list("url", "checked_at"))
    forget(sorted(set(checked) - in_use))
    due = [url for url in in_use if url not in checked or checked[url] < checked_before]
    due.sort(key=lambda url: (checked[url].timestamp() if url in checked else 0.0, url))
    return due[:limit]


def forget(urls: list[str]) -> None:
    for first in range(0, len(urls), 500):
        CheckedAddress.objects.filter(url__in=urls[first : first + 500]).delete()


def keep(url: str, answer: Answer, now: datetime) -> CheckedAddress:
    """Stores what an address answered, and whether that makes it dead. Two queries."""
    row = CheckedAddress.objects.filter(url=url).first() or CheckedAddress(url=url)
    if answer.problem in _FINE:
        row.failing_since, row.failing_days = None, 0
    else:
        row.failing_days = _days_failed(row, now)
        row.failing_since = row.failing_since or now
    row.problem, row.status, row.moved_to = answer.problem, answer.status, answer.moved_to[:2000]
    row.checked_at = now
    row.is_dead = _is_dead(row, now)
    row.save()
    return row


def _days_failed(row: CheckedAddress, now: datetime) -> int:
    """On how many different days it has failed, today among them; several times a day are one."""
    has_failed_today = row.failing_days > 0 and _day(row.checked_at) == _day(now)
    return row.failing_days + (0 if has_failed_today else 1)


def _day(moment: datetime) -> str:
    return timezone.localtime(moment).date().isoformat()


def _is_dead(row: CheckedAddress, now: datetime) -> bool:
    return (
        row.failing_since is not None
        and row.failing_days >= CheckedAddress.DAYS_TO_DEATH
        and now - row.failing_since >= CheckedAddress.TIME_TO_DEATH
    )
