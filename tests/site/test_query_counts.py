"""A page nobody has asked for yet takes the same queries however much it shows, and few of them.

The cache is emptied before the count. Known are content types, which a process asks for once in
its life, and the roots of sites, which Wagtail asks for once an hour or after a site is saved.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site

from birge.catalogue.models import Branch, Closure, Holiday, Record
from birge.catalogue.services import save_record
from birge.catalogue.services.belongings import equip_branch
from birge.core.models import LibraryDocument, LibraryImage
from birge.home.models import BranchesPage, BranchPage, FooterLink, HomePage, LibraryProfile
from birge.search.engines import sqlite
from tests.factories.catalogue import (
    AgentFactory,
    BranchFactory,
    HoldingFactory,
    RecordFactory,
    open_daily,
)
from tests.factories.site import make_page, make_site, translate

#: The engines of the two databases ask their own questions; all others are the same on both.
on_both = pytest.mark.database

FEW, MANY = 2, 20
HOME, SEARCH, RECORD, CONTENT, BRANCHES, BRANCH, LIST = 20, 12, 15, 15, 20, 20, 8


def cold_queries(url: str) -> list[str]:
    """The queries of one request after everything that remembers has been emptied."""
    cache.clear()  # pictures of an earlier test, rolled back since, are remembered here
    assert Client().get(url).status_code == 200  # pictures are resized
    cache.clear()
    Site.get_site_root_paths()
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert Client().get(url).status_code == 200
    return [query["sql"] for query in found.captured_queries]


def block(kind: str, value: object) -> dict:
    return {"type": kind, "id": str(uuid.uuid4()), "value": value}


def items(values: list) -> list[dict]:
    return [{"type": "item", "id": str(uuid.uuid4()), "value": value} for value in values]


class Library:
    """A library of some size; `grow` makes it larger."""

    def __init__(self) -> None:
        self.site = make_site()
        self.home = self.site.root_page.specific
        self.branches_page = BranchesPage.objects.child_of(self.home).get()
        self.branches: list[Branch] = []
        self.records: list[Record] = []
        self.author = AgentFactory(name="Әуезов, Мұхтар")
        self.record = RecordFactory(title="Абай жолы", authors=[self.author])
        image = get_image_model()
        self.image = image.objects.create(title="Зал", file=get_test_image_file())
        self.document = LibraryDocument.objects.create(
            title="Ереже", file=ContentFile(b"words", name="rules.txt")
        )
        self.page = make_page(self.home, "Көмек", "help", lists_children=True)
        translate(self.page, "Помощь")

    def grow(self, number: int) -> None:
        for _ in range(number):
            self._branch()
            self._record()
            self._pages()
        self._crowd_the_record()
        Holiday.objects.create(
            month=5, day=Holiday.objects.count() + 1, name_kk="Мереке", name_ru="Праздник"
        )

    def _branch(self) -> None:
        branch = BranchFactory(phone="+7 700 000 00 01", email="a@b.example")
        open_daily(branch, "09:00", "19:00")
        equip_branch(branch)
        page = BranchPage.objects.get(branch=branch, locale=self.home.locale)
        today = timezone.localdate()
        Closure.objects.create(
            branch=branch,
            starts=today,
            ends=today + datetime.timedelta(3),
            reason_kk="Жөндеу",
            reason_ru="Ремонт",
        )
        page.body = [block("text", "<p>Кіреберіс ауладан.</p>")]
        page.save_revision().publish()
        self.branches.append(branch)

    def _record(self) -> None:
        number = len(self.records)
        record = RecordFactory(
            title=f"Абай {number}", authors=[self.author], cover=self._cover(number)
        )
        HoldingFactory(record=record, branch=self.branches[-1])
        HoldingFactory(record=record, branch=self.branches[0])
        self.records.append(record)

    def _cover(self, number: int) -> LibraryImage | None:
        """Of every other record."""
        if number % 2:
            return None
        file = get_test_image_file(filename=f"cover-{number}.png")
        return LibraryImage.objects.create(title="Мұқаба", file=file)

    def _crowd_the_record(self) -> None:
        for branch in self.branches[:]:
            HoldingFactory(record=self.record, branch=branch)
        self.record.subjects = [f"Тақырып {number}" for number in range(len(self.branches))]
        save_record(self.record)

    def _pages(self) -> None:
        number = Page.objects.count()
        make_page(self.page, f"Бет {number}", f"child-{number}")
        section = make_page(self.home, f"Бөлім {number}", f"s-{number}", show_in_menus=True)
        profile = LibraryProfile.objects.get(site=self.site)
        FooterLink.objects.create(
            profile=profile, page=section.page_ptr, column="library", sort_order=number
        )

    def fill(self, page: Page, times: int) -> None:
        """Puts `times` of every kind of block on the page."""
        page = type(page).objects.get(pk=page.pk)
        page.body = [each for _ in range(times) for each in self.blocks()]
        page.save_revision().publish()

    def blocks(self) -> list[dict]:
        picture = {"image": self.image.pk, "alt": "Зал", "caption": ""}
        branch = self.branches[0].pk
        ids = [record.pk for record in self.records]
        link = f'<p><a linktype="page" id="{self.page.pk}">Көмек</a></p>'
        file = f'<p><a linktype="document" id="{self.document.pk}">Ереже</a></p>'
        partner = {"name": "Мектеп", "url": "", "logo": self.image.pk, "text": ""}
        return [
            block("heading", "Тақырып"),
            block("text", link),
            block("text", file),
            block(
                "faq",
                {"title": "", "questions": items([{"question": "Қалай?", "answer": link}] * 2)},
            ),
            block("image", picture),
            block("gallery", {"title": "", "pictures": items([picture] * 3)}),
            block("quote", {"text": "Сөз", "source": ""}),
            block("records", {"title": "Кітаптар", "records": items(ids)}),
            block("hours", {"title": "", "branch": None}),
            block("hours", {"title": "", "branch": branch}),
            block("contacts", {"title": "", "branch": None}),
            block("contacts", {"title": "", "branch": branch}),
            block("partners", {"title": "", "partners": items([partner] * 2)}),
            block(
                "files",
                {"title": "", "files": items([{"document": self.document.pk, "title": ""}] * 2)},
            ),
            block(
                "audio",
                {"document": self.document.pk, "title": "Ән", "transcript": link},
            ),
            block(
                "call_to_action",
                {
                    "title": "Келіңіз",
                    "text": "",
                    "link_text": "Қалай",
                    "page": self.page.pk,
                    "url": "",
                },
            ),
        ]


class QueryCountTests(TestCase):
    """Few and many are counted in the same library, before and after it has grown."""

    maxDiff = None

    @classmethod
    def setUpTestData(cls):
        cls.library = Library()
        cls.library.grow(FEW)

    def check(self, url: str, most: int, grow: Callable[[], None] | None = None) -> None:
        few = cold_queries(url)
        if grow is None:
            self.library.grow(MANY - FEW)
        else:
            grow()
        many = cold_queries(url)
        self.assertEqual(len(few), len(many), "\n".join(["", *few, "", "many:", *many]))
        self.assertLessEqual(len(many), most, "\n".join(["", *many]))

    def test_home(self):
        self.check("/kk/", HOME)

    def test_home_with_shelves(self):
        home = HomePage.objects.get(pk=self.library.home.pk)
        home.body = [
            block("records", {"title": "Сөре", "records": items([self.library.records[0].pk])})
        ]
        home.save_revision().publish()
        self.check("/kk/", HOME)

    @on_both
    def test_search_of_everything(self):
        self.check("/kk/search/", SEARCH)

    @on_both
    def test_search_for_a_word(self):
        self.check("/kk/search/?q=абай", SEARCH)

    @on_both
    def test_search_with_filters(self):
        branch = self.library.branches[0].public_id
        self.check(f"/kk/search/?q=абай&language=kaz&branch={branch}&year_from=1950", SEARCH)

    @on_both
    def test_question_in_plain_words(self):
        self.check("/kk/search/?q=Абай+деген+кім+екен?", SEARCH)

    @on_both
    def test_search_of_a_misspelled_word(self):
        self.check("/kk/search/?q=обайй", SEARCH)

    @on_both
    def test_search_for_books_in_a_language(self):
        self.check("/kk/search/?q=абай+қазақша", SEARCH)
        self.check("/kk/search/?q=кітаптар+қазақша", SEARCH)
        self.check("/kk/search/?q=абай+корейше", SEARCH)
        self.check("/kk/search/?q=обайй+корейше", SEARCH)

    @on_both
    def test_search_in_an_order_of_its_own(self):
        self.check("/kk/search/?q=абай&sort=title&language=kaz", SEARCH)
        self.check("/kk/search/?q=Абай+деген+кім+екен?&sort=year", SEARCH)

    @on_both
    def test_search_in_latin_letters(self):
        self.check("/kk/search/?q=kitap+abay+zholy", SEARCH)
        self.check("/kk/search/?q=abai+dinozavr", SEARCH)

    @on_both
    def test_search_for_a_word_that_so_many_have_that_lists_are_read(self):
        for number in range(sqlite.FEW):
            RecordFactory(title=f"Абай {number}", authors=[self.library.author])
        for query in ("абай", "обайй", "абай+қазақша", "абай&language=kaz"):
            few = cold_queries(f"/kk/search/?q={query}")
            self.assertLessEqual(len(few), SEARCH, "\n".join(["", *few]))

    @on_both
    def test_search_that_finds_nothing(self):
        self.check("/kk/search/?q=динозавр", SEARCH)
        self.check("/kk/search/?q=Достоевский+Подросток+динозавр", SEARCH)
        self.check("/kk/search/?q=Достоевский+Подросток+динозавр+корейше", SEARCH)

    def test_record(self):
        self.check(self.library.record.get_absolute_url(), RECORD)

    def test_record_with_many_people(self):
        def grow():
            for _ in range(MANY):
                self.library.record.contributions.create(
                    agent=AgentFactory(),
                    role="trl",
                    position=self.library.record.contributions.count(),
                )

        self.check(self.library.record.get_absolute_url(), RECORD, grow)

    def test_content_page_with_children(self):
        self.check("/kk/help/", CONTENT)

    def test_content_page_with_every_block(self):
        self.library.fill(self.library.page, 1)

        def grow():
            self.library.fill(self.library.page, 10)

        self.check("/kk/help/", CONTENT, grow)

    def test_content_page_with_every_block_in_a_larger_library(self):
        self.library.fill(self.library.page, 1)

        def grow():
            self.library.grow(MANY - FEW)
            self.library.fill(self.library.page, 1)

        self.check("/kk/help/", CONTENT, grow)

    def test_content_page_with_every_block_in_russian(self):
        page = self.library.page.get_translations().get()
        self.library.fill(page, 1)

        def grow():
            self.library.fill(page, 10)

        self.check("/ru/help/", CONTENT, grow)

    def test_content_page_deep_in_the_tree(self):
        page, urls = self.library.page, []
        for number in range(6):
            page = make_page(page, f"Тарау {number}", f"part-{number}", show_in_menus=True)
            urls.append(page.get_url())
        few, many = cold_queries(urls[0]), cold_queries(urls[-1])
        self.assertEqual(len(few), len(many), "\n".join(["", *few, "", "many:", *many]))
        self.assertLessEqual(len(many), CONTENT)

    def test_branches_page(self):
        self.check("/kk/branches/", BRANCHES)

    def test_branch_page(self):
        page = BranchPage.objects.filter(locale__language_code="kk").first()
        self.check(page.get_url(), BRANCH)

    def test_api_list(self):
        self.check("/api/v3/records/?limit=50", LIST)

    def test_api_detail(self):
        self.check(f"/api/v3/records/{self.library.record.public_id}/", RECORD)

    def test_api_search(self):
        self.check("/api/v3/search/?q=абай&limit=50", SEARCH)
