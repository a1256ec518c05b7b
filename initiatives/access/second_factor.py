"""The second factor: codes from an app on a telephone (TOTP, RFC 6238), and codes on paper.

A session in which only the password has been given lets nobody in: see
`initiatives.access.middleware`.
"""

import time
from base64 import b32encode
from binascii import unhexlify
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

import segno
from django.contrib.auth.models import User
from django.core import signing
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.safestring import SafeString, mark_safe
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key

from initiatives.models import RoleRule

CODE_LENGTH = 6
RECOVERY_CODES = 10
# Whoever has fewer left than this is told to make new ones.
FEW_CODES = 3
# How long a page with a picture to scan may stay open.
SET_UP_SECONDS = 60 * 60
_SALT = "initiatives.access.second-factor"


class Hurdle(Enum):
    """What is left to do before somebody is let in; the value names its page."""

    GIVE_CODE = "second-factor"
    SET_UP = "second-factor-set-up"


@dataclass(frozen=True)
class Checked:
    """What came of a code: the device that took it, or until when none is taken, or neither."""

    device: TOTPDevice | StaticDevice | None
    wait_until: datetime | None = None

    @property
    def is_recovery(self) -> bool:
        return isinstance(self.device, StaticDevice)


def with_second_factor(users: QuerySet[User]) -> QuerySet[User]:
    """Adds `has_factor` and `must_have_factor` to each."""
    apps = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
    rules = RoleRule.objects.filter(group__user=OuterRef("pk"), requires_second_factor=True)
    return users.annotate(has_factor=Exists(apps), must_have_factor=Exists(rules))


def has_second_factor(user: User) -> bool:
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def must_have_second_factor(user: User) -> bool:
    """Whether a role that the user has asks for it."""
    return RoleRule.objects.filter(group__user=user, requires_second_factor=True).exists()


def hurdle_left(user: Any) -> Hurdle | None:
    """What a signed-in user has yet to do; None for strangers and for those let in. No query."""
    if not user.is_authenticated or user.otp_device is not None:
        return None
    if user.has_factor:
        return Hurdle.GIVE_CODE
    return Hurdle.SET_UP if user.must_have_factor else None


def check_code(user: User, code: str) -> Checked:
    """Tries a code of either kind. A right code is used up; a wrong one means a wait."""
    code = "".join(code.split()).replace("-", "").lower()
    is_from_app = code.isdecimal() and len(code) == CODE_LENGTH
    model = TOTPDevice if is_from_app else StaticDevice
    with transaction.atomic():
        # Locked, so that the same code cannot be used by two requests at once.
        device = model.objects.select_for_update().filter(user=user, confirmed=True).first()
        if device is None:
            return Checked(None)
        is_allowed, reason = device.verify_is_allowed()
        if not is_allowed:
            return Checked(None, wait_until=reason["locked_until"])
        return Checked(device if device.verify_token(code) else None)


# Setting up


@dataclass(frozen=True)
class Offer:
    """A secret not stored before a code shows that the app has it; the form carries it, signed."""

    user: User
    key: str

    @classmethod
    def new(cls, user: User) -> "Offer":
        return cls(user, default_key())

    @classmethod
    def read(cls, user: User, signed: str) -> "Offer | None":
        """None when it was made for somebody else, has been changed, or is too old."""
        try:
            pk, key = signing.loads(signed, salt=_SALT, max_age=SET_UP_SECONDS)
        except signing.BadSignature:
            return None
        return cls(user, key) if pk == user.pk else None

    @property
    def signed(self) -> str:
        return signing.dumps([self.user.pk, self.key], salt=_SALT)

    @property
    def device(self) -> TOTPDevice:
        return TOTPDevice(user=self.user, key=self.key, name="app", confirmed=True)

    @property
    def secret(self) -> str:
        """The secret for writing off, in groups of four."""
        letters = b32encode(unhexlify(self.key)).decode()
        return " ".join(letters[i : i + 4] for i in range(0, len(letters), 4))

    @property
    def address(self) -> str:
        """What the picture holds, as apps read it (`otpauth://…`)."""
        address: str = self.device.config_url
        return address

    @property
    def picture(self) -> SafeString:
        """The address as a QR code: SVG without styles or scripts, dark on light on any page."""
        code = segno.make(self.address, error="m", micro=False)
        svg = code.svg_inline(
            scale=4, dark="#000", light="#fff", svgclass="qr-code", lineclass=None
        )
        return mark_safe(svg)  # noqa: S308 - made of squares alone

    def accept(self, code: str) -> TOTPDevice | None:
        """Stores the app in place of any other, if the code shows that it has the secret."""
        code = "".join(code.split())
        if not (code.isdecimal() and len(code) == CODE_LENGTH):
            return None
        device = self.device
        totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
        totp.time = time.time()
        if not totp.verify(int(code), tolerance=device.tolerance):
            return None
        device.last_t, device.drift = totp.t(), totp.drift
        with transaction.atomic():
            remove_second_factor(self.user)
            device.save()
        return device


def remove_second_factor(user: User) -> bool:
    """Takes app and recovery codes away; sessions that had shown one have shown nothing then."""
    StaticDevice.objects.filter(user=user).delete()
    return bool(TOTPDevice.objects.filter(user=user).delete()[0])


def make_recovery_codes(user: User) -> list[str]:
    """New codes in place of the old, for showing once, in two groups of four."""
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    with transaction.atomic():
        device, _created = StaticDevice.objects.get_or_create(user=user, name="paper")
        device.token_set.all().delete()
        StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return [f"{code[:4]} {code[4:]}" for code in codes]


def recovery_codes_left(user: User) -> int:
    return StaticToken.objects.filter(device__user=user, device__confirmed=True).count()
