"""Books of the demonstration as records, with their people and copies."""

from __future__ import annotations

from django.utils import timezone

from birge.catalogue.changes import told_together
from birge.catalogue.choices import AgentKind
from birge.catalogue.models import Agent, Branch, Holding, Record, Source
from birge.catalogue.services import ContributionInput, save_record
from birge.catalogue.services.records import save_agent
from birge.core.public_ids import derived_public_id
from birge.language.identifiers import isbn13
from birge.language.names import name_forms
from birge.site.demo.books import BOOKS
from birge.site.demo.holdings import RUNS, copies_of
from birge.site.demo.model import Book, Person
from birge.site.demo.people import PEOPLE

SOURCE = "Көкжиек"


def seed_records(branches: dict[str, Branch]) -> tuple[int, int]:
    """Records and copies there are afterwards; records that exist are left to the staff."""
    source, _created = Source.objects.get_or_create(
        name=SOURCE, defaults={"live_status": True, "description": "Demonstration"}
    )
    there = set(source.records.values_list("control_number", flat=True))
    agents = _Agents()
    with told_together():
        for book in BOOKS:
            if book.key not in there:
                save_record(
                    _record(book, source), _contributions(book, agents), _holdings(book, branches)
                )
    return source.records.count(), Holding.objects.filter(record__source=source).count()


class _Agents:
    """People of the demonstration, made when a book first names them."""

    def __init__(self) -> None:
        self.known = {agent.name: agent for agent in Agent.objects.all()}

    def person(self, key: str) -> Agent:
        person = PEOPLE[key]
        if person.kk not in self.known:
            self.known[person.kk] = save_agent(
                Agent(
                    kind=AgentKind.PERSON,
                    name=person.kk,
                    name_kk=person.kk,
                    name_ru=person.ru,
                    variants=[form for form in (person.latin, person.native) if form],
                    dates=_dates(person),
                )
            )
        return self.known[person.kk]

    def translator(self, name: str) -> Agent:
        """A translator is known by the name in the book only."""
        heading = name_forms(name).inverted
        if heading not in self.known:
            self.known[heading] = save_agent(Agent(kind=AgentKind.PERSON, name=heading))
        return self.known[heading]


def _dates(person: Person) -> str:
    if person.born is None:
        return ""
    return f"{person.born}–{person.died or ''}"


def _record(book: Book, source: Source) -> Record:
    isbn = isbn13(book.isbn) if book.isbn else None
    return Record(
        public_id=derived_public_id(source.name, book.key),
        source=source,
        control_number=book.key,
        title=book.title,
        subtitle=book.subtitle,
        part_number=book.part_number,
        part_title=book.part_title,
        place=book.place,
        publisher=book.publisher,
        year=book.year,
        year_text=str(book.year or ""),
        series=book.series,
        languages=[book.language],
        original_languages=[book.original] if book.original else [],
        isbns=[isbn] if isbn else [],
        subjects=list(book.subjects),
        annotation=book.annotation,
        material_type=book.kind,
        audience=book.audience,
        age_mark=int(book.age.rstrip("+")),
        udc=book.udc,
        bbk=book.bbk,
    )


def _contributions(book: Book, agents: _Agents) -> list[ContributionInput]:
    authors = [
        ContributionInput(agents.person(key), "aut", main=not place)
        for place, key in enumerate(book.authors)
    ]
    return authors + [
        ContributionInput(agents.translator(name), "trl") for name in book.translators
    ]


def _holdings(book: Book, branches: dict[str, Branch]) -> list[Holding]:
    now = timezone.now()
    copies = [
        Holding(
            branch=branches[copy.branch],
            shelf_mark=copy.shelf_mark,
            inventory_number=copy.inventory_number,
            received_on=copy.received_on,
            acquisition=copy.acquisition,
            price=copy.price,
            status=copy.status,
            status_at=now,
        )
        for copy in copies_of(book)
    ]
    runs = [
        Holding(
            branch=branches[run.branch],
            run=f"{run.year} № {run.numbers}",
        )
        for run in RUNS
        if run.book == book.key
    ]
    return copies + runs
