"""What the blocks of a page show, fetched once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from django.db.models import Model
from wagtail.blocks import StreamValue
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.rich_text import RichText, expand_db_html

from birge.catalogue.cards import RecordCard, record_cards
from birge.catalogue.models import Branch, Record
from birge.catalogue.queries import public_branches
from birge.catalogue.timetables import Timetable, load_timetables
from birge.core.joined import with_rows
from birge.home.links import in_readers_language
from birge.home.together import Ids, Loader, Together

#: Stands between texts whose links are resolved together; no text can hold this sign.
BETWEEN_TEXTS = "\x00"


def materials_of(context: dict, kind: str) -> PageMaterials:
    """What the page has fetched for its blocks; a block drawn alone fetches its own."""
    return context.get("materials") or PageMaterials([(kind, context["self"])])


class PageMaterials:
    """Cards, hours, addresses of blocks (type, value); fetched when the first of them asks."""

    def __init__(self, blocks: Iterable[tuple[str, Any]]) -> None:
        self._blocks = list(blocks)
        self._together: Together | None = None
        #: The blocks ready to be shown.
        self.body: StreamValue | tuple = ()

    @classmethod
    def of_body(cls, body: StreamValue, named: Ids, linked: Loader) -> PageMaterials:
        """Those of a page about to be shown, never to be saved; `linked` fetches pages.

        Whatever is named in it is fetched at once, one query for each model, and the links of its
        texts are addresses already.
        """
        found = cls(())
        found._together = together = Together(
            named,
            {
                Branch: lambda _ids: {each.pk: each for each in found._all_branches},
                Page: linked,
                Record: _records,
                get_image_model(): found._images,
            },
        )
        with together.used():
            found._blocks = [(block.block_type, block.value) for block in body]
            found._resolve_links()
        found.body = body
        return found

    def _images(self, ids: set[int]) -> dict[int, Model]:
        """Pictures with all their sizes, the covers of the records among them."""
        records = self._together.objects(Record).values()
        covers = {record.cover_id for record in records if record.cover_id}
        wanted = get_image_model().objects.filter(pk__in=ids | covers)
        images = _by_id(with_rows(wanted, "renditions"))
        for record in records:
            if record.cover_id in images:
                record.cover = images[record.cover_id]
        return images

    def _values(self, *kinds: str) -> Iterator[Any]:
        return (value for kind, value in self._blocks if kind in kinds)

    @cached_property
    def _cards(self) -> dict[int, RecordCard]:
        shown = {
            record.pk: record
            for value in self._values("records")
            for record in value["records"]
            if record
        }
        return {card.record_id: card for card in record_cards(shown.values(), availability=False)}

    def cards(self, records: Iterable[Record | None]) -> list[RecordCard]:
        """Cards of those records that readers may see, in order."""
        return [self._cards[each.pk] for each in records if each and each.pk in self._cards]

    @cached_property
    def _all_branches(self) -> list[Branch]:
        """The public branches and the chosen ones, with their hours."""
        chosen = self._together.ids(Branch) if self._together else ()
        found = public_branches() | Branch.objects.filter(pk__in=chosen)
        return with_rows(found, "opening_hours", "season")

    @property
    def branches(self) -> list[Branch]:
        """The public branches."""
        return [each for each in self._all_branches if each.open_to_public]

    @cached_property
    def _timetables(self) -> dict[int, Timetable]:
        chosen = (value["branch"] for value in self._values("hours") if value["branch"])
        wanted = {branch.pk: branch for branch in (*self.branches, *chosen)}
        return {each.branch.pk: each for each in load_timetables(wanted.values())}

    def timetables(self, branch: Branch | None) -> list[Timetable]:
        """The hours of one branch, or of all public ones."""
        wanted = [branch] if branch else self.branches
        return [self._timetables[each.pk] for each in wanted]

    def page_url(self, page: Page | None) -> str:
        """Where a button leads: to the page in the reader's language, where there is one."""
        # What was fetched together is that page already.
        if page and not self._together:
            page = in_readers_language([page.pk]).get(page.pk)
        return (page.url or "") if page else ""

    def _resolve_links(self) -> None:
        """Turn the links of all texts into addresses together.

        Wagtail would ask for the pages and files of each text by itself.
        """
        texts = list(self._texts())
        whole = BETWEEN_TEXTS.join(text.source.replace(BETWEEN_TEXTS, "") for text in texts)
        if "linktype" in whole:
            for text, html in zip(texts, expand_db_html(whole).split(BETWEEN_TEXTS), strict=True):
                text.source = html

    def _texts(self) -> Iterator[RichText]:
        yield from self._values("text")
        for value in self._values("faq"):
            yield from (each["answer"] for each in value["questions"])
        yield from (value["transcript"] for value in self._values("audio"))


def _records(ids: set[int]) -> dict[int, Model]:
    return _by_id(with_rows(Record.objects.filter(pk__in=ids), "contributions", "agent"))


def _by_id(found: Iterable[Model]) -> dict[int, Model]:
    return {each.pk: each for each in found}
