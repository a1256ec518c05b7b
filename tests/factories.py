"""Objects with only what a test says; the rest is the least that the rules ask for.

Terms and places are not made but taken from the reference data, by slug or number.
"""

from typing import Any

import factory

from initiatives.language import make_slug
from initiatives.models import Initiative, Partner, PartnerKind, Project
from initiatives.models.kinds import LINKED

TOKKE = "smasamfunnsprosjekt-og-bulyst-i-tokke"

# By keyword of `make_initiative`.
BY_PLURAL = {kind.plural: kind for kind in LINKED}


class InitiativeFactory(factory.django.DjangoModelFactory):
    """A published entry in Nynorsk."""

    class Meta:
        model = Initiative

    title_nn = factory.Sequence(lambda n: f"Tiltak {n}")
    slug = factory.LazyAttribute(lambda entry: make_slug(entry.title_nn or entry.title_nb))
    original_form = "nn"
    status = "published"


class ProjectFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Project

    initiative = factory.SubFactory(InitiativeFactory)
    name_nn = "Prosjekt"
    position = factory.LazyAttribute(lambda project: project.initiative.projects.count() + 1)


class PartnerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Partner

    name_nn = factory.Sequence(lambda n: f"Partnar {n}")
    kind = factory.LazyFunction(lambda: PartnerKind.objects.get(slug="anna"))


def make_initiative(**wanted: Any) -> Initiative:
    """An entry; `activities`, `municipalities` and the like name its links in order."""
    links = {name: wanted.pop(name) for name in list(wanted) if name in BY_PLURAL}
    initiative = InitiativeFactory(**wanted)
    for name, values in links.items():
        kind = BY_PLURAL[name]
        for position, value in enumerate(values, start=1):
            term = kind.model.objects.get(**{kind.key: value})
            kind.link.objects.create(initiative=initiative, term=term, position=position)
    return initiative
