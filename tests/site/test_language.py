"""Which language a visitor gets, and when it is remembered."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from birge.site.language import preferred_language
from birge.site.middleware import SiteLocaleMiddleware

HOST = "http://testserver"


def answer(path: str, referrer: str = "", cookie: str = "", status: int = 200) -> HttpResponse:
    request = RequestFactory().get(path, headers={"referer": referrer} if referrer else {})
    if cookie:
        request.COOKIES["birge_language"] = cookie
    return SiteLocaleMiddleware(lambda _request: HttpResponse(status=status))(request)


@pytest.mark.parametrize(
    ("cookie", "browser", "language"),
    [
        ("", "", "kk"),
        ("", "ru-KZ,ru;q=0.9,en;q=0.8", "ru"),
        ("", "en,ru;q=0.5", "ru"),
        ("", "de", "kk"),
        ("ru", "kk", "ru"),
        ("xx", "ru", "ru"),
        ("", "*", "kk"),
        ("", "q=;;,,", "kk"),
    ],
)
def test_choice_then_browser_then_kazakh(cookie, browser, language):
    request = RequestFactory().get("/", headers={"accept-language": browser})
    if cookie:
        request.COOKIES["birge_language"] = cookie
    assert preferred_language(request) == language


def test_switch_between_languages_is_remembered():
    response = answer("/ru/about/", referrer=f"{HOST}/kk/about/")
    assert response.cookies["birge_language"].value == "ru"
    assert "private" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("path", "referrer", "cookie", "status"),
    [
        ("/ru/", "", "", 200),
        ("/ru/about/", f"{HOST}/ru/", "", 200),
        ("/ru/about/", "https://elsewhere.example/kk/", "", 200),
        ("/ru/about/", f"{HOST}/", "", 200),
        ("/ru/about/", f"{HOST}/kk/", "ru", 200),
        ("/ru/nothing/", f"{HOST}/kk/", "", 404),
        ("/ru/about/", "http://[broken", "", 200),
    ],
    ids=["first visit", "same language", "other site", "the way in", "known", "missing", "broken"],
)
def test_nothing_else_sets_a_cookie(path, referrer, cookie, status):
    assert not answer(path, referrer, cookie, status).cookies


def test_missing_thing_of_the_api_is_not_redirected_into_a_language():
    assert answer("/api/v3/pages/99999/", status=404).status_code == 404
