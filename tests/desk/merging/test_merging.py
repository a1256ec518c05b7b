"""Merging two terms: what is planned happens, readers see the same words, and undoing gives it all
back.
"""

import threading

import pytest
from django.contrib.auth import get_user_model
from django.core import serializers
from django.db import connection

from initiatives.desk.editing import copies, history
from initiatives.desk.editing.restoring import restore
from initiatives.desk.merging import MergeError, Plan, merge, reasons_against, undo
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import current_snapshot
from initiatives.models import (
    Activity,
    ActivityAlias,
    ActivityLink,
    CatalogueVersion,
    FormerActivitySlug,
    Merger,
    Partner,
    PartnerKind,
)
from tests.factories import PartnerFactory, make_initiative

pytestmark = pytest.mark.django_db

STORED = (
    "activity",
    "activityalias",
    "formeractivityslug",
    "activitylink",
    "partner",
    "partnerlink",
)


@pytest.fixture
def editor(db):
    return get_user_model().objects.create_superuser("redaktor")


def term(slug):
    return Activity.objects.get(slug=slug)


def choices(initiative):
    return list(
        initiative.activitylinks.order_by("position").values_list(
            "position", "term__slug", "wording"
        )
    )


def stored():
    """All rows that a merger can touch, without the keys of links and wordings, which are
    nobody's.
    """
    rows = set()
    for model in (Activity, ActivityAlias, FormerActivitySlug, ActivityLink, Partner, PartnerKind):
        for row in model._base_manager.all():
            fields = serializers.serialize(
                "json", [row], fields=[f.name for f in model._meta.concrete_fields]
            )
            kept = row.pk if model in (Activity, Partner, PartnerKind) else None
            rows.add((model.__name__, kept, fields.partition('"fields"')[2]))
    return rows


def test_entry_gets_the_one_that_stays_in_the_same_place_with_the_same_words(
    editor, reference_data
):
    entry = make_initiative(activities=["annonsering", "brev", "utstilling"])
    label = str(term("brev").label_nn)
    merge(term("brev"), term("brosjyrar"), editor)
    assert choices(entry) == [
        (1, "annonsering", ""),
        (2, "brosjyrar", label),
        (3, "utstilling", ""),
    ]


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_words_shown_are_those_of_the_original_form(editor, reference_data, form):
    Activity.objects.filter(slug="brev").update(
        label_nn="Brev til heimføydde", label_nb="Brev til hjemfødte"
    )
    titles = {f"title_{form}": "Brev", "original_form": form, "slug": "x"}
    entry = make_initiative(**({"title_nn": ""} | titles), activities=["brev"])
    merge(term("brev"), term("brosjyrar"), editor)
    expected = {"nn": "Brev til heimføydde", "nb": "Brev til hjemfødte"}[form]
    assert choices(entry) == [(1, "brosjyrar", expected)]


def test_wording_as_published_is_kept(editor, reference_data):
    entry = make_initiative(activities=["brev"])
    entry.activitylinks.update(wording="Julekort")
    merge(term("brev"), term("brosjyrar"), editor)
    assert choices(entry) == [(1, "brosjyrar", "Julekort")]


def test_entry_with_both_loses_one_and_closes_the_gap(editor, reference_data):
    entry = make_initiative(activities=["brev", "annonsering", "brosjyrar", "utstilling"])
    merge(term("brev"), term("brosjyrar"), editor)
    assert choices(entry) == [(1, "annonsering", ""), (2, "brosjyrar", ""), (3, "utstilling", "")]


def test_plan_names_the_entries_and_what_moves_up(reference_data):
    only = make_initiative(activities=["brev"])
    both = make_initiative(
        activities=["brosjyrar", "brev", "annonsering", "utstilling"], status="draft"
    )
    make_initiative(activities=["annonsering"])
    plan = Plan.of(term("brev"), term("brosjyrar"))
    assert [entry.pk for entry in plan.moved] == [only.pk]
    assert [(d.entry.pk, d.position, d.moving_up) for d in plan.doubled] == [(both.pk, 2, 2)]


def test_plan_has_a_fixed_number_of_queries(reference_data, django_assert_num_queries):
    gone, stays = term("brev"), term("brosjyrar")
    for _ in range(3):
        make_initiative(activities=["brev"])
        make_initiative(activities=["brosjyrar", "brev"])
    with django_assert_num_queries(6):
        assert Plan.of(gone, stays).entries == 6


def test_labels_and_wordings_are_taken_over_without_doubles(editor, reference_data):
    gone, stays = term("brev"), term("brosjyrar")
    Activity.objects.filter(pk=gone.pk).update(label_nn="Brev heim", label_nb="Brev hjem")
    gone.refresh_from_db()
    ActivityAlias.objects.filter(term__in=[gone, stays]).delete()
    for owner, wording in (
        (gone, "Julekort"),
        (gone, "BROSJYRE"),
        (stays, "Brosjyre"),
        (stays, "brev  heim"),
    ):
        ActivityAlias.objects.create(term=owner, wording=wording)
    merge(gone, stays, editor)
    assert set(stays.aliases.values_list("wording", flat=True)) == {
        "Brosjyre",
        "brev  heim",
        "Brev hjem",
        "Julekort",
    }


def test_label_that_is_another_terms_is_told_and_left_there(editor, reference_data):
    gone, stays, other = term("brev"), term("brosjyrar"), term("utstilling")
    Activity.objects.filter(pk=gone.pk).update(label_nn="Messe", label_nb="Messe")
    gone.refresh_from_db()
    ActivityAlias.objects.create(term=other, wording="messe")
    plan = Plan.of(gone, stays)
    assert [(taken.wording, taken.other) for taken in plan.taken] == [("Messe", str(other))]
    merge(gone, stays, editor)
    assert ActivityAlias.objects.get(wording__iexact="messe").term == other


def test_counts_of_the_public_list_are_right_at_once(editor, client, reference_data):
    make_initiative(activities=["brev"])
    make_initiative(activities=["brev", "brosjyrar"])
    before = CatalogueVersion.current()
    merge(term("brev"), term("brosjyrar"), editor)
    asked = client.get("/nn/tiltak/?aktivitet=brosjyrar").context["asked"]
    assert (
        len(asked.matching),
        asked.facets()["aktivitet"].counts(asked.matching)["brosjyrar"],
    ) == (2, 2)
    assert "brev" not in asked.facets()["aktivitet"].options
    assert CatalogueVersion.current() > before


def test_old_address_and_query_lead_to_the_one_that_stays(editor, client, reference_data):
    make_initiative(activities=["brev"])
    merge(term("brev"), term("brosjyrar"), editor)
    page = client.get("/nn/aktivitet/brev/")
    assert (page.status_code, page["Location"]) == (301, "/nn/aktivitet/brosjyrar/")
    found = client.get("/nb/tiltak/?aktivitet=utstilling&aktivitet=brev&q=x")
    assert (found.status_code, found["Location"]) == (
        301,
        "/nb/tiltak/?q=x&aktivitet=brosjyrar&aktivitet=utstilling",
    )
    answer = client.get("/api/v1/initiatives?aktivitet=brev")
    assert (answer.status_code, answer.json()["total"]) == (200, 1)


def test_addresses_of_a_chain_lead_straight_to_the_last(editor, client, reference_data):
    for gone, stays in (
        ("brev", "brosjyrar"),
        ("brosjyrar", "utstilling"),
        ("utstilling", "annonsering"),
    ):
        merge(term(gone), term(stays), editor)
    former = FormerActivitySlug.objects.values_list("slug", "term__slug")
    assert set(former) == {(slug, "annonsering") for slug in ("brev", "brosjyrar", "utstilling")}
    assert client.get("/nn/aktivitet/brev/")["Location"] == "/nn/aktivitet/annonsering/"


def test_unknown_term_is_asked_for_in_one_query_more(reference_data, django_assert_num_queries, rf):
    snapshot = current_snapshot()
    request = rf.get("/", {"aktivitet": ["finst-ikkje", "'; --", "x" * 5000], "malgruppe": "alle"})
    asked = InitiativeFilter(request.GET, snapshot)
    with django_assert_num_queries(1):
        assert len(asked.notices) == 1


def test_kinds_of_partner_are_merged_with_their_partners(editor, client, reference_data):
    first, second = PartnerKind.objects.all()[:2]
    partner = PartnerFactory(kind=first)
    make_initiative(partners=[partner.slug])
    before = stored()
    merger = merge(first, second, editor)
    partner.refresh_from_db()
    assert (partner.kind, merger.entries) == (second, 1)
    assert len(client.get(f"/nn/tiltak/?samarbeid={second.slug}").context["asked"].matching) == 1
    undo(merger, editor)
    assert stored() == before


def test_partners_are_merged_with_their_links(editor, reference_data):
    gone, stays = PartnerFactory(name_nn="Fylket"), PartnerFactory(name_nn="Telemark fylke")
    entry = make_initiative(partners=[gone.slug])
    merge(gone, stays, editor)
    link = entry.partnerlinks.get()
    assert (link.term, link.wording, [a.wording for a in stays.aliases.all()]) == (
        stays,
        "Fylket",
        ["Fylket"],
    )


def test_new_partner_does_not_take_the_address_of_one_that_was_merged(editor, reference_data):
    gone = Partner.objects.create(name_nn="Laget", kind=PartnerKind.objects.first())
    merge(gone, PartnerFactory(name_nn="Idrettslaget"), editor)
    assert (
        Partner.objects.create(name_nn="Laget", kind=PartnerKind.objects.first()).slug == "laget-2"
    )


def test_undo_gives_back_every_row_as_it_was(editor, client, reference_data):
    entries = [
        make_initiative(activities=["annonsering", "brev", "utstilling"]),
        make_initiative(activities=["brosjyrar", "annonsering", "brev", "utstilling"]),
        make_initiative(activities=["brev", "brosjyrar"], status="draft"),
    ]
    entries[0].activitylinks.filter(term__slug="brev").update(wording="Julekort")
    ActivityAlias.objects.create(term=term("brev"), wording="Kort i posten")
    FormerActivitySlug.objects.create(term=term("brev"), slug="post")
    before = stored()
    merger = merge(term("brev"), term("brosjyrar"), editor)
    assert stored() != before
    undone = undo(merger, editor)
    assert (stored(), undone.entries_changed_since) == (before, 0)
    assert client.get("/nn/aktivitet/brev/").status_code == 200
    assert client.get("/nn/aktivitet/post/")["Location"] == "/nn/aktivitet/brev/"
    merger.refresh_from_db()
    assert (merger.merged_by, merger.undone_by, merger.undone_at is not None) == (
        editor,
        editor,
        True,
    )


def test_undo_of_a_chain_backwards_gives_back_every_row(editor, reference_data):
    make_initiative(activities=["brev", "brosjyrar", "utstilling"])
    make_initiative(activities=["utstilling", "annonsering", "brev"])
    before = stored()
    mergers = [
        merge(term("brev"), term("brosjyrar"), editor),
        merge(term("brosjyrar"), term("utstilling"), editor),
    ]
    for merger in reversed(mergers):
        undo(merger, editor)
    assert stored() == before


def test_undo_keeps_what_editors_have_changed_since(editor, reference_data):
    removed, reworded = (make_initiative(activities=["brev"]) for _ in range(2))
    shorter = make_initiative(activities=["annonsering", "brosjyrar", "utstilling", "brev"])
    merger = merge(term("brev"), term("brosjyrar"), editor)
    removed.activitylinks.all().delete()
    reworded.activitylinks.update(wording="Eigne ord")
    shorter.activitylinks.filter(term__slug="utstilling").delete()
    undone = undo(merger, editor)
    assert (choices(removed), choices(reworded)) == ([], [(1, "brev", "Eigne ord")])
    assert [slug for _position, slug, _wording in choices(shorter)] == [
        "annonsering",
        "brosjyrar",
        "brev",
    ]
    assert undone.entries_changed_since == 1


def test_undo_is_refused_in_words(editor, reference_data):
    merger = merge(term("brev"), term("brosjyrar"), editor)
    later = merge(term("brosjyrar"), term("utstilling"), editor)
    assert [later.stays_label in reason for reason in reasons_against(merger)] == [True]
    undo(later, editor)
    Activity.objects.create(slug="brev", label_nn="Nye brev", label_nb="Nye brev")
    assert ["Nye brev" in reason for reason in reasons_against(merger)] == [True]
    with pytest.raises(MergeError, match="Nye brev"):
        undo(merger, editor)
    term("brosjyrar").delete()
    assert ["Nye brev" in reason for reason in reasons_against(merger)] == [False]


def test_undo_is_refused_when_a_wording_is_anothers(editor, reference_data):
    ActivityAlias.objects.create(term=term("brev"), wording="Kort i posten")
    merger = merge(term("brev"), term("brosjyrar"), editor)
    ActivityAlias.objects.filter(wording="Kort i posten").update(term=term("utstilling"))
    assert ["Kort i posten" in reason for reason in reasons_against(merger)] == [True]


def test_undo_is_refused_when_a_double_was_lost_because_of_it(editor, reference_data):
    make_initiative(activities=["brev", "utstilling"])
    first = merge(term("brev"), term("brosjyrar"), editor)
    second = merge(term("utstilling"), term("brosjyrar"), editor)
    assert [second.gone_label in reason for reason in reasons_against(first)] == [True]
    undo(second, editor)
    assert reasons_against(first) == []


def test_undo_has_a_number_of_queries_that_does_not_grow(
    editor, reference_data, django_assert_max_num_queries
):
    for _ in range(30):
        make_initiative(activities=["annonsering", "brev", "brosjyrar", "utstilling"])
    merger = merge(term("brev"), term("brosjyrar"), editor)
    with django_assert_max_num_queries(150):
        undo(merger, editor)


def test_undo_twice_is_refused(editor, reference_data):
    merger = merge(term("brev"), term("brosjyrar"), editor)
    undo(merger, editor)
    with pytest.raises(MergeError):
        undo(merger, editor)


def test_merger_with_itself_or_another_kind_is_refused(editor, reference_data):
    for other in (term("brev"), PartnerKind.objects.first()):
        with pytest.raises(MergeError):
            merge(term("brev"), other, editor)


def test_merger_of_what_is_gone_is_refused_and_changes_nothing(editor, reference_data):
    gone, stays = term("brev"), term("brosjyrar")
    merge(gone, stays, editor)
    before = stored()
    gone.pk = merged = Merger.objects.get().was["row"]["id"]
    with pytest.raises(MergeError):
        merge(gone, stays, editor)
    assert (stored(), merged > 0) == (before, True)


def test_merger_that_is_not_as_it_was_shown_is_refused(editor, reference_data):
    gone, stays = term("brev"), term("brosjyrar")
    digest = Plan.of(gone, stays).digest
    make_initiative(activities=["brev"])
    with pytest.raises(MergeError):
        merge(gone, stays, editor, digest)
    assert merge(gone, stays, editor, Plan.of(gone, stays).digest).entries == 1


@pytest.mark.django_db(transaction=True)
def test_two_mergers_at_once_give_one_and_a_refusal(django_db_serialized_rollback):
    if connection.vendor == "sqlite":
        pytest.skip("the tests' database is one connection's own; SQLite has one writer at a time")
    editor = get_user_model().objects.create_superuser("redaktor")
    first, second = (Activity.objects.create(slug=s, label_nn=s, label_nb=s) for s in ("ein", "to"))
    entry = make_initiative()
    ActivityLink.objects.create(initiative=entry, term=first, position=1)
    outcomes, start = [], threading.Barrier(2)

    def merge_at_once(gone, stays):
        start.wait(5)
        try:
            outcomes.append(merge(gone, stays, editor))
        except MergeError as refusal:
            outcomes.append(refusal)
        finally:
            connection.close()

    pairs = [(first, second), (second, first)]
    copies = [
        (Activity.objects.get(pk=gone.pk), Activity.objects.get(pk=stays.pk))
        for gone, stays in pairs
    ]
    threads = [threading.Thread(target=merge_at_once, args=pair) for pair in copies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["MergeError", "Merger"]
    assert (
        entry.activitylinks.count() == Activity.objects.filter(slug__in=["ein", "to"]).count() == 1
    )


def test_history_says_who_merged_and_who_undid(editor, reference_data):
    entry = make_initiative(activities=["brev"])
    undo(merge(term("brev"), term("brosjyrar"), editor), editor)
    kept = [history.KeptVersion(revision) for revision in history.versions_of(entry)]
    terms = [version.state.lists["activitylinks"][0].values["term"] for version in kept]
    assert [(version.revision.user, *term) for version, term in zip(kept, terms, strict=True)] == [
        (editor, "brev"),
        (editor, "brosjyrar"),
        (None, "brev"),
    ]


def test_merger_of_kinds_and_undoing_it_are_told_of_in_the_history_of_entries(
    editor, reference_data
):
    first, second = PartnerKind.objects.all()[:2]
    entry = make_initiative(partners=[PartnerFactory(kind=first).slug])
    merger = merge(first, second, editor)
    undo(merger, editor)
    kept = [history.KeptVersion(revision) for revision in history.versions_of(entry)]
    assert [(version.revision.user, bool(version.comment)) for version in kept] == [
        (editor, True),
        (editor, True),
        (None, False),
    ]
    assert len({version.what for version in kept}) == 3


def test_plan_counts_working_copies_apart(editor, reference_data):
    entry = make_initiative(activities=["brev"])
    both = make_initiative(slug="to", activities=["brev", "brosjyrar"])
    for published in (entry, both):
        copies.start(published, editor)
    plan = Plan.of(term("brev"), term("brosjyrar"))
    assert (plan.moved_entries, [double.entry for double in plan.doubled_entries]) == (
        [entry],
        [both],
    )
    assert (plan.entries, plan.copies, len(plan.keys)) == (2, 2, 4)


def test_change_that_waits_for_its_day_is_published_after_a_merger(editor, reference_data):
    entry = make_initiative(activities=["brev"])
    copy = copies.start(entry, editor)
    merge(term("brev"), term("brosjyrar"), editor)
    copy.refresh_from_db()
    copies.publish(copy, editor)
    assert [slug for _position, slug, _wording in choices(entry)] == ["brosjyrar"]


def test_version_of_before_a_merger_is_restored_with_the_term_that_stayed(editor, reference_data):
    Activity.objects.filter(slug="brev").update(slug="utsendingar")
    entry = make_initiative(activities=["utsendingar"])
    history.keep(entry, editor, history.Event.SAVED)
    before = history.last_version(entry)
    merge(term("utsendingar"), term("brosjyrar"), editor)
    ActivityAlias.objects.all().delete()
    restore(entry, before, editor)
    assert [slug for _position, slug, _wording in choices(entry)] == ["brosjyrar"]
