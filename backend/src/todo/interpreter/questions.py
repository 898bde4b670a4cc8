"""Questions about tasks: "what do I have to do", "how many …", "is milk on my list", "when is …"."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.filters import read_filter
from todo.interpreter.lexicon import ALIEN, PAST_DAY, TASKS, TODO
from todo.interpreter.open_questions import parse_open_question
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Asked, Filter, List
from todo.interpreter.scope import find_list
from todo.interpreter.whether import parse_whether

_TO_DO: Final = (
    r"(?: to (?:do|get done|buy|get|complete|finish|accomplish|work on|take care of|remember)| left| due| planned|"
    r" scheduled| coming up| going on| today| tomorrow| this week| at the store)"
)
_DO: Final = r"(?:do|get done|finish|complete|be doing|work on|take care of|accomplish|buy)"
# "do I have to do", "should I work on"
_DO_I: Final = (
    rf"(?:do|should|must|can) (?:i|we) (?:still )?(?:(?:have|need){_TO_DO}|"
    r"do|work on|focus on|complete|finish|accomplish|tackle|buy|be doing)\b"
)
# "I'm supposed to do", "I still have to finish"
_I_MUST: Final = rf"(?:i|we)(?:'ve| have|'m| am| should| need| must| gotta)*(?: still| got| supposed)*(?: to)? {_DO}\b"
# "is due", "are on my plate"
_IS_OPEN: Final = (
    r"(?:is|are|'s|s) (?:still )?(?:due|left|overdue|pending|next|outstanding|open|remaining|upcoming|planned|"
    r"on my (?:plate|schedule|agenda|calendar|docket))\b"
)
# "I get done", "did I already finish"
_GOT_DONE: Final = (
    r"(?:i|we) (?:get|got|have) done|(?:did|have) (?:i|we) (?:already )?"
    r"(?:get done|gotten done|complete[d]?|finish(?:ed)?|accomplish(?:ed)?|do(?:ne)?)\b"
)
_DUE: Final = (
    r"over-?due|past due|need(?:s)? (?:to be done|my attention|doing)|to be done|coming up|up next|"
    r"due (?:today|tomorrow|this|next|on|by|soon)"
)
# What is to be done, without a word for tasks
DOING: Final = re.compile(
    rf"\b(?:{_DO_I}|{_I_MUST}|left to do|remind me (?:about|of|to do)$|supposed to remember|{_IS_OPEN}|"
    rf"on my (?:plate|agenda|docket)|{_GOT_DONE}|{_DUE}|{TODO})"
)
_QUESTION: Final = re.compile(
    r"(?P<word>what(?:'s|s| is| are| were| was| all| else)?|which|when(?:'s|s| is| are| do| does)?|where(?:'s|"
    r"s| is| are)?|who(?:m)?|how (?:many|much)|how(?:'s| is| does) (?=my)|do (?:i|we|you)|did (?:i|we|you)|"
    r"have (?:i|we|you)|am i|are (?:there|we)|is there|are|is|was|were|has|had|any|got|anything|does|isn't|"
    r"aren't|there(?:'s| is| are)|don't i have|whats)(?![\w])\s*"
)
_NOTED: Final = (
    r"(?:have|need|put|add|include|write|list|got|see|set|remember to (?:put|add)|schedule|ask you to (?:add|put)|make|"
    r"forget|tell you)"
)
# "did I already put", "have we got", "is there any"
_WHETHER: Final = re.compile(
    rf"(?:(?:do|did) (?:i|we|you)(?: already| still| also)? {_NOTED}|"
    r"have (?:i|we|you)(?: already)? (?:got|added|put|listed|included|written|set|gotten)?|"
    r"(?:is|are|was|were|isn't|aren't)(?: there)?|has|does|don't i have)"
    r"(?: (?:there|any|some|a|an|the|already|still|currently|up|down|me))*\s*(?P<what>.*)$"
)
_SUPPOSED: Final = r"(?:do i (?:have|need)|am i (?:supposed|meant)) to(?: be (?:at|in))?"
# "when is the piano tuner", "what time am I supposed to be at the gym"
_WHEN: Final = re.compile(
    rf"(?:when(?:'s|s| is| are| was| {_SUPPOSED}| should i| does| will| did)?|"
    rf"what (?:time|day|date) (?:is|are|does|{_SUPPOSED})|at what time (?:is|do i))\s+(?P<what>.+)$"
)
_MY_TIME: Final = re.compile(r"(?:when|what (?:time|day|date)) (?:am i (?:supposed|meant) to|do i (?:have|need) to) ")
_DID_I: Final = re.compile(
    r"\b(?:did|have) (?:i|we) (?:already )?(?:get done|got(?:ten)? done|complete|finish|accomplish|do|done)"
)
COUNT: Final = re.compile(
    r"(?:count|how many|(?:tell|show|give) me (?:how many|the (?:number|count|total))|what(?:'s| is) (?:the|"
    r"my) (?:number|count|total)|(?:the )?number of|do you know how many|how much)\b"
)
OTHER_LIST: Final = re.compile(
    r"\b(?:playlists?|email|e-mails|contacts?|flights?|restaurants?|songs?|movies|ingredients|transactions?|"
    r"holidays|alarms?|songs|news|states|countries|guest list|contact list|wait ?list)\b"
)
# "I created yesterday": no day on which anything is due
_CREATED: Final = re.compile(
    r"\b(?:that |did )?(?:i|we)(?: have|'ve)? (?:just )?(?:created|made|added|add|create|set(?: up)?|put(?: down)?|"
    rf"entered|wrote|had)(?! (?:on|to|in|for)\b)(?: {PAST_DAY})?"
)


def uncreated(phrase: Phrase) -> Phrase:
    found = _CREATED.search(phrase.low)
    return phrase.without(found.start(), found.end()) if found else phrase


def parse_question(phrase: Phrase, context: Context) -> List | None:
    """A question about tasks."""
    found = _QUESTION.match(phrase.low)
    if (
        COUNT.match(phrase.low)
        and not OTHER_LIST.search(phrase.low)
        and (TASKS.search(phrase.low) or DOING.search(phrase.low))
        and not re.search(r"\b(?:credit|card|points|account)\b", phrase.low)
    ):
        counted = COUNT.match(phrase.low)
        rest = phrase.cut(counted.end()) if counted else phrase
        deeds = _undone(rest) if _DID_I.search(phrase.low) else rest
        return List(_done_by_me(read_filter(uncreated(deeds), context), phrase), asked="count")
    if re.match(r"what\b.*\bremind me(?: about| of| to do)?(?: today| tomorrow)?$", phrase.low):
        return List()
    if (open_question := parse_open_question(phrase, context)) is not None:
        return open_question
    on_list = parse_whether(phrase, context)
    if on_list is not None:
        return on_list
    if found is None or OTHER_LIST.search(phrase.low):
        return None
    noun = TASKS.search(phrase.low) is not None or find_list(phrase, context.lists) is not None
    if (
        (when := _WHEN.match(phrase.low))
        and (noun or _mine(when["what"], context) or _MY_TIME.match(phrase.low))
        and not ALIEN.search(phrase.low)
    ):
        what = phrase.cut(when.start("what"))
        return List(
            read_filter(
                Phrase.of(
                    re.sub(r"\s*\b(?:due|scheduled|set for|set|happening|supposed to (?:be|happen))$", "", what.text)
                ),
                context,
            ),
            asked="when",
        )
    if ALIEN.search(phrase.low) and not noun:
        return None
    if not noun and not DOING.search(phrase.low):
        return None
    return _answer(phrase, found, context, noun=noun)


def _answer(phrase: Phrase, found: re.Match[str], context: Context, *, noun: bool) -> List | None:
    word, rest = found["word"], phrase.cut(found.end())
    asked: Asked = "tasks"
    if re.match(r"do|did|have|is|are|was|were|has|any|there|got|anything|am|does|had", word):
        whether = _WHETHER.match(phrase.low)
        rest = phrase.cut(whether.start("what")) if whether else rest
        asked = "whether"
        if not noun and not re.search(r"\b(?:due|overdue|left|anything|pending|to do|need)\b", phrase.low):
            return None
    if not noun and re.search(r"\b(?:you|he|she|they|one|people|someone|know|it|think|mean)\b", phrase.low):
        return None
    chosen = read_filter(uncreated(_undone(rest)), context)
    return List(_done_by_me(chosen, phrase), asked=asked)


def _done_by_me(chosen: Filter, phrase: Phrase) -> Filter:
    """ "What did I finish" asks for what is done."""
    return replace(chosen, status="done") if _DID_I.search(phrase.low) else chosen


def _undone(phrase: Phrase) -> Phrase:
    """Without "do I have to do" and its kin: they say that tasks are meant, not which."""
    found = DOING.search(phrase.low)
    if found and not re.search(r"due|overdue|pending|open|outstanding|past", found[0]):
        return phrase.without(found.start(), found.end())
    return phrase


def _mine(what: str, context: Context) -> bool:
    return (
        bool(re.match(r"(?:my|our) ", what))
        or any(title.lower() in what for title in context.titles)
        or bool(re.search(r"\bdue$", what))
    )
