"""What one turn answered: the server-sent events, and the same as a person sees it."""

import json
import re
from dataclasses import dataclass
from typing import Any

from evals.facts import plain

Json = dict[str, Any]
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True, slots=True)
class Reply:
    """`seconds` from the request to the end of the stream; `status` is HTTP's. A refused request has no events."""

    events: tuple[tuple[str, Json], ...]
    seconds: float
    status: int = 200
    problem: str = ""

    def of(self, name: str) -> list[Json]:
        return [data for event, data in self.events if event == name]

    def last(self, name: str) -> Json:
        return (self.of(name) or [{}])[-1]

    @property
    def text(self) -> str:
        return "".join(str(data["delta"]) for data in self.of("text"))

    @property
    def shown(self) -> list[Json]:
        found: list[Json] = self.last("list").get("tasks", [])
        return found

    @property
    def candidates(self) -> list[Json]:
        found: list[Json] = self.last("choices").get("candidates", [])
        return found

    @property
    def waiting(self) -> list[Json]:
        """The tasks that wait for a yes."""
        return [action["task"] for action in self.last("approval").get("actions", [])]

    @property
    def visible(self) -> str:
        """All that the person reads, plain: the text, the rows beside it, and errors."""
        rows = [_row(task) for task in (*self.shown, *self.candidates, *self.waiting)]
        errors = [str(error["message"]) for error in self.of("error")]
        return plain("\n".join([self.text, *rows, *errors, self.problem]))

    @property
    def asks(self) -> bool:
        """Whether it waits for an answer: by choices, an approval, or a question after which nothing was done."""
        if self.candidates or self.waiting:
            return True
        acted = self.of("receipt") or self.shown
        return not acted and "?" in _QUOTED.sub("", plain(self.text))

    @property
    def tokens(self) -> int:
        used = self.last("done").get("tokens") or 0
        return int(sum(v for v in used.values() if isinstance(v, int)) if isinstance(used, dict) else used)


def _row(task: Json) -> str:
    return " ".join(str(task[field]) for field in ("title", "due", "list") if task.get(field))


def parse(stream: str, seconds: float) -> Reply:
    """The reply of a stream of server-sent events."""
    events = []
    for block in stream.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if line and not line.startswith(":"))
        if "event" in fields:
            events.append((fields["event"], json.loads(fields["data"])))
    return Reply(tuple(events), seconds)
