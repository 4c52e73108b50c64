"""What every answer says beside its words: policies, caching, robots; and who may have which file."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import Client, TestCase
from wagtail.models import Collection, CollectionViewRestriction

from birge.catalogue.choices import RecordStatus
from birge.core.models import LibraryDocument
from tests.factories.catalogue import HoldingFactory, RecordFactory
from tests.factories.site import make_page, make_site


def directives(response) -> dict[str, str]:
    parts = (each.strip() for each in response["Content-Security-Policy"].split(";"))
    return dict(part.partition(" ")[::2] for part in parts if part)


class PageHeaderTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        site = make_site()
        cls.page = make_page(site.root_page)
        cls.record = HoldingFactory(record=RecordFactory(annotation="Роман")).record

    def addresses(self, language: str) -> list[tuple[str, int]]:
        """A page of each kind and how it answers."""
        here = f"/{language}"
        other = "ru" if language == "kk" else "kk"
        return [
            (f"{here}/", 200),
            (f"{here}/search/", 200),
            (f"{here}/search/?q=абай", 200),
            (f"{here}/catalogue/{self.record.public_id}/", 200),
            (f"{here}/about/", 200),
            (f"{here}/branches/", 200),
            (f"{here}/reading/", 200),
            (f"{here}/nowhere/", 404),
            (f"{here}/search/?q=%00", 400),
            (f"/{other}/untranslated/{self.page.pk}/", 200 if other == "ru" else 302),
        ]

    def answers(self) -> list[HttpResponse]:
        found = []
        for language in ("kk", "ru"):
            for url, status in self.addresses(language):
                response = Client().get(url)
                self.assertEqual(response.status_code, status, url)
                found.append(response)
        return found

    def test_pages_and_api_are_compressed_for_who_can_read_that(self):
        for url in ("/kk/", "/kk/search/?q=абай", "/api/v3/openapi.json"):
            with self.subTest(url):
                response = Client().get(url, headers={"accept-encoding": "gzip"})
                self.assertEqual(response.headers.get("Content-Encoding"), "gzip")
                self.assertIn("Accept-Encoding", response.headers["Vary"])
                self.assertNotIn("Content-Encoding", Client().get(url).headers)

    def test_content_security_policy_lets_nothing_in_from_elsewhere(self):
        for response in self.answers():
            policy = directives(response)
            self.assertEqual(policy["default-src"], "'self'")
            self.assertEqual(policy["object-src"], "'none'")
            self.assertIn(policy["frame-ancestors"], ("'none'", "'self'"))
            self.assertEqual(policy["form-action"], "'self'")
            self.assertEqual(policy["base-uri"], "'self'")
            self.assertNotIn("unsafe", response["Content-Security-Policy"])

    def test_pages_need_no_exception_from_the_policy(self):
        for response in self.answers():
            text = response.content.decode()
            self.assertNotRegex(text, r"<script(?![^>]*(?:src=|type=.application/ld\+json))")
            self.assertNotRegex(text, r"<style|\sstyle=|\son[a-z]+=\"")

    def test_other_policies_are_named(self):
        for response in self.answers():
            self.assertEqual(response["X-Content-Type-Options"], "nosniff")
            self.assertEqual(response["Referrer-Policy"], "same-origin")
            if response.status_code != 400:  # refused before most of the site has seen it
                self.assertIn(response["X-Frame-Options"], ("DENY", "SAMEORIGIN"))
            self.assertEqual(response["Cross-Origin-Opener-Policy"], "same-origin")
            for name in ("camera", "geolocation", "microphone"):
                self.assertIn(f"{name}=()", response["Permissions-Policy"])

    def test_first_visit_gets_no_cookie(self):
        for response in self.answers():
            self.assertFalse(response.cookies)
            self.assertNotIn("Set-Cookie", response)

    def test_language_of_the_page_is_said(self):
        for language in ("kk", "ru"):
            self.assertEqual(self.client.get(f"/{language}/")["Content-Language"], language)

    def test_way_in_differs_by_browser_and_remembered_choice(self):
        vary = self.client.get("/")["Vary"]
        self.assertIn("Accept-Language", vary)
        self.assertIn("Cookie", vary)

    def test_robots_are_kept_from_what_repeats_a_page(self):
        record = f"/kk/catalogue/{self.record.public_id}"
        for url in (
            "/kk/search/?q=абай",
            "/kk/search/?language=kaz",
            f"/ru/untranslated/{self.page.pk}/",
            f"{record}.json",
            f"{record}.ris",
            f"{record}.bib",
        ):
            with self.subTest(url):
                self.assertIn("noindex", self.client.get(url)["X-Robots-Tag"])

    def test_robots_are_welcome_on_what_a_reader_looks_for(self):
        for url in ("/kk/", "/kk/search/", "/kk/about/", f"/kk/catalogue/{self.record.public_id}/"):
            with self.subTest(url):
                response = self.client.get(url)
                self.assertNotIn("X-Robots-Tag", response)
                self.assertNotContains(response, 'content="noindex')

    def test_record_that_is_gone_keeps_its_page_but_not_in_search_engines(self):
        self.record.status = RecordStatus.WITHDRAWN
        self.record.save()
        response = self.client.get(self.record.get_absolute_url())
        self.assertContains(response, self.record.title)
        self.assertEqual(response["X-Robots-Tag"], "noindex")

    def test_files_of_a_record_are_downloads(self):
        for extension in ("ris", "bib"):
            response = self.client.get(f"/kk/catalogue/{self.record.public_id}.{extension}")
            self.assertIn("attachment", response["Content-Disposition"])
            self.assertEqual(response["X-Content-Type-Options"], "nosniff")


class FileTests(TestCase):
    """Documents are private until Wagtail's view has asked who may read them."""

    WORDS = b"who borrowed what"

    @classmethod
    def setUpTestData(cls):
        make_site()
        cls.private = Collection.get_first_root_node().add_child(name="Қызметкерлер")
        CollectionViewRestriction.objects.create(collection=cls.private, restriction_type="login")

    def document(self, collection: Collection | None = None) -> LibraryDocument:
        found = LibraryDocument(
            title="Есеп",
            collection=collection or Collection.get_first_root_node(),
            file=ContentFile(self.WORDS, name="report.txt"),
        )
        found.save()
        self.addCleanup(found.file.delete, save=False)
        return found

    def test_bytes_lie_outside_the_public_folder(self):
        place = Path(self.document().file.path)
        self.assertFalse(place.is_relative_to(settings.MEDIA_ROOT))
        self.assertTrue(place.is_relative_to(settings.STORAGES["private"]["OPTIONS"]["location"]))

    def test_no_public_address_leads_to_the_bytes(self):
        document = self.document()
        for url in (
            f"/media/{document.file.name}",
            f"/media/../private/{document.file.name}",
            f"/media/%2e%2e/private/{document.file.name}",
            f"/media/{document.file.path}",
            f"/static/{document.file.name}",
        ):
            with self.subTest(url):
                self.assertIn(self.client.get(url).status_code, (400, 404))

    def test_document_for_everybody_is_served_by_the_view(self):
        document = self.document()
        response = self.client.get(document.url)
        self.assertEqual(response.status_code, 200)
        self.assertEqual(b"".join(response), self.WORDS)
        self.assertEqual(response["X-Content-Type-Options"], "nosniff")

    def test_document_of_a_private_collection_is_kept_from_strangers(self):
        response = self.client.get(self.document(self.private).url)
        self.assertIn(response.status_code, (302, 403))
        self.assertNotIn(self.WORDS, response.content)

    def test_document_under_another_name_is_not_found(self):
        document = self.document(self.private)
        self.assertEqual(self.client.get(f"/documents/{document.pk}/x.txt").status_code, 404)


@pytest.mark.django_db
def test_errors_show_no_debug_page(client):
    make_site()
    assert settings.DEBUG is False
    text = client.get("/kk/nowhere/").content.decode()
    assert "urlpatterns" not in text
    assert "DEBUG" not in text
