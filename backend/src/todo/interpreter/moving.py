"""Statements and corrections that change a task: "the report should be moved to friday", "no, make it 5", "X is due
monday"."""

import re
from typing import Final

from todo.interpreter.annotating import parse_field_change
from todo.interpreter.changes import read_value, retitled
from todo.interpreter.changing import parse_update
from todo.interpreter.context import Context
from todo.interpreter.courtesy import without_now
from todo.interpreter.lexicon import ALIEN, APPOINTMENT, STRONG_NOUN
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Update
from todo.interpreter.reference import resolve
from todo.interpreter.targets import read_target

_PARTICIPLES: Final = {
    "changed": "change", "updated": "update", "moved": "move", "rescheduled": "reschedule", "postponed": "postpone",
    "pushed": "push",
    "switched": "change", "modified": "change", "edited": "change", "delayed": "delay", "shifted": "move",
    "renamed": "rename", "adjusted": "change",
    "snoozed": "snooze", "altered": "change", "extended": "move", "deferred": "defer", "bumped": "move",
    "set": "change", "prioritized": "prioritize",
    "corrected": "change", "revised": "change", "put off": "postpone", "brought forward": "bring forward",
    "reset": "change",
}  # fmt: skip
_MODAL: Final = r"(?:needs?|should|must|has|have|can|could|ought|will|got|was|is|been|gets?)(?: to)?"
# "the poster reminder has to be moved to friday"
_PASSIVE: Final = re.compile(
    r"(?:(?:i|we)(?:'d| would)? (?:need|want|like)(?: to (?:have|get))? |have |get |can |could |please )?"
    rf"(?P<what>.+?),?(?: {_MODAL})?(?: now| just| also)?(?: to)?(?: be| get)?(?: been)? "
    rf"(?P<done>{'|'.join(_PARTICIPLES)})"
    r"(?P<rest>(?: (?:back|up|out|forward))?(?: (?:to|from|by|until|for|on|as|so|because|since|due)\b.*)?)$"
)
_SHOULD_BE: Final = (
    r"(?:needs? to|should|must|has to|have to|ought to|will|is going to) (?:now )?"
    r"(?:change|move|shift|switch|be (?:done|finished|ready)|be|go|happen|start|go off|ring)"
)
# "the poster reminder, it should be on friday", "… needs to change from monday to friday"
_SHOULD: Final = re.compile(
    rf"(?P<what>.+?),? (?:they |it |which |that )?{_SHOULD_BE}(?: from (?P<old>.+) to| (?:to|at|on|for|by))? "
    r"(?P<value>.+?)(?: instead of (?P<not>.+))?$"
)
# "they moved the exam to june 8"
_THEY: Final = re.compile(
    rf"(?:they|he|she|someone|somebody|my \w+)(?:'ve|'s| have| has| had| just| already)* "
    rf"(?P<done>{'|'.join(_PARTICIPLES)}) (?P<what>(?:the|my|our) .+)$"
)
_NOW: Final = re.compile(
    r"(?P<what>.+?) (?:is|are|should be|will be|'s|happens|starts?|takes place) (?:now |actually |really |"
    r"going to be |being )*(?P<value>(?:due |on |at |for |a |high|low|medium|urgent|important|every|daily|"
    r"weekly|monthly|next|tomorrow|today).*)$"
)
_OLD: Final = re.compile(r",? (?:not|and not|instead of|rather than) .+$")
_SAID_NOW: Final = re.compile(r" now ")
_SORRY: Final = r"(?:(?:no|nope|sorry|oops|wait|actually|rather|hmm|ah|oh|my bad|correction|scratch that)[\s,!.]+)*"
_RATHER: Final = (
    r"(?:i (?:meant|mean|said)|(?:make|change|set|move|do) (?:it|that|this|them)(?: to| for)?|"
    r"(?:it|that|this|they) (?:should (?:be|go)|belongs?|goes)|better|instead|rather|"
    r"let's (?:say|do|make it)|not .{1,30}?,(?: but)?)"
)
# "sorry, I meant friday", "no, friday"
_CORRECTION: Final = re.compile(
    rf"{_SORRY}{_RATHER}[\s,]+(?P<value>.+)$|(?:no|nope|sorry|oops|wait|actually|correction)[\s,!.]+(?P<bare>.+)$"
)


# "no, it should be called …"
_RENAMED: Final = re.compile(
    rf"{_SORRY}(?:(?:it|that|this) (?:should (?:be called|be named|say|read)|is called)|"
    r"(?:call|name|rename) (?:it|that|this)(?: to)?)[\s:]+(?P<title>.+)$"
)
_BETTER: Final = re.compile(r" (?:is|would be|works|suits me|fits)(?: much| a bit)? (?:better|best)$")


def parse_move(phrase: Phrase, context: Context) -> tuple[Update, bool] | None:
    """A change that a statement asks for, and whether that is sure."""
    if re.match(
        r"(?:what|which|how|when|who|did|do|does|why|where|has|have|was|were|i|you|it's)\b(?! (?:need|want|"
        r"would))",
        phrase.low,
    ):
        return None
    if (found := _PASSIVE.match(phrase.low)) and not re.match(
        r"(?:i|you|we|it|that|this|he|she|they|there|nothing|what|my|your)$|(?:to|know) ", found["what"]
    ):
        command = Phrase.of(
            f"{_PARTICIPLES[found['done']]} "
            f"{phrase.text[found.start('what') : found.end('what')]}"
            f"{phrase.text[found.start('rest') : found.end('rest')]}"
        )
        if (update := parse_field_change(command, context) or parse_update(command, context)) is not None:
            return update, True
    if found := _THEY.match(phrase.low):
        update = parse_update(Phrase.of(f"{_PARTICIPLES[found['done']]} {phrase.part(found).text}"), context)
        if update is not None:
            return update, True
    found = _SHOULD.match(phrase.low)
    if found and (
        re.search(rf"\b(?:{STRONG_NOUN})\b", found["what"])
        or found["value"].startswith("due ")
        or context.points_at(found["what"])
    ):
        changes = read_value(phrase.part(found, "value"), context)
        if changes is not None:
            what = re.sub(
                r"(?i) (?:that )?i have$", "", phrase.text[found.start("what") : found.end("what")].rstrip(",")
            )
            return Update(read_target(Phrase.of(what), context), changes), True
    if (
        (found := _NOW.match(phrase.low))
        and not re.match(r"(?:i|you|we|he|she|they|there|today|tomorrow|what|here)\b", found["what"])
        and len(found["what"].split()) <= 6
    ):
        changes = read_value(without_now(phrase.cut(found.start("value"))), context)
        if changes is not None and not ALIEN.search(phrase.low):
            target = read_target(phrase.cut(0, found.end("what")), context)
            task = re.search(STRONG_NOUN, found["what"]) or (
                _SAID_NOW.search(found[0]) and APPOINTMENT.search(found[0])
            )
            known = bool(target.ids or task) or context.points_at(found["what"])
            return (Update(target, changes), True) if known else None
    return None


def parse_correction(phrase: Phrase, context: Context) -> Update | None:
    """A new value for what was just done: "no, friday", "make it 5pm", "I meant the work list"."""
    if not context.touched:
        return None
    it = resolve("it", context) if len(context.touched) == 1 else resolve("them", context)
    if (found := _RENAMED.match(phrase.low)) and it is not None and (named := retitled(phrase.part(found, "title"))):
        return Update(it, named)
    found = _CORRECTION.match(phrase.low)
    if found is None:
        return None
    group = "value" if found["value"] else "bare"
    value = phrase.part(found, group)
    while again := _CORRECTION.match(value.low):
        group = "value" if again["value"] else "bare"
        value = value.part(again, group)
    value = value.without_end(_OLD).without_end(_BETTER)
    changes = read_value(value, context)
    if changes is None and (comma := value.low.rfind(",")) > 0:  # "the thursday after, december 3"
        changes = read_value(value.cut(comma), context)
    return Update(it, changes) if changes is not None and it is not None else None
