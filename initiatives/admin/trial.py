"""Saving a form only to see what it would give: all of it is taken back again."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db import transaction
from django.http import HttpRequest

from initiatives.models import Initiative


class Tried(Exception):  # noqa: N818 - no error: it takes the result out of the transaction
    """Carries what was seen of the entry as it would be."""

    def __init__(self, result: Any) -> None:
        self.result = result


class TrialMixin(admin.ModelAdmin):
    """For a `ModelAdmin` of initiatives: `try_saving` runs the whole of Django's saving and undoes
    it.
    """

    def try_saving(
        self, request: Any, object_id: str | None, look: Callable[[Initiative], Any]
    ) -> tuple[Any, Any]:
        """What `look` sees of the entry as the form would make it, and None; or None and the answer
        that tells what is wrong with the form.
        """
        request.trial = look
        try:
            with transaction.atomic():
                # Past whatever else is done with a form: only saving it is tried.
                return None, self.changeform_view(request, object_id)
        except Tried as tried:
            return tried.result, None
        finally:
            del request.trial

    @staticmethod
    def is_trial(request: HttpRequest) -> bool:
        return hasattr(request, "trial")

    def log_addition(self, request: HttpRequest, obj: Initiative, message: Any) -> Any:
        self._end_trial(request, obj)
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Initiative, message: Any) -> Any:
        self._end_trial(request, obj)
        return super().log_change(request, obj, message)

    def _end_trial(self, request: Any, initiative: Initiative) -> None:
        """All has been saved when it is logged."""
        if self.is_trial(request):
            raise Tried(request.trial(initiative))
