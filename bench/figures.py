"""A figure with its limit, and the table of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

REFERENCE_PLAIN_MS = 0.3
"""The processor time of a page by plain asyncpg on the machine that the limits were set on."""


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` should be at most `limit`, or at least it for `at_least`; without a limit it is for comparison."""

    what: str
    value: float
    unit: str
    limit: float | None = None
    at_least: bool = False

    @property
    def kept(self) -> bool | None:
        if self.limit is None:
            return None
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def at_speed(self, plain_ms: float) -> "Figure":
        """A time as it would be on the machine of the limits, when this one takes `plain_ms` for the peer's page."""
        return replace(self, value=self.value * REFERENCE_PLAIN_MS / plain_ms)

    @property
    def is_limited_time(self) -> bool:
        return self.limit is not None and self.unit in ("ms", "s")

    def row(self) -> str:
        sign = "≥" if self.at_least else "≤"
        limit = f"{sign} {self.limit:g} {self.unit}" if self.limit is not None else ""
        verdict = {True: "kept", False: "MISSED", None: ""}[self.kept]
        return f"{self.what:<62}{self.value:>10.2f} {self.unit:<8}{limit:<16}{verdict}"


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of them do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def median(values: Sequence[float]) -> float:
    return percentile(values, 0.5)
