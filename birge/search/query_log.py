"""The log of searches: what was looked for, in which language and hour, and nothing of who asked."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import F, Max, Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from birge.language.identifiers import isbn13, issn
from birge.search.engines import engine_name
from birge.search.models import QueryCount
from birge.search.queries import SearchPage, State
from birge.search.wanted import Wanted

logger = logging.getLogger(__name__)

LONGEST = 100

_ROBOT = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|scan|monitor|preview|headless|archive|fetch|facebook|whatsapp"
    r"|telegram|curl|wget|python|java/|go-http|okhttp|libwww|perl|ruby|http[_-]?client|axios|scrapy",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"@|https?:|www\.|t\.me/|wa\.me/", re.IGNORECASE)
#: Digits as people part them; a number begins and ends with one, or ends with the X of an ISBN.
_NUMBER = re.compile(r"\d(?:[\s().–-]{0,3}\d)*(?:[\s-]?[xх])?")
_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d)")
_LOCAL_PHONE = re.compile(r"(?<!\d)\d{2,3}-\d\d-\d\d(?!\d)")
LONGEST_UNBROKEN = 6
LONGEST_BROKEN = 8


def note(request: HttpRequest, response: HttpResponse, typed: Wanted, page: SearchPage) -> None:
    """Have a reader's search counted once the answer has been sent."""
    if not settings.BIRGE_QUERY_LOG_DAYS or page.state not in (State.RESULTS, State.EMPTY):
        return
    text = kept_form(typed.text)
    if text and _is_a_readers(request) and not is_personal(text):
        language, hits = get_language() or "", page.total
        _after(response, lambda: count(text, language, hits))


def _is_a_readers(request: HttpRequest) -> bool:
    """A search as one types it: no further page, filter or order, no robot, nothing prefetched."""
    agent = request.headers.get("User-Agent", "")
    ahead = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    return (
        request.method == "GET"
        and set(request.GET) == {"q"}
        and bool(agent)
        and not _ROBOT.search(agent)
        and "prefetch" not in ahead
    )


def _after(response: HttpResponse, act: Callable[[], None]) -> None:
    """Do something when the server closes the answer: the reader has it by then."""
    close = response.close

    def closing() -> None:
        try:
            act()
        finally:
            close()

    response.close = closing


def kept_form(text: str) -> str:
    """A query as it is counted: single spaces, small letters, its beginning."""
    return " ".join(text.split()).casefold()[:LONGEST].rstrip()


def is_personal(text: str) -> bool:
    """Whether a query looks like a way to reach a person or a number that stands for one.

    ISBN and ISSN are no such numbers, and neither are years.
    """
    if _CONTACT.search(text) or _LOCAL_PHONE.search(text):
        return True
    return any(_is_personal_number(match[0]) for match in _NUMBER.finditer(_YEAR.sub(" ", text)))


def _is_personal_number(number: str) -> bool:
    digits = re.sub(r"[^\dx]", "", number.replace("х", "x"))
    if isbn13(digits) or issn(digits):
        return False
    unbroken = max(map(len, re.findall(r"\d+", number)))
    return unbroken > LONGEST_UNBROKEN or len(digits) > LONGEST_BROKEN


def count(text: str, language: str, hits: int, moment: datetime | None = None) -> None:
    """Count one search; one statement, and a database that refuses it is no reason to fail."""
    hour = (moment or timezone.now()).replace(minute=0, second=0, microsecond=0)
    engine = engine_name()
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO search_query (hour, text, language, engine, hits, count)"
                " VALUES (%s, %s, %s, %s, %s, 1) ON CONFLICT (hour, text, language, engine)"
                " DO UPDATE SET count = search_query.count + 1, hits = excluded.hits",
                [hour, text, language, engine, hits],
            )
    except DatabaseError:
        logger.warning("A search could not be counted", exc_info=True)


def empty_searches(since: datetime) -> QuerySet:
    """What was looked for since then and last found nothing: text, language, times, last.

    The most wanted first. What has been found since, in whatever hour, is left out.
    """
    rows = QueryCount.objects.filter(hour__gte=since).values("text", "language")
    nothing = Q(hits=0)
    found = rows.annotate(
        times=Sum("count", filter=nothing),
        last=Max("hour", filter=nothing),
        last_found=Max("hour", filter=~nothing),
    )
    wanted = found.filter(last__isnull=False).filter(
        Q(last_found=None) | Q(last_found__lt=F("last"))
    )
    return wanted.order_by("-times", "text", "language")


def purge(now: datetime | None = None) -> int:
    """Forget what is older than the site keeps; returns how many rows are gone."""
    days = settings.BIRGE_QUERY_LOG_DAYS
    oldest = (now or timezone.now()) - timedelta(days=days)
    deleted, _by_model = QueryCount.objects.filter(hour__lt=oldest).delete()
    return deleted
