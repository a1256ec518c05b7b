"""The stock sign-in of the admin, with words for those held back; and the forgotten password."""

from collections.abc import Iterator
from datetime import timedelta
from threading import Thread
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.models import User
from django.contrib.auth.views import (
    PasswordResetCompleteView,
    PasswordResetConfirmView,
    PasswordResetDoneView,
    PasswordResetView,
)
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from initiatives.access.log import record
from initiatives.access.throttling import held_back_until, let_in_again, wait_in_words
from initiatives.models import AccessEvent, EventKind

# Nobody is sent more than one e-mail about a new password in this time.
BETWEEN_MAILS = timedelta(minutes=5)


class SignInForm(AdminAuthenticationForm):
    """Tells those held back until when. The same is told of user names that do not exist."""

    def get_invalid_login_error(self) -> ValidationError:
        until = None
        if self.request and getattr(self.request, "axes_locked_out", False):
            until = held_back_until(self.request, self.cleaned_data["username"])
        if until is None:
            return super().get_invalid_login_error()
        text = _(
            "Too many tries with this user name. You can try again %(wait)s. If you have forgotten"
            " the password, you can get a new one by e-mail. An administrator can also let you in"
            " again."
        )
        return ValidationError(text, code="held_back", params={"wait": wait_in_words(until)})


class QuietPasswordResetForm(PasswordResetForm):
    """Takes the same time whether there is such an account, and sends nobody a flood."""

    def get_users(self, email: str) -> Iterator[User]:
        since = timezone.now() - BETWEEN_MAILS
        lately = AccessEvent.objects.filter(kind=EventKind.PASSWORD_ASKED, at__gt=since)
        for user in super().get_users(email):
            if not lately.filter(subject_name=user.username).exists():
                record(EventKind.PASSWORD_ASKED, user.username)
                yield user

    def send_mail(self, *args: Any, **options: Any) -> None:
        """Sends beside the answer: a wait would tell that there is somebody to write to."""
        send = super().send_mail
        form = get_language()

        def send_in_form() -> None:
            with override(form):
                send(*args, **options)

        Thread(target=send_in_form, name="password-mail").start()


class AdminPage:
    """A page of Django's accounts under the name of our admin, without its sidebar."""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        everywhere = admin.site.each_context(self.request)  # type: ignore[attr-defined]
        own = super().get_context_data(**context)  # type: ignore[misc]
        return {**everywhere, "is_nav_sidebar_enabled": False, **own}


class AskForPassword(AdminPage, PasswordResetView):
    form_class = QuietPasswordResetForm

    def form_valid(self, form: PasswordResetForm) -> HttpResponse:
        if settings.SITE_ADDRESS:
            scheme, _separator, host = settings.SITE_ADDRESS.partition("://")
            self.extra_email_context = {"protocol": scheme, "domain": host, "site_name": host}
        return super().form_valid(form)


class ChooseNewPassword(AdminPage, PasswordResetConfirmView):
    """Gives a new password and nothing more: the second factor is asked for as ever."""

    def form_valid(self, form: Any) -> HttpResponse:
        let_in_again(form.user.get_username())
        return super().form_valid(form)


class PasswordMailSent(AdminPage, PasswordResetDoneView):
    """The same whether there is such an account or not."""


class NewPasswordChosen(AdminPage, PasswordResetCompleteView):
    """Leads back to the sign-in."""


admin.site.login_form = SignInForm
