"""Who somebody is, and whether they may try: the backends of `AUTHENTICATION_BACKENDS`."""

from typing import Any

from axes.backends import AxesStandaloneBackend
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from initiatives.access.second_factor import with_second_factor


class HoldingBackend(AxesStandaloneBackend):
    """Holds back whoever has tried too often; marks the request, so that it is noted only once."""

    def authenticate(self, request: HttpRequest | None, *args: Any, **credentials: Any) -> None:
        if request is None:
            return
        try:
            super().authenticate(request, *args, **credentials)
        except PermissionDenied:
            request.was_held_back = True  # type: ignore[attr-defined]
            raise


class EditorBackend(ModelBackend):
    """Django's own, whose users know in the same query what they must show besides the password."""

    def get_user(self, user_id: int) -> User | None:
        user = with_second_factor(User.objects.all()).filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None
