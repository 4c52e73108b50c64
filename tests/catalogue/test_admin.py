"""The catalogue in the admin: lists, search, forms, choosers, imports."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from birge.catalogue import admin_lists, choosers, finding
from birge.catalogue.choices import RecordStatus
from birge.catalogue.models import (
    Agent,
    Branch,
    Holding,
    Holiday,
    Record,
    Season,
    Source,
)
from tests.factories.catalogue import (
    AgentFactory,
    BranchFactory,
    HoldingFactory,
    RecordFactory,
    SourceFactory,
)
from tests.hearing import hearing

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    with hearing() as ids:
        yield ids


def page(model: type, name: str, *args: object) -> str:
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def record_form(**more: object) -> dict[str, object]:
    return {
        "title": "Абай жолы",
        "material_type": "book",
        "status": "active",
        "languages": "kaz\nrus",
        "contributions-TOTAL_FORMS": 0,
        "contributions-INITIAL_FORMS": 0,
        "contributions-MIN_NUM_FORMS": 0,
        "contributions-MAX_NUM_FORMS": 1000,
        **more,
    }


def contribution(number: int, agent: Agent, **more: object) -> dict[str, object]:
    values = {"agent": agent.pk, "role": "aut", "ORDER": number + 1, "id": "", **more}
    return {f"contributions-{number}-{name}": value for name, value in values.items()}


def test_every_list_and_form_opens(admin):
    record = RecordFactory(authors=["Әуезов, Мұхтар"])
    holding = HoldingFactory(record=record)
    for model, row in ((Record, record), (Agent, Agent.objects.get()), (Branch, holding.branch)):
        for name in ("list", "add"):
            assert admin.get(page(model, name)).status_code == 200
        for name in ("edit", "delete", "history", "usage"):
            assert admin.get(page(model, name, row.pk)).status_code == 200
    for name in ("holding", "source", "season", "holiday", "closure"):
        assert admin.get(reverse(f"catalogue_{name}:index")).status_code == 200
        assert admin.get(reverse(f"catalogue_{name}:add")).status_code == 200
    assert admin.get(reverse("catalogue_holding:edit", args=[holding.pk])).status_code == 200


def test_record_list_is_searched_whatever_the_case_and_filtered(admin):
    blood = RecordFactory(title="Қан мен тер", year=1970, languages=["rus"])
    abai = RecordFactory(title="Абай жолы", year=1977)
    holding = HoldingFactory(record=abai)

    def listed(**query: object) -> set[int]:
        found = admin.get(page(Record, "list"), query).context["page_obj"]
        return {record.pk for record in found}

    assert listed() == {blood.pk, abai.pk}
    assert listed(q="ҚАН МЕН") == {blood.pk}
    assert listed(language="rus") == {blood.pk}
    assert listed(year_from=1975) == {abai.pk}
    assert listed(year_to=1975) == {blood.pk}
    assert listed(branch=holding.branch_id) == {abai.pk}
    assert listed(status="withdrawn") == set()
    assert listed(source=abai.source_id, material_type="book") == {blood.pk, abai.pk}


def test_record_list_counts_and_filters_all_that_is_found(admin, monkeypatch):
    records = RecordFactory.create_batch(5)
    monkeypatch.setattr(choosers, "IN_ORDER", 2)
    asked = []
    finder = lambda text, limit: asked.append(limit) or [record.pk for record in reversed(records)]  # noqa: E731
    monkeypatch.setattr(finding, "_finders", [finder])
    page_obj = admin.get(page(Record, "list"), {"q": "абай"}).context["page_obj"]
    assert page_obj.paginator.count == 5
    assert [each.pk for each in page_obj][:2] == [records[4].pk, records[3].pk]
    assert asked == [admin_lists.MOST_FOUND]


def test_record_list_is_in_the_order_of_the_kazakh_alphabet(admin):
    titles = ["Ән", "Бала", "Ана", "Қала", "Кала"]
    for title in titles:
        RecordFactory(title=title)
    found = admin.get(page(Record, "list")).context["page_obj"]
    assert [record.title for record in found] == ["Ана", "Ән", "Бала", "Кала", "Қала"]


def test_lists_are_never_sorted_by_the_database_s_idea_of_letters(admin):
    for title in ("Ән", "Бала", "Ана"):
        RecordFactory(title=title)
    found = admin.get(page(Record, "list"), {"ordering": "-title_key"}).context["page_obj"]
    assert [record.title for record in found] == ["Бала", "Ән", "Ана"]
    for name in ("title", "author", "-author"):
        found = admin.get(page(Record, "list"), {"ordering": name}).context["page_obj"]
        assert [record.title for record in found] == ["Ана", "Ән", "Бала"]


def test_record_is_made_with_its_people_and_search_hears(admin, heard):
    first, second = AgentFactory(name="Әуезов, Мұхтар"), AgentFactory(name="Б, Б.")
    data = record_form(
        **{
            "contributions-TOTAL_FORMS": 2,
            "isbns": "978-5-17-080011-7",
            "source": SourceFactory().pk,
        },
        **contribution(0, second, ORDER=2, role="trl"),
        **contribution(1, first, ORDER=1, main="on"),
    )
    response = admin.post(page(Record, "add"), data)
    assert response.status_code == 302, response.context["form"].errors
    record = Record.objects.get()
    assert [each.agent for each in record.contributions.all()] == [first, second]
    assert record.author == "Мұхтар Әуезов"
    assert record.languages == ["kaz", "rus"]
    assert record.isbns == ["9785170800117"]
    assert record.title_key
    assert record.control_number.startswith("staff-")
    assert heard == [[record.pk]]


def test_record_is_edited_in_place(admin):
    record = RecordFactory(authors=["Әуезов, Мұхтар", "Б, Б."])
    kept, dropped = record.contributions.all()
    data = record_form(
        title="Абай",
        source=record.source_id,
        control_number=record.control_number,
        status="withdrawn",
        **{"contributions-TOTAL_FORMS": 2, "contributions-INITIAL_FORMS": 2},
        **contribution(0, kept.agent, id=kept.pk),
        **contribution(1, dropped.agent, id=dropped.pk, DELETE="on"),
    )
    response = admin.post(page(Record, "edit", record.pk), data)
    assert response.status_code == 302, response.context["form"].errors
    record.refresh_from_db()
    assert (record.title, record.status) == ("Абай", RecordStatus.WITHDRAWN)
    assert record.withdrawn_at
    assert [each.agent for each in record.contributions.all()] == [kept.agent]


def test_wrong_isbn_and_taken_number_are_refused(admin):
    other = RecordFactory()
    data = record_form(
        isbns="9785170800118", source=other.source_id, control_number=other.control_number
    )
    errors = admin.post(page(Record, "add"), data).context["form"].errors
    assert set(errors) == {"isbns", "control_number"}


@pytest.mark.parametrize("year", ["999", "2099", "99999", "-5"])
def test_year_that_no_publication_bears_is_refused(admin, year):
    data = record_form(year=year, source=SourceFactory().pk)
    assert set(admin.post(page(Record, "add"), data).context["form"].errors) == {"year"}


def test_old_and_coming_years_and_none_are_kept(admin):
    years = ["1100", str(timezone.localdate().year + 1), ""]
    for year in years:
        data = record_form(year=year, source=SourceFactory().pk)
        assert admin.post(page(Record, "add"), data).status_code == 302
    assert [str(each.year or "") for each in Record.objects.order_by("pk")] == years


def test_languages_are_codes_of_three_small_letters(admin):
    data = record_form(source=SourceFactory().pk, languages="KAZ\nkaz\nrus", original_languages="")
    assert admin.post(page(Record, "add"), data).status_code == 302
    assert Record.objects.get().languages == ["kaz", "rus"]
    for wrong in ("қаз", "kazakh", "ru", "kaz, rus"):
        data["languages"] = data["original_languages"] = wrong
        errors = admin.post(page(Record, "add"), data).context["form"].errors
        assert set(errors) == {"languages", "original_languages"}, wrong


def test_people_with_one_name_are_refused(admin):
    AgentFactory(name="Әуезов, Мұхтар")
    response = admin.post(page(Agent, "add"), {"kind": "person", "name": "ӘУЕЗОВ, Мұхтар"})
    assert "name" in response.context["form"].errors
    response = admin.post(
        page(Agent, "add"), {"kind": "person", "name": "Абай", "variants": "Абай Құнанбаев"}
    )
    assert response.status_code == 302
    assert Agent.objects.get(name="Абай").variants == ["Абай Құнанбаев"]


def test_a_name_that_records_have_is_not_deleted(admin):
    record = RecordFactory(authors=["Әуезов, Мұхтар"])
    used, free = Agent.objects.get(), AgentFactory(name="Б, Б.")
    one = page(Agent, "delete", used.pk)
    response = admin.get(one)
    assert response.context["records"] == 1
    assert "<form action" not in response.content.decode()
    assert admin.post(one).status_code == 302
    many = reverse("wagtail_bulk_action", args=["catalogue", "agent", "delete"])
    admin.post(f"{many}?id={used.pk}&id={free.pk}")
    assert Agent.objects.filter(pk=used.pk).exists()
    record.delete()
    admin.post(one)
    admin.post(f"{many}?id={free.pk}")
    assert not Agent.objects.exists()


def test_choosers_ask_our_own_search(admin):
    RecordFactory(title="Қан мен тер", authors=["Нұрпейісов, Әбдіжәміл"])
    RecordFactory(title="Абай жолы", authors=["Әуезов, Мұхтар"])
    for model, query in ((Record, "ҚАН МЕН"), (Agent, "НҰРПЕЙІСОВ")):
        chooser = model.snippet_viewset.chooser_viewset
        assert admin.get(reverse(chooser.get_url_name("choose"))).status_code == 200
        results = reverse(chooser.get_url_name("choose_results"))
        assert len(admin.get(results).context["results"].object_list) == 2
        assert len(admin.get(results, {"q": query}).context["results"].object_list) == 1


def test_copy_is_saved_and_deleted_through_services(admin, heard):
    record, branch = RecordFactory(), BranchFactory()
    heard.clear()
    form = {"record": record.pk, "branch": branch.pk, "received_on": "2025-11-02", "barcode": "7"}
    response = admin.post(reverse("catalogue_holding:add"), form)
    assert response.status_code == 302, response.context["form"].errors
    record.refresh_from_db()
    assert str(record.received_on) == "2025-11-02"
    holding = Holding.objects.get()
    admin.post(reverse("catalogue_holding:delete", args=[holding.pk]))
    record.refresh_from_db()
    assert record.received_on is None
    assert heard == [[record.pk], [record.pk]]


def test_copies_are_found_by_the_numbers_on_them(admin, django_assert_max_num_queries):
    copies = [HoldingFactory(inventory_number=f"77{n}", barcode=f"88{n}") for n in range(5)]
    index = reverse("catalogue_holding:index")
    for text in ("773", "883"):
        assert list(admin.get(index, {"q": text}).context["page_obj"]) == [copies[3]]
    admin.get(index)
    with django_assert_max_num_queries(15):
        admin.get(index)


def test_copies_are_found_whatever_the_case(admin):
    copy = HoldingFactory(inventory_number="ИНВ-1", barcode="", shelf_mark="Әуезов")
    index = reverse("catalogue_holding:index")
    for text in ("инв", "ИНВ-1", "Инв", "әуе", "ӘУЕ"):
        assert list(admin.get(index, {"q": text}).context["page_obj"]) == [copy], text
    assert not admin.get(index, {"q": "нв"}).context["page_obj"]


def test_copy_cannot_be_received_tomorrow(admin):
    today = timezone.localdate()
    form = {"record": RecordFactory().pk, "branch": BranchFactory().pk}
    url = reverse("catalogue_holding:add")
    response = admin.post(url, {**form, "received_on": today + datetime.timedelta(days=1)})
    assert set(response.context["form"].errors) == {"received_on"}
    assert admin.post(url, {**form, "received_on": today}).status_code == 302


def test_deleting_a_record_tells_the_listeners(admin, heard):
    record = RecordFactory()
    heard.clear()
    admin.post(page(Record, "delete", record.pk))
    assert not Record.objects.exists()
    assert heard == [[record.pk]]


def test_branch_is_saved_with_hours_and_ticks(admin):
    data = {
        "name_kk": "Самал",
        "code": "samal",
        "position": 1,
        "open_to_public": "on",
        "accessibility": ["ramp", "lift"],
        "other_codes": "С\nСМ",
        "sanitary_week": -1,
        "sanitary_weekday": 4,
        "opening_hours-TOTAL_FORMS": 1,
        "opening_hours-INITIAL_FORMS": 0,
        "opening_hours-MIN_NUM_FORMS": 0,
        "opening_hours-MAX_NUM_FORMS": 1000,
        "opening_hours-0-weekday": 0,
        "opening_hours-0-opens": "10:00",
        "opening_hours-0-closes": "18:00",
        "opening_hours-0-id": "",
    }
    response = admin.post(page(Branch, "add"), data)
    assert response.status_code == 302, response.context["form"].errors
    branch = Branch.objects.get()
    assert branch.accessibility == ["ramp", "lift"]
    assert branch.other_codes == ["С", "СМ"]
    assert str(branch.opening_hours.get().opens) == "10:00:00"


def test_holiday_is_a_day_that_there_is(admin):
    data = {"name_kk": "М", "name_ru": "П", "day": 30, "month": 2, "days": 1}
    response = admin.post(reverse("catalogue_holiday:add"), data)
    assert set(response.context["form"].errors) == {"day"}
    assert admin.post(reverse("catalogue_holiday:add"), {**data, "month": 3}).status_code == 302
    with override("ru"):
        assert Holiday.objects.get().when == "30 марта"
        assert Holiday(month=2, day=29, year=2028).when.startswith("29 февраля 2028")


def test_season_is_said_in_words_and_begins_on_a_day_that_there_is(admin):
    data = {"name_kk": "Ж", "name_ru": "Л", "from_day": 31, "from_month": 6}
    data |= {"to_day": 31, "to_month": 8}
    response = admin.post(reverse("catalogue_season:add"), data)
    assert set(response.context["form"].errors) == {"from_day"}
    admin.post(reverse("catalogue_season:add"), {**data, "from_day": 1})
    with override("ru"):
        assert Season.objects.get().when == "1 июня – 31 августа"


def test_lists_count_their_rows_and_say_yes_or_no(admin):
    SourceFactory(live_status=True)
    response = admin.get(reverse("catalogue_source:index"))
    assert "True" not in response.content.decode()
    with override("ru"):
        assert response.context["page_obj"].paginator.items_count_label.endswith("1")


def test_source_is_saved_by_the_service(admin, heard):
    record = RecordFactory()
    data = {"name": "Library", "description": "IRBIS", "live_status": "on"}
    heard.clear()
    response = admin.post(reverse("catalogue_source:edit", args=[record.source_id]), data)
    assert response.status_code == 302
    source = Source.objects.get()
    assert (source.description, source.live_status) == ("IRBIS", True)
    assert heard == [[record.pk]]
