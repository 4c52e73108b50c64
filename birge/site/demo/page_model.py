"""The shapes of a demonstration page: a title, a lead and a list of blocks in each language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# (block type, *content). Content by type:
#   heading         words
#   text            HTML of p, ul, ol, li, a, b
#   quote           words, source
#   table           caption, rows; the first row is the head
#   timeline        title, ((date, title, text), …)
#   key_figures     title, ((number, label), …)
#   faq             title, ((question, answer as HTML), …)
#   call_to_action  title, text, words on the button, path
#   contacts, hours title, branch code or "" for all
#   partners        title, ((name, what we do together), …)
Block = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """What a page says in one language."""

    title: str
    lead: str
    body: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoPage:
    """A page: its slug, the slug of its parent ("" is the home page) and its words."""

    slug: str
    parent: str
    kk: Text
    ru: Text | None = None
    footer: str = ""  # "reader", "library" or "legal": the footer column, where there is one
