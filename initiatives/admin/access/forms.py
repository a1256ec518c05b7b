"""What is typed to get in: codes, and the password once more before something is taken away."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from initiatives.access.second_factor import Offer

LONGEST_CODE = 20


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=LONGEST_CODE,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autofocus": True,
                "spellcheck": "false",
                "size": 12,
            }
        ),
    )


class PasswordAgainForm(forms.Form):
    """The password once more, held back after too many tries like any sign-in."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest, user: User, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.request, self.user = request, user

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        found = authenticate(self.request, username=self.user.get_username(), password=password)
        if getattr(self.request, "axes_locked_out", False):
            raise forms.ValidationError(
                _("Too many tries. Wait a quarter of an hour, and try again.")
            )
        if found is None or found.pk != self.user.pk:
            raise forms.ValidationError(_("The password is not right."))
        return password


class SetUpForm(CodeForm):
    """The first code of an app; the secret that it is to show stands in the form, signed."""

    offer = forms.CharField(max_length=500, widget=forms.HiddenInput)


class SetUpAgainForm(PasswordAgainForm, SetUpForm):
    """The same for somebody who has an app already."""

    field_order = ("password", "code")


def set_up_form(request: HttpRequest, user: User, offer: Offer, has_one: bool) -> forms.Form:
    """The form for the request, filled where it was sent."""
    data = request.POST if request.method == "POST" else None
    initial = {"offer": offer.signed}
    if has_one:
        return SetUpAgainForm(request, user, data, initial=initial)
    return SetUpForm(data, initial=initial)
