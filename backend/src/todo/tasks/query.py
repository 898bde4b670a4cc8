"""Which tasks: filters and order, as SQL with a keyset."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import BindParameter, Column, ColumnElement, Text, and_, bindparam, or_, true

from todo.errors import InvalidRequest
from todo.kit.pages import decode_cursor
from todo.tasks.models import NO_DUE, lists, tasks
from todo.tasks.task import PRIORITIES, Priority

StatusFilter = Literal["open", "done", "all", "deleted"]
Sort = Literal[
    "position", "-position", "created", "-created", "due", "-due", "priority", "-priority",
    "updated", "-updated", "completed", "-completed",
]  # fmt: skip
_c = tasks.c
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
        names = (self.in_list is None, self.in_list == "none", len(self.word_list))
        return (self.status, self.sort, self.undated, self.repeating, *names, *(value is None for value in given))

    @property
    def word_list(self) -> list[str]:
        return (self.words or "").casefold().split()

    def conditions(self) -> list[ColumnElement[bool]]:
        """What `WHERE` asks, with a parameter for every value."""
        found: list[ColumnElement[bool]] = [
            _c.deleted_at.is_not(None) if self.status == "deleted" else _c.deleted_at.is_(None)
        ]
        if self.status in ("open", "done"):
            found.append(_c.status == self.status)
        if self.in_list is not None:
            named = lists.c.name_key == bindparam("in_list")
            found.append(_c.list_id.is_(None) if self.in_list == "none" else named)
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
        if self.sort.endswith("completed"):
            found.append(_c.completed_at.is_not(None))
        return found

    def after_cursor(self) -> ColumnElement[bool]:
        """What comes after the last row of the page before, in this order."""
        if self.cursor is None:
            return true()
        column = self.column
        value: BindParameter[Any] = bindparam("cursor_value")
        last: BindParameter[UUID] = bindparam("cursor_id")
        if self.descending:
            return or_(column < value, and_(column == value, _c.id < last))
        return or_(column > value, and_(column == value, _c.id > last))

    def values(self) -> dict[str, Any]:
        """The parameters of `conditions` and `after_cursor`. Raises InvalidRequest for a cursor not of ours."""
        found: dict[str, Any] = {
            "in_list": self.in_list and self.in_list.casefold(),
            "tag": self.tag and f"% {_escaped(self.tag.casefold())} %",
            "priority": self.priority and PRIORITIES.index(self.priority),
            "due_from": self.due_from and self.due_from.isoformat(),
            "due_to": self.due_to and f"{self.due_to.isoformat()}T99:99",
            "overdue_at": self.overdue_at,
            "completed_from": self.completed_from,
            "completed_before": self.completed_before,
            **{f"word{i}": f"%{_escaped(word)}%" for i, word in enumerate(self.word_list)},
        }
        if self.in_list == "none":
            del found["in_list"]
        if self.cursor is not None:
            found["cursor_value"], found["cursor_id"] = self._last_seen(self.cursor)
        return {name: value for name, value in found.items() if value is not None}

    def _last_seen(self, cursor: str) -> tuple[Any, UUID]:
        sort, value, last_id = decode_cursor(cursor, str, str, str)
        if sort != self.sort:
            raise InvalidRequest("The cursor belongs to another order. Leave it out to start at the first page.")
        try:
            return _DECODE[self.column.name](value), UUID(last_id)
        except ValueError:
            raise InvalidRequest("The cursor is damaged. Leave it out to start at the first page.") from None


_INSTANTS = dict.fromkeys(("created_at", "updated_at", "completed_at"), datetime.fromisoformat)
_DECODE: dict[str, Callable[[str], Any]] = {**_INSTANTS, "position": float, "priority": int, "due_key": str}


def _escaped(words: str) -> str:
    return words.replace("/", "//").replace("%", "/%").replace("_", "/_")
