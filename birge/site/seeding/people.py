"""The demonstration's administrator and editor."""

from __future__ import annotations

from wagtail.users.models import UserProfile

from birge.core.models import User
from birge.site.setup import editors_group

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
