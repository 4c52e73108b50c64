"""The demonstration with a page of every kind, and their addresses."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.core.files.base import ContentFile
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Site

from birge.catalogue.models import Record
from birge.core.models import LibraryDocument
from birge.home.models import BranchesPage, BranchPage, ContentPage, HomePage
from tests.factories.site import make_page, translate

WORDS = "Кітапхана оқырмандарды күтеді. Келіңіз!"


@dataclass(frozen=True)
class Library:
    """A site and what is on it."""

    url: str
    paths: dict[str, str]

    def address(self, kind: str, language: str = "kk") -> str:
        """The page of that kind in that language."""
        return f"{self.url}/{language}/{self.paths[kind]}"


def furnish(site: Site, url: str) -> Library:
    """Adds what the demonstration has no page for; returns an address of every kind."""
    home = HomePage.objects.get(pk=site.root_page_id)
    translate(_every_block(home), "Все блоки")
    alone = make_page(home, "Тек қазақша", "only-kazakh", lead=WORDS)
    branch = BranchPage.objects.filter(locale__language_code="kk").first()
    branches = BranchesPage.objects.get(locale__language_code="kk")
    record = _record_with_everything()
    return Library(
        url,
        {
            "home": "",
            "catalogue": "search/",
            "found": "search/?q=абай",
            "filtered": "search/?q=абай&language=kaz&year_from=1950",
            "nothing": "search/?q=щщщщщ",
            "refused": "search/?q=***",
            "record": f"catalogue/{record.public_id}/",
            "content": "every-block/",
            "section": "about/",
            "branches": f"{branches.slug}/",
            "branch": f"{branches.slug}/{branch.slug}/",
            "reading": "reading/",
            "missing": "no-such-page/",
            "untranslated": f"untranslated/{alone.pk}/",
        },
    )


def _record_with_everything() -> Record:
    """A record with an annotation, subjects and copies."""
    found = Record.objects.exclude(annotation="").filter(title="Абай жолы").first()
    return found or Record.objects.exclude(annotation="").order_by("pk")[0]


def _every_block(home: HomePage) -> ContentPage:
    page = make_page(home, "Барлық блоктар", "every-block", lead=WORDS)
    page.body = [
        {"type": kind, "id": str(uuid.uuid4()), "value": value} for kind, value in _blocks()
    ]
    page.save_revision().publish()
    return ContentPage.objects.get(pk=page.pk)


def _items(values: list) -> list[dict]:
    return [{"type": "item", "id": str(uuid.uuid4()), "value": value} for value in values]


def _blocks() -> list[tuple[str, object]]:
    image = get_image_model().objects.create(
        title="Зал", file=get_test_image_file(size=(1600, 900)), rights="Кітапхана мұрағаты"
    )
    document = LibraryDocument.objects.create(
        title="Ереже", file=ContentFile(b"words", name="rules.txt")
    )
    picture = {"image": image.pk, "alt": "Оқу залы", "caption": WORDS}
    records = list(Record.objects.order_by("pk").values_list("pk", flat=True)[:7])
    rows = [["Қызмет", "Бағасы", "Мерзімі"], ["Көшірме", "30 теңге", "бірден"]]
    table = {
        "data": rows,
        "cell": [],
        "mergeCells": [],
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "table_header_choice": "row",
        "table_caption": "",
    }
    return [
        ("heading", "Тақырып"),
        ("text", f"<p>{WORDS} <a href='/kk/about/'>Толығырақ</a></p><ul><li>Бір</li></ul>"),
        ("image", picture),
        ("gallery", {"title": "Суреттер", "pictures": _items([picture] * 4)}),
        ("quote", {"text": WORDS, "source": "Абай"}),
        ("table", {"title": "Бағалар", "table": table}),
        ("timeline", {"title": "Жылдар", "items": _items([_stage("1936"), _stage("2024")])}),
        (
            "key_figures",
            {"title": "Сандар", "figures": _items([{"number": "279", "label": "кітап"}])},
        ),
        ("records", {"title": "Кітаптар", "records": _items(records)}),
        ("hours", {"title": "Жұмыс уақыты", "branch": None}),
        ("contacts", {"title": "Байланыс", "branch": None}),
        (
            "partners",
            {"title": "Серіктестер", "partners": _items([_partner(image.pk), _partner(None)])},
        ),
        ("files", {"title": "Құжаттар", "files": _items([{"document": document.pk, "title": ""}])}),
        ("audio", {"document": document.pk, "title": "Ән", "transcript": f"<p>{WORDS}</p>"}),
        (
            "faq",
            {
                "title": "Сұрақтар",
                "questions": _items([{"question": "Қалай?", "answer": f"<p>{WORDS}</p>"}]),
            },
        ),
        (
            "call_to_action",
            {
                "title": "Жазылыңыз",
                "text": WORDS,
                "link_text": "Қалай",
                "page": None,
                "url": "/kk/",
            },
        ),
    ]


def _stage(date: str) -> dict:
    return {"date": date, "title": "Ашылуы", "text": WORDS}


def _partner(logo: int | None) -> dict:
    return {"name": "№ 5 мектеп", "url": "", "logo": logo, "text": WORDS}
