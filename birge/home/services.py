"""What changes pages: a branch's own part of the site, in every language."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Case, Value, When
from django.utils.translation import override
from wagtail.log_actions import log
from wagtail.models import PageViewRestriction, Site
from wagtail_localize.models import String, StringTranslation, Translation, TranslationContext
from wagtail_localize.strings import StringValue

from birge.catalogue.branch_pages import OwnedPage
from birge.catalogue.models import Branch
from birge.core.rights import grant_pages, translation_access
from birge.home import queries
from birge.home.addresses import free_slug, latin_slug
from birge.home.models import BranchesPage, BranchPage

# Codes the import makes of names it could not write in Latin letters; no word for an address.
MADE_UP_CODE = "code-"


class BranchSubtrees:
    """Pages of branches, as the catalogue asks for them (birge.catalogue.branch_pages)."""

    def keep(
        self, branch: Branch, before: Branch | None, *, all_rights: bool, user: object | None
    ) -> None:
        """Make the pages that are missing, name and hide them as the branch says.

        A page is published when it is made. Pages of a branch that is not shown on the site are
        open to staff alone; what was live stays live behind that.
        """
        if all_rights:
            branch.group.permissions.add(translation_access())
        pages = {page.locale_id: page for page in _branch_pages(branch)}
        for parent in _sections(list(pages.values())):
            page = pages.get(parent.locale_id)
            made = page is None
            if made:
                page = pages[parent.locale_id] = _make(branch, parent, pages, user)
            elif before is not None:
                _rename(page, _name(before, page), _name(branch, page), user)
            if made or all_rights:
                grant_pages(branch.group, page)
        if before is not None:
            _retell_translations(branch, before, list(pages.values()))
        _hide(branch, before, list(pages.values()), user)

    def owned(self, branch: Branch) -> list[OwnedPage]:
        """The branch's pages, in the order of the site's languages."""
        return queries.owned_pages(branch)

    def delete(self, branch: Branch, *, user: object | None) -> None:
        """Delete the branch's pages."""
        for page in BranchPage.objects.filter(branch=branch):
            page.delete(user=user, skip_permission_checks=True)


def _branch_pages(branch: Branch) -> list[BranchPage]:
    found = BranchPage.objects.filter(branch=branch, alias_of=None).select_related("locale")
    return list(found.order_by("path"))


def _name(branch: Branch, page: BranchPage | BranchesPage) -> str:
    with override(page.locale.language_code):
        return branch.name


def _sections(pages: list[BranchPage]) -> list[BranchesPage]:
    """Where the branch's pages belong, the site's own language first; none on a bare site.

    Beside the pages it has; else in the first section for branches of the default site.
    """
    if pages:
        section = pages[0].get_parent().specific
    else:
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if site is None:
            return []
        found = BranchesPage.objects.descendant_of(site.root_page)
        section = found.order_by("path").first()
    if section is None:
        return []
    own_first = Case(When(locale__language_code=settings.LANGUAGE_CODE, then=0), default=Value(1))
    sections = section.get_translations(inclusive=True).filter(alias_of=None)
    return list(sections.select_related("locale").order_by(own_first, "path"))


def _make(
    branch: Branch, parent: BranchesPage, pages: dict[int, BranchPage], user: object | None
) -> BranchPage:
    """A page with the branch's name and no words of its own, the counterpart of those there are."""
    counterpart = next(iter(pages.values()), None)
    page = BranchPage(title=_name(branch, parent), branch=branch, locale=parent.locale, owner=user)
    if counterpart is not None:
        page.translation_key = counterpart.translation_key
        page.slug = free_slug(counterpart.slug, parent)
    else:
        page.slug = free_slug(_slug(branch), parent)
    parent.add_child(instance=page)
    log(instance=page, action="wagtail.create", user=user)
    _publish(page, user)
    return page


def _slug(branch: Branch) -> str:
    own = "" if branch.code.startswith(MADE_UP_CODE) else latin_slug(branch.code)
    return own or latin_slug(branch.name_kk) or f"branch-{branch.pk}"


def _publish(page: BranchPage, user: object | None) -> None:
    # Whoever may save the branch may have no right on pages.
    page.save_revision(user=user).publish(user=user, skip_permission_checks=True)


def _rename(page: BranchPage, old: str, new: str, user: object | None) -> None:
    """Follow the branch's name; a title an editor gave stays, and a draft stays a draft."""
    if old == new:
        return
    draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
    if page.title == old:
        page.title = new
        if draft is None:
            _publish(page, user)
        else:
            page.save()
    if draft is not None and draft.title == old:
        draft.title = new
        draft.save_revision(user=user)


def _retell_translations(branch: Branch, before: Branch, pages: list[BranchPage]) -> None:
    """Let wagtail-localize translate the old title and the new one by the new name.

    It writes a page from its own store of strings when a translation is published again, and
    would bring the old name back.
    """
    by_locale = {page.locale_id: page for page in pages}
    keys = {page.translation_key for page in pages}
    for found in Translation.objects.filter(source__object_id__in=keys).select_related("source"):
        source, target = (
            by_locale.get(found.source.locale_id),
            by_locale.get(found.target_locale_id),
        )
        context = TranslationContext.objects.filter(
            object_id=found.source.object_id, path="title"
        ).first()
        if source is None or target is None or context is None:
            continue
        new = _name(branch, target)
        if new == _name(before, target) or target.title != new:
            continue
        for text in {_name(before, source), _name(branch, source)}:
            StringTranslation.objects.update_or_create(
                translation_of=String.from_value(source.locale, StringValue(text)),
                locale=target.locale,
                context=context,
                defaults={
                    "data": new,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                },
            )


def _hide(
    branch: Branch, before: Branch | None, pages: list[BranchPage], user: object | None
) -> None:
    """Open the pages to staff alone while the branch is not shown on the site."""
    found = PageViewRestriction.objects.filter(page__in=pages)
    if not branch.open_to_public:
        private = set(found.values_list("page_id", flat=True))
        for page in pages:
            if page.pk not in private:
                restriction = PageViewRestriction(page=page.page_ptr, restriction_type="login")
                restriction.save(user=user)
    elif before is not None and not before.open_to_public:
        for restriction in found.filter(restriction_type="login"):
            restriction.delete(user=user)
