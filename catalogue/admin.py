"""What the admin offers, in the order that editors need it: entries first."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from initiatives.models.kinds import FOR_EDITORS

# The parts of the front page and the sidebar, each with its tables by the names of their models.
PARTS = (
    (_("Entries"), ("initiative", "confirmationrequest", "formerslug")),
    (_("Terms and partners"), (*(k.name for k in FOR_EDITORS if not k.is_place), "synonyms")),
    (_("Places"), (*(k.name for k in FOR_EDITORS if k.is_place), "formermunicipality")),
    (_("Users and roles"), ("user", "group", "accessevent")),
)


class EditorsSite(admin.AdminSite):
    """The site of `django.contrib.admin`."""

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """The kinds that this person may see, in `PARTS`; what has none comes last, by app."""
        apps = super().get_app_list(request, app_label)
        homes = {
            model["object_name"].lower(): (app, model) for app in apps for model in app["models"]
        }
        parts = []
        for name, words in PARTS:
            found = [homes.pop(word) for word in words if word in homes]
            if found:
                parts.append(
                    {**found[0][0], "name": name, "models": [model for _app, model in found]}
                )
        return parts + [{**app, "models": [model]} for app, model in homes.values()]
