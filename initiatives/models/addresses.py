"""Addresses of other sites that entries lead to, and whether they answered when last asked."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class AddressProblem(models.TextChoices):
    """Why an address could not be read."""

    NONE = "none", _("It answers")
    NOT_FOUND = "not-found", _("The page is not there")
    REFUSED = "refused", _("The site will not show the page to our program; a person may see it")
    SERVER_ERROR = "server-error", _("The site answers that something is wrong with it")
    NO_SUCH_SITE = "no-such-site", _("There is no site by that name")
    NO_ANSWER = "no-answer", _("The site does not answer")
    UNSAFE = "unsafe", _("The connection is not safe: the certificate is not valid")
    LOOPS = "loops", _("The address sends on too many times")
    NOT_PUBLIC = "not-public", _("The address is not on the open internet")
    NOT_AN_ADDRESS = "not-an-address", _("This is not the address of a web page")


class CheckedAddress(models.Model):
    """An address as `check_links` last found it. A row stays while some entry leads there."""

    # Failures on this many different days, and over this long, make an address dead.
    DAYS_TO_DEATH = 3
    TIME_TO_DEATH = timedelta(days=7)

    url = models.CharField(_("address"), max_length=500, unique=True)
    checked_at = models.DateTimeField(_("last checked"))
    problem = models.CharField(_("what is wrong"), max_length=20, choices=AddressProblem)
    status = models.PositiveSmallIntegerField(_("answer"), null=True, blank=True)
    """The status that HTTP gave at the end; None when nothing answered."""
    moved_to = models.CharField(_("leads on to"), max_length=2000, blank=True)
    failing_since = models.DateTimeField(_("failing since"), null=True, blank=True)
    failing_days = models.PositiveSmallIntegerField(_("days it failed"), default=0)
    is_dead = models.BooleanField(_("dead"), default=False, db_index=True)

    class Meta:
        default_permissions = ()
        ordering = ["url"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(problem__in=AddressProblem.values),
                name="checked_address_problem_known",
            )
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def is_web_page(self) -> bool:
        """Whether a link to it is one to a web page."""
        return self.url.startswith(("http://", "https://"))
