"""Every answer under the API's address is one of the API's."""

import pytest

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
