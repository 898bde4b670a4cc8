"""Cutting a text into clauses of one act each: "add milk and remove wine", two sentences, several lines.

A cut that is too many splits a title, one that is too few loses an act. So "and" cuts only before a verb of ours whose
object is marked as a task: by a list, a noun such as "reminder", a pronoun, or a new date.
"""

import re
from typing import Final

from todo.interpreter.courtesy import unwrap
from todo.interpreter.enumeration import is_headed, lines_of
from todo.interpreter.lexicon import LIST_NOUN, STRONG_NOUN, TASK_VERBS, one_of
from todo.interpreter.phrase import Phrase
from todo.interpreter.scope import find_list

_ABBREVIATED: Final = "".join(
    rf"(?<!\b{short})" for short in (r"[ap]\.m", "dr", "mr", "mrs", "ms", "st", "no", "vs", r"e\.g", r"i\.e", "etc")
)
# A full stop that is none of "a.m.", "Dr." or "3."; after "a.m." only before a new command
_SENTENCE: Final = re.compile(
    rf"{_ABBREVIATED}(?<!\d)[.!?]+\s+(?=\S)|"
    r"(?<=[ap]\.m)\.\s+(?=(?:please|add|remind|also|then|and|i|delete|remove|change)\b)|"
    r"(?<=\d)[!?.]\s+(?=[a-z]{2})|;\s*"
)
_POLITE: Final = (
    r"(?:(?:please|also|then|can you|could you|would you|will you|just|go ahead and|i (?:want|need|would like|"
    r"'d like) (?:you )?to|i'd like (?:you )?to|while you're at it|after that|instead|now|maybe|finally|"
    r"lastly)[\s,]+){0,5}"
)
_VERBS: Final = one_of(
    "add", "put", "remove", "delete", "erase", "mark", "complete", "check off", "tick off", "cross off", "cross out",
    "cross", "remind me", "set a", "set an", "set up", "set another", "set the", "set it", "set", "create", "make a",
    "make an", "make it", "make the", "make another", "make them", "make that", "change", "move", "reschedule",
    "postpone", "push", "snooze", "delay", "rename", "show", "list", "tell me", "read", "cancel", "undo", "take",
    "forget", "get rid of", "update", "clear", "finish", "switch", "shift", "tag", "give me", "drop", "uncheck",
    "reopen", "edit", "modify", "what", "when", "when's", "when is", "how many", "is there", "do i", "does she",
    "does he", "does it", "bring", "prioritise", "prioritize", "i need", "i have", "i want", "i finished",
    "i completed", "i did", "i already", "i bought", "i just", "i also need", "i also have", "i also want",
    "i also finished", "i also completed", "i also did", "i also bought", "i've", "don't forget",
    "don't let me forget", "don't remind",
)  # fmt: skip
# "… can you also add" joins without a word
_NEW_REQUEST: Final = (
    r"(?<=\w)(?= (?:can|could|will|would) (?:you|u) (?:please )?"
    r"(?:add|put|remind|delete|remove|set|mark|take|change|move|update|reschedule)\b)"
)
_LINKS: Final = (
    rf"(?:\s*,|\s+and(?: then| also)?\b|\s+(?:then|but|plus|so|after that)\b|\s*&|{_NEW_REQUEST})"
    r"(?:[\s,]*\b(?:and|then|also|so|but|please)\b){0,3}[\s,]+"
)
# ", and then please | remove"
_JOINT: Final = re.compile(rf"(?P<joint>{_LINKS})(?={_POLITE}(?P<verb>{_VERBS})\b)")
_PARTICIPLE: Final = re.compile(
    r"\s*(?:,\s*)?\b(?:and|but)\s+(?=(?:[\w'-]+ ){1,4}(?:removed|deleted|added|taken off|crossed off|erased|"
    r"off of (?:it|there)|off (?:it|there)|off|on (?:it|there))\s*[.!]*$)"
)
_MARKED: Final = re.compile(
    rf"\b(?:{STRONG_NOUN}|{LIST_NOUN}|it|that one|them|those|this one|that|everything|all of|done|complete|"
    rf"completed|finished|off|undo|priority|instead)\b|\b(?:first|second|third|last) (?:one|task|item)\b|"
    rf"remind me|due\b"
)
_MOVES: Final = re.compile(
    r"(?:move|reschedule|push|postpone|snooze|change|delay|shift|switch|set|update|make)\b.+\b(?:to|until|till|"
    r"for|by)\b"
)
_COLON: Final = re.compile(r":(?!\d\d)")
_PLAIN: Final = re.compile(
    r"(?:add|put|remove|delete|erase|cross|take|show|list|cancel|complete|mark|check off|tick off|rename|undo|"
    r"finish|uncheck|reopen|clear|tag)\b"
)
_TITLED: Final = re.compile(
    r"(?:remind me|remember|don'?t (?:let me )?forget|set (?:up )?(?:a|an|another) reminder|create|make|note|"
    r"i (?:need|have|must|should)|new task)\b"
)


def clauses_of(phrase: Phrase) -> list[Phrase]:
    """The clauses of a text in order; a text of one act is itself."""
    lines = lines_of(phrase)
    if len(lines) > 1:
        if is_headed(phrase):
            return [phrase]
        return [clause for line in lines for clause in _sentences(line)]
    return _sentences(lines[0]) if lines else []


def _sentences(phrase: Phrase) -> list[Phrase]:
    parts, start = [], 0
    for found in _SENTENCE.finditer(phrase.low):
        parts.append(phrase.cut(start, found.start() + (1 if "?" in found[0] else 0)))
        start = found.end()
    parts.append(phrase.cut(start))
    return [clause for part in parts if part for clause in _acts(part)]


def _acts(phrase: Phrase) -> list[Phrase]:
    if len(phrase.low) > 2500:
        return [phrase]
    clauses, start = [], 0
    for found in _JOINT.finditer(phrase.low):
        before, after = phrase.cut(start, found.start()), phrase.cut(found.end())
        if before and _separate(before, after, found["verb"], found["joint"]):
            clauses.append(before)
            start = found.end()
    last = phrase.cut(start)
    second = _PARTICIPLE.search(last.low)
    if second and re.search(r"\b(?:added|removed|deleted|on|off)\b", last.low[: second.start()]):
        return [*clauses, last.cut(0, second.start()), last.cut(second.end())]
    return [*clauses, last]


def _separate(before: Phrase, after: Phrase, verb: str, joint: str) -> bool:
    """Whether the words after a joint begin another act, and do not go on with the title before it."""
    rest = re.split(r",? (?:and|then|but) ", after.low, maxsplit=1)[0]
    if re.match(r"(?:it|that|this|them)$", after.low):
        return False
    if re.search(r"\b(?:go ahead|favou?r|try|so kind)$", before.low):
        return False
    head = unwrap(before).low
    if _COLON.search(head) and re.match(r"(?:add|create|new|task|to-?do|note|reminder|make|set)\b", head):
        return False
    if verb == "remind me" or _MARKED.search(rest) or find_list(Phrase(after.text[: len(rest)], rest)):
        return not (
            _TITLED.match(head)
            and verb in ("get", "take", "read", "finish", "put")
            and not re.search(rf"\b(?:{STRONG_NOUN}|{LIST_NOUN})\b", rest)
        )
    if _MOVES.match(rest) and re.match(r"(?:move|reschedule|push|postpone|snooze|delay|shift)", rest):
        return True
    if (
        _PLAIN.match(verb)
        and (find_list(before) or re.search(rf"\b(?:{LIST_NOUN})$", before.low))
        and not _TITLED.match(head)
    ):
        return True
    if _TITLED.match(head) or (head.split() and head.split()[0] in TASK_VERBS and not _PLAIN.match(head)):
        return (
            bool(
                re.match(
                    r"(?:what|when|how many|is there|do i|show me|i (?:finished|completed|already|just)|i've)", verb
                )
            )
            and "," in joint
        )
    if re.match(r"(?:what|when|how|i )", verb):
        return bool(re.match(r"(?:what|how many|when)", verb)) or "," in joint
    return bool(_PLAIN.match(verb) or _MOVES.match(rest))
