"""The shapes of what the API says about records, and of what it may be asked."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema

from birge.catalogue.choices import MaterialType

ApiLanguage = Literal["kk", "ru"]
PUBLIC_ID = Field(
    description="Short name of the record; it survives reimports and is never reused."
)


class CodeSchema(Schema):
    """A code with its name in the language of the answer."""

    code: str
    label: str


class AvailabilitySchema(Schema):
    """Where copies are, in words; `held` claims no more than that the library has the record."""

    state: Literal["yes", "room", "no", "held"]
    text: str
    places: str


class RecordSummarySchema(Schema):
    """A record as lists show it."""

    id: str = PUBLIC_ID
    title: str
    subtitle: str
    author: str
    year: int | None
    material: CodeSchema
    languages: list[CodeSchema] = Field(description="Codes of ISO 639-2.")
    age_mark: str
    cover: str = Field(description="Address of a picture: the cover, or one drawn for the record.")
    received_on: date | None = Field(description="When the latest copy was received.")
    updated_at: datetime
    availability: list[AvailabilitySchema]
    url: str = Field(description="The record's page in the language of the answer.")
    api_url: str


class ContributorSchema(Schema):
    """A person or body, and what they did."""

    name: str
    heading: str = Field(description="The name as catalogued: surname first.")
    kind: str
    dates: str
    role: CodeSchema


class BranchHoldingSchema(Schema):
    """Copies at one branch."""

    branch: str
    address: str
    branch_url: str
    copies: int
    text: str
    state: Literal["yes", "room", "no", "held"]
    location: str
    shelf_mark: str
    runs: list[str] = Field(description="Of a periodical: years and numbers held.")


class LinksSchema(Schema):
    """Addresses of the record."""

    kk: str
    ru: str
    api: str
    marc: str | None = Field(
        description="The original record, byte for byte; null where staff wrote the record."
    )


class RecordSchema(RecordSummarySchema):
    """A record with all that its page shows."""

    status: Literal["active", "withdrawn"]
    title_proper: str
    part_number: str
    part_title: str
    set_title: str
    original_title: str
    responsibility: str
    contributors: list[ContributorSchema]
    edition: str
    place: str
    publisher: str
    year_text: str
    extent: str
    series: str
    series_number: str
    original_languages: list[CodeSchema]
    isbns: list[str]
    issns: list[str]
    subjects: list[str]
    annotation: str
    audience: str
    udc: str
    bbk: str
    source: str
    holdings: list[BranchHoldingSchema]
    holdings_as_of: datetime | None = Field(
        description="Copies are known as of this moment; null where the source speaks of now."
    )
    links: LinksSchema


class RecordListSchema(Schema):
    """One page of records; `count` is the number on all pages."""

    count: int
    items: list[RecordSummarySchema]


class LanguageInput(Schema):
    """The language of words in the answer."""

    lang: ApiLanguage | None = Field(
        None, description="Without it, the Accept-Language header decides, then Kazakh."
    )


class RecordFilters(LanguageInput):
    """What to list, in which order, and how much of it."""

    language: list[str] = Field([], max_length=50, description="Codes of ISO 639-2; any of them.")
    year: list[int] = Field([], description="Years of publication; any of them.")
    material: list[MaterialType] = Field([], description="Kinds of material; any of them.")
    branch: list[str] = Field([], description="Public ids or codes of branches; any of them.")
    updated_since: datetime | date | None = Field(
        None, description="Only records changed at that moment or later."
    )
    order: Literal["title", "-title", "year", "-year", "received", "-received"] = Field(
        "title", description="`received`: when the latest copy came. Unknown values come last."
    )
    limit: int = Field(20, ge=1, description="Records on a page; there is a most, see the error.")
    offset: int = Field(0, ge=0, le=10_000_000)
