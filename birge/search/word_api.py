"""How words are understood, in the API: what a search makes of each, taken apart."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema
from ninja.errors import HttpError

from birge.catalogue.api import ERRORS, PUBLIC, reject_unknown_parameters
from birge.language.analysis import hints_for
from birge.language.explanation import explain
from birge.language.tokens import tokenize

#: A line of text, not a book.
MOST_WORDS = 50

router = Router(tags=["search"], auth=list(PUBLIC))


class WordsInput(Schema):
    """A few words to be taken apart."""

    q: str = Field(description=f"Words in Kazakh or Russian, at most {MOST_WORDS}.")


class SuffixSchema(Schema):
    """One suffix with its name in English and in Kazakh school grammar."""

    text: str
    name: str
    kazakh_name: str


class WordSchema(Schema):
    """One word: the stem it is indexed by, the keys that engines compare, its suffixes in order."""

    word: str
    language: str = Field(description="`kk`, `ru`, `en` for any Latin word; empty: either.")
    stem: str
    root: str
    part: str = Field(description="`noun`, `verb`, or pymorphy's name of a Russian part of speech.")
    known: bool = Field(description="Whether the root is in our list or the dictionary.")
    suffixes: list[SuffixSchema]
    others: list[str] = Field(description="Roots of the next likeliest readings.")
    keys: list[str]


class WordsSchema(Schema):
    """The words in the order in which they stand."""

    query: str
    words: list[WordSchema]


@router.get(
    "/words/",
    response={200: WordsSchema, **ERRORS},
    url_name="search_words",
    summary="Take words apart",
    description="Root, suffixes and keys of each word, as indexing and search understand it.",
    operation_id="search_words",
)
def words(request: HttpRequest, wanted: Query[WordsInput]) -> WordsSchema:
    """What the language room makes of a text."""
    reject_unknown_parameters(request, WordsInput)
    texts = [token.text for token in tokenize(wanted.q)]
    if len(texts) > MOST_WORDS:
        raise HttpError(400, f"q has {len(texts)} words; the most is {MOST_WORDS}.")
    found = [
        WordSchema(**asdict(explain(text, hint)))
        for text, hint in zip(texts, hints_for(texts), strict=True)
    ]
    return WordsSchema(query=wanted.q, words=found)
