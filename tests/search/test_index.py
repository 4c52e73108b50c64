"""The index follows the catalogue: documents, services, the command, the hooks."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from birge.catalogue.changes import records_changed
from birge.catalogue.choices import HoldingStatus, RecordStatus
from birge.catalogue.finding import FinderFailed, find_records
from birge.catalogue.models import Contribution, Holding, Record
from birge.catalogue.services import save_record
from birge.catalogue.services.records import delete_record
from birge.search import services
from birge.search.checks import check_engine
from birge.search.documents import documents_for
from birge.search.engines import get_engine
from birge.search.engines.base import EngineFailed, Role, SearchRequest
from birge.search.interpretation import interpret
from tests.search.library import make_agent, make_branch, make_record

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def found(text: str, **values: object) -> list[int]:
    request = SearchRequest(query=interpret(text).query, **values)
    return [hit.record_id for hit in get_engine().search(request).hits]


# Documents


def test_a_document_holds_what_readers_look_for():
    branches = [make_branch("a", "А"), make_branch("b", "Б")]
    record = make_record(
        "Абай жолы",
        authors=[make_agent("Әуезов, Мұхтар Омарханұлы", "Ауэзов, Мухтар")],
        branches=branches,
        subtitle="роман-эпопея",
        part_title="Екінші кітап",
        set_title="Таңдамалы шығармалар",
        responsibility="пер. Анны Никольской",
        subjects=["Қазақ әдебиеті"],
        annotation="Ұлы ақынның өмірі",
        series="Алтын қор",
        publisher="Жазушы",
        isbns=["978-601-12-3456-6"],
        invalid_isbns=["978-601-12-3456-0"],
        issns=["0378-5955"],
        year=1942,
        received_on=date(2026, 11, 20),
        index=False,
    )
    [document] = documents_for([record.pk])
    names = " ".join(run.exact for run in document.runs[Role.NAMES])
    assert "омарханұлы" in names
    assert "мұхтар" in names
    assert "ауэзов" in names
    assert "әуезов м о" in names
    assert document.runs[Role.TITLE][0].exact == "абай жолы"
    assert document.title_words == 2
    assert document.identifiers == ["9786011234566", "9786011234560", "03785955"]
    assert sorted(document.facets["branch"]) == sorted(branch.public_id for branch in branches)
    assert (document.year, document.received_on) == (1942, date(2026, 11, 20))
    services.index_records([record.pk])
    for query in ("эпопея", "никольская", "таңдамалы", "әдебиет", "ақын", "алтын", "жазушы 1942"):
        assert found(query) == [record.pk], query


def test_documents_take_four_queries_whatever_their_number(django_assert_num_queries):
    branch = make_branch("a", "А")
    ids = [
        make_record(f"Абай {n}", authors=[f"Автор {n}"], branches=[branch], index=False).pk
        for n in range(30)
    ]
    with django_assert_num_queries(4):
        assert len(documents_for(ids[:3])) == 3
    with django_assert_num_queries(4):
        assert len(documents_for(ids)) == 30


def test_lost_copies_and_repeated_contributors_count_once_or_not_at_all():
    kept, lost = make_branch("a", "А"), make_branch("b", "Б")
    author = make_agent("Құнанбаев, Абай")
    record = make_record("Қара сөздер", authors=[author], branches=[kept, kept], index=False)
    Contribution.objects.create(record=record, agent=author, role="com", position=1)
    Holding.objects.create(record=record, branch=lost, status=HoldingStatus.LOST)
    services.index_records([record.pk])
    result = get_engine().search(SearchRequest())
    assert [count for _value, count in result.facets["author"]] == [1]
    assert list(result.facets["branch"]) == [(kept.public_id, 1)]


def test_a_translator_is_found_by_name_but_is_no_author():
    record = make_record("Абай жолы", authors=["Әуезов, Мұхтар"], index=False)
    translator = make_agent("Никольская, Анна")
    Contribution.objects.create(record=record, agent=translator, role="trl", position=1)
    alone = make_record("Жинақ", index=False)
    Contribution.objects.create(record=alone, agent=translator, role="com", position=0)
    services.index_records([record.pk, alone.pk])
    assert set(found("никольская")) == {record.pk, alone.pk}
    assert found("", filters={"author": [str(translator.pk)]}) == [alone.pk]


def test_old_language_codes_and_strange_lists_are_taken_as_they_come():
    record = make_record("Faust", language="ger", subjects=[None, 5, "Drama"], index=False)
    record.languages = ["ger", "fre"]
    record.save()
    services.index_records([record.pk])
    assert dict(get_engine().search(SearchRequest()).facets["language"]) == {"deu": 1, "fra": 1}
    assert found("drama") == [record.pk]


# Services


def test_a_change_takes_effect_in_the_same_transaction():
    record = make_record("Абай жолы")
    try:
        with transaction.atomic():
            Record.objects.filter(pk=record.pk).update(title="Шоқан")
            records_changed([record.pk])
            assert found("шоқан") == [record.pk]
            raise RuntimeError
    except RuntimeError:
        pass
    assert found("шоқан") == []
    assert found("абай") == [record.pk]


def test_a_record_that_is_gone_or_hidden_leaves_no_trace_for_readers():
    record = make_record("Абай жолы")
    number = record.pk
    Record.objects.filter(pk=number).update(status=RecordStatus.WITHDRAWN)
    records_changed([number])
    assert found("абай") == []
    assert found("абай", public_only=False) == [number]
    Record.objects.filter(pk=number).delete()
    records_changed([number])
    assert get_engine().count() == 0
    assert found("абай", public_only=False) == []


def test_indexing_a_batch_takes_few_statements(django_assert_max_num_queries):
    ids = [make_record(f"Абай {n}", authors=[f"Автор {n}"], index=False).pk for n in range(200)]
    with django_assert_max_num_queries(30):
        services.index_records(ids)


def test_indexing_twice_changes_nothing():
    record = make_record("Абай жолы", authors=["Әуезов, Мұхтар"])
    services.index_records([record.pk, record.pk])
    result = get_engine().search(SearchRequest(query=interpret("абай").query))
    assert result.total == 1
    assert len(result.facets["author"]) == 1


# Staff's lists


def test_staff_find_hidden_records_too():
    shown, hidden = make_record("Абай жолы"), make_record("Абай", status=RecordStatus.HIDDEN)
    assert set(find_records("абайдың")) == {shown.pk, hidden.pk}
    assert find_records("***") == []
    assert len(find_records("абай", 1)) == 1


def test_staff_are_told_of_a_failing_engine(monkeypatch):
    def fail(*arguments: object) -> None:
        raise EngineFailed("gone")

    monkeypatch.setattr("birge.search.engines.database.DatabaseEngine.first_found", fail)
    with pytest.raises(FinderFailed):
        find_records("абай")


# The command


def run(*options: str) -> str:
    out = StringIO()
    call_command("index_catalogue", *options, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_the_command_indexes_what_is_missing_and_only_that():
    known = make_record("Абай жолы")
    missing = make_record("Шоқан", index=False)
    hidden = make_record("Ыбырай")
    Record.objects.filter(pk=hidden.pk).update(status=RecordStatus.HIDDEN)
    Record.objects.filter(pk=known.pk).update(title="Басқа")
    output = run()
    assert "2" in output
    assert found("шоқан") == [missing.pk]
    assert found("ыбырай") == []
    assert found("абай") == [known.pk], "a known record is not read again"


def test_rebuild_indexes_everything_anew():
    record = make_record("Абай жолы")
    Record.objects.filter(pk=record.pk).update(title="Шоқан")
    output = run("--rebuild")
    assert found("шоқан") == [record.pk]
    assert found("абай") == []
    assert "1" in output
    assert run("--rebuild", "--verbosity", "0") == ""


def test_the_command_stops_between_batches_and_can_be_repeated(monkeypatch):
    for number in range(5):
        make_record(f"Абай {number}", index=False)
    monkeypatch.setattr(services, "BATCH", 2)
    real = services.documents_for
    calls = []

    def stop_at_third(ids, made):
        calls.append(ids)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(ids, made)

    monkeypatch.setattr(services, "documents_for", stop_at_third)
    with pytest.raises(CommandError) as stopped:
        run()
    assert stopped.value.returncode == 130
    assert get_engine().count() == 4
    run()
    assert get_engine().count() == 5


def test_a_failing_engine_fails_the_command(monkeypatch):
    make_record("Абай", index=False)

    def fail(*arguments: object) -> None:
        raise EngineFailed("gone")

    monkeypatch.setattr(type(get_engine()), "put", fail)
    with pytest.raises(CommandError, match="gone"):
        run("--rebuild")


# Settings


def test_an_engine_of_another_database_is_an_error_at_start(settings):
    settings.BIRGE_SEARCH_ENGINE = "auto"
    assert check_engine(None) == []
    settings.BIRGE_SEARCH_ENGINE = "postgres" if get_engine().name == "sqlite" else "sqlite"
    assert [message.id for message in check_engine(None)] == ["search.E001"]


def test_what_changes_while_a_run_reads_ahead_is_read_again():
    changed, kept, gone = (make_record(f"Абай {number}") for number in range(3))
    batch = services.Batch([changed.pk, kept.pk, gone.pk])
    changed.title = "Қан мен тер"
    save_record(changed)
    delete_record(gone)
    assert list(batch.unchanged()) == [kept.pk]
    services.index_records(batch.ids, batch.unchanged())
    assert len(found("абай")) == 1
    assert len(found("қан")) == 1
