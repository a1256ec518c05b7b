"""How sentences become the texts of an example, the same content in both written forms.

Here belongs what is told in which order; `sentences` has the wording, and `drawing` draws places,
years and terms.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from initiatives.examples import sentences
from initiatives.examples.sentences import Paired, same
from initiatives.language import FORMS

Words = dict[str, Paired]


@dataclass(frozen=True)
class Subject:
    """What a text is about: slugs of the entry's terms, mostly the first, and its place's words."""

    activities: Sequence[str]
    selling_points: Sequence[str]
    target_groups: Sequence[str]
    organisation: str
    place_words: Words

    @cached_property
    def words(self) -> Words:
        """All that fills the braces."""
        done = [
            *(sentences.ACTIVITY_PHRASES[slug] for slug in self.activities[:2]),
            sentences.FOLLOW_UP,
        ]
        pitches = [
            *(sentences.PITCH_PHRASES[slug] for slug in self.selling_points[:1]),
            sentences.EVERYDAY_LIFE,
        ]
        return self.place_words | {
            "what": done[0],
            "What": capitalised(done[0]),
            "more": done[1],
            "pitch": pitches[0],
            "group": sentences.GROUP_PHRASES[self.target_groups[0]],
        }


def filled(text: Paired, words: Words) -> Paired:
    """The text with the words of each form in place of its braces."""
    return Paired(*(getattr(text, form).format_map(in_form(words, form)) for form in FORMS))


def in_form(words: Words, form: str) -> dict[str, str]:
    return {key: getattr(word, form) for key, word in words.items()}


def joined(parts: Sequence[Paired], separator: str) -> Paired:
    """The parts one after the other, in both forms."""
    return Paired(*(separator.join(getattr(part, form) for part in parts) for form in FORMS))


def capitalised(text: Paired) -> Paired:
    return Paired(*(part[:1].upper() + part[1:] for part in text))


def listed(names: Sequence[str]) -> str:
    """`Lom, Skjåk og Vågå`; alike in both forms."""
    return " og ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def located(names: Sequence[str]) -> str:
    """`i Lom og Skjåk`, `på Hitra og Frøya`, `i Orkland og Heim og på Hitra`; alike in both
    forms.
    """
    groups = {
        "i": [name for name in names if name not in sentences.PLACES_WITH_ON],
        "på": [name for name in names if name in sentences.PLACES_WITH_ON],
    }
    return " og ".join(
        f"{preposition} {listed(group)}" for preposition, group in groups.items() if group
    )


def write_title(rng: Random, subject: Subject) -> Paired:
    """A title about the place alone, or about one of the first things done or groups meant."""
    slugs = [*subject.activities[:3], *subject.target_groups[:2]]
    patterns = (
        sentences.TITLES if rng.random() < 0.5 else sentences.TITLES_BY_TERM[rng.choice(slugs)]
    )
    return filled(rng.choice(patterns), subject.words)


def write_lead(rng: Random, subject: Subject) -> Paired:
    return filled(rng.choice(sentences.LEADS), subject.words)


def write_main_goal(rng: Random, subject: Subject) -> Paired:
    return filled(rng.choice(sentences.MAIN_GOALS), subject.words)


def write_closing_note(rng: Random, subject: Subject) -> Paired:
    return filled(rng.choice(sentences.CLOSING_NOTES), subject.words)


def write_body(rng: Random, subject: Subject) -> Paired:
    """Markdown of four to eight blocks, some with subheadings, some with a list of what is done."""
    sections = (
        (sentences.BACKGROUND_HEADINGS, write_background(rng, subject)),
        (sentences.WORK_HEADINGS, write_work(rng, subject)),
        (sentences.GROUP_HEADINGS, write_groups(rng, subject)),
        (sentences.EXPERIENCE_HEADINGS, write_experience(rng)),
    )
    has_headings = rng.random() < 0.4
    parts: list[Paired] = []
    for number, (headings, paragraphs) in enumerate(sections):
        if has_headings and (number or rng.random() < 0.5):
            parts.append(joined([same("##"), rng.choice(headings)], " "))
        parts += paragraphs
    return filled(joined(parts, "\n\n"), subject.words)


def write_background(rng: Random, subject: Subject) -> list[Paired]:
    told = rng.sample(sentences.BACKGROUND, rng.choice([1, 2, 2]))
    if "village" in subject.words:
        told.append(rng.choice(sentences.VILLAGE))
    return [joined(told, " ")]


def write_work(rng: Random, subject: Subject) -> list[Paired]:
    """Paragraphs about some activities, one about who does the work, sometimes a list first."""
    told = [
        joined(rng.sample(sentences.ACTIVITIES[slug], rng.choice([1, 2])), " ")
        for slug in subject.activities[:4]
    ]
    paragraphs = [joined(told[first : first + 2], " ") for first in range(0, len(told), 2)]
    if len(subject.activities) > 2 and rng.random() < 0.3:
        items = [
            joined([same("-"), sentences.ACTIVITY_PHRASES[slug]], " ")
            for slug in subject.activities
        ]
        paragraphs = [rng.choice(sentences.LIST_OPENINGS), joined(items, "\n"), *paragraphs]
    if subject.organisation in sentences.ORGANISATION and rng.random() < 0.7:
        paragraphs.append(rng.choice(sentences.ORGANISATION[subject.organisation]))
    return paragraphs


def write_groups(rng: Random, subject: Subject) -> list[Paired]:
    told = [rng.choice(sentences.TARGET_GROUPS[slug]) for slug in subject.target_groups[:2]]
    told += [rng.choice(sentences.SELLING_POINTS[slug]) for slug in subject.selling_points[:2]]
    return [joined(told, " ")]


def write_experience(rng: Random) -> list[Paired]:
    told = rng.sample(sentences.EXPERIENCES, rng.choice([1, 2, 2]))
    return [joined([*told, rng.choice(sentences.NEXT_STEPS)], " ")]
