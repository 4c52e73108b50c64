"""The typed reader of the environment."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from birge.core.env import Env


def test_required_text_when_absent_names_the_variable_and_an_example():
    with pytest.raises(ImproperlyConfigured, match=r"SECRET_KEY.*SECRET_KEY=50 random"):
        Env({}).text("SECRET_KEY", example="50 random characters")


def test_text_when_empty_gives_the_default():
    assert Env({"A": ""}).text("A", "b") == "b"


@pytest.mark.parametrize(
    ("value", "flag"), [("1", True), ("Yes", True), ("off", False), ("", False)]
)
def test_flag_reads_usual_words(value, flag):
    assert Env({"A": value}).flag("A", not flag) is flag


def test_flag_when_absent_gives_the_default():
    assert Env({}).flag("A", True) is True


@pytest.mark.parametrize(
    ("read", "value"), [("flag", "maybe"), ("number", "ten")], ids=["flag", "number"]
)
def test_value_of_another_type_is_refused_by_name(read, value):
    with pytest.raises(ImproperlyConfigured, match="BIRGE_X"):
        getattr(Env({"BIRGE_X": value}), read)("BIRGE_X", 1)


def test_choice_outside_the_list_is_refused_with_the_list():
    with pytest.raises(ImproperlyConfigured, match="sqlite, postgres"):
        Env({"SEARCH_ENGINE": "solr"}).choice("SEARCH_ENGINE", ("sqlite", "postgres"), "sqlite")


def test_words_are_split_at_commas_without_blanks():
    assert Env({"A": " a, b ,,c"}).words("A", []) == ["a", "b", "c"]


def test_url_is_taken_apart_with_escapes_undone():
    url = Env({"U": "smtp+tls://me%40x:p%2Fw@mail.example:587/a?timeout=3"}).url(
        "U", ("smtp+tls",), "", "…"
    )
    assert (url.user, url.password, url.host, url.port) == ("me@x", "p/w", "mail.example", 587)
    assert url.options == {"timeout": "3"}


@pytest.mark.parametrize("value", ["ftp://x", "smtp://host:port", "nonsense", "smtp://[::1"])
def test_url_that_cannot_be_read_is_refused_by_name(value):
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL"):
        Env({"EMAIL_URL": value}).url("EMAIL_URL", ("smtp",), "", "smtp://mail.example")
