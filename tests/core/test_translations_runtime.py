"""What Django says at run time in Kazakh and Russian, with its own catalogs merged with ours."""

from __future__ import annotations

import datetime

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.contrib.humanize.templatetags.humanize import naturalday, naturaltime
from django.core.exceptions import ValidationError
from django.core.paginator import EmptyPage, Paginator
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext, ngettext, override
from wagtail.forms import PasswordViewRestrictionForm
from wagtail.users.models import UserProfile

CYRILLIC_OR_SIGN = set(
    "абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяә0123456789 \N{NO-BREAK SPACE}.,:;!?«»()–—-%/\n"
)


def is_cyrillic(text: str) -> bool:
    """Return whether a text holds no Latin word."""
    return set(text.lower()) <= CYRILLIC_OR_SIGN


class Enquiry(forms.Form):
    """A form with one field of each kind of error."""

    name = forms.CharField(max_length=3)
    email = forms.EmailField()
    day = forms.DateField()
    count = forms.IntegerField(max_value=3)
    branch = forms.ChoiceField(choices=[("1", "1")])
    picture = forms.FileField()


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(
    "data", [{}, {"name": "аааа", "email": "?", "day": "?", "count": "9", "branch": "9"}]
)
def test_every_error_of_a_form_is_in_the_readers_language(language: str, data: dict) -> None:
    with override(language):
        form = Enquiry(data)
        assert len(form.errors) == 6
        for messages in form.errors.values():
            for message in messages:
                assert is_cyrillic(message), message


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [
        ("kk", 1, "Мәнде ең көбі 1 таңба болуы керек (қазір: 9)."),
        ("kk", 5, "Мәнде ең көбі 5 таңба болуы керек (қазір: 9)."),
        ("ru", 3, "Убедитесь, что это значение содержит не более 3 символов (сейчас 9)."),
        ("ru", 5, "Убедитесь, что это значение содержит не более 5 символов (сейчас 9)."),
    ],
)
def test_plurals_of_django_and_ours_live_together(language: str, count: int, text: str) -> None:
    with override(language):
        with pytest.raises(ValidationError) as caught:
            forms.CharField(max_length=count).clean("а" * 9)
        assert caught.value.messages == [text]


@pytest.mark.parametrize(
    ("language", "texts"),
    [("kk", ["1 күн", "2 күн", "5 күн"]), ("ru", ["1 день", "2 дня", "5 дней"])],
)
def test_how_long_ago(language: str, texts: list[str]) -> None:
    now = timezone.now()
    with override(language):
        for days, text in zip((1, 2, 5), texts, strict=True):
            since = timesince(now - datetime.timedelta(days=days), now)
            assert since.replace("\N{NO-BREAK SPACE}", " ") == text


def test_kazakh_time_in_words() -> None:
    now = timezone.now()
    with override("kk"):
        assert naturaltime(now - datetime.timedelta(hours=1)) == "бір сағат бұрын"
        assert naturaltime(now - datetime.timedelta(days=2)).replace("\N{NO-BREAK SPACE}", " ") == (
            "2 күн бұрын"
        )
        # timeuntil() rounds down, hence the minute.
        ahead = naturaltime(now + datetime.timedelta(days=2, minutes=1))
        assert ahead.replace("\N{NO-BREAK SPACE}", " ") == "2 күннен кейін"
        assert naturalday(timezone.localdate() + datetime.timedelta(days=1)) == "ертең"
        assert filesizeformat(2048) == "2,0\N{NO-BREAK SPACE}КБ"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_pages_passwords_and_words(language: str) -> None:
    with override(language):
        with pytest.raises(EmptyPage) as caught:
            Paginator([], 1).validate_number(9)
        assert is_cyrillic(str(caught.value))
        assert is_cyrillic(MinimumLengthValidator(12).get_help_text())
        for word in ("Forbidden", "and", "today", "Password reset", "yes,no,maybe"):
            assert is_cyrillic(gettext(word)), word


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_page_behind_a_password_speaks_the_readers_language(language: str) -> None:
    with override(language):
        page = render_to_string(
            "wagtailcore/password_required.html",
            {"form": PasswordViewRestrictionForm(instance=None), "action_url": "/"},
        )
    for english in ("Password", "You need", "Continue"):
        assert english not in page


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_password_reset_mail_speaks_the_readers_language(language: str) -> None:
    context = {"user": Person(), "uid": "MQ", "token": "a-1", "base_url": ""}
    with override(language):
        subject = render_to_string("wagtailadmin/account/password_reset/email_subject.txt", context)
        body = render_to_string("wagtailadmin/account/password_reset/email.txt", context)
    assert is_cyrillic(subject.strip())
    assert "Please" not in body
    assert "Your username" not in body


class Person:
    """As much of a user as the mail needs."""

    USERNAME_FIELD = "username"

    def get_username(self) -> str:
        """Return a name."""
        return "aigerim"


def test_english_stays_english_for_the_admin() -> None:
    with override("en"):
        assert gettext("Branch") == "Branch"
        assert ngettext("%(count)s book", "%(count)s books", 2) == "%(count)s books"


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "word"), [("kk", "Іздеу"), ("ru", "Поиск")])
def test_the_tabs_of_a_chooser_are_in_the_language_of_whoever_opens_it(
    admin_client, admin_user, language, word
):
    UserProfile.objects.create(user=admin_user, preferred_language=language)
    answer = admin_client.get(reverse("wagtailimages_chooser:choose")).json()
    tabs = BeautifulSoup(answer["html"], "html.parser").select("[role=tab]")
    assert tabs[0].text.split()[0] == word
