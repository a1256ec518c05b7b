"""Objects with only what a test says; the rest is the least that the rules ask for.

Terms and places are not made but taken from the reference data, by slug or number.
"""

from typing import Any

import factory

from initiatives.language import make_slug
from initiatives.models import (
    Activity,
    ActivityLink,
    County,
    CountyLink,
    Initiative,
    Municipality,
    MunicipalityLink,
    Partner,
    PartnerKind,
    PartnerLink,
    Project,
    SellingPoint,
    SellingPointLink,
    SubjectArea,
    SubjectAreaLink,
    TargetGroup,
    TargetGroupLink,
)

TOKKE = "smasamfunnsprosjekt-og-bulyst-i-tokke"

# For each keyword of `make_initiative`: the link, what it links to, and by which field that is
# named.
LINKS = {
    "activities": (ActivityLink, Activity, "slug"),
    "selling_points": (SellingPointLink, SellingPoint, "slug"),
    "target_groups": (TargetGroupLink, TargetGroup, "slug"),
    "subject_areas": (SubjectAreaLink, SubjectArea, "slug"),
    "partners": (PartnerLink, Partner, "slug"),
    "municipalities": (MunicipalityLink, Municipality, "number"),
    "counties": (CountyLink, County, "number"),
}


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
    links = {name: wanted.pop(name) for name in list(wanted) if name in LINKS}
    initiative = InitiativeFactory(**wanted)
    for name, values in links.items():
        link, target, field = LINKS[name]
        for position, value in enumerate(values, start=1):
            link.objects.create(
                initiative=initiative, term=target.objects.get(**{field: value}), position=position
            )
    return initiative
