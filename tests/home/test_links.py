"""Links that editors make lead to the reader's language, and cost the same however many."""

from __future__ import annotations

import uuid

from django.test import TestCase
from django.utils.translation import override
from wagtail.rich_text import expand_db_html

from birge.home.links import in_readers_language
from tests.factories.site import make_page, make_site, translate


def link(page_id: object) -> str:
    return f'<p><a linktype="page" id="{page_id}">сілтеме</a></p>'


class LinkTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = make_site().root_page.specific
        cls.page = make_page(cls.home, "Көмек", "help")
        cls.translation = translate(cls.page, "Помощь")
        cls.lonely = make_page(cls.home, "Тек қазақша", "only-kk")

    def test_leads_to_the_counterpart(self):
        with override("ru"):
            self.assertIn('href="/ru/help/"', expand_db_html(link(self.page.pk)))

    def test_leads_to_the_page_itself_in_its_own_language(self):
        with override("kk"):
            self.assertIn('href="/kk/help/"', expand_db_html(link(self.page.pk)))

    def test_leads_to_the_other_language_where_there_is_no_counterpart(self):
        with override("ru"):
            self.assertIn('href="/kk/only-kk/"', expand_db_html(link(self.lonely.pk)))

    def test_a_counterpart_in_draft_is_none(self):
        self.translation.unpublish()
        with override("ru"):
            self.assertIn('href="/kk/help/"', expand_db_html(link(self.page.pk)))

    def test_a_page_that_is_gone_leads_nowhere(self):
        for each in ("999999", "x", "9" * 30, "²"):
            with self.subTest(each):
                self.assertEqual(expand_db_html(link(each)), "<p><a>сілтеме</a></p>")

    def test_one_query_for_any_number_of_links(self):
        with override("ru"), self.assertNumQueries(1):
            in_readers_language([self.page.pk, self.lonely.pk, self.home.pk])

    def test_a_button_leads_to_the_counterpart(self):
        self.lonely.body = [
            {
                "type": "call_to_action",
                "id": str(uuid.uuid4()),
                "value": {
                    "title": "Т",
                    "text": "",
                    "link_text": "С",
                    "page": self.page.pk,
                    "url": "",
                },
            }
        ]
        self.lonely.save_revision().publish()
        translation = translate(self.lonely, "Теперь и по-русски")
        self.assertContains(self.client.get(translation.url), 'class="btn" href="/ru/help/"')
