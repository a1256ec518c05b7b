"""Reads sheets and saves them as drafts, or tells what it would save."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from initiatives.desk.sheets.as_json import as_json, as_json_error
from initiatives.desk.sheets.placing import PlacedSheet, place
from initiatives.desk.sheets.reading import read
from initiatives.desk.sheets.reference import Reference
from initiatives.desk.sheets.saving import Decision, Outcome, Run
from initiatives.desk.sheets.texts import MAX_BYTES, NamedText, UnreadableError, decode


@dataclass(frozen=True)
class ReadFile:
    """A file with what was read from it and done with that, or why neither was possible."""

    name: str
    placed: PlacedSheet | None = None
    decision: Decision | None = None
    problem: str = ""


class Command(BaseCommand):
    help = (
        "Read each FILE as a sheet in the published format and save it as a draft. A sheet that was"
        " imported before makes its draft anew, or is refused when that has been edited or"
        " published. A file that cannot be read does not stop the others; the exit code is 1 when"
        " one was refused or not read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="save nothing, only tell")
        parser.add_argument(
            "--format",
            choices=["text", "json"],
            default="text",
            help="json: a list with an object for each file and nothing else on standard output",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        files = list(self.read_files(options["files"], options["dry_run"]))
        if options["format"] == "json":
            objects = [
                as_json(f.name, f.placed) if f.placed else as_json_error(f.name, f.problem)
                for f in files
            ]
            self.stdout.write(json.dumps(objects, ensure_ascii=False, indent=2))
        else:
            for file in files:
                self.tell(file)
        self.tell_problems(files)

    def read_files(self, paths: list[Path], is_dry_run: bool) -> Iterator[ReadFile]:
        reference = Reference.load()
        run = Run(reference)
        self.warn_of_missing_terms(reference)
        for path in paths:
            try:
                text = read_file(path)
            except (OSError, UnreadableError) as error:
                yield ReadFile(path.name, problem=str(error))
                continue
            named, placed = NamedText(path.name, text), place(read(text), reference)
            decision = run.decide(named, placed) if is_dry_run else run.save(named, placed)
            problem = "" if is_dry_run else str(decision.reason)
            yield ReadFile(path.name, placed, decision, problem)

    def warn_of_missing_terms(self, reference: Reference) -> None:
        if not reference.partners.kind_slugs:
            self.stderr.write(
                "The catalogue has no terms to find anything by. Run `manage.py load_catalogue`"
                " first."
            )

    def tell(self, file: ReadFile) -> None:
        """One line for the file, and one for each line of it that an editor should look at."""
        if file.placed is None or file.decision is None:
            return
        title, outcome = file.placed.title or "without a title", file.decision.outcome.value
        self.stdout.write(f"{file.name}: {outcome}: {title} {file.decision.reason}".rstrip())
        for line in as_json(file.name, file.placed)["unplaced"]:
            self.stdout.write(
                f"  line {line['line']}, not placed: {line['text']} ({line['reason']})"
            )
        for proposal in as_json(file.name, file.placed)["proposals"]:
            self.stdout.write(
                f"  line {proposal['from_line']}, to be confirmed: {proposal['field']}:"
                f" {proposal['value']}"
            )

    def tell_problems(self, files: list[ReadFile]) -> None:
        """Tells each problem on standard error, and ends with an error when there is any."""
        problems = [file for file in files if file.problem]
        for file in problems:
            self.stderr.write(f"{file.name}: {file.problem}")
        if problems:
            done = sum(
                1
                for file in files
                if file.decision and file.decision.outcome is not Outcome.REFUSED
            )
            raise CommandError(
                f"{len(problems)} of {len(files)} files were not imported; {done} were."
            )


def read_file(path: Path) -> str:
    """The text of a file, read no further than a sheet goes; `OSError` or `UnreadableError`."""
    with path.open("rb") as file:
        return decode(file.read(MAX_BYTES + 1))
