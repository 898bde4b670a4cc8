"""What a sentence is read against: the clock, what the person sees, and what the assistant asked last."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from todo.interpreter.plan import Add, TargetedAction, Update


@dataclass(frozen=True, slots=True)
class Shown:
    """A task that the person saw, by the id that the tools know."""

    id: str
    title: str
    status: Literal["open", "done"] = "open"
    due: str | None = None
    """Local, ISO 8601."""


@dataclass(frozen=True, slots=True)
class AskTitle:
    """Asked "What task would you like to add?"; the reply is its title, and may bring a date or a list."""

    draft: Add


@dataclass(frozen=True, slots=True)
class AskDue:
    """Asked for another date, since the one that was said does not exist; the reply is it."""

    action: Add


@dataclass(frozen=True, slots=True)
class AskWhich:
    """Several tasks matched and were shown as choices; the reply picks some of the candidates."""

    action: TargetedAction
    candidates: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class AskTarget:
    """Asked "Which task do you mean?"; the reply names it."""

    action: TargetedAction


@dataclass(frozen=True, slots=True)
class AskChange:
    """Asked "What should change about it?"; the reply is the new date, title, priority and so on."""

    action: Update


@dataclass(frozen=True, slots=True)
class AskApproval:
    """Several tasks wait for a yes; the reply may leave some out."""

    actions: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class AskUndo:
    """Offered to undo a change of another conversation; yes or no."""


Pending = AskTitle | AskDue | AskWhich | AskTarget | AskChange | AskApproval | AskUndo


@dataclass(frozen=True, slots=True)
class Context:
    """`now` is aware, in the person's zone. `shown` are the tasks of the last list or choices in their order, `touched`
    those of the newest receipts. `lists` are the names of the person's lists; known `titles` help to see where one
    ends in a sentence. `last` is the act of the turn before, for what repeats it in fewer words."""

    now: datetime
    shown: tuple[Shown, ...] = ()
    touched: tuple[Shown, ...] = ()
    lists: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    pending: Pending | None = None
    last: Add | TargetedAction | None = None

    def knows(self, words: str) -> bool:
        """Whether lower-cased words are the title of a task that is known or was seen, an article aside."""
        bare = words.removeprefix("the ").removeprefix("my ").strip()
        seen = (task.title for tasks in (self.shown, self.touched) for task in tasks)
        return any(bare == title.lower() for title in (*self.titles, *seen))

    def points_at(self, words: str) -> bool:
        """Whether lower-cased words are a known title, or with an article some words of one: "the van" of "hire a
        van"."""
        if self.knows(words):
            return True
        bare = set(re.findall(r"\w+", re.sub(r"^(?:the|my|our) ", "", words)))
        if not bare or not words.startswith(("the ", "my ", "our ")):
            return False
        return any(bare <= set(re.findall(r"\w+", title.lower())) for title in self.titles)
