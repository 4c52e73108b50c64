"""The demonstration's administrator and editor, and the groups of the branches."""

from __future__ import annotations

from django.contrib.auth.models import Group
from wagtail.models import Collection
from wagtail.users.models import UserProfile

from birge.catalogue.models import Branch
from birge.core.models import User
from birge.home.models import BranchPage
from birge.site.setup import admin_access, editors_group, grant_files, grant_pages

# Known to everybody who has read the README: the demonstration is not for the open internet.
PASSWORD = "kitap-2026"  # noqa: S105


def seed_people() -> list[User]:
    """The administrator and the editor; passwords are set only when they are made."""
    admin, made = User.objects.get_or_create(
        username="admin", defaults={"is_staff": True, "is_superuser": True}
    )
    editor, editor_made = User.objects.get_or_create(username="editor")
    for user, new in ((admin, made), (editor, editor_made)):
        if new:
            user.set_password(PASSWORD)
            user.save()
            UserProfile.objects.update_or_create(
                user=user, defaults={"preferred_language": "ru", "dismissibles": {}}
            )
    editor.groups.add(editors_group())
    return [admin, editor]


def seed_branch_groups(branches: dict[str, Branch]) -> None:
    """One group for each branch: it writes its own pages and uses its own files."""
    for branch in branches.values():
        group, _made = Group.objects.get_or_create(name=branch.name_kk)
        for page in BranchPage.objects.filter(branch=branch):
            grant_pages(group, page)
        collection = Collection.objects.filter(name=branch.name_kk).first()
        if collection is not None:
            grant_files(group, collection)
        group.permissions.add(admin_access())
