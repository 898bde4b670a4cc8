"""Pointing at tasks without their words: "it", "both", "the second one", "1 and 3", "the last two", an id."""

import re
from collections.abc import Sequence
from typing import Final

from todo.interpreter.context import Context, Shown
from todo.interpreter.lexicon import CARDINALS, ORDINALS, PLURAL_NOUN, TASK_NOUN, one_of
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Target

_ORDINAL_WORD: Final = one_of(*ORDINALS)
_CARDINAL_WORD: Final = one_of(*(word for word in CARDINALS if word.isalpha() and len(word) > 2))
_NOUN: Final = rf"(?:{TASK_NOUN}|ones?|things?|options?|events?|entry|in (?:the|my|that) list)"
_INDEX: Final = (
    rf"(?:(?:the )?(?:{_ORDINAL_WORD}|\d{{1,3}}(?:st|nd|rd|th))|#?\d{{1,3}}|number (?:\d{{1,3}}|"
    rf"{_CARDINAL_WORD})|{_CARDINAL_WORD})"
)
_SEVERAL: Final = re.compile(
    rf"(?:(?:{TASK_NOUN}|numbers?|nos?\.?|the) )?(?P<all>{_INDEX}(?:(?: ?, ?(?:and )?| and | & |"
    rf" or ){_INDEX})+)(?: {_NOUN})?"
)
_RUN: Final = re.compile(
    rf"(?:only |just )?(?:the |my )?(?P<end>first|last|top|bottom|next) (?P<count>\d{{1,2}}|"
    rf"{one_of(*CARDINALS)})(?: {_NOUN}| of them)?"
)
_RANGE: Final = re.compile(rf"(?:{TASK_NOUN} |numbers? |#)?(\d{{1,3}}) ?(?:-|to|through|thru) ?#?(\d{{1,3}})")
_ONE: Final = re.compile(
    rf"(?:(?:the|my|that|this) )?(?:very )?(?P<ordinal>{_ORDINAL_WORD}|\d{{1,3}}(?:st|nd|rd|"
    rf"th))(?: (?:{_NOUN}))?(?: (?:of (?:them|those|these|the list)))?"
    rf"|(?:the )?(?:{TASK_NOUN}|number|no\.?|option|item number|task number|todo number) ?(?:#|number |"
    rf"no\.? ?)?(?P<number>\d{{1,3}}|{_CARDINAL_WORD})|#?(?P<bare>\d{{1,3}})"
)
_IT: Final = re.compile(
    rf"(?:it|that|this|that one|this one|the one|the same|the same (?:one|task)|the (?:{TASK_NOUN})|(?:that|"
    rf"this) (?:{TASK_NOUN}|thing|event)|that last one|the thing|the task i just (?:added|made|created)|"
    rf"what i just (?:added|said))"
)
_THEM: Final = re.compile(
    rf"(?:them|those|these|(?:those|these|the) (?:{PLURAL_NOUN}|ones)|they|the two|those two|these two|"
    rf"the both|the two of them)"
)
_BOTH: Final = re.compile(
    rf"(?:both|both of (?:them|those|these)|both (?:{PLURAL_NOUN}|ones)|the two|those two|these two|"
    rf"the two of them|them both)"
)
_ALL: Final = re.compile(
    rf"(?:all of (?:them|those|these)|them all|all(?: those| these)?|all three|all four|all five|"
    rf"every one of (?:them|those)|each of them|the (?:whole )?lot|everything (?:there|you (?:just )?listed)|"
    rf"all (?:those|these) (?:{PLURAL_NOUN}|ones))"
)
_REST: Final = re.compile(
    r"(?:all )?(?:of )?the (?:rest|others|remaining ones|other ones)(?: of (?:them|those|the list))?"
)
_OTHER: Final = re.compile(r"the other(?: one)?")
_ID: Final = re.compile(
    rf"(?:the )?(?:(?:{TASK_NOUN}|event) )?(?:with (?:the )?)?(?:id(?: number)?)?[ :#]*"
    r"(?P<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{5,}|(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{8,})"
    rf"|(?:the )?(?:{TASK_NOUN}|id|{TASK_NOUN} (?:with )?id)[ :#]+(?P<mixed>(?=[a-z]*\d)(?=\d*[a-z])[0-9a-z]{{6,}})"
)

NOTHING_SHOWN: Final = 'No list was shown yet, so there is nothing to count through. Say "show my tasks" first.'


def _ids(tasks: Sequence[Shown]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(task.id for task in tasks))


def number_of(word: str) -> int | None:
    """A number or ordinal in digits or words; -1 is the last."""
    word = re.sub(r"^(?:the|number|no\.?|#) ?", "", word.strip()).lstrip("#")
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0])
    return ORDINALS.get(word, CARDINALS.get(word))


def _numbered(positions: Sequence[int], shown: Sequence[Shown]) -> Target:
    if not shown:
        return Target(position=positions[0], unresolved=NOTHING_SHOWN)
    for position in positions:
        if position == 0 or abs(position) > len(shown):
            has = "one task" if len(shown) == 1 else f"{len(shown)} tasks"
            return Target(position=position, unresolved=f"There is no number {position}: the last list has {has}.")
    return Target(ids=_ids([shown[p - 1] if p > 0 else shown[p] for p in positions]))


def _pronoun(context: Context, several: bool) -> Target:
    spoken_of = context.touched or context.shown
    if several:
        spoken_of = next((tasks for tasks in (context.touched, context.shown) if len(tasks) > 1), spoken_of)
        if not spoken_of:
            return Target(unresolved="Nothing was spoken of yet, so say which tasks you mean.")
        return Target(ids=_ids(spoken_of))
    if len(spoken_of) == 1:
        return Target(ids=_ids(spoken_of))
    if not spoken_of:
        return Target(unresolved="Nothing was spoken of yet, so say which task you mean.")
    return Target(unresolved="Several tasks were spoken of: say which one you mean, by number or by its words.")


def _others(context: Context, *, several: bool) -> Target | None:
    """ "The rest", "the other one": of the tasks shown, those that are open and were not just changed."""
    changed = {task.id for task in context.touched}
    left = [task for task in context.shown if task.status == "open" and task.id not in changed]
    if several:
        return Target(ids=_ids(left), bulk=True) if left else None
    return Target(ids=_ids(left)) if len(left) == 1 else None


def _counted(context: Context, count: int) -> Target:
    """ "Both", "all three": of the tasks just spoken of, when there are that many."""
    for tasks in (context.touched, context.shown):
        if len(tasks) == count:
            return Target(ids=_ids(tasks))
    there = len(context.shown)
    if not there:
        return Target(unresolved="Nothing was listed yet, so say which tasks you mean.")
    return Target(
        unresolved=(f"The last list has {there} {'task' if there == 1 else 'tasks'}, not {count}: say which you mean.")
    )


def resolve(low: str, context: Context) -> Target | None:
    """The target that lower-cased words point at, or nothing when they are words of a title. A pronoun prefers what was
    last changed, a number the last list."""
    if len(low) > 120:
        return None
    shown = context.shown
    if _BOTH.fullmatch(low):
        return _counted(context, 2)
    if _ALL.fullmatch(low):
        tasks = shown or context.touched
        return Target(ids=_ids(tasks), bulk=True) if tasks else None
    if _REST.fullmatch(low) or _OTHER.fullmatch(low):
        return _others(context, several=bool(_REST.fullmatch(low)))
    if _THEM.fullmatch(low):
        return _pronoun(context, several=True)
    if found := _RUN.fullmatch(low):
        count = number_of(found["count"]) or 1
        if found["end"] == "next" and not shown:
            return None
        positions = range(1, count + 1) if found["end"] in ("first", "top", "next") else range(-count, 0)
        return _numbered(tuple(positions), shown)
    if found := _RANGE.fullmatch(low):
        first, last = int(found[1]), int(found[2])
        return _numbered(tuple(range(first, min(last, first + 100) + 1)), shown) if first <= last else None
    if found := _SEVERAL.fullmatch(low):
        words = re.split(r" ?, ?(?:and )?| and | & | or ", found["all"])
        positions_ = [number_of(word) for word in words]
        return _numbered([p for p in positions_ if p is not None], shown)
    if found := _ONE.fullmatch(low):
        position = number_of(found["ordinal"] or found["number"] or found["bare"])
        return _numbered([position], shown) if position is not None else None
    if _IT.fullmatch(low):
        return _pronoun(context, several=False)
    return None


def literal_id(phrase: Phrase) -> Target | None:
    """An id as the tools print it, in the spelling of the person: ids may distinguish capitals."""
    if found := _ID.fullmatch(phrase.low):
        group = "id" if found["id"] else "mixed"
        return Target(ids=(phrase.text[found.start(group) : found.end(group)],))
    return None
