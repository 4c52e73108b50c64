"""Fit the costs of slips (`birge.search.spelling.WEIGHTS`) on damaged queries with known answers.

Reads the development half of the evaluation sets: each damaged query stands at the place of the
clean one it was made of. The right answers are the words of the index that the clean query finds;
a log-linear model of the traits of all candidates is fitted so that the right ones cost least.
No word is remembered, only what kinds of slips cost. Run from the project's root:

    .venv/bin/python -m tools.search.fit_spelling ../shared/search
"""

from __future__ import annotations

import math
import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.search_quality import QualityEngine

PAIRS = {"typo": "clean", "foldtypo": "fold", "ru_typo": "ru_clean"}
ROUNDS, RATE, SHRINK = 40, 0.05, 0.002
MOST = 80

Candidates = list[tuple[dict[str, float], bool]]


def main() -> int:
    """Print the fitted costs, and how often the right word comes first with them."""
    folder = Path(sys.argv[1])
    lines = (folder / "robust_docs.tsv").read_text(encoding="utf-8").splitlines()
    QualityEngine().index(tuple(line.split("\t", 1)) for line in lines)
    from birge.search.spelling import WEIGHTS

    groups = gathered(folder / "robust_dev.tsv")
    random.Random(7).shuffle(groups)
    half = len(groups) // 2
    for name, (learn, check) in {
        "first half": (groups[:half], groups[half:]),
        "second half": (groups[half:], groups[:half]),
    }.items():
        weights = fitted(learn, dict(WEIGHTS))
        print(f"{name}: now {right(check, WEIGHTS):.3f}, fitted on it {right(check, weights):.3f}")
    weights = fitted(groups, dict(WEIGHTS))
    for name, value in weights.items():
        print(f'    "{name}": {value:.2f},')
    return 0


def gathered(path: Path) -> list[Candidates]:
    """Candidates of every damaged query that has a right one among them."""
    by_kind: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, query, relevant = line.split("\t")
        by_kind[kind].append((query, relevant))
    groups = []
    lost = 0
    for damaged, clean in PAIRS.items():
        answers = iter(by_kind[clean])
        for query, relevant in by_kind[damaged]:
            right_query = next(text for text, same in answers if same == relevant)
            candidates = candidates_of(query, right_query)
            if any(is_right for _traits, is_right in candidates):
                groups.append(candidates)
            else:
                lost += 1
    print(f"{len(groups)} queries; {lost} more have no right word to be found")
    return groups


def candidates_of(query: str, clean: str) -> Candidates:
    """The traits of every word the query may be, and whether it is the right one."""
    from birge.search import spelling, vocabulary
    from birge.search.forms import words_of
    from birge.search.skeleton import skeletons

    wanted = {key for word in words_of(clean) for key in word.folded}
    found = []
    for bare in skeletons(query):
        for known in vocabulary.near(spelling.codes_of(bare)):
            for alignment in spelling.alignments(bare, known):
                traits = spelling.traits_of(query, alignment)
                found.append((cost(traits, spelling.WEIGHTS), traits, alignment))
    found.sort(key=lambda item: item[0])
    for _cost, traits, alignment in found[:MOST]:
        if spelling.is_strange(query, alignment):
            traits["strange"] = 1.0
    return [(traits, each.known.key in wanted) for _cost, traits, each in found[:MOST]]


def cost(traits: dict[str, float], weights: dict[str, float]) -> float:
    """What a candidate costs."""
    return sum(weights[name] * value for name, value in traits.items())


def fitted(groups: Sequence[Candidates], weights: dict[str, float]) -> dict[str, float]:
    """Weights by stochastic gradient ascent on the likelihood of the right candidates."""
    prior = dict(weights)
    scale = 4.0  # the costs are small numbers; their differences decide
    order = list(groups)
    chance = random.Random(1)
    for turn in range(ROUNDS):
        chance.shuffle(order)
        rate = RATE / (1 + turn / 8)
        for group in order:
            masses = [math.exp(-scale * cost(traits, weights)) for traits, _right in group]
            total = sum(masses)
            right_total = sum(m for m, (_t, ok) in zip(masses, group, strict=True) if ok)
            slope: dict[str, float] = defaultdict(float)
            for mass, (traits, ok) in zip(masses, group, strict=True):
                share = mass / total - (mass / right_total if ok else 0.0)
                if abs(share) > 1e-6:
                    for name, value in traits.items():
                        slope[name] += share * value
            for name, value in slope.items():
                weights[name] += rate * value - rate * SHRINK * (weights[name] - prior[name])
    return weights


def right(groups: Sequence[Candidates], weights: dict[str, float]) -> float:
    """How often the cheapest candidate is a right one."""
    firsts = (min(group, key=lambda item: cost(item[0], weights)) for group in groups)
    return sum(ok for _traits, ok in firsts) / len(groups)


if __name__ == "__main__":
    sys.exit(main())
