"""Searches are counted by the hour: what, in which language and how much was found, and no more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.users.models import UserProfile

from birge.core.models import User
from birge.search.models import QueryCount
from birge.search.query_log import count, empty_searches, is_personal, kept_form, purge
from birge.site.setup import editors_group
from tests.search.library import make_record

pytestmark = [pytest.mark.django_db, pytest.mark.database]

KK, RU = "/kk/search/", "/ru/search/"
BROWSER = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36"


def look(client, query: str, address: str = KK, agent: str = BROWSER, **parameters: str) -> None:
    headers = {"User-Agent": agent} if agent else {}
    assert client.get(address, {"q": query, **parameters}, headers=headers).status_code == 200


def rows() -> list[tuple]:
    return list(QueryCount.objects.order_by("pk").values_list("text", "language", "hits", "count"))


# What is counted


def test_a_search_is_counted_with_its_language_and_what_it_found(client):
    make_record("Абай жолы")
    look(client, "  Абай   ЖОЛЫ ")
    look(client, "абай жолы")
    look(client, "абай жолы", RU)
    look(client, "динозавр")
    assert rows() == [
        ("абай жолы", "kk", 1, 2),
        ("абай жолы", "ru", 1, 1),
        ("динозавр", "kk", 0, 1),
    ]
    row = QueryCount.objects.first()
    assert row.engine in ("sqlite", "postgres")
    assert (row.hour.minute, row.hour.second, row.hour.microsecond) == (0, 0, 0)


def test_nothing_of_the_reader_is_kept():
    kept = {field.name for field in QueryCount._meta.get_fields()}
    assert kept == {"id", "hour", "text", "language", "engine", "hits", "count"}


def test_the_last_number_of_hits_is_kept(client):
    look(client, "абай")
    make_record("Абай")
    look(client, "абай")
    assert rows() == [("абай", "kk", 1, 2)]


@pytest.mark.parametrize(
    "parameters",
    [
        {"page": "2"},
        {"language": "kaz"},
        {"sort": "year"},
        {"exact": "1"},
        {"tab": "pages"},
        {"year_from": "1990"},
    ],
)
def test_what_follows_a_search_is_not_counted_again(client, parameters):
    look(client, "абай", **parameters)
    assert rows() == []


@pytest.mark.parametrize(
    "agent",
    ["", "Googlebot/2.1 (+http://www.google.com/bot.html)", "YandexBot/3.0", "curl/8.5", "python-requests/2.31",
     "Mozilla/5.0 (compatible; AhrefsBot/7.0)", "facebookexternalhit/1.1", "Mozilla/5.0 HeadlessChrome/130"],
)  # fmt: skip
def test_robots_are_not_counted(client, agent):
    look(client, "абай", agent=agent)
    assert rows() == []


def test_neither_suggestions_nor_empty_nor_prefetched_searches_are_counted(client):
    client.get("/kk/search/suggest/", {"q": "абай"}, headers={"User-Agent": BROWSER})
    client.get(KK, {"q": "абай"}, headers={"User-Agent": BROWSER, "Sec-Purpose": "prefetch"})
    client.head(KK, {"q": "абай"}, headers={"User-Agent": BROWSER})
    look(client, "")
    look(client, "***")
    client.get("/api/v3/search/", {"q": "абай"}, headers={"User-Agent": BROWSER})
    assert rows() == []


@pytest.mark.parametrize(
    "text",
    ["aidar@mail.kz", "aidar @ mail.kz", "@aidar", "900101300123", "ахметов 900101 300123", "+7 701 123 45 67",
     "8(701)123-45-67", "87011234567", "https://t.me/aidar", "4400 4300 1234 5678", "123-45-67", "9781234567890"],
)  # fmt: skip
def test_what_may_lead_to_a_person_is_not_kept(client, text):
    assert is_personal(kept_form(text))
    look(client, text)
    assert rows() == []


@pytest.mark.parametrize(
    "text",
    ["978-601-12-3456-6", "9786011234566", "601-12-3456-9", "isbn 978 601 12 3456 6", "0378-5955", "1941-1945 соғыс",
     "1930 1941 1945 жылдар", "100 кітап", "16.12.1986", "500000 теңге", "том 12", "2-сынып", "с++"],
)  # fmt: skip
def test_numbers_of_books_and_years_are_kept(text):
    assert not is_personal(kept_form(text))


def test_a_long_query_is_cut():
    assert len(kept_form("абай " * 200)) <= 100


# It disturbs nobody


def test_a_database_that_refuses_the_count_does_not_break_the_search(client, monkeypatch):
    def fail(*arguments: object) -> None:
        raise DatabaseError("locked")

    with monkeypatch.context() as patch:
        patch.setattr("birge.search.query_log.connection.cursor", fail)
        count("абай", "kk", 1)
    assert rows() == []


def test_counting_takes_one_statement(django_assert_num_queries):
    with django_assert_num_queries(1):
        count("абай", "kk", 1)


def test_it_can_be_switched_off(client, settings):
    settings.BIRGE_QUERY_LOG_DAYS = 0
    look(client, "абай")
    assert rows() == []


# What was not found


def test_empty_searches_are_those_that_still_find_nothing():
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    for text, hits, hours in (
        ("a", 0, 1), ("a", 0, 2), ("b", 0, 3), ("c", 0, 5), ("c", 4, 1), ("d", 3, 5), ("d", 0, 1), ("e", 0, 900),
    ):  # fmt: skip
        count(text, "kk", hits, now - timedelta(hours=hours))
    count("a", "ru", 0, now)
    found = empty_searches(now - timedelta(days=7))
    assert [(row["text"], row["language"], row["times"]) for row in found] == [
        ("a", "kk", 2), ("a", "ru", 1), ("b", "kk", 1), ("d", "kk", 1),
    ]  # fmt: skip


# How long it is kept


def test_old_counts_are_forgotten(settings):
    settings.BIRGE_QUERY_LOG_DAYS = 30
    now = timezone.now()
    count("ескі", "kk", 1, now - timedelta(days=31))
    count("жаңа", "kk", 1, now - timedelta(days=29))
    assert purge() == 1
    assert [row[0] for row in rows()] == ["жаңа"]
    out = StringIO()
    settings.BIRGE_QUERY_LOG_DAYS = 10
    call_command("purge_query_log", stdout=out)
    assert "1" in out.getvalue()
    assert rows() == []


# The report


@pytest.fixture
def counts():
    now = timezone.now()
    for number in range(3):
        count("абай жолы", "kk", 4, now - timedelta(days=number))
    count("гарри поттер", "ru", 0, now)
    count("=cmd()", "ru", 0, now)
    count("бұрынғы", "kk", 0, now - timedelta(days=60))


@pytest.fixture
def editor(client):
    user = User.objects.create(username="editor")
    user.groups.add(editors_group())
    client.force_login(user)
    return user


def report(client, **parameters: str):
    return client.get(reverse("search_report"), parameters)


def listed(response) -> dict[str, tuple]:
    return {row["text"]: (row["times"], row["found"]) for row in response.context["object_list"]}


def test_the_report_says_what_is_looked_for(client, editor, counts):
    response = report(client)
    assert listed(response) == {"абай жолы": (3, 4), "гарри поттер": (1, 0), "=cmd()": (1, 0)}
    assert (response.context["total"], response.context["total_empty"]) == (5, 2)
    assert len(response.context["bars"]) == 30
    assert "бұрынғы" in listed(report(client, period="90"))


def test_only_what_somebody_has_set_is_shown_as_a_filter(client, editor, counts):
    usual, chosen = report(client), report(client, period="7")
    assert usual.context["view"].active_filters == []
    assert usual.context["filters"].form["period"].value() == "30"
    assert [str(each.value) for each in chosen.context["view"].active_filters] == ["7 күн"]


def test_the_report_is_narrowed_to_a_language_and_to_what_found_nothing(client, editor, counts):
    assert set(listed(report(client, language="kk"))) == {"абай жолы"}
    assert set(listed(report(client, found="empty"))) == {"гарри поттер", "=cmd()"}
    assert listed(report(client, found="empty", language="kk")) == {}


@pytest.mark.parametrize(
    ("step", "least", "most"), [("day", 90, 90), ("week", 13, 14), ("month", 3, 4)]
)
def test_bars_cover_the_whole_period(client, editor, counts, step, least, most):
    bars = report(client, period="90", step=step).context["bars"]
    assert least <= len(bars) <= most
    assert sum(bar.total for bar in bars) == 6
    assert max(bar.height for bar in bars) == 120


def test_the_report_can_be_taken_home(client, editor, counts):
    csv = report(client, export="csv")
    assert "абай жолы" in b"".join(csv.streaming_content).decode()
    assert report(client, export="xlsx").status_code == 200


def test_a_table_is_in_the_language_and_the_time_of_who_takes_it(client, editor):
    UserProfile.objects.update_or_create(user=editor, defaults={"preferred_language": "ru"})
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    QueryCount.objects.create(hour=hour, text="абай", language="kk", engine="x", hits=1, count=1)
    head, row = b"".join(report(client, export="csv").streaming_content).decode().splitlines()
    with override("ru"):
        assert head.startswith(gettext("Query") + ",")
    assert row.endswith(timezone.localtime(hour).strftime("%Y-%m-%d %H:%M:%S"))


@pytest.mark.parametrize("text", ["=1+1", "+7", "-абай", "@sum", "\t=1"])
def test_a_query_is_no_formula_in_a_table(client, editor, text):
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    QueryCount.objects.create(hour=hour, text=text, language="kk", engine="x", hits=0, count=1)
    csv = b"".join(report(client, export="csv").streaming_content).decode()
    assert csv.splitlines()[1].startswith(f"'{text},")
    assert text in client.get(reverse("search_report")).content.decode()


@pytest.mark.parametrize("order", ["text", "-found", "last", "nonsense"])
def test_the_report_can_be_put_in_order(client, editor, counts, order):
    assert report(client, ordering=order).status_code == 200
    assert report(client, period="x", step="y", language="zz").status_code == 200


def test_the_report_is_for_those_who_have_the_right(client, counts):
    user = User.objects.create(username="other")
    group = Group.objects.create(name="Other")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    client.force_login(user)
    assert report(client).status_code == 302
    assert reverse("search_report") not in client.get("/admin/").content.decode()
    group.permissions.add(Permission.objects.get(codename="view_querycount"))
    assert report(client).status_code == 200
