"""Input that no form or link of ours makes: every public address answers it, never with a 5xx."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest
from django.test import Client, TestCase

from birge.core.models import User
from tests.factories.catalogue import BranchFactory, HoldingFactory, RecordFactory
from tests.factories.site import make_page, make_site

MEGABYTE = 1024 * 1024
QUERIES = {
    "nothing": "",
    "a lone space": "%20",
    "a plus": "+",
    "NUL": "%00",
    "NUL inside a word": "a%00b",
    "a double quote": "%22",
    "an apostrophe": "%27",
    "SQL": quote("' OR '1'='1' --"),
    "an FTS star": "*",
    "FTS operators": quote("AND OR NOT NEAR("),
    "an FTS column": quote("title: -x ^y {a b}: c"),
    "FTS parentheses": quote('((("a"'),
    "tsquery": quote("a & | ! <-> (:*"),
    "LIKE signs": quote("%_\\"),
    "a minus": "-",
    "invalid UTF-8": "%ff%fe%d0",
    "a surrogate": "%ed%a0%80",
    "overlong UTF-8": "%c0%af",
    "a non-character": quote("\uffff"),
    "line ends": "a%0d%0aSet-Cookie:%20x=1",
    "right to left": quote("\u202eabc\u2066"),
    "nothing visible": quote("\u200b\ufeff\u2060"),
    "stacked marks": quote("к" + "\u0301" * 300),
    "a tag": quote("<script>alert(1)</script>"),
    "a template": quote("{{ settings.SECRET_KEY }}{% debug %}"),
    "a format": quote("%s%n{0.__class__}"),
    "a path": quote("../../etc/passwd"),
    "a word of 50 000 letters": quote("қ" * 50_000),
    "1 MB": "a" * MEGABYTE,
}
NUMBERS = [
    "-1",
    "0",
    "99999999999999999999",
    "1e309",
    "NaN",
    "²",
    "١٢",
    "1_0",
    "abc",
    "%00",
    "9" * 400,
]
HEADERS = {
    "no languages": {"accept-language": ""},
    "garbage for languages": {"accept-language": "q=;;,,\x7f;q=a"},
    "many languages": {"accept-language": ",".join(["kk;q=0.1"] * 5000)},
    "a long language": {"accept-language": "a-" * 5000},
    "cookies": {"cookie": 'birge_language="\x01; =;;birge_reading=\xff.\x00..; sessionid=../..'},
    "a cookie of another shape": {"cookie": "birge_reading=" + "." * 4000},
    "referrer": {"referer": "http://[broken"},
    "origin": {"origin": "null"},
    "ranges": {"range": "bytes=-1,5-1,999999999999999999999-"},
    "a condition": {"if-modified-since": "кеше", "if-none-match": '"' * 100},
    "what to accept": {"accept": ";;;q=x,*/*;*"},
    "forwarded": {"x-forwarded-host": "evil.example", "x-forwarded-proto": "gopher"},
    "a body type": {"content-type": "a/b/c; charset=klingon; =;"},
    "authorization": {"authorization": "Bearer \x7f' --"},
}
BODIES = {
    "nothing": (b"", "application/x-www-form-urlencoded"),
    "a lone space": (b"size=%20&next=%20", "application/x-www-form-urlencoded"),
    "NUL": (b"size=%00&next=/\x00", "application/x-www-form-urlencoded"),
    "lone quotes": (b"size=%22&scheme=%27&next=%22", "application/x-www-form-urlencoded"),
    "1 MB": (b"size=" + b"a" * MEGABYTE, "application/x-www-form-urlencoded"),
    "9 MB": (b"size=" + b"a" * 9 * MEGABYTE, "application/x-www-form-urlencoded"),
    "UTF-16": ("size=150".encode("utf-16"), "application/x-www-form-urlencoded; charset=utf-16"),
    "UTF-7": (b"size=+ADw-", "application/x-www-form-urlencoded; charset=utf-7"),
    "an unknown charset": (b"size=150", "application/x-www-form-urlencoded; charset=klingon"),
    "a codec that is no charset": (b"x=y", "application/x-www-form-urlencoded; charset=zlib_codec"),
    "thousands of parameters": (
        b"&".join(b"a%d=1" % number for number in range(20_000)),
        "application/x-www-form-urlencoded",
    ),
    "invalid UTF-8": (b"size=\xff\xfe&next=%ff", "application/x-www-form-urlencoded"),
    "multipart without a boundary": (b"--x\r\n", "multipart/form-data"),
    "multipart cut short": (b"--x\r\nContent-Disposition: form", "multipart/form-data; boundary=x"),
    "multipart with NUL": (
        b'--x\r\nContent-Disposition: form-data; name="size"\r\n\r\n\x00\r\n--x--\r\n',
        "multipart/form-data; boundary=x",
    ),
    "multipart in UTF-16": (b"--x--", "multipart/form-data; boundary=x; charset=utf-16"),
    "broken base64": (
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n=a\r\n--x--\r\n",
        "multipart/form-data; boundary=x",
    ),
    "JSON": (b'{"size": [null', "application/json"),
    "XML": (b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>", "text/xml"),
    "no type": (b"size=150", ""),
}
PATHS = [
    "/%00/",
    "/kk/%00/",
    "/kk/catalogue/%00/",
    "/kk/catalogue/%27/",
    "/kk/catalogue/aaaaaaaaaa/",
    f"/kk/catalogue/{'a' * 5000}/",
    "/kk/catalogue/aaaaaaaaaa.mrc",
    "/kk/catalogue/../../etc/passwd",
    "/kk/%ff%fe/",
    "/kk/%ed%a0%80/",
    "/kk//evil.example/",
    "//evil.example/kk/",
    "/kz/%0d%0aLocation:%20http://evil.example/",
    "/kz//evil.example",
    "/kk/untranslated/99999999999999999999999999/",
    "/kk/untranslated/0/",
    "/documents/99999999999999999999999999/a.txt",
    "/documents/1/%00",
    "/media/%00",
    "/media/../settings.py",
    "/static/%00",
    "/api/v3/records/%00/",
    "/api/v3/records/%27/",
    "/api/v3/pages/99999999999999999999999999/",
    "/api/v3/nothing/",
    "/admin/%00/",
    f"/kk/{'a/' * 2000}",
    "/kk/" + quote("кітап") + "/",
]


def outcome(response) -> str:
    """What is wrong with an answer; nothing when it is a clear one."""
    text = b"".join(response) if response.streaming else response.content
    if response.status_code >= 500:
        return f"{response.status_code}"
    signs = [b"Traceback", b"OperationalError", b"SECRET_KEY ="]
    if "json" not in response.get("Content-Type", ""):  # there it is a value, not markup
        signs.append(b"<script>alert(1)")
    for sign in signs:
        if sign in text:
            return f"shows {sign!r}"
    if "evil.example" in response.get("Location", "").split("?")[0].partition("/kk/")[0]:
        return f"leads to {response['Location']}"
    if not text and response.status_code not in (204, 301, 302, 304, 405):
        return f"says nothing ({response.status_code})"
    return ""


class HostileInputTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = make_site()
        cls.page = make_page(cls.site.root_page)
        cls.branch = BranchFactory()
        cls.record = HoldingFactory(record=RecordFactory(), branch=cls.branch).record

    def setUp(self):
        # A view that fails must be seen as its status, not as its exception.
        self.client = Client(raise_request_exception=False)

    def check(self, answers: dict[str, object]) -> None:
        found = {case: outcome(response) for case, response in answers.items()}
        self.assertEqual({case: wrong for case, wrong in found.items() if wrong}, {})

    def addresses(self) -> list[str]:
        record = self.record.public_id
        return [
            "/",
            "/kk/",
            "/kk/rules/",
            "/kk/search/",
            "/ru/search/",
            f"/kk/catalogue/{record}/",
            f"/kk/catalogue/{record}.ris",
            f"/kk/catalogue/{record}/cover.svg",
            "/kk/reading/",
            f"/ru/untranslated/{self.page.pk}/",
            "/kk/nowhere/",
            "/kz/search/",
            "/robots.txt",
            "/sitemap.xml",
            "/api/v3/records/",
            "/api/v3/search/",
            f"/api/v3/records/{record}/",
            "/api/v3/pages/",
        ]

    def test_queries_at_every_address(self):
        for url in self.addresses():
            with self.subTest(url):
                self.check(
                    {
                        case: self.client.get(f"{url}?q={text}&next={text}")
                        for case, text in QUERIES.items()
                    }
                )

    def test_every_parameter_of_the_search(self):
        names = [
            "q",
            "page",
            "year_from",
            "year_to",
            "sort",
            "language",
            "branch",
            "author",
            "type",
        ]
        for url in ("/kk/search/", "/api/v3/search/"):
            for name in names:
                values = {**QUERIES, **{number: number for number in NUMBERS}}
                values.pop("1 MB")
                with self.subTest(url=url, name=name):
                    self.check(
                        {
                            case: self.client.get(f"{url}?q=абай&{name}={text}")
                            for case, text in values.items()
                        }
                    )

    def test_pages_searched_by_programs_and_by_staff(self):
        self.client.force_login(User.objects.create_superuser("admin", "admin@library.example"))
        signs = {
            "a double quote": "%22",
            "a double quote in a word": "a%22b",
            "all signs of FTS": quote("'\"\\()*:^- NOT"),
            "a phrase left open": quote('"a b" "c'),
            "a thousand words": "+".join(["a"] * 1000),
            "a thousand words and a phrase": "%22a+b%22+" + "+".join(["a"] * 1000),
        }
        for url, queries in {
            "/api/v3/pages/?search=": QUERIES | signs,
            "/api/v3/images/?search=": signs,
            "/admin/choose-page/search/?q=": signs,
            "/admin/pages/search/?q=": signs,
            "/admin/images/?q=": signs,
        }.items():
            with self.subTest(url):
                self.check({case: self.client.get(url + text) for case, text in queries.items()})

    def test_page_is_found_by_its_words_whatever_signs_stand_round_them(self):
        expected = {
            "ережелер": 1,
            '"Ережелер"': 1,
            '"ережелер': 1,
            "ережелер*": 1,
            '"': 0,
            "ере": 0,
        }
        for text, count in expected.items():
            with self.subTest(text):
                found = self.client.get("/api/v3/pages/", {"search": text}).json()
                self.assertEqual(len(found["items"]), count)

    def test_search_says_what_it_did_with_a_query(self):
        expected = {
            "a lone space": "results",
            "a double quote": "rejected",
            "an FTS star": "rejected",
        }
        for case, state in expected.items():
            with self.subTest(case):
                response = self.client.get(f"/kk/search/?q={QUERIES[case]}")
                self.assertEqual(response.status_code, 200)
                self.assertEqual(response.context["state"], state)

    def test_a_very_long_query_is_shortened_aloud(self):
        response = self.client.get(f"/kk/search/?q={QUERIES['1 MB']}", follow=True)
        self.assertEqual(response.status_code, 200)
        self.assertLess(len(response.content), 100_000)
        self.assertTrue(response.context["notices"])

    def test_address_that_is_too_long_leads_to_a_shorter_one(self):
        many = [("subject", f"{number}" + "қ" * 118) for number in range(50)]
        few = [("subject", "қазақ тарихы"), *[("x", "1" * 100)] * 100]
        for filters, kept in ((many, False), (few, True)):
            address = f"/kk/search/?{urlencode([('q', 'абай'), *filters])}"
            response = self.client.get(address)
            self.assertEqual(response.status_code, 302)
            self.assertLess(len(response["Location"]), 8100)
            self.assertEqual("subject=" in response["Location"], kept)
            self.assertTrue(self.client.get(response["Location"]).context["notices"])

    def test_paging_of_the_api(self):
        for url in ("/api/v3/records/", "/api/v3/search/", "/api/v3/pages/"):
            for name in ("page", "limit", "offset"):
                with self.subTest(url=url, name=name):
                    self.check({text: self.client.get(f"{url}?{name}={text}") for text in NUMBERS})

    def test_api_answers_bad_input_with_a_problem(self):
        for url in (
            "/api/v3/records/?limit=-1",
            "/api/v3/search/?page=abc",
            "/api/v3/search/?q=%00",
        ):
            with self.subTest(url):
                response = self.client.get(url)
                self.assertIn(response.status_code, (400, 422))
                self.assertEqual(
                    response["Content-Type"].partition(";")[0], "application/problem+json"
                )

    def test_thousands_of_parameters(self):
        names = "&".join(f"a{number}=1" for number in range(5000))
        values = "&".join(["language=kaz"] * 5000)
        for url in self.addresses():
            with self.subTest(url):
                self.check({text[:5]: self.client.get(f"{url}?{text}") for text in (names, values)})

    def test_bodies_sent_to_every_address(self):
        for url in self.addresses():
            with self.subTest(url):
                answers = {}
                for case, (body, kind) in BODIES.items():
                    answers[case] = self.client.generic(
                        "POST",
                        url,
                        body,
                        content_type=kind,
                        headers={"origin": "http://testserver"},
                    )
                self.check(answers)

    def test_form_in_a_strange_charset_is_refused(self):
        for case in ("UTF-16", "UTF-7", "an unknown charset", "multipart in UTF-16"):
            body, kind = BODIES[case]
            with self.subTest(case):
                response = self.client.generic(
                    "POST",
                    "/kk/reading/",
                    body,
                    content_type=kind,
                    headers={"origin": "http://testserver"},
                )
                self.assertEqual(response.status_code, 400)
                self.assertContains(response, "Сұрау түсініксіз", status_code=400)

    def test_methods(self):
        for url in self.addresses():
            with self.subTest(url):
                self.check(
                    {
                        method: self.client.generic(method, url)
                        for method in ("PUT", "DELETE", "PATCH", "PROPFIND", "TRACE", "FOO")
                    }
                )

    def test_headers(self):
        for url in self.addresses():
            with self.subTest(url):
                self.check(
                    {case: self.client.get(url, headers=more) for case, more in HEADERS.items()}
                )

    def test_paths(self):
        self.check({url[:60]: self.client.get(url) for url in PATHS})

    def test_nul_in_an_address_is_a_bad_request(self):
        for url in ("/kk/%00/", "/kk/search/?q=%00"):
            self.assertEqual(self.client.get(url).status_code, 400)
        answer = self.client.get("/api/v3/search/?q=%00")
        self.assertEqual((answer.status_code, answer.json()["status"]), (400, 400))

    def test_hosts(self):
        hosts = [
            "evil.example",
            "a b",
            "[",
            "x" * 5000,
            "",
            "кітап.қаз",
            "a\r\nb",
            "127.0.0.1:99999",
        ]
        with self.settings(ALLOWED_HOSTS=["testserver"]):
            for url in self.addresses():
                with self.subTest(url):
                    self.check(
                        {host: self.client.get(url, headers={"host": host}) for host in hosts}
                    )


@pytest.mark.django_db
def test_wrong_host_gets_a_page_in_both_languages(client, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    response = client.get("/kk/", headers={"host": "evil.example"})
    assert response.status_code == 400
    text = response.content.decode()
    assert "Сұрау түсініксіз" in text
    assert "Запрос непонятен" in text
