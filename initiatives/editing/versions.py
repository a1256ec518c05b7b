"""Writing versions as django-reversion keeps them (decision 0009), of many entries with a few
queries.

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

from initiatives.editing.state import FIELDS, LISTS, owner_of
from initiatives.models import Initiative, Succession

for _model in LISTS.values():
    reversion.register(_model, use_natural_foreign_keys=True)
reversion.register(Initiative, fields=FIELDS, follow=tuple(LISTS), use_natural_foreign_keys=True)

ROWS_AT_A_TIME = 500


def write_versions(notes: Mapping[int, str], user: User | None) -> None:
    """Keeps what entries say now, each as a revision of its own, with its note. `notes` are by key.

    Three queries, and one for each list.
    """
    now = timezone.now()
    revisions = {
        key: Revision(date_created=now, user=user, comment=note) for key, note in notes.items()
    }
    Revision.objects.bulk_create(revisions.values())
    Version.objects.bulk_create(_versions(revisions), ROWS_AT_A_TIME)


def _versions(revisions: Mapping[int, Revision]) -> Iterator[Version]:
    for entry in Initiative.objects.filter(pk__in=revisions).order_by("pk"):
        yield _version(revisions[entry.pk], entry)
    for model in LISTS.values():
        owner = owner_of(model)
        rows = model._default_manager.filter(**{f"{owner}__in": list(revisions)}).select_related(
            owner
        )
        for row in rows.select_related("successor") if model is Succession else rows:
            yield _version(revisions[getattr(row, owner).pk], row)


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
