"""Several errands behind one command: "remind me to pay rent on the 1st and to call Ben on friday"."""

import re
from datetime import datetime
from itertools import islice
from typing import Final

from todo.interpreter.lexicon import TASK_VERBS
from todo.interpreter.phrase import Phrase
from todo.interpreter.tenses import present
from todo.when import read

_FRAME: Final = re.compile(
    r"(?:(?:please|can you|could you)\s+)*(?:remind (?:me|us)|remember|don'?t (?:let me )?forget|"
    r"(?:set|create|make|add)(?: me)?(?: up)? (?:a|an)(?: new)? (?:reminder|task|to-?do)|"
    r"(?:i|we)(?:'ve| also| really)* (?:need|have|got|want)) to (?=\w)|(?:(?:please|can you|could you)\s+)*add (?=\w)"
)
_PAST: Final = r"(?:i|we)(?:'ve| have| just| already| also)* "
_ENDS: Final = r"(?:done|finished|completed?|ready)(?: now)?"
# "the hall and the yard are both done"; "both" says that they are two
_BOTH_DONE: Final = re.compile(
    rf"(?:both )?(?P<one>.+?) and (?P<two>.+?) (?:are|were|have been) (?P<both>both )?(?P<end>{_ENDS})$"
)
# "the hall is done, the yard too"
_DONE_TOO: Final = re.compile(
    rf"(?P<one>[^,]{{1,60}}?)(?:'s| is| are) (?P<end>{_ENDS})(?:,| and|, and) (?P<two>[^,]{{1,60}}?)(?: is| are)?,? "
    r"(?:too|also|as well)$"
)
# "delete call Ben and call Mia"
_OF_EXISTING: Final = re.compile(
    r"(?P<verb>(?:delete|remove|cancel|complete|finish|check off|tick off|cross off)) "
    r"(?P<one>(?P<first>[a-z]+) .+?) and (?P<two>(?P<second>[a-z]+) .+)$"
)
# "I called the vet and walked Rex"
_DEEDS: Final = re.compile(rf"(?P<who>{_PAST})(?P<one>(?P<first>[a-z]+) .+?) and (?P<two>(?P<second>[a-z]+) .+)$")
# "got the rice and the corn"
_GOTTEN: Final = re.compile(
    rf"(?P<verb>(?:{_PAST})?(?:got|bought|picked up|finished|did|completed)) (?P<one>the .+?) and (?P<two>the .+)$"
)
_JOINT: Final = re.compile(r"(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:also\s+|then\s+)?(?P<to>to\s+)?(?=(?P<verb>[a-z]+)\b)")
# Nobody says more in a breath; each costs a reading of the date.
_MOST: Final = 8
_LONGEST: Final = 200
_BRIEF: Final = 2
"""As many words a title has at most in "salt and pepper are done": more may be one title."""


def parallels_of(clause: Phrase, now: datetime) -> list[Phrase]:
    """The clause once for each of its errands: they begin with "to", or each has a date of its own; else as it is."""
    if pair := _pair(clause):
        return pair
    frame = _FRAME.match(clause.low)
    if frame is None:
        return [clause]
    parts, start = [], frame.end()
    joints = (joint for joint in _JOINT.finditer(clause.low, start) if joint["verb"] in TASK_VERBS)
    for joint in islice(joints, _MOST):
        before, after = clause.cut(start, joint.start()), clause.cut(joint.end())
        if before and (joint["to"] or (_dated(before, now) and _dated(after, now))):
            parts.append(before)
            start = joint.end()
    command = clause.text[: frame.end()]
    return [Phrase.of(command + part.text) for part in (*parts, clause.cut(start))] if parts else [clause]


def _pair(clause: Phrase) -> list[Phrase] | None:
    """Two existing tasks behind one word: each is a statement or a command of its own."""
    low = clause.low
    if found := _DONE_TOO.match(low):
        return [Phrase.of(f"{clause.part(found, name).text} is {found['end']}") for name in ("one", "two")]
    if "," in low or len(low) > _LONGEST:
        return None
    if (found := _BOTH_DONE.match(low)) and (found["both"] or low.startswith("both ") or _brief(found)):
        return [Phrase.of(f"{clause.part(found, name).text} is {found['end']}") for name in ("one", "two")]
    if (found := _OF_EXISTING.match(low)) and {found["first"], found["second"]} <= TASK_VERBS:
        return [Phrase.of(f"{found['verb']} {clause.part(found, name).text}") for name in ("one", "two")]
    if (found := _DEEDS.match(low)) and all(_is_past(found[verb]) for verb in ("first", "second")):
        return [Phrase.of(f"{found['who']}{clause.part(found, name).text}") for name in ("one", "two")]
    if found := _GOTTEN.match(low):
        return [Phrase.of(f"{found['verb']} {clause.part(found, name).text}") for name in ("one", "two")]
    return None


def _brief(found: re.Match[str]) -> bool:
    return all(len(found[name].split()) <= _BRIEF for name in ("one", "two"))


def _is_past(verb: str) -> bool:
    plain = present(verb)
    return plain is not None and plain != verb


def _dated(phrase: Phrase, now: datetime) -> bool:
    reading = read(phrase.text, now)
    return reading.sure and (reading.due is not None or reading.rrule is not None)
