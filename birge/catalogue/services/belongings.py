"""What a branch owns: pages, a collection for its files, a group for its staff."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail import hooks
from wagtail.models import Collection

from birge.catalogue.branch_pages import branch_pages
from birge.catalogue.models import Branch
from birge.core.rights import admin_access, grant_files

NUMBER_ROOM = len(" (999)")


class BranchInUse(Exception):
    """The branch has copies, or pages below its own: it cannot be deleted."""


def save_branch(branch: Branch, *, user: object | None = None) -> Branch:
    """Save a branch, and bring what it owns in step with it; one transaction."""
    with transaction.atomic():
        before = Branch.objects.select_for_update().filter(pk=branch.pk).first()
        branch.save()
        equip_branch(branch, before, user=user)
    return branch


@transaction.atomic
def equip_branch(
    branch: Branch, before: Branch | None = None, *, user: object | None = None
) -> None:
    """Make what the branch should own and does not; safe to repeat.

    Names follow the branch as long as they are those it gave (`before` is the branch as it was
    stored). Rights are given with what is made: those an administrator took away stay away.
    """
    new_group, new_collection = branch.group_id is None, branch.collection_id is None
    _keep_group(branch, before)
    _keep_collection(branch, before)
    Branch.objects.filter(pk=branch.pk).update(group=branch.group, collection=branch.collection)
    if new_group:
        branch.group.permissions.add(admin_access())
    if new_group or new_collection:
        grant_files(branch.group, branch.collection)
    branch_pages().keep(branch, before, all_rights=new_group, user=user)


def _keep_group(branch: Branch, before: Branch | None) -> None:
    limit = Group._meta.get_field("name").max_length
    taken = Group.objects.exclude(pk=branch.group_id).values_list("name", flat=True)
    if branch.group is None:
        branch.group = Group.objects.create(name=_free_name(branch.name_kk, limit, taken))
    elif _renamed(branch, before) and _gave(before, branch.group.name, limit):
        branch.group.name = _free_name(branch.name_kk, limit, taken)
        branch.group.save(update_fields=["name"])


def _keep_collection(branch: Branch, before: Branch | None) -> None:
    limit = Collection._meta.get_field("name").max_length
    root = Collection.get_first_root_node()
    taken = root.get_children().exclude(pk=branch.collection_id).values_list("name", flat=True)
    if branch.collection is None:
        branch.collection = root.add_child(name=_free_name(branch.name_kk, limit, taken))
    elif _renamed(branch, before) and _gave(before, branch.collection.name, limit):
        branch.collection.name = _free_name(branch.name_kk, limit, taken)
        branch.collection.save(update_fields=["name"])


def _renamed(branch: Branch, before: Branch | None) -> bool:
    return before is not None and before.name_kk != branch.name_kk


def _gave(before: Branch, name: str, limit: int) -> bool:
    """Whether the branch, as it was, gave this name."""
    whole, short = before.name_kk[:limit], before.name_kk[: limit - NUMBER_ROOM]
    return name == whole or bool(re.fullmatch(re.escape(short) + r" \(\d+\)", name))


def _free_name(wanted: str, limit: int, taken: Iterable[str]) -> str:
    """The name, with a number where somebody else has it: a stranger's group is never taken over."""
    names, name, number = set(taken), wanted[:limit], 1
    while name in names:
        number += 1
        name = f"{wanted[: limit - NUMBER_ROOM]} ({number})"
    return name


def in_the_way(branch: Branch) -> dict[str, int]:
    """What keeps the branch from being deleted: copies, and pages below its own."""
    found = {
        "copies": branch.holdings.count(),
        "pages": sum(page.below for page in branch_pages().owned(branch)),
    }
    return {name: number for name, number in found.items() if number}


def delete_branch(branch: Branch, *, user: object | None = None) -> None:
    """Delete a branch with its pages; its group and collection go too, unless they are in use.

    Raises `BranchInUse` while it has copies, or pages below its own.
    """
    with transaction.atomic():
        if in_the_way(branch):
            raise BranchInUse(str(branch))
        branch_pages().delete(branch, user=user)
        group, collection = branch.group, branch.collection
        keeps_group, keeps_collection = group_is_used(branch), collection_is_used(branch)
        branch.delete()
        if group is not None and not keeps_group:
            group.delete()
        if collection is not None and not keeps_collection:
            collection.delete()


def group_is_used(branch: Branch) -> bool:
    """Whether the branch's group has members."""
    return branch.group is not None and branch.group.user_set.exists()


def collection_is_used(branch: Branch) -> bool:
    """Whether anything lies in the branch's collection; rooms with files answer Wagtail's hook."""
    if branch.collection is None:
        return False
    said = [hook(branch.collection) for hook in hooks.get_hooks("describe_collection_contents")]
    return any(each and each["count"] for each in said)
