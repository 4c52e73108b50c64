"""Keeps the words of the site's pages in step with what is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction

from birge.core.among import among
from birge.language.analysis import analyse
from birge.search.common_words import FUNCTION_WORDS
from birge.search.engines.base import Role
from birge.search.models import SitePage, SitePageWord
from birge.search.page_sources import PageSource, PageText, page_sources
from birge.search.suggestible import bare_of

LONGEST_TEXT = 50_000
LONGEST_WORD = 100
#: Between title, lead and text: a phrase cannot reach over it.
GAP = " _ "
BATCH = 100


def keep_pages(source: PageSource, ids: Iterable[int]) -> None:
    """Bring the index in step with these pages: published, changed, hidden or gone."""
    wanted = list(ids)
    _put(source, wanted, list(source.texts(wanted)))


def rebuild_pages() -> int:
    """Index every page of every source anew, some at a time; returns how many there are."""
    total = 0
    for source in page_sources().values():
        kept: set[int] = set()
        for batch in _batches(source.texts()):
            ids = [text.object_id for text in batch]
            _put(source, ids, batch)
            kept.update(ids)
        known = SitePage.objects.filter(source=source.name)
        gone = set(known.values_list("object_id", flat=True)) - kept
        known.filter(object_id__in=among(gone)).delete()
        total += len(kept)
    SitePage.objects.exclude(source__in=list(page_sources())).delete()
    return total


def _batches(texts: Iterable[PageText]) -> Iterator[list[PageText]]:
    batch: list[PageText] = []
    for text in texts:
        batch.append(text)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def loose_key(key: str) -> str:
    """A key under which a word is found in any alphabet, however it was spelled."""
    return f"~{bare_of(key)}"


@transaction.atomic
def _put(source: PageSource, ids: Sequence[int], texts: Sequence[PageText]) -> None:
    SitePage.objects.filter(source=source.name, object_id__in=among(ids)).delete()
    for text in texts:
        page, words = _analyzed(source, text)
        page.save()
        SitePageWord.objects.bulk_create(
            [SitePageWord(page=page, **values) for values in words], batch_size=500
        )


def _analyzed(source: PageSource, text: PageText) -> tuple[SitePage, list[dict[str, str]]]:
    """A page's row, and the rows of its words, none twice."""
    parts = {
        Role.TITLE: text.title,
        Role.SUBJECTS: text.lead,
        Role.TEXT: text.text[:LONGEST_TEXT],
    }
    terms = {role: analyse(part, text.language) for role, part in parts.items()}
    words = {
        (key, term.stem, term.exact, str(role))
        for role, found in terms.items()
        for term in found
        for key in (*term.folded, loose_key(term.folded[0]))
    }
    page = SitePage(
        source=source.name,
        object_id=text.object_id,
        language=text.language,
        title=text.title,
        lead=text.lead,
        text=text.text,
        title_exact=" ".join(term.exact for term in terms[Role.TITLE]),
        terms=GAP.join(" ".join(term.folded[0] for term in found) for found in terms.values()),
        beginnings=_beginnings([term.exact for term in terms[Role.TITLE]]),
    )
    columns = ("key", "stem", "exact", "role")
    return page, [
        dict(zip(columns, (part[:LONGEST_WORD] for part in word), strict=True))
        for word in sorted(words)
    ]


def _beginnings(words: Sequence[str]) -> str:
    """A line for the title and for each further word of it, as suggestions are looked for."""
    bare = [bare_of(word) for word in words]
    return "".join(
        f"\n{' '.join(bare[place:])} "
        for place, word in enumerate(words)
        if not place or word not in FUNCTION_WORDS
    )
