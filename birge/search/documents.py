"""Records as documents of the index, many at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from birge.catalogue.choices import AgentKind, RecordStatus
from birge.catalogue.choices import Role as ContributorRole
from birge.catalogue.languages import BIBLIOGRAPHIC
from birge.catalogue.models import Agent, Contribution, Holding, Record
from birge.core.among import among
from birge.language.names import name_forms
from birge.search.engines.base import Document, Role, Run
from birge.search.identifiers import digits_of, spellings
from birge.search.runs import frequent_run, text_run

#: More names, subjects or words in a title than these help nobody to find a record.
MOST_VALUES = 200
MOST_TITLE_WORDS = 1000
HINTS = {"kaz": "kk", "rus": "ru"}


class Contributor(NamedTuple):
    """Who did what for a record."""

    agent_id: int
    role: str


def documents_for(record_ids: Iterable[int]) -> list[Document]:
    """Documents of the records that exist, in four queries whatever their number."""
    records = list(Record.objects.filter(pk__in=among(record_ids)).order_by("pk"))
    ids = [record.pk for record in records]
    contributors = _contributors(ids)
    branches = _branches(ids)
    names = NameRuns(each.agent_id for found in contributors.values() for each in found)
    return [
        _document(record, contributors[record.pk], branches[record.pk], names) for record in records
    ]


def _contributors(record_ids: Sequence[int]) -> dict[int, list[Contributor]]:
    found: dict[int, list[Contributor]] = defaultdict(list)
    rows = Contribution.objects.filter(record_id__in=among(record_ids))
    for record_id, agent_id, role in rows.order_by("record_id", "position", "pk").values_list(
        "record_id", "agent_id", "role"
    ):
        found[record_id].append(Contributor(agent_id, role))
    return found


def _branches(record_ids: Sequence[int]) -> dict[int, list[str]]:
    """Public ids of the branches that still have a copy."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = (
        Holding.objects.present()
        .filter(record_id__in=among(record_ids))
        .order_by()
        .values_list("record_id", "branch__public_id")
        .distinct()
    )
    for record_id, branch in rows:
        found[record_id].append(branch)
    return found


def _document(
    record: Record,
    contributors: Sequence[Contributor],
    branches: Sequence[str],
    names: NameRuns,
) -> Document:
    hint = language_hint(record.languages)
    title = text_run(record.title, hint)
    return Document(
        record_id=record.pk,
        public=record.status == RecordStatus.ACTIVE,
        runs={
            Role.TITLE: _filled([title, *_part_runs(record, hint)]),
            Role.NAMES: _filled(_name_runs(record, contributors, hint, names)),
            # What a title page adds to the title says what the book is, as a subject does:
            # «… қазақ ертегілері» below a title must not weigh what «Қазақ …» in it does.
            Role.SUBJECTS: _filled(_subject_runs(record, hint)),
            Role.TEXT: _filled(_text_runs(record, hint)),
        },
        identifiers=_identifiers(record),
        facets={
            "language": [BIBLIOGRAPHIC.get(code, code)[:40] for code in _texts(record.languages)],
            "author": [str(each.agent_id) for each in _authors(contributors)],
            "branch": branches,
            "type": [record.material_type],
        },
        year=record.year,
        received_on=record.received_on,
        title_key=record.title_key,
        title_words=min(title.exact.count(" ") + 1, MOST_TITLE_WORDS),
    )


def language_hint(codes: Sequence[str]) -> str:
    """The language to read a record's words in; none where it is in both or in another."""
    hints = {HINTS.get(code, "") for code in codes}
    return hints.pop() if len(hints) == 1 else ""


def _authors(contributors: Sequence[Contributor]) -> Sequence[Contributor]:
    """The authors, or whoever stands first where there is none, as the record's page has it."""
    authors = [each for each in contributors if each.role == ContributorRole.AUTHOR]
    return authors or contributors[:1]


def _part_runs(record: Record, hint: str) -> Iterable[Run]:
    yield text_run(record.part_number, hint)
    yield text_run(record.part_title, hint)


def _subject_runs(record: Record, hint: str) -> Iterable[Run]:
    """What the record is about, and what it is called besides its title."""
    for subject in _texts(record.subjects):
        yield frequent_run(subject, hint)
    yield text_run(record.subtitle, hint)
    yield frequent_run(record.set_title, hint)
    yield text_run(record.original_title)


class NameRuns:
    """The runs of each agent's names, made once for a batch of records; one query."""

    def __init__(self, agent_ids: Iterable[int]) -> None:
        agents = Agent.objects.filter(pk__in=among(set(agent_ids))).order_by()
        self._agents = {agent.pk: agent for agent in agents}
        self._known: dict[tuple[int, str], list[Run]] = {}

    def of(self, agent_id: int, hint: str) -> list[Run]:
        """Every form of every name, with initials too."""
        found = self._known.get((agent_id, hint))
        if found is None:
            agent = self._agents[agent_id]
            names = list(agent.all_names)
            if agent.kind == AgentKind.PERSON:
                names.append(name_forms(agent.name).short)
            found = [frequent_run(name, hint) for name in dict.fromkeys(names)]
            self._known[agent_id, hint] = found
        return found


def _name_runs(
    record: Record, contributors: Sequence[Contributor], hint: str, names: NameRuns
) -> Iterable[Run]:
    """The names of all who made the book; then the names as it prints them."""
    for contributor in contributors:
        yield from names.of(contributor.agent_id, hint)
    yield text_run(record.responsibility, hint)


def _text_runs(record: Record, hint: str) -> Iterable[Run]:
    yield text_run(record.annotation, hint)
    for text in (record.series, record.publisher, record.place, record.year_text, record.edition):
        yield frequent_run(text, hint)
    if record.year is not None:
        yield frequent_run(str(record.year))


def _identifiers(record: Record) -> list[str]:
    found = [text for value in _texts(record.isbns) for text in _isbn(value)]
    found += [digits_of(value) for value in _texts(record.invalid_isbns)]
    found += [digits_of(value) for value in _texts(record.issns)]
    return list(dict.fromkeys(filter(None, found)))


def _isbn(value: str) -> tuple[str, ...]:
    # Imports store thirteen digits; only what staff typed has to be looked at.
    return (value,) if len(value) == 13 and value.isdecimal() else spellings(value)[:1]


def _texts(values: object) -> list[str]:
    """The strings of a JSON list, whatever else an old record has in it."""
    if not isinstance(values, list):
        return []
    return [value for value in values if isinstance(value, str)][:MOST_VALUES]


def _filled(runs: Iterable[Run]) -> list[Run]:
    """The runs that hold words, none twice: what is written alike has the same forms."""
    found = {run.exact: run for run in runs if run.exact}
    return list(found.values())[:MOST_VALUES]
