"""One clause as acts: small talk, commands and questions, statements, a title that stands alone."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.adding import parse_add
from todo.interpreter.annotating import parse_field_change
from todo.interpreter.changing import parse_update
from todo.interpreter.completing import parse_complete
from todo.interpreter.consent import is_no
from todo.interpreter.context import Context
from todo.interpreter.courtesy import unwrap, without_wish
from todo.interpreter.deleting import parse_delete
from todo.interpreter.dropping import parse_drop
from todo.interpreter.elsewhere import parse_elsewhere
from todo.interpreter.enumeration import items_after_colon
from todo.interpreter.finishing import parse_done
from todo.interpreter.guidance import parse_help
from todo.interpreter.inquiring import parse_deadline_question, parse_inquiry
from todo.interpreter.listing import parse_list
from todo.interpreter.moving import parse_correction, parse_move
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Action, Add, Cancel, Chat
from todo.interpreter.reference import resolve
from todo.interpreter.retiming import parse_retiming
from todo.interpreter.retracting import parse_backward
from todo.interpreter.smalltalk import parse_smalltalk
from todo.interpreter.titles import read_fields
from todo.interpreter.wanting import parse_bare, parse_missing, parse_want

_LONG: Final = 500
# "Can you sing" asks the assistant itself; nobody says a title like that.
_ASKED: Final = re.compile(r"(?:(?:hey|hi|ok|okay|please|so)[\s,]+)*(?:can|could|would|will|do) (?:you|u)\b")
# In this order: "add a note to X" is no task, "mark X as done" no change, "what's the deadline of X" no list.
_COMMANDS: Final = (
    parse_field_change, parse_complete, parse_delete, parse_retiming, parse_elsewhere, parse_update,
    parse_deadline_question, parse_list,
)  # fmt: skip


def read_acts(clause: Phrase, context: Context) -> tuple[tuple[Action, ...], bool] | None:
    """The acts of a clause and whether that is sure, or nothing when it is none of ours."""
    if len(clause.low) > _LONG:
        return _long_clause(clause, context)
    plain, phrase = clause.trimmed(), unwrap(clause)
    if not phrase:
        return (Chat("unclear"),), False
    for said in (plain, phrase):
        if (beside := parse_help(said) or parse_backward(said) or parse_smalltalk(said)) is not None:
            return (beside,), True
    if is_no(phrase):
        return (Cancel(),), True
    if resolve(phrase.low, context) is not None:
        return None
    if (update := parse_correction(plain, context)) is not None:
        return (update,), True
    if (command := commanded(phrase, context)) is not None:
        return command, True
    return _stated(phrase, context, asked=bool(_ASKED.match(plain.low)))


def _long_clause(clause: Phrase, context: Context) -> tuple[tuple[Action, ...], bool] | None:
    """The same for a clause beyond what people say in a breath: a list of items, or a command with a long description.
    Only its beginning decides what it is, so that reading time stays in proportion to length."""
    phrase = unwrap(clause)
    if items_after_colon(phrase) is not None and (adds := parse_add(phrase, context)) is not None:
        return adds, True
    fields = read_fields(phrase)
    head = fields.rest.cut(0, _LONG)
    understood = read_acts(head, context) if head else None
    if understood is None or fields.description is None:
        return understood
    actions = tuple(
        replace(action, description=fields.description) if isinstance(action, Add) else action
        for action in understood[0]
    )
    return actions, understood[1]


def commanded(phrase: Phrase, context: Context) -> tuple[Action, ...] | None:
    """The acts of a phrase that is a command or a question, a wish before it allowed ("I want to delete …")."""
    wish = without_wish(phrase)
    for start in (phrase, wish) if wish else (phrase,):
        for parse in _COMMANDS:
            if (action := parse(start, context)) is not None:
                return (action,)
        if (adds := parse_add(start, context)) is not None:
            return adds
    return None


def _stated(phrase: Phrase, context: Context, *, asked: bool) -> tuple[tuple[Action, ...], bool] | None:
    """The acts that a statement implies, and a title that stands alone."""
    if (missing := parse_missing(phrase, context)) is not None:
        return missing, True
    if (inquiry := parse_inquiry(phrase, context)) is not None:
        return (inquiry[0],), inquiry[1]
    if (done := parse_done(phrase, context)) is not None:
        return (done[0],), done[1]
    if (moved := parse_move(phrase, context)) is not None:
        return (moved[0],), moved[1]
    if (drop := parse_drop(phrase, context)) is not None:
        return (drop,), True
    if (adds := parse_want(phrase, context)) is not None:
        return adds, True
    return None if asked else parse_bare(phrase, context)
