"""A branch saved on a site, for tests of what it owns."""

from __future__ import annotations

from django.apps import apps
from django.test import Client, TestCase
from django.urls import reverse

from birge.catalogue.models import Branch
from birge.catalogue.services.belongings import (
    save_branch,
)
from birge.core.models import User
from birge.home.models import BranchPage
from tests.factories.site import make_site

FORM = {
    "name_kk": "«Самал» филиалы",
    "name_ru": "Филиал «Самал»",
    "code": "samal",
    "position": 1,
    "open_to_public": "on",
    **{
        f"opening_hours-{name}": number
        for name, number in (
            ("TOTAL_FORMS", 0),
            ("INITIAL_FORMS", 0),
            ("MIN_NUM_FORMS", 0),
            ("MAX_NUM_FORMS", 1000),
        )
    },
}


def address(name: str, *args: object) -> str:
    return reverse(Branch.snippet_viewset.get_url_name(name), args=args)


def page_in(language: str, branch: Branch) -> BranchPage:
    return BranchPage.objects.get(branch=branch, locale__language_code=language)


def titles(branch: Branch) -> tuple[str, str]:
    return page_in("kk", branch).title, page_in("ru", branch).title


def rows() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


class BranchCase(TestCase):
    """A site, a branch saved on it, and an administrator at the admin."""

    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.branch = save_branch(
            Branch(code="samal", name_kk="«Самал» филиалы", name_ru="Филиал «Самал»")
        )
        cls.administrator = User.objects.create_superuser("admin", "", "x")

    def setUp(self):
        self.admin = Client()
        self.admin.force_login(self.administrator)
