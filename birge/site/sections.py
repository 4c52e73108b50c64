"""The sections of a library's site, in both languages (docs/glossary.md)."""

from __future__ import annotations

from dataclasses import dataclass

MENU = "menu"
READER = "reader"
LIBRARY = "library"


@dataclass(frozen=True)
class Section:
    """A page right below the home page: its Latin slug, its names, and where it is linked from."""

    slug: str
    kk: str
    ru: str
    place: str
    page_type: str = "content"
    target: str = ""
    lists_children: bool = False
    dates_children: bool = False


SECTIONS = (
    Section(
        "electronic-catalogue",
        "Электрондық каталог",
        "Электронный каталог",
        MENU,
        "catalogue",
        "catalogue",
    ),
    Section("new-arrivals", "Жаңа түсімдер", "Новые поступления", READER, "catalogue", "new"),
    Section("collections", "Топтамалар", "Подборки", MENU, lists_children=True),
    Section("popular", "Танымал кітаптар", "Популярная коллекция", MENU),
    Section("together", "Қорды бірге толықтырамыз", "Комплектуем фонд вместе", MENU),
    Section("booktrailers", "Буктрейлерлер", "Буктрейлеры", READER, lists_children=True),
    Section("events", "Афиша", "Афиша", MENU, lists_children=True),
    Section("clubs", "Клубтар мен үйірмелер", "Клубы и кружки", READER, lists_children=True),
    Section("children", "Балаларға", "Детям", MENU),
    Section("local-history", "Өлкетану", "Краеведение", MENU),
    Section("services", "Қызметтер (ақылы да)", "Услуги (и платные)", READER),
    Section("surveys", "Сауалнамалар", "Опросы", READER),
    Section("about", "Кітапхана туралы", "О библиотеке", MENU, lists_children=True),
    Section("branches", "Филиалдар", "Филиалы", LIBRARY, "branches"),
    Section("projects", "Жобалар", "Проекты", LIBRARY, lists_children=True),
    Section("news", "Жаңалықтар", "Новости", LIBRARY, lists_children=True, dates_children=True),
    Section("contacts", "Байланыс", "Контакты", LIBRARY),
)
