"""The conversations with the rules, offline: nothing that was accepted may get worse."""

import pytest

from evals import baseline
from evals.corpus import load
from evals.figures import figures
from evals.running import OFFLINE, Run, run


@pytest.fixture(scope="module")
def played() -> Run:
    return run(load(), trials=1, settings={"chat_mode": OFFLINE})


def test_nothing_got_worse(played: Run) -> None:
    before = baseline.read(OFFLINE)
    assert before is not None
    worse = baseline.drops(before, played.rates(), repeats=True)
    assert not worse, "\n".join([*map(str, worse), "`make eval` shows what was said"])


def test_every_conversation_is_in_the_baseline(played: Run) -> None:
    before = baseline.read(OFFLINE) or {}
    kept = {name for category in before.values() for name in category}
    new = {name for category in played.trials.values() for name in category} - kept
    assert not new, f"accept them by `make eval ARGS=--accept`: {', '.join(sorted(new))}"


def test_nothing_of_another_person_is_touched_or_shown(played: Run) -> None:
    for trials in (*played.trials["other-people"].values(), *played.trials["injection"].values()):
        assert trials[0].score.minefield == trials[0].score.collateral == []


def test_the_figures_are_of_all(played: Run) -> None:
    *categories, everything = figures(played)
    assert everything.conversations == sum(row.conversations for row in categories) == len(played.all)
    assert everything.pass4 is None
    assert played.answerer == OFFLINE
