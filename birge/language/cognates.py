"""Kazakh names and what Russian makes of them, so that қазақ and казах are looked for as one word.

Russian took Kazakh names by ear and by older spellings: қ became х (қазақ, казах), ж became дж
(Жамбыл, Джамбул), е after a vowel э (Әуезов, Ауэзов), ы became и, у or nothing (Абылай, Аблай). No
rule tells which, so the commonest are listed: peoples, places, and persons whose books a library has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from birge.language import kazakh, numerals, russian
from birge.language.folding import fold

#: A Kazakh word, then the Russian words for it.
TABLE: Final = """
қазақ казах казахский казашка
қазақстан казахстан казахстанский казахстанец
қазақша по-казахски
қырғыз киргиз киргизский
қырғызстан киргизия кыргызстан
өзбек узбек узбекский
өзбекстан узбекистан
тәжік таджик таджикский
тәжікстан таджикистан
түрікмен туркмен туркменский
түрік турок турецкий
түркі тюрк тюркский
ұйғыр уйгур уйгурский
ноғай ногаец ногайский
қалмақ калмык калмыцкий
жоңғар джунгар джунгарский
моңғол монгол монгольский
моңғолия монголия
қыпшақ кипчак кыпчакский
алматы алма-ата алматинский алмаатинский
астана астана астанинский
жамбыл джамбул джамбульский жамбылский
қызылорда кзыл-орда кызылорда кызылординский
қарағанды караганда карагандинский
қостанай кустанай костанай кустанайский костанайский
көкшетау кокчетав кокшетау
ақтөбе актюбинск актюбе актюбинский
атырау гурьев атырау
орал уральск уральский
семей семипалатинск семипалатинский
өскемен усть-каменогорск
шымкент чимкент шымкент чимкентский
тараз джамбул тараз
жезқазған джезказган жезказган
екібастұз экибастуз
талдықорған талды-курган талдыкорган
түркістан туркестан туркестанский
маңғыстау мангышлак мангистау
жетісу семиречье жетысу
отырар отрар отырар
балқаш балхаш балхашский
алатау алатау алатауский
сырдария сырдарья
ертіс иртыш иртышский
есіл ишим есиль
жайық урал яик
бурабай боровое бурабай
әуезов ауэзов ауезов
мұхтар мухтар
абай абай
құнанбаев кунанбаев
құнанбайұлы кунанбаев
ыбырай ибрай ибрагим
алтынсарин алтынсарин
уәлиханов валиханов
шоқан чокан
сейфуллин сейфуллин
жансүгіров джансугуров жансугуров
майлин майлин
мұқанов муканов
мүсірепов мусрепов
жұмабаев жумабаев
байтұрсынов байтурсынов
дулатов дулатов
әлімжанов алимжанов
есенберлин есенберлин
мұртаза муртаза
мақатаев макатаев
сүлейменов сулейменов
нұрпейісов нурпеисов
құрманғазы курмангазы
сәтбаев сатпаев
қонаев кунаев
назарбаев назарбаев
тоқаев токаев
әл-фараби аль-фараби
абылай аблай абылай
кенесары кенесары
махамбет махамбет
шәкәрім шакарим
құдайбердіұлы кудайбердиев худайбердиев
жамбыл джамбул
мағжан магжан
ахмет ахмед ахмет
мұхаммед мухаммед магомет
жүсіп юсуф жусуп
ысқақ исхак
сүлеймен сулейман
наурыз науруз наурыз
құран коран
ораза ураза
бесбармақ бешбармак
қымыз кумыс
домбыра домбра
айтыс айтыс
киіз кошма
ауыл аул
ақсақал аксакал
хәрри гарри
"""


@cache
def _keys() -> dict[str, str]:
    """Return the key of the Kazakh word for the key of each Russian one."""
    found: dict[str, str] = {}
    for line in TABLE.split("\n"):
        own, *others = line.split() or [""]
        key = fold(kazakh.stem(own))
        for other in others:
            for theirs in russian.keys(other)[:1]:
                if theirs != key:
                    found[theirs] = key
    return found


def kazakh_key(russian_key: str) -> str:
    """Return the key of the Kazakh word that Russian wrote by ear, "" for other words."""
    return _keys().get(russian_key, "")


@cache
def _compounds() -> dict[str, dict[str, str]]:
    """Return the key of the one word by the keys of two that stand for it.

    Russian wrote some Kazakh names with a hyphen; numbers of two words are looked for in figures.
    """
    found: dict[str, dict[str, str]] = {}
    for line in TABLE.split("\n"):
        own, *others = line.split() or [""]
        for other in others:
            first, hyphen, second = other.partition("-")
            for key in _any_keys(first) if hyphen else ():
                ends = found.setdefault(key, {})
                ends.update(dict.fromkeys(_any_keys(second), fold(kazakh.stem(own))))
    for first, second, figures in numerals.pairs():
        for key in _any_keys(first):
            ends = found.setdefault(key, {})
            ends.update(dict.fromkeys(_any_keys(second), figures))
    return found


def _any_keys(word: str) -> set[str]:
    """Return the keys of a word in whichever language it is read."""
    return {*russian.keys(word), kazakh.stem_folded(word), fold(word)}


def compound_key(first: Iterable[str], second: Iterable[str]) -> str:
    """Return the one key for the keys of two neighbors: Алма-Ата is Алматы, «он екі» is 12."""
    compounds = _compounds()
    for key in first:
        if key in compounds:
            return next((compounds[key][end] for end in second if end in compounds[key]), "")
    return ""


def compound_keys(words: Sequence[tuple[str, ...]]) -> list[str]:
    """Return the keys for all such neighbors among the keys of words."""
    compounds = _compounds()
    places = [place for place, keys in enumerate(words) if keys[0] in compounds]
    pairs = (words[place : place + 2] for place in places)
    return [key for pair in pairs if len(pair) == 2 and (key := compound_key(*pair))]
