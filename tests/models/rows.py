"""A row of each kind, with the least that the database asks for, to be saved, changed or broken."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model
from django.utils import timezone

from initiatives.models import (
    AccessEvent,
    CheckedAddress,
    ConfirmationRequest,
    Contact,
    County,
    Document,
    DraftWords,
    FormerMunicipality,
    FormerSlug,
    Funding,
    Initiative,
    Merger,
    Municipality,
    Partner,
    Project,
    Region,
    Result,
    SheetLine,
    Synonyms,
    Translation,
    TranslationDraft,
    WordEntries,
)
from initiatives.models.kinds import KINDS, LINKED, TERM_KINDS
from tests.factories import InitiativeFactory, PartnerFactory

# A time for what says when.
NOW = timezone.now()

LINKS = [kind.link for kind in LINKED]
NOT_PLACES = [kind for kind in KINDS.values() if not kind.is_place]

# What each needs beside the rows that it refers to.
FIELDS: dict[type[Model], dict[str, Any]] = {
    **{model: {"position": 1} for model in LINKS},
    **{kind.alias: {"wording": "Ein annan ordlyd"} for kind in NOT_PLACES},
    **{kind.former_slug: {"slug": "gamalt"} for kind in NOT_PLACES},
    **{
        kind.model: {"slug": "nytt", "label_nn": "Nytt", "label_nb": "Ny"}
        for kind in TERM_KINDS.values()
    },
    Initiative: {
        "slug": "x",
        "title_nn": "X",
        "original_form": "nn",
        "status": "published",
        "first_published_at": NOW,
    },
    Project: {"position": 1, "name_nn": "P"},
    Funding: {"position": 1, "programme": "Bulyst"},
    Result: {"position": 1, "description_nn": "Fleire flytta heim."},
    Document: {"position": 1, "title": "Rapport", "url": "https://example.no/"},
    Contact: {"position": 1, "organisation": "Kommunen"},
    FormerSlug: {"slug": "gamalt"},
    DraftWords: {"words": "hjem", "made_from": "x"},
    Partner: {"slug": "laget", "name_nn": "Laget"},
    County: {"number": "99", "name": "Svalbard"},
    Municipality: {
        "number": "9999",
        "name": "Nye",
        "latitude": 60,
        "longitude": 10,
        "population": 1,
        "centrality": 6,
    },
    FormerMunicipality: {"number": "0999", "name": "Gamle"},
    Region: {"slug": "nord", "name": "Nord"},
    Synonyms: {"words": "jobb, arbeid"},
    AccessEvent: {"kind": "signed-in"},
    CheckedAddress: {"url": "https://example.no/", "checked_at": NOW, "problem": "none"},
    ConfirmationRequest: {"email": "post@example.no", "expires_at": NOW},
    Merger: {
        "kind": "activity",
        "gone_label": "Brev",
        "stays_label": "Brosjyrar",
        "stays_key": 1,
        "was": {},
        "entries": 0,
        "merged_at": NOW,
    },
    SheetLine: {"number": 7, "text": "Ei line", "kind": "not-placed", "reason": "no-term"},
    Translation: {"form": "nb", "state": "draft"},
    TranslationDraft: {"form": "nb", "field": "lead", "position": 0, "source": "x"},
    WordEntries: {"zone": "title", "word": "heim", "version": 1, "rules": "", "entries": b""},
}


def new_row(model: type[Model], **fields: Any) -> Model:
    """A row that is not saved; what it must refer to is there, also where `fields` leaves it
    open.
    """
    row = model(**FIELDS.get(model, {}) | fields)
    for field in model._meta.fields:
        if field.is_relation and not field.null and field.name not in fields:
            setattr(row, field.name, referred_to(field.related_model))
    return row


def add_row(model: type[Model], **fields: Any) -> Model:
    """The same in the database, put there as it is: nothing is filled in by `save`."""
    return model._default_manager.bulk_create([new_row(model, **fields)])[0]


def referred_to(model: type[Model]) -> Model:
    """A row that a relation may lead to: one of the reference data, or a new one."""
    if model is Initiative:
        return InitiativeFactory()
    if model is Partner:
        return PartnerFactory()
    if model is get_user_model():
        return model.objects.create_user("redaktor")
    return model._default_manager.all()[0]
