"""What the home page of the demonstration shows below the new arrivals."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shelf:
    """A few books side by side, in any mix of languages."""

    title_kk: str
    title_ru: str
    books: tuple[str, ...]


SHELVES = (
    Shelf(
        "Көшпенділер әлемі",
        "Мир кочевников",
        ("qahar", "kochevniki", "qobylandy", "altyn-orda", "urker", "baipakov"),
    ),
    Shelf(
        "Отбасымен оқимыз",
        "Читаем всей семьёй",
        ("kishkentai-khanzada", "karlsson", "qozha-kk", "er-tostik", "pippi", "aldar-kose-kk"),
    ),
)

JOIN_KK = (
    "Оқырман билетін рәсімдеңіз",
    "Жеке куәлікпен келсеңіз болды: он минутта және тегін.",
    "Қалай жазылуға болады",
)
JOIN_RU = (
    "Запишитесь в библиотеку",
    "Нужно только удостоверение личности: десять минут и бесплатно.",
    "Как записаться",
)
