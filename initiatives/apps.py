"""The app's name and label, and the triggers that follow every migration."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class InitiativesConfig(AppConfig):
    name = "initiatives"
    verbose_name = _("The catalogue")

    def ready(self) -> None:
        post_migrate.connect(install_triggers, sender=self)


def install_triggers(using: str, **options: Any) -> None:
    """Installs the triggers that note changes; models can be imported only when the apps are ready."""
    from initiatives.models import triggers  # noqa: PLC0415

    triggers.install(using)
