"""What a group of staff may be given: the admin, pages with all below them, files of a collection."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

PAGE_PERMISSIONS = ("add_page", "change_page", "publish_page")
FILE_PERMISSIONS = ("add_image", "change_image", "choose_image") + (
    "add_document",
    "change_document",
    "choose_document",
)


def admin_access() -> Permission:
    """The permission to open the admin at all."""
    return Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")


def translation_access() -> Permission:
    """The permission to start a translation of a page that one may edit."""
    return Permission.objects.get(
        content_type__app_label="wagtail_localize", codename="submit_translation"
    )


def grant_pages(group: Group, page: Page) -> None:
    """Lets the group write and publish the page and all below it."""
    for codename in PAGE_PERMISSIONS:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=codename
        )
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def grant_files(group: Group, collection: Collection) -> None:
    """Lets the group use and add pictures and documents of the collection."""
    permissions = Permission.objects.filter(
        content_type__app_label__in=("core", "wagtailimages", "wagtaildocs"),
        codename__in=[
            *FILE_PERMISSIONS,
            *(name.replace("image", "libraryimage") for name in FILE_PERMISSIONS),
            *(name.replace("document", "librarydocument") for name in FILE_PERMISSIONS),
        ],
    )
    for permission in permissions:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=permission
        )
