"""What can go wrong, and the status that the command then ends with.

DeployError             1   a build, an installation, a rollout or a test broke
├── CommandFailed       1   a program that was called returned an error
├── WrongUsage          2   an argument or deploykit.toml is wrong
└── Missing             3   programs, a cluster or a secret are not there
"""

from collections.abc import Sequence

INTERRUPTED = 130


class DeployError(Exception):
    """The message says what happened and what to do next."""

    status = 1


class CommandFailed(DeployError):
    """A program returned an error. `said` is what it wrote, standard output before standard error."""

    def __init__(self, words: Sequence[str], said: str) -> None:
        self.said = said.strip()
        super().__init__(f"`{' '.join(words)}` failed:\n{_ending(self.said)}")


class WrongUsage(DeployError):
    status = 2


class Missing(DeployError):
    status = 3


def _ending(text: str, lines: int = 30) -> str:
    kept = text.splitlines()[-lines:]
    return "\n".join(f"  {line}" for line in kept) or "  (it said nothing)"
