"""Gives each branch the group and the collection that were its own by name alone."""

from django.db import migrations


def adopt(apps, schema_editor):
    """A name belongs to the first branch that has it; what nobody has is made on the next save."""
    branches = apps.get_model("catalogue", "Branch").objects
    groups = apps.get_model("auth", "Group").objects
    collections = apps.get_model("wagtailcore", "Collection").objects
    taken_groups, taken_collections = set(), set()
    for branch in branches.order_by("position", "pk"):
        named = {"name": branch.name_kk}
        group = groups.filter(**named).exclude(pk__in=taken_groups).first()
        collection = (
            collections.filter(**named, depth=2)
            .exclude(pk__in=taken_collections)
            .order_by("path")
            .first()
        )
        if group is not None:
            taken_groups.add(group.pk)
        if collection is not None:
            taken_collections.add(collection.pk)
        branches.filter(pk=branch.pk).update(group=group, collection=collection)


class Migration(migrations.Migration):

    dependencies = [
        ("catalogue", "0002_branch_belongings"),
    ]

    operations = [
        migrations.RunPython(adopt, migrations.RunPython.noop),
    ]
