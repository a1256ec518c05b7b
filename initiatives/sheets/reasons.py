"""Why a line was not placed, or why something is only proposed. The values are stored."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    # Not placed
    NO_TERM = "no-term", _("No term has this wording.")
    NO_KIND = "no-kind", _("No kind of partner is known for this name.")
    SAME_TERM = "same-term", _("Another line of the list leads to the same term.")
    UNKNOWN_AREA = "unknown-area", _("No subject area has this name.")
    SEVERAL_PLACES = "several-places", _("More than one municipality has, or has had, this name.")
    UNKNOWN_PLACE = "unknown-place", _("No municipality or county has this name.")
    BEFORE_LIST = "before-list", _("Stands before the list and is not part of it.")
    TOO_LONG = "too-long", _("Is longer than the field has room for.")
    NO_ADDRESS = "no-address", _("Is not an address that can be opened.")
    # Proposed
    TWO_IN_ONE = "two-in-one", _("Read as several, since each part is a term.")
    NEARLY_SPELT = "nearly-spelt", _("Is spelt nearly as this term.")
    PART_OF_TERM = "part-of-term", _("Says part of what this term says.")
    IN_SENTENCE = "in-sentence", _("The sentence names this term.")
    KIND_BY_NAME = "kind-by-name", _("The kind is guessed from the name.")
    PLACE_IN_TEXT = "place-in-text", _("The place is named in the text, not in the title.")
    YEARS_IN_TEXT = "years-in-text", _("The years stand in the text.")
    AMOUNT_IN_TEXT = "amount-in-text", _("An amount stands in the text.")
    WEBSITE_IN_TEXT = "website-in-text", _("An address stands in the text.")
    TITLE_IN_TEXT = "title-in-text", _("The sheet has no title; this is how its text begins.")
    NEARLY_HEADING = "nearly-heading", _("Looks like the heading of a section that is spelt in another way.")
    CUT_SHORT = "cut-short", _("The closing text is cut short; such texts say that nothing was assessed.")
