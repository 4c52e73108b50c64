"""Imports and sources in the admin."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from birge.catalogue.choices import RunStatus
from birge.catalogue.models import (
    ImportRun,
    Record,
    Reject,
    Source,
)
from birge.core.models import User
from tests.catalogue.test_admin import page
from tests.factories.catalogue import RecordFactory, SourceFactory

pytestmark = pytest.mark.django_db


def test_imports_are_looked_at_and_never_changed(admin):
    run = ImportRun.objects.create(source=SourceFactory(), status=RunStatus.DONE, rejected=1)
    reject = Reject.objects.create(
        run=run, file="a.mrc", position=3, reason="truncated", data=b"\x00\xff bytes"
    )
    assert admin.get(reverse("catalogue_import:index")).status_code == 200
    assert "a.mrc" in admin.get(reverse("catalogue_import:inspect", args=[run.pk])).content.decode()
    assert (
        admin.get(reverse("catalogue_import:reject", args=[reject.pk])).content == b"\x00\xff bytes"
    )
    for name, args in (("add", []), ("edit", [run.pk]), ("delete", [run.pk])):
        assert admin.post(reverse(f"catalogue_import:{name}", args=args)).status_code == 302
    assert ImportRun.objects.count() == 1


def test_an_import_is_shown_in_words_and_in_the_time_of_the_library(admin):
    run = ImportRun.objects.create(
        source=SourceFactory(),
        files=["a&b.mrc", "c.xml"],
        options={"dialect": "unimarc", "encoding": "auto"},
        found=[{"file": "a&b.mrc", "container": "iso2709", "dialects": ["marc21"], "read": 3}],
    )
    moment = datetime.datetime(2026, 11, 20, 21, 30, tzinfo=datetime.UTC)
    ImportRun.objects.update(started_at=moment)
    url = reverse("catalogue_import:inspect", args=[run.pk])
    with timezone.override("Asia/Almaty"):
        response = admin.get(url)
    text = response.content.decode()
    shown = {field["label"]: field["value"] for field in response.context["fields"]}
    assert "a&amp;b.mrc" in text
    assert "c.xml" in text
    assert "UNIMARC<br>" in text
    assert "ISO 2709" in text
    assert "MARC 21" in text
    assert "[&#x27;" not in text
    assert "2:30" in text
    assert "None" not in map(str, shown.values())


def test_a_source_with_records_keeps_its_name(admin):
    """Imports find it by the name: under another all records would come again."""
    record = RecordFactory(source=SourceFactory(name="IRBIS"))
    data = {"name": "Library", "description": "ours"}
    admin.post(reverse("catalogue_source:edit", args=[record.source_id]), data)
    source = Source.objects.get()
    assert (source.name, source.description) == ("IRBIS", "ours")


def test_sources_are_in_the_order_of_the_kazakh_alphabet(admin):
    names = ["Ә", "Б", "А", "Қ", "К"]
    for name in names:
        SourceFactory(name=name)
    in_order = ["А", "Ә", "Б", "К", "Қ"]
    listed = admin.get(reverse("catalogue_source:index")).context["page_obj"]
    assert [source.name for source in listed] == in_order
    form = admin.get(page(Record, "add")).context["form"]
    assert [source.name for source in form.fields["source"].queryset] == in_order
    for url in (page(Record, "list"), reverse("catalogue_import:index")):
        chosen = admin.get(url, {"source": Source.objects.get(name="Қ").pk})
        field = chosen.context["filters"].form.fields["source"]
        assert [source.name for source in field.queryset] == in_order


def test_rejected_bytes_need_permission(client):
    run = ImportRun.objects.create(source=SourceFactory())
    reject = Reject.objects.create(run=run, file="a", position=1, reason="empty", data=b"x")
    url = reverse("catalogue_import:reject", args=[reject.pk])
    assert client.get(url).status_code == 302
    client.force_login(User.objects.create_user("nobody"))
    assert client.get(url).status_code in (302, 403)


def test_repeated_records_and_holdings_of_a_file_are_shown(admin):
    found = {"file": "a.mrc", "read": 17, "superseded": 12, "holdings": 3, "rejected": 2}
    run = ImportRun.objects.create(source=SourceFactory(), files=["a.mrc"], found=[found])
    text = admin.get(reverse("catalogue_import:inspect", args=[run.pk])).content.decode()
    assert "<td>17</td><td>12</td><td>3</td><td>2</td>" in text


@pytest.mark.parametrize(
    ("data", "ending"), [(b"00714cam", "mrc"), (b"\xef\xbb\xbf<record/>", "xml"), (b"{}", "json")]
)
def test_a_reject_is_a_file_of_its_own_kind(admin, data, ending):
    run = ImportRun.objects.create(source=SourceFactory())
    reject = Reject.objects.create(run=run, file="a", position=1, reason="empty", data=data)
    answer = admin.get(reverse("catalogue_import:reject", args=[reject.pk]))
    assert answer["Content-Disposition"].endswith(f'.{ending}"')
    assert answer.content == data
