"""What waits to be written to Elasticsearch."""

import django.utils.timezone
from django.db import migrations, models

import birge.search.models.feed


class Migration(migrations.Migration):
    dependencies = [("search", "0003_suggestions")]

    operations = [
        migrations.CreateModel(
            name="FeedState",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False),
                ),
                (
                    "site",
                    models.CharField(default=birge.search.models.feed.new_site, max_length=16),
                ),
                ("failures", models.PositiveIntegerField(default=0)),
                ("retry_at", models.DateTimeField(null=True)),
                ("error", models.CharField(blank=True, max_length=500)),
                ("failed_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("sent_id", models.BigIntegerField(default=0)),
            ],
            options={"db_table": "search_feed"},
        ),
        migrations.CreateModel(
            name="PendingRecord",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("record_id", models.BigIntegerField()),
                ("queued_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("refusals", models.PositiveSmallIntegerField(default=0)),
                ("retry_at", models.DateTimeField(null=True)),
                ("error", models.CharField(blank=True, max_length=500)),
            ],
            options={"db_table": "search_pending"},
        ),
    ]
