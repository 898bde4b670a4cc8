"""Repeating tasks: the first due date of a rule, and what follows when one occurrence is done."""

import re
from dataclasses import replace
from datetime import datetime, time
from uuid import UUID

from dateutil.rrule import rrulestr

from todo.errors import InvalidRequest
from todo.tasks.record import TaskRecord
from todo.when import Moment, next_occurrence
from todo.when.occurrence import first_occurrence
from todo.when.rule import Rule

_COUNT = re.compile(r"COUNT=(\d+)")


def first_due(rule: str, now: datetime) -> Moment:
    """The first day on which `rule` falls, today included; `now` is local.

    Raises:
        InvalidRequest: it never does.
    """
    today = datetime.combine(now.date(), time())
    found = first_occurrence(Rule.parse(rule), today, None, today)
    if found is None:
        raise InvalidRequest("This repetition falls on no day. Choose days that there are.")
    return found


def next_occurrence_of(done: TaskRecord, now: datetime, new_id: UUID) -> TaskRecord | None:
    """The task that comes after `done`, or None when it does not repeat, or its rule has ended."""
    if not done.repeat or done.due is None:
        return None
    due = next_occurrence(done.repeat, done.due, done.zone, now)
    rule = due and _counted_down(done.repeat, done.due, due)
    if not due or not rule:
        return None
    following = replace(
        done, id=new_id, status="open", version=1, follows_id=done.id, repeat=rule,
        created_at=now, updated_at=now, completed_at=None,
    )  # fmt: skip
    return following.with_due(due, done.zone)


def _counted_down(rule: str, due: Moment, following: Moment) -> str | None:
    """The rule from `following` on: each task counts from its own date, so COUNT is less by the days before."""
    found = _COUNT.search(rule)
    if found is None:
        return rule
    days = rrulestr(rule, dtstart=due.local()).between(due.local(), following.local(), inc=True)
    left = int(found[1]) - max(1, len(days) - 1)
    return _COUNT.sub(f"COUNT={left}", rule) if left > 0 else None
