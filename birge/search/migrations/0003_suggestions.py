"""What is suggested while a reader types; the beginnings lie in a table that is its own index."""

from django.db import migrations, models

SQLITE = (
    "CREATE TABLE search_suggestion_start (shelf integer NOT NULL, key varchar(48) NOT NULL,"
    " suggestion bigint NOT NULL, PRIMARY KEY (shelf, key, suggestion)) WITHOUT ROWID"
)
# Keys are compared byte by byte, whatever the language of the database.
POSTGRES = (
    'CREATE TABLE search_suggestion_start (shelf bigint NOT NULL, key varchar(48) COLLATE "C"'
    " NOT NULL, suggestion bigint NOT NULL, PRIMARY KEY (shelf, key, suggestion))"
)


def create(apps, editor):
    """Make the table of beginnings, and the one row that says which generation answers."""
    editor.execute(POSTGRES if editor.connection.vendor == "postgresql" else SQLITE)
    state = apps.get_model("search", "SuggestionState")
    state.objects.using(editor.connection.alias).create(pk=1, active=1)


def drop(apps, editor):
    """Undo `create`."""
    editor.execute("DROP TABLE search_suggestion_start")


class Migration(migrations.Migration):
    dependencies = [("search", "0002_vocabulary")]

    operations = [
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("generation", models.PositiveIntegerField()),
                ("kind", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("uses", models.IntegerField()),
                ("target", models.BigIntegerField(null=True)),
            ],
            options={"db_table": "search_suggestion"},
        ),
        migrations.CreateModel(
            name="SuggestedRecord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "generation",
                        "record",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("generation", models.PositiveIntegerField()),
                ("record", models.BigIntegerField()),
                ("suggestions", models.JSONField()),
            ],
            options={"db_table": "search_suggestion_record"},
        ),
        migrations.CreateModel(
            name="SuggestionState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("active", models.PositiveIntegerField()),
                ("building", models.PositiveIntegerField(null=True)),
            ],
            options={"db_table": "search_suggestion_state"},
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="SuggestionStart",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "shelf",
                                "key",
                                "suggestion",
                                blank=True,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("shelf", models.BigIntegerField()),
                        ("key", models.CharField(max_length=48)),
                        ("suggestion", models.BigIntegerField()),
                    ],
                    options={"db_table": "search_suggestion_start"},
                )
            ],
        ),
        migrations.RunPython(create, drop),
    ]
