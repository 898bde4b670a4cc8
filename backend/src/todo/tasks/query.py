"""Which tasks: filters and order, as SQL with a keyset."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Text, bindparam, select, true, tuple_

from todo.errors import InvalidRequest
from todo.kit.pages import decode_cursor
from todo.kit.words import folded
from todo.tasks.models import NO_DUE, lists, tasks
from todo.tasks.task import PRIORITIES, Priority
from todo.when import Moment

StatusFilter = Literal["open", "done", "all", "deleted"]
Sort = Literal[
    "position", "-position", "created", "-created", "due", "-due", "priority", "-priority",
    "updated", "-updated", "completed", "-completed",
]  # fmt: skip
NO_LIST = "none"
"""As a filter: tasks without a list. So no list is named that."""

_c = tasks.c
_NAMED = (
    select(lists.c.id)
    .where(
        lists.c.user_id == bindparam("user_id"),
        lists.c.name_key == bindparam("in_list"),
        lists.c.deleted_at.is_(None),
    )
    .scalar_subquery()
)
_COLUMNS: dict[str, Column[Any]] = {
    "position": _c.position,
    "created": _c.created_at,
    "due": _c.due_key,
    "priority": _c.priority,
    "updated": _c.updated_at,
    "completed": _c.completed_at,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskQuery:
    """`due_from` and `due_to` are local dates, both included; `in_list` is a name, or "none" for tasks without one.

    `overdue_at` keeps what was late at that instant, `completed_from` and `completed_before` what was done in between;
    `words` must all occur in the title or description.
    """

    status: StatusFilter = "open"
    in_list: str | None = None
    tag: str | None = None
    priority: Priority | None = None
    due_from: date | None = None
    due_to: date | None = None
    overdue_at: datetime | None = None
    completed_from: datetime | None = None
    completed_before: datetime | None = None
    words: str | None = None
    undated: bool = False
    repeating: bool = False
    sort: Sort = "position"
    cursor: str | None = None
    limit: int = 50

    @property
    def column(self) -> Column[Any]:
        return _COLUMNS[self.sort.removeprefix("-")]

    @property
    def descending(self) -> bool:
        return self.sort.startswith("-")

    @property
    def order(self) -> list[ColumnElement[Any]]:
        """By the sort's column, then by id, so that equal values have an order too."""
        return [part.desc() if self.descending else part.asc() for part in (self.column, _c.id)]

    def shape(self) -> tuple[Any, ...]:
        """Equal for queries whose SQL is the same: all that differs is in `values`."""
        days = (self.due_from, self.due_to, self.overdue_at, self.completed_from, self.completed_before)
        given = (self.tag, self.priority, *days, self.cursor)
        names = (self.in_list is None, self.unlisted, len(self.word_list))
        return (self.status, self.sort, self.undated, self.repeating, *names, *(value is None for value in given))

    @property
    def word_list(self) -> list[str]:
        return folded(self.words or "").split()

    @property
    def unlisted(self) -> bool:
        return self.in_list is not None and folded(self.in_list) == NO_LIST

    def conditions(self) -> list[ColumnElement[bool]]:
        """What `WHERE` asks, with a parameter for every value."""
        found: list[ColumnElement[bool]] = [
            _c.deleted_at.is_not(None) if self.status == "deleted" else _c.deleted_at.is_(None)
        ]
        if self.status in ("open", "done"):
            found.append(_c.status == self.status)
        if self.in_list is not None:
            found.append(_c.list_id.is_(None) if self.unlisted else _c.list_id == _NAMED)
        if self.tag is not None:
            found.append(_c.tags.like(bindparam("tag", type_=Text), escape="/"))
        if self.priority is not None:
            found.append(_c.priority == bindparam("priority"))
        if self.due_from is not None:
            found.append(_c.due_key >= bindparam("due_from"))
        if self.due_to is not None:
            found.append(_c.due_key <= bindparam("due_to"))
        if self.undated:
            found.append(_c.due_key == NO_DUE)
        elif self.due_from is not None or self.due_to is not None:
            found.append(_c.due_key != NO_DUE)
        if self.repeating:
            found.append(_c.repeat.is_not(None))
        if self.overdue_at is not None:
            found += [_c.late_at <= bindparam("overdue_at"), _c.status == "open"]
        if self.completed_from is not None:
            found.append(_c.completed_at >= bindparam("completed_from"))
        if self.completed_before is not None:
            found.append(_c.completed_at < bindparam("completed_before"))
        found += [_c.search.like(bindparam(f"word{i}"), escape="/") for i in range(len(self.word_list))]
        if self.sort.endswith("completed") and self.status != "done":  # a planner would count it twice
            found.append(_c.completed_at.is_not(None))
        return found

    def after_cursor(self) -> ColumnElement[bool]:
        """What comes after the last row of the page before, in this order."""
        if self.cursor is None:
            return true()
        column = self.column
        # Compared as a row, which an index can begin at; the same with AND and OR is read from the first row on.
        last = tuple_(bindparam("cursor_value", type_=column.type), bindparam("cursor_id", type_=_c.id.type))
        return tuple_(column, _c.id) < last if self.descending else tuple_(column, _c.id) > last

    def values(self) -> dict[str, Any]:
        """The parameters of `conditions` and `after_cursor`. Raises InvalidRequest for a cursor not of ours."""
        found: dict[str, Any] = {
            "in_list": None if self.unlisted else self.in_list and folded(" ".join(self.in_list.split())),
            "tag": self.tag and f"% {_escaped(tag_key(self.tag))} %",
            "priority": self.priority and PRIORITIES.index(self.priority),
            "due_from": self.due_from and self.due_from.isoformat(),
            "due_to": self.due_to and f"{self.due_to.isoformat()}T99:99",
            "overdue_at": self.overdue_at,
            "completed_from": self.completed_from,
            "completed_before": self.completed_before,
            **{f"word{i}": f"%{_escaped(word)}%" for i, word in enumerate(self.word_list)},
        }
        if self.cursor is not None:
            found["cursor_value"], found["cursor_id"] = self._last_seen(self.cursor)
        return {name: value for name, value in found.items() if value is not None}

    def _last_seen(self, cursor: str) -> tuple[Any, UUID]:
        sort, value, last_id = decode_cursor(cursor, str, str, str)
        if sort != self.sort:
            raise InvalidRequest("The cursor belongs to another order. Leave it out to start at the first page.")
        try:
            return _DECODE[self.column.name](value), UUID(last_id)
        except (ValueError, OverflowError):
            raise InvalidRequest("The cursor is damaged. Leave it out to start at the first page.") from None


def tag_key(tag: str) -> str:
    """A tag as it is stored: without `#`, one word, case-folded."""
    return folded("-".join(tag.removeprefix("#").split()))


def _instant(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found.astimezone(UTC)


def _priority(text: str) -> int:
    return range(len(PRIORITIES)).index(int(text))


def _due_key(text: str) -> str:
    return text if text == NO_DUE else Moment.from_iso(text).iso()


_INSTANTS = dict.fromkeys(("created_at", "updated_at", "completed_at"), _instant)
_DECODE: dict[str, Callable[[str], Any]] = {
    **_INSTANTS,
    "position": float,
    "priority": _priority,
    "due_key": _due_key,
}


def _escaped(words: str) -> str:
    return words.replace("/", "//").replace("%", "/%").replace("_", "/_")
