"""Compile the notes on Kazakh roots into the one list that ``birge.language`` reads.

    python -m tools.language.roots            write birge/language/data/kazakh_roots.txt
    python -m tools.language.roots --check    only tell whether it is up to date

The notes (``roots/*.txt``) were written for this project by meaning and part of speech: a line
``noun: …`` or ``verb: …`` starts a list that runs on over the next lines. ``балық+шы+шылық`` is
балық, балықшы, балықшылық: what stands after a + is put to the *first* piece. A derivational suffix
is given in its back shape and takes the shape that harmony and the last sound ask for
(``көз+лық`` is көздік); anything else is glued on as it stands (``қолжазба``, a compound).
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

NOTES = Path(__file__).with_name("roots")
TARGET = Path(__file__).resolve().parents[2] / "birge/language/data/kazakh_roots.txt"
PARTS = (
    "noun",
    "adj",
    "adv",
    "num",
    "pron",
    "postp",
    "verb",
    "person",
    "place",
    "ethnonym",
    "loan",
)

HEAD = """\
# Kazakh roots by part of speech. Written by tools/language/roots.py from tools/language/roots/*.txt:
# change those and run it again.
"""

_HEADING = re.compile(r"(\w+):\s*(.*)")
_WORD = re.compile(r"[а-яёәғқңөұүһі-]{1,30}")
_BACK = frozenset("аоұыя")
_FRONT = frozenset("әеөүіэ")
_VOWELS = frozenset("аәеёиоөуұүыіэюя")
_TO_FRONT = str.maketrans("аықғ", "еікг")
_VOICED = str.maketrans("пкқ", "бгғ")
#: Suffixes spelled in the notes in one shape, to be fitted to the stem.
_FITTED = frozenset("лық лы лас ла дас дай сыз шы шыл шылық дық тық ты тас ды".split())


def harmony_shape(stem: str, suffix: str) -> str:
    """Return the suffix with the vowels the last vowel of the stem asks for."""
    for letter in reversed(stem):
        if letter in _BACK:
            return suffix
        if letter in _FRONT:
            return suffix.translate(_TO_FRONT)
    return suffix


def derived(base: str, suffix: str, part: str) -> str:
    """Return the word that a suffix of the notes makes of its base."""
    if part == "verb":
        # Шықса, but шығыл: a voiceless velar or п is voiced before a vowel.
        return (base[:-1] + base[-1].translate(_VOICED) if suffix[0] in _VOWELS else base) + suffix
    if suffix in _FITTED:
        suffix = harmony_shape(base, suffix)
    return base + suffix


def entries(text: str) -> Iterator[tuple[str, str]]:
    """Yield each part of speech and word of one file of notes."""
    part = ""
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        heading = _HEADING.fullmatch(line.strip())
        if heading:
            part, line = heading[1], heading[2]
        for item in line.split():
            base, *suffixes = item.split("+")
            yield part, base
            for suffix in suffixes:
                yield part, derived(base, suffix, part)


def collect() -> dict[str, set[str]]:
    """Return the words of all notes by part of speech; a wrong word ends the program."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(NOTES.glob("*.txt")):
        for part, word in entries(path.read_text(encoding="utf-8")):
            if part not in PARTS or not _WORD.fullmatch(word):
                sys.exit(f"{path.name}: {part}: {word!r} is no word")
            found[part].add(word)
    return found


def compiled() -> str:
    """Return the text of the compiled list."""
    lines = [HEAD]
    found = collect()
    for part in PARTS:
        words = " ".join(sorted(found[part]))
        lines.append(f"{part}:\n" + "\n".join(textwrap.wrap(words, 100, break_on_hyphens=False)))
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    text = compiled()
    if options.check:
        return int(TARGET.read_text(encoding="utf-8") != text)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    counts = {part: len(words) for part, words in collect().items()}
    sys.stdout.write(f"{sum(counts.values())} words: {counts}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
