"""Playing all conversations, several trials each, by as many workers as an answerer is worth."""

import asyncio
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.application import make_template, started
from evals.corpus import Category
from evals.trial import Trial, play
from todo.settings import Settings

OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Run:
    """`trials` of each conversation by category and id, in the order in which they were played; `mode` as in
    CHAT_MODE."""

    mode: str
    trials: dict[str, dict[str, list[Trial]]]

    @property
    def models(self) -> list[str]:
        """Who answered."""
        return sorted({turn.model for trial in self.all for turn in trial.turns if turn.model})

    @property
    def all(self) -> list[Trial]:
        return [trial for named in self.trials.values() for trials in named.values() for trial in trials]

    @property
    def answerer(self) -> str:
        """ "offline", or the mode with the models: "auto: command-a-03-2025, offline"."""
        return OFFLINE if self.models == [OFFLINE] else f"{self.mode}: {', '.join(self.models)}"

    @property
    def repeats(self) -> bool:
        """Whether the trials of each conversation, of which there are several, said the same word for word."""
        several = [trials for named in self.trials.values() for trials in named.values()]
        return all(len(trials) > 1 and len({_transcript(trial) for trial in trials}) == 1 for trials in several)

    def rates(self) -> dict[str, dict[str, float]]:
        """The share of trials that passed, by category and id."""
        return {
            category: {name: sum(t.score.passed for t in trials) / len(trials) for name, trials in named.items()}
            for category, named in self.trials.items()
        }


def run(
    categories: Sequence[Category],
    *,
    trials: int,
    workers: int = 1,
    settings: dict[str, Any] | None = None,
    tell: Callable[[int, int], None] | None = None,
) -> Run:
    """Play every conversation `trials` times. `settings` go over those of the environment; `tell` hears how far it is.

    Not to be called in a running event loop.
    """
    with tempfile.TemporaryDirectory(prefix="todo-evals-") as folder:
        template = make_template(Path(folder))
        return asyncio.run(_run(categories, trials, workers, settings or {}, tell, template))


async def _run(
    categories: Sequence[Category],
    trials: int,
    workers: int,
    settings: dict[str, Any],
    tell: Callable[[int, int], None] | None,
    template: Path,
) -> Run:
    found: dict[str, dict[str, list[Trial]]] = {c.name: {x.id: [] for x in c.conversations} for c in categories}
    waiting = [(c.name, conversation) for _ in range(trials) for c in categories for conversation in c.conversations]
    total = len(waiting)
    waiting.reverse()

    async def work() -> None:
        async with started(template, template.parent, settings) as application:
            while waiting:
                category, conversation = waiting.pop()
                found[category][conversation.id].append(await play(conversation, application))
                if tell is not None:
                    tell(total - len(waiting), total)

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(work())
    return Run(Settings(**settings).chat_mode, found)


def _transcript(trial: Trial) -> tuple[str, ...]:
    return tuple(turn.assistant for turn in trial.turns)
