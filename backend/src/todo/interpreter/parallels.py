"""Several errands behind one command: "remind me to pay rent on the 1st and to call Ben on friday"."""

import re
from datetime import datetime
from itertools import islice
from typing import Final

from todo.interpreter.lexicon import TASK_VERBS
from todo.interpreter.phrase import Phrase
from todo.when import read

_FRAME: Final = re.compile(
    r"(?:(?:please|can you|could you)\s+)*(?:remind (?:me|us)|remember|don'?t (?:let me )?forget|"
    r"(?:set|create|make|add)(?: me)?(?: up)? (?:a|an)(?: new)? (?:reminder|task|to-?do)|"
    r"(?:i|we)(?:'ve| also| really)* (?:need|have|got|want)) to (?=\w)"
)
_JOINT: Final = re.compile(r"(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:also\s+|then\s+)?(?P<to>to\s+)?(?=(?P<verb>[a-z]+)\b)")
# Nobody says more in a breath; each costs a reading of the date.
_MOST: Final = 8


def parallels_of(clause: Phrase, now: datetime) -> list[Phrase]:
    """The clause once for each of its errands: they begin with "to", or each has a date of its own; else as it is."""
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


def _dated(phrase: Phrase, now: datetime) -> bool:
    reading = read(phrase.text, now)
    return reading.sure and (reading.due is not None or reading.rrule is not None)
