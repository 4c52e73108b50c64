"""The index is made anew, empty: `index_catalogue` fills it again from the records."""

from django.db import migrations, models

from birge.search.engines import storage


def make_anew(apps, editor):
    storage.make_anew(editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0005_pages_and_queries'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            # Nothing in these tables is more than a copy of what the catalogue has.
            database_operations=[
                migrations.RunPython(make_anew, migrations.RunPython.noop),
            ],
            state_operations=[
                migrations.DeleteModel(
                    name='IndexedFacet',
                ),
                migrations.CreateModel(
                    name='IndexedValue',
                    fields=[
                        ('id', models.IntegerField(primary_key=True, serialize=False)),
                        ('name', models.CharField(max_length=12)),
                        ('value', models.CharField(max_length=120)),
                        ('label', models.CharField(blank=True, max_length=200)),
                    ],
                    options={
                        'db_table': 'search_value',
                        'constraints': [models.UniqueConstraint(fields=('name', 'value'), name='search_value_once')],
                    },
                ),
                migrations.AlterField(
                    model_name='indexedrecord',
                    name='received_on',
                    field=models.DateField(null=True),
                ),
                migrations.AlterField(
                    model_name='indexedrecord',
                    name='title_key',
                    field=models.CharField(max_length=200),
                ),
                migrations.AlterField(
                    model_name='indexedrecord',
                    name='year',
                    field=models.PositiveSmallIntegerField(null=True),
                ),
            ],
        ),
    ]
