"""A branch owns pages in every language, a collection and a group: made, renamed, hidden, deleted."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import Collection, GroupPagePermission, Locale, Page, PageViewRestriction
from wagtail_localize.models import Translation, TranslationSource

from birge.catalogue.models import Branch, Record
from birge.catalogue.services.belongings import (
    BranchInUse,
    delete_branch,
    equip_branch,
    save_branch,
)
from birge.core.models import LibraryDocument, User
from birge.home.models import BranchesPage, BranchPage
from birge.home.visibility import visible
from tests.factories.catalogue import BranchFactory, HoldingFactory, RecordFactory, open_daily
from tests.factories.site import make_page, make_site
from tests.hearing import hearing
from tests.site.branches import FORM, BranchCase, address, page_in, rows, titles

pytestmark = pytest.mark.database


class MakingTests(BranchCase):
    def test_branch_saved_in_the_admin_gets_what_it_owns(self):
        form = {**FORM, "code": "balausa", "name_kk": "«Балауса»", "name_ru": "«Балауса» (дети)"}
        response = self.admin.post(address("add"), form)
        assert response.status_code == 302, response.context["form"].errors
        branch = Branch.objects.get(code="balausa")
        assert titles(branch) == ("«Балауса»", "«Балауса» (дети)")
        assert branch.group.name == branch.collection.name == "«Балауса»"
        here, there = page_in("kk", branch), page_in("ru", branch)
        assert here.translation_key == there.translation_key
        assert here.slug == there.slug == "balausa"
        for page in (here, there):
            assert page.live
            assert Client().get(page.get_url()).status_code == 200
        assert not any(Page.find_problems())

    def test_saving_again_changes_nothing(self):
        before = rows()
        equip_branch(self.branch)
        save_branch(Branch.objects.get())
        assert rows() == before

    def test_what_is_missing_is_made_again_and_the_rest_stays(self):
        here = page_in("kk", self.branch)
        page_in("ru", self.branch).delete()
        self.branch.group.delete()
        save_branch(Branch.objects.get())
        self.branch.refresh_from_db()
        assert page_in("kk", self.branch) == here
        assert page_in("ru", self.branch).translation_key == here.translation_key
        granted = GroupPagePermission.objects.filter(group=self.branch.group)
        assert {each.page_id for each in granted} == {here.pk, page_in("ru", self.branch).pk}

    def test_name_of_a_stranger_s_group_is_not_taken_over(self):
        stranger = Group.objects.create(name="Модераторлар")
        Collection.get_first_root_node().add_child(name="Модераторлар")
        branch = save_branch(Branch(code="a", name_kk="Модераторлар"))
        assert branch.group != stranger
        assert branch.group.name == branch.collection.name == "Модераторлар (2)"
        assert not stranger.permissions.exists()

    def test_name_longer_than_a_group_s_may_be(self):
        branches = [save_branch(Branch(code=f"c{each}", name_kk="Ә" * 255)) for each in range(2)]
        first, second = (each.group.name for each in branches)
        assert len(first) == 150
        assert second.endswith(" (2)")
        branches[1].name_kk = "Б"
        assert save_branch(branches[1]).group.name == "Б"

    def test_address_is_latin_and_the_site_s_own_words_are_left_alone(self):
        for code, name, slug in (
            ("F_3", "Үшінші", "f-3"),
            ("code-0123456789ab", "«Жаңа» филиалы", "zhana-filialy"),
            ("search", "Іздеу", "search-2"),
        ):
            branch = save_branch(Branch(code=code, name_kk=name))
            assert {page.slug for page in branch.pages.all()} == {slug}

    def test_address_that_is_taken_gets_a_number(self):
        other = save_branch(Branch(code="Samal", name_kk="Б"))
        assert {page.slug for page in other.pages.all()} == {"samal-2"}

    def test_what_an_administrator_took_away_stays_away(self):
        GroupPagePermission.objects.filter(
            group=self.branch.group, permission__codename="publish_page"
        ).delete()
        before = rows()
        save_branch(Branch.objects.get())
        assert rows() == before

    def test_page_of_a_branch_is_not_made_by_hand(self):
        section = BranchesPage.objects.first()
        assert BranchPage not in section.creatable_subpage_models()
        assert (
            not page_in("kk", self.branch)
            .permissions_for_user(self.administrator)
            .can_copy_to(section)
        )


class PageTests(BranchCase):
    def test_page_of_a_bare_branch_shows_no_empty_parts(self):
        text = Client().get(page_in("kk", self.branch).get_url()).content.decode()
        assert 'id="hours"' not in text
        assert 'id="reach"' not in text
        Branch.objects.update(address_kk="Достық көшесі, 3")
        open_daily(self.branch)
        text = Client().get(page_in("kk", self.branch).get_url()).content.decode()
        assert 'id="hours"' in text
        assert 'id="reach"' in text

    def test_page_leads_to_the_pages_below_it(self):
        below = make_page(page_in("kk", self.branch), "Үйірме", "club")
        text = Client().get(page_in("kk", self.branch).get_url()).content.decode()
        assert below.get_url() in text


class AdoptingTests(BranchCase):
    def test_running_site_keeps_groups_and_collections_it_had_by_name(self):
        first, second, third = (
            BranchFactory(name_kk="А"),
            BranchFactory(name_kk="А"),
            BranchFactory(),
        )
        group = Group.objects.create(name="А")
        collections = [Collection.get_first_root_node().add_child(name="А") for _ in range(2)]
        import_module("birge.catalogue.migrations.0003_adopt_branch_belongings").adopt(apps, None)
        for each in (first, second, third):
            each.refresh_from_db()
        assert (first.group, first.collection) == (group, collections[0])
        assert (second.group, second.collection) == (None, collections[1])
        assert (third.group, third.collection) == (None, None)


class RenamingTests(BranchCase):
    def test_names_follow_the_branch(self):
        ids = self.branch.group_id, self.branch.collection_id
        response = self.admin.post(
            address("edit", self.branch.pk), {**FORM, "name_kk": "Орталық", "name_ru": "Центр"}
        )
        assert response.status_code == 302, response.context["form"].errors
        self.branch.refresh_from_db()
        assert (self.branch.group_id, self.branch.collection_id) == ids
        assert self.branch.group.name == self.branch.collection.name == "Орталық"
        assert titles(self.branch) == ("Орталық", "Центр")
        assert page_in("kk", self.branch).slug == "samal"
        assert not page_in("kk", self.branch).has_unpublished_changes

    def test_names_that_staff_gave_stay(self):
        self.branch.group.name, self.branch.collection.name = "Біздікілер", "Суреттер"
        self.branch.group.save()
        self.branch.collection.save()
        page = page_in("ru", self.branch)
        page.title = "Самал у парка"
        page.save_revision().publish()
        self.branch.name_kk, self.branch.name_ru = "Орталық", "Центр"
        save_branch(self.branch)
        self.branch.refresh_from_db()
        assert (self.branch.group.name, self.branch.collection.name) == ("Біздікілер", "Суреттер")
        assert titles(self.branch) == ("Орталық", "Самал у парка")

    def test_draft_is_neither_lost_nor_published(self):
        page = page_in("kk", self.branch)
        page.lead = "Жаңа"
        page.save_revision()
        self.branch.name_kk = "Орталық"
        save_branch(self.branch)
        page = page_in("kk", self.branch)
        assert (page.title, page.lead, page.has_unpublished_changes) == ("Орталық", "", True)
        draft = page.get_latest_revision_as_object()
        assert (draft.title, draft.lead) == ("Орталық", "Жаңа")

    def test_translation_published_again_keeps_the_new_name(self):
        source, _made = TranslationSource.update_or_create_from_instance(page_in("kk", self.branch))
        russian = Locale.objects.get(language_code="ru")
        translation = Translation.objects.create(source=source, target_locale=russian)
        po = translation.export_po()
        next(entry for entry in po if entry.msgctxt == "title").msgstr = "Филиал «Самал»"
        translation.import_po(po)
        self.branch.name_kk, self.branch.name_ru = "Орталық", "Центр"
        save_branch(self.branch)
        translation.save_target(publish=True)
        assert page_in("ru", self.branch).title == "Центр"
        source.update_from_db()
        translation.save_target(publish=True)
        assert titles(self.branch) == ("Орталық", "Центр")


class HidingTests(BranchCase):
    def test_pages_of_a_hidden_branch_are_for_staff_alone(self):
        below = make_page(page_in("kk", self.branch), slug="clubs")
        urls = [
            page_in("kk", self.branch).get_url(),
            page_in("ru", self.branch).get_url(),
            below.get_url(),
        ]
        self.branch.open_to_public = False
        save_branch(self.branch)
        staff = Client()
        staff.force_login(User.objects.create_user("staff"))
        for url in urls:
            assert Client().get(url).status_code == 404
            assert staff.get(url).status_code == 200
        assert not visible(
            Page.objects.filter(pk__in=[below.pk, page_in("ru", self.branch).pk])
        ).exists()
        found = Client().get("/api/v3/pages/", {"type": "home.BranchPage"}).json()
        assert found["items"] == []
        self.branch.open_to_public = True
        save_branch(self.branch)
        for url in urls:
            assert Client().get(url).status_code == 200

    def test_restriction_of_an_editor_survives_while_the_branch_is_shown(self):
        page = page_in("kk", self.branch)
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        save_branch(Branch.objects.get())
        assert PageViewRestriction.objects.filter(page=page).exists()


class DeletingTests(BranchCase):
    def test_branch_with_copies_is_not_deleted_and_says_so(self):
        HoldingFactory(branch=self.branch)
        url = address("delete", self.branch.pk)
        page = self.admin.get(url)
        assert page.context["obstacles"] == {"copies": 1}
        assert f"?branch={self.branch.pk}" in page.content.decode()
        assert "<form action" not in page.content.decode()
        assert self.admin.post(url).status_code == 302
        assert titles(self.branch)
        assert Branch.objects.exists()
        with pytest.raises(BranchInUse):
            delete_branch(self.branch)

    def test_branch_with_pages_below_its_own_is_not_deleted(self):
        below = make_page(page_in("ru", self.branch))
        page = self.admin.get(address("delete", self.branch.pk))
        assert page.context["obstacles"] == {"pages": 1}
        self.admin.post(address("delete", self.branch.pk))
        assert Page.objects.filter(pk=below.pk).exists()
        assert Branch.objects.exists()

    def test_branch_goes_with_what_it_owns(self):
        page = self.admin.get(address("delete", self.branch.pk)).content.decode()
        assert "Филиал «Самал»" in page
        assert self.admin.post(address("delete", self.branch.pk)).status_code == 302
        assert not Branch.objects.exists()
        assert not BranchPage.objects.exists()
        assert not Group.objects.filter(name="«Самал» филиалы").exists()
        assert not Collection.objects.filter(name="«Самал» филиалы").exists()
        assert not any(Page.find_problems())

    def test_group_with_members_and_collection_with_files_stay(self):
        User.objects.create_user("member").groups.add(self.branch.group)
        LibraryDocument.objects.create(
            title="Ереже", file="a.txt", collection=self.branch.collection
        )
        delete_branch(self.branch)
        assert Group.objects.filter(pk=self.branch.group_id).exists()
        assert Collection.objects.filter(pk=self.branch.collection_id).exists()
        assert not GroupPagePermission.objects.filter(group=self.branch.group_id).exists()

    def test_ticked_rows_are_deleted_as_one_is(self):
        held, record = BranchFactory(), RecordFactory()
        HoldingFactory(branch=held, record=record)

        def delete_ticked(model: type, *ids: int) -> None:
            name = model._meta.model_name
            url = reverse("wagtail_bulk_action", args=["catalogue", name, "delete"])
            query = "&".join(f"id={each}" for each in ids)
            assert self.admin.post(f"{url}?{query}").status_code in (200, 302, 403)

        delete_ticked(Branch, held.pk)
        assert Branch.objects.filter(pk=held.pk).exists()
        free = BranchFactory()
        delete_ticked(Branch, free.pk)
        assert not Branch.objects.filter(pk=free.pk).exists()
        with hearing() as heard:
            delete_ticked(Record, record.pk)
        assert not Record.objects.exists()
        assert heard == [[record.pk]]


class WithoutSiteTests(TestCase):
    def test_branch_waits_for_its_pages(self):
        branch = save_branch(Branch(code="a", name_kk="А"))
        assert branch.group
        assert branch.collection
        assert not branch.pages.exists()
        make_site()
        assert branch.pages.count() == 2
        granted = GroupPagePermission.objects.filter(group=branch.group)
        assert granted.values("page").distinct().count() == 2
