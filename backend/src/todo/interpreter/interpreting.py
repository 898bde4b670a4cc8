"""A text as a plan: answers to what was asked, yes and no, then clause by clause."""

import re
from typing import Final

from todo.interpreter.acts import commanded, read_acts
from todo.interpreter.adding import read_item
from todo.interpreter.amending import amended, split_amended
from todo.interpreter.answers import parse_answer, parse_free_answer
from todo.interpreter.clauses import clauses_of
from todo.interpreter.conditions import parse_conditional
from todo.interpreter.consent import parse_consent
from todo.interpreter.context import Context
from todo.interpreter.courtesy import unwrap
from todo.interpreter.echoing import is_same, parse_echo, parse_meant
from todo.interpreter.enumeration import is_enumerated, lines_of
from todo.interpreter.leading import with_leading_dates
from todo.interpreter.lexicon import ALIEN
from todo.interpreter.linking import Read, joined, vouched
from todo.interpreter.moving import parse_correction
from todo.interpreter.parallels import parallels_of
from todo.interpreter.phrase import Phrase, tidy
from todo.interpreter.plan import Add, Approve, Ask, Cancel, Chat, Plan
from todo.interpreter.reference import resolve
from todo.interpreter.refusing import parse_impossible
from todo.interpreter.retracting import parse_backward
from todo.interpreter.smalltalk import other_subject
from todo.interpreter.spelling import respelled

_LONGEST: Final = 4000
# Nobody does so much at once; each clause costs a reading, and a hostile text could be all separators.
_MOST_CLAUSES: Final = 24
_MOST_BREAKS: Final = 100
_BREAK: Final = re.compile(r"[\n;]|[,.!?] | (?:and|then) ")
# "with the words verbatim: call at 9" has a title that stands as it is, like one in quotes
_VERBATIM: Final = re.compile(
    r"^(.{0,80}?(?:\b(?:verbatim|word for word)\s*:?|\bwith (?:the )?(?:content|text)(?: of)?\b:?)\s+)"
    r"(?![\"'-])([^\"\n]+)$",
    re.IGNORECASE,
)
UNCLEAR: Final = Plan((Chat("unclear"),), sure=False)
TOO_MUCH: Final = Plan(
    (Ask("That is more than I can take in at once, so nothing was changed. Please send it in smaller parts."),),
    sure=False,
)


def interpret(text: str, context: Context) -> Plan:
    """The plan of a text; never raises, whatever the text. Beyond 4,000 characters the rest is not read."""
    phrase = Phrase.of(_VERBATIM.sub(r'\1"\2"', tidy(text[:_LONGEST])))
    if not phrase or not re.search(r"\w", phrase.low):
        return UNCLEAR
    if len(_BREAK.findall(phrase.low)) > _MOST_BREAKS:
        return TOO_MUCH
    return parse_impossible(phrase, context, lambda rest: _plan(rest, context)) or _plan(phrase, context)


def _plan(phrase: Phrase, context: Context) -> Plan:
    plain = phrase.trimmed()
    answer = parse_answer(plain, context) or parse_answer(unwrap(plain), context)
    if answer is not None and not (_is_question(phrase) and any(isinstance(action, Approve) for action in answer)):
        return Plan(answer, sure=True)
    if context.pending is None and (consent := parse_consent(plain) or parse_consent(unwrap(plain))) is not None:
        return Plan((consent,), sure=True)
    if (echo := _echo(plain, context)) is not None:
        return echo
    plan = _amended(phrase, context) or _understood(phrase, context)
    untold = plan is not None and _untold(plan, phrase, context)
    if plan is None or not plan.sure or untold:
        corrected = respelled(phrase)
        if (
            corrected.text != phrase.text
            and (better := _understood(corrected, context)) is not None
            and (plan is None or (better.sure and not (untold and _untold(better, corrected, context))))
        ):
            plan = better
    if context.pending is not None and (plan is None or not plan.sure or _untold(plan, phrase, context)):
        free = parse_free_answer(plain, context)
        if free is not None:
            return Plan(free, sure=True)
    return plan or _beyond(phrase, context)


def _is_question(phrase: Phrase) -> bool:
    """ "Sure?" is no yes."""
    return phrase.low.rstrip().endswith("?")


def _echo(phrase: Phrase, context: Context) -> Plan | None:
    """What repeats or mends the last act in words that are no act of their own."""
    if context.last is None or context.pending is not None:
        return None
    if is_same(phrase):
        return parse_echo(phrase, context)
    if parse_correction(phrase, context) is not None or commanded(unwrap(phrase), context) is not None:
        return None
    if (meant := parse_meant(phrase, context)) is not None:
        return meant
    echo = parse_echo(phrase, context)
    plain = _understood(phrase, context) if echo is not None else None
    if plain is None or (not plain.sure and all(isinstance(action, Add | Ask | Chat) for action in plain.actions)):
        return echo
    return None


def _beyond(phrase: Phrase, context: Context) -> Plan:
    """What is no act of ours: another subject, or nothing that was understood ("the first", with no act named)."""
    other = ALIEN.search(phrase.low) or other_subject(phrase)
    return Plan((Chat("offtopic"),), sure=False) if other and not resolve(phrase.low, context) else UNCLEAR


def _untold(plan: Plan, phrase: Phrase, context: Context) -> bool:
    """Whether the text is a title without a command: while words are awaited, it is those."""
    return isinstance(plan.actions[0], Add | Ask) and commanded(unwrap(phrase), context) is None


def _amended(phrase: Phrase, context: Context) -> Plan | None:
    """The plan of a text that takes back a value which it gave before."""
    split = split_amended(phrase, context)
    plan = _understood(split[0], context) if split else None
    if split is None or plan is None or not plan.sure or len(plan.actions) != 1:
        return None
    action = amended(plan.actions[0], split[1])
    return Plan((action,), sure=True) if action is not None else None


def _understood(phrase: Phrase, context: Context) -> Plan | None:
    if (add := parse_conditional(unwrap(phrase), context)) is not None:
        return Plan((add,), sure=True)
    if (back := parse_backward(phrase.trimmed())) is not None:
        return Plan((back,), sure=True)
    if is_enumerated(phrase):
        lines = lines_of(phrase)
        listed = [commanded(unwrap(line), context) or read_item(line, context) for line in lines]
        return Plan(tuple(action for act in listed for action in act), sure=True)
    whole = with_leading_dates(clauses_of(phrase), context)
    clauses = [part for clause in whole for part in parallels_of(clause, context.now)]
    if len(clauses) > _MOST_CLAUSES:
        return TOO_MUCH
    return _combined([(clause, *(read_acts(clause, context) or ((), False))) for clause in clauses], context)


def _combined(read: list[Read], context: Context) -> Plan | None:
    """The plan of several clauses, each as it was read; sure when all that counts in them is."""
    read = vouched(read)
    if any(sure and not isinstance(acts[0], Chat) for _, acts, sure in read if acts):
        # Beside a clear act, a guess is a remark: "Sam got the milk, so delete my reminder".
        read = [(clause, acts if sure else (), sure) for clause, acts, sure in read]
    actions = joined(read, context)
    if not actions:
        return None
    sure = all(sure for _, acts, sure in read if acts)
    if len(actions) > 1 and any(isinstance(action, Chat | Cancel) for action in actions):
        actions = tuple(action for action in actions if not isinstance(action, Chat | Cancel)) or actions[:1]
        sure = all(sure for _, acts, sure in read if acts and not isinstance(acts[0], Chat | Cancel))
    return Plan(actions, sure)
