"""Project rules of the home room that Django checks at start-up."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail.models import Page, get_page_models

from birge.home.models import BasePage, CataloguePage


@register()
def check_page_types(app_configs: list[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Every page type stands on `BasePage` (home.E001) and has its template (home.E002)."""
    found: list[CheckMessage] = []
    for model in get_page_models():
        if model is Page:
            continue
        if not issubclass(model, BasePage):
            found.append(
                Error(
                    f"{model.__name__} does not stand on birge.home.models.BasePage.",
                    hint="Its slug, lead and listing picture come from there.",
                    obj=model,
                    id="home.E001",
                )
            )
        elif model is not CataloguePage and not _has_template(model):
            found.append(
                Error(f"{model.__name__} has no template.", hint=model.template, id="home.E002")
            )
    return found


def _has_template(model: type[Page]) -> bool:
    try:
        get_template(model.template)
    except TemplateDoesNotExist:
        return False
    return True
