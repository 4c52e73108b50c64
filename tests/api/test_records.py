"""Records in the API: what is given, to whom, and how bad questions are answered."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from wagtail.models import APIToken

from birge.catalogue.choices import Acquisition, RecordStatus
from birge.catalogue.models import Contribution, Holding, OriginalRecord, Record
from birge.core.models import User
from tests.search.library import make_agent, make_branch, make_record

pytestmark = [pytest.mark.django_db, pytest.mark.database]

LIST = "/api/v3/records/"


def titles(response) -> list[str]:
    return [item["title"] for item in response.json()["items"]]


def problem(response, status: int) -> dict:
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    found = response.json()
    assert found["status"] == status
    assert found["title"]
    return found


# The list


def test_the_list_is_in_alphabetical_order_and_paged(client):
    for title in ("Я", "Ә", "Қ", "А"):
        make_record(title)
    response = client.get(LIST)
    assert response.json()["count"] == 4
    assert titles(response) == ["А", "Ә", "Қ", "Я"]
    assert titles(client.get(LIST, {"limit": 2, "offset": 1})) == ["Ә", "Қ"]
    assert titles(client.get(LIST, {"order": "-title"})) == ["Я", "Қ", "Ә", "А"]
    assert titles(client.get(LIST, {"offset": 100})) == []


def test_unknown_years_and_dates_come_last_both_ways(client):
    make_record("А", year=1990, received_on=date(2026, 1, 1))
    make_record("Б", year=2000, received_on=date(2025, 1, 1))
    make_record("В")
    assert titles(client.get(LIST, {"order": "year"})) == ["А", "Б", "В"]
    assert titles(client.get(LIST, {"order": "-year"})) == ["Б", "А", "В"]
    assert titles(client.get(LIST, {"order": "-received"})) == ["А", "Б", "В"]


def test_filters_narrow_and_values_of_one_add_up(client):
    branch = make_branch("central", "Орталық")
    make_record("А", language="kk", year=1990, branches=[branch, branch])
    make_record("Б", language="ru", year=2000, material_type="map")
    make_record("В", language="en", year=2000)
    assert titles(client.get(LIST, {"language": "kaz"})) == ["А"]
    assert titles(client.get(LIST, {"language": ["kaz", "rus"]})) == ["А", "Б"]
    assert titles(client.get(LIST, {"language": "ka"})) == []
    assert titles(client.get(LIST, {"language": ["ka", *["rus"] * 49]})) == ["Б"]
    assert titles(client.get(LIST, {"year": [1990, 2000], "language": "eng"})) == ["В"]
    assert titles(client.get(LIST, {"material": "map"})) == ["Б"]
    assert titles(client.get(LIST, {"branch": "central"})) == ["А"]
    assert titles(client.get(LIST, {"branch": branch.public_id})) == ["А"]
    assert titles(client.get(LIST, {"branch": "x"})) == []


@pytest.mark.parametrize(
    "since", ["2026-06-01", "2026-06-01T00:00:00Z", "2026-06-01T05:00:00+05:00"]
)
def test_only_what_was_changed_since_can_be_asked_for(client, since):
    old, new = make_record("А"), make_record("Б")
    Record.objects.filter(pk=old.pk).update(updated_at=datetime(2026, 5, 1, tzinfo=UTC))
    Record.objects.filter(pk=new.pk).update(updated_at=datetime(2026, 7, 1, tzinfo=UTC))
    assert titles(client.get(LIST, {"updated_since": since})) == ["Б"]


@pytest.mark.parametrize(
    ("since", "found"),
    [
        ("0001-01-01", ["А"]),
        ("0001-01-01T00:00:00+14:00", ["А"]),
        ("9999-12-31", []),
        ("9999-12-31T23:59:59-10:00", []),
    ],
)
def test_ends_of_the_calendar_are_moments_too(client, since, found):
    make_record("А")
    assert titles(client.get(LIST, {"updated_since": since})) == found


def test_names_are_in_the_language_asked_for(client):
    record = make_record("А", authors=[make_agent("Әуезов, Мұхтар", name_ru="Ауэзов, Мухтар")])

    def answer(lang: str = "", accept: str = "") -> tuple[str, str]:
        path, parameters = f"{LIST}{record.public_id}/", {"lang": lang} if lang else {}
        found = client.get(path, parameters, headers={"accept-language": accept}).json()
        return found["contributors"][0]["name"], found["url"].split("/")[3]

    assert answer() == answer(accept="de") == ("Мұхтар Әуезов", "kk")
    assert answer("ru") == answer(accept="de, ru;q=0.8, kk;q=0.5") == ("Мухтар Ауэзов", "ru")
    assert answer("kk", accept="ru") == ("Мұхтар Әуезов", "kk")


def test_the_list_takes_the_same_queries_for_few_and_many(client, django_assert_max_num_queries):
    branch = make_branch("a", "А")
    make_record("А", authors=["Автор"], branches=[branch])
    with django_assert_max_num_queries(6) as few:
        client.get(LIST, {"limit": 50})
    for number in range(20):
        make_record(f"Б {number}", authors=[f"Автор {number}"], branches=[branch])
    with django_assert_max_num_queries(6) as many:
        client.get(LIST, {"limit": 50})
    assert len(few) == len(many)


# One record


@pytest.fixture
def record():
    author = make_agent("Әуезов, Мұхтар", name_ru="Ауэзов, Мухтар", dates="1897–1961")
    found = make_record(
        "Абай жолы",
        authors=[author],
        subtitle="роман-эпопея",
        year=1942,
        annotation="Ұлы ақын",
        subjects=["Қазақ әдебиеті"],
        isbns=["9786011234566"],
        publisher="Жазушы",
    )
    Contribution.objects.create(
        record=found, agent=make_agent("Қабдолов, З."), role="edt", position=1
    )
    Holding.objects.create(
        record=found,
        branch=make_branch("central", "Орталық", address_kk="Абай көшесі, 1"),
        location="Абонемент",
        shelf_mark="84 Ә 82",
        inventory_number="INV-SECRET",
        barcode="BAR-SECRET",
        price=777_777,
        act_number="ACT-SECRET",
        note="NOTE-SECRET",
        acquisition=Acquisition.GIFT,
    )
    return found


def test_the_record_holds_what_its_page_shows(client, record):
    found = client.get(f"{LIST}{record.public_id}/").json()
    assert found["id"] == record.public_id
    assert found["title"] == "Абай жолы"
    assert [each["heading"] for each in found["contributors"]] == ["Әуезов, Мұхтар", "Қабдолов, З."]
    assert found["contributors"][1]["role"]["code"] == "edt"
    assert found["isbns"] == ["9786011234566"]
    assert found["subjects"] == ["Қазақ әдебиеті"]
    [holding] = found["holdings"]
    assert holding["branch"] == "Орталық"
    assert holding["shelf_mark"] == "84 Ә 82"
    assert holding["state"] == "held"
    assert found["links"]["kk"].endswith(f"/kk/catalogue/{record.public_id}/")
    assert found["links"]["ru"].endswith(f"/ru/catalogue/{record.public_id}/")
    assert found["links"]["api"].endswith(f"{LIST}{record.public_id}/")
    assert found["cover"].startswith("http://localhost/")


def test_links_of_a_record_answer(client, record):
    OriginalRecord.objects.create(record=record, dialect="marc21", encoding="utf-8", data=b"x")
    found = client.get(f"{LIST}{record.public_id}/").json()
    for address in (*found["links"].values(), found["cover"]):
        assert client.get(address.removeprefix("http://localhost")).status_code == 200, address


def test_record_that_staff_wrote_links_to_no_original(client, record):
    assert client.get(f"{LIST}{record.public_id}/").json()["links"]["marc"] is None


def test_what_is_for_staff_stays_with_staff(client, record):
    for path in (LIST, f"{LIST}{record.public_id}/", "/api/v3/search/"):
        text = client.get(path).content.decode()
        assert "SECRET" not in text
        assert "777777" not in text
        assert "gift" not in text


def test_a_withdrawn_record_keeps_its_address_but_is_not_listed(client, record):
    Record.objects.filter(pk=record.pk).update(status=RecordStatus.WITHDRAWN)
    assert client.get(f"{LIST}{record.public_id}/").json()["status"] == "withdrawn"
    assert client.get(LIST).json()["count"] == 0


def test_a_hidden_record_is_not_there(client, record):
    Record.objects.filter(pk=record.pk).update(status=RecordStatus.HIDDEN)
    problem(client.get(f"{LIST}{record.public_id}/"), 404)
    assert client.get(LIST).json()["count"] == 0


def test_one_record_takes_a_constant_number_of_queries(
    client, record, django_assert_max_num_queries
):
    with django_assert_max_num_queries(15) as few:
        client.get(f"{LIST}{record.public_id}/")
    for number in range(20):
        Contribution.objects.create(record=record, agent=make_agent(f"Автор {number}"), position=9)
        Holding.objects.create(record=record, branch=make_branch(f"b{number}", f"Филиал {number}"))
    with django_assert_max_num_queries(15) as many:
        client.get(f"{LIST}{record.public_id}/")
    assert len(few) == len(many)


# Who asks makes no difference


@pytest.mark.parametrize("superuser", [False, True])
def test_a_token_sees_what_everyone_sees(client, record, superuser):
    make = User.objects.create_superuser if superuser else User.objects.create_user
    user = make(username="reader", email="reader@library.example", password="x")
    _row, token = APIToken.create_token(user=user, name="tests")
    hidden = make_record("Құпия", status=RecordStatus.HIDDEN)
    headers = {"authorization": f"Bearer {token}"}
    for path in (LIST, f"{LIST}{record.public_id}/", "/api/v3/search/"):
        assert client.get(path, headers=headers).json() == client.get(path).json()
    problem(client.get(f"{LIST}{hidden.public_id}/", headers=headers), 404)
    wrong = client.get(LIST, headers={"authorization": "Bearer nonsense"})
    assert wrong.json()["count"] == 1


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, record, method):
    for path in (LIST, f"{LIST}{record.public_id}/", "/api/v3/search/"):
        assert getattr(client, method)(path).status_code == 405


# Bad questions


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({"limit": 101}, 400),
        ({"limit": 0}, 422),
        ({"limit": "x"}, 422),
        ({"offset": -1}, 422),
        ({"offset": 10**30}, 400),
        ({"order": "price"}, 422),
        ({"lang": "de"}, 422),
        ({"year": "x"}, 422),
        ({"material": "spaceship"}, 422),
        ({"updated_since": "yesterday"}, 422),
        ({"language": ["kaz"] * 51}, 422),
        ({"langauge": "kaz"}, 400),
        ({"fields": "price"}, 400),
    ],
)
def test_a_bad_question_is_a_problem_and_not_an_answer_to_another(client, parameters, status):
    make_record("А")
    problem(client.get(LIST, parameters), status)


@pytest.mark.parametrize(
    "parameters",
    [{"year": 10**30}, {"year": -5}, {"language": "é" * 5000}, {"language": ["ka", "k%z", '","']}],
)
def test_values_that_nothing_has_find_nothing(client, parameters):
    make_record("А")
    assert client.get(LIST, parameters).json() == {"count": 0, "items": []}


def test_a_nul_is_a_bad_request(client):
    problem(client.get(LIST + "?branch=%00"), 400)


@pytest.mark.parametrize(
    "path", [LIST + "0000000000/", LIST + "x/", "/api/v3/nothing/", "/api/", "/api/v2/pages/"]
)
@pytest.mark.parametrize("language", ["kk", "ru", "de"])
def test_what_is_missing_is_a_problem_and_not_a_redirect(client, path, language):
    problem(client.get(path, headers={"accept-language": language}), 404)
