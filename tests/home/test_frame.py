"""What stands around every page."""

from bs4 import BeautifulSoup
from django.test import TestCase
from wagtail.models import Locale, PageViewRestriction

from birge.home.models import FooterLink, LibraryProfile, SocialProfile
from tests.factories.site import make_page, make_site, translate


class FrameTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.home = cls.site.root_page.specific

    def soup(self, url: str, status: int = 200) -> BeautifulSoup:
        response = self.client.get(url)
        self.assertEqual(response.status_code, status)
        return BeautifulSoup(response.content, "html.parser")

    def language_link(self, url: str, language: str, status: int = 200):
        return self.soup(url, status).select_one(f".langs a[hreflang={language}]")

    def test_page_says_its_language(self):
        self.assertEqual(self.soup("/kk/").html["lang"], "kk")
        self.assertEqual(self.soup("/ru/").html["lang"], "ru")

    def test_home_is_called_by_the_library_s_name_and_kind(self):
        kinds = {"kk": "қалалық кітапханасы", "ru": "городская библиотека"}
        for text in LibraryProfile.objects.get().texts.select_related("locale"):
            text.short_name = "Көкжиек"
            text.kind = kinds[text.locale.language_code]
            text.save()
        titles = {code: self.soup(f"/{code}/").title.get_text(strip=True) for code in kinds}
        self.assertEqual(
            titles,
            {"kk": "Көкжиек қалалық кітапханасы", "ru": "Көкжиек – городская библиотека"},
        )

    def test_languages_are_named_in_themselves(self):
        names = [link.get_text(strip=True) for link in self.soup("/ru/").select(".langs a")]
        self.assertEqual(names, ["Қазақша", "Русский"])

    def test_switcher_keeps_the_reader_on_the_counterpart(self):
        translate(make_page(self.home), "Правила")
        self.assertEqual(self.language_link("/kk/rules/", "ru")["href"], "/ru/rules/")

    def test_switcher_keeps_what_was_searched(self):
        link = self.language_link("/kk/search/?q=абай&sort=year", "ru")
        self.assertTrue(link["href"].startswith("/ru/search/?q="))
        self.assertIn("sort=year", link["href"])

    def test_switcher_leads_to_the_offer_where_there_is_no_counterpart(self):
        page = make_page(self.home)
        link = self.language_link("/kk/rules/", "ru")
        self.assertEqual(link["href"], f"/ru/untranslated/{page.pk}/")
        self.assertEqual(self.soup(link["href"]).html["lang"], "ru")

    def test_alias_with_the_other_languages_text_is_no_counterpart(self):
        page = make_page(self.home)
        page.copy_for_translation(Locale.objects.get(language_code="ru"), alias=True)
        link = self.language_link("/kk/rules/", "ru")
        self.assertEqual(link["href"], f"/ru/untranslated/{page.pk}/")

    def test_switcher_of_a_missing_page_leads_home(self):
        self.assertEqual(self.language_link("/kk/nothing/", "ru", 404)["href"], "/ru/")

    def test_alternates_name_only_languages_the_page_is_in(self):
        make_page(self.home)
        self.assertEqual(self.soup("/kk/rules/").select("link[rel=alternate][hreflang=ru]"), [])

    def test_alternates_name_each_other_and_a_default(self):
        translate(make_page(self.home), "Правила")
        for url in ("/kk/rules/", "/ru/rules/"):
            found = {
                link["hreflang"]: link["href"]
                for link in self.soup(url).select("link[rel=alternate][hreflang]")
            }
            self.assertEqual(
                found,
                {
                    "kk": "http://testserver/kk/rules/",
                    "ru": "http://testserver/ru/rules/",
                    "x-default": "http://testserver/kk/rules/",
                },
            )

    def test_canonical_is_the_sites_own_address_without_the_query(self):
        link = self.soup("/kk/about/?utm_source=x").select_one("link[rel=canonical]")
        self.assertEqual(link["href"], "http://testserver/kk/about/")

    def test_menu_comes_from_the_page_tree(self):
        make_page(self.home, "Оқырманға", "readers", show_in_menus=True)
        make_page(self.home, "Көрінбейді", "hidden")
        words = [link.get_text(strip=True) for link in self.soup("/kk/").select(".mainnav a")]
        self.assertIn("Оқырманға", words)
        self.assertNotIn("Көрінбейді", words)

    def test_private_page_is_in_no_menu(self):
        page = make_page(self.home, "Қызметкерлерге", "staff", show_in_menus=True)
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        self.assertNotIn("Қызметкерлерге", self.soup("/kk/").get_text())

    def test_menu_marks_where_the_reader_is(self):
        link = self.soup("/ru/about/").select_one(".mainnav a[aria-current]")
        self.assertEqual(link.get_text(strip=True), "О библиотеке")

    def test_footer_says_who_the_library_is(self):
        LibraryProfile.objects.update(bin="940740000179")
        text = self.soup("/ru/").select_one("footer").get_text()
        self.assertIn("Городская библиотека «Сынақ»", text)
        self.assertIn("940740000179", text)

    def test_footer_links_are_in_the_readers_language(self):
        self.assertIsNotNone(self.soup("/ru/").select_one('footer a[href="/ru/services/"]'))

    def test_footer_leaves_out_what_is_not_in_the_language_yet(self):
        page = make_page(self.home)
        FooterLink.objects.create(
            profile=LibraryProfile.objects.get(), page=page.page_ptr, column="reader", sort_order=99
        )
        self.assertIsNotNone(self.soup("/kk/").select_one('footer a[href="/kk/rules/"]'))
        self.assertIsNone(self.soup("/ru/").select_one('footer a[href*="rules"]'))

    def test_social_profiles_are_linked(self):
        SocialProfile.objects.create(
            profile=LibraryProfile.objects.get(),
            name="Instagram",
            url="https://instagram.example/x",
        )
        self.assertIsNotNone(self.soup("/kk/").select_one('footer a[href*="instagram.example"]'))
