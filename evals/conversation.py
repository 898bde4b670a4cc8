"""What a file of conversations holds. Unknown fields are errors, so that a misspelt expectation cannot pass unseen."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from evals.duration import parse_duration

Who = Literal["me", "other"]
Alternatives = Annotated[tuple[str, ...], BeforeValidator(lambda given: (given,) if isinstance(given, str) else given)]
"""One text, or several of which any will do. "none" is for a field that is not set."""
Ago = Annotated[timedelta, BeforeValidator(parse_duration)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _titled(given: Any) -> Any:
    return {"title": given} if isinstance(given, str) else given


class StartingTask(_Strict):
    """A task that is there before the first word; `{n}` in the title of one with `times` is its number."""

    title: str
    description: str | None = None
    due: str | None = None
    repeat: str | None = None
    priority: Literal["low", "medium", "high"] | None = None
    list: str | None = None
    tags: tuple[str, ...] = ()
    added: Ago | None = None
    finished: Ago | None = None
    times: int = 1


class ExpectedTask(_Strict):
    """A task at the end. What is left out is as it was before, or unset when the task is new."""

    title: Alternatives | None = None
    status: Alternatives | None = None
    description: Alternatives | None = None
    due: Alternatives | None = None
    repeat: Alternatives | None = None
    priority: Alternatives | None = None
    list: Alternatives | None = None
    tags: tuple[str, ...] | None = None
    times: int = 1


class ByHand(_Strict):
    """A change that the person makes in the app meanwhile, not by talking; tasks are named by their titles."""

    add: StartingTask | None = None
    complete: str | None = None
    delete: str | None = None
    rename: dict[str, str] = {}


class Approval(_Strict):
    """The button that says yes, to all but some titles."""

    except_: Annotated[tuple[str, ...], Field(alias="except")] = ()


class Turn(_Strict):
    """One act of a person, and what has to come of it. Facts are as `evals.facts` reads them."""

    by: Who = "me"
    thread: int = 1
    wait: Ago | None = None
    say: str | None = None
    pick: int | None = None
    approve: Annotated[Approval | None, BeforeValidator(lambda given: {} if given == "all" else given)] = None
    reject: bool = False
    again: bool = False
    by_hand: ByHand | None = None
    times: int = 1

    said: tuple[Alternatives, ...] = ()
    unsaid: tuple[str, ...] = ()
    shows: tuple[str, ...] | None = None
    offers: tuple[str, ...] | None = None
    waits: tuple[str, ...] | None = None
    asks: Literal["yes", "no", "either"] | None = None
    acts: bool | None = None
    refused: int | None = None

    @model_validator(mode="after")
    def _one_act(self) -> Self:
        acts = (self.say, self.pick, self.approve, self.by_hand, self.reject or None, self.again or None)
        if sum(act is not None for act in acts) != 1:
            raise ValueError("a turn is one of: say, pick, approve, reject, again, by_hand")
        return self


class Never(_Strict):
    """Minefields: any of these, at any turn, fails the conversation."""

    tools: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


class Conversation(_Strict):
    """`now` is local in `zone`. Tasks that the end does not name stay exactly as they were."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    zone: str = "Europe/Berlin"
    now: datetime = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - local in `zone`
    tasks: tuple[Annotated[StartingTask, BeforeValidator(_titled)], ...] = ()
    other: tuple[Annotated[StartingTask, BeforeValidator(_titled)], ...] = ()
    turns: Annotated[tuple[Turn, ...], Field(min_length=1)]
    adds: tuple[Annotated[ExpectedTask, BeforeValidator(_titled)], ...] = ()
    changes: dict[str, ExpectedTask] = {}
    completes: tuple[str, ...] = ()
    deletes: tuple[str, ...] = ()
    never: Never = Never()

    @property
    def start(self) -> datetime:
        return self.now.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    @property
    def named(self) -> set[str]:
        """The titles of the tasks that the end names."""
        return {*self.changes, *self.completes, *self.deletes}

    @model_validator(mode="after")
    def _names_what_there_is(self) -> Self:
        there = {title for task in self.tasks for title in numbered(task.title, task.times)}
        unknown = self.named - there
        if unknown:
            raise ValueError(f"the end names tasks that were never there: {', '.join(sorted(unknown))}")
        if len(there) < sum(task.times for task in self.tasks) and self.named:
            twice = [t for t in there if sum(t in numbered(x.title, x.times) for x in self.tasks) > 1]
            if self.named & set(twice):
                raise ValueError(f"several tasks have a title that the end names: {', '.join(twice)}")
        return self


def numbered(text: str, times: int) -> Sequence[str]:
    """`text`, `times` times, with its number for `{n}`."""
    return [text.replace("{n}", str(number)) for number in range(1, times + 1)]
