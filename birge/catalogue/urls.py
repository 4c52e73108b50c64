"""Addresses of records; an address with a public id is on posters and shelf labels."""

from __future__ import annotations

from django.urls import path, register_converter

from birge.catalogue import views
from birge.core.public_ids import PATTERN, PATTERN_IN_CAPITALS


class PublicIdConverter:
    """A public id as it is written."""

    regex = PATTERN

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class CapitalIdConverter(PublicIdConverter):
    """A public id with capitals in it, as somebody has taken it down or a scanner has read it."""

    regex = PATTERN_IN_CAPITALS


register_converter(PublicIdConverter, "public_id")
register_converter(CapitalIdConverter, "capital_id")

app_name = "catalogue"
urlpatterns = [
    path("<public_id:public_id>/", views.record, name="record"),
    path("<public_id:public_id>/cover.svg", views.cover, name="cover"),
    path("<public_id:public_id>.mrc", views.record_mrc, name="record_mrc"),
    path("<public_id:public_id>.json", views.record_json, name="record_json"),
    path("<public_id:public_id>.ris", views.record_ris, name="record_ris"),
    path("<public_id:public_id>.bib", views.record_bib, name="record_bib"),
    path("<capital_id:public_id><path:rest>", views.in_small_letters),
]
