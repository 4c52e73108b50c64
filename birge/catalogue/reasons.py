"""Why an import rejected something, in words for staff."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REASONS: dict[str, str | Promise] = {
    "bad_directory": _("The directory of the record does not fit its fields."),
    "bad_leader": _("The first 24 characters of the record are not a MARC leader."),
    "empty": _("The file is empty."),
    "entity_refused": _("The record uses XML entities of its own, which are never expanded."),
    "malformed_json": _("The record is not well-formed JSON."),
    "malformed_xml": _("The record is not well-formed XML."),
    "no_title": _("The record has no title."),
    "not_bibliographic": _(
        "The record describes no publication (it is an authority record or the like)."
    ),
    "not_marc": _("This part of the file is not MARC."),
    "parent_missing": _("The record that these copies belong to has not been imported."),
    "refused_by_database": _("The database refused the record."),
    "too_long": _("The record is longer than any real record can be."),
    "truncated": _("The record is cut off."),
    "undecodable": _(
        "The text of the record is lost: its letters were replaced before it came here."
    ),
    "unreadable": _("The record could not be read for an unforeseen reason."),
}


def reason_text(code: str) -> str:
    """The reason in the reader's language; the code itself when there are no words for it."""
    return str(REASONS.get(code, code))
