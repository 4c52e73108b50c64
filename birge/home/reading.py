"""How a reader wants pages to look: kept in one cookie, shown as attributes of the page."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

COOKIE_NAME = "birge_reading"
COOKIE_AGE = 365 * 24 * 3600

SIZES = [("", _("Usual")), ("125", "125 %"), ("150", "150 %"), ("200", "200 %")]
SPACINGS = [("", _("Usual")), ("wide", _("Wide")), ("widest", _("Widest"))]
SCHEMES = [
    ("", _("As on the device")),
    ("black-on-white", _("Black on white")),
    ("white-on-black", _("White on black")),
    ("blue", _("Dark blue on blue")),
    ("beige", _("Brown on beige")),
]
IMAGES = [("", _("Shown")), ("off", _("Hidden"))]


class ReadingForm(forms.Form):
    """Four choices; the empty one is the site as designed."""

    size = forms.ChoiceField(
        label=_("Size of text"), choices=SIZES, required=False, widget=forms.RadioSelect
    )
    spacing = forms.ChoiceField(
        label=_("Spacing"), choices=SPACINGS, required=False, widget=forms.RadioSelect
    )
    scheme = forms.ChoiceField(
        label=_("Colors"), choices=SCHEMES, required=False, widget=forms.RadioSelect
    )
    images = forms.ChoiceField(
        label=_("Pictures"), choices=IMAGES, required=False, widget=forms.RadioSelect
    )

    def as_cookie(self) -> str:
        """The choices in the order of the form, joined by dots."""
        return ".".join(self.cleaned_data[name] for name in self.fields)


def reading_settings(request: HttpRequest) -> dict[str, str]:
    """The reader's choices; a cookie that is not ours counts as none."""
    values = request.COOKIES.get(COOKIE_NAME, "").split(".")
    names = list(ReadingForm.base_fields)
    if len(values) != len(names):
        return dict.fromkeys(names, "")
    form = ReadingForm(dict(zip(names, values, strict=True)))
    return form.cleaned_data if form.is_valid() else dict.fromkeys(names, "")
