"""Success by kind of task: the goals, the table, and what went wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.residents.tasks import Answer, Task, is_served

OVERALL_GOAL = 0.95
GOAL_BY_KIND = 0.88


@dataclass(frozen=True, slots=True)
class Outcome:
    """A task and what came of it."""

    task: Task
    answer: Answer

    @property
    def is_good(self) -> bool:
        """Whether the resident was served."""
        return is_served(self.task, self.answer)


def share(outcomes: Sequence[Outcome]) -> float:
    """The part of the tasks that succeeded."""
    return sum(outcome.is_good for outcome in outcomes) / len(outcomes)


def by_kind(outcomes: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """The outcomes of each kind, kinds in the order in which they were asked."""
    found: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        found[outcome.task.kind].append(outcome)
    return dict(found)


def report(outcomes: Sequence[Outcome]) -> str:
    """The table of success by kind, those below the goal marked."""
    rows = [_row(kind, found, GOAL_BY_KIND) for kind, found in by_kind(outcomes).items()]
    return "\n".join([*rows, _row("all", outcomes, OVERALL_GOAL)])


def _row(kind: str, found: Sequence[Outcome], goal: float) -> str:
    good = sum(outcome.is_good for outcome in found)
    mark = "" if share(found) >= goal else f"  below {goal}"
    return f"{kind:<28}{good:>4} of {len(found):<4}{share(found):.2f}{mark}"


def failures(outcomes: Iterable[Outcome], shown: Callable[[Task], str]) -> list[str]:
    """A line for each task that failed."""
    return [_line(outcome, shown) for outcome in outcomes if not outcome.is_good]


def _line(outcome: Outcome, shown: Callable[[Task], str]) -> str:
    task, answer = outcome.task, outcome.answer
    came = " ".join(answer.books[:5]) or "nothing"
    return f"{task.kind} | {task.page} | {task.query} | {shown(task)} | came: {came}"
