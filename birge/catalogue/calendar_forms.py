"""Forms for the days of the year that staff enter: months by name."""

from __future__ import annotations

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class MonthField(forms.TypedChoiceField):
    """A month, chosen by its name."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(coerce=int, choices=[("", "---------"), *MONTHS.items()], **kwargs)


class HolidayForm(WagtailAdminModelForm):
    month = MonthField(label=_("Month"))


class SeasonForm(WagtailAdminModelForm):
    from_month = MonthField(label=_("From month"))
    to_month = MonthField(label=_("To month"))
