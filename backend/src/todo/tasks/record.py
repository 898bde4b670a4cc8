"""A task or list as it is stored, and the ways in and out of that form."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import TypeAdapter

from todo.history.event import Snapshot
from todo.tasks.models import NO_DUE
from todo.tasks.task import PRIORITIES, Status, Task, TaskList
from todo.when import Moment, instant

_TASK = TypeAdapter(Task)
_LIST = TypeAdapter(TaskList)
_INSTANT = TypeAdapter(datetime | None)


@dataclass(frozen=True, slots=True)
class TaskRecord:
    """The columns of `tasks` that are a task's own, in the order in which they are selected, and its list's name."""

    id: UUID
    list_id: UUID | None
    title: str
    description: str | None
    status: Status
    due_key: str
    zone: str
    late_at: datetime | None
    repeat: str | None
    priority: int
    tags: tuple[str, ...]
    position: float
    version: int
    source: str
    follows_id: UUID | None
    created_at: datetime
    updated_at: datetime
    completed_at: datetime | None
    deleted_at: datetime | None
    list_name: str | None

    @property
    def due(self) -> Moment | None:
        return None if self.due_key == NO_DUE else Moment.from_iso(self.due_key)

    def with_due(self, due: Moment | None, zone: str) -> Self:
        if due is None:
            return replace(self, due_key=NO_DUE, late_at=None)
        return replace(self, due_key=due.iso(), zone=zone, late_at=instant(due, zone))

    def same_as(self, other: "TaskRecord") -> bool:
        """Equal but for what every change touches."""
        return replace(self, version=0, updated_at=other.updated_at) == replace(other, version=0)

    def looks_like(self, snapshot: Snapshot | None) -> bool:
        """Whether this is as in a snapshot of it, but for what every change touches."""
        touched = {"version", "updated_at"}
        return snapshot is not None and all(
            value == snapshot.get(key) for key, value in self.snapshot().items() if key not in touched
        )

    def task(self) -> Task:
        return Task(
            id=self.id,
            title=self.title,
            description=self.description,
            status=self.status,
            due=None if self.due_key == NO_DUE else self.due_key,
            zone=self.zone,
            repeat=self.repeat,
            priority=PRIORITIES[self.priority],
            list=self.list_name,
            tags=self.tags,
            position=self.position,
            version=self.version,
            source=self.source,
            created_at=self.created_at,
            updated_at=self.updated_at,
            completed_at=self.completed_at,
            deleted_at=self.deleted_at,
        )

    def public(self) -> Snapshot:
        """The task as JSON."""
        shown: Snapshot = _TASK.dump_python(self.task(), mode="json")
        return shown

    def snapshot(self) -> Snapshot:
        """The task as JSON; `_list_id` finds its list again even if that was renamed."""
        return {**self.public(), "_list_id": self.list_id and str(self.list_id)}

    def restored(self, snapshot: Snapshot, fields: set[str]) -> Self:
        """This record with `fields` (keys of a snapshot) as `snapshot` has them. `list` follows `_list_id`."""
        given = {key: snapshot[key] for key in fields}
        changed = self
        if fields & {"due", "zone"}:
            due = snapshot["due"] if "due" in fields else self.due and self.due.iso()
            zoned = replace(self, zone=snapshot["zone"] if "zone" in fields else self.zone)
            changed = zoned.with_due(Moment.from_iso(due) if due else None, zoned.zone)
        values: dict[str, Any] = {
            key: given[key] for key in given.keys() & {"title", "description", "status", "repeat"}
        }
        values |= {key: given[key] for key in given.keys() & {"position", "source"}}
        values |= {key: _INSTANT.validate_python(given[key]) for key in given.keys() & {"completed_at", "deleted_at"}}
        if "priority" in given:
            values["priority"] = PRIORITIES.index(given["priority"])
        if "tags" in given:
            values["tags"] = tuple(given["tags"])
        if "_list_id" in given:
            values["list_id"] = given["_list_id"] and UUID(given["_list_id"])
            values["list_name"] = snapshot["list"]
        return replace(changed, **values)


def list_snapshot(found: TaskList) -> Snapshot:
    """The list as JSON, without its count, which is no property of its own."""
    public: Snapshot = _LIST.dump_python(found, mode="json")
    del public["open_tasks"]
    return public
