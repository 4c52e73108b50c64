"""Every answer under the API's address is one of the API's."""

import pytest

from tests.factories.catalogue import RecordFactory
from tests.factories.site import make_site

PROBLEM = "application/problem+json"


@pytest.mark.django_db
def test_wrong_method_is_a_problem_document(client):
    response = client.post("/api/v3/records/")
    assert response.status_code == 405
    assert response["Content-Type"] == PROBLEM
    assert response["Allow"] == "GET, HEAD"
    assert response.json()["status"] == 405


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/api/v3/records/", "/api/v3/pages/", "/api/v3/nothing/", "/api/v3/openapi.json"]
)
def test_head_is_answered_as_get_without_a_body(client, path):
    whole, head = client.get(path), client.head(path)
    assert head.status_code == whole.status_code
    assert dict(head.headers) == dict(whole.headers)
    assert head.content == b""


@pytest.mark.django_db
def test_letters_are_sent_as_letters(client):
    RecordFactory(title="Абай жолы")
    assert "Абай жолы" in client.get("/api/v3/records/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/v3/records/", "/api/v3/pages/", "/api/v3/nothing/"])
def test_pages_of_other_sites_may_read_what_anyone_may(client, path):
    name = "Access-Control-Allow-Origin"
    headers = {"origin": "https://school.example"}
    response = client.get(path, headers=headers)
    assert response[name] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    assert name in client.head(path, headers=headers)
    assert name not in client.get(path, headers={**headers, "authorization": "Bearer x"})
    assert name not in client.post(path, headers=headers)
    assert name not in client.options(path, headers=headers)


def test_other_addresses_are_for_the_site_alone(client):
    assert "Access-Control-Allow-Origin" not in client.get("/healthz")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/v3/records/", "/api/v3/nothing/"])
def test_caches_are_told_that_labels_follow_the_language(client, path):
    assert "Accept-Language" in client.get(path)["Vary"]


@pytest.mark.django_db
def test_missing_address_is_a_problem_document_and_stays_where_it_is(client):
    response = client.get("/api/v3/nothing/", headers={"accept-language": "ru"})
    assert response.status_code == 404
    assert response["Content-Type"] == PROBLEM


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/v3/records/", "/api/v3/pages/", "/api/v3/search/"])
def test_place_beyond_counting_is_refused(client, path):
    assert client.get(path, {"offset": "9" * 20}).status_code in (400, 422)


@pytest.mark.django_db
def test_links_lead_to_the_site_whatever_host_was_asked(client):
    site = make_site("https://kitaphana.example")
    record = RecordFactory(title="Абай жолы")
    found = client.get(
        f"/api/v3/records/{record.public_id}/", headers={"host": "elsewhere.example"}
    ).json()
    assert found["links"]["kk"].startswith(f"{site.root_url}/kk/")
