"""Replies to what the assistant asked: a title, a choice, a new value, a yes with exceptions."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rapidfuzz import fuzz

from todo.interpreter.adding import read_item
from todo.interpreter.changes import merged, read_value, retitled
from todo.interpreter.consent import is_no, is_yes
from todo.interpreter.context import (
    AskApproval,
    AskChange,
    AskDue,
    AskTarget,
    AskTitle,
    AskUndo,
    AskWhich,
    Context,
    Shown,
)
from todo.interpreter.fields import field_value, take_field
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Action, Add, Approve, Ask, Cancel, Target, TargetedAction, Undo, Update
from todo.interpreter.reference import resolve
from todo.interpreter.refusing import parse_due_answer
from todo.interpreter.targets import read_target
from todo.when import read

_EXCEPT: Final = re.compile(
    r"(?P<yes>.*?)[\s,]*\b(?:except(?: for)?|apart from|other than|but not|excluding|besides|without|all but|"
    r"everything but|just not|and not|not including|but (?:keep|leave|skip)|(?:keep|leave|skip|"
    r"spare)(?: out)?)\s+(?P<what>.+)$|"
    r"(?:not|don'?t (?:delete|remove|complete|change|do|touch)) (?P<alone>.+)$"
)
_ONLY: Final = re.compile(
    r"(?:(?:yes|yeah|ok|okay|sure|no)[\s,]+)*(?:but )?(?:only|just|do only|"
    r"just do)\s+(?P<what>.+?)(?: please)?$"
)
_INTRO: Final = re.compile(
    r"(?:(?:i (?:mean|meant|want|choose|pick|said)|it'?s|its|that'?s|the one (?:about|for|to|from|with|called|named|"
    r"that says|due|on|in)|the|one (?:about|for|with)|call it|name it|title it|make it|let's (?:say|call it|"
    r"do)|i'd like to add|add|how about|put|please|"
    r"change|set|update|to|move it|rename it|the task (?:is|called|named)?|it should be)[\s:]+)+"
)
# "the one on saturday", "the saturday one", "tomorrow's", "friday"
_BY_DAY: Final = re.compile(
    r"(?:(?:the )?(?:one|ones|task|that)(?: (?:that is|that's|which is|is))? |the )?(?:due )?"
    r"(?P<when>.{2,40}?)(?:'s)?(?: ones?| task)?"
)
_THEN: Final = re.compile(r"[\s,]+(?:then|instead|please|thanks)$")
_LONGEST_VALUE: Final = 255

# "um", "let me see": no title yet
_THINKING: Final = re.compile(
    r"(?:(?:u+m+|u+h+|h+m+|er+m*|well|so|ok(?:ay)?|let me (?:think|see)|hold on|wait|one (?:second|moment))[\s,.]*)+"
)
_AFFIRMED: Final = re.compile(r"(?:(?:yes|yeah|yep|ok|okay|sure)[\s,.!]+)+(?=\w)")


def parse_answer(phrase: Phrase, context: Context) -> tuple[Action, ...] | None:
    """The actions that a reply stands for, or nothing when it is no reply to what is pending."""
    pending = context.pending
    if isinstance(pending, AskUndo):
        return (Undo(confirmed=True),) if is_yes(phrase) else (Cancel(),) if is_no(phrase) else None
    if isinstance(pending, AskApproval):
        return _approval(phrase, pending, context)
    if pending is None:
        return None
    if is_no(phrase):
        return (Cancel(),)
    if isinstance(pending, AskWhich):
        return _which(phrase, pending, context)
    if isinstance(pending, AskDue):
        return parse_due_answer(_plain(phrase).without_end(_THEN), pending, context)
    if isinstance(pending, AskTarget):
        if affirmed := _AFFIRMED.match(phrase.low):
            phrase = phrase.cut(affirmed.end())
        target = resolve(phrase.low, context)
        return (_aimed(pending.action, target),) if target is not None else None
    if isinstance(pending, AskChange):
        return _change(phrase.without_end(_THEN), pending, context)
    if not is_yes(phrase):
        return None
    return (pending.draft if pending.draft.title else Ask("What should the task be called?", pending.draft),)


def parse_free_answer(phrase: Phrase, context: Context) -> tuple[Action, ...] | None:
    """The same for questions that any words may answer; asked only when the words are no act of their own."""
    pending = context.pending
    if isinstance(pending, AskTitle):
        if _THINKING.fullmatch(phrase.low):
            return (Ask("What task would you like to add?", pending.draft),)
        return _titled(phrase, pending, context)
    if isinstance(pending, AskTarget):
        return (_aimed(pending.action, read_target(_plain(phrase), context)),)
    if isinstance(pending, AskChange):
        field = pending.action.field or "title"
        changes = field_value(field, _plain(phrase), context) if len(phrase.low) <= _LONGEST_VALUE else None
        return (replace(pending.action, changes=changes),) if changes else None
    return None


def _titled(phrase: Phrase, pending: AskTitle, context: Context) -> tuple[Action, ...]:
    content = (
        _plain(phrase)
        if re.match(r"(?:call it|name it|title it|it'?s|i want|let's|add|i'd like)\b", phrase.low)
        else phrase
    )
    from_reply = read_item(content, context, pending.draft)
    return tuple(add for add in from_reply if isinstance(add, Add))


def _plain(phrase: Phrase) -> Phrase:
    found = _INTRO.match(phrase.low)
    return phrase.cut(found.end()) if found and phrase.cut(found.end()) else phrase


def _aimed(action: TargetedAction, target: Target) -> TargetedAction:
    return replace(action, target=target)


def matching(phrase: Phrase, tasks: Sequence[Shown], context: Context) -> tuple[str, ...]:
    """The ids of those tasks that the words pick: by number, by pronoun, or by words of their titles."""
    pointed = resolve(phrase.low, replace(context, shown=tuple(tasks), touched=()))
    if pointed is not None and pointed.ids:
        return pointed.ids
    if on_day := _due_on(phrase, tasks, context):
        return on_day
    picked: list[str] = []
    for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*", _plain(phrase).low):
        words = part.removeprefix("the ").removesuffix(" one").removesuffix(" task").strip()
        inner = resolve(part, replace(context, shown=tuple(tasks), touched=()))
        if inner is not None and inner.ids:
            picked += inner.ids
            continue
        exact = [task.id for task in tasks if task.title.lower() == words]
        whole = exact or [
            task.id for task in tasks if words and re.search(rf"\b{re.escape(words)}\b", task.title.lower())
        ]
        close = whole or [
            task.id for task in tasks if len(words) > 3 and fuzz.token_set_ratio(words, task.title.lower()) >= 82
        ]
        if not close:
            return ()
        picked += close
    return tuple(dict.fromkeys(picked))


def _due_on(phrase: Phrase, tasks: Sequence[Shown], context: Context) -> tuple[str, ...]:
    """ "The one on saturday", "tomorrow's": those that are due then; at that time, if one is said."""
    if not (found := _BY_DAY.fullmatch(phrase.low)):
        return ()
    when = phrase.part(found, "when")
    reading = read(when.text, context.now)
    if reading.due is None or reading.rrule is not None or re.search(r"\w", reading.rest):
        return ()
    if reading.dated and not reading.timed:
        return tuple(task.id for task in tasks if task.due and task.due[:10] == reading.due.iso()[:10])
    if not reading.dated:
        return tuple(task.id for task in tasks if task.due and task.due[10:] == reading.due.iso()[10:])
    return tuple(task.id for task in tasks if task.due == reading.due.iso())


def _which(phrase: Phrase, pending: AskWhich, context: Context) -> tuple[Action, ...] | None:
    ids = tuple(task.id for task in pending.candidates)
    if len(ids) == 1 and is_yes(phrase):
        return (_aimed(pending.action, Target(ids=ids)),)
    if re.fullmatch(
        r"(?:all|all of (?:them|those|these)|everything|every one|both(?: of them)?|them all|all \w+|the both)",
        phrase.low,
    ) and ("both" not in phrase.low or len(ids) == 2):
        return (_aimed(pending.action, Target(ids=ids)),)
    if found := _EXCEPT.match(phrase.low):
        group = "what" if found["what"] else "alone"
        spared = matching(phrase.part(found, group), pending.candidates, context)
        kept = tuple(i for i in ids if i not in spared)
        return (_aimed(pending.action, Target(ids=kept)),) if spared and kept else None
    if affirmed := _AFFIRMED.match(phrase.low):
        phrase = phrase.cut(affirmed.end())
    chosen = matching(phrase, pending.candidates, context)
    if chosen and len(chosen) < max(2, len(ids)):
        return (_aimed(pending.action, Target(ids=chosen)),)
    pointed = resolve(phrase.low, replace(context, shown=pending.candidates, touched=()))
    return (_aimed(pending.action, pointed),) if pointed is not None and pointed.unresolved else None


def _change(phrase: Phrase, pending: AskChange, context: Context) -> tuple[Action, ...] | None:
    if (renaming := re.match(r"(?:rename|retitle|call)(?: it)?(?: to)? ", phrase.low)) and (
        named := retitled(phrase.cut(renaming.end()))
    ):
        return (replace(pending.action, changes=named),)
    if pending.action.field:  # a list or a tag may be called anything, "friday" too
        return None
    field, _ = take_field(phrase)
    to = re.search(r"(?:\bto\b|:|\bas\b|\bis\b)\s+(?P<value>.+)$", phrase.low)
    changes = field_value(field, phrase.cut(to.start("value")), context) if field and to else None
    changes = changes or read_value(phrase, context) or read_value(_plain(phrase), context)
    if changes is None:
        return None
    return (Update(pending.action.target, merged(pending.action.changes, changes)),)


def _approval(phrase: Phrase, pending: AskApproval, context: Context) -> tuple[Action, ...] | None:
    if is_yes(phrase):
        return (Approve(),)
    if is_no(phrase) or (re.fullmatch(r"(?:no|nope|don'?t)[\s,].{0,40}", phrase.low) and not _ONLY.match(phrase.low)):
        return (Cancel(),)
    for pattern, only in ((_ONLY, True), (_EXCEPT, False)):
        if found := pattern.match(phrase.low):
            group = "what" if found["what"] else "alone"
            ids = matching(phrase.part(found, group), pending.actions, context)
            if ids:
                return (Approve(only_ids=ids),) if only else (Approve(except_ids=ids),)
    chosen = matching(phrase, pending.actions, context) if len(phrase.low) < 80 else ()
    return (
        (Approve(only_ids=chosen),) if chosen and resolve(phrase.low, replace(context, shown=pending.actions)) else None
    )
