"""A drop is named with what got worse; chance, and what is new, is none."""

from pathlib import Path

import pytest

from evals.baseline import Rates, accept, drops, read


def rates(passed: int, number: int, category: str = "add") -> Rates:
    return {category: {f"{category}-{index:03}": float(index < passed) for index in range(number)}}


def test_any_drop_counts_where_trials_repeat() -> None:
    (category, everything) = drops(rates(10, 10), rates(9, 10), repeats=True)
    assert str(category) == "add: 100.0% before, 90.0% now; worse: add-009"
    assert everything.category == "all"


def test_chance_is_no_drop() -> None:
    assert drops(rates(10, 10), rates(9, 10), repeats=False) == []
    assert drops(rates(100, 100), rates(80, 100), repeats=False) != []


@pytest.mark.parametrize("now", [rates(10, 12), rates(10, 10) | rates(0, 5, "undo"), rates(0, 3, "undo")])
def test_what_is_new_is_no_drop(now: Rates) -> None:
    assert drops(rates(10, 10), now, repeats=True) == []


def test_accepting_keeps_the_others(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    assert read("offline", file) is None
    accept("offline", rates(1, 2), file)
    accept("model: m", rates(2, 2), file)
    assert (read("offline", file), read("model: m", file)) == (rates(1, 2), rates(2, 2))
