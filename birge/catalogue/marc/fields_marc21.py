"""MARC 21: which field becomes what.

Source: MARC 21 Format for Bibliographic Data and MARC 21 Format for Holdings Data, Network
Development and MARC Standards Office, Library of Congress (https://www.loc.gov/marc/). Fields 949 and
999 as SirsiDynix Symphony and 952 as Koha write their copies.
"""

from __future__ import annotations

from birge.catalogue.marc.rules import (
    Class,
    Coded,
    Dialect,
    Holding,
    Name,
    Subject,
    Text,
    Texts,
    Title,
)

IMPRINT = ("264", "260")

MARC21 = Dialect(
    name="marc21",
    stops=True,
    title=Title(
        tag="245",
        title="akfg",
        subtitle="b",
        part_number="n",
        part_title="p",
        responsibility="c",
        parallel="",
        instead=("246", "222", "240", "130"),
    ),
    texts=(
        Text("edition", ("250",), "ab", {"b": ", "}, keeps_stops=True),
        Text("place", IMPRINT, "a", prefer="1"),
        Text("publisher", IMPRINT, "b", prefer="1"),
        Text("year_text", IMPRINT, "cg", prefer="1"),
        Text("extent", ("300",), "abce", {"b": " : ", "c": " ; ", "e": " + ", "*": ", "}, keeps_stops=True),
        Text("series", ("490", "440", "830", "800", "810", "811"), "atnp", {"*": ". "}),
        Text("series_number", ("490", "440", "830", "800", "810", "811"), "v"),
        Text("annotation", ("520",), "ab", {"*": " "}, keeps_stops=True),
        Text("original_title", ("765",), "t"),
    ),
    lists=(Texts("other_titles", ("246",), "a"),),
    names=(
        Name("100", "person", "aut", main=True),
        Name("110", "body", "aut", main=True),
        Name("111", "meeting", "aut", main=True),
        Name("700", "person", "oth"),
        Name("710", "body", "oth"),
        Name("711", "meeting", "oth"),
    ),
    subjects=(
        Subject(("600", "610", "611", "630"), "abcdtnpxyzv"),
        Subject(("648", "650", "651", "655"), "abxyzv"),
        Subject(("653",), "a", apart=True),
    ),
    classes=(
        Class("udc", "080", "a"),
        Class("bbk", "084", "a", scheme="bbk", unnamed=True),
    ),
    languages=(("041", "a"), ("041", "d")),
    original_languages=(("041", "h"),),
    isbn="020",
    issn="022",
    price=("020", "c"),
    age_notes=("521", "500"),
    # 008/07-10 date 1, /22 audience, /35-37 language, /23 form of item (o, q, s: electronic).
    coded=Coded("008", "", slice(7, 11), 22, slice(35, 38), 23, 38),
    materials={  # leader/06
        "a": "book", "t": "manuscript", "c": "score", "d": "score", "e": "map", "f": "map",
        "g": "video", "i": "audio", "j": "audio", "k": "picture", "m": "electronic", "o": "kit",
        "p": "kit", "r": "other",
    },
    levels={"a": "article", "b": "article", "i": "periodical", "s": "periodical"},  # leader/07
    audiences={  # 008/22
        "a": "children", "b": "children", "c": "children", "j": "children", "d": "youth", "e": "adult",
    },
    hosts=("773",),
    article_hosts=("773",),
    holdings=(
        Holding("852", branch="ba", location="c", shelf="khijm", shelf_joined=True, barcode="p", note="z"),
        Holding(
            "952", branch="ab", location="c", shelf="o", inventory="i", barcode="p", received="d",
            acquisition="e", price="g", note="z", run="h", needs="ab",
        ),
        Holding("949", branch="m", location="l", shelf="a", barcode="i", received="u", needs="im"),
        Holding("999", branch="m", location="l", shelf="a", barcode="i", received="u", needs="im"),
    ),
    not_bibliographic="zwq",
)  # fmt: skip

# Item information (876) and textual holdings (866 to 868) that go with the 852 before them.
ITEM = Holding("876", location="l", inventory="a", barcode="p", received="d", price="c", note="z")
RUNS = ("866", "867", "868")
