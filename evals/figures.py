"""The figures of a category, or of all."""

from collections.abc import Iterable
from dataclasses import dataclass

from evals.running import Run
from evals.statistics import median, pass_hat, wilson
from evals.trial import Trial

ALL = "all"


@dataclass(frozen=True, slots=True)
class Figures:
    """`pass4` is None when there were too few trials to tell. Of the questions asked, `precision` were due, and of
    those due `recall` were asked; None when there were none. `turns`, `tools` and `tokens` are means a conversation,
    `seconds` the median of a turn."""

    name: str
    conversations: int
    pass1: float
    interval: tuple[float, float]
    pass4: float | None
    turns: float
    precision: float | None
    recall: float | None
    tools: float
    tokens: float
    seconds: float


def figures(run: Run) -> list[Figures]:
    """Of each category, then of all."""
    repeats = run.repeats
    rows = [_figures(name, list(named.values()), repeats) for name, named in run.trials.items()]
    everything = [trials for named in run.trials.values() for trials in named.values()]
    return [*rows, _figures(ALL, everything, repeats)]


def _figures(name: str, conversations: list[list[Trial]], repeats: bool) -> Figures:
    number = len(conversations)
    passes = [(sum(trial.score.passed for trial in trials), len(trials)) for trials in conversations]
    pass1 = sum(passed / tried for passed, tried in passes) / number
    fourfold = min(tried for _, tried in passes) >= 4
    pass4 = sum(pass_hat(4, *each) for each in passes) / number if fourfold else pass1 if repeats else None
    played = [trial for trials in conversations for trial in trials]
    turns = [turn for trial in played for turn in trial.turns]
    judged = [turn for turn in turns if turn.expected is not None]
    return Figures(
        name=name,
        conversations=number,
        pass1=pass1,
        interval=wilson(pass1, number),
        pass4=pass4,
        turns=len(turns) / len(played),
        precision=_share(bool(turn.expected) for turn in judged if turn.asked),
        recall=_share(turn.asked for turn in judged if turn.expected),
        tools=sum(turn.tools for turn in turns) / len(played),
        tokens=sum(turn.tokens for turn in turns) / len(played),
        seconds=median([turn.seconds for turn in turns]),
    )


def _share(flags: Iterable[bool]) -> float | None:
    found = list(flags)
    return sum(found) / len(found) if found else None
