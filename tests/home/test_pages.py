"""Rules of pages: addresses, pictures, who may see what in which language."""

import pytest
from django.core.exceptions import ValidationError
from django.test import TestCase
from django.utils.translation import override
from wagtail.models import Page, PageViewRestriction

from birge.home.models import CataloguePage, ContentPage, LibraryProfile
from birge.home.models.base import RESERVED_SLUGS
from birge.home.visibility import visible
from birge.site.checks import check_reserved_slugs, first_words
from tests.factories.site import make_page, make_site, translate


class SlugTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = make_site().root_page.specific

    def clean(self, slug):
        page = ContentPage(title="Бет", slug=slug, locale=self.home.locale)
        page.full_clean(exclude=["path", "depth", "content_type", "translation_key"])

    def test_latin_slug_is_accepted(self):
        self.clean("oqu-zaly-2")

    def test_cyrillic_or_odd_slug_is_refused_with_what_to_write(self):
        for slug in ("оқу-залы", "Rules", "-a", "a--b", "a b"):
            with self.subTest(slug), self.assertRaises(ValidationError) as caught:
                self.clean(slug)
            self.assertIn("slug", caught.exception.message_dict)

    def test_address_of_a_view_is_refused(self):
        for slug in sorted(RESERVED_SLUGS):
            with self.subTest(slug), self.assertRaises(ValidationError):
                self.clean(slug)


def test_every_views_address_is_reserved():
    assert check_reserved_slugs(None) == []


def test_address_that_is_not_reserved_is_an_error(monkeypatch):
    monkeypatch.setattr("birge.site.checks.RESERVED_SLUGS", RESERVED_SLUGS - {"search"})
    assert [error.id for error in check_reserved_slugs(None)] == ["site.E001"]


def test_words_of_addresses_are_found_inside_the_languages():
    from birge.site.urls import urlpatterns

    assert {"search", "catalogue", "admin"} <= first_words(urlpatterns)


class VisibilityTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = make_site().root_page.specific
        cls.page = make_page(cls.home)

    def test_live_page_is_visible_without_a_query_of_its_own(self):
        with self.assertNumQueries(1):
            self.assertIn(self.page.page_ptr, list(visible(Page.objects.all())))

    def test_restriction_hides_a_page_and_all_below_it(self):
        below = make_page(self.page, slug="below")
        PageViewRestriction.objects.create(page=self.page, restriction_type="login")
        shown = set(visible(Page.objects.all()).values_list("pk", flat=True))
        self.assertNotIn(self.page.pk, shown)
        self.assertNotIn(below.pk, shown)
        self.assertIn(self.home.pk, shown)

    def test_page_whose_path_only_begins_alike_stays_visible(self):
        other = make_page(self.home, slug="other")
        PageViewRestriction.objects.create(page=self.page, restriction_type="login")
        self.assertIn(other.pk, visible(Page.objects.all()).values_list("pk", flat=True))

    def test_draft_is_hidden(self):
        self.page.unpublish()
        self.assertNotIn(self.page.pk, visible(Page.objects.all()).values_list("pk", flat=True))

    def test_list_is_live_public_and_in_the_language(self):
        translate(self.page, "Правила")
        make_page(self.home, slug="draft").unpublish()
        secret = make_page(self.home, slug="secret")
        PageViewRestriction.objects.create(page=secret, restriction_type="login")
        found = ContentPage.objects.listed("kk").filter(slug__in=["rules", "draft", "secret"])
        self.assertEqual([page.pk for page in found], [self.page.pk])


class CataloguePageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_site()

    def test_each_way_leads_into_the_catalogue(self):
        self.assertRedirects(self.client.get("/kk/electronic-catalogue/"), "/kk/search/")
        response = self.client.get("/ru/new-arrivals/")
        self.assertRedirects(response, "/ru/search/?sort=new", fetch_redirect_response=False)

    def test_menu_spares_the_redirect(self):
        with override("ru"):
            self.assertEqual(CataloguePage(target="catalogue").menu_url(), "/ru/search/")


@pytest.mark.django_db
def test_wrong_bin_is_refused():
    profile = LibraryProfile(site=make_site(), bin="123456789012")
    with pytest.raises(ValidationError) as caught:
        profile.clean()
    assert "bin" in caught.value.message_dict
