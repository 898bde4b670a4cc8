"""Choosing tasks by description: "all overdue chores", "my high priority tasks due this week", "everything about
tax"."""

import re
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.lexicon import LIST_NOUN, TASK_NOUN, word_set
from todo.interpreter.marks import take_priority, take_tags
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Filter, Status
from todo.interpreter.scope import bare_list, take_list
from todo.when import Period, read, read_period

_WHICH: Final = r"that (?:are|is) |which are |are |is |still |yet "
_HAVE_NOT: Final = r"(?:i )?(?:have(?:n't| not)|did(?:n't| not)) (?:yet )?"
_UNDONE: Final = (
    r"(?:not (?:yet )?(?:done|complete[d]?|finished|checked off)|un(?:finished|completed|done|checked|resolved|ticked)|"
    r"incomplete|in progress|pending|open|outstanding|remaining|active|to be (?:done|completed)|"
    r"left(?: over)?(?: to (?:do|complete|finish))?|still (?:open|to do|to be done|left|due))"
)
_HAVE: Final = (
    r"that (?:are|is|were|have been|i(?: have|'ve)?) |which are |i(?:'ve| have)? |have been |already |are |were |been |"
    r"got |get |marked (?:as )?|have "
)
_FINISHED: Final = r"completed?|done|finished|closed|accomplished|achieved|gotten done"
_DONE: Final = rf"(?:{_FINISHED}|checked(?: off)?|ticked(?: off)?|crossed off)"
_STATUS: Final[tuple[tuple[re.Pattern[str], Status], ...]] = (
    # "open and done", "finished or not"
    (re.compile(
        r"\b(?:both )?(?:open and (?:done|completed?)|done and (?:open|undone)|(?:finished|done) or not|"
        r"(?:completed|finished) and (?:pending|open|unfinished)|of any status)\b"
    ), "all"),
    # "that are not done yet", "I haven't finished"
    (re.compile(rf"\b(?:{_WHICH}|{_HAVE_NOT})*{_UNDONE}\b(?: yet| still)?"), "open"),
    # "that I've done already"
    (re.compile(rf"\b(?:{_HAVE})*{_DONE}\b(?: already| yet)?"), "done"),
)  # fmt: skip
_OVERDUE: Final = re.compile(
    r"\b(?:that (?:are|is) |which are |are |is )?(?:over-?due|past[- ]?due|late|behind schedule|missed|expired|"
    r"past (?:their|the|its) (?:due date|deadline)|behind(?: on)?)\b"
)
_UNDATED: Final = re.compile(
    r"\b(?:with(?:out| no) (?:a |any )?(?:due )?(?:dates?|deadlines?)|undated|unscheduled|with no due)\b|"
    r"\bno (?:due )?dates?\b"
)
_REPEATING: Final = re.compile(
    r"\b(?:recurring|repeating|repeated|daily|weekly|monthly|yearly|annual|everyday)\b(?! (?:report|review|"
    r"standup|meeting|planner))"
)
_FLAGGED: Final = re.compile(r"\b(?:flagged|starred|important|urgent|critical|priority)\b")
_ABOUT: Final = re.compile(
    r"\b(?:about|regarding|concerning|related to|relating to|containing|mentioning|that (?:contain|mention|say|"
    r"include|match)s?|matching|involving|with the words?|with (?=\W?\ue000)|"
    r"for(?! (?:me|us|today|tomorrow|this|next|now|the (?:week|day|month|weekend))\b)|named|called|to(?! (?:do|"
    r"me|complete|finish|accomplish|get done|be done)\b)|of(?! (?:my|the|mine|them)\b)|like)\s+(?P<words>.+)$"
)
_NOUNS: Final = re.compile(
    rf"\b(?:{TASK_NOUN}|{LIST_NOUN}|things to (?:do|get done|accomplish)|things|stuff|everything|anything|"
    rf"notes?|points|plate|agenda|schedule|alarms?|events?|calendar|projects?|work to do|to-?dos?|titles?|"
    rf"deadlines?)(?!\w)"
)
_SHOP: Final = re.compile(
    r"\b(?:around (?:the |my )?(?:house|home)|"
    r"(?:at|from) the (?:store|shop|supermarket|market|grocery store)|to (?:buy|get|pick up|purchase|"
    r"remember)$|remind me (?:about|of)$)"
)
# Kinds of tasks that are no noun for every task.
_KIND: Final = re.compile(r"\b(?:chores?|errands?)\b")
_FILLERS: Final = word_set(
    "a about active again all also am an and any are as at available back be been by can could current "
    "currently date dates day did do does due each else ever every everything existing for from get go going "
    "gonna got had has have here hers his how i i'd i'm i've if in into is it it's its just latest left let's "
    "list listed lists me mine more my need needed needs new next now of off okay on one ones only or our ours "
    "out over planned please points pull right said saved scheduled set should so some soon still stored tell "
    "that that's the their them there these they things this those to today together under until up upcoming us "
    "want was we were what what's whats which whole will with would yet you your already recent recently "
    "complete full entire put say says coming entered written added made created down many much left currently "
    "rundown run-down summary overview recap breakdown look peek update empty busy free "
    "present various total of my' supposed remaining got individual filed"
)


def _drop(phrase: Phrase, pattern: re.Pattern[str]) -> tuple[bool, Phrase]:
    found = pattern.search(phrase.low)
    return (True, phrase.without(found.start(), found.end())) if found else (False, phrase)


def _edges_stripped(phrase: Phrase) -> Phrase:
    words = [(m.start(), m.end()) for m in re.finditer(r"[^\s,;.!?]+", phrase.low)]
    while words and phrase.low[slice(*words[0])] in _FILLERS:
        words.pop(0)
    while words and phrase.low[slice(*words[-1])] in _FILLERS:
        words.pop()
    return phrase.cut(words[0][0], words[-1][1]) if words else Phrase("", "")


def _words(phrase: Phrase) -> str | None:
    """What the description says beyond nouns for tasks: their topic."""
    for _, _, inner in phrase.quotes():
        return inner
    noun = _NOUNS.search(phrase.low)
    shop = _SHOP.search(phrase.low)
    if shop:
        phrase = phrase.without(shop.start(), shop.end())
        noun = _NOUNS.search(phrase.low)
    about = _ABOUT.search(phrase.low, noun.end() if noun else 0)
    if about:
        phrase = phrase.cut(about.start("words"))
    phrase = _without_nouns(phrase)
    return phrase.text.removesuffix("'s") or None


def _without_nouns(phrase: Phrase) -> Phrase:
    """The phrase without nouns for tasks and filler at its ends."""
    while True:
        phrase = _edges_stripped(phrase)
        found = _NOUNS.match(phrase.low)
        if found:
            phrase = phrase.cut(found.end())
            continue
        tail = re.search(rf"(?:^|\s)(?:{TASK_NOUN}|events?|notes?|points?|things?|{LIST_NOUN})$", phrase.low)
        if not tail:
            return phrase
        phrase = phrase.cut(0, tail.start())


def read_filter(phrase: Phrase, context: Context) -> Filter:
    """The filter that a description stands for, the verb and question words already taken off."""
    tags, phrase = take_tags(phrase)
    name, phrase, mentioned = take_list(phrase, context.lists)
    bare = None if mentioned else bare_list(phrase)
    known = {title.lower() for title in context.lists}
    if bare and bare.name and ("list" in phrase.low or bare.name.lower() in known):
        name, phrase = bare.name, phrase.without(bare.start, bare.end)
    priority, phrase = take_priority(phrase)
    overdue, phrase = _drop(phrase, _OVERDUE)
    undated, phrase = _drop(phrase, _UNDATED)
    status: Status | None = None
    for pattern, value in _STATUS:
        found, phrase = _drop(phrase, pattern)
        if found:
            status = value
            break
    period, phrase = take_period(phrase, context)
    repeating, phrase = _drop(phrase, _REPEATING)
    if priority is None:
        flagged, phrase = _drop(phrase, _FLAGGED)
        priority = "high" if flagged else None
    kind = _KIND.search(phrase.low)
    words = _words(phrase) or (kind[0].removesuffix("s") if kind and not name else None)
    return Filter(
        status=status, period=period, overdue=overdue, undated=undated, repeating=repeating, list=name, words=words,
        tag=tags[0] if tags else None, priority=priority,
    )  # fmt: skip


def take_period(phrase: Phrase, context: Context) -> tuple[Period | None, Phrase]:
    """The span of days that is said, and the phrase without it."""
    period, rest = read_period(phrase.text, context.now)
    if period is not None:
        return period, Phrase.of(rest).trimmed()
    reading = read(phrase.text, context.now)
    if reading.due is None or reading.rrule is not None:
        return None, phrase
    return Period(reading.due.date, reading.due.date), Phrase.of(reading.rest).trimmed()
