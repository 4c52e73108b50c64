"""The indices of a site in Elasticsearch: which one answers, which is being filled, the swap."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime

from elasticsearch import Elasticsearch

from birge.search.engines.elastic_client import NOT_FOUND, IndexLost, failing_as_engine
from birge.search.engines.elastic_index import body, layout
from birge.search.models import Owner

#: The document without a record that says, by its version, how far an index has been fed.
MARK = "feed"


class Indices:
    """Search asks one alias. Another leads to the index that is being filled, if one is.

    Elasticsearch alone knows which index is which. Whatever writes does so by an alias and
    insists on it (`require_alias`): where the index is gone, nothing makes one by accident.
    """

    def __init__(self, client: Elasticsearch, name: str, owner: Callable[[], Owner]) -> None:
        self.client = client
        self.owner = owner
        self.live = f"{name}-records"
        self.building = f"{name}-records-new"
        self._stem = f"{name}-records-at-"

    def check(self) -> None:
        """Raise `IndexLost` unless the index that answers is this site's and laid out as today."""
        with failing_as_engine():
            found = self.client.indices.get_mapping(
                index=self.live, filter_path="*.mappings._meta"
            ).body
        if len(found) != 1:
            raise IndexLost(f"{self.live} leads to no index of ours, or to several")
        [(index, about)] = found.items()
        meta = about["mappings"]["_meta"]
        owner = self.owner()
        if not index.startswith(self._stem) or meta.get("site") != owner.site:
            raise IndexLost(f"{index} belongs to another database")
        if self._mark() > owner.newest:
            raise IndexLost(f"{index} is ahead of the database: has a backup been restored?")
        if meta.get("layout") != layout():
            raise IndexLost(f"{index} was made by another version")

    def writable(self) -> list[str]:
        """The aliases that every change must be written to."""
        with failing_as_engine():
            return [alias for alias in (self.live, self.building) if self._behind(alias)]

    def create(self) -> str:
        """Make an empty index to be filled; what an interrupted run left is taken away."""
        self.drop_leftovers()
        moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        index = f"{self._stem}{moment}-{secrets.token_hex(3)}"
        made = body(self.owner().site)
        made["settings"]["index"] |= {"refresh_interval": "-1"}
        with failing_as_engine():
            self.client.options(request_timeout=30).indices.create(
                index=index, aliases={self.building: {}}, **made
            )
        return index

    def swap(self, index: str) -> None:
        """Let a filled index answer, in one step, and take away the ones before it."""
        with failing_as_engine():
            client = self.client.options(request_timeout=60)
            if index not in self._behind(self.building):
                raise IndexLost(f"{index} has been taken over by another rebuild")
            client.indices.put_settings(index=index, settings={"index.refresh_interval": "1s"})
            client.indices.refresh(index=index)
            old = [{"remove_index": {"index": name}} for name in self._behind(self.live)]
            client.indices.update_aliases(
                actions=[
                    *old,
                    {"add": {"index": index, "alias": self.live}},
                    {"remove": {"index": index, "alias": self.building}},
                ]
            )

    def drop(self, index: str) -> None:
        """Take an index away; one that is not there is no error."""
        with failing_as_engine():
            self.client.options(request_timeout=30).indices.delete(
                index=index, ignore_unavailable=True
            )

    def drop_leftovers(self) -> None:
        """Take away indices of ours that do not answer."""
        with failing_as_engine():
            found = self.client.indices.get_alias(index=f"{self._stem}*").body
        for index, about in found.items():
            if self.live not in about.get("aliases", ()):
                self.drop(index)

    def _mark(self) -> int:
        """The highest row of the queue that the index has been sent."""
        with failing_as_engine():
            found = self.client.options(ignore_status=NOT_FOUND).get(index=self.live, id=MARK)
        return found.get("_version", 0)

    def _behind(self, alias: str) -> list[str]:
        found = self.client.options(ignore_status=NOT_FOUND).indices.get_alias(name=alias)
        return list(found.body) if found.meta.status != NOT_FOUND else []
