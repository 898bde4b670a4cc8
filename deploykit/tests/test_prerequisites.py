import sys

import pytest

from deploykit.deploy.prerequisites import Tool, check, parse_version
from deploykit.errors import Missing


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ("v3.22.0+g1a2b3c\n", (3, 22)),
        ("v4.3.0", (4, 3)),
        ("20.10.24+dfsg1", (20, 10)),
        ('{"clientVersion": {"gitVersion": "v1.36.3"}}', (1, 36)),
        ("kind v0.31.0 go1.25 linux/amd64", (0, 31)),
        ("minikube version: v1.37.0\ncommit: 65318f4", (1, 37)),
        ("", None),
    ],
)
def test_versions_are_read_from_what_tools_say(said: str, version: tuple[int, int] | None) -> None:
    assert parse_version(said) == version


def test_everything_that_is_missing_is_told_at_once() -> None:
    python = Tool("python", (sys.executable, "--version"), (99, 0), "https://www.python.org")
    nothing = Tool("nothing", ("no-such-program",), (1, 0), "nowhere")
    silent = Tool("silent", (sys.executable, "-c", "raise SystemExit('the daemon sleeps')"), (1, 0), "nowhere")
    with pytest.raises(Missing) as told:
        check((python, nothing, silent))
    assert "python 99.0 or newer is needed; this one is 3." in str(told.value)
    assert "nothing 1.0 or newer is needed, and there is none. Get it: nowhere" in str(told.value)
    assert "the daemon sleeps" in str(told.value)
