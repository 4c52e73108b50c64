"""Pages of the site as search knows them, and what readers look for."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0004_feed"),
    ]

    operations = [
        migrations.CreateModel(
            name="QueryCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hour", models.DateTimeField(verbose_name="hour")),
                ("text", models.CharField(max_length=100, verbose_name="query")),
                ("language", models.CharField(max_length=10, verbose_name="language of the site")),
                ("engine", models.CharField(max_length=20, verbose_name="search engine")),
                ("hits", models.PositiveIntegerField(verbose_name="found")),
                ("count", models.PositiveIntegerField(verbose_name="times")),
            ],
            options={
                "verbose_name": "search query",
                "verbose_name_plural": "search queries",
                "db_table": "search_query",
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("hour", "text", "language", "engine"), name="search_query_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SitePage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=20)),
                ("object_id", models.BigIntegerField()),
                ("language", models.CharField(max_length=10)),
                ("title", models.TextField()),
                ("lead", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
                ("title_exact", models.TextField(blank=True)),
                ("terms", models.TextField(blank=True)),
                ("beginnings", models.TextField(blank=True)),
            ],
            options={
                "db_table": "search_page",
                "constraints": [
                    models.UniqueConstraint(fields=("source", "object_id"), name="search_page_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SitePageWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(db_index=True, max_length=100)),
                ("stem", models.CharField(max_length=100)),
                ("exact", models.CharField(max_length=100)),
                ("role", models.CharField(max_length=10)),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="words",
                        to="search.sitepage",
                    ),
                ),
            ],
            options={
                "db_table": "search_page_word",
            },
        ),
    ]
