"""The links that contacts are sent: signed, so none can be guessed, and good for one answer."""

from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone

from initiatives.models import ConfirmationRequest

_SIGNER = Signer(salt="initiatives.desk.confirmation", sep=".")


class LinkState(Enum):
    """What a link can be used for; the value is what templates ask for."""

    OPEN = "open"
    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Link:
    """A link that somebody has opened; `request` is None where it is unknown."""

    state: LinkState
    request: ConfirmationRequest | None = None

    @classmethod
    def read(cls, token: str) -> "Link":
        """The link of a token. None of ours costs no query, a known one costs one."""
        try:
            key = UUID(hex=_SIGNER.unsign(token))
        except (BadSignature, ValueError):
            return cls(LinkState.UNKNOWN)
        request = ConfirmationRequest.objects.select_related("initiative").filter(key=key).first()
        return cls(_state(request), request) if request else cls(LinkState.UNKNOWN)


def _state(request: ConfirmationRequest) -> LinkState:
    if request.answered_at:
        return LinkState.USED
    if request.withdrawn_at or not request.initiative.is_public:
        return LinkState.WITHDRAWN
    return LinkState.EXPIRED if request.expires_at <= timezone.now() else LinkState.OPEN


def token_of(request: ConfirmationRequest) -> str:
    return _SIGNER.sign(request.key.hex)


def path_of(request: ConfirmationRequest) -> str:
    """The path of the link in the active form."""
    return reverse("confirmation", args=[token_of(request)])
