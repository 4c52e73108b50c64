"""Records as documents of the index, many at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from birge.catalogue.changes import NOTHING, Made
from birge.catalogue.choices import AgentKind, HoldingStatus, RecordStatus
from birge.catalogue.choices import Role as ContributorRole
from birge.catalogue.languages import BIBLIOGRAPHIC
from birge.catalogue.models import Agent, Contribution, Holding, Record
from birge.core.among import among
from birge.language.names import name_forms
from birge.language.tokens import words_of
from birge.search.engines.base import Document, Role, Run
from birge.search.engines.values import LONGEST_LABEL, LONGEST_VALUE
from birge.search.identifiers import digits_of, spellings
from birge.search.initials import person_run
from birge.search.providers import provided_values
from birge.search.runs import frequent_run, language_hint, text_run
from birge.search.suggestible import Author, Named

#: More names, subjects or words in a title than these help nobody to find a record.
MOST_VALUES = 200
MOST_TITLE_WORDS = 1000
#: Values of the facet, by the status of a copy whose source says what is on the shelf now.
AVAILABILITY = {HoldingStatus.ON_SHELF: "available", HoldingStatus.READING_ROOM: "reading_room"}


class Contributor(NamedTuple):
    """Who did what for a record."""

    agent_id: int
    role: str


class Copy(NamedTuple):
    """Where a copy is; its status, if that is known as of now."""

    branch: str
    status: str


def documents_for(record_ids: Iterable[int], made: Made = NOTHING) -> list[Document]:
    """Documents of the records that exist, in a constant number of queries."""
    records = _records(record_ids, made)
    ids = [record.pk for record in records]
    contributors = _contributors(ids)
    copies = _copies(ids)
    agents = {each.agent_id for found in contributors.values() for each in found}
    names = NameRuns(Agent.objects.filter(pk__in=among(agents)).order_by())
    added = provided_values(ids)
    return [
        document_of(
            record, contributors[record.pk], copies[record.pk], names, added.get(record.pk, {})
        )
        for record in records
    ]


def _records(record_ids: Iterable[int], made: Made) -> list[Record]:
    """The records in the order of their ids; only those that are not at hand are read."""
    wanted = set(record_ids)
    found = [made[pk] for pk in wanted & made.keys()]
    if others := wanted - made.keys():
        found += Record.objects.filter(pk__in=among(others)).order_by()
    return sorted(found, key=attrgetter("pk"))


def _contributors(record_ids: Sequence[int]) -> dict[int, list[Contributor]]:
    found: dict[int, list[Contributor]] = defaultdict(list)
    rows = Contribution.objects.filter(record_id__in=among(record_ids))
    for record_id, agent_id, role in rows.order_by("record_id", "position", "pk").values_list(
        "record_id", "agent_id", "role"
    ):
        found[record_id].append(Contributor(agent_id, role))
    return found


def _copies(record_ids: Sequence[int]) -> dict[int, list[Copy]]:
    """The copies that the library still has; of those that are alike, one."""
    found: dict[int, list[Copy]] = defaultdict(list)
    rows = (
        Holding.objects.present()
        .filter(record_id__in=among(record_ids))
        .order_by()
        .values_list("record_id", "branch__public_id", "status", "record__source__live_status")
        .distinct()
    )
    for record_id, branch, status, is_live in rows:
        found[record_id].append(Copy(branch, status if is_live else ""))
    return found


def document_of(
    record: Record,
    contributors: Sequence[Contributor],
    copies: Sequence[Copy],
    names: NameRuns,
    added: Mapping[str, Sequence[str]],
) -> Document:
    """The document of a record, of its people and copies, and of what upper rooms add to it."""
    hint = language_hint(record.languages)
    title = text_run(record.title, hint)
    subjects = _subjects(record)
    return Document(
        record_id=record.pk,
        public=record.status == RecordStatus.ACTIVE,
        runs={
            Role.TITLE: _filled([title, *_part_runs(record, hint)]),
            Role.NAMES: _filled(_name_runs(record, contributors, hint, names)),
            # What a title page adds to the title says what the book is, as a subject does:
            # «… қазақ ертегілері» below a title must not weigh what «Қазақ …» in it does.
            Role.SUBJECTS: _filled(_subject_runs(record, hint)),
            Role.IMPRINT: _filled(_imprint_runs(record, hint)),
            Role.TEXT: _filled([text_run(record.annotation, hint)]),
        },
        identifiers=_identifiers(record),
        facets={
            "language": [BIBLIOGRAPHIC.get(code, code)[:40] for code in _texts(record.languages)],
            "author": [str(each.agent_id) for each in _authors(contributors)],
            "branch": list(dict.fromkeys(copy.branch for copy in copies)),
            "type": [record.material_type],
            "subject": list(subjects),
            "audience": _audience(record),
            "availability": _availability(copies),
            **added,
        },
        year=record.year,
        received_on=record.received_on,
        title_key=record.title_key,
        title_words=min(title.exact.count(" ") + 1, MOST_TITLE_WORDS),
        named=Named(
            (record.title, record.set_title),
            _texts(record.subjects),
            record.series,
            [names.author(each.agent_id) for each in _authors(contributors)],
        ),
        labels={("subject", key): label for key, label in subjects.items()},
    )


def _authors(contributors: Sequence[Contributor]) -> Sequence[Contributor]:
    """The authors, or whoever stands first where there is none, as the record's page has it."""
    authors = [each for each in contributors if each.role == ContributorRole.AUTHOR]
    return authors or contributors[:1]


def _subjects(record: Record) -> dict[str, str]:
    """Keys of the subjects, with the first writing of each."""
    found: dict[str, str] = {}
    for subject in _texts(record.subjects):
        key = subject_key(subject)
        if key:
            found.setdefault(key, " ".join(subject.split()).rstrip(" .,;:")[:LONGEST_LABEL])
    return found


@lru_cache(maxsize=50_000)
def subject_key(text: str) -> str:
    """What writings of one subject share: its words, in small letters."""
    return " ".join(word for word, _kind in words_of(text))[:LONGEST_VALUE].rstrip()


def _audience(record: Record) -> list[str]:
    found = [record.audience] if record.audience else []
    return found if record.age_mark is None else [*found, str(record.age_mark)]


def _availability(copies: Sequence[Copy]) -> list[str]:
    """What can be had at once, as far as the source knows."""
    statuses = {copy.status for copy in copies}
    return [value for status, value in AVAILABILITY.items() if status in statuses]


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
    """The runs of each agent's names, made once for a batch of records."""

    def __init__(self, agents: Iterable[Agent]) -> None:
        self._agents = {agent.pk: agent for agent in agents}
        self._known: dict[tuple[int, str], list[Run]] = {}
        self._authors: dict[int, Author] = {}

    def author(self, agent_id: int) -> Author:
        """The agent as suggestions keep one."""
        found = self._authors.get(agent_id)
        if found is None:
            found = self._authors[agent_id] = Author.of_agent(self._agents[agent_id])
        return found

    def of(self, agent_id: int, hint: str) -> list[Run]:
        """Every form of every name, with initials too."""
        found = self._known.get((agent_id, hint))
        if found is None:
            agent = self._agents[agent_id]
            names = list(agent.all_names)
            if agent.kind == AgentKind.PERSON:
                names.append(name_forms(agent.name).short)
            read = person_run if agent.kind == AgentKind.PERSON else frequent_run
            found = [read(name, hint) for name in dict.fromkeys(names)]
            self._known[agent_id, hint] = found
        return found


def _name_runs(
    record: Record, contributors: Sequence[Contributor], hint: str, names: NameRuns
) -> Iterable[Run]:
    """The names of all who made the book; then the names as it prints them."""
    for contributor in contributors:
        yield from names.of(contributor.agent_id, hint)
    yield text_run(record.responsibility, hint)


def _imprint_runs(record: Record, hint: str) -> Iterable[Run]:
    numbered = f"{record.series} {record.series_number}" if record.series_number else record.series
    for text in (numbered, record.publisher, record.place, record.year_text, record.edition):
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
