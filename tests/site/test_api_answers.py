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
    assert response["Allow"] == "GET"
    assert response.json()["status"] == 405


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
