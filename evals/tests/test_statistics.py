"""Against values computed elsewhere."""

import pytest

from evals.statistics import median, noise, pass_hat, wilson


@pytest.mark.parametrize(
    ("rate", "trials", "low", "high"),
    [(0.5, 10, 0.2366, 0.7634), (1.0, 20, 0.8389, 1.0), (0.0, 20, 0.0, 0.1611), (0.9, 300, 0.8609, 0.9290)],
)
def test_wilson(rate: float, trials: int, low: float, high: float) -> None:
    assert wilson(rate, trials) == pytest.approx((low, high), abs=1e-4)


@pytest.mark.parametrize(("passes", "chance"), [(8, 1.0), (6, 15 / 70), (4, 1 / 70), (3, 0.0)])
def test_four_of_four(passes: int, chance: float) -> None:
    assert pass_hat(4, passes, 8) == pytest.approx(chance)


def test_noise_shrinks_with_the_number() -> None:
    assert noise(0.9, 0.8, 100) == pytest.approx(0.0980, abs=1e-4)
    assert noise(0.9, 0.8, 400) == pytest.approx(0.0490, abs=1e-4)


def test_median() -> None:
    assert (median([3, 1, 2]), median([])) == (2, 0.0)
