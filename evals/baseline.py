"""What passed when it was last accepted, and what is worse now by more than chance."""

import json
from dataclasses import dataclass
from pathlib import Path

from evals.figures import ALL
from evals.statistics import noise

FILE = Path(__file__).parent / "baseline.json"
Rates = dict[str, dict[str, float]]
"""The share of trials that passed, by category and id."""


@dataclass(frozen=True, slots=True)
class Drop:
    """A category that passes less than before, and the conversations in it that do."""

    category: str
    before: float
    now: float
    worse: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.category}: {self.before:.1%} before, {self.now:.1%} now; worse: {', '.join(self.worse)}"


def read(answerer: str, file: Path = FILE) -> Rates | None:
    """What was accepted for that answerer; None when nothing was."""
    kept: dict[str, Rates] = json.loads(file.read_text()) if file.exists() else {}
    return kept.get(answerer)


def accept(answerer: str, rates: Rates, file: Path = FILE) -> None:
    """Keep these as what is to be held."""
    kept = json.loads(file.read_text()) if file.exists() else {}
    file.write_text(json.dumps({**kept, answerer: rates}, indent=1, sort_keys=True) + "\n")


def drops(before: Rates, now: Rates, *, repeats: bool) -> list[Drop]:
    """The categories, and all, that fell, by more than chance unless each trial `repeats` the one before.

    Conversations that are in one of the two only do not count.
    """
    found = []
    everything = (
        {k: v for c in before.values() for k, v in c.items()},
        {k: v for c in now.values() for k, v in c.items()},
    )
    for category, kept, seen in [*((name, before.get(name, {}), now[name]) for name in now), (ALL, *everything)]:
        shared = sorted(kept.keys() & seen.keys())
        if not shared:
            continue
        was, is_now = (sum(rates[name] for name in shared) / len(shared) for rates in (kept, seen))
        if was - is_now > (1e-9 if repeats else noise(was, is_now, len(shared))):
            worse = tuple(name for name in shared if seen[name] < kept[name])
            found.append(Drop(category, was, is_now, worse))
    return found
