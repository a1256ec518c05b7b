"""What an editor does with an answer: accept it, which confirms the entry, or set it aside."""

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from initiatives.models import Answer, ConfirmationRequest, Initiative, Project


def accept(request: ConfirmationRequest, user: User) -> bool:
    """Marks the entry as confirmed on the day of the answer, and as ended where the answer says so.

    False when it was dealt with already.
    """
    with transaction.atomic():
        if not _handle(request, user, is_accepted=True):
            return False
        day = timezone.localdate(request.answered_at)
        older = Q(confirmed_on=None) | Q(confirmed_on__lt=day)
        Initiative.objects.filter(older, pk=request.initiative_id).update(confirmed_on=day)
        if request.answer == Answer.ENDED:
            end_projects(request)
        return True


def running_projects(request: ConfirmationRequest) -> QuerySet[Project]:
    """Those that an entry says are still running."""
    return Project.objects.filter(initiative=request.initiative_id, is_open_ended=True)


def end_projects(request: ConfirmationRequest) -> None:
    """Ends what is said to be running in the year of the answer.

    The year is not known where the answer has none, or one before the project began.
    """
    running, year = running_projects(request), request.end_year
    if not running.exists():
        return
    if year is not None:
        running.filter(Q(start_year=None) | Q(start_year__lte=year)).update(
            end_year=year, is_open_ended=False
        )
    running.update(is_open_ended=False)
    Initiative.objects.filter(pk=request.initiative_id).update(changed_at=timezone.now())


def set_aside(request: ConfirmationRequest, user: User) -> bool:
    """Leaves the entry as it is. False when the answer was dealt with already."""
    return _handle(request, user, is_accepted=False)


def withdraw(requests: QuerySet[ConfirmationRequest]) -> int:
    """Makes unanswered links useless; returns how many."""
    return requests.filter(answered_at=None, withdrawn_at=None).update(withdrawn_at=timezone.now())


def _handle(request: ConfirmationRequest, user: User, is_accepted: bool) -> bool:
    waiting = ConfirmationRequest.objects.to_look_at().filter(pk=request.pk)
    return bool(waiting.update(handled_at=timezone.now(), handled_by=user, is_accepted=is_accepted))
