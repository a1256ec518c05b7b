"""The domain, as in docs/glossary.md: places, controlled terms, initiatives and the facts about
them.
"""

from initiatives.models.access import AccessEvent, EditorSession, EventKind, RoleRule
from initiatives.models.addresses import AddressProblem, CheckedAddress
from initiatives.models.changes import CatalogueVersion, Change
from initiatives.models.choices import (
    Assessment,
    Basis,
    DocumentKind,
    Form,
    Organisation,
    Phase,
    Scope,
    Status,
    Step,
)
from initiatives.models.confirmations import Answer, ConfirmationRequest
from initiatives.models.facts import Contact, Document, Funding, Project, Result, Succession
from initiatives.models.imports import ImportFile
from initiatives.models.initiatives import FormerSlug, Initiative, InitiativeQuerySet
from initiatives.models.links import (
    ActivityLink,
    CountyLink,
    MunicipalityLink,
    OrderedInInitiative,
    PartnerLink,
    SellingPointLink,
    SubjectAreaLink,
    TargetGroupLink,
)
from initiatives.models.mergers import (
    FormerActivitySlug,
    FormerPartnerKindSlug,
    FormerPartnerSlug,
    FormerSellingPointSlug,
    FormerSubjectAreaSlug,
    FormerTargetGroupSlug,
    FormerTermSlug,
    Merger,
)
from initiatives.models.places import County, FormerMunicipality, Municipality, Region
from initiatives.models.sheets import Reason, Sheet, SheetLine
from initiatives.models.terms import (
    Activity,
    ActivityAlias,
    Partner,
    PartnerAlias,
    PartnerKind,
    PartnerKindAlias,
    SellingPoint,
    SellingPointAlias,
    SubjectArea,
    SubjectAreaAlias,
    TargetGroup,
    TargetGroupAlias,
    Term,
)
from initiatives.models.translations import Translation, TranslationDraft, TranslationState
from initiatives.models.wordlists import DraftWords, Synonyms, Word, WordEntries
from initiatives.models.workflow import OpenForm, WorkflowStep

__all__ = [
    "AccessEvent",
    "Activity",
    "ActivityAlias",
    "ActivityLink",
    "AddressProblem",
    "Answer",
    "Assessment",
    "Basis",
    "CatalogueVersion",
    "Change",
    "CheckedAddress",
    "ConfirmationRequest",
    "Contact",
    "County",
    "CountyLink",
    "Document",
    "DocumentKind",
    "DraftWords",
    "EditorSession",
    "EventKind",
    "Form",
    "FormerActivitySlug",
    "FormerMunicipality",
    "FormerPartnerKindSlug",
    "FormerPartnerSlug",
    "FormerSellingPointSlug",
    "FormerSlug",
    "FormerSubjectAreaSlug",
    "FormerTargetGroupSlug",
    "FormerTermSlug",
    "Funding",
    "ImportFile",
    "Initiative",
    "InitiativeQuerySet",
    "Merger",
    "Municipality",
    "MunicipalityLink",
    "OpenForm",
    "OrderedInInitiative",
    "Organisation",
    "Partner",
    "PartnerAlias",
    "PartnerKind",
    "PartnerKindAlias",
    "PartnerLink",
    "Phase",
    "Project",
    "Reason",
    "Region",
    "Result",
    "RoleRule",
    "Scope",
    "SellingPoint",
    "SellingPointAlias",
    "SellingPointLink",
    "Sheet",
    "SheetLine",
    "Status",
    "Step",
    "SubjectArea",
    "SubjectAreaAlias",
    "SubjectAreaLink",
    "Succession",
    "Synonyms",
    "TargetGroup",
    "TargetGroupAlias",
    "TargetGroupLink",
    "Term",
    "Translation",
    "TranslationDraft",
    "TranslationState",
    "Word",
    "WordEntries",
    "WorkflowStep",
]
