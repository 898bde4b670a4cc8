"""From the words for existing tasks to a `Target`: "the reminder to pay rent", "my dentist task tomorrow", "all
chores"."""

import re
from dataclasses import replace
from typing import Final

from rapidfuzz import fuzz, process

from todo.interpreter.context import Context
from todo.interpreter.filters import read_filter, take_period
from todo.interpreter.lexicon import (
    DET,
    LIST_NOUN,
    PAST_DAY,
    PLURAL_NOUN,
    SOFT_NOUN,
    STRONG_NOUN,
    TASK_NOUN,
    TASK_VERBS,
)
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Filter, Pick, Target
from todo.interpreter.reference import literal_id, resolve
from todo.interpreter.scope import take_list
from todo.interpreter.titles import quoted_title
from todo.when import Period, read

_CALLED: Final = (
    r"called|named|titled|entitled|labell?ed|that says|which says|saying|"
    r"with (?:the )?(?:name|title|content|text|words?)"
)
_SET_FOR: Final = (
    r"set (?:up )?(?:to|for)|i (?:have|had|set|made|created)(?: up)? (?:to|for|about)|in (?:the|my) list to|"
    r"for me to|reminding me (?:to|about)"
)
# Between "my reminder" and its words: "called", "that I set up for", "about"
_LINK: Final = (
    rf"(?:{_CALLED}|that (?:i )?(?:need|have|had|want(?:ed)?)(?: to)?|that|which (?:is|was)|{_SET_FOR}|related to|to|"
    r"for|about|of|on|regarding|concerning|involving|where i|:|-)"
)
_ADJECTIVES: Final = (
    rf"(?:(?:{DET}|upcoming|scheduled|existing|old|previous|daily|weekly|monthly|yearly|annual|recurring|first|"
    r"current|whole|entire|set|said) )*"
)
_NAMING: Final = (
    rf"(?:{STRONG_NOUN}(?: (?:alerts?|items?|entry|entries|alarms?))?|items?|entry|entries|alerts?|"
    r"(?:chores?|errands?)(?= (?:to|for|of|about|called|named)\b)|events?(?= (?:called|named|titled|for|to|about|\")))"
)
# "my daily reminder that I set for | oil the gate"
_HEAD: Final = re.compile(
    rf"{_ADJECTIVES}{_NAMING}(?![\w'])(?:\s+(?:that (?:i (?:have|set|made)|is|are|were|was)))?"
    rf"(?:\s*{_LINK}(?!\w))?\s+(?P<words>.+)$"
)
_TAIL: Final = re.compile(
    rf"^(?P<words>.+?)(?:'s)? (?:{STRONG_NOUN}|items?|entry|entries|alerts?|one|task item)(?: (?:item|alerts?|"
    rf"time|entry))?$"
)
_LEADING: Final = re.compile(rf"(?:(?:{DET}|of) )+(?=\w|[\"'])")
_REPEATED: Final = re.compile(r"^(?:daily|weekly|monthly|yearly|annual|recurring|biweekly|hourly) (?=\w)")
_PICKS: Final[tuple[tuple[re.Pattern[str], Pick], ...]] = (
    (re.compile(
        rf"(?:(?:{DET}) )*(?:very )?(?:next|upcoming|following|soonest|nearest|closest)(?: (?:upcoming|due|"
        rf"scheduled))? (?:{TASK_NOUN}|{SOFT_NOUN}|one)(?: (?:alert|item))?$"
    ), "next"),
    (re.compile(
        rf"(?:(?:{DET}) )*(?:most recent|latest|newest|most recently (?:added|created)|last (?:added|"
        rf"created))(?: {TASK_NOUN}| one)?(?: i (?:added|created|made|set))?$"
    ), "newest"),
    (re.compile(
        rf"(?:(?:{DET}) )*(?:last|newest) (?:{TASK_NOUN}|thing|one) (?:i|that i|which i) (?:just )?"
        r"(?:added|created|made|set|put|entered|wrote)(?: down| on| in)?$"
    ), "newest"),
    (re.compile(
        rf"(?:the |that )?(?:{TASK_NOUN}|thing|one) (?:that |which )?(?:i|we) (?:have |had )?(?:just )?"
        r"(?:added|created|made|put in|entered|wrote)(?: down| in)? (?:last|most recently|latest|last of all)$"
    ), "newest"),
    (re.compile(r"(?:whatever|what) (?:i|we) (?:added|created|entered|wrote down) (?:last|most recently)$"), "newest"),
    (re.compile(rf"(?:(?:{DET}) )*(?:oldest|earliest)(?: {TASK_NOUN}| one)?$"), "oldest"),
)  # fmt: skip
# "all", "everything", but not "every day"
_EVERY: Final = (
    r"(?:absolutely |just |literally )?(?:all|every(?:thing|one)?|each|any(?:thing)?)(?= |$)"
    r"(?! (?:day|morning|night|week|month|year|hour|other|evening|\w+day)\b)"
)
# "my entire garden list"
_WHOLE_LIST: Final = (
    r"(?:(?:my|the|our|these|those|any|of|entire|whole|full|complete) )*"
    rf"(?:(?!(?:from|on|in|off|to(?! do\b)|of|for)\b)[\w'-]+ ){{0,4}}(?:{LIST_NOUN})$"
)
_BULK: Final = re.compile(rf"{_EVERY}|{_WHOLE_LIST}|(?:the )?(?:rest|remainder)\b")
_PLURAL: Final = re.compile(
    rf"(?:(?:my|the|our|these|those|any|some|of) )*(?P<adjectives>(?:(?!to\b|for\b|"
    rf"about\b)[\w'-]+ ){{0,3}}?){PLURAL_NOUN}(?![\w'])(?! (?:reminder|task|item|alert|entry|event|"
    rf"list)\b)(?P<rest>.*)$"
)
_ONES: Final = re.compile(
    r"(?:all )?(?:of )?(?:the |my )?(?P<kind>over-?due|late|finished|completed|done|open|unfinished|undated|repeating|"
    r"recurring|(?:high|low|medium)[- ]priority) ones"
)
_NOTHING: Final = re.compile(
    rf"(?:(?:{DET}|one|some|of) )*(?:{TASK_NOUN}|things?|something|one|one of (?:them|my {TASK_NOUN}))?$"
)
_RELATIVE: Final = re.compile(
    r"(?:^|[\s,]+)(?:that (?:is|are|was|were|i|we|has|have)|which (?:is|are|was|were|has)|i (?:made|set|have|"
    r"created|added|had)|due|scheduled|set)(?: (?:due|scheduled|set|for|on|up|at|in|i|the|last|already|there|"
    r"that))*$"
)
# "the reminder I set yesterday" was made then, and is due whenever
_MADE: Final = re.compile(
    rf"(?:^|[\s,]+)(?:that )?(?:i|we) (?:just )?(?:set|made|created|added|put)(?: up| in| down)? {PAST_DAY}$"
)
_EDGE: Final = re.compile(
    r"[\s,]+(?:for|on|at|by|from|due|in|of|as|that|which|to|and|already|scheduled|which is|that is|item|"
    r"after (?:work|school|dinner|lunch|class))$"
)


def read_target(phrase: Phrase, context: Context, *, bulk: bool = True) -> Target:
    """The tasks that a phrase names, the verb already taken off. Without `bulk` a plural is one title all the same."""
    phrase = _spelled_out(phrase.trimmed())
    if pointed := _pointed(phrase, context):
        return pointed
    if (quoted := quoted_title(phrase)) is not None:
        return Target(words=quoted, list=take_list(phrase, context.lists)[0])
    if (known := _known(phrase, context)) is not None:
        return Target(words=known)
    name, rest, mentioned = take_list(phrase, context.lists)
    if mentioned and (
        not rest
        or rest.low
        in ("that are", "all the", "whatever is", "what is", "what's", "all that is", "stuff", "all the stuff")
    ):
        return Target(filter=Filter(list=name), bulk=True, list=name)
    if mentioned and (pointed := _pointed(rest, context)):
        return replace(pointed, list=name)
    for pattern, pick in _PICKS:
        if pattern.match(rest.low):
            return Target(pick=pick, list=name)
    if bulk and (found := _bulk(phrase, rest, context)):
        return found
    if _NOTHING.fullmatch(rest.low):
        return Target(list=name)
    return _worded(rest, context, name)


def _spelled_out(phrase: Phrase) -> Phrase:
    """ "The overdue ones" as "all overdue tasks"."""
    found = _ONES.fullmatch(phrase.low)
    return Phrase.of(f"all {found['kind']} tasks") if found else phrase


def _pointed(phrase: Phrase, context: Context) -> Target | None:
    return resolve(phrase.low, context) or literal_id(phrase) or _explained_id(phrase)


def _explained_id(phrase: Phrase) -> Target | None:
    """An id with what it stands for in brackets: "task 0192aa7e ("Weekly review")"."""
    bracket = phrase.low.find(" (")
    return literal_id(phrase.cut(0, bracket)) if bracket > 0 and phrase.low.endswith(")") else None


def _known(phrase: Phrase, context: Context) -> str | None:
    """The known title that the phrase spells out: it ends a doubt about what belongs to the title."""
    if not context.titles or len(phrase.low) > 255:
        return None
    bare = phrase.low.removeprefix("the ").removeprefix("my ")
    match = process.extractOne(bare, context.titles, scorer=fuzz.ratio, processor=str.lower, score_cutoff=90)
    return match[0] if match else None


def _bulk(phrase: Phrase, rest: Phrase, context: Context) -> Target | None:
    found = _BULK.match(rest.low) or _BULK.match(phrase.low)
    plural = _PLURAL.match(rest.low)
    if not found and not (plural and _described(plural, rest, context)):
        return None
    if found and found[0] in ("any", "each", "every", "all") and plural is None and "one" in rest.low.split():
        return None
    chosen = read_filter(phrase, context)
    if not found and chosen == Filter(words=chosen.words, list=chosen.list) and chosen.words:
        return None
    return Target(filter=chosen, bulk=True, list=chosen.list)


def _described(plural: re.Match[str], rest: Phrase, context: Context) -> bool:
    """Whether a plural is a description ("the reminders for tomorrow") and not the way to one title ("reminders to
    X")."""
    if set(plural["adjectives"].split()) & (TASK_VERBS - {"work", "test"} | {"my", "the", "our"}):
        return False
    link = re.match(r"\s*(?:to|about|regarding|concerning|named|called|titled|of)\b", plural["rest"])
    if link:
        return False
    return not plural["rest"].strip() or read_filter(rest, context).words is None


def _worded(phrase: Phrase, context: Context, name: str | None) -> Target:
    if made := _MADE.search(phrase.low):
        phrase = phrase.cut(0, made.start())
    whole = _subject(phrase)
    period, words = _undated(whole, context)
    words = _subject(words) if words else words
    if words.low.startswith("'s"):
        words = words.cut(2)
    while words and (edge := _EDGE.search(words.low) or _RELATIVE.search(words.low)):
        words = words.cut(0, edge.start())
    if _NOTHING.fullmatch(words.low) and words.low not in ("chores", "errands"):
        return Target(due_on=period, list=name, full_words=whole.text if period and whole else None)
    if pointed := _pointed(words, context):
        return replace(pointed, due_on=period, list=name)
    full = whole.text if whole.text != words.text else None
    if (quoted := quoted_title(words)) is not None:
        return Target(words=quoted, due_on=period, list=name)
    return Target(words=words.text, full_words=full, due_on=period, list=name)


def _subject(phrase: Phrase) -> Phrase:
    """The words of a title in a noun phrase: "my reminder to X", "the X task", "the X"."""
    phrase = phrase.trimmed()
    if found := _HEAD.match(phrase.low):
        inner = phrase.cut(found.start("words"))
        return (
            _subject(inner)
            if re.match(rf"(?:{DET} )?(?:{STRONG_NOUN}) (?:about|to|for)\b", inner.low)
            else _without_article(inner)
        )
    bare, phrase = phrase, _without_article(phrase)
    # "The blue one" is a way of saying "blue"; "note one" is a title.
    numbered = bare == phrase and phrase.low.endswith(" one")
    if (found := _TAIL.match(phrase.low)) and not numbered:
        phrase = phrase.cut(0, found.end("words"))
        # "The weekly yoga reminder" repeats; "the weekly report" is called so.
        repeated = _REPEATED.match(phrase.low)
        return phrase.cut(repeated.end()) if repeated else phrase
    return phrase


def _without_article(phrase: Phrase) -> Phrase:
    found = _LEADING.match(phrase.low)
    return phrase.cut(found.end()) if found else phrase


def _undated(phrase: Phrase, context: Context) -> tuple[Period | None, Phrase]:
    """The day that a phrase names as a hint of when its task is due, and the phrase without date words."""
    reading = read(phrase.text, context.now)
    if reading.due is None and reading.rrule is None:
        period, rest = take_period(phrase, context)
        return period, rest
    period = Period(reading.due.date, reading.due.date) if reading.due is not None and reading.rrule is None else None
    return period, Phrase.of(reading.rest).trimmed()
