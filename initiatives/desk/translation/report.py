"""Which entries are translated and how far, as a question that the database answers."""

from typing import Any

from django.db.models import Case, CharField, Count, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from initiatives.language import BOKMAL, NYNORSK
from initiatives.models import Initiative, Translation, TranslationState

OTHER_FORM = Case(
    When(original_form=NYNORSK, then=Value(BOKMAL)),
    default=Value(NYNORSK),
    output_field=CharField(),
)

# An entry with a text in its other form, of which nobody has said anything, counts as approved.
HAS_OTHER_FORM = (Q(original_form=NYNORSK) & ~Q(title_nb="")) | (
    Q(original_form=BOKMAL) & ~Q(title_nn="")
)


def with_translation_state(initiatives: QuerySet[Initiative]) -> QuerySet[Any]:
    """The entries with `other_form` and `translation_state`, a value of `TranslationState`."""
    kept = Translation.objects.filter(initiative=OuterRef("pk"), form=OuterRef("other_form"))
    unsaid = Case(
        When(HAS_OTHER_FORM, then=Value(str(TranslationState.APPROVED))),
        default=Value(str(TranslationState.NONE)),
        output_field=CharField(),
    )
    return initiatives.annotate(other_form=OTHER_FORM).annotate(
        translation_state=Coalesce(Subquery(kept.values("state")[:1]), unsaid)
    )


def count_states(initiatives: QuerySet[Initiative]) -> dict[str, int]:
    """How many of the entries are in each state, all states in their order. One query."""
    rows = (
        with_translation_state(initiatives)
        .order_by()
        .values("translation_state")
        .annotate(number=Count("pk"))
    )
    counted = dict(rows.values_list("translation_state", "number"))
    return {state: counted.get(state, 0) for state in TranslationState.values}


def translated_into(initiatives: QuerySet[Initiative], form: str) -> QuerySet[Initiative]:
    """The entries whose other form is `form`."""
    return initiatives.exclude(original_form=form)
