"""The index of the database engines: tables of the models, and the words beside them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [("catalogue", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="IndexedRecord",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="catalogue.record",
                    ),
                ),
                ("public", models.BooleanField()),
                ("year", models.PositiveSmallIntegerField(db_index=True, null=True)),
                ("received_on", models.DateField(db_index=True, null=True)),
                ("title_key", models.CharField(db_index=True, max_length=200)),
                ("title_words", models.PositiveSmallIntegerField()),
            ],
            options={"db_table": "search_record"},
        ),
        migrations.CreateModel(
            name="IndexedFacet",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "record_id",
                        "name",
                        "value",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("name", models.CharField(max_length=10)),
                ("value", models.CharField(max_length=40)),
                (
                    "record",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="catalogue.record",
                    ),
                ),
            ],
            options={"db_table": "search_facet"},
        ),
        # What stood beside these tables is made anew by a later migration, all of it.
        migrations.RunPython(migrations.RunPython.noop, migrations.RunPython.noop),
    ]
