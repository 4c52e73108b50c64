"""A page is found however deep it is, by whoever may see it and by nobody else."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.models import Locale, PageViewRestriction

from birge.catalogue.services.belongings import equip_branch
from birge.home.models import BranchPage
from tests.factories.catalogue import BranchFactory
from tests.factories.site import make_page, make_site

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def home():
    return make_site().root_page.specific


@pytest.fixture
def pages(home):
    """Three pages, one below the other."""
    first = make_page(home, "Бірінші", "first")
    second = make_page(first, "Екінші", "second")
    return first, second, make_page(second, "Үшінші", "third")


def status(path: str) -> int:
    return Client().get(path).status_code


def restrict(page) -> None:
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="login")


def test_a_page_deep_in_the_tree(pages):
    response = Client().get("/kk/first/second/third/")
    assert response.status_code == 200
    assert response.context["page"] == pages[2]
    shown = [link.title for link in response.context["frame"].breadcrumbs]
    assert shown[-2:] == ["Бірінші", "Екінші"]


@pytest.mark.parametrize(
    "path",
    ["/kk/second/", "/kk/first/third/", "/kk/first/second/third/fourth/", "/kk/first/first/"],
)
def test_an_address_that_leads_nowhere(pages, path):
    assert status(path) == 404


def test_a_page_in_draft_is_missing_and_pages_below_it_are_not(pages):
    pages[1].unpublish()
    assert status("/kk/first/second/") == 404
    response = Client().get("/kk/first/second/third/")
    assert "Екінші" not in [link.title for link in response.context["frame"].breadcrumbs]


@pytest.mark.parametrize("deleted", [False, True])
def test_a_language_without_its_home_page_shows_no_other_language(home, pages, deleted):
    russian = home.get_translation(Locale.objects.get(language_code="ru"))
    assert status("/ru/") == 200
    if deleted:
        russian.delete()
    else:
        russian.unpublish()
    for address in ("/ru/", "/ru/first/", "/ru/news/"):
        response = Client().get(address)
        assert response.status_code == 404
        assert 'lang="ru"' in response.content.decode()
    assert status("/kk/first/") == 200
    link = next(
        each for each in Client().get("/kk/").context["frame"].languages if each.code == "ru"
    )
    assert status(link.url) == 200
    assert "untranslated" in link.url


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_restriction_holds_for_all_below(pages, place):
    restrict(pages[place])
    addresses = ["/kk/first/", "/kk/first/second/", "/kk/first/second/third/"]
    assert [status(address) for address in addresses] == [200] * place + [302] * (3 - place)


def test_a_restriction_of_the_home_page_holds_for_all(home, pages):
    restrict(home)
    assert status("/kk/first/second/third/") == 302


def test_a_restriction_holds_for_an_alias_of_the_page_too(home, pages):
    restrict(pages[1])
    alias = pages[1].create_alias(parent=home, update_slug="alias")
    alias.create_alias(parent=home, update_slug="alias-of-alias")
    PageViewRestriction.objects.exclude(page=pages[1].page_ptr).delete()
    assert status("/kk/alias/") == 302
    assert status("/kk/alias-of-alias/") == 302


def test_a_page_below_a_hidden_branch_is_missing(home):
    branch = BranchFactory()
    equip_branch(branch)
    page = make_page(BranchPage.objects.get(branch=branch, locale=home.locale), "Ереже", "rules")
    assert status(page.get_url()) == 200
    type(branch).objects.filter(pk=branch.pk).update(open_to_public=False)
    assert status(page.get_url()) == 404
