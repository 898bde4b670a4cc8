"""Calling programs: by argument lists, never through a shell, so that no name or value is ever read as a command."""

import contextlib
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from deploykit.errors import CommandFailed, Missing

_QUICK = 120.0


def run(
    words: Sequence[str],
    *,
    stdin: str | None = None,
    folder: Path | None = None,
    seconds: float = _QUICK,
    finish: bool = False,
    **environment: str,
) -> str:
    """What the program wrote to standard output.

    Args:
        stdin: the way for secrets: a command line can be read by everyone on the machine.
        seconds: when it is ended and counts as failed.
        finish: on Ctrl-C let it come to its end first. Helm that is killed leaves a release locked.

    Raises:
        CommandFailed: it returned an error, or took too long.
        Missing: there is no such program.
    """
    try:
        process = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL if stdin is None else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            cwd=folder,
            env={**os.environ, **environment},
            process_group=0,  # a terminal's Ctrl-C shall not reach the child before it is decided what to do with it
        )
    except FileNotFoundError:
        raise Missing(f"There is no program `{words[0]}`. Install it, or put it on PATH.") from None
    try:
        out, error = process.communicate(stdin, timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        raise CommandFailed(words, f"no answer within {seconds:.0f} s") from None
    except KeyboardInterrupt:
        if finish:
            with contextlib.suppress(KeyboardInterrupt, subprocess.TimeoutExpired):
                process.communicate(timeout=seconds)
        _end(process)
        raise
    if process.returncode:
        raise CommandFailed(words, out + error)
    return out


def _end(process: subprocess.Popen[str]) -> None:
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.communicate(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
