"""What has changed since when: a version of all that readers see, and the entries it touched.

Written by triggers in the database (`initiatives.models.triggers`), in the transaction of the
change itself.
"""

from datetime import UTC, datetime

from django.db import connection, models


class CatalogueVersion(models.Model):
    """One row: the version of all that is published, as microseconds since 1970 of its last change.

    It only grows, also after the tables were emptied, so that no number ever names two contents.
    """

    number = models.BigIntegerField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        """The version now, 0 before anything has been published. One query.

        It is asked twice a second, so without the ORM, which takes five times as long.
        """
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT number FROM {cls._meta.db_table} WHERE id = 1")  # noqa: S608
            row = cursor.fetchone()
        return row[0] if row else 0


def time_of(version: int) -> datetime:
    """When a version came to be."""
    return datetime.fromtimestamp(version / 1_000_000, UTC)


class Change(models.Model):
    """The version at which a subject last changed: an entry by its key, or one of the two below."""

    # Labels, wordings and names of terms, partners and places, and which belong together.
    VOCABULARY = 0
    # Rows were removed without saying which.
    EVERYTHING = -1

    subject = models.BigIntegerField(primary_key=True)
    version = models.BigIntegerField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.subject} at {self.version}"
