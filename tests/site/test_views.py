"""The way in, the reader's settings, the honest switcher, health."""

import pytest
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.test import TestCase
from wagtail.models import PageViewRestriction

from tests.factories.site import make_page, make_site, translate


class WayInTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_site()

    def test_bare_address_leads_to_the_browsers_language(self):
        response = self.client.get("/", headers={"accept-language": "ru"})
        self.assertRedirects(response, "/ru/", fetch_redirect_response=False)
        self.assertIn("Accept-Language", response["Vary"])
        self.assertIn("Cookie", response["Vary"])

    def test_bare_address_leads_to_the_remembered_language(self):
        self.client.get("/ru/", headers={"referer": "http://testserver/kk/"})
        response = self.client.get("/", headers={"accept-language": "kk"})
        self.assertRedirects(response, "/ru/", fetch_redirect_response=False)

    def test_country_code_leads_to_the_language_with_path_and_query(self):
        response = self.client.get("/kz/search/?q=абай")
        self.assertEqual(response.status_code, 301)
        self.assertTrue(response["Location"].startswith("/kk/search/?q="))

    def test_country_code_never_leads_to_another_host(self):
        response = self.client.get("/kz//evil.example/")
        self.assertEqual(response["Location"], "/kk/evil.example/")

    def test_first_visit_sets_no_cookie(self):
        self.assertFalse(self.client.get("/kk/").cookies)

    def test_missing_page_is_a_404_in_the_readers_language(self):
        for language, words in (("kk", "Бет табылмады"), ("ru", "Страница не найдена")):
            response = self.client.get(f"/{language}/no-such-page/")
            self.assertContains(response, words, status_code=404)

    def test_robots_name_the_sitemap_and_keep_out_of_the_admin(self):
        text = self.client.get("/robots.txt").content.decode()
        self.assertIn("Disallow: /admin/", text)
        self.assertIn("/sitemap.xml", text)

    def test_sitemap_lists_pages_of_both_languages(self):
        text = self.client.get("/sitemap.xml").content.decode()
        self.assertIn("<loc>http://testserver/kk/about/</loc>", text)
        self.assertIn("<loc>http://testserver/ru/about/</loc>", text)


class ReadingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_site()

    def send(self, **fields):
        origin = fields.pop("origin", "http://testserver")
        headers = {"origin": origin} if origin else {}
        return self.client.post("/kk/reading/", fields, headers=headers)

    def test_choices_come_back_as_attributes_of_every_page(self):
        response = self.send(size="150", scheme="beige", next="/kk/about/")
        self.assertRedirects(response, "/kk/about/")
        page = self.client.get("/ru/")
        self.assertContains(page, 'data-size="150"')
        self.assertContains(page, 'data-scheme="beige"')
        self.assertNotContains(page, "data-spacing")

    def test_empty_choices_bring_back_the_usual_look(self):
        self.send(size="150")
        self.send()
        self.assertNotContains(self.client.get("/kk/"), "data-size")

    def test_unknown_choice_is_refused(self):
        self.assertEqual(self.send(size="9000").status_code, 400)

    def test_form_of_another_site_is_refused(self):
        for origin in ("https://evil.example", ""):
            self.assertEqual(self.send(size="150", origin=origin).status_code, 403)

    def test_reader_is_never_sent_to_another_site(self):
        response = self.send(next="https://evil.example/")
        self.assertEqual(response["Location"], "/kk/")

    def test_broken_cookie_counts_as_none(self):
        self.client.cookies["birge_reading"] = "150.<b>.x"
        self.assertNotContains(self.client.get("/kk/"), "data-size")


class UntranslatedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        site = make_site()
        cls.page = make_page(site.root_page, "Ережелер")

    def url(self, language="ru"):
        return f"/{language}/untranslated/{self.page.pk}/"

    def test_offer_names_the_page_and_leads_to_it(self):
        response = self.client.get(self.url())
        self.assertContains(response, "Ережелер")
        self.assertContains(response, 'href="/kk/rules/"')
        self.assertEqual(response["X-Robots-Tag"], "noindex")

    def test_counterpart_made_since_is_shown_instead(self):
        translate(self.page, "Правила")
        self.assertRedirects(self.client.get(self.url()), "/ru/rules/")

    def test_way_back_to_the_language_it_is_in_leads_to_the_page(self):
        self.assertRedirects(self.client.get(self.url("kk")), "/kk/rules/")

    def test_private_page_is_not_even_named(self):
        PageViewRestriction.objects.create(page=self.page, restriction_type="login")
        self.assertEqual(self.client.get(self.url()).status_code, 404)

    def test_draft_is_not_even_named(self):
        self.page.unpublish()
        self.assertEqual(self.client.get(self.url()).status_code, 404)

    def test_page_without_an_address_is_not_offered(self):
        root = self.page.get_root()
        for language in ("kk", "ru"):
            response = self.client.get(f"/{language}/untranslated/{root.pk}/")
            self.assertEqual(response.status_code, 404)


@pytest.mark.django_db
def test_health_asks_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").content == b"ok"


@pytest.mark.django_db
def test_readiness_names_each_dependency(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": True, "cache": True}


@pytest.mark.django_db
def test_readiness_fails_when_the_database_does(client, monkeypatch):
    def broken():
        raise DatabaseError("gone")

    monkeypatch.setattr(connection, "cursor", broken)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] is False


@pytest.mark.django_db
def test_readiness_fails_when_the_cache_does(client, monkeypatch):
    def broken(*args, **kwargs):
        raise OSError("gone")

    monkeypatch.setattr(cache, "set", broken)
    assert client.get("/readyz").status_code == 503
