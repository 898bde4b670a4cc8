"""Durations as the conversations write them."""

import re
from datetime import timedelta
from typing import Any

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def parse_duration(given: Any) -> timedelta:
    """ "90s", "10m", "2h" or "3d". Raises ValueError."""
    if isinstance(given, timedelta):
        return given
    found = re.fullmatch(r"(\d+)([smhd])", str(given))
    if found is None:
        raise ValueError(f"{given!r} is no duration: write 90s, 10m, 2h or 3d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})
