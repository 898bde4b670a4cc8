"""A circuit breaker: a model that keeps failing is left alone for a while, so that nobody waits for it in vain."""

import time
from collections.abc import Callable

FAILURES = 5
COOL_SECONDS = 30.0


class Breaker:
    """Closed while calls go well. After `FAILURES` in a row it is open: no call for `COOL_SECONDS`, then one to try."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures = 0
        self._opened_at: float | None = None
        self._trying = False

    @property
    def is_open(self) -> bool:
        return self._opened_at is not None

    def allows(self) -> bool:
        """Whether a call may be made now. Who is told so tells how it went: `succeeded`, `failed` or `left`."""
        if self._opened_at is None:
            return True
        if self._trying or self._clock() - self._opened_at < COOL_SECONDS:
            return False
        self._trying = True
        return True

    def succeeded(self) -> None:
        self._failures, self._opened_at, self._trying = 0, None, False

    def failed(self) -> None:
        self._failures += 1
        if self._trying or self._failures >= FAILURES:
            self._opened_at, self._trying = self._clock(), False

    def left(self) -> None:
        """The call ended by the person's wish, and says nothing of the model."""
        self._trying = False
