"""Which words of a sheet are nowhere in what was made of it: neither in a field nor told of as not
placed.
"""

from collections import Counter

from initiatives.desk.sheets.blocks import blocks
from initiatives.desk.sheets.placing import PlacedSheet
from initiatives.language.keys import bare_words


def lost_words(text: str, placed: PlacedSheet) -> list[tuple[int, str]]:
    """The lines, as number and text, with a word that is in no field and no line that is told of.

    Headings of the format and the marks of lists are not words of the sheet.
    """
    kept = Counter(bare_words(" ".join(_kept(placed))))
    lost = []
    for block in blocks(text):
        words = bare_words(block.opening.rest if block.opening else block.text)
        if any(not kept[word] for word in words):
            lost.append((block.number, block.text))
    return lost


def _kept(placed: PlacedSheet):
    sheet = placed.sheet
    yield from (
        placed.title,
        placed.lead,
        placed.source_url,
        sheet.body,
        sheet.main_goal,
        sheet.closing_note,
    )
    yield from (term.wording for term in placed.subject_areas)
    yield from (term.wording for terms in placed.terms.values() for term in terms)
    yield from (partner.wording for partner in placed.partners)
    yield from (line.text for line in placed.unplaced)
    yield from (proposal.text for proposal in placed.proposals)
    yield from (project.source for project in placed.projects)
    yield from placed.sheet.headings.values()
