"""A file of entries or terms that an editor has sent in and is looking at, before it is saved."""

from django.conf import settings
from django.db import models


class ImportFile(models.Model):
    """A file between its preview and its confirmation, so that any process can go on with it.

    `kind` is the name of the model whose rows it holds. Only its sender may see it.
    """

    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    sent_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
