"""The API's description: kept as a snapshot, valid, and readable without leaving the site."""

from __future__ import annotations

import json
import re

import pytest

from birge.site.management.commands.export_openapi import openapi_text
from tests.needs import ROOT

SNAPSHOT = ROOT / "tests" / "golden" / "openapi.json"
DOCUMENT = "/api/v3/openapi.json"


def test_the_contract_is_the_one_that_was_agreed():
    assert openapi_text() + "\n" == SNAPSHOT.read_text(encoding="utf-8"), (
        "The API's contract has changed. If that is meant, look at the difference after"
        " `manage.py export_openapi tests/golden/openapi.json` and commit it."
    )


def test_the_served_document_is_the_described_one(client):
    response = client.get(DOCUMENT)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/json")
    assert set(response.json()["paths"]) == set(json.loads(openapi_text())["paths"])


def test_every_security_scheme_is_complete_and_every_requirement_known():
    document = json.loads(openapi_text())
    schemes = document["components"]["securitySchemes"]
    for scheme in schemes.values():
        assert scheme["type"] != "http" or scheme["scheme"]
    for path, operations in document["paths"].items():
        for operation in operations.values():
            for requirement in operation.get("security", []):
                assert set(requirement) <= set(schemes), path


@pytest.mark.parametrize("path", ["/api/v3/records/", "/api/v3/search/"])
def test_anyone_may_read_our_routers(path):
    operation = json.loads(openapi_text())["paths"][path]["get"]
    assert {} in operation["security"]
    assert operation["summary"]
    assert operation["description"]


def test_references_lead_somewhere_and_ids_are_unique():
    text = openapi_text()
    document = json.loads(text)
    schemas = document["components"]["schemas"]
    for name in re.findall(r'"#/components/schemas/([^"]+)"', text):
        assert name in schemas
    ids = [
        operation["operationId"]
        for operations in document["paths"].values()
        for operation in operations.values()
    ]
    assert len(ids) == len(set(ids))


def test_the_documentation_page_asks_nobody_else(client):
    response = client.get("/api/v3/docs/")
    page = response.content.decode()
    assert response.status_code == 200
    assert DOCUMENT in page
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert addresses
    assert all(address.startswith(("/", "data:")) for address in addresses)


@pytest.mark.django_db
def test_description_and_documentation_can_be_closed(client, settings):
    settings.WAGTAILAPI_DOCS_ENABLED = False
    assert client.get(DOCUMENT).status_code == 404
    assert client.get("/api/v3/docs/").status_code == 404
