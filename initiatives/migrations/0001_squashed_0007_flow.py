"""The whole schema, and the groups that a database begins with.

Replaces the seven migrations beside it. They stay for databases that have applied only some of
them; Django takes this one for a new database, and where all seven have been applied.
"""

import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import initiatives.models.fields

ALL = ("add", "change", "delete", "view")
ROWS = (
    "activitylink",
    "sellingpointlink",
    "targetgrouplink",
    "subjectarealink",
    "partnerlink",
    "municipalitylink",
    "countylink",
    "project",
    "funding",
    "result",
    "document",
    "contact",
    "succession",
)
TERMS = ("activity", "sellingpoint", "targetgroup", "subjectarea", "partnerkind", "partner")
PLACES = ("municipality", "formermunicipality", "county", "region")
ALIASES = tuple(f"{term}alias" for term in TERMS)
EVERYTHING = ("initiative", "formerslug", "synonyms", *ROWS, *TERMS, *ALIASES, *PLACES)

WRITER = {
    "initiative": ("add", "change", "view"),
    **dict.fromkeys(ROWS, ALL),
    **dict.fromkeys((*TERMS, *ALIASES, *PLACES), ("view",)),
    "partner": ("add", "view"),
}
PUBLISHER = {
    **WRITER,
    "initiative": (*ALL, "publish"),
    **dict.fromkeys((*TERMS, *ALIASES, "formerslug", "synonyms", "region"), ALL),
    "confirmationrequest": ("view", "change"),
}
WATCHED = {"confirmationrequest": ("view", "change"), "accessevent": ("view",)}
# The names are keys: the admin shows them in the editor's form.
ROLES = {
    "writer": {"initiatives": WRITER},
    "publisher": {"initiatives": PUBLISHER},
    "administrator": {
        "initiatives": {
            **dict.fromkeys(EVERYTHING, ALL),
            "initiative": (*ALL, "publish"),
            **WATCHED,
        },
        "auth": {"user": ALL, "group": ALL},
        "admin": {"logentry": ("view",)},
    },
}


def make_roles(apps, schema_editor, roles=ROLES):
    """Groups with these names get what their roles need; what they and others have besides is left alone.

    A new database has no permissions yet: Django makes them after all migrations, and leaves those that are there.
    """
    database = schema_editor.connection.alias
    groups = apps.get_model("auth", "Group").objects.using(database)
    for name, kinds in roles.items():
        group, _ = groups.get_or_create(name=name)
        group.permissions.add(
            *(
                permission(apps, database, app, model, action)
                for app, models_ in kinds.items()
                for model, actions in models_.items()
                for action in actions
            )
        )


def permission(apps, database, app, model, action):
    content_types = apps.get_model("contenttypes", "ContentType").objects.using(database)
    content_type, _ = content_types.get_or_create(app_label=app, model=model)
    found, _ = (
        apps.get_model("auth", "Permission")
        .objects.using(database)
        .get_or_create(
            content_type=content_type,
            codename=f"{action}_{model}",
            defaults={"name": permission_name(apps, app, model, action)},
        )
    )
    return found


def permission_name(apps, app, model, action):
    """As Django itself would name it."""
    if action == "publish":
        return "Can publish, archive and take down initiatives"
    return f"Can {action} {apps.get_model(app, model)._meta.verbose_name_raw}"


class Migration(migrations.Migration):
    replaces = [
        ("initiatives", "0001_initial"),
        ("initiatives", "0002_changes_and_words"),
        ("initiatives", "0003_access"),
        ("initiatives", "0004_sheets"),
        ("initiatives", "0005_terms"),
        ("initiatives", "0006_translate"),
        ("initiatives", "0007_flow"),
    ]

    initial = True

    dependencies = [
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RoleRule",
            fields=[
                (
                    "group",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="rule",
                        serialize=False,
                        to="auth.group",
                    ),
                ),
                (
                    "requires_second_factor",
                    models.BooleanField(default=False, verbose_name="requires a second factor"),
                ),
            ],
            options={
                "verbose_name": "rule for a role",
                "verbose_name_plural": "rules for roles",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="EditorSession",
            fields=[
                (
                    "session_key",
                    models.CharField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="session key"
                    ),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stays",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("user_agent", models.CharField(blank=True, max_length=300)),
                ("address", models.GenericIPAddressField(null=True)),
                ("signed_in_at", models.DateTimeField(null=True)),
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="AccessEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("signed-in", "Signed in"),
                            ("password-passed", "Right password; second factor left to give"),
                            ("failed", "Wrong user name or password"),
                            ("locked", "Held back after too many tries"),
                            ("let-in", "Let in again"),
                            ("signed-out", "Signed out"),
                            ("signed-out-elsewhere", "Signed out on other devices"),
                            ("factor-failed", "Wrong code from the second factor"),
                            ("factor-set", "Second factor set up"),
                            ("factor-removed", "Second factor removed"),
                            ("factor-reset", "Second factor reset by somebody else"),
                            ("recovery-used", "Signed in with a recovery code"),
                            ("recovery-made", "New recovery codes made"),
                            ("password-asked", "Asked for a new password by e-mail"),
                            ("password-changed", "Password changed"),
                            ("account-added", "Account added"),
                            ("account-changed", "Account changed"),
                            ("account-deleted", "Account deleted"),
                            ("role-added", "Role added"),
                            ("role-changed", "Role changed"),
                            ("role-deleted", "Role deleted"),
                        ],
                        db_index=True,
                        max_length=30,
                        verbose_name="what happened",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, verbose_name="when"
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                ("actor_name", models.CharField(blank=True, max_length=150, verbose_name="by")),
                (
                    "subject_name",
                    models.CharField(blank=True, max_length=150, verbose_name="account or role"),
                ),
                (
                    "address",
                    models.GenericIPAddressField(null=True, verbose_name="network address"),
                ),
                ("user_agent", models.CharField(blank=True, max_length=300, verbose_name="device")),
                ("details", models.JSONField(default=list, verbose_name="what was changed")),
            ],
            options={
                "verbose_name": "line of the access log",
                "verbose_name_plural": "access log",
                "ordering": ["-at", "-pk"],
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "signed-in",
                                    "password-passed",
                                    "failed",
                                    "locked",
                                    "let-in",
                                    "signed-out",
                                    "signed-out-elsewhere",
                                    "factor-failed",
                                    "factor-set",
                                    "factor-removed",
                                    "factor-reset",
                                    "recovery-used",
                                    "recovery-made",
                                    "password-asked",
                                    "password-changed",
                                    "account-added",
                                    "account-changed",
                                    "account-deleted",
                                    "role-added",
                                    "role-changed",
                                    "role-deleted",
                                ],
                            )
                        ),
                        name="access_kind_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckedAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("url", models.CharField(max_length=500, unique=True, verbose_name="address")),
                ("checked_at", models.DateTimeField(verbose_name="last checked")),
                (
                    "problem",
                    models.CharField(
                        choices=[
                            ("none", "It answers"),
                            ("not-found", "The page is not there"),
                            (
                                "refused",
                                "The site will not show the page to our program; a person may see it",
                            ),
                            ("server-error", "The site answers that something is wrong with it"),
                            ("no-such-site", "There is no site by that name"),
                            ("no-answer", "The site does not answer"),
                            ("unsafe", "The connection is not safe: the certificate is not valid"),
                            ("loops", "The address sends on too many times"),
                            ("not-public", "The address is not on the open internet"),
                            ("not-an-address", "This is not the address of a web page"),
                        ],
                        max_length=20,
                        verbose_name="what is wrong",
                    ),
                ),
                (
                    "status",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="answer"),
                ),
                (
                    "moved_to",
                    models.CharField(blank=True, max_length=2000, verbose_name="leads on to"),
                ),
                (
                    "failing_since",
                    models.DateTimeField(blank=True, null=True, verbose_name="failing since"),
                ),
                (
                    "failing_days",
                    models.PositiveSmallIntegerField(default=0, verbose_name="days it failed"),
                ),
                ("is_dead", models.BooleanField(db_index=True, default=False, verbose_name="dead")),
            ],
            options={
                "ordering": ["url"],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "problem__in",
                                [
                                    "none",
                                    "not-found",
                                    "refused",
                                    "server-error",
                                    "no-such-site",
                                    "no-answer",
                                    "unsafe",
                                    "loops",
                                    "not-public",
                                    "not-an-address",
                                ],
                            )
                        ),
                        name="checked_address_problem_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CatalogueVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.BigIntegerField()),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                ("subject", models.BigIntegerField(primary_key=True, serialize=False)),
                ("version", models.BigIntegerField(db_index=True)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Initiative",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Stands in the address of the page. Made from the title when empty; old ones lead to the new.",
                        max_length=120,
                        unique=True,
                        verbose_name="address word",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in-review", "In review"),
                            ("published", "Published"),
                            ("archived", "Archived"),
                        ],
                        db_index=True,
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "original_form",
                    models.CharField(
                        choices=[("nn", "Nynorsk"), ("nb", "Bokmål")],
                        help_text="The written form that the entry was first written in. The other one may be left empty.",
                        max_length=2,
                        verbose_name="original form",
                    ),
                ),
                ("title_nn", models.CharField(blank=True, max_length=200, verbose_name="title")),
                ("title_nb", models.CharField(blank=True, max_length=200, verbose_name="title")),
                (
                    "lead_nn",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences that say what it is.",
                        verbose_name="lead",
                    ),
                ),
                (
                    "lead_nb",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences that say what it is.",
                        verbose_name="lead",
                    ),
                ),
                (
                    "body_nn",
                    models.TextField(
                        blank=True,
                        help_text="A blank line makes a new paragraph, ## a subheading, - a list, **bold**, [link](https://…).",
                        verbose_name="text",
                    ),
                ),
                (
                    "body_nb",
                    models.TextField(
                        blank=True,
                        help_text="A blank line makes a new paragraph, ## a subheading, - a list, **bold**, [link](https://…).",
                        verbose_name="text",
                    ),
                ),
                ("main_goal_nn", models.TextField(blank=True, verbose_name="main goal")),
                ("main_goal_nb", models.TextField(blank=True, verbose_name="main goal")),
                (
                    "scope",
                    models.CharField(
                        choices=[
                            ("village", "Village"),
                            ("municipality", "Municipality"),
                            ("inter-municipal", "Several municipalities"),
                            ("county", "County"),
                            ("national", "The whole country"),
                        ],
                        default="municipality",
                        max_length=20,
                        verbose_name="scope",
                    ),
                ),
                (
                    "place_name",
                    models.CharField(
                        blank=True,
                        help_text="Villages or places, with a comma between.",
                        max_length=200,
                        verbose_name="place",
                    ),
                ),
                ("owner", models.CharField(blank=True, max_length=200, verbose_name="owner")),
                (
                    "website",
                    initiatives.models.fields.WebAddressField(blank=True, verbose_name="website"),
                ),
                (
                    "organisation",
                    models.CharField(
                        choices=[
                            ("existing-staff", "Existing staff"),
                            ("own-position", "Own position"),
                            ("volunteers", "Volunteers"),
                            ("other", "Other way"),
                            ("unknown", "Not stated"),
                        ],
                        default="unknown",
                        max_length=20,
                        verbose_name="how it is organised",
                    ),
                ),
                (
                    "assessment",
                    models.CharField(
                        choices=[
                            ("not-assessed", "Not assessed"),
                            ("self-reported", "Self-reported"),
                            ("measured", "Measured"),
                            ("evaluated", "Evaluated"),
                        ],
                        default="not-assessed",
                        max_length=20,
                        verbose_name="assessment",
                    ),
                ),
                (
                    "is_presented_unassessed",
                    models.BooleanField(
                        default=False,
                        help_text="The source presents the initiative with basic information and has not assessed it.",
                        verbose_name="presented without assessment",
                    ),
                ),
                ("closing_note_nn", models.TextField(blank=True, verbose_name="closing note")),
                ("closing_note_nb", models.TextField(blank=True, verbose_name="closing note")),
                (
                    "published_headings",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="Headings of the source that differ from ours, shown to readers of the original form.",
                        verbose_name="headings as published",
                    ),
                ),
                (
                    "source_url",
                    initiatives.models.fields.WebAddressField(
                        blank=True, max_length=500, verbose_name="address of the source"
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="made-up example"
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="first published"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="last changed",
                    ),
                ),
                (
                    "confirmed_on",
                    models.DateField(
                        blank=True,
                        help_text="When somebody last said that it is still right.",
                        null=True,
                        verbose_name="last confirmed",
                    ),
                ),
                (
                    "publish_on",
                    models.DateField(
                        blank=True,
                        help_text="Filled in, the entry is published by itself on this day. Until then only publishers change it.",
                        null=True,
                        verbose_name="publish on",
                    ),
                ),
                (
                    "unpublish_on",
                    models.DateField(
                        blank=True,
                        help_text="Filled in, a published entry is archived by itself on this day, and readers no longer see it.",
                        null=True,
                        verbose_name="archive on",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="drafts",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="drafted by",
                    ),
                ),
                (
                    "revises",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="working_copy",
                        to="initiatives.initiative",
                        verbose_name="change to",
                    ),
                ),
                ("revised_state", models.CharField(blank=True, editable=False, max_length=64)),
                ("sort_title_nn", models.CharField(default="", editable=False, max_length=200)),
                ("sort_title_nb", models.CharField(default="", editable=False, max_length=200)),
            ],
            options={
                "verbose_name": "initiative",
                "verbose_name_plural": "initiatives",
                "ordering": ["-first_published_at", "slug"],
                "permissions": [
                    ("publish_initiative", "Can publish, archive and take down initiatives")
                ],
                "indexes": [
                    models.Index(
                        fields=["status", "-first_published_at", "slug"], name="initiative_newest"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("original_form__in", ("nn", "nb"))),
                        name="initiative_form_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "published"), _negated=True),
                            models.Q(
                                ("original_form", "nn"), models.Q(("title_nn", ""), _negated=True)
                            ),
                            models.Q(
                                ("original_form", "nb"), models.Q(("title_nb", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="initiative_published_has_original_title",
                        violation_error_message="A published entry must have a title in its original form.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "published"), _negated=True),
                            ("first_published_at__isnull", False),
                            _connector="OR",
                        ),
                        name="initiative_published_has_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("revises", None),
                            ("status__in", ["draft", "in-review"]),
                            _connector="OR",
                        ),
                        name="initiative_working_copy_is_not_public",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publish_on", None),
                            ("unpublish_on", None),
                            ("unpublish_on__gt", models.F("publish_on")),
                            _connector="OR",
                        ),
                        name="initiative_dates_in_order",
                        violation_error_message="The entry would be archived before it is published.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["draft", "in-review", "published", "archived"])
                        ),
                        name="initiative_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "scope__in",
                                [
                                    "village",
                                    "municipality",
                                    "inter-municipal",
                                    "county",
                                    "national",
                                ],
                            )
                        ),
                        name="initiative_scope_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "organisation__in",
                                [
                                    "existing-staff",
                                    "own-position",
                                    "volunteers",
                                    "other",
                                    "unknown",
                                ],
                            )
                        ),
                        name="initiative_organisation_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "assessment__in",
                                ["not-assessed", "self-reported", "measured", "evaluated"],
                            )
                        ),
                        name="initiative_assessment_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("position", models.SmallIntegerField(verbose_name="order")),
                ("name_nn", models.CharField(blank=True, max_length=200, verbose_name="name")),
                ("name_nb", models.CharField(blank=True, max_length=200, verbose_name="name")),
                (
                    "start_year",
                    initiatives.models.fields.YearField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="start year",
                    ),
                ),
                (
                    "end_year",
                    initiatives.models.fields.YearField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="end year",
                    ),
                ),
                (
                    "is_open_ended",
                    models.BooleanField(default=False, verbose_name="still running, no end set"),
                ),
                ("place_name", models.CharField(blank=True, max_length=200, verbose_name="place")),
                ("note_nn", models.TextField(blank=True, verbose_name="note")),
                ("note_nb", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "project",
                "verbose_name_plural": "projects",
                "ordering": ["initiative_id", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "position"), name="project_position_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name_nn", ""), _negated=True),
                            models.Q(("name_nb", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="project_has_a_name",
                        violation_error_message="Give the project a name in at least one of the forms.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start_year", None),
                            ("end_year", None),
                            ("end_year__gte", models.F("start_year")),
                            _connector="OR",
                        ),
                        name="project_years_in_order",
                        violation_error_message="The end year is before the start year.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_open_ended", False), ("end_year", None), _connector="OR"
                        ),
                        name="project_open_ended_has_no_end_year",
                        violation_error_message="A project that is still running cannot have an end year.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start_year", None),
                            ("start_year__range", (1900, 2100)),
                            _connector="OR",
                        ),
                        name="project_start_year_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_year", None), ("end_year__range", (1900, 2100)), _connector="OR"
                        ),
                        name="project_end_year_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Funding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("position", models.SmallIntegerField(verbose_name="order")),
                (
                    "programme",
                    models.CharField(blank=True, max_length=200, verbose_name="programme"),
                ),
                (
                    "year",
                    initiatives.models.fields.YearField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "amount_nok",
                    models.PositiveBigIntegerField(
                        blank=True, null=True, verbose_name="amount in NOK"
                    ),
                ),
                ("note_nn", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("note_nb", models.CharField(blank=True, max_length=300, verbose_name="note")),
            ],
            options={
                "verbose_name": "funding",
                "verbose_name_plural": "funding",
                "ordering": ["initiative_id", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "position"), name="funding_position_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount_nok", None), ("programme", ""), ("year", None), _negated=True
                        ),
                        name="funding_says_something",
                        violation_error_message="Fill in the programme, the year or the amount.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("year", None), ("year__range", (1900, 2100)), _connector="OR"
                        ),
                        name="funding_year_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Result",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("position", models.SmallIntegerField(verbose_name="order")),
                ("description_nn", models.TextField(blank=True, verbose_name="what was seen")),
                ("description_nb", models.TextField(blank=True, verbose_name="what was seen")),
                (
                    "measure_nn",
                    models.CharField(blank=True, max_length=200, verbose_name="measure"),
                ),
                (
                    "measure_nb",
                    models.CharField(blank=True, max_length=200, verbose_name="measure"),
                ),
                ("value", models.CharField(blank=True, max_length=100, verbose_name="value")),
                (
                    "year",
                    initiatives.models.fields.YearField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("unknown", "Not stated"),
                            ("self-reported", "Told by those who did it"),
                            ("measured", "Measured"),
                            ("evaluated", "Evaluated by others"),
                        ],
                        default="unknown",
                        max_length=20,
                        verbose_name="how it is known",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="source")),
            ],
            options={
                "verbose_name": "result",
                "verbose_name_plural": "results",
                "ordering": ["initiative_id", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "position"), name="result_position_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("description_nn", ""), _negated=True),
                            models.Q(("description_nb", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="result_has_a_description",
                        violation_error_message="Say what was seen in at least one of the forms.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("basis__in", ["unknown", "self-reported", "measured", "evaluated"])
                        ),
                        name="result_basis_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("year", None), ("year__range", (1900, 2100)), _connector="OR"
                        ),
                        name="result_year_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("position", models.SmallIntegerField(verbose_name="order")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("report", "Report"),
                            ("evaluation", "Evaluation"),
                            ("plan", "Plan"),
                            ("article", "Article"),
                            ("other", "Other"),
                        ],
                        default="report",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "url",
                    initiatives.models.fields.WebAddressField(
                        max_length=500, verbose_name="address"
                    ),
                ),
                (
                    "year",
                    initiatives.models.fields.YearField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "ordering": ["initiative_id", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "position"), name="document_position_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("year", None), ("year__range", (1900, 2100)), _connector="OR"
                        ),
                        name="document_year_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("position", models.SmallIntegerField(verbose_name="order")),
                ("role_nn", models.CharField(blank=True, max_length=200, verbose_name="role")),
                ("role_nb", models.CharField(blank=True, max_length=200, verbose_name="role")),
                ("organisation", models.CharField(max_length=200, verbose_name="organisation")),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail of the organisation"
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True, max_length=30, verbose_name="telephone of the organisation"
                    ),
                ),
                (
                    "website",
                    initiatives.models.fields.WebAddressField(blank=True, verbose_name="website"),
                ),
            ],
            options={
                "verbose_name": "contact",
                "verbose_name_plural": "contacts",
                "ordering": ["initiative_id", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "position"), name="contact_position_unique"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="successions",
                        to="initiatives.initiative",
                        verbose_name="predecessor",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        limit_choices_to={"revises": None},
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="preceding",
                        to="initiatives.initiative",
                        verbose_name="successor",
                    ),
                ),
            ],
            options={
                "verbose_name": "succession",
                "verbose_name_plural": "successions",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("predecessor", "successor"), name="succession_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                        name="succession_not_of_itself",
                        violation_error_message="An initiative cannot follow itself.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FormerSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=120, unique=True, verbose_name="former address word"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        limit_choices_to={"revises": None},
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
            ],
            options={
                "verbose_name": "former address",
                "verbose_name_plural": "former addresses",
                "ordering": ["slug"],
            },
        ),
        migrations.CreateModel(
            name="ConfirmationRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confirmations",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("email", models.EmailField(max_length=254, verbose_name="asked at")),
                (
                    "asked_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="asked"),
                ),
                ("sent_at", models.DateTimeField(null=True, verbose_name="sent")),
                ("expires_at", models.DateTimeField(verbose_name="may be answered until")),
                ("withdrawn_at", models.DateTimeField(null=True, verbose_name="withdrawn")),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("running", "It is still running, and the page is right"),
                            ("ended", "It has ended"),
                            ("changed", "Something has changed"),
                        ],
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                (
                    "end_year",
                    initiatives.models.fields.YearField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1900),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year it ended",
                    ),
                ),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="note")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="answered")),
                ("handled_at", models.DateTimeField(null=True, verbose_name="looked at")),
                (
                    "handled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="looked at by",
                    ),
                ),
                ("is_accepted", models.BooleanField(default=False, verbose_name="accepted")),
            ],
            options={
                "verbose_name": "yearly confirmation",
                "verbose_name_plural": "yearly confirmations",
                "ordering": ["-answered_at", "-asked_at"],
                "default_permissions": ("view", "change"),
                "indexes": [
                    models.Index(fields=["initiative", "-asked_at"], name="confirmation_asked")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)),
                            models.Q(
                                ("answer__in", ["running", "ended", "changed"]),
                                ("answered_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="confirmation_answered_with_an_answer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("handled_at", None), ("answered_at__isnull", False), _connector="OR"
                        ),
                        name="confirmation_handled_after_answer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_accepted", False), ("handled_at__isnull", False), _connector="OR"
                        ),
                        name="confirmation_accepted_when_handled",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_year", None), ("end_year__range", (1900, 2100)), _connector="OR"
                        ),
                        name="confirmation_end_year_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=200)),
                ("content", models.BinaryField()),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("sent_at", models.DateTimeField()),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Stands in addresses. When you change it, the old one leads to the new.",
                        max_length=80,
                        unique=True,
                        verbose_name="address word",
                    ),
                ),
                ("label_nn", models.CharField(max_length=200, verbose_name="label")),
                ("label_nb", models.CharField(max_length=200, verbose_name="label")),
                ("description_nn", models.TextField(blank=True, verbose_name="description")),
                ("description_nb", models.TextField(blank=True, verbose_name="description")),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Terms with the same order stand alphabetically.",
                        verbose_name="order",
                    ),
                ),
            ],
            options={
                "verbose_name": "activity",
                "verbose_name_plural": "activities",
                "ordering": ["position", "slug"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ActivityLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("position", models.SmallIntegerField(verbose_name="order")),
                (
                    "wording",
                    models.CharField(
                        blank=True,
                        help_text="Only where it differs from the term. Shown to readers of the original form.",
                        max_length=300,
                        verbose_name="wording as published",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="initiatives.activity",
                        verbose_name="activity",
                    ),
                ),
            ],
            options={
                "verbose_name": "activity",
                "verbose_name_plural": "activities",
                "ordering": ["initiative_id", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "position"), name="activitylink_position_unique"
                    ),
                    models.UniqueConstraint(
                        fields=("initiative", "term"),
                        name="activitylink_term_unique",
                        violation_error_message="The same choice stands twice in the list. Remove one of them.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActivityAlias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wording", models.CharField(max_length=200, unique=True, verbose_name="wording")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="initiatives.activity",
                    ),
                ),
            ],
            options={
                "verbose_name": "other wording",
                "verbose_name_plural": "other wordings",
                "ordering": ["wording"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SellingPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Stands in addresses. When you change it, the old one leads to the new.",
                        max_length=80,
                        unique=True,
                        verbose_name="address word",
                    ),
                ),
                ("label_nn", models.CharField(max_length=200, verbose_name="label")),
                ("label_nb", models.CharField(max_length=200, verbose_name="label")),
                ("description_nn", models.TextField(blank=True, verbose_name="description")),
                ("description_nb", models.TextField(blank=True, verbose_name="description")),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Terms with the same order stand alphabetically.",
                        verbose_name="order",
                    ),
                ),
            ],
            options={
                "verbose_name": "selling point",
                "verbose_name_plural": "selling points",
                "ordering": ["position", "slug"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SellingPointLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("position", models.SmallIntegerField(verbose_name="order")),
                (
                    "wording",
                    models.CharField(
                        blank=True,
                        help_text="Only where it differs from the term. Shown to readers of the original form.",
                        max_length=300,
                        verbose_name="wording as published",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="initiatives.sellingpoint",
                        verbose_name="selling point",
                    ),
                ),
            ],
            options={
                "verbose_name": "selling point",
                "verbose_name_plural": "selling points",
                "ordering": ["initiative_id", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "position"), name="sellingpointlink_position_unique"
                    ),
                    models.UniqueConstraint(
                        fields=("initiative", "term"),
                        name="sellingpointlink_term_unique",
                        violation_error_message="The same choice stands twice in the list. Remove one of them.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SellingPointAlias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wording", models.CharField(max_length=200, unique=True, verbose_name="wording")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="initiatives.sellingpoint",
                    ),
                ),
            ],
            options={
                "verbose_name": "other wording",
                "verbose_name_plural": "other wordings",
                "ordering": ["wording"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TargetGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Stands in addresses. When you change it, the old one leads to the new.",
                        max_length=80,
                        unique=True,
                        verbose_name="address word",
                    ),
                ),
                ("label_nn", models.CharField(max_length=200, verbose_name="label")),
                ("label_nb", models.CharField(max_length=200, verbose_name="label")),
                ("description_nn", models.TextField(blank=True, verbose_name="description")),
                ("description_nb", models.TextField(blank=True, verbose_name="description")),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Terms with the same order stand alphabetically.",
                        verbose_name="order",
                    ),
                ),
            ],
            options={
                "verbose_name": "target group",
                "verbose_name_plural": "target groups",
                "ordering": ["position", "slug"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TargetGroupLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("position", models.SmallIntegerField(verbose_name="order")),
                (
                    "wording",
                    models.CharField(
                        blank=True,
                        help_text="Only where it differs from the term. Shown to readers of the original form.",
                        max_length=300,
                        verbose_name="wording as published",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="initiatives.targetgroup",
                        verbose_name="target group",
                    ),
                ),
            ],
            options={
                "verbose_name": "target group",
                "verbose_name_plural": "target groups",
                "ordering": ["initiative_id", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "position"), name="targetgrouplink_position_unique"
                    ),
                    models.UniqueConstraint(
                        fields=("initiative", "term"),
                        name="targetgrouplink_term_unique",
                        violation_error_message="The same choice stands twice in the list. Remove one of them.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TargetGroupAlias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wording", models.CharField(max_length=200, unique=True, verbose_name="wording")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="initiatives.targetgroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "other wording",
                "verbose_name_plural": "other wordings",
                "ordering": ["wording"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SubjectArea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Stands in addresses. When you change it, the old one leads to the new.",
                        max_length=80,
                        unique=True,
                        verbose_name="address word",
                    ),
                ),
                ("label_nn", models.CharField(max_length=200, verbose_name="label")),
                ("label_nb", models.CharField(max_length=200, verbose_name="label")),
                ("description_nn", models.TextField(blank=True, verbose_name="description")),
                ("description_nb", models.TextField(blank=True, verbose_name="description")),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Terms with the same order stand alphabetically.",
                        verbose_name="order",
                    ),
                ),
            ],
            options={
                "verbose_name": "subject area",
                "verbose_name_plural": "subject areas",
                "ordering": ["position", "slug"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SubjectAreaLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("position", models.SmallIntegerField(verbose_name="order")),
                (
                    "wording",
                    models.CharField(
                        blank=True,
                        help_text="Only where it differs from the term. Shown to readers of the original form.",
                        max_length=300,
                        verbose_name="wording as published",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="initiatives.subjectarea",
                        verbose_name="subject area",
                    ),
                ),
            ],
            options={
                "verbose_name": "subject area",
                "verbose_name_plural": "subject areas",
                "ordering": ["initiative_id", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "position"), name="subjectarealink_position_unique"
                    ),
                    models.UniqueConstraint(
                        fields=("initiative", "term"),
                        name="subjectarealink_term_unique",
                        violation_error_message="The same choice stands twice in the list. Remove one of them.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SubjectAreaAlias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wording", models.CharField(max_length=200, unique=True, verbose_name="wording")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="initiatives.subjectarea",
                    ),
                ),
            ],
            options={
                "verbose_name": "other wording",
                "verbose_name_plural": "other wordings",
                "ordering": ["wording"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PartnerKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Stands in addresses. When you change it, the old one leads to the new.",
                        max_length=80,
                        unique=True,
                        verbose_name="address word",
                    ),
                ),
                ("label_nn", models.CharField(max_length=200, verbose_name="label")),
                ("label_nb", models.CharField(max_length=200, verbose_name="label")),
                ("description_nn", models.TextField(blank=True, verbose_name="description")),
                ("description_nb", models.TextField(blank=True, verbose_name="description")),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Terms with the same order stand alphabetically.",
                        verbose_name="order",
                    ),
                ),
            ],
            options={
                "verbose_name": "kind of partner",
                "verbose_name_plural": "kinds of partner",
                "ordering": ["position", "slug"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PartnerKindAlias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wording", models.CharField(max_length=200, unique=True, verbose_name="wording")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="initiatives.partnerkind",
                    ),
                ),
            ],
            options={
                "verbose_name": "other wording",
                "verbose_name_plural": "other wordings",
                "ordering": ["wording"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Partner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Made from the name when empty.",
                        max_length=120,
                        unique=True,
                        verbose_name="address word",
                    ),
                ),
                ("name_nn", models.CharField(blank=True, max_length=200, verbose_name="name")),
                ("name_nb", models.CharField(blank=True, max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partners",
                        to="initiatives.partnerkind",
                        verbose_name="kind",
                    ),
                ),
                (
                    "website",
                    initiatives.models.fields.WebAddressField(blank=True, verbose_name="website"),
                ),
            ],
            options={
                "verbose_name": "partner",
                "verbose_name_plural": "partners",
                "ordering": ["slug"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name_nn", ""), _negated=True),
                            models.Q(("name_nb", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="partner_has_a_name",
                        violation_error_message="Give the partner a name in at least one of the forms.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("position", models.SmallIntegerField(verbose_name="order")),
                (
                    "wording",
                    models.CharField(
                        blank=True,
                        help_text="Only where it differs from the term. Shown to readers of the original form.",
                        max_length=300,
                        verbose_name="wording as published",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="initiatives.partner",
                        verbose_name="partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "partner",
                "verbose_name_plural": "partners",
                "ordering": ["initiative_id", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "position"), name="partnerlink_position_unique"
                    ),
                    models.UniqueConstraint(
                        fields=("initiative", "term"),
                        name="partnerlink_term_unique",
                        violation_error_message="The same choice stands twice in the list. Remove one of them.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerAlias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wording", models.CharField(max_length=200, unique=True, verbose_name="wording")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="initiatives.partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "other wording",
                "verbose_name_plural": "other wordings",
                "ordering": ["wording"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FormerActivitySlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=120, unique=True, verbose_name="former address word"
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="initiatives.activity",
                    ),
                ),
            ],
            options={
                "ordering": ["slug"],
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="FormerSellingPointSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=120, unique=True, verbose_name="former address word"
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="initiatives.sellingpoint",
                    ),
                ),
            ],
            options={
                "ordering": ["slug"],
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="FormerTargetGroupSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=120, unique=True, verbose_name="former address word"
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="initiatives.targetgroup",
                    ),
                ),
            ],
            options={
                "ordering": ["slug"],
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="FormerSubjectAreaSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=120, unique=True, verbose_name="former address word"
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="initiatives.subjectarea",
                    ),
                ),
            ],
            options={
                "ordering": ["slug"],
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="FormerPartnerKindSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=120, unique=True, verbose_name="former address word"
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="initiatives.partnerkind",
                    ),
                ),
            ],
            options={
                "ordering": ["slug"],
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="FormerPartnerSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        max_length=120, unique=True, verbose_name="former address word"
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="initiatives.partner",
                    ),
                ),
            ],
            options={
                "ordering": ["slug"],
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Merger",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("gone_label", models.CharField(max_length=200)),
                ("gone_slug", models.CharField(max_length=120)),
                ("stays_label", models.CharField(max_length=200)),
                ("stays_key", models.BigIntegerField()),
                ("was", models.JSONField()),
                ("entries", models.PositiveIntegerField()),
                ("merged_at", models.DateTimeField()),
                (
                    "merged_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-merged_at", "-pk"],
                "default_permissions": (),
                "indexes": [models.Index(fields=["kind", "stays_key"], name="merger_of_term")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("undone_at__isnull", False),
                            ("undone_by__isnull", True),
                            _connector="OR",
                        ),
                        name="merger_undone_by_has_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="County",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        max_length=2,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^\\d{2}$")],
                        verbose_name="number",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "parallel_names",
                    models.CharField(blank=True, max_length=200, verbose_name="parallel names"),
                ),
                ("official_name", models.CharField(max_length=200, verbose_name="official name")),
            ],
            options={
                "verbose_name": "county",
                "verbose_name_plural": "counties",
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="CountyLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("position", models.SmallIntegerField(verbose_name="order")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="initiatives.county",
                        verbose_name="county",
                    ),
                ),
            ],
            options={
                "verbose_name": "county for county-wide work",
                "verbose_name_plural": "counties for county-wide work",
                "ordering": ["initiative_id", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "position"), name="countylink_position_unique"
                    ),
                    models.UniqueConstraint(
                        fields=("initiative", "term"),
                        name="countylink_term_unique",
                        violation_error_message="The same choice stands twice in the list. Remove one of them.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Municipality",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        max_length=4,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^\\d{4}$")],
                        verbose_name="number",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "parallel_names",
                    models.CharField(blank=True, max_length=200, verbose_name="parallel names"),
                ),
                ("official_name", models.CharField(max_length=200, verbose_name="official name")),
                (
                    "county",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="municipalities",
                        to="initiatives.county",
                        verbose_name="county",
                    ),
                ),
                ("latitude", models.FloatField(verbose_name="latitude")),
                ("longitude", models.FloatField(verbose_name="longitude")),
                (
                    "administrative_centre",
                    models.CharField(max_length=100, verbose_name="administrative centre"),
                ),
                ("population", models.PositiveIntegerField(verbose_name="population")),
                ("centrality", models.PositiveSmallIntegerField(verbose_name="centrality")),
                (
                    "written_form",
                    models.CharField(
                        choices=[("nn", "Nynorsk"), ("nb", "Bokmål"), ("neutral", "Neutral")],
                        default="neutral",
                        max_length=7,
                        verbose_name="written form",
                    ),
                ),
            ],
            options={
                "verbose_name": "municipality",
                "verbose_name_plural": "municipalities",
                "ordering": ["number"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("centrality__range", (1, 6))),
                        name="municipality_centrality_from_1_to_6",
                        violation_error_message="Centrality is a number from 1 to 6.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("latitude__range", (57, 82)), ("longitude__range", (4, 32))
                        ),
                        name="municipality_point_in_norway",
                        violation_error_message="The point is not in Norway. Are latitude and longitude swapped?",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MunicipalityLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("position", models.SmallIntegerField(verbose_name="order")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="initiatives.municipality",
                        verbose_name="municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "municipality",
                "verbose_name_plural": "municipalities",
                "ordering": ["initiative_id", "position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "position"), name="municipalitylink_position_unique"
                    ),
                    models.UniqueConstraint(
                        fields=("initiative", "term"),
                        name="municipalitylink_term_unique",
                        violation_error_message="The same choice stands twice in the list. Remove one of them.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FormerMunicipality",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        max_length=4,
                        validators=[django.core.validators.RegexValidator("^\\d{4}$")],
                        verbose_name="former number",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="former name")),
                (
                    "valid_from",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="from year"
                    ),
                ),
                (
                    "valid_to",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="to year"),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former",
                        to="initiatives.municipality",
                        verbose_name="municipality today",
                    ),
                ),
                (
                    "is_main_successor",
                    models.BooleanField(
                        default=True,
                        help_text="Off for the smaller parts of a municipality that was split.",
                        verbose_name="main successor",
                    ),
                ),
            ],
            options={
                "verbose_name": "former municipality",
                "verbose_name_plural": "former municipalities",
                "ordering": ["number", "successor_id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("number", "successor"), name="former_municipality_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="former_municipality_years_in_order",
                        violation_error_message="The last year is before the first.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Region",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(max_length=100, unique=True, verbose_name="address word"),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("kind", models.CharField(blank=True, max_length=100, verbose_name="kind")),
                (
                    "source",
                    initiatives.models.fields.WebAddressField(blank=True, verbose_name="source"),
                ),
                (
                    "municipalities",
                    models.ManyToManyField(
                        related_name="regions",
                        to="initiatives.municipality",
                        verbose_name="municipalities",
                    ),
                ),
            ],
            options={
                "verbose_name": "region",
                "verbose_name_plural": "regions",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Sheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sheet",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200)),
                ("text", models.TextField()),
                ("read_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("entry_changed_at", models.DateTimeField()),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="SheetLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sheetlines",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="line")),
                ("text", models.TextField(verbose_name="text of the sheet")),
                (
                    "kind",
                    models.CharField(
                        choices=[("not-placed", "Not placed"), ("proposal", "To be confirmed")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("field", models.CharField(blank=True, max_length=30, verbose_name="field")),
                ("value", models.TextField(blank=True, verbose_name="proposed")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("no-term", "No term has this wording."),
                            ("no-kind", "No kind of partner is known for this name."),
                            ("same-term", "Another line of the list leads to the same term."),
                            ("unknown-area", "No subject area has this name."),
                            ("several-places", "More than one place has, or has had, this name."),
                            ("unknown-place", "No municipality or county has this name."),
                            ("before-list", "Stands before the list and is not part of it."),
                            ("too-long", "Is longer than the field has room for."),
                            ("no-address", "Is not an address that can be opened."),
                            ("two-in-one", "Read as several, since each part is a term."),
                            ("nearly-spelt", "Is spelt nearly as this term."),
                            ("part-of-term", "Says part of what this term says."),
                            ("in-sentence", "The sentence names this term."),
                            ("kind-by-name", "The kind is guessed from the name."),
                            ("place-in-text", "The place is named in the text, not in the title."),
                            ("years-in-text", "The years stand in the text."),
                            ("amount-in-text", "An amount stands in the text."),
                            ("website-in-text", "An address stands in the text."),
                            (
                                "title-in-text",
                                "The sheet has no title; this is how its text begins.",
                            ),
                            (
                                "nearly-heading",
                                "Looks like the heading of a section that is spelt in another way.",
                            ),
                            (
                                "cut-short",
                                "The closing text is cut short; such texts say that nothing was assessed.",
                            ),
                        ],
                        max_length=20,
                        verbose_name="why",
                    ),
                ),
                ("is_dealt_with", models.BooleanField(default=False, verbose_name="dealt with")),
            ],
            options={
                "verbose_name": "line of the sheet",
                "verbose_name_plural": "lines of the sheet to look at",
                "ordering": ["initiative_id", "number", "pk"],
                "default_permissions": (),
                "indexes": [models.Index(fields=["is_dealt_with", "kind"], name="sheet_line_open")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["not-placed", "proposal"])),
                        name="sheet_line_kind_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Translation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="translations",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("form", models.CharField(max_length=2)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("none", "Not translated"),
                            ("draft", "Draft that is not approved"),
                            ("part", "Translated in part"),
                            ("changed", "Original changed since"),
                            ("approved", "Approved"),
                        ],
                        max_length=10,
                    ),
                ),
                ("basis", models.JSONField(default=dict)),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "form"), name="translation_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("form__in", ("nn", "nb"))),
                        name="translation_form_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["none", "draft", "part", "changed", "approved"])
                        ),
                        name="translation_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TranslationDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="translation_drafts",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                ("form", models.CharField(max_length=2)),
                ("field", models.CharField(max_length=20)),
                ("position", models.PositiveSmallIntegerField()),
                ("source", models.CharField(max_length=12)),
                ("text", models.TextField(blank=True)),
                ("is_machine_made", models.BooleanField(default=False)),
                ("is_approved", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["initiative_id", "form", "field", "position", "pk"],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("form__in", ("nn", "nb"))),
                        name="translation_draft_form_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("text", models.CharField(max_length=100, primary_key=True, serialize=False)),
                ("keys", models.TextField()),
                ("parts", models.TextField(blank=True)),
                ("rules", models.CharField(max_length=40)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="WordEntries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(max_length=5)),
                ("word", models.CharField(max_length=100)),
                ("version", models.BigIntegerField()),
                ("rules", models.CharField(max_length=40)),
                ("entries", models.BinaryField()),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("place", "word"), name="word_entries_unique")
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftWords",
            fields=[
                (
                    "initiative",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="draft_words",
                        serialize=False,
                        to="initiatives.initiative",
                    ),
                ),
                ("words", models.TextField()),
                ("made_from", models.CharField(max_length=12)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Synonyms",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        help_text="Single words with commas between: a search for one finds the others. Inflections and the other written form come by themselves.",
                        max_length=300,
                        unique=True,
                        verbose_name="words",
                    ),
                ),
            ],
            options={
                "verbose_name": "synonyms",
                "verbose_name_plural": "synonyms",
                "ordering": ["words"],
            },
        ),
        migrations.CreateModel(
            name="WorkflowStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="initiatives.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("submit", "Sent to review"),
                            ("withdraw", "Taken back from review"),
                            ("send-back", "Sent back"),
                            ("publish", "Published"),
                            ("unpublish", "Taken from readers, a draft again"),
                            ("archive", "Archived"),
                            ("reopen", "Taken out of the archive, a draft again"),
                            ("publish-change", "The change was published"),
                            ("discard-change", "The change was discarded"),
                        ],
                        max_length=20,
                        verbose_name="step",
                    ),
                ),
                (
                    "from_status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in-review", "In review"),
                            ("published", "Published"),
                            ("archived", "Archived"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "to_status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in-review", "In review"),
                            ("published", "Published"),
                            ("archived", "Archived"),
                        ],
                        max_length=10,
                    ),
                ),
                ("comment", models.TextField(blank=True, verbose_name="comment")),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("taken_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-taken_at", "-pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="OpenForm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="open_forms",
                        to="initiatives.initiative",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="open_forms",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("initiative", "user"), name="open_form_unique")
                ],
            },
        ),
        migrations.AddField(
            model_name="initiative",
            name="activities",
            field=models.ManyToManyField(
                related_name="initiatives",
                through="initiatives.ActivityLink",
                to="initiatives.activity",
            ),
        ),
        migrations.AddField(
            model_name="initiative",
            name="selling_points",
            field=models.ManyToManyField(
                related_name="initiatives",
                through="initiatives.SellingPointLink",
                to="initiatives.sellingpoint",
            ),
        ),
        migrations.AddField(
            model_name="initiative",
            name="target_groups",
            field=models.ManyToManyField(
                related_name="initiatives",
                through="initiatives.TargetGroupLink",
                to="initiatives.targetgroup",
            ),
        ),
        migrations.AddField(
            model_name="initiative",
            name="subject_areas",
            field=models.ManyToManyField(
                related_name="initiatives",
                through="initiatives.SubjectAreaLink",
                to="initiatives.subjectarea",
            ),
        ),
        migrations.AddField(
            model_name="initiative",
            name="partners",
            field=models.ManyToManyField(
                related_name="initiatives",
                through="initiatives.PartnerLink",
                to="initiatives.partner",
            ),
        ),
        migrations.AddField(
            model_name="initiative",
            name="municipalities",
            field=models.ManyToManyField(
                related_name="initiatives",
                through="initiatives.MunicipalityLink",
                to="initiatives.municipality",
            ),
        ),
        migrations.AddField(
            model_name="initiative",
            name="counties",
            field=models.ManyToManyField(
                related_name="initiatives",
                through="initiatives.CountyLink",
                to="initiatives.county",
            ),
        ),
        migrations.RunPython(make_roles, migrations.RunPython.noop),
    ]
