"""A form that does not silently undo what others have changed since it was opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.models import model_to_dict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

#: The name of the hidden field.
SEEN: Final = "seen"
DIGITS: Final = 12


class SeenField(forms.CharField):
    """What the form was opened with: nothing that anybody edits."""

    widget = forms.HiddenInput

    def has_changed(self, initial: object, data: object) -> bool:
        return False


class KeepsOthersChanges:
    """For a model form of the admin, which two may have open at once; stands before its class.

    Who saves second is told which fields have changed, once: what they typed stays in the form,
    and saving it again is their answer. The same form sent twice changes nothing and is let
    through.
    """

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            self.fields[SEEN] = SeenField(required=False, initial=self._as_text)

    def full_clean(self) -> None:
        # Cleaning changes the instance that rows of the form are read from.
        now = self._now if SEEN in self.fields else {}
        super().full_clean()
        if self.is_bound and now:
            self._tell(now)

    def _tell(self, now: dict[str, str]) -> None:
        key = self.add_prefix(SEEN)
        pairs = (part.partition(":") for part in self.data.get(key, "").split(","))
        seen = {name: value for name, _colon, value in pairs}
        changed = [name for name, value in now.items() if seen.get(name, value) != value]
        if not changed or not self.has_changed():
            return
        self.add_error(NON_FIELD_ERRORS, _message(self._label(name) for name in changed))
        # Whoever has read this may save all the same.
        self.data = self.data.copy()
        self.data[key] = self._as_text()

    def _label(self, name: str) -> str:
        if name in self.fields:
            return str(self.fields[name].label)
        return str(self.formsets[name].model._meta.verbose_name_plural)

    @cached_property
    def _now(self) -> dict[str, str]:
        return dict(self._hashes())

    def _as_text(self) -> str:
        return ",".join(f"{name}:{value}" for name, value in self._now.items())

    def _hashes(self) -> Iterator[tuple[str, str]]:
        """What the database has now: each field, and rows of one kind together."""
        for name, field in self.fields.items():
            if name != SEEN:
                yield name, _hash(self.get_initial_for_field(field, name))
        for name, formset in getattr(self, "formsets", {}).items():
            # Django adds the foreign key to the fields of a form when it is first used.
            names = set(formset.form.base_fields) - {formset.fk.name}
            yield name, _hash([model_to_dict(row, names) for row in formset.get_queryset()])


def _hash(value: object) -> str:
    return sha256(repr(value).encode()).hexdigest()[:DIGITS]


def _message(labels: Iterable[str]) -> str:
    return _(
        "While this was open here, it was changed elsewhere: %(names)s. What you wrote is kept:"
        " look at the change in another tab, and save again to put yours in its place."
    ) % {"names": "; ".join(labels)}
