"""What an editor is told: which file, row or cell cannot be used, why, and the way out."""

import csv
import io
import zipfile

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from openpyxl import Workbook, load_workbook

from initiatives.desk.bulk import files, writing
from initiatives.desk.bulk.entries import EntryResource, may_publish
from initiatives.desk.bulk.files import FileError, decode, read_table
from initiatives.desk.bulk.importing import Report, RowReport, import_table
from initiatives.desk.bulk.resources import Rights
from initiatives.desk.bulk.terms import TERM_RESOURCES
from initiatives.desk.bulk.writing import TooLongError, read_rows, write_csv, write_xlsx
from initiatives.models import Activity, Initiative, Partner
from tests.factories import PartnerFactory, make_initiative

NO_TABLE = (
    "Dette er ikkje ein tabell som kan lesast. Lagre han som Excel (.xlsx) eller CSV, og prøv på"
    " nytt."
)
BROKEN = "Excel-fila er øydelagd eller er ikkje eit rekneark. Lagre henne på nytt, og prøv igjen."
NOT_CSV = (
    "Fila er ikkje rett CSV: Det står eit hermeteikn eller eit linjeskift der det ikkje kan stå"
    " noko."
)
LETTERS = "Bokstavane i fila kan ikkje lesast. Lagre henne som «CSV UTF-8», og prøv på nytt."


def workbook(*rows) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def zipped(*sizes: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, size in enumerate(sizes):
            archive.writestr(f"xl/{number}.xml", b"0" * size)
    return file.getvalue()


def told(content: bytes, name: str = "") -> str:
    with pytest.raises(FileError) as refused:
        read_table(content, name)
    return str(refused.value)


# Files


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Fila er tom."),
        (b" \r\n\t", "Fila er tom."),
        (b"%PDF-1.7 ...", NO_TABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Excel", NO_TABLE),
        (b"Tittel\n\x00\n", NO_TABLE),
        (b"Tittel\n\x81\x8d\n", LETTERS),
        (b"\xff\xfeT\x00i", LETTERS),
        (b'Tittel;Stad\n"A"b;C\n', NOT_CSV),
        (b'Tittel;Stad\n"A;C\n', NOT_CSV),
        (b"PK\x03\x04 broken", BROKEN),
        (zipped(10), BROKEN),
        (b"Tittel;Stad\n", "Fila har ingen rader under overskriftene."),
        (b";;\n\n;;\n", "Fila har ingen rader under overskriftene."),
        (b"Tittel;Stad\n\nA;B;C\n", "Rad 3 har fleire celler enn det er overskrifter."),
        (workbook(["Tittel"]), "Fila har ingen rader under overskriftene."),
        (workbook(["Tittel"], ["A", "B"]), "Rad 2 har fleire celler enn det er overskrifter."),
        (
            workbook(["Tittel"], ["A"], ["=1+1"]),
            "Rad 3 har ein formel. Lim han inn som verdi, og prøv på nytt.",
        ),
    ],
)
def test_file_that_cannot_be_used_is_told_why(content, message) -> None:
    assert told(content) == message


def test_text_that_is_called_an_excel_file_is_told_to_be_saved_anew() -> None:
    assert told(b"Tittel;Stad\nA;B", "Liste.XLSX") == BROKEN


def test_size_is_told_in_megabytes(monkeypatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 2_000_000)
    assert told(b"x" * 2_000_001) == "Fila er større enn 2 MB. Del henne i fleire."


def test_file_of_just_the_size_is_read(monkeypatch) -> None:
    content = b"a\nb\n"
    monkeypatch.setattr(files, "MAX_BYTES", len(content))
    assert read_table(content).headings == ["a"]
    assert told(content + b"c").startswith("Fila er større enn")


@pytest.mark.parametrize("number", [2, 3])
def test_more_rows_than_are_taken_are_told(monkeypatch, number) -> None:
    monkeypatch.setattr(files, "MAX_ROWS", 2)
    content = b"a\n" + b"b\n\n" * number
    if number == 2:
        assert [row.number for row in read_table(content).rows] == [2, 4]
    else:
        assert told(content) == "Fila har meir enn 2 rader. Del henne i fleire."


@pytest.mark.parametrize("make", [lambda row: (";".join(row) + "\nb\n").encode(), None])
def test_more_columns_than_are_taken_are_told(monkeypatch, make) -> None:
    monkeypatch.setattr(files, "MAX_COLUMNS", 2)
    make = make or (lambda row: workbook(row, ["b"]))
    assert read_table(make(["a", "b"])).headings == ["a", "b"]
    assert told(make(["a", "b", "c"])) == "Fila har meir enn 2 kolonnar."


@pytest.mark.parametrize(("sizes", "is_too_large"), [((40, 60), False), ((41, 60), True)])
def test_size_of_an_excel_file_is_that_of_all_its_parts_unpacked(
    monkeypatch, sizes, is_too_large
) -> None:
    monkeypatch.setattr(files, "MAX_UNPACKED", 100)
    too_large = "Fila er for stor når ho er pakka ut. Del henne i fleire."
    assert told(zipped(*sizes)) == (too_large if is_too_large else BROKEN)


@pytest.mark.parametrize(
    ("content", "cells"),
    [
        (b"a;b\nc;d,e\n", ["c", "d,e"]),
        (b"a,b\nc,d;e\n", ["c", "d;e"]),
        (b"a\tb\nc\td;e\n", ["c", "d;e"]),
        (b"a;b,c;d\n1;2;3\n", ["1", "2", "3"]),  # most of them part the headings
        (b"a,b;c\n1;2\n", ["1", "2"]),  # as many: the semicolon of Norwegian Excel
        (b"SEP=,\na,b\nc,d;e\n", ["c", "d;e"]),
        (b"sep=\t\na\tb\nc\td\n", ["c", "d"]),
        (b"sep=ab;b\nc;d\n", ["c", "d"]),
    ],
)
def test_sign_between_cells_is_told_from_the_first_line(content, cells) -> None:
    assert list(read_table(content).rows[-1].cells) == cells


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Bø".encode(), "Bø"),
        ("\ufeffBø".encode(), "Bø"),
        ("Bø – «her»".encode("cp1252"), "Bø – «her»"),
        ("\ufeffBø".encode("utf-16-le"), "Bø"),
        ("\ufeffBø".encode("utf-16-be"), "Bø"),
    ],
)
def test_letters_of_a_file(content, text) -> None:
    assert decode(content) == text


def test_headings_lose_blank_cells_behind_them_and_rows_get_those_they_lack() -> None:
    table = read_table(b"a;b;;\n\nc\n;d\n")
    assert (table.headings, [(row.number, row.cells) for row in table.rows]) == (
        ["a", "b"],
        [(3, ["c", ""]), (4, ["", "d"])],
    )


def test_cell_may_be_as_long_as_a_file() -> None:
    assert csv.field_size_limit() == files.MAX_BYTES


def test_cells_come_without_what_protected_them_and_without_escapes() -> None:
    assert read_table(b"a\n'=1\n").rows[0].cells == ["=1"]
    assert read_table(workbook(["a"], ["x_x0041_y"])).rows[0].cells == ["xAy"]


# Headings and rows

ALL = Rights(editor=None, may_add=True, may_change=lambda row: True, may_publish=True)
ACTIVITIES = TERM_RESOURCES[Activity]
PARTNERS = TERM_RESOURCES[Partner]


def run(text: str, resource=EntryResource, rights=ALL, **options) -> Report:
    with transaction.atomic():
        return import_table(resource, read_table(text.encode()), rights, **options)


def reasons(report: Report) -> list[tuple[int, str, str]]:
    """The row, the heading and the text of each mistake."""
    return [
        (row.number, found.heading, found.text) for row in report.rows for found in row.mistakes
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("headings", "message"),
    [
        (
            "slug;tull;tøys",
            "Kolonnen “tull”, “tøys” finst ikkje. Ta han bort, eller kall han ein av desse:"
            " “Adresseord”, “Namn [nn]”, “Namn [nb]”, “Type”, “Nettstad”, “Andre ordlydar”.",
        ),
        (
            "slug;;kind",
            "Kolonnen “(tom)” finst ikkje. Ta han bort, eller kall han ein av desse:"
            " “Adresseord”, “Namn [nn]”, “Namn [nb]”, “Type”, “Nettstad”, “Andre ordlydar”.",
        ),
        (
            "slug;Namn [nn];NAME_NN",
            "Kolonnen «Namn [nn]» står to gonger. Ta vare på berre ein av dei.",
        ),
        (
            "name_nn;kind;website",
            "Kolonnen «Adresseord» manglar. Han seier kva rad som er kva. Lat han stå tom for nye.",
        ),
    ],
)
def test_heading_that_cannot_be_used_is_told_with_those_that_can(headings, message) -> None:
    with pytest.raises(FileError) as refused:
        run(f"{headings}\na;b;c\n", PARTNERS)
    assert str(refused.value) == message


@pytest.fixture
def entry(reference_data) -> Initiative:
    return make_initiative(slug="x", title_nn="Heim", status="draft")


@pytest.mark.parametrize(
    ("heading", "cell", "title", "message"),
    [
        ("activities", "brev | post", "Aktivitetar", "«post» finst ikkje."),
        ("municipalities", "1507", "Kommunar", "«1507» vart delt. Skriv ein av desse: 1508, 1580."),
        ("counties", "99", "Fylke for arbeid i heile fylket", "«99» finst ikkje."),
        (
            "confirmed_on",
            "i går",
            "Sist stadfesta",
            "«i går» er ikkje ein dato. Skriv han som 2024-05-31.",
        ),
        (
            "is_presented_unassessed",
            "kanskje",
            "Presentert utan vurdering",
            "«kanskje» er verken ja eller nei.",
        ),
        (
            "original_form",
            "en",
            "Opphavleg målform",
            "«en» kan ikkje veljast. Skriv ein av desse: “Nynorsk”, “Bokmål”.",
        ),
    ],
)
def test_cell_that_cannot_be_used_is_told_by_row_and_column(
    entry, heading, cell, title, message
) -> None:
    assert reasons(run(f"slug;{heading}\nx;{cell}\n")) == [(2, title, message)]


def test_status_that_no_step_leads_to_is_told_with_both(entry) -> None:
    Initiative.objects.update(status="published", first_published_at=entry.changed_at)
    message = "Tiltaket kan ikkje gå frå «Publisert» til «Til gjennomgang» i eitt steg."
    assert reasons(run("slug;status\nx;in-review\n")) == [(2, "Status", message)]


def test_who_may_not_publish_is_told_to_leave_the_status(entry) -> None:
    writer = Rights(editor=None, may_add=True, may_change=lambda row: True, may_publish=False)
    message = "Du har ikkje løyve til å endre statusen. Lat han stå som «Utkast»."
    assert reasons(run("slug;status\nx;published\n", rights=writer)) == [(2, "Status", message)]


def test_who_may_not_publish_is_told_that_readers_see_the_entry(entry) -> None:
    Initiative.objects.update(status="published", first_published_at=entry.changed_at)
    writer = Rights(editor=None, may_add=True, may_change=lambda row: True, may_publish=False)
    message = "Tiltaket er publisert. Berre dei som har løyve til å publisere, kan endre det her."
    assert reasons(run("slug;title_nn\nx;Ny\n", rights=writer)) == [(2, "", message)]


def test_who_may_not_add_or_change_is_told_so(entry) -> None:
    nothing = Rights(editor=None, may_add=False, may_change=lambda row: False, may_publish=True)
    report = run("slug;title_nn;original_form\nx;Ny;nn\n;Til;nn\n", rights=nothing)
    assert reasons(report) == [
        (2, "", "Du har ikkje løyve til å endre denne."),
        (3, "", "Du har ikkje løyve til å legge til nye."),
    ]


def test_each_row_is_asked_whether_it_may_be_changed(entry) -> None:
    make_initiative(slug="y", status="draft")
    mine = Rights(
        editor=None, may_add=True, may_change=lambda row: row.slug == "x", may_publish=True
    )
    report = run("slug;title_nn\nx;Ny\ny;Ny\n", rights=mine)
    assert reasons(report) == [(3, "", "Du har ikkje løyve til å endre denne.")]


def test_unchanged_row_is_not_asked_for_rights(entry) -> None:
    nothing = Rights(editor=None, may_add=False, may_change=lambda row: False, may_publish=False)
    assert [row.kind for row in run("slug;title_nn\nx;Heim\n", rights=nothing).rows] == ["same"]


def test_new_entry_with_the_title_of_another_is_told_its_address_word(entry) -> None:
    message = "Det finst eit tiltak med denne tittelen: Skriv adresseordet til det, «x», her."
    assert reasons(run("slug;title_nn;original_form\n;Heim;nn\n")) == [(2, "Adresseord", message)]


@pytest.mark.parametrize(
    "row",
    [
        ";Hjem;;nn",  # in the form that is not the original one
        "y;;Heim;nn",  # with an address word of its own
        ";;;nn",  # without a title
    ],
)
def test_new_entry_that_is_another_comes_in(entry, row) -> None:
    Initiative.objects.update(title_nb="Hjem")
    report = run(f"slug;title_nb;title_nn;original_form\n{row}\n")
    assert [(found.kind, found.mistakes) for found in report.rows] == [("new", ())]


def test_new_entry_comes_in_as_a_draft_and_says_so(reference_data) -> None:
    report = run("slug;title_nn;original_form;status\n;Heim;nn;published\n;Ut;nn;draft\n")
    assert [row.notes for row in report.rows] == [
        ["Det kjem inn som utkast. Publiser det etterpå."],
        [],
    ]


@pytest.mark.parametrize("address", ["x", "gamal"])
def test_row_of_the_same_entry_is_told_which_was_the_first(entry, address) -> None:
    entry.former_slugs.create(slug="gamal")
    report = run(f"slug;title_nn\nx;A\n\n{address};B\n")
    message = "Rad 2 gjeld det same. Ta vare på berre ei av dei."
    assert reasons(report) == [(4, "Adresseord", message)]


def test_rules_of_the_database_are_told_in_words(entry) -> None:
    report = run("slug;status;title_nn;title_nb\nx;published;;Hjem\n")
    message = "Eit publisert tiltak må ha tittel på den opphavlege målforma."
    assert [text for _number, _heading, text in reasons(report)] == [message]


def test_row_that_is_wrong_is_named_by_its_title_or_its_address_word(entry) -> None:
    text = "slug;title_nb;original_form\ny;Hjem;tull\nz;;tull\n"
    assert [row.label for row in run(text).rows] == ["Hjem", "z"]


def test_all_mistakes_of_a_row_are_told_at_once(entry) -> None:
    report = run("slug;activities;confirmed_on;website\nx;post;i går;ikkje ei adresse\n")
    assert sorted(heading for _number, heading, _text in reasons(report)) == [
        "Aktivitetar",
        "Nettstad",
        "Sist stadfesta",
    ]


# Terms and partners


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "heading", "message"),
    [
        (
            "slug;aliases\nbrosjyrar;Hefte\n",
            "Andre ordlydar",
            "«Hefte» fører alt til «Brev til potensielle tilflyttarar».",
        ),
        (
            f"slug;aliases\nbrev;{'x' * 201}\n",
            "Andre ordlydar",
            "Ein ordlyd har høgst 200 teikn.",
        ),
        (
            "slug;label_nn;label_nb\nbreva;Brev;Brev\n",
            "Adresseord",
            "«breva» fører no til «brev». Skriv det i staden.",
        ),
        (
            "slug;label_nn;label_nb\n;Brosjyrar;\n",
            "Adresseord",
            "Det finst ein med dette namnet: Skriv adresseordet, «brosjyrar», her.",
        ),
        ("slug;position\nbrev;1,5\n", "Rekkjefølgje", "«1,5» er ikkje eit heilt tal."),
    ],
)
def test_term_that_cannot_be_used_is_told_by_column(text, heading, message) -> None:
    letter = Activity.objects.get(slug="brev")
    letter.aliases.create(wording="Hefte")
    letter.former_slugs.create(slug="breva")
    Activity.objects.filter(slug="brosjyrar").update(label_nn="Brosjyrar", label_nb="Brosjyrer")
    assert reasons(run(text, ACTIVITIES))[0] == (2, heading, message)


@pytest.mark.django_db
def test_wording_as_long_as_there_is_room_for_is_taken() -> None:
    report = run(f"slug;aliases\nbrev;{'x' * 200}\n", ACTIVITIES, is_dry=False)
    assert (reasons(report), Activity.objects.get(slug="brev").aliases.count() > 0) == ([], True)


@pytest.mark.django_db
@pytest.mark.parametrize("row", [";Laget;;anna", ";;Laget;anna"])
def test_partner_with_the_name_of_another_is_told_its_address_word(row) -> None:
    PartnerFactory(name_nn="Laget", name_nb="", slug="laget")
    report = run(f"slug;name_nn;name_nb;kind\n{row}\n", PARTNERS)
    message = "Det finst ein med dette namnet: Skriv adresseordet, «laget», her."
    assert reasons(report) == [(2, "Adresseord", message)]


@pytest.mark.django_db
def test_wordings_that_are_not_named_go_and_those_that_are_stay() -> None:
    letter = Activity.objects.get(slug="brev")
    letter.aliases.all().delete()
    kept = letter.aliases.create(wording="Hefte")
    letter.aliases.create(wording="Bok")
    run("slug;aliases\nbrev;Ark | Hefte\n", ACTIVITIES, is_dry=False)
    assert list(letter.aliases.values_list("wording", flat=True)) == ["Ark", "Hefte"]
    assert letter.aliases.filter(pk=kept.pk).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("resource", "text", "slug"),
    [
        (ACTIVITIES, "slug;label_nn;label_nb\n;Brev;Brev\n", "brev-2"),
        (ACTIVITIES, "slug;label_nn;label_nb\n;Kaffi;Kaffe\n", "kaffi-2"),
        (PARTNERS, "slug;name_nn;name_nb;kind\n;;Laget;anna\n", "laget"),
        (PARTNERS, "slug;name_nn;kind\n;!!!;anna\n", "partner"),
    ],
)
def test_new_one_without_an_address_word_gets_one_that_nothing_has_or_had(
    resource, text, slug
) -> None:
    Activity.objects.get(slug="brosjyrar").former_slugs.create(slug="kaffi")
    report = run(text, resource, is_dry=False)
    assert (reasons(report), report.rows[0].row.slug) == ([], slug)


# Out


@pytest.mark.django_db
def test_text_that_excel_has_no_room_for_is_told_by_row_and_column() -> None:
    make_initiative(title_nn="Heim", slug="x", body_nn="x" * 32_768)
    with pytest.raises(TooLongError) as refused:
        write_xlsx(EntryResource(), Initiative.objects.all())
    assert str(refused.value) == "«Brødtekst [nn]» i «Heim» er for lang for Excel. Hent ut som CSV."


@pytest.mark.django_db
def test_text_that_excel_just_has_room_for_goes_out() -> None:
    make_initiative(title_nn="Heim", slug="x", body_nn="x" * 32_767)
    with write_xlsx(EntryResource(), Initiative.objects.all()) as file:
        assert len(read_table(file.read()).rows) == 1


# Reports


def test_rows_are_counted_and_found_by_kind() -> None:
    rows = [RowReport(2, "new", ""), RowReport(3, "same", ""), RowReport(4, "new", "")]
    report = Report(rows)
    assert report.numbers == {"new": 2, "same": 1}
    assert [row.number for row in report.of_kind("new")] == [2, 4]


@pytest.mark.parametrize(
    "other",
    [
        Report([RowReport(3, "new", "")]),
        Report([RowReport(2, "same", "")]),
        Report([RowReport(2, "new", "", changes=["x"])]),
        Report([RowReport(2, "new", "", mistakes=["x"])]),
        Report([RowReport(2, "new", "")], failure="x"),
        Report([]),
    ],
)
def test_report_of_something_else_has_another_name(other) -> None:
    report = Report([RowReport(2, "new", "Heim")])
    assert other.digest != report.digest == Report([RowReport(2, "new", "Ut")]).digest


@pytest.mark.django_db
@pytest.mark.parametrize("may", [True, False])
def test_who_may_publish_has_that_permission(may) -> None:
    editor = get_user_model().objects.create_user("kari", is_superuser=may)
    assert may_publish(editor) is may


# What goes wrong while rows are saved


class Failing(ACTIVITIES):
    """A kind of row that cannot be stored, for a reason that no rule foresees."""

    def save_lists(self, row, changed) -> None:
        raise RuntimeError("the disk is full")


@pytest.mark.django_db
@pytest.mark.parametrize("is_dry", [True, False])
def test_row_that_fails_takes_the_whole_file_with_it_and_is_logged(caplog, is_dry) -> None:
    caplog.set_level("ERROR", "initiatives.desk.bulk.importing")
    report = run("slug;label_nn\nbrev;Ny\n", Failing, is_dry=is_dry)
    assert report.failure == "Noko i fila kunne ikkje lagrast, og difor er ingenting lagra."
    assert reasons(report) == [(2, "", "Rada kunne ikkje lagrast.")]
    assert [str(record.exc_info) for record in caplog.records] != []
    assert not Activity.objects.filter(label_nn="Ny").exists()


def test_report_without_a_failure_says_nothing_of_it(entry) -> None:
    assert run("slug;title_nn\nx;Ny\n").failure == ""


# What a row leaves as it is


def test_former_address_word_finds_the_entry_and_does_not_become_its_own(entry) -> None:
    entry.former_slugs.create(slug="gamal")
    run("slug;title_nn\ngamal;Ny\n", is_dry=False)
    assert Initiative.objects.values_list("slug", "title_nn").get() == ("x", "Ny")


@pytest.mark.parametrize(("title", "is_later"), [("Heim", False), ("Ny", True)])
def test_entry_that_a_row_changes_says_when(entry, title, is_later) -> None:
    run(f"slug;title_nn\nx;{title}\n", is_dry=False)
    assert (Initiative.objects.get().changed_at > entry.changed_at) is is_later


def test_new_entry_is_drafted_by_who_sent_it(reference_data) -> None:
    editor = get_user_model().objects.create_superuser("redaktor")
    mine = Rights(editor=editor, may_add=True, may_change=lambda row: True, may_publish=True)
    run("slug;title_nn;original_form\n;Heim;nn\n", rights=mine, is_dry=False)
    assert Initiative.objects.get().drafted_by == editor


# How a file looks


@pytest.mark.django_db
def test_excel_file_keeps_headings_and_address_words_in_sight() -> None:
    make_initiative(slug="x")
    with write_xlsx(EntryResource(), Initiative.objects.all()) as file:
        sheet = load_workbook(file).active
    assert (sheet.title, sheet.freeze_panes, sheet["A1"].value, sheet["A1"].font.bold) == (
        "Tiltak",
        "B2",
        "Adresseord",
        True,
    )
    assert sheet.column_dimensions["A"].width > 30


@pytest.mark.django_db
def test_table_in_csv_begins_with_the_mark_of_its_letters_and_parts_cells_as_excel_does() -> None:
    make_initiative(slug="x", title_nn="Heim; att")
    first, second = write_csv(EntryResource(), Initiative.objects.all()).splitlines()
    assert first.startswith("\ufeffAdresseord;Status;Opphavleg målform;Tittel [nn];")
    assert second.startswith('x;Publisert;Nynorsk;"Heim; att";')


@pytest.mark.django_db
def test_rows_go_out_once_each_in_their_order_over_portions(monkeypatch) -> None:
    monkeypatch.setattr(writing, "PORTION", 2)
    for slug in ("c", "a", "d", "b", "e"):
        make_initiative(slug=slug)
    entries = Initiative.objects.order_by("-slug")
    assert [row.slug for row in read_rows(EntryResource(), entries)] == ["e", "d", "c", "b", "a"]


@pytest.mark.django_db
def test_row_that_a_query_finds_twice_goes_out_once() -> None:
    make_initiative(slug="x", activities=["brev", "annonsering"])
    found = Initiative.objects.filter(activitylinks__isnull=False)
    assert [row.slug for row in found] == ["x", "x"]
    assert [row.slug for row in read_rows(EntryResource(), found)] == ["x"]
