"""Languages of books: from the code in a record to a name and to the code that HTML wants."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Language(NamedTuple):
    """A code by BCP 47, the name of the language, and the words "in the language"."""

    code: str
    name: str | Promise
    within: str | Promise


# By the terminological codes of ISO 639-2; https://www.loc.gov/standards/iso639-2/php/code_list.php
LANGUAGES = {
    "kaz": Language("kk", pgettext_lazy("language", "Kazakh"), _("in Kazakh")),
    "rus": Language("ru", pgettext_lazy("language", "Russian"), _("in Russian")),
    "eng": Language("en", pgettext_lazy("language", "English"), _("in English")),
    "deu": Language("de", pgettext_lazy("language", "German"), _("in German")),
    "fra": Language("fr", pgettext_lazy("language", "French"), _("in French")),
    "spa": Language("es", pgettext_lazy("language", "Spanish"), _("in Spanish")),
    "ita": Language("it", pgettext_lazy("language", "Italian"), _("in Italian")),
    "por": Language("pt", pgettext_lazy("language", "Portuguese"), _("in Portuguese")),
    "pol": Language("pl", pgettext_lazy("language", "Polish"), _("in Polish")),
    "ces": Language("cs", pgettext_lazy("language", "Czech"), _("in Czech")),
    "lat": Language("la", pgettext_lazy("language", "Latin"), _("in Latin")),
    "ell": Language("el", pgettext_lazy("language", "Greek"), _("in Greek")),
    "uig": Language("ug", pgettext_lazy("language", "Uyghur"), _("in Uyghur")),
    "uzb": Language("uz", pgettext_lazy("language", "Uzbek"), _("in Uzbek")),
    "kir": Language("ky", pgettext_lazy("language", "Kyrgyz"), _("in Kyrgyz")),
    "tat": Language("tt", pgettext_lazy("language", "Tatar"), _("in Tatar")),
    "bak": Language("ba", pgettext_lazy("language", "Bashkir"), _("in Bashkir")),
    "tuk": Language("tk", pgettext_lazy("language", "Turkmen"), _("in Turkmen")),
    "tur": Language("tr", pgettext_lazy("language", "Turkish"), _("in Turkish")),
    "aze": Language("az", pgettext_lazy("language", "Azerbaijani"), _("in Azerbaijani")),
    "kaa": Language("kaa", pgettext_lazy("language", "Karakalpak"), _("in Karakalpak")),
    "tgk": Language("tg", pgettext_lazy("language", "Tajik"), _("in Tajik")),
    "fas": Language("fa", pgettext_lazy("language", "Persian"), _("in Persian")),
    "ara": Language("ar", pgettext_lazy("language", "Arabic"), _("in Arabic")),
    "heb": Language("he", pgettext_lazy("language", "Hebrew"), _("in Hebrew")),
    "hin": Language("hi", pgettext_lazy("language", "Hindi"), _("in Hindi")),
    "zho": Language("zh", pgettext_lazy("language", "Chinese"), _("in Chinese")),
    "jpn": Language("ja", pgettext_lazy("language", "Japanese"), _("in Japanese")),
    "kor": Language("ko", pgettext_lazy("language", "Korean"), _("in Korean")),
    "mon": Language("mn", pgettext_lazy("language", "Mongolian"), _("in Mongolian")),
    "ukr": Language("uk", pgettext_lazy("language", "Ukrainian"), _("in Ukrainian")),
    "bel": Language("be", pgettext_lazy("language", "Belarusian"), _("in Belarusian")),
    "bul": Language("bg", pgettext_lazy("language", "Bulgarian"), _("in Bulgarian")),
    "hye": Language("hy", pgettext_lazy("language", "Armenian"), _("in Armenian")),
    "kat": Language("ka", pgettext_lazy("language", "Georgian"), _("in Georgian")),
    "che": Language("ce", pgettext_lazy("language", "Chechen"), _("in Chechen")),
    "kur": Language("ku", pgettext_lazy("language", "Kurdish"), _("in Kurdish")),
    "lit": Language("lt", pgettext_lazy("language", "Lithuanian"), _("in Lithuanian")),
    "lav": Language("lv", pgettext_lazy("language", "Latvian"), _("in Latvian")),
    "est": Language("et", pgettext_lazy("language", "Estonian"), _("in Estonian")),
    "fin": Language("fi", pgettext_lazy("language", "Finnish"), _("in Finnish")),
    "swe": Language("sv", pgettext_lazy("language", "Swedish"), _("in Swedish")),
    "hun": Language("hu", pgettext_lazy("language", "Hungarian"), _("in Hungarian")),
    "ron": Language("ro", pgettext_lazy("language", "Romanian"), _("in Romanian")),
    "nld": Language("nl", pgettext_lazy("language", "Dutch"), _("in Dutch")),
    "san": Language("sa", pgettext_lazy("language", "Sanskrit"), _("in Sanskrit")),
    "chu": Language("cu", pgettext_lazy("language", "Church Slavonic"), _("in Church Slavonic")),
    "ota": Language("ota", pgettext_lazy("language", "Ottoman Turkish"), _("in Ottoman Turkish")),
    "chg": Language("chg", pgettext_lazy("language", "Chagatai"), _("in Chagatai")),
    "mul": Language(
        "mul", pgettext_lazy("language", "Several languages"), _("in several languages")
    ),
}
# MARC 21 and older UNIMARC files use the bibliographic codes, which name some languages otherwise.
BIBLIOGRAPHIC = {
    "arm": "hye",
    "chi": "zho",
    "cze": "ces",
    "dut": "nld",
    "fre": "fra",
    "geo": "kat",
    "ger": "deu",
    "gre": "ell",
    "per": "fas",
    "rum": "ron",
}


# Any well-formed code is kept: a library may have a book in a language without a name here.
CODE = re.compile(r"[a-z]{3}")


def find_language(code: str) -> Language | None:
    """What is known of the language, whichever of its two ISO 639-2 codes is given."""
    return LANGUAGES.get(BIBLIOGRAPHIC.get(code, code))


def language_name(code: str) -> str:
    """«Kazakh»; the code itself for a language without a name here."""
    found = find_language(code)
    return str(found.name) if found else code


def in_language(code: str) -> str:
    """«in Kazakh»; nothing for a language without a name here."""
    found = find_language(code)
    return str(found.within) if found else ""


def html_language(codes: Iterable[str]) -> str:
    """The `lang` attribute for text in the first of the languages, where it is known."""
    found = find_language(next(iter(codes), ""))
    return found.code if found and found.code != "mul" else ""
