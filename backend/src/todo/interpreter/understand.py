"""The JSON-line form of a plan, for `todo understand`: one intent and its fields, and the same for every act."""

from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from todo.interpreter.context import Context
from todo.interpreter.interpreting import interpret
from todo.interpreter.plan import Action, Add, Ask, Complete, Delete, List, Reopen, Target, Update
from todo.when import read

_INTENTS: Final[dict[type, str]] = {
    Add: "add",
    List: "list",
    Complete: "complete",
    Reopen: "update",
    Update: "update",
    Delete: "delete",
}


def understand_line(record: dict[str, Any], now: datetime, zone: str) -> dict[str, Any]:
    """What the interpreter makes of one record `{"id", "text", "now"?, "tasks"?}`.

    `now` (aware) holds unless the record brings its own, ISO 8601: the wall clock of the person, in `zone` when it
    has no offset. Of several acts
    the first gives the intent, and the titles of all acts of that intent are joined by " / ". Raises ValueError when
    the
    record has no text or an unreadable `now`.
    """
    text = record.get("text")
    if not isinstance(text, str):
        raise ValueError(
            'A record needs a "text", a string. Give one a line: {"id": "1", "text": "buy milk tomorrow"}.'
        )
    local = now.astimezone(ZoneInfo(zone))
    if record.get("now"):
        moment = datetime.fromisoformat(record["now"])
        local = moment.replace(tzinfo=ZoneInfo(zone)) if moment.tzinfo is None else moment
    context = Context(now=local, titles=tuple(str(title) for title in record.get("tasks") or ()))
    plan = interpret(text, context)
    acts = [act for action in plan.actions if (act := _act(action))["intent"] != "other"]
    line: dict[str, Any] = {
        "id": record.get("id"),
        **(acts[0] if acts else _other(text, local, next((a.draft for a in plan.actions if isinstance(a, Ask)), None))),
    }
    titles = [act["title"] for act in acts if act["intent"] == line["intent"] and act.get("title")]
    if titles:
        line["title"] = " / ".join(titles)
    return {**line, "sure": plan.sure, "actions": acts}


def _other(text: str, now: datetime, draft: Add | Update | None) -> dict[str, Any]:
    """No act of ours; a date that is said is given all the same, it may be what the caller wants to know."""
    if draft is not None:
        return {**_act(draft), "intent": "other"}
    reading = read(text, now)
    said = {"due": reading.due.iso() if reading.due else None, "rrule": reading.rrule, "title": reading.rest or None}
    dated = said["due"] or said["rrule"]
    return {"intent": "other", **({key: value for key, value in said.items() if value} if dated else {})}


def _act(action: Action) -> dict[str, Any]:
    intent = _INTENTS.get(type(action), "other")
    fields: dict[str, Any] = {}
    if isinstance(action, Add):
        fields = {
            "title": action.title, "due": action.due.iso() if action.due else None, "rrule": action.rrule,
            "priority": action.priority, "list": action.list, "tags": list(action.tags),
            "only_if_absent": action.only_if_absent,
        }  # fmt: skip
    elif isinstance(action, List):
        day = action.filter.period.start if action.filter.period else None
        fields = {
            "title": action.filter.words,
            "due": day.isoformat() if day else None,
            "list": action.filter.list,
            "priority": action.filter.priority,
        }
    elif isinstance(action, Complete | Reopen | Delete | Update):
        fields = _target(action.target)
        if isinstance(action, Update):
            changes = action.changes
            part = changes.date or changes.time
            fields |= {
                "due": changes.due.iso() if changes.due else part.isoformat() if part else changes.due_shift,
                "rrule": changes.rrule, "priority": changes.priority, "tags": list(changes.add_tags),
            }  # fmt: skip
    return {"intent": intent, **{key: value for key, value in fields.items() if value}}


def _target(target: Target) -> dict[str, Any]:
    return {
        "title": target.words,
        "list": target.list or (target.filter.list if target.filter else None),
        "scope": "bulk" if target.bulk else None,
    }
