"""A library's own empty site: sections in both languages, groups that may edit what is theirs."""

from __future__ import annotations

from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import TestCase
from wagtail.models import Page, Site
from wagtail.permission_policies.pages import PagePermissionPolicy

from birge.catalogue.models import Branch, Record
from birge.catalogue.services.belongings import equip_branch
from birge.core.models import User
from birge.home.models import BranchPage, HomePage, LibraryProfile
from birge.site.sections import SECTIONS
from birge.site.setup import editors_group
from tests.factories.catalogue import BranchFactory
from tests.factories.site import make_site

OPTIONS = {
    "official_name_kk": "«Самал» қалалық кітапханасы",
    "short_name_kk": "Самал",
    "official_name_ru": "Городская библиотека «Самал»",
    "short_name_ru": "Самал",
    "base_url": "https://samal.example",
}
# A few of the names readers look for, as the glossary has them.
NAMES = {
    "kk": {"Электрондық каталог", "Өлкетану", "Қызметтер (ақылы да)", "Жаңалықтар", "Байланыс"},
    "ru": {"Электронный каталог", "Краеведение", "Услуги (и платные)", "Новости", "Контакты"},
}


def setup(**changes: object) -> str:
    said = StringIO()
    call_command("setup_site", stdout=said, **{**OPTIONS, **changes})
    return said.getvalue()


class SetupSiteTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.said = setup()

    def section_pages(self, language: str) -> list[Page]:
        home = HomePage.objects.get(locale__language_code=language)
        return list(home.get_children().live())

    def test_sections_are_there_in_both_languages(self):
        for language, names in NAMES.items():
            titles = [page.title for page in self.section_pages(language)]
            self.assertEqual(titles, [getattr(section, language) for section in SECTIONS])
            self.assertLessEqual(names, set(titles))

    def test_each_section_has_its_counterpart_under_the_same_slug(self):
        here, there = self.section_pages("kk"), self.section_pages("ru")
        self.assertEqual([page.slug for page in here], [page.slug for page in there])
        for page, other in zip(here, there, strict=True):
            self.assertEqual(page.translation_key, other.translation_key)
            self.assertIsNone(other.alias_of)

    def test_tree_is_sound_and_wagtails_welcome_is_gone(self):
        self.assertFalse(any(Page.find_problems()))
        self.assertEqual(
            {page.locale.language_code for page in Page.objects.filter(depth=2)}, {"kk", "ru"}
        )

    def test_site_and_profile_carry_the_names(self):
        site = Site.objects.get()
        self.assertEqual((site.hostname, site.port), ("samal.example", 443))
        texts = LibraryProfile.objects.get(site=site).texts
        self.assertEqual(
            set(texts.values_list("locale__language_code", "official_name")),
            {("kk", OPTIONS["official_name_kk"]), ("ru", OPTIONS["official_name_ru"])},
        )

    def test_catalogue_is_left_empty(self):
        self.assertFalse(Record.objects.exists())
        self.assertFalse(Branch.objects.exists())

    def test_new_site_answers_in_both_languages(self):
        for language in NAMES:
            for page in self.section_pages(language):
                self.assertIn(self.client.get(page.get_url()).status_code, (200, 302))
            self.assertContains(self.client.get(f"/{language}/"), "Самал")

    def test_what_to_do_next_is_said(self):
        self.assertIn("https://samal.example", self.said)
        self.assertIn("createsuperuser", self.said)

    def test_setting_up_again_changes_nothing(self):
        def rows():
            return {model._meta.label: model._base_manager.count() for model in apps.get_models()}

        before = rows()
        setup()
        self.assertEqual(rows(), before)

    def test_setting_up_again_keeps_what_an_editor_wrote(self):
        page = self.section_pages("ru")[-1].specific
        page.title, page.lead = "Как нас найти", "Мы в центре."
        page.save_revision().publish()
        removed = self.section_pages("kk")[0]
        profile = LibraryProfile.objects.get()
        profile.phone = "+7 700 000 00 99"
        profile.save()
        setup()
        page.refresh_from_db()
        self.assertEqual((page.title, page.lead), ("Как нас найти", "Мы в центре."))
        self.assertEqual(LibraryProfile.objects.get().phone, "+7 700 000 00 99")
        self.assertTrue(Page.objects.filter(pk=removed.pk).exists())


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["official_name_kk", "short_name_kk", "official_name_ru"])
def test_missing_name_without_a_terminal_is_an_error_that_names_the_option(name):
    with pytest.raises(CommandError, match=f"--{name.replace('_', '-')}"):
        setup(**{name: None})
    assert not Site.objects.filter(hostname="samal.example").exists()


@pytest.mark.django_db
def test_name_too_long_for_its_place_is_refused():
    with pytest.raises(CommandError, match="at most 60"):
        setup(short_name_ru="я" * 61)


class PermissionTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.branches = {"one": BranchFactory(), "two": BranchFactory()}
        for branch in cls.branches.values():
            equip_branch(branch)

    def member(self, group: Group) -> User:
        user = User.objects.create_user(f"member-of-{group.pk}")
        user.groups.add(group)
        return user

    def editable(self, user: User) -> set[int]:
        found = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
        return set(found.values_list("pk", flat=True))

    def test_editor_may_edit_and_publish_every_page_in_both_languages(self):
        user = self.member(editors_group())
        pages = Page.objects.filter(depth__gt=1)
        self.assertEqual({page.locale.language_code for page in pages}, {"kk", "ru"})
        self.assertEqual(self.editable(user), set(pages.values_list("pk", flat=True)))
        for page in HomePage.objects.all():
            permissions = page.permissions_for_user(user)
            self.assertTrue(permissions.can_publish() and permissions.can_add_subpage())

    def test_editor_reaches_the_admin_but_not_the_users(self):
        self.client.force_login(self.member(editors_group()))
        self.assertEqual(self.client.get("/admin/").status_code, 200)
        self.assertNotEqual(self.client.get("/admin/users/").status_code, 200)

    def test_branch_edits_its_own_pages_only(self):
        branch = self.branches["one"]
        user = self.member(branch.group)
        own = BranchPage.objects.filter(branch=branch)
        self.assertEqual(self.editable(user), set(own.values_list("pk", flat=True)))
        for page in own:
            self.assertTrue(page.permissions_for_user(user).can_add_subpage())
        other = BranchPage.objects.filter(branch=self.branches["two"]).first()
        self.client.force_login(user)
        self.assertEqual(self.client.get(f"/admin/pages/{own[0].pk}/edit/").status_code, 200)
        self.assertNotEqual(self.client.get(f"/admin/pages/{other.pk}/edit/").status_code, 200)

    def test_branch_may_not_touch_the_catalogue(self):
        user = self.member(self.branches["one"].group)
        self.assertFalse(user.has_perm("catalogue.change_record"))
