"""What the blocks of a page show, fetched once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.rich_text import RichText, expand_db_html

from birge.catalogue.cards import RecordCard, record_cards
from birge.catalogue.models import Branch, Record
from birge.catalogue.queries import public_branches
from birge.catalogue.timetables import Timetable, load_timetables
from birge.home.links import in_readers_language

#: Stands between texts whose links are resolved together; no text can hold this sign.
BETWEEN_TEXTS = "\x00"


def materials_of(context: dict, kind: str) -> PageMaterials:
    """What the page has fetched for its blocks; a block drawn alone fetches its own."""
    return context.get("materials") or PageMaterials([(kind, context["self"])])


class PageMaterials:
    """Cards, hours and pictures of blocks (type, value); fetched when the first of them asks."""

    def __init__(self, blocks: Iterable[tuple[str, Any]]) -> None:
        self._blocks = list(blocks)

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
    def branches(self) -> list[Branch]:
        """The public branches."""
        return list(public_branches())

    @cached_property
    def _timetables(self) -> dict[int, Timetable]:
        chosen = (value["branch"] for value in self._values("hours") if value["branch"])
        wanted = {branch.pk: branch for branch in (*self.branches, *chosen)}
        return {each.branch.pk: each for each in load_timetables(wanted.values())}

    def timetables(self, branch: Branch | None) -> list[Timetable]:
        """The hours of one branch, or of all public ones."""
        wanted = [branch] if branch else self.branches
        return [self._timetables[each.pk] for each in wanted]

    @cached_property
    def _pages(self) -> dict[int, Page]:
        chosen = (value["page"] for value in self._values("call_to_action"))
        return in_readers_language(page.pk for page in chosen if page)

    def page_url(self, page: Page | None) -> str:
        """Where a button leads: to the page in the reader's language, where there is one."""
        found = self._pages.get(page.pk) if page else None
        return (found.url or "") if found else ""

    def fetch_renditions(self) -> None:
        """Load the sizes of all pictures of the body in one query, or none without pictures."""
        images = list(self._images())
        if images:
            rendition = get_image_model().get_rendition_model()
            by_id = {image.pk: image for image in images}
            for each in rendition.objects.filter(image__in=by_id):
                each.image = by_id[each.image_id]
                vars(by_id[each.image_id]).setdefault("prefetched_renditions", []).append(each)
            for image in images:
                # The same picture may stand in several blocks, each with an object of its own.
                image.prefetched_renditions = getattr(by_id[image.pk], "prefetched_renditions", [])

    def resolve_links(self) -> None:
        """Turn the links of all texts into addresses together.

        Wagtail would ask for the pages and files of each text by itself. The values are those of
        a page about to be shown, never to be saved.
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

    def _images(self) -> Iterator[AbstractImage]:
        for value in self._values("image"):
            yield value["image"]
        for value in self._values("gallery"):
            yield from (picture["image"] for picture in value["pictures"])
        for value in self._values("partners"):
            yield from (each["logo"] for each in value["partners"] if each["logo"])
