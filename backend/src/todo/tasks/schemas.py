"""What callers send about tasks and lists."""

from datetime import date
from typing import Annotated, Any, Self, cast

from pydantic import BaseModel, ConfigDict, Field, model_validator

from todo.tasks.fields import DESCRIPTION_MOST, LIST_MOST, TAG_MOST, TAGS_MOST, TITLE_MOST, TaskFields
from todo.tasks.query import Sort, StatusFilter, TaskQuery
from todo.tasks.task import Priority

Title = Annotated[str, Field(min_length=1, max_length=TITLE_MOST, examples=["Send the report"])]
Due = Annotated[
    str,
    Field(
        max_length=16,
        description="A local date, or a local date and time, in the caller's time zone",
        examples=["2026-11-24", "2026-11-24T17:00"],
    ),
]
Rule = Annotated[str, Field(max_length=500, description="RFC 5545 RRULE", examples=["FREQ=WEEKLY;BYDAY=MO"])]
Tags = Annotated[list[Annotated[str, Field(min_length=1, max_length=TAG_MOST)]], Field(max_length=TAGS_MOST)]
ListName = Annotated[str, Field(min_length=1, max_length=LIST_MOST, examples=["Work"])]
Position = Annotated[float, Field(allow_inf_nan=False, ge=-1e15, le=1e15)]
Version = Annotated[int, Field(ge=1, le=2**31 - 1, description="The version you saw; 409 if it is another by now")]


class TaskFilters(BaseModel):
    """Which tasks, in which order: the query of a page."""

    model_config = ConfigDict(extra="forbid")

    status: StatusFilter = "open"
    list: Annotated[str, Field(max_length=LIST_MOST, description='A name, or "none"')] | None = None
    tag: Annotated[str, Field(max_length=TAG_MOST)] | None = None
    priority: Priority | None = None
    due_from: Annotated[date, Field(description="This day and later, local")] | None = None
    due_to: Annotated[date, Field(description="This day and earlier, local")] | None = None
    q: Annotated[str, Field(max_length=200, description="Words that title or description hold")] | None = None
    sort: Sort = "position"
    cursor: Annotated[str, Field(max_length=500)] | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 50

    def query(self) -> TaskQuery:
        return TaskQuery(
            status=self.status,
            in_list=self.list,
            tag=self.tag,
            priority=self.priority,
            due_from=self.due_from,
            due_to=self.due_to,
            words=self.q,
            sort=self.sort,
            cursor=self.cursor,
            limit=self.limit,
        )


class _TaskBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    description: Annotated[str, Field(max_length=DESCRIPTION_MOST)] | None = None
    due: Due | None = None
    repeat: Rule | None = None
    priority: Priority | None = None
    list: ListName | None = None
    tags: Tags | None = None
    position: Position | None = None

    def fields_set(self) -> TaskFields:
        """What was sent, and nothing that was not."""
        given: dict[str, Any] = self.model_dump(exclude_unset=True, exclude={"version"})
        if given.get("position", 0) is None:
            del given["position"]
        if "tags" in given:
            given["tags"] = tuple(given["tags"] or ())
        return cast("TaskFields", given)


class NewTask(_TaskBody):
    """A task to add."""

    title: Title


class TaskChanges(_TaskBody):
    """The fields to change; null clears one, a field that is not sent stays as it is."""

    title: Title = Field(default="", validate_default=False)
    version: Version | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not self.model_fields_set - {"version"}:
            raise ValueError("name at least one field to change")
        return self


class SeenVersion(BaseModel):
    """Optional: the version that the caller saw."""

    model_config = ConfigDict(extra="forbid")

    version: Version | None = None


class NewList(BaseModel):
    """A list to make."""

    model_config = ConfigDict(extra="forbid")

    name: ListName


class ListChanges(SeenVersion):
    """The fields to change of a list."""

    name: ListName | None = None
    position: Position | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.name is None and self.position is None:
            raise ValueError("name at least one field to change")
        return self
