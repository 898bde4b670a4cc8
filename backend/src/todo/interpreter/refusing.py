"""A date or time that does not exist: nothing is done with the rest, the person is asked for another one."""

from collections.abc import Callable
from dataclasses import replace

from todo.interpreter.changes import read_value
from todo.interpreter.context import AskChange, AskDue, Context
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Action, Add, Ask, List, Plan, Update
from todo.when import Moment, read
from todo.when.impossible import Impossible, find_impossible

_EXAMPLES = {"date": "“tomorrow” or “28 february”", "time": "“9:30” or “5 pm”"}
_POSSIBLE = {"date": "tomorrow", "time": "at 9:30"}
_WITHOUT = frozenset(("no date", "none", "without", "without a date", "without one", "no due date", "no time"))


def parse_impossible(phrase: Phrase, context: Context, understand: Callable[[Phrase], Plan]) -> Plan | None:
    """The question that takes the place of a plan with an impossible date; `understand` reads the rest of the text.
    Nothing when there is none, or when it may be part of the title of a task that exists."""
    if not any(char.isdigit() for char in phrase.low):
        return None
    found = find_impossible(phrase.text, context.now)
    if found is None:
        return None
    rest = phrase.without(found.start, found.end)
    if not rest:
        draft = context.pending.action if isinstance(context.pending, AskDue | AskChange) else None
        return _asked(found, draft)
    # What a sentence of this kind would do with a date that exists tells what it is.
    possible = understand(Phrase.of(f"{phrase.text[: found.start]} {_POSSIBLE[found.kind]}{phrase.text[found.end :]}"))
    match possible.actions:
        case (Update(changes=changes) as update,):
            return _asked(found, replace(update, changes=replace(changes, due=None, date=None, time=None)))
        case (Add(),) | (Ask(_, Add()),):
            match understand(rest).actions:
                case (Add(title=str()) as draft,) | (Ask(_, Add() as draft),):
                    return _asked(found, draft)
    asks = any(isinstance(action, Add | Update) or _is_of_day(action) for action in possible.actions)
    return _asked(found, None) if asks else None


def parse_due_answer(phrase: Phrase, pending: AskDue, context: Context) -> tuple[Action, ...] | None:
    """The task that waits for a date that exists, with the one that the reply names, or with none."""
    draft = pending.action
    if phrase.low in _WITHOUT:
        return (draft,)
    if (changes := read_value(phrase, context)) is None:
        return None
    if changes.rrule is not None:
        reading = read(phrase.text, context.now)
        return (replace(draft, due=reading.due, rrule=reading.rrule),)
    if changes.time is not None:
        # The next time that the clock shows it, unless the day was said with it.
        timed = read(phrase.text, context.now).due
        return (replace(draft, due=Moment(draft.due.date, changes.time) if draft.due else timed),)
    if changes.date is not None:
        return (replace(draft, due=Moment(changes.date, draft.due.time if draft.due else None)),)
    return (replace(draft, due=changes.due),) if changes.due is not None else None


def _is_of_day(action: Action) -> bool:
    return isinstance(action, List) and action.filter.period is not None


def _asked(found: Impossible, draft: Add | Update | None) -> Plan:
    what = "date in the calendar" if found.kind == "date" else "time of day"
    question = f"“{found.words}” is no {what}, so nothing was changed."
    if draft is None:
        return Plan((Ask(f"{question} Say it again with another one, such as {_EXAMPLES[found.kind]}."),), sure=True)
    named = f" for “{draft.title}”" if isinstance(draft, Add) else ""
    asked = f"{question} What should the {found.kind} be{named}? Say for example {_EXAMPLES[found.kind]}."
    return Plan((Ask(asked, draft, about="due"),), sure=True)
