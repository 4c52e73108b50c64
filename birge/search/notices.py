"""What the search page says of how it read a query, and the way back to what was typed."""

from __future__ import annotations

from urllib.parse import urlencode

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from birge.catalogue.languages import in_language
from birge.language.analysis import language_of
from birge.language.tokens import words_of
from birge.search.queries import SearchPage
from birge.search.relaxing import Manner


def reading_notices(page: SearchPage, path: str) -> list[dict[str, object]]:
    """A notice for each thing done differently from what was typed, each with a way to undo it."""
    found: list[dict[str, object]] = []
    if page.changes:
        template = conditional_escape(_("Showing results for “%(read)s”."))
        found.append({"text": SafeString(template % {"read": _in_its_language(page.asked)})})
    if page.language:
        found.append({"text": _language_text(page)})
    if page.relaxed_as:
        found.append({"text": _relaxed_text(page.relaxed_as)})
    if found:
        typed = {"query": page.wanted.text}
        found[0] |= {
            "url": f"{path}?{urlencode(page.wanted.parameters(page=None, exact=1))}",
            "link_text": _("Search for exactly “%(query)s”") % typed,
        }
    return found


def _language_text(page: SearchPage) -> str:
    """What is said where the query names the language of the books."""
    if page.is_in_language:
        template = _("Only what is %(in_language)s is shown.")
    else:
        template = _("There is nothing %(in_language)s; here is what there is in other languages.")
    return template % {"in_language": in_language(page.language)}


def _relaxed_text(manner: Manner) -> str:
    """What is said of answers that have not all of the words."""
    if manner is Manner.ASKS:
        return _("Here are the records that are closest to your question.")
    if manner is Manner.MAY_ASK:
        # It may have been the title of a book that the library has not.
        return _("No record has all of these words; here are those that are closest.")
    return _("No record has all of these words; here are those that have most of them.")


def _in_its_language(text: str) -> SafeString:
    """Words marked with their language where it is not the page's."""
    languages = {language_of(word) for word, kind in words_of(text) if kind == "word"} - {""}
    language = languages.pop() if len(languages) == 1 else ""
    if not language or language == get_language():
        return conditional_escape(text)
    return format_html('<span lang="{}">{}</span>', language, text)
