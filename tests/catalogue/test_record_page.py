"""The page of a record and the files beside it."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from birge.catalogue.choices import HoldingStatus, RecordStatus, RunStatus
from birge.catalogue.finding import find_agents, find_records
from birge.catalogue.models import Branch, ImportRun, OriginalRecord, Record
from birge.catalogue.queries import holdings_by_branch, new_records, record_cards
from birge.catalogue.services import restore_records, withdraw_records
from birge.catalogue.similar import similar_records
from tests.catalogue.samples import marc21
from tests.factories.catalogue import (
    AgentFactory,
    BranchFactory,
    HoldingFactory,
    RecordFactory,
    SourceFactory,
    open_daily,
)

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15


def url(record: Record, name: str = "record", language: str = "kk") -> str:
    with override(language):
        return reverse(f"catalogue:{name}", args=[record.public_id])


def test_page_in_both_languages(client: Client):
    abai = AgentFactory(name="Әуезов, Мұхтар", name_ru="Ауэзов, Мухтар", dates="1897–1961")
    record = RecordFactory(title="Абай жолы", authors=[abai], subjects=["Роман"], udc="821.512.122")
    HoldingFactory(record=record, shelf_mark="84(5Қаз)6 Ә82")
    kazakh = client.get(url(record)).content.decode()
    russian = client.get(url(record, language="ru")).content.decode()
    for page in (kazakh, russian):
        assert "Абай жолы" in page
        assert "84(5Қаз)6 Ә82" in page
        assert 'hreflang="ru"' in page
        assert 'hreflang="kk"' in page
    assert "Мұхтар Әуезов" in kazakh
    assert "Мухтар Ауэзов" in russian


def test_source_without_live_status_claims_nothing_of_now(client: Client):
    record = RecordFactory()
    HoldingFactory(record=record, status=HoldingStatus.ON_SHELF)
    row = holdings_by_branch(record)[0]
    assert row.state == "held"
    moment = timezone.now()
    ImportRun.objects.create(source=record.source, status=RunStatus.DONE, finished_at=moment)
    ImportRun.objects.create(source=record.source, status=RunStatus.STOPPED)
    assert client.get(url(record)).context["as_of"] == moment


def test_source_with_live_status_says_what_is_on_the_shelf(client: Client):
    record = RecordFactory(source=SourceFactory(name="Live", live_status=True))
    branch = BranchFactory()
    open_daily(branch)
    for status in (HoldingStatus.ON_SHELF, HoldingStatus.ON_LOAN, HoldingStatus.LOST):
        HoldingFactory(record=record, branch=branch, status=status)
    row = holdings_by_branch(record)[0]
    assert (row.state, row.copies, row.today_line) == ("yes", 2, "10:00–18:00")
    assert client.get(url(record)).context["as_of"] is None


def test_where_all_copies_are_out_there_is_somebody_to_ring_up(client: Client):
    record = RecordFactory(source=SourceFactory(name="Live", live_status=True))
    out, there = BranchFactory(phone="+7 7172 00 00 01"), BranchFactory(phone="+7 7172 00 00 02")
    HoldingFactory(record=record, branch=out, status=HoldingStatus.ON_LOAN)
    HoldingFactory(record=record, branch=there, status=HoldingStatus.ON_SHELF)
    HoldingFactory(record=record, branch=BranchFactory(), status=HoldingStatus.ON_LOAN)
    page = client.get(url(record)).content.decode()
    table = page.partition("<tbody")[2].partition("</tbody")[0]
    assert re.findall(r'href="(tel:[^"]+)"', table) == ["tel:+77172000001"]


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        ([HoldingStatus.ON_LOAN, HoldingStatus.ON_LOAN], "no"),
        ([HoldingStatus.READING_ROOM, HoldingStatus.ON_LOAN], "room"),
        ([HoldingStatus.PROCESSING], "held"),
        ([HoldingStatus.ON_LOAN, ""], "held"),
    ],
)
def test_states_of_copies(statuses, state):
    record = RecordFactory(source=SourceFactory(name="Live", live_status=True))
    branch = BranchFactory()
    for status in statuses:
        HoldingFactory(record=record, branch=branch, status=status)
    assert holdings_by_branch(record)[0].state == state
    assert record_cards([record])[0].availability[0].state == state


def test_withdrawn_keeps_its_page_and_hidden_does_not(client: Client):
    record = RecordFactory()
    assert withdraw_records([record.pk]) == 1
    response = client.get(url(record))
    assert response.status_code == 200
    assert response["X-Robots-Tag"] == "noindex"
    assert restore_records([record.pk]) == 1
    assert "X-Robots-Tag" not in client.get(url(record))
    Record.objects.update(status=RecordStatus.HIDDEN)
    for name in ("record", "record_mrc", "record_json", "record_ris", "record_bib", "cover"):
        assert client.get(url(record, name)).status_code == 404


@pytest.mark.parametrize("rest", ["/", ".ris", "/cover.svg", "/?a=%D2%9B", "/%D2%9B%3Fb"])
def test_id_in_capitals_leads_to_the_id_as_it_is_written(client: Client, rest: str):
    record = RecordFactory(public_id="q5sxzraym9")
    address = f"/ru/catalogue/{record.public_id}{rest}"
    for typed in ("Q5SXZRAYM9", "q5sxzrAym9"):
        response = client.get(f"/ru/catalogue/{typed}{rest}")
        assert (response.status_code, response["Location"]) == (301, address)
    assert client.get("/ru/catalogue/Q5SXZRAYM9", follow=True).status_code == 200
    assert client.get("/ru/catalogue/Q5SXZRAYMU/").status_code == 404
    assert client.get("/ru/catalogue/q5sxzraym9/nothing/").status_code == 404


def test_original_bytes_come_back_unchanged(client: Client):
    record = RecordFactory()
    assert client.get(url(record, "record_mrc")).status_code == 404
    data = marc21("1", "Абай жолы")
    OriginalRecord.objects.create(record=record, dialect="marc21", encoding="utf-8", data=data)
    assert client.get(url(record, "record_mrc")).content == data
    fields = client.get(url(record)).context["original_fields"]
    assert fields[0].tag == "LDR"
    assert any(field.tag == "245" and "$a Абай жолы" in field.text for field in fields)


@pytest.mark.parametrize("data", [b"", b"\xff\x00garbage", b"<record><broken", b"{]"])
def test_damaged_original_does_not_break_the_page(client: Client, data):
    record = RecordFactory()
    OriginalRecord.objects.create(record=record, dialect="marc21", encoding="cp9999", data=data)
    assert client.get(url(record)).status_code == 200


def test_files_beside_the_page(client: Client):
    record = RecordFactory(authors=["Әуезов, Мұхтар"], isbns=["9785170800117"])
    found = client.get(url(record, "record_json")).json()
    assert found["title"] == record.title
    assert found["contributors"][0]["name"] == "Әуезов, Мұхтар"
    assert client.get(url(record, "record_bib")).content.decode().startswith("@book{")
    assert client.get(url(record, "record_ris")).content.decode().startswith("TY  - BOOK")
    cover = client.get(url(record, "cover"))
    assert cover["Content-Type"].startswith("image/svg+xml")
    assert cover.content.startswith(b"<svg xmlns")


def test_structured_data_cannot_leave_its_element(client: Client):
    record = RecordFactory(
        title="</script><script>alert(1)</script> & <b>", isbns=["9785170800117"]
    )
    page = client.get(url(record)).content.decode()
    assert "<script>alert(1)" not in page
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    data = json.loads(found[1])
    assert (data["@type"], data["name"], data["isbn"]) == ("Book", record.title, "9785170800117")


def test_qr_code_has_no_style_that_the_policy_refuses(client: Client):
    svg = client.get(url(RecordFactory())).context["qr_svg"]
    assert svg.startswith("<svg")
    assert "style" not in svg


def test_same_number_of_queries_for_any_number_of_copies(
    client: Client, django_assert_max_num_queries
):
    def fill(number: int) -> Record:
        record = RecordFactory(authors=["Әуезов, Мұхтар", "Абай"])
        for _place in range(number):
            branch = BranchFactory()
            open_daily(branch)
            HoldingFactory(record=record, branch=branch)
            RecordFactory(authors=record_authors(record))
        return record

    def record_authors(record: Record) -> list:
        return [each.agent for each in record.contributions.all()]

    used = []
    client.get(url(RecordFactory()))
    for number in (3, 30):
        record = fill(number)
        with django_assert_max_num_queries(MOST_QUERIES) as queries:
            response = client.get(url(record))
        used.append(len(queries))
        assert len(response.context["holdings"]) == number
        assert len(response.context["similar"]) == min(number, 6)
    assert used[0] == used[1]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("book", {"Где находится эта книга", "О книге", "Похожие книги"}),
        ("score", {"Где находится", "Описание", "Смотрите также"}),
        ("periodical", {"Где находится", "Описание", "Смотрите также"}),
    ],
)
def test_only_books_are_called_books(client: Client, kind, words):
    record = RecordFactory(material_type=kind, authors=["Әуезов, Мұхтар"])
    RecordFactory(authors=["Әуезов, Мұхтар"])
    page = client.get(url(record, language="ru")).content.decode()
    assert words <= set(re.findall(r"<h2[^>]*>([^<]+)</h2>", page))
    assert ("книг" in page.partition("<main")[2].partition("</main")[0]) == (kind == "book")


def similar(record: Record) -> list[str]:
    return [card.title for card in similar_records(Record.objects.get(pk=record.pk))]


@pytest.mark.database
def test_the_next_volumes_stand_first_among_similar_books():
    author = AgentFactory(name="Әуезов, Мұхтар")
    for year, title in ((None, "Жылсыз"), (2020, "Жаңа"), (1990, "Ескі")):
        RecordFactory(title=title, year=year, authors=[author])
    volumes = {
        number: RecordFactory(title="Абай жолы", part_number=f"{number}-том", authors=[author])
        for number in (10, 1, 3, 2)
    }
    RecordFactory(title="Абай жолы", part_number="4-том", authors=["Басқа, Біреу"])
    assert similar(volumes[2]) == [
        "Абай жолы. 3-том",
        "Абай жолы. 10-том",
        "Абай жолы. 1-том",
        "Жаңа",
        "Ескі",
        "Жылсыз",
    ]
    assert similar(volumes[10])[:3] == [f"Абай жолы. {each}-том" for each in (1, 2, 3)]


def test_volumes_that_nobody_wrote_are_found_by_their_title():
    first, second = (
        RecordFactory(title="Бабалар сөзі", part_number=f"{number}-том") for number in (1, 2)
    )
    RecordFactory(title="Бабалар сөзі туралы")
    assert similar(first) == [second.full_title]


def test_volumes_with_titles_of_their_own_are_in_the_order_of_their_numbers():
    named = {"set_title": "Таңдамалы", "authors": ["Әуезов, Мұхтар"]}
    first = RecordFactory(title="Өлеңдер", part_number="1", **named)
    RecordFactory(title="Әңгімелер", part_number="3", **named)
    RecordFactory(title="Пьесалар", part_number="2", **named)
    assert similar(first) == ["Пьесалар. 2", "Әңгімелер. 3"]


def test_cards_keep_order_and_drop_what_is_not_public(django_assert_num_queries):
    records = [RecordFactory(authors=["Әуезов, Мұхтар"]) for _place in range(5)]
    HoldingFactory(record=records[0])
    withdraw_records([records[1].pk])
    wanted = list(Record.objects.order_by("-pk"))
    with django_assert_num_queries(3):
        cards = record_cards(wanted)
    assert [card.record_id for card in cards] == [records[place].pk for place in (4, 3, 2, 0)]
    assert cards[-1].author == "Мұхтар Әуезов"
    assert cards[-1].cover_svg.startswith("<svg")
    assert cards[-1].language_code == "kk"
    assert cards[-1].availability[0].branches == [Branch.objects.get().name]


def test_new_records_are_by_the_day_of_the_latest_copy():
    old, new, without = RecordFactory(), RecordFactory(), RecordFactory()
    from birge.catalogue.services.records import save_holding

    for record, day in ((old, "2026-10-01"), (new, "2026-11-01")):
        save_holding(HoldingFactory.build(record=record, branch=BranchFactory(), received_on=day))
    assert [card.record_id for card in new_records(6)] == [new.pk, old.pk]
    assert without.received_on is None


def test_records_and_people_are_found_whatever_the_case():
    record = RecordFactory(title="Қан мен тер", authors=["Нұрпейісов, Әбдіжәміл"])
    RecordFactory(title="Абай жолы")
    assert find_records("қан МЕН") == [record.pk]
    assert find_agents("НҰРПЕЙІСОВ") == [record.contributions.get().agent_id]
    assert find_agents("") == []


@pytest.mark.parametrize(
    "path", ["/kk/catalogue/ABC/", "/kk/catalogue/0000000000/", "/ru/catalogue/"]
)
def test_address_without_record_is_404(client: Client, path):
    assert client.get(path).status_code == 404
