"""UNIMARC and its Russian form RUSMARC: which field becomes what.

Source: UNIMARC Manual, Bibliographic Format, 3rd edition (IFLA, 2008), and the Russian
communicative format RUSMARC (Russian Library Association, http://www.rusmarc.info/). Field 995 after
the French recommendation 995, as Koha and Liber write copies; 090 as exports of Ruslan do.
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

IMPRINT = ("214", "210")

UNIMARC = Dialect(
    name="unimarc",
    stops=False,
    title=Title(
        tag="200",
        title="a",
        subtitle="e",
        part_number="h",
        part_title="i",
        responsibility="fg",
        parallel="d",
        instead=("500", "503", "517", "512", "540"),
    ),
    texts=(
        Text("edition", ("205",), "ab", {"b": ", ", "*": ", "}),
        Text("place", IMPRINT, "a"),
        Text("publisher", IMPRINT, "c", {"*": ", "}),
        Text("year_text", IMPRINT, "d"),
        Text("extent", ("215",), "acde", {"c": " : ", "d": " ; ", "e": " + ", "*": ", "}),
        Text("series", ("225", "410"), "athi", {"*": ". "}),
        Text("series_number", ("225", "410"), "v"),
        Text("annotation", ("330",), "a"),
        Text("original_title", ("454", "500"), "at"),
    ),
    lists=(Texts("other_titles", ("510", "512", "513", "514", "515", "516", "517", "518", "540"), "a"),),
    names=(
        Name("700", "person", "aut", main=True),
        Name("701", "person", "aut"),
        Name("702", "person", "oth"),
        Name("710", "body", "aut", main=True),
        Name("711", "body", "aut"),
        Name("712", "body", "oth"),
        Name("720", "body", "aut", main=True),
        Name("721", "body", "aut"),
        Name("722", "body", "oth"),
    ),
    subjects=(
        Subject(("600", "601", "602", "604", "605"), "abgcftxyzj"),
        Subject(("606", "607", "608"), "axyzj"),
        Subject(("610",), "a", apart=True),
    ),
    classes=(
        Class("udc", "675", "a"),
        Class("bbk", "686", "a", scheme="bbk", unnamed=True),
        Class("bbk", "676", "a", scheme="bbk", unnamed=True),
    ),
    languages=(("101", "a"),),
    original_languages=(("101", "c"),),
    isbn="010",
    issn="011",
    price=("010", "d"),
    age_notes=("333", "300", "330"),
    # 100$a/9-12 date 1, /17 audience; the language there (/22-24) is that of the record itself.
    coded=Coded("100", "a", slice(9, 13), 17, None, None, 18),
    materials={  # leader/06
        "a": "book", "b": "manuscript", "c": "score", "d": "score", "e": "map", "f": "map",
        "g": "video", "i": "audio", "j": "audio", "k": "picture", "l": "electronic", "m": "kit",
        "r": "other",
    },
    levels={"a": "article", "s": "periodical", "i": "periodical"},  # leader/07
    audiences={  # 100$a/17-19
        "a": "children", "b": "children", "c": "children", "d": "children", "e": "youth",
        "k": "adult", "m": "adult",
    },
    hosts=("461", "462"),
    article_hosts=("461", "462", "463"),
    holdings=(
        Holding("899", branch="a", location="b", shelf="j", inventory="p", received="e", note="z"),
        Holding("852", branch="a", location="b", shelf="khijm", shelf_joined=True, inventory="p", note="z"),
        Holding(
            "995", branch="ba", location="e", shelf="lk", inventory="k", barcode="f", act="j", note="u", received="5",
        ),
        Holding("090", shelf="ax", shelf_joined=True, numbers="e"),
    ),
    not_bibliographic="xyz",
    music=("036", "071", "125", "128", "208"),
    article_levels="a",
)  # fmt: skip
