"""What the blocks of a body name is fetched once for each model, and is what Wagtail would fetch."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from birge.catalogue.models import Record
from birge.core.models import LibraryDocument, LibraryImage
from birge.home.materials import PageMaterials
from birge.home.models import ContentPage
from birge.home.together import Together, ids_named
from tests.factories.catalogue import RecordFactory
from tests.factories.site import make_page, make_site

pytestmark = [pytest.mark.database, pytest.mark.django_db]

BODY = ContentPage._meta.get_field("body").stream_block


def item(value: object) -> dict:
    return {"type": "item", "id": "", "value": value}


def block(kind: str, value: object) -> dict:
    return {"type": kind, "id": "", "value": value}


def together(raw: list[dict]) -> Together:
    return Together(ids_named(BODY, raw), {})


def read(raw: list[dict]) -> list:
    """The values of the blocks, fetched together."""
    body = BODY.to_python(raw)
    with together(raw).used():
        return [each.value for each in body]


def test_names_whatever_stands_at_any_depth():
    raw = [
        block("gallery", {"title": "", "pictures": [item({"image": 5, "alt": "а"})]}),
        block("records", {"title": "", "records": [item(7), 8]}),
        block("hours", {"title": "", "branch": None}),
        block("text", '<p><a linktype="page" id="3">б</a><a linktype="document" id="x">в</a></p>'),
        block("heading", "г"),
        block("of another version", {"image": 9}),
    ]
    assert ids_named(BODY, raw) == {LibraryImage: {5}, Record: {7, 8}, Page: {3}}


def test_a_model_is_asked_once_for_all_blocks(django_assert_num_queries):
    image = LibraryImage.objects.create(title="Зал", file=get_test_image_file())
    picture = {"image": image.pk, "alt": "Зал", "caption": ""}
    partner = {"name": "М", "url": "", "logo": image.pk, "text": ""}
    raw = [
        block("image", picture),
        block("gallery", {"title": "", "pictures": [item(picture)]}),
        block("partners", {"title": "", "partners": [item(partner)]}),
    ]
    with django_assert_num_queries(1):
        one, gallery, partners = read(raw)
    assert one["image"] == gallery["pictures"][0]["image"] == partners["partners"][0]["logo"]


def test_what_is_gone_is_none_and_the_others_stay_in_place():
    first, last = RecordFactory(), RecordFactory()
    [shelf] = read([block("records", {"records": [item(n) for n in (last.pk, 9999, first.pk)]})])
    assert list(shelf["records"]) == [last, None, first]


def test_outside_every_place_has_an_object_of_its_own():
    record = RecordFactory()
    raw = [block("records", {"records": [item(record.pk), item(record.pk)]})]
    first, second = BODY.to_python(raw)[0].value["records"]
    assert first == second == record
    assert first is not second


def test_links_of_texts_take_what_blocks_have_fetched():
    file = LibraryDocument.objects.create(title="Е", file=ContentFile(b"words", name="rules.txt"))
    page = make_page(make_site().root_page.specific, "Көмек", "help")
    raw = [
        block("files", {"title": "", "files": [item({"document": file.pk, "title": ""})]}),
        block("text", f'<p><a linktype="document" id="{file.pk}">е</a></p>'),
        block("text", f'<p><a linktype="page" id="{page.pk}">к</a></p>'),
    ]
    asked = []

    def linked(ids: set[int]) -> dict[int, Page]:
        asked.append(ids)
        return {page.pk: page}

    with CaptureQueriesContext(connection) as queries:
        materials = PageMaterials.of_body(BODY.to_python(raw), ids_named(BODY, raw), linked)
    files, first, second = [each.value for each in materials.body]
    assert f'href="{file.url}"' in first.source
    assert 'href="/kk/help/"' in second.source
    assert files["files"][0]["document"] == file
    assert asked == [{page.pk}]
    table = LibraryDocument._meta.db_table
    assert sum(table in query["sql"] for query in queries.captured_queries) == 1
