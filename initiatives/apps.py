"""The app's name and label, what is told when it starts, and the triggers that are away while
migrations work.
"""

from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db.backends.signals import connection_created
from django.db.migrations import Migration
from django.db.models.signals import post_migrate, post_save, pre_migrate, pre_save
from django.utils.translation import gettext_lazy as _


class InitiativesConfig(AppConfig):
    name = "initiatives"
    verbose_name = _("The catalogue")

    def ready(self) -> None:
        pre_migrate.connect(remove_triggers, sender=self)
        post_migrate.connect(install_triggers, sender=self)
        connection_created.connect(watch_commits)
        import_module("initiatives.access.receivers")
        import_module("initiatives.finding.filters")
        checks.register(tell_of_forgotten)
        pre_save.connect(note_translation_before, sender="initiatives.Initiative")
        post_save.connect(keep_translation_state, sender="initiatives.Initiative")


# Models can be imported only when the apps are ready.


def tell_of_forgotten(**options: Any) -> list[checks.CheckMessage]:
    from initiatives.checks import forgotten  # noqa: PLC0415

    return forgotten()


def remove_triggers(using: str, plan: list[tuple[Migration, bool]], **options: Any) -> None:
    from initiatives.models import triggers  # noqa: PLC0415

    if plan:
        triggers.remove(using)


def install_triggers(
    using: str, plan: list[tuple[Migration, bool]] | None = None, **options: Any
) -> None:
    """After migrations, and after `flush`, which tells of no plan."""
    from initiatives.models import triggers  # noqa: PLC0415

    triggers.install(using, were_away=plan is None or bool(plan))


def watch_commits(connection: Any, **options: Any) -> None:
    from initiatives.models.commits import own_commits  # noqa: PLC0415

    own_commits.watch(connection)


# Fixtures (raw) are left alone: what they refer to may not be there yet.


def note_translation_before(instance: Any, raw: bool, **options: Any) -> None:
    from initiatives.desk.translation import keeping  # noqa: PLC0415

    if not raw:
        keeping.note_before(instance)


def keep_translation_state(instance: Any, raw: bool, **options: Any) -> None:
    from initiatives.desk.translation import keeping  # noqa: PLC0415

    if not raw:
        keeping.keep_state(instance)
