"""Which encoding bytes are in, found by looking at them: what files declare is often wrong."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from math import log

from pymarc.marc8 import marc8_to_unicode

# Chinese whose escape characters an export dropped; what is left of them betrays it.
LOST_ESCAPE = re.compile(rb"\$1((?:[!-~]{3}){1,200}?)\(B")
# Extended Cyrillic in the lower half, which pymarc knows only in the upper one.
EXTENDED_CYRILLIC = re.compile(rb"\x1b[(,]Q([^\x1b]*)")
UPPER_HALF = bytes(byte | 0x80 if 0x20 < byte < 0x7F else byte for byte in range(256))
ESCAPE = re.compile(rb"\x1b[(),\-$gsbp]")
HIGH_RUN = re.compile(rb"[\x80-\xff]+")
ASCII = bytes(range(128))
REPLACEMENT = "\ufffd"

CYRILLIC_CODECS = ("cp1251", "koi8-r", "cp866", "iso8859-5")
KAZAKH_CODEC = "kz1048"
MARC8 = "marc-8"
# Names that people and files use for the same thing.
ALIASES = {
    "marc8": MARC8,
    "ansel": MARC8,
    "windows-1251": "cp1251",
    "win": "cp1251",
    "dos": "cp866",
}

# Letters of Russian text per thousand, after the Russian National Corpus, rounded.
FREQUENCIES = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        (
            110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16,
            14, 12, 10, 9, 7, 6, 5, 4, 3, 3, 1, 1,
        ),
        strict=True,
    )
)  # fmt: skip
KAZAKH_LETTERS = "әғқңөұүһі"
TYPOGRAPHY = "«»—–…№“”„’\u00a0°§•"
BIGRAMS = frozenset(
    "ст но то на ен ов ни ра во ко ро ер ос пр по ре го не ла ли та ал ол ва ор ет ло от ка ан те"
    " ом ат ик ри ес ие ия ис ск та ель ат ед ки де ле ны ин ха за об мо ма да ть ий ая ар ын ің"
    " ға ның ала қа ып ды".split()
)
# In the 0xF0s and 0xE0s of ANSEL stand marks; these letters are what they are put on.
MARKS = {
    0xE1: "aeiou", 0xE2: "aceilnorsuyz", 0xE3: "aceghijosuwy", 0xE4: "aeinouvy", 0xE5: "aeiouy",
    0xE6: "aegiou", 0xE8: "aeiouyw", 0xE9: "acdeghijklnorstuz", 0xEA: "auy", 0xEE: "ou",
    0xF0: "cstgkln", 0xF1: "aeiou", 0xF2: "adehiklnorstuwyz", 0xEB: "aeituykz", 0xEC: "aeosu",
}  # fmt: skip


class Decoder:
    """Turns the bytes of fields into text and remembers what it had to give up."""

    __slots__ = ("encoding", "warnings")

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding
        self.warnings: list[str] = []

    def __call__(self, data: bytes) -> str:
        """The text of a field, subfield marks included."""
        if self.encoding == MARC8:
            return self._from_marc8(data)
        try:
            return data.decode(self.encoding)
        except UnicodeDecodeError:
            return self._mended(data)

    def _from_marc8(self, data: bytes) -> str:
        if b"\x1b" not in data:
            if b"$1" in data:
                data = LOST_ESCAPE.sub(_with_escapes, data)
            if data.isascii() and b"\x1b" not in data:
                return data.decode("ascii")
        data = EXTENDED_CYRILLIC.sub(_in_upper_half, data)
        # Each subfield begins in the default character sets again (MARC 21 Specifications, part 2).
        texts = []
        for part in data.split(b"\x1f"):
            try:
                texts.append(marc8_to_unicode(part, hide_utf8_warnings=True))
            except (UnicodeError, ValueError):
                self._warn("bytes_replaced")
                texts.append(ESCAPE.sub(b"", part).decode("ascii", "replace"))
        return "\x1f".join(texts)

    def _mended(self, data: bytes) -> str:
        if self.encoding == "utf-8":
            found = decide(data)
            if found not in ("utf-8", MARC8):
                self._warn("mixed_encodings")
                return data.decode(found, "replace")
        self._warn("bytes_replaced")
        return data.decode(self.encoding, "replace")

    def _warn(self, code: str) -> None:
        if code not in self.warnings:
            self.warnings.append(code)


class EncodingChooser:
    """Chooses per record: the file's encoding unless the record's bytes contradict it."""

    def __init__(self, sample: bytes, declared: str = "auto") -> None:
        forced = ALIASES.get(declared.lower(), declared.lower())
        self.forced = "" if forced == "auto" else forced
        self.usual = self.forced or decide(_whole_characters(sample))

    def choose(self, raw: bytes) -> str:
        """The encoding of this record."""
        if self.forced:
            return self.forced
        if raw.isascii():
            return MARC8 if b"\x1b" in raw and ESCAPE.search(raw) else self.usual
        if _is_utf8(raw):
            return "utf-8"
        if _agrees(raw, self.usual):
            return self.usual
        found = decide(raw)
        if self.usual == KAZAKH_CODEC and found == "cp1251":
            return KAZAKH_CODEC
        if self.usual == MARC8 and found == "utf-8" and not _mostly_utf8(raw):
            return MARC8
        return found


def decide(data: bytes) -> str:
    """The encoding that makes most sense of these bytes; "ascii" when there is nothing to decide."""
    if data.isascii():
        return MARC8 if ESCAPE.search(data) else "ascii"
    if _is_utf8(data):
        return "utf-8"
    if ESCAPE.search(data):
        return MARC8
    if _mostly_utf8(data):
        return "utf-8"
    runs = HIGH_RUN.findall(data)
    high = b"".join(runs)
    if len(high) / len(runs) >= 2.2:
        return _cyrillic(data, high)
    return _latin(data, high)


def _with_escapes(found: re.Match[bytes]) -> bytes:
    return b"\x1b$1" + found[1] + b"\x1b(B"


def _in_upper_half(found: re.Match[bytes]) -> bytes:
    return b"\x1b)Q" + found[1].translate(UPPER_HALF) + b"\x1b)E"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _whole_characters(sample: bytes) -> bytes:
    """The sample without the character that its end may cut in two."""
    for cut in range(4):
        whole = sample[: len(sample) - cut]
        if _is_utf8(whole):
            return whole
    return sample


def _mostly_utf8(data: bytes) -> bool:
    genuine = data.count(REPLACEMENT.encode())
    text = data.decode("utf-8", "replace")
    bad = text.count(REPLACEMENT) - genuine
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    return good >= bad


@cache
def _weights(codec: str) -> tuple[float, ...]:
    """For each byte, how far it speaks for this codec: log of the letter's share."""
    return tuple(_weight(bytes((byte,)).decode(codec, "replace")) for byte in range(256))


def _weight(letter: str) -> float:
    low = letter.lower()
    if low in FREQUENCIES:
        return log(FREQUENCIES[low] / 1000) - (0 if letter == low else 1.2)
    if letter in TYPOGRAPHY:
        return log(0.003)
    return log(0.0005) if low in KAZAKH_LETTERS or "а" <= low <= "ӿ" else log(0.00002)


def _cyrillic(data: bytes, high: bytes) -> str:
    counts = Counter(high)

    def score(codec: str) -> float:
        weights = _weights(codec)
        letters = sum(weights[byte] * count for byte, count in counts.items())
        return letters / len(high) + _bigram_share(data[:4_000], codec)

    best = max(CYRILLIC_CODECS, key=score)
    return KAZAKH_CODEC if best == "cp1251" and _is_kazakh(counts) else best


def _bigram_share(data: bytes, codec: str) -> float:
    """The share of letter pairs that are common ones, which all-capital text needs to be told by."""
    text = data.decode(codec, "replace").lower()
    pairs = [a + b for a, b in pairwise(text) if a > "\x7f" < b]
    return 3 * sum(pair in BIGRAMS for pair in pairs) / len(pairs) if pairs else 0.0


def _is_kazakh(counts: Counter[int]) -> bool:
    """Whether bytes that cp1251 gives to Macedonian and Serbian are Kazakh letters of KZ-1048.

    Қ, ң, ә, ү, ө stand where cp1251 has ќ, ѕ, ј, ї, ґ; no language writes all of those.
    """
    telling = [counts[byte] for byte in (0x9D, 0xBE, 0xBC, 0xBF, 0xB4)]
    south_slavic = counts[0x9A] + counts[0x9C] + counts[0x9F]
    return sum(1 for count in telling if count) >= 2 and sum(telling[:3]) > 4 * south_slavic


@cache
def _frequent_bytes(codec: str) -> bytes:
    letters = "".join(FREQUENCIES)[:16] + KAZAKH_LETTERS
    return b"".join(letter.encode(codec, "ignore") for letter in letters)


def _agrees(raw: bytes, codec: str) -> bool:
    """A quick look whether a record can be in the single-byte Cyrillic codec of its file."""
    if codec not in CYRILLIC_CODECS and codec != KAZAKH_CODEC:
        return False
    high = raw.translate(None, ASCII)
    if len(high) < 12:
        return True
    return len(high.translate(None, _frequent_bytes(codec))) < 0.45 * len(high)


def _latin(data: bytes, high: bytes) -> str:
    """MARC-8 where marks precede the letters they belong to; else Latin-1 as Windows has it."""
    marks = fitting = 0
    for at, byte in enumerate(data[:-1]):
        if byte >= 0xE0:
            marks += 1
            letter = chr(data[at + 1]).lower()
            fitting += letter in MARKS.get(byte, "") or data[at + 1] >= 0xE0
    if marks and fitting >= 0.6 * marks:
        return MARC8
    try:
        letters = high.decode("cp1252")
    except UnicodeDecodeError:
        letters = ""
    plausible = sum(letter.isalpha() or letter in TYPOGRAPHY for letter in letters) - letters.count(
        "ÿ"
    )
    if letters and plausible >= 0.8 * len(letters):
        return "cp1252"
    return MARC8 if marks and fitting >= 0.4 * marks else "utf-8"
