"""Which tasks: filters and order, as SQL with a keyset."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, and_, exists, func, or_, select, text, true
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.sql.expression import cast

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

    `overdue_at` keeps what was late at that instant; `words` must all occur in the title or description.
    """

    status: StatusFilter = "open"
    in_list: str | None = None
    tag: str | None = None
    priority: Priority | None = None
    due_from: date | None = None
    due_to: date | None = None
    overdue_at: datetime | None = None
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

    def conditions(self, *, sqlite: bool) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = [
            _c.deleted_at.is_not(None) if self.status == "deleted" else _c.deleted_at.is_(None)
        ]
        if self.status in ("open", "done"):
            found.append(_c.status == self.status)
        if self.in_list is not None:
            found.append(
                _c.list_id.is_(None) if self.in_list == "none" else lists.c.name_key == self.in_list.casefold()
            )
        if self.tag is not None:
            found.append(_has_tag(self.tag, sqlite=sqlite))
        if self.priority is not None:
            found.append(_c.priority == PRIORITIES.index(self.priority))
        if self.due_from is not None:
            found.append(_c.due_key >= self.due_from.isoformat())
        if self.due_to is not None:
            found.append(_c.due_key <= f"{self.due_to.isoformat()}T99:99")
        if self.due_from is not None or self.due_to is not None:
            found.append(_c.due_key != NO_DUE)
        if self.undated:
            found.append(_c.due_key == NO_DUE)
        if self.repeating:
            found.append(_c.repeat.is_not(None))
        if self.overdue_at is not None:
            found += [_c.late_at <= self.overdue_at, _c.status == "open"]
        found += [_c.search.contains(word.casefold(), autoescape=True) for word in (self.words or "").split()]
        if self.sort.endswith("completed"):
            found.append(_c.completed_at.is_not(None))
        return found

    def after_cursor(self) -> ColumnElement[bool]:
        """What comes after the last row of the page before, in this order."""
        if self.cursor is None:
            return true()
        sort, value, last_id = decode_cursor(self.cursor, str, str, str)
        if sort != self.sort:
            raise InvalidRequest("The cursor belongs to another order. Leave it out to start at the first page.")
        try:
            bound = _DECODE[self.column.name](value)
            key = _c.id.type.python_type(last_id)
        except (ValueError, TypeError, AttributeError):
            raise InvalidRequest("The cursor is damaged. Leave it out to start at the first page.") from None
        beyond, at = self.column, _c.id
        if self.descending:
            return or_(beyond < bound, and_(beyond == bound, at < key))
        return or_(beyond > bound, and_(beyond == bound, at > key))


_INSTANTS = dict.fromkeys(("created_at", "updated_at", "completed_at"), datetime.fromisoformat)
_DECODE: dict[str, Callable[[str], Any]] = {**_INSTANTS, "position": float, "priority": int, "due_key": str}


def _has_tag(tag: str, *, sqlite: bool) -> ColumnElement[bool]:
    if sqlite:
        each = func.json_each(_c.tags).table_valued("value")
        return exists(select(text("1")).select_from(each).where(each.c.value == tag.casefold()))
    return cast(_c.tags, JSONB).contains([tag.casefold()])
