"""The order in which a text is understood: answers, small talk, clauses; in a clause commands, questions,
statements, titles."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.adding import parse_add, read_item
from todo.interpreter.annotating import parse_field_change
from todo.interpreter.answers import parse_answer, parse_free_answer
from todo.interpreter.changing import parse_update
from todo.interpreter.clauses import clauses_of
from todo.interpreter.completing import parse_complete
from todo.interpreter.conditions import parse_conditional
from todo.interpreter.consent import is_no, parse_consent
from todo.interpreter.context import Context
from todo.interpreter.courtesy import unwrap, without_wish
from todo.interpreter.deleting import parse_delete
from todo.interpreter.dropping import parse_drop
from todo.interpreter.enumeration import is_enumerated, items_after_colon, lines_of
from todo.interpreter.finishing import parse_done
from todo.interpreter.guidance import parse_help
from todo.interpreter.inquiring import parse_deadline_question, parse_inquiry
from todo.interpreter.lexicon import ALIEN
from todo.interpreter.linking import joined
from todo.interpreter.listing import parse_list
from todo.interpreter.moving import parse_correction, parse_move
from todo.interpreter.parallels import parallels_of
from todo.interpreter.phrase import Phrase, tidy
from todo.interpreter.plan import Action, Add, Cancel, Chat, Help, List, Plan, Redo, Undo
from todo.interpreter.reference import resolve
from todo.interpreter.retiming import parse_retiming
from todo.interpreter.retracting import parse_backward
from todo.interpreter.smalltalk import other_subject, parse_smalltalk
from todo.interpreter.spelling import respelled
from todo.interpreter.titles import read_fields
from todo.interpreter.wanting import parse_bare, parse_missing, parse_want

_LONGEST: Final = 4000
_LONG: Final = 500
# "Can you sing" asks the assistant itself; nobody says a title like that.
_ASKED: Final = re.compile(r"(?:(?:hey|hi|ok|okay|please|so)[\s,]+)*(?:can|could|would|will|do) (?:you|u)\b")
# In this order: "add a note to X" is no task, "mark X as done" no change, "what's the deadline of X" no list.
_COMMANDS: Final = (
    parse_field_change, parse_complete, parse_delete, parse_retiming, parse_update, parse_deadline_question, parse_list,
)  # fmt: skip
UNCLEAR: Final = Plan((Chat("unclear"),), sure=False)


def interpret(text: str, context: Context) -> Plan:
    """The plan of a text; never raises, whatever the text. Beyond 4,000 characters the rest is not read."""
    phrase = Phrase.of(tidy(text[:_LONGEST]))
    if not phrase or not re.search(r"\w", phrase.low):
        return UNCLEAR
    plain = phrase.trimmed()
    if (answer := parse_answer(plain, context) or parse_answer(unwrap(plain), context)) is not None:
        return Plan(answer, sure=True)
    if context.pending is None and (consent := parse_consent(plain) or parse_consent(unwrap(plain))) is not None:
        return Plan((consent,), sure=True)
    plan = _understood(phrase, context)
    if plan is None or not plan.sure:
        corrected = respelled(phrase)
        if (
            corrected.text != phrase.text
            and (better := _understood(corrected, context)) is not None
            and (plan is None or better.sure)
        ):
            plan = better
    if context.pending is not None and (plan is None or not plan.sure or _untold(plan, phrase, context)):
        free = parse_free_answer(plain, context)
        if free is not None:
            return Plan(free, sure=True)
    return plan or _beyond(phrase, context)


def _beyond(phrase: Phrase, context: Context) -> Plan:
    """What is no act of ours: another subject, or nothing that was understood ("the first", with no act named)."""
    other = ALIEN.search(phrase.low) or other_subject(phrase)
    return Plan((Chat("offtopic"),), sure=False) if other and not resolve(phrase.low, context) else UNCLEAR


def _untold(plan: Plan, phrase: Phrase, context: Context) -> bool:
    """Whether the text is a title or statement without a command: while words are awaited, it is those."""
    talk = isinstance(plan.actions[0], Chat | Help | Undo | Redo | Cancel | List)
    return not talk and _commanded(unwrap(phrase), context) is None


def _understood(phrase: Phrase, context: Context) -> Plan | None:
    if (add := parse_conditional(unwrap(phrase), context)) is not None:
        return Plan((add,), sure=True)
    if (back := parse_backward(phrase.trimmed())) is not None:
        return Plan((back,), sure=True)
    if is_enumerated(phrase):
        lines = lines_of(phrase)
        listed = [_commanded(unwrap(line), context) or read_item(line, context) for line in lines]
        return Plan(tuple(action for act in listed for action in act), sure=True)
    clauses = [part for clause in clauses_of(phrase) for part in parallels_of(clause, context.now)]
    read: list[tuple[Phrase, tuple[Action, ...], bool]] = []
    sure = True
    for clause in clauses:
        understood = _clause(clause, context)
        if understood is not None:
            actions, certain = understood
            read.append((clause, actions, certain))
        elif len(clauses) > 1:
            read.append((clause, (), False))
    if len(read) > 1 and any(entry[2] and not isinstance(entry[1][0], Chat) for entry in read if entry[1]):
        # Beside a clear act, a guess is a remark: "Sam got the milk, so delete my reminder".
        read = [entry if entry[2] else (entry[0], (), False) for entry in read]
    actions = joined(read, context)
    acts = [entry for entry in read if entry[1]]
    if not actions:
        return None
    sure = all(entry[2] for entry in acts)
    if len(actions) > 1 and any(isinstance(action, Chat | Cancel) for action in actions):
        actions = tuple(action for action in actions if not isinstance(action, Chat | Cancel)) or actions[:1]
        sure = all(entry[2] for entry in acts if not isinstance(entry[1][0], Chat | Cancel))
    return Plan(actions, sure)


def _clause(clause: Phrase, context: Context) -> tuple[tuple[Action, ...], bool] | None:
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
    if (command := _commanded(phrase, context)) is not None:
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
    understood = _clause(head, context) if head else None
    if understood is None or fields.description is None:
        return understood
    actions = tuple(
        replace(action, description=fields.description) if isinstance(action, Add) else action
        for action in understood[0]
    )
    return actions, understood[1]


def _commanded(phrase: Phrase, context: Context) -> tuple[Action, ...] | None:
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
