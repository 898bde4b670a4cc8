"""What a sentence asks for: a `Plan` of actions, in the order of the sentence.

    Action
    ├── Add                       a new task
    ├── List                      show, search, count, ask when or whether
    ├── Complete Reopen Delete    of a `Target`: existing tasks as the person named them
    ├── Update                    of a `Target`, with `Changes`
    ├── Undo Redo
    ├── Approve Cancel            answers to what the assistant asked
    └── Help Chat Ask             no change: how it works, small talk, a question back

Nothing here touches a task: words are matched with titles later, by the tools.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from todo.when import Moment, Period

Priority = Literal["none", "low", "medium", "high"]
Status = Literal["open", "done", "all"]
Asked = Literal["tasks", "count", "when", "whether", "lists"]
Pick = Literal["next", "newest", "oldest", "last"]
ChatKind = Literal[
    "greeting",
    "thanks",
    "goodbye",
    "identity",
    "feelings",
    "praise",
    "complaint",
    "joke",
    "clock",
    "language",
    "offtopic",
    "unclear",
]


@dataclass(frozen=True, slots=True)
class Filter:
    """Tasks by description; every member that is set narrows the choice. All unset is every open task."""

    status: Status | None = None
    period: Period | None = None
    overdue: bool = False
    undated: bool = False
    repeating: bool = False
    list: str | None = None
    words: str | None = None
    tag: str | None = None
    priority: Priority | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Existing tasks as the person named them; nothing set means that none was named, so ask which.

    `words` are title words without date words, `full_words` the same with them ("pick tom up at six" may be a whole
    title). `ids` were resolved from the context ("the second one", "it") or given literally. `due_on` and `list` narrow
    `words`. `pick` chooses among those that fit: "my next reminder" is the one due soonest, "newest" the last created,
    "last" the bottom of the list. `position` (1 is the first, -1 the last) is set with `unresolved` when a number was
    said but no list was shown. `bulk` selects by description and needs approval: by `filter`, or `ids` for "all of
    them". `unresolved` is a sentence for the person: why the words point at nothing.
    """

    words: str | None = None
    full_words: str | None = None
    ids: tuple[str, ...] = ()
    due_on: Period | None = None
    list: str | None = None
    filter: Filter | None = None
    bulk: bool = False
    pick: Pick | None = None
    position: int | None = None
    unresolved: str | None = None

    @property
    def named(self) -> bool:
        """Whether the person said which tasks, resolvable or not."""
        return any((self.words, self.ids, self.filter, self.bulk, self.pick, self.unresolved, self.due_on))


@dataclass(frozen=True, slots=True)
class Changes:
    """New values for existing tasks; what is unset stays as it is.

    `date` keeps the clock time, `time` keeps the date, `due` replaces both. `due_shift` ("by an hour") is relative to
    the existing due, for `todo.when.shift`. `note` is added to the description, `description` replaces it. `clear`
    names the fields to empty: "due", "rrule", "priority", "list", "description", "tags".
    """

    title: str | None = None
    description: str | None = None
    note: str | None = None
    due: Moment | None = None
    date: dt.date | None = None
    time: dt.time | None = None
    due_shift: str | None = None
    rrule: str | None = None
    priority: Priority | None = None
    list: str | None = None
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    clear: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Add:
    """A new task; without a `title` the assistant asks for one. `due` is local, `rrule` canonical (RFC 5545)."""

    title: str | None = None
    description: str | None = None
    due: Moment | None = None
    rrule: str | None = None
    priority: Priority | None = None
    list: str | None = None
    tags: tuple[str, ...] = ()
    only_if_absent: bool = False


@dataclass(frozen=True, slots=True)
class List:
    """Show tasks. `asked` says how to answer: the tasks, their number, when they are due, whether there are any, or
    the names of the person's lists."""

    filter: Filter = field(default_factory=Filter)
    asked: Asked = "tasks"

    @property
    def count_only(self) -> bool:
        return self.asked == "count"


@dataclass(frozen=True, slots=True)
class Complete:
    target: Target


@dataclass(frozen=True, slots=True)
class Reopen:
    target: Target


@dataclass(frozen=True, slots=True)
class Delete:
    target: Target


@dataclass(frozen=True, slots=True)
class Update:
    """Without any change set the assistant asks what should change, or for the value of the `field` that was named."""

    target: Target
    changes: Changes = field(default_factory=Changes)
    field: Literal["list", "tags"] | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """`confirmed` when it answers "undo that?" with yes."""

    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Redo:
    pass


@dataclass(frozen=True, slots=True)
class Help:
    """`topic` is one of "add", "list", "complete", "update", "delete", "dates", "undo", or nothing in particular."""

    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Chat:
    kind: ChatKind


@dataclass(frozen=True, slots=True)
class Ask:
    """The sentence can be no plan until this `question` is answered. With a `draft`, the question is whether to add it:
    ask with `AskTitle(draft)` pending, and a "yes" adds it; `about` its date ("due"), ask with `AskDue`, or for a draft
    that changes a task with `AskChange`."""

    question: str
    draft: Add | Update | None = None
    about: Literal["title", "due"] = "title"


@dataclass(frozen=True, slots=True)
class Approve:
    """Yes to what waits for approval: to all of it, to `only_ids`, or to all but `except_ids`."""

    only_ids: tuple[str, ...] = ()
    except_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cancel:
    """No to what the assistant asked."""


Action = Add | List | Complete | Reopen | Update | Delete | Undo | Redo | Help | Chat | Ask | Approve | Cancel
TargetedAction = Complete | Reopen | Update | Delete


@dataclass(frozen=True, slots=True)
class Plan:
    """The actions of a sentence in its order; not `sure` is a guess that a model should rather answer."""

    actions: tuple[Action, ...]
    sure: bool
