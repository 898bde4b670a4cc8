"""The end state: what there should be by now, what there is, and how they differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.conversation import Conversation, ExpectedTask, numbered
from evals.reply import Json

FIELDS = ("title", "status", "due", "repeat", "priority", "list", "tags", "description")
_ANY_CASE = ("title", "list", "description")
Value = tuple[str, ...] | None
"""The texts that a field may hold; None where any will do."""


@dataclass(frozen=True, slots=True)
class Difference:
    """`end` is about tasks that the conversation is about, `collateral` about all others."""

    end: tuple[str, ...] = ()
    collateral: tuple[str, ...] = ()


def compare(conversation: Conversation, before: Sequence[Json], after: Sequence[Json]) -> Difference:
    """`before` and `after` are tasks as the API answers them. Ids count only to say what became of which task."""
    left = list(after)
    end: list[str] = []
    collateral: list[str] = []
    for task in before:
        title = task["title"]
        reasons = end if title in conversation.named else collateral
        now = next((t for t in left if t["id"] == task["id"]), None)
        wanted = _wanted_of(conversation, task)
        if now is None and wanted is not None:
            now = next((t for t in left if not _wrong(wanted, t)), None)
        if now is not None:
            left.remove(now)
        if wanted is None and now is not None:
            reasons.append(f"“{title}” should be gone")
        elif wanted is not None and now is None:
            reasons.append(f"“{title}” is gone")
        elif wanted is not None and now is not None:
            reasons += [f"“{title}”: {wrong}" for wrong in _wrong(wanted, now)]
    end += _unmatched(_new(conversation), left)
    return Difference(tuple(end), tuple(collateral))


def unchanged(before: Sequence[Json], after: Sequence[Json]) -> tuple[str, ...]:
    """What differs where nothing may: another person's tasks."""
    return compare(Conversation(id="unchanged", turns=({"say": "-"},)), before, after).collateral


def _wanted_of(conversation: Conversation, task: Json) -> dict[str, Value] | None:
    """The fields that a task should have by now; None when it should be gone."""
    title = task["title"]
    if title in conversation.deletes:
        return None
    fields: dict[str, Value] = {name: (_text(task[name]),) for name in FIELDS}
    if title in conversation.completes:
        fields["status"] = ("done",)
    if title in conversation.changes:
        fields |= _given(conversation.changes[title])
    return fields


def _new(conversation: Conversation) -> Iterable[dict[str, Value]]:
    unset: dict[str, Value] = dict.fromkeys(FIELDS, ("none",)) | {"status": ("open",), "description": None}
    for expected in conversation.adds:
        for number in range(expected.times):
            yield unset | _given(expected, number + 1)


def _given(expected: ExpectedTask, number: int = 1) -> dict[str, Value]:
    fields = expected.model_dump(exclude_none=True, exclude={"tags", "times"})
    given: dict[str, Value] = {}
    for name, values in fields.items():
        given[name] = tuple(numbered(value, number)[-1] for value in values)
    if expected.tags is not None:
        given["tags"] = (_text(expected.tags),)
    return given


def _unmatched(wanted: Iterable[dict[str, Value]], found: list[Json]) -> list[str]:
    reasons = []
    left = list(found)
    missing = []
    for task in wanted:
        match = next((t for t in left if not _wrong(task, t)), None)
        if match is None:
            missing.append(task)
        else:
            left.remove(match)
    for task in missing:
        near = next((t for t in left if not _wrong({"title": task["title"]}, t)), left[0] if left else None)
        if near is None:
            reasons.append(f"“{_one_of(task['title'])}” was not added")
        else:
            left.remove(near)
            reasons += [f"added “{near['title']}”: {wrong}" for wrong in _wrong(task, near)]
    return reasons + [f"“{task['title']}” was added, and should not be" for task in left]


def _wrong(wanted: dict[str, Value], task: Json) -> list[str]:
    """What of a task is not as it should be."""
    reasons = []
    for name, values in wanted.items():
        found = _text(task[name])
        if values is not None and not any(_same(name, found, value) for value in values):
            reasons.append(f"{name} is {found}, not {_one_of(values)}")
    return reasons


def _same(name: str, found: str, value: str) -> bool:
    if name == "repeat":
        return _rule(found) == _rule(value)
    if name in _ANY_CASE:
        return " ".join(found.casefold().split()) == " ".join(value.casefold().split())
    return found == value


def _rule(rule: str) -> frozenset[str]:
    return frozenset(part for part in rule.upper().split(";") if part != "INTERVAL=1")


def _text(value: object) -> str:
    if isinstance(value, list | tuple):
        return " ".join(sorted(str(part).casefold() for part in value)) or "none"
    return "none" if value is None or value == "" else str(value)


def _one_of(values: Value) -> str:
    return " or ".join(values or ("anything",))
