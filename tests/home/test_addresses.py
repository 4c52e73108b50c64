"""Addresses in Latin letters from Kazakh and Russian titles."""

import json

import pytest
from django.test import TestCase

from birge.home.addresses import LETTERS, PLAIN, free_slug, latin_slug, slug_input
from birge.home.models import ContentPage
from birge.home.models.base import LATIN_SLUG
from tests.factories.site import make_page, make_site


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Жаңа үйірме", "zhana-uiirme"),
        ("Оқу залы", "oqu-zaly"),
        ("Щука & ёж: часть 2!", "shchuka-iozh-chast-2"),
        ("ҚОБЫЗ — Café", "qobyz-cafe"),
        ("???", ""),
        ("图书馆", ""),
    ],
)
def test_title_is_written_in_latin_letters(title, slug):
    assert latin_slug(title) == slug


def test_every_letter_has_its_latin_ones_and_long_titles_are_cut():
    assert {letter for letter, plain in PLAIN.items() if not plain} == {"ъ", "ь"}
    assert LATIN_SLUG.fullmatch(latin_slug(LETTERS))
    assert LATIN_SLUG.fullmatch(latin_slug("Ұзақ атау " * 40))
    assert len(latin_slug("Ұзақ атау " * 40)) <= 80


def test_browser_is_told_the_same_letters():
    told = json.loads(slug_input().attrs["data-w-slug-formatters-value"])
    assert [["[жЖ]", "gu"], "zh"] in told
    assert len(told) == len(LETTERS)


class FillingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.home = make_site().root_page.specific

    def test_page_without_an_address_gets_one_that_is_free(self):
        first = make_page(self.home, "Жаңа үйірме", "")
        second = make_page(self.home, "Жаңа үйірме", "")
        nameless = make_page(self.home, "图书馆", "")
        self.assertEqual(first.slug, "zhana-uiirme")
        self.assertEqual(second.slug, "zhana-uiirme-2")
        self.assertEqual(nameless.slug, "page")

    def test_address_of_the_site_itself_is_not_taken(self):
        self.assertEqual(free_slug("search", self.home), "search-2")
        self.assertEqual(make_page(self.home, "Search", "").slug, "search-2")

    def test_address_that_is_written_stays(self):
        page = ContentPage.objects.get(pk=make_page(self.home, "Жаңа", "own").pk)
        page.title = "Басқа"
        page.save()
        self.assertEqual(page.slug, "own")
