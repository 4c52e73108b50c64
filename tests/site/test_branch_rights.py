"""What a member of a branch's group may do, asked of the admin's own views."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import TranslationSource

from birge.catalogue.models import Branch
from birge.catalogue.services.belongings import (
    save_branch,
)
from birge.core.models import LibraryDocument, User
from birge.home.models import BranchesPage, BranchPage, ContentPage, HomePage
from birge.site.setup import editors_group
from tests.factories.site import make_page
from tests.site.branches import BranchCase, address, page_in

pytestmark = pytest.mark.database


def page_form(title: str, publish: bool) -> dict[str, object]:
    """What the form of a page with an empty body sends."""
    form = {"title": title, "slug": "", "lead": "", "body-count": 0, "listing_image_alt": ""}
    return form | ({"action-publish": "1"} if publish else {})


class RightsTests(BranchCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.other = save_branch(Branch(code="other", name_kk="Басқа", name_ru="Другой"))
        cls.member = User.objects.create_user("member")
        cls.member.groups.add(cls.branch.group)
        cls.strange = [
            page_in("kk", cls.other),
            page_in("ru", cls.other),
            *BranchesPage.objects.all(),
            *HomePage.objects.all(),
            ContentPage.objects.first(),
        ]

    def setUp(self):
        super().setUp()
        self.staff = Client()
        self.staff.force_login(self.member)

    def own(self) -> list[BranchPage]:
        return [page_in("kk", self.branch), page_in("ru", self.branch)]

    def test_own_pages_open_in_both_languages_and_no_others(self):
        for page in self.own():
            for name in ("edit", "add_subpage"):
                url = reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
                # There is one type to add, so the choice of types leads straight to its form.
                assert self.staff.get(url, follow=True).redirect_chain in (
                    [],
                    [(f"/admin/pages/add/home/contentpage/{page.pk}/", 302)],
                )
        before = set(Page.objects.values_list("pk", "path", "live", "latest_revision"))
        for page in self.strange:
            for name in ("edit", "add_subpage", "unpublish", "delete", "move"):
                url = reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
                assert self.staff.get(url).status_code == 302, (page, name)
                assert self.staff.post(url).status_code == 302, (page, name)
        assert set(Page.objects.values_list("pk", "path", "live", "latest_revision")) == before

    def test_explorer_shows_the_way_to_own_pages_and_nothing_beside_it(self):
        seen = PagePermissionPolicy().explorable_instances(self.member)
        allowed = Page.objects.none()
        for page in self.own():
            allowed |= page.get_ancestors(inclusive=True)
        assert set(seen) <= set(allowed)
        section = BranchesPage.objects.get(locale__language_code="ru")
        listed = self.staff.get(reverse("wagtailadmin_explore", args=[section.pk]))
        assert [page.pk for page in listed.context["pages"]] == [self.own()[1].pk]

    def test_page_is_written_and_published_in_the_branch_s_part(self):
        for parent in self.own():
            url = reverse("wagtailadmin_pages:add", args=["home", "contentpage", parent.pk])
            response = self.staff.post(url, page_form("Жаңа үйірме", publish=True))
            assert response.status_code == 302, response.context["form"].errors
            page = ContentPage.objects.child_of(parent).get()
            assert page.live
            assert page.slug == "zhana-uiirme"
            assert Client().get(page.get_url()).status_code == 200
        strange = reverse(
            "wagtailadmin_pages:add", args=["home", "contentpage", self.strange[0].pk]
        )
        assert self.staff.post(strange, page_form("Бөтен", publish=True)).status_code == 302
        assert not ContentPage.objects.filter(title="Бөтен").exists()

    def test_own_page_is_edited_and_published(self):
        page = self.own()[1]
        form = {**page_form("Филиал «Самал»", publish=True), "slug": "samal", "lead": "У парка."}
        response = self.staff.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
        assert response.status_code == 302, response.context["form"].errors
        page.refresh_from_db()
        assert (page.lead, page.branch) == ("У парка.", self.branch)

    def test_own_page_is_translated_and_a_strange_one_is_not(self):
        here = make_page(self.own()[0], "Үйірме", "club")
        url = reverse("wagtail_localize:submit_page_translation", args=[here.pk])
        assert self.staff.get(url).status_code == 200
        strange = make_page(page_in("kk", self.other), "Бөтен", "strange")
        url = reverse("wagtail_localize:submit_page_translation", args=[strange.pk])
        russian = Locale.objects.get(language_code="ru")
        assert self.staff.get(url).status_code == 302
        assert self.staff.post(url, {"locales": [russian.pk]}).status_code == 302
        assert not strange.has_translation(russian)
        source, _made = TranslationSource.update_or_create_from_instance(strange)
        url = reverse("wagtail_localize:update_translations", args=[source.pk])
        assert self.staff.post(url).status_code == 302
        assert self.admin.get(url).status_code == 200

    def test_files_of_own_collection_only(self):
        root = Collection.get_first_root_node()
        files = [
            LibraryDocument.objects.create(title=each.name, file="a.txt", collection=each)
            for each in (self.branch.collection, self.other.collection, root)
        ]
        form = self.staff.get(reverse("wagtaildocs:add")).context["form"]
        assert form.fields.get("collection") is None or list(
            form.fields["collection"].queryset
        ) == [self.branch.collection]
        codes = [
            self.staff.get(reverse("wagtaildocs:edit", args=[each.pk])).status_code
            for each in files
        ]
        assert codes == [200, 302, 302]
        for address_of_list in ("wagtaildocs:index", "wagtaildocs_chooser:choose_results"):
            found = self.staff.get(reverse(address_of_list)).content.decode()
            assert self.branch.collection.name in found
            assert self.other.collection.name not in found
        assert self.staff.get(reverse("wagtailimages:add")).status_code == 200

    def test_catalogue_people_and_settings_stay_closed(self):
        for url in (
            address("list"),
            address("edit", self.branch.pk),
            reverse("catalogue_holding:index"),
            reverse("wagtailusers_users:index"),
            reverse("wagtailusers_groups:index"),
            reverse("wagtailadmin_collections:index"),
        ):
            assert self.staff.get(url).status_code == 302, url

    def test_first_page_of_the_admin_leads_to_own_pages(self):
        text = self.staff.get("/admin/").content.decode()
        for page in self.own():
            assert reverse("wagtailadmin_explore", args=[page.pk]) in text
        assert self.other.name not in text
        assert "own-branch" not in self.admin.get("/admin/").content.decode()

    def test_form_of_the_branch_leads_to_what_it_owns(self):
        text = self.admin.get(address("edit", self.branch.pk)).content.decode()
        for page in self.own():
            assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in text
        for name, owned in (
            ("wagtailadmin_collections:edit", self.branch.collection),
            ("wagtailusers_groups:edit", self.branch.group),
        ):
            assert reverse(name, args=[owned.pk]) in text
        editor = User.objects.create_user("editor")
        editor.groups.add(editors_group())
        self.staff.force_login(editor)
        text = self.staff.get(address("edit", self.branch.pk)).content.decode()
        assert reverse("wagtailadmin_pages:edit", args=[self.own()[0].pk]) in text
        assert reverse("wagtailusers_groups:edit", args=[self.branch.group.pk]) not in text
