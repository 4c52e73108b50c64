"""Wagtail's own part of the API: what an anonymous visitor may see of pages and pictures."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images import get_image_model
from wagtail.models import APIToken, Collection, CollectionViewRestriction, PageViewRestriction

from birge.core.models import User
from tests.factories.site import make_page, make_site

pytestmark = pytest.mark.django_db

PAGES, IMAGES = "/api/v3/pages/", "/api/v3/images/"
PIXEL = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


@pytest.fixture
def home():
    return make_site().root_page


def titles(client, **how) -> set[str]:
    answer = client.get(PAGES, {"limit": 100}, **how).json()
    return {item["title"] for item in answer["items"]}


def test_only_live_and_public_pages_are_given_to_everyone(client, home):
    make_page(home, "Ашық бет", "open")
    draft = make_page(home, "Қаралама бет", "draft")
    draft.unpublish()
    private = make_page(home, "Жабық бет", "private")
    below = make_page(private, "Жабық беттің ішінде", "below")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    found = titles(client)
    assert "Ашық бет" in found
    assert found.isdisjoint({"Қаралама бет", "Жабық бет", "Жабық беттің ішінде"})
    for page in (draft, private, below):
        response = client.get(f"{PAGES}{page.pk}/")
        assert response.status_code == 404
        assert response["Content-Type"] == "application/problem+json"


def test_a_session_of_an_editor_opens_nothing(client, home):
    draft = make_page(home, "Қаралама бет", "draft")
    draft.unpublish()
    client.force_login(User.objects.create_superuser("admin", "admin@library.example", "x"))
    assert "Қаралама бет" not in titles(client)


def test_writing_wants_a_token_with_rights(client, home):
    body = {"meta": {"type": "home.ContentPage"}, "title": "Жаңа", "slug": "new"}
    assert client.post(PAGES, body, content_type="application/json").status_code in (401, 403)
    user = User.objects.create_user("reader", "reader@library.example", "x")
    _row, token = APIToken.create_token(user=user, name="tests")
    answer = client.post(
        PAGES,
        {**body, "parent_id": home.pk},
        content_type="application/json",
        headers={"authorization": f"Bearer {token}"},
    )
    assert answer.status_code in (401, 403, 422)
    assert "Жаңа" not in titles(client)


def test_a_page_limit_over_the_most_is_an_error(client, home):
    response = client.get(PAGES, {"limit": 101})
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"


def test_pictures_of_private_collections_are_not_told_of(client, db):
    """Originals in public collections lie in public media anyway, so the list may name them."""
    image_model = get_image_model()
    root = Collection.get_first_root_node()
    private = root.add_child(instance=Collection(name="Жабық"))
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    for title, collection in (("Ашық сурет", root), ("Жабық сурет", private)):
        file = SimpleUploadedFile("pixel.gif", PIXEL, "image/gif")
        image_model.objects.create(title=title, file=file, collection=collection, width=1, height=1)
    answer = client.get(IMAGES)
    assert [item["title"] for item in answer.json()["items"]] == ["Ашық сурет"]
    hidden = image_model.objects.get(title="Жабық сурет")
    assert client.get(f"{IMAGES}{hidden.pk}/").status_code == 404
    assert hidden.file.name not in answer.content.decode()
