"""Writing versions as django-reversion keeps them (decision 0009), for many entries at once.

Reversion's own writing asks anew for each row of each entry: a tenth of a second an entry, while
all wait.
"""

from collections.abc import Iterator, Mapping

import reversion
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db import router
from django.db.models import Model
from django.utils import timezone
from reversion.models import Revision, Version

from initiatives.desk.editing.state import FIELDS, LISTS, Stored, owner_of
from initiatives.models import Initiative

for _model in LISTS.values():
    reversion.register(_model, use_natural_foreign_keys=True)
reversion.register(Initiative, fields=FIELDS, follow=tuple(LISTS), use_natural_foreign_keys=True)

ROWS_AT_A_TIME = 500


def write_versions(notes: Mapping[int, str], user: User | None, stored: Stored) -> None:
    """Keeps what was read of entries, each as a revision of its own, with its note. `notes` are by
    key. Two queries.
    """
    now = timezone.now()
    revisions = {
        key: Revision(date_created=now, user=user, comment=note) for key, note in notes.items()
    }
    Revision.objects.bulk_create(revisions.values())
    Version.objects.bulk_create(_versions(revisions, stored), ROWS_AT_A_TIME)


def _versions(revisions: Mapping[int, Revision], stored: Stored) -> Iterator[Version]:
    for key, revision in revisions.items():
        yield _version(revision, stored.entries[key])
    for name, rows in stored.lists.items():
        for row in rows:
            if revision := revisions.get(getattr(row, owner_of(LISTS[name])).pk):
                yield _version(revision, row)


def _version(revision: Revision, row: Model) -> Version:
    fields = FIELDS if isinstance(row, Initiative) else None
    return Version(
        revision=revision,
        content_type=ContentType.objects.get_for_model(row),
        object_id=str(row.pk),
        db=router.db_for_write(type(row)),
        format="json",
        serialized_data=serializers.serialize(
            "json", [row], fields=fields, use_natural_foreign_keys=True
        ),
        object_repr=str(row),
    )
