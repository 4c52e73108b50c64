"""Learn how to choose among the readings of a Kazakh word, from words with known lemmas.

    python -m tools.language.train_kazakh ../shared/search/kk_dev.tsv            write the weights
    python -m tools.language.train_kazakh ../shared/search/kk_dev.tsv --folds 5  only tell how it generalizes

The file holds form, lemma, part of speech, count and source, tab-separated, under a heading. Every
form is read by ``birge.language.kazakh``; those of its readings whose root is the stem of the lemma
are right, and a log-linear model is fitted (AdaGrad, L2) so that right readings are likely. Sources
weigh alike, and a lemma with many forms weighs a little less for each. Folds are cut by
lemma: no lemma is in two. The same is done once more with all letters folded. Nothing of the words
enters the table: features are suffixes, lengths, last letters and kinds of roots.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from birge.language.folding import fold
from birge.language.kazakh import (
    MAX_LENGTH,
    WEIGHTS,
    Analyzer,
    Candidate,
    is_long,
    longest_known,
)
from birge.language.kazakh_features import chain_features, junction_feature, standing_feature

EPOCHS = 6
RATE = 0.25
L2 = 0.1
#: Features seen with fewer lemmas than this say nothing that holds elsewhere.
LEAST = 25
#: A lemma with n forms weighs as n to the power of one less this.
EVENNESS = 0.2
#: All examples of a source together weigh as much as this many.
TOTAL = 3000

HEAD = """\
# Weights of the features of kazakh_features.py: name, for full letters, for folded letters. Learned by
# tools/language/train_kazakh.py from forms with known lemmas; run it again after a change of the
# grammar, the roots or the features.
"""


class Row(NamedTuple):
    """A form whose lemma is known."""

    form: str
    lemma: str
    part: str
    source: str


class Example(NamedTuple):
    """The features of each reading of a form, which of them are right, and how much it counts."""

    readings: list[list[tuple[int, float]]]
    right: list[bool]
    weight: float
    lemma: str


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a file of forms and lemmas."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        form, lemma, part, _count, source = line.split("\t")
        rows.append(Row(form, lemma, part, source))
    return rows


def fold_of(lemma: str, folds: int) -> int:
    """Return the part of the data a lemma belongs to."""
    return int(hashlib.sha1(lemma.encode(), usedforsecurity=False).hexdigest(), 16) % folds


def features_of(
    reader: Analyzer, candidate: Candidate, longest: int
) -> Iterator[tuple[str, float]]:
    """Return every feature of a reading, as ``Analyzer`` adds them up."""
    info, chain = candidate.info, candidate.chain
    for name in chain_features(chain.part, chain.tags):
        yield name, 1.0
    yield junction_feature(info.root_class, chain.tag), 1.0
    yield from reader.features.features(info.root, chain.part, info.root_class)
    if candidate.discord:
        yield candidate.discord, 1.0
    if longest:
        yield standing_feature(chain.part, info.known, is_long(info, longest)), 1.0


def right_roots(reader: Analyzer, row: Row) -> set[str]:
    """Return the stem of the lemma, as it would be found."""
    lemma = fold(row.lemma) if reader.folded else row.lemma
    if row.part == "VERB" and len(lemma) > 2:
        return reader.bare_verb_roots(lemma)
    return {reader.lexicon.canonical(lemma)}


class Model:
    """Weights by feature, fitted to examples."""

    def __init__(self, reader: Analyzer) -> None:
        self.reader = reader
        self.numbers: dict[str, int] = {}
        self.names: list[str] = []

    def examples(self, rows: Iterable[Row], counts: Counter[tuple[str, str]]) -> list[Example]:
        """Return the rows that have a right and a wrong reading as examples."""
        found = []
        totals: Counter[str] = Counter()
        for row in rows:
            totals[row.source] += counts[row.source, row.lemma] ** -EVENNESS
        for row in rows:
            form = fold(row.form) if self.reader.folded else row.form
            if (
                "-" in form
                or not 2 < len(form) <= MAX_LENGTH
                or form in self.reader.lexicon.irregular
            ):
                continue
            candidates = self.reader.candidates(form)
            roots = right_roots(self.reader, row)
            right = [candidate.root in roots for candidate in candidates]
            if any(right) and not all(right):
                share = counts[row.source, row.lemma] ** -EVENNESS / totals[row.source]
                longest = longest_known(candidates)
                readings = [self._numbered(candidate, longest) for candidate in candidates]
                found.append(Example(readings, right, share * TOTAL, row.lemma))
        return found

    def _numbered(self, candidate: Candidate, longest: int) -> list[tuple[int, float]]:
        out = []
        for name, value in features_of(self.reader, candidate, longest):
            number = self.numbers.get(name)
            if number is None:
                number = self.numbers[name] = len(self.names)
                self.names.append(name)
            out.append((number, value))
        return out

    def fit(self, examples: list[Example]) -> dict[str, float]:
        """Return the weights that make the right readings likely."""
        lemmas: dict[int, set[str]] = defaultdict(set)
        for example in examples:
            for reading in example.readings:
                for number, _ in reading:
                    lemmas[number].add(example.lemma)
        telling = {number for number, found in lemmas.items() if len(found) >= LEAST}
        examples = [_only(example, telling) for example in examples]
        weights = [0.0] * len(self.names)
        squares = [1e-3] * len(self.names)
        sums = [0.0] * len(self.names)
        dice = random.Random(1)
        for epoch in range(EPOCHS):
            dice.shuffle(examples)
            for example in examples:
                _step(example, weights, squares, RATE / (1 + 0.3 * epoch))
            if epoch >= EPOCHS // 2:
                sums = [total + weight for total, weight in zip(sums, weights, strict=True)]
        # The mean of the later rounds errs less than where the last one happened to end.
        rounds = EPOCHS - EPOCHS // 2
        return {
            name: round(sums[number] / rounds, 3)
            for name, number in sorted(self.numbers.items())
            if abs(sums[number]) >= 0.0005 * rounds
        }


def _only(example: Example, telling: set[int]) -> Example:
    """Return an example without the features that say nothing."""
    kept = [[item for item in reading if item[0] in telling] for reading in example.readings]
    return example._replace(readings=kept)


def _step(example: Example, weights: list[float], squares: list[float], rate: float) -> None:
    """Move the weights towards what makes the right readings of one form likelier."""
    scores = [sum(weights[n] * v for n, v in reading) for reading in example.readings]
    top = max(scores)
    likely = [math.exp(score - top) for score in scores]
    total = sum(likely)
    wanted = sum(p for p, right in zip(likely, example.right, strict=True) if right) or 1e-9
    gradient: dict[int, float] = defaultdict(float)
    for reading, p, right in zip(example.readings, likely, example.right, strict=True):
        slope = p / total - (p / wanted if right else 0.0)
        if abs(slope) > 1e-4:
            for number, value in reading:
                gradient[number] += slope * value
    for number, slope in gradient.items():
        slope = slope * example.weight + L2 * weights[number]
        squares[number] += slope * slope
        weights[number] -= rate * slope / math.sqrt(squares[number])


def train(rows: list[Row], *, folded: bool) -> dict[str, float]:
    """Return the weights learned from rows."""
    model = Model(Analyzer({}, folded=folded))
    counts = Counter((row.source, row.lemma) for row in rows)
    return model.fit(model.examples(rows, counts))


def b_cubed(rows: list[Row], stem) -> tuple[float, float]:
    """Return B-cubed F1 and the share of forms whose stem is that of the lemma's, mean of sources."""
    figures = []
    for source in sorted({row.source for row in rows}):
        own = [row for row in rows if row.source == source]
        figures.append(_b_cubed(own, stem))
    return tuple(sum(column) / len(figures) for column in zip(*figures, strict=True))


def _b_cubed(rows: list[Row], stem) -> tuple[float, float, float]:
    lemmas: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        lemmas[row.form].add(row.lemma)
        forms[row.lemma].add(row.form)
    clusters: dict[str, set[str]] = defaultdict(set)
    for form in lemmas:
        clusters[stem(form)].add(form)
    precision = recall = 0.0
    pairs = right_pairs = gold_pairs = 0
    for form, names in lemmas.items():
        kin = set().union(*(forms[name] for name in names))
        cluster = clusters[stem(form)]
        both = len(kin & cluster)
        precision += both / len(cluster)
        recall += both / len(kin)
        pairs += len(cluster) - 1
        right_pairs += both - 1
        gold_pairs += len(kin) - 1
    precision, recall = precision / len(lemmas), recall / len(lemmas)
    p, r = right_pairs / max(1, pairs), right_pairs / max(1, gold_pairs)
    return 2 * precision * recall / (precision + recall), 2 * p * r / max(1e-9, p + r), 0.0


def cross_validate(rows: list[Row], folds: int, *, folded: bool) -> None:
    """Print how words of lemmas never learned from are clustered."""
    unseen: dict[str, str] = {}
    figures = []
    for number in range(folds):
        held = [row for row in rows if fold_of(row.lemma, folds) == number]
        rest = [row for row in rows if fold_of(row.lemma, folds) != number]
        reader = Analyzer(train(rest, folded=folded), folded=folded)
        spell = fold if folded else str
        stems = {row.form: reader.stems(spell(row.form), 1)[0] for row in held}
        unseen |= stems
        figures.append(b_cubed(held, stems.__getitem__)[:2])
        sys.stdout.write(f"fold {number}: B3 {figures[-1][0]:.4f} F1 {figures[-1][1]:.4f}\n")
        sys.stdout.flush()
    means = [sum(column) / folds for column in zip(*figures, strict=True)]
    sys.stdout.write(f"mean of folds: B3 {means[0]:.4f} F1 {means[1]:.4f}\n")
    every = b_cubed(rows, unseen.__getitem__)
    sys.stdout.write(
        f"all forms, each by a model blind to it: B3 {every[0]:.4f} F1 {every[1]:.4f}\n"
    )


def write(rows: list[Row]) -> None:
    """Write the table that ``birge.language.kazakh`` reads."""
    plain, folded = train(rows, folded=False), train(rows, folded=True)
    lines = [
        f"{name}\t{plain.get(name, '')}\t{folded.get(name, '')}\n"
        for name in sorted(plain.keys() | folded.keys())
    ]
    WEIGHTS.write_text(HEAD + "".join(lines), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("forms", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--folded", action="store_true")
    options = parser.parse_args()
    rows = read_rows(options.forms)
    if options.folds:
        cross_validate(rows, options.folds, folded=options.folded)
    else:
        write(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
