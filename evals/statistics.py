"""Rates with their uncertainty."""

from math import comb, sqrt

_Z = 1.959964
"""The standard normal's 97.5 % quantile."""


def wilson(rate: float, trials: int) -> tuple[float, float]:
    """The 95 % interval of a rate seen in `trials` (Wilson 1927)."""
    if not trials:
        return 0.0, 1.0
    spread = _Z**2 / trials
    centre = rate + spread / 2
    half = _Z * sqrt(rate * (1 - rate) / trials + spread / (4 * trials))
    return max(0.0, (centre - half) / (1 + spread)), min(1.0, (centre + half) / (1 + spread))


def pass_hat(k: int, passes: int, trials: int) -> float:
    """The chance that `k` trials of one conversation all pass, estimated without bias from `trials` of which `passes`
    did (tau-bench, section 4). `trials` is at least `k`."""
    return comb(passes, k) / comb(trials, k)


def noise(before: float, now: float, number: int) -> float:
    """How far two rates, each of `number` conversations, may lie apart by chance (95 %)."""
    return _Z * sqrt((before * (1 - before) + now * (1 - now)) / number) if number else 1.0


def median(values: list[float]) -> float:
    """The middle one of them in order, the upper of two; 0 of none."""
    return sorted(values)[len(values) // 2] if values else 0.0
