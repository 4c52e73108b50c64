"""Forms of the admin: what staff write becomes changes through the room's services."""

from __future__ import annotations

import datetime
import re

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from stdnum import isbn as isbn_numbers
from stdnum.exceptions import ValidationError as NumberError
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels.base import get_form_for_model

from birge.catalogue.choices import Accessibility, RecordStatus, Role
from birge.catalogue.choosers import sources_by_name
from birge.catalogue.languages import CODE
from birge.catalogue.models import Agent, Branch, Contribution, Holding, Record, Source
from birge.catalogue.services import ContributionInput, save_record
from birge.catalogue.services.belongings import save_branch
from birge.catalogue.services.records import save_agent, save_holding
from birge.catalogue.services.sources import save_source
from birge.catalogue.years import FIRST_YEAR, last_year, plausible_year
from birge.core.others_changes import KeepsOthersChanges

LONGEST_LIST = 100


class LinesField(forms.CharField):
    """A list of texts, one on each line."""

    widget = forms.Textarea

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 2}))
        kwargs.setdefault("help_text", _("One on each line."))
        super().__init__(**kwargs)

    def prepare_value(self, value: object) -> object:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: object) -> list[str]:
        lines = (line.strip() for line in (super().to_python(value) or "").splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if len(value) > LONGEST_LIST:
            raise forms.ValidationError(_("That is too many."))

    def has_changed(self, initial: object, data: object) -> bool:
        return (initial or []) != self.to_python(data)


class ISBNLinesField(LinesField):
    """ISBNs with or without hyphens, ten digits or thirteen; kept as thirteen digits."""

    def to_python(self, value: object) -> list[str]:
        return [self._number(line) for line in super().to_python(value)]

    @staticmethod
    def _number(line: str) -> str:
        try:
            return isbn_numbers.to_isbn13(isbn_numbers.validate(line))
        except NumberError:
            raise forms.ValidationError(
                _("%(number)s is not an ISBN: check the digits."), params={"number": line}
            ) from None


class LanguageLinesField(LinesField):
    """Languages by their codes of three small Latin letters."""

    def to_python(self, value: object) -> list[str]:
        codes = [code.lower() for code in super().to_python(value)]
        for code in codes:
            if not CODE.fullmatch(code):
                raise forms.ValidationError(
                    _("“%(code)s” is not a language code: three Latin letters, as in kaz or rus."),
                    params={"code": code},
                )
        return list(dict.fromkeys(codes))


class ContributionForm(WagtailAdminModelForm):
    """One line of "who did what"."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        role = self.instance.role
        if role and role not in Role.values:
            # A code that the source gave is kept, not silently turned into another.
            self.fields["role"].choices = [(role, role), *Role.choices]


CONTRIBUTION_FIELDS = ["agent", "role", "main"]


class RecordForm(KeepsOthersChanges, WagtailAdminModelForm):
    """A record with its contributions; saved by the service, so that search hears of it."""

    languages = LanguageLinesField(
        label=_("Languages"), help_text=_("Codes of three letters, one on each line: kaz, rus.")
    )
    original_languages = LanguageLinesField(
        label=_("Original languages"), help_text=_("Of a translation: what it was made from.")
    )
    isbns = ISBNLinesField(label=_("ISBN"))
    issns = LinesField(label=_("ISSN"))
    subjects = LinesField(label=_("Subjects"))
    control_number = forms.CharField(
        label=_("Control number"),
        required=False,
        max_length=150,
        help_text=_("The number in the source; left empty, the record gets one of its own."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = sources_by_name(Source.objects.all())
        self.formsets = {"contributions": self._contributions()}

    def _contributions(self) -> forms.BaseInlineFormSet:
        child = get_form_for_model(
            Contribution, form_class=ContributionForm, fields=CONTRIBUTION_FIELDS
        )
        made = forms.inlineformset_factory(
            Record, Contribution, form=child, extra=0, can_order=True, can_delete=True
        )
        rows = Contribution.objects.select_related("agent")
        return made(
            self._known_rows() if self.is_bound else None,
            instance=self.instance,
            prefix="contributions",
            queryset=rows,
        )

    def _known_rows(self) -> QueryDict:
        """What was sent; all rows as new ones where some have been replaced since."""
        prefix = "contributions-"
        ids = {
            name: self.data[name] for name in self.data if re.fullmatch(rf"{prefix}\d+-id", name)
        }
        there = Contribution.objects.filter(record=self.instance.pk).values_list("pk", flat=True)
        if set(filter(None, ids.values())) <= set(map(str, there)):
            return self.data
        data = self.data.copy()
        for name in ids:
            data[name] = ""
        data[f"{prefix}INITIAL_FORMS"] = "0"
        return data

    @cached_property
    def _all_valid(self) -> bool:
        return all(formset.is_valid() for formset in self.formsets.values())

    def is_valid(self) -> bool:
        return super().is_valid() and self._all_valid

    def has_changed(self) -> bool:
        return super().has_changed() or any(
            formset.has_changed() for formset in self.formsets.values()
        )

    @property
    def media(self) -> forms.Media:
        return sum((formset.media for formset in self.formsets.values()), super().media)

    def clean_year(self) -> int | None:
        year = self.cleaned_data["year"]
        if year is not None and plausible_year(year) is None:
            raise forms.ValidationError(
                _("The year must lie between %(first)s and %(last)s."),
                params={"first": str(FIRST_YEAR), "last": str(last_year())},
            )
        return year

    def clean(self) -> dict:
        cleaned = super().clean()
        number, source = cleaned.get("control_number"), cleaned.get("source")
        taken = Record.objects.filter(source=source, control_number=number)
        if number and taken.exclude(pk=self.instance.pk).exists():
            self.add_error("control_number", _("This source has a record with this number."))
        return cleaned

    def save(self, commit: bool = True) -> Record:
        record = super().save(commit=False)
        record.control_number = record.control_number or f"staff-{record.public_id}"
        if record.status != RecordStatus.WITHDRAWN:
            record.withdrawn_at = None
        elif record.withdrawn_at is None:
            record.withdrawn_at = timezone.now()
        # Whoever calls a form's save writes the log; see wagtail.actions.
        return save_record(record, self._wanted(), write_log=False) if commit else record

    def _wanted(self) -> list[ContributionInput]:
        rows = [
            form.cleaned_data
            for form in self.formsets["contributions"].forms
            if form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]
        rows.sort(key=lambda row: row.get("ORDER") or 0)
        return [ContributionInput(row["agent"], row["role"], row["main"]) for row in rows]


class AgentForm(KeepsOthersChanges, WagtailAdminModelForm):
    """A person or body; saved by the service with its keys."""

    variants = LinesField(label=_("Other forms of the name"))

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("name") and cleaned.get("kind"):
            other = Agent(kind=cleaned["kind"], name=cleaned["name"])
            other.set_keys()
            if Agent.objects.filter(key=other.key).exclude(pk=self.instance.pk).exists():
                self.add_error("name", _("There is such a name already."))
        return cleaned

    def save(self, commit: bool = True) -> Agent:
        agent = super().save(commit=False)
        return save_agent(agent) if commit else agent


class HoldingForm(KeepsOthersChanges, WagtailAdminModelForm):
    """A copy; saved by the service, so that the record's dates and search follow."""

    def clean_received_on(self) -> datetime.date | None:
        day = self.cleaned_data["received_on"]
        # It would stay at the head of the new arrivals until that day.
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return day

    def save(self, commit: bool = True) -> Holding:
        holding = super().save(commit=False)
        if "status" in self.changed_data:
            holding.status_at = timezone.now()
        return save_holding(holding) if commit else holding


class SourceForm(KeepsOthersChanges, WagtailAdminModelForm):
    """A source; saved by the service, so that search follows what it says of copies.

    Imports know it by its name: under another one, all records would come a second time.
    """

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.records.exists():
            self.fields["name"].disabled = True
            self.fields["name"].help_text = _("Imports know the source by this name; it stays.")

    def save(self, commit: bool = True) -> Source:
        source = super().save(commit=False)
        return save_source(source) if commit else source


class BranchForm(KeepsOthersChanges, WagtailAdminModelForm):
    """A branch with boxes to tick for its building; saved by the service with what it owns."""

    accessibility = forms.MultipleChoiceField(
        label=_("Accessibility of the building"),
        choices=Accessibility.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    other_codes = LinesField(label=_("Other codes"))

    class Meta(WagtailAdminModelForm.Meta):
        model = Branch
        fields: list[str] = []

    def clean(self) -> dict:
        cleaned = super().clean()
        self._refuse_second_rows()
        return cleaned

    def _refuse_second_rows(self) -> None:
        """One row for a weekday of a season; no season is one too, though databases say null."""
        if (rows := self.formsets.get("opening_hours")) is None:
            return
        rows.is_valid()
        seen = set()
        for row in rows.forms:
            values = row.cleaned_data
            # Empty, or wrong and said to be so.
            if values.get("DELETE") or not values.keys() >= {"season", "weekday"}:
                continue
            place = values["season"], values["weekday"]
            if place in seen:
                row.add_error("weekday", _("This weekday has a row already."))
            seen.add(place)

    def _let_rows_change_places(self, branch: Branch) -> None:
        """Rows that move are written anew: one by one, each would meet the row it changes with."""
        if (rows := self.formsets.get("opening_hours")) is None:
            return
        moved = {
            row.instance.pk
            for row in rows.initial_forms
            if {"season", "weekday"} & set(row.changed_data)
        }
        for hours in branch.opening_hours.all():
            if hours.pk in moved:
                hours.pk = None

    def save(self, commit: bool = True) -> Branch:
        branch = super().save(commit=False)
        self._let_rows_change_places(branch)
        return save_branch(branch, user=self.for_user) if commit else branch
