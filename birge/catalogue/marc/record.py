"""A MARC record as fields and subfields; text is decoded when a field is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Subfields = list[tuple[str, str]]

DELIMITER = "\x1f"
# Fields whose text is kept even where the subfield marks are lost.
TITLE_TAGS = ("200", "245")


class Field:
    """One field: two indicators and subfields in their order, or the text of a control field."""

    __slots__ = ("indicators", "subfields", "tag", "text")

    def __init__(
        self, tag: str, indicators: str = "  ", subfields: Subfields | None = None, text: str = ""
    ) -> None:
        self.tag = tag
        self.indicators = indicators
        self.subfields: Subfields = [] if subfields is None else subfields
        self.text = text

    def first(self, codes: str) -> str:
        """The first subfield that has one of these codes and a text, or nothing."""
        for code, value in self.subfields:
            if code in codes and value.strip():
                return value
        return ""

    def all(self, codes: str) -> list[str]:
        """Every subfield with one of these codes, in the order of the field."""
        return [value for code, value in self.subfields if code in codes and value]


class MarcRecord:
    """A leader and fields by tag, each decoded once, on first use."""

    __slots__ = ("_decode", "_fields", "_raw", "leader", "warnings")

    def __init__(
        self,
        leader: str,
        *,
        raw: dict[str, list[bytes]] | None = None,
        decode: Callable[[bytes], str] | None = None,
        fields: Iterable[Field] = (),
    ) -> None:
        self.leader = leader.ljust(24)
        self.warnings: list[str] = []
        self._raw = {} if raw is None else raw
        self._decode = decode
        self._fields: dict[str, list[Field]] = {}
        for field in fields:
            self._fields.setdefault(field.tag, []).append(field)

    def __contains__(self, tag: str) -> bool:
        return tag in self._fields or tag in self._raw

    def tags(self) -> set[str]:
        """Every tag the record has."""
        return self._raw.keys() | self._fields.keys()

    def fields(self, tag: str) -> list[Field]:
        """The fields with this tag, in the order of the record."""
        found = self._fields.get(tag)
        if found is None:
            raw = self._raw.get(tag)
            if raw is None:
                return []
            found = self._fields[tag] = [self._read(tag, data) for data in raw]
        return found

    def control(self, tag: str) -> str:
        """The text of the first such control field, or nothing."""
        fields = self.fields(tag)
        return fields[0].text if fields else ""

    def first(self, tag: str, codes: str) -> str:
        """The first text under this tag and one of these codes, or nothing."""
        for field in self.fields(tag):
            value = field.first(codes)
            if value:
                return value
        return ""

    def add(self, field: Field) -> None:
        """Put a field behind those with its tag."""
        self._fields[field.tag] = [*self.fields(field.tag), field]

    def warn(self, code: str) -> None:
        """Note a doubt, once."""
        if code not in self.warnings:
            self.warnings.append(code)

    def _read(self, tag: str, data: bytes) -> Field:
        text = self._decode(data) if self._decode else data.decode("utf-8", "replace")
        if tag < "010":
            return Field(tag, text=text)
        indicators, *parts = text.split(DELIMITER)
        if not parts and text:
            self.warn("field_without_subfields")
            if tag in TITLE_TAGS:
                return Field(tag, text[:2], [("a", text[2:])])
        return Field(tag, indicators[:2].ljust(2), [(part[:1], part[1:]) for part in parts if part])


def embedded_fields(field: Field) -> list[Field]:
    """The fields that a UNIMARC linking field carries in its subfields $1, in their order.

    $1 begins with tag and indicators («2001 »), or holds a whole control field («001…»).
    """
    found: list[Field] = []
    for code, value in field.subfields:
        if code == "1" and value[:3].isdigit():
            tag = value[:3]
            if tag < "010":
                found.append(Field(tag, text=value[3:]))
            else:
                found.append(Field(tag, value[3:5].ljust(2)))
        elif found:
            found[-1].subfields.append((code, value))
    return found
