"""The words that queries are read by, in the database whatever the engine."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='KnownWord',
            fields=[
                ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=100)),
                ('shown', models.CharField(blank=True, max_length=100)),
                ('uses', models.PositiveIntegerField()),
            ],
            options={
                'db_table': 'search_word',
            },
        ),
        migrations.CreateModel(
            name='SpellingCode',
            fields=[
                ('pk', models.CompositePrimaryKey('code', 'word', blank=True, editable=False, primary_key=True, serialize=False)),
                ('code', models.BigIntegerField()),
                ('word', models.BigIntegerField()),
            ],
            options={
                'db_table': 'search_spelling',
            },
        ),
    ]
