"""Time zone and locale: how a person's dates are read and written."""

import re
from functools import cache
from importlib.resources import files

DEFAULT_ZONE = "UTC"
DEFAULT_LOCALE = "en"

# RFC 5646 section 2.1, without private use and grandfathered tags.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*)",
    re.ASCII | re.IGNORECASE,
)
_MAX_TAG = 35  # RFC 5646 section 4.4.1


@cache
def zones() -> frozenset[str]:
    """Every name of the IANA time zone database, aliases included, the same on every machine."""
    return frozenset(files("tzdata").joinpath("zones").read_text("utf-8").split())


def time_zone(name: str) -> str:
    """`name`, when it is a time zone's.

    Raises:
        ValueError: there is no such zone.
    """
    if name not in zones():
        raise ValueError("There is no such time zone. Give an IANA name, such as Europe/Berlin.")
    return name


def locale(tag: str) -> str:
    """`tag` in the usual case, such as `pt-BR` or `zh-Hant-TW` (RFC 5646 section 2.1.1).

    Raises:
        ValueError: this is no language tag.
    """
    found = _TAG.fullmatch(tag)
    if found is None or len(tag) > _MAX_TAG:
        raise ValueError("This is no language tag. Give one such as en or pt-BR.")
    script, region = found["script"], found["region"]
    parts = [found["language"].lower(), script and script.title(), region and region.upper()]
    return "-".join(part for part in parts if part) + found["rest"].lower()


def time_zone_or_default(name: str) -> str:
    """`name`, or UTC when it is no zone's: a browser's strange setting must not keep anyone from signing up."""
    return name if name in zones() else DEFAULT_ZONE


def locale_or_default(tag: str) -> str:
    """`tag` in the usual case, or English when it is no language tag (`C`, or `en-US@posix`)."""
    try:
        return locale(tag)
    except ValueError:
        return DEFAULT_LOCALE
