"""Pages of getting in, under the address of the admin and before its own."""

from django.contrib import admin
from django.urls import path

from initiatives.access.second_factor import Hurdle
from initiatives.admin.access import account, second_factor, sign_in

own = admin.site.admin_view

urlpatterns = [
    path("account/", own(account.account), name="account"),
    path("account/second-factor/", own(account.change_factor), name="second-factor-change"),
    path("account/sign-out/", own(account.sign_out), name="account-sign-out"),
    path("second-factor/", second_factor.give_code, name=Hurdle.GIVE_CODE.value),
    path("second-factor/set-up/", second_factor.set_up, name=Hurdle.SET_UP.value),
    # The names that the templates of Django's admin ask for
    path("password_reset/", sign_in.AskForPassword.as_view(), name="admin_password_reset"),
    path("password_reset/done/", sign_in.PasswordMailSent.as_view(), name="password_reset_done"),
    path(
        "reset/<uidb64>/<token>/",
        sign_in.ChooseNewPassword.as_view(),
        name="password_reset_confirm",
    ),
    path("reset/done/", sign_in.NewPasswordChosen.as_view(), name="password_reset_complete"),
]
