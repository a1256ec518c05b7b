"""Kinds of partner by the name of a body: `Telemark fylkeskommune` is a county authority."""

import re
from dataclasses import dataclass

from initiatives.desk.sheets.wordings import Wordings, plain
from initiatives.language import FORMS
from initiatives.language.dictionary import lemma_in
from initiatives.models import Reason

# By the slug of the kind: words that only bodies of this kind have in their names, most specific
# first.
_SURE: tuple[tuple[str, str], ...] = (
    ("statsforvaltar", r"fylkesmann\w*|statsforvalt\w*"),
    ("fylkeskommune", r"fylkeskommun\w*|fylkesting\w*"),
    ("regionrad", r"\w*regionråd\w*|region råd|interkommunalt politisk råd"),
    ("nav", r"nav|eures"),
    ("husbanken", r"husbank(?:en)?"),
    ("innovasjon-norge", r"innovasjon (?:norge|noreg)"),
    ("placement", r"placement"),
    (
        "grende-og-bygdelag",
        r"\w*grend[ae]lag\w*|\w*bygdelag\w*|\w*grendeutval\w*|\w*bygdeutviklingslag\w*",
    ),
    (
        "frivillige",
        (
            r"frivill[ie]g\w*.*\b(?:lag|organisasjon\w*|sektor\w*)|lag og"
            r" (?:organisasjon|fore(?:i)?ning)\w*"
        ),
    ),
    ("naeringsliv", r"\w*næringsliv\w*"),
    ("kommune", r"(?!fylkes|sam)\w*kommun(?:e|en|ar|er|ane|ene|ers|ars)"),
)
# Words that tell of a kind only as a rule.
_GUESSED: tuple[tuple[str, str], ...] = (
    (
        "naeringsliv",
        r"\w*(?:bedrift|verksemd|virksomhet)\w*|\w*næring(?:s)?(?:hage|foreining|forening|lag|samarbeid|råd|forum)\w*|"
        r"\w*handelsstand\w*|\w*(?:arbeidsgivar|arbeidsgiver)\w*",
    ),
    ("grende-og-bygdelag", r"\w*(?:velforening|velforeining|velforeninga|vel|grend|landsbylag\w*)"),
    (
        "frivillige",
        r"\w*(?:idrettslag|ungdomslag|bondelag|bygdekvinnelag|bondekvinnelag|saniteten|sanitetsforening|sanitetsforeining)\w*|"
        r"frivillighetssentral\w*|frivilligsentral\w*|frivilligheita?|frivilligheten",
    ),
    ("kommune", r"samkommun\w*"),
)


@dataclass(frozen=True)
class PartnerMatch:
    """What is known of a partner: itself, or a whole kind that is named, or only its kind.

    `slug` is a partner of the catalogue, `kind` the slug of a kind or empty; `is_generic` says that
    the wording names the kind and no body of it.
    """

    slug: str
    kind: str
    is_generic: bool = False
    reason: Reason | None = None

    @property
    def is_sure(self) -> bool:
        return bool(self.kind) and self.reason is None


@dataclass(frozen=True)
class PartnerFinder:
    """The partners of the catalogue and the kinds there are; `kind_of` gives the kind of each."""

    partners: Wordings
    kinds: Wordings
    kind_of: dict[str, str]
    kind_slugs: frozenset[str]

    def find(self, text: str) -> PartnerMatch:
        """The partner or kind of a wording; an empty kind where nothing is known."""
        tidy = tidy_name(text)
        return (
            self._known(text, tidy)
            or self._told_by_words(tidy)
            or self._nearly_a_kind(tidy)
            or PartnerMatch("", "")
        )

    def _known(self, text: str, tidy: str) -> PartnerMatch | None:
        """The partner or else the kind that is called just so."""
        if slug := self.partners.exact(text) or self.partners.exact(tidy):
            return PartnerMatch(slug, self.kind_of[slug])
        kind = self.kinds.exact(text) or self.kinds.exact(tidy)
        return PartnerMatch("", kind, is_generic=True) if kind else None

    def _told_by_words(self, text: str) -> PartnerMatch | None:
        """A body whose kind words of its name tell; sure only where they tell of one."""
        sure = self._by_name(text, _SURE)
        if kinds := sure or self._by_name(text, _GUESSED):
            reason = None if len(sure) == 1 else Reason.KIND_BY_NAME
            return PartnerMatch("", kinds[0], reason=reason)
        return None

    def _nearly_a_kind(self, text: str) -> PartnerMatch | None:
        near = self.kinds.find(text)
        if near and near.reason is not Reason.PART_OF_TERM:
            return PartnerMatch("", near.slug, is_generic=True, reason=near.reason)
        return None

    def is_body(self, text: str) -> bool:
        """Whether a part of a sentence is a partner: a council's name may explain another."""
        match = self.find(text)
        return bool(match.kind) and (match.is_sure or match.kind != "regionrad")

    def is_exact(self, text: str) -> str:
        """What a wording names without doubt, as a word to compare; empty for a guess."""
        if slug := self.partners.exact(text):
            return f"partner {slug}"
        kind = self.kinds.exact(text)
        return f"kind {kind}" if kind else ""

    def _by_name(self, text: str, patterns: tuple[tuple[str, str], ...]) -> list[str]:
        """The kinds that words of the name tell of, the likeliest first."""
        compared = plain(text)
        kinds = [
            kind
            for kind, pattern in patterns
            if kind in self.kind_slugs and re.search(rf"(?<![\w-])(?:{pattern})(?![\w-])", compared)
        ]
        is_guess = patterns is _GUESSED and not kinds and "regionrad" in self.kind_slugs
        return ["regionrad"] if is_guess and _is_council_of_region(compared) else kinds


def _is_council_of_region(name: str) -> bool:
    """Whether a council is called after what is no word: Hallingdalrådet, and not ungdomsrådet."""
    for found in re.finditer(r"(?<![\w-])([\w-]+)rådet(?![\w-])", name):
        stem = found[1].rstrip("-")
        spellings = (stem, stem.removesuffix("s"), stem.removesuffix("e"), f"{stem}r")
        if "-" in stem or not any(lemma_in(form, word) for word in spellings for form in FORMS):
            return True
    return False


def tidy_name(text: str) -> str:
    """A name without the blank that some write behind its hyphen: `Sør- Trøndelag` is
    `Sør-Trøndelag`.
    """
    return re.sub(r"(\w)-\s+(?=[A-ZÆØÅ])", r"\1-", " ".join(text.split()))
