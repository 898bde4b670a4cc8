"""Sentences that look at tasks: show, search, count, "what do I have to do", "is milk on my list", "when is …"."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.courtesy import without_now, without_wish
from todo.interpreter.filters import read_filter, take_period
from todo.interpreter.lexicon import ALIEN, DET, LIST_NOUN, SHOW_VERB, STRONG_NOUN, TASKS, TODO, starting
from todo.interpreter.phrase import MASK, Phrase
from todo.interpreter.plan import Filter, List
from todo.interpreter.questions import COUNT, DOING, OTHER_LIST, parse_question, uncreated
from todo.interpreter.scope import bare_list, find_list, take_list
from todo.interpreter.whether import CHECK, read_whether

_SHOW: Final = starting(
    rf"(?P<verb>{SHOW_VERB}|showing|listing|shwo|dispaly)(?: (?:me|us|to me|back|out|again|through|off|aloud|"
    rf"out loud|over|up))*"
)
_LISTS: Final = re.compile(
    r"(?:(?:show|what|list|tell|see|display|which|name|how many|give|view|count|are there|do i have|"
    r"read)\b.*\b(?:my |the |all |of |are |any |other |different |do i have |tasks )*lists(?: (?:do i have|"
    r"are there|i have|have i got|i've made|exist))?|count how many tasks are in each (?:project|list))$"
)
_NEXT: Final = re.compile(
    r"(?:what(?:'s|s| is| do i (?:have|do|need to do)| should i (?:do|work on|be doing))?|show(?: me)?|"
    r"tell me(?: what(?:'s| is))?|which)? ?(?:is |task is )?(?:the |my )?(?:up )?(?:next|first)(?: (?:up|task|"
    r"thing|item|reminder|todo|to-do|one|event|alert|on (?:my|the) (?:\w+ ){0,2}(?:list|agenda)|to do|"
    r"on the agenda))*$"
)
_NOUN_ONLY: Final = re.compile(
    rf"(?:(?:{DET}|just|only|full|whole|entire|complete|current|open|pending|finished|completed|done|overdue|"
    rf"unfinished|today's|tomorrow's|upcoming|high priority|shopping|grocery|work|home|personal|family|"
    rf"the) )*(?:{TODO} lists?|tasks|{TODO}|reminders|(?:[\w-]+ )?lists?|chores|agenda|overdue|alerts|"
    rf"what's due|due)\b(?P<rest>.*)$"
)
# "remind me when the parcel arrives"
_OCCASION: Final = re.compile(r"when (?!(?:is|are|do|does|am|was|were)\b)")
_FINDING: Final = ("show", "find", "list", "display", "search", "search for", "look for", "look up")
# "find everything about curtains"
_ALL_ABOUT: Final = re.compile(r"(?:everything|anything|all(?: of it)?) (?:about|with|mentioning|containing|on) ")
_WEB: Final = re.compile(r"\b(?:google|web|internet|online|near)\b")
_ABOUT: Final = re.compile(r"(?:what|how) about (?:my |the |on |for )?(?P<what>.+)$")
_MY_IS: Final = re.compile(
    rf"(?:my|the|our) (?:[\w-]+ ){{0,3}}?(?:{LIST_NOUN}|{TODO}|reminders|tasks)\b.*\b(?:is what|are what|"
    rf"contains? what|has what|says what|have what|what is it|looks like)$"
)


def parse_list(phrase: Phrase, context: Context) -> List | None:
    """What a command or question looks at, or nothing when it is about something else than tasks."""
    asked = _looked_at(phrase, context)
    if asked is not None and asked.filter.words in ("chore", "errand"):
        # To look at, every task is a chore; to delete "all chores" it is not.
        return replace(asked, filter=replace(asked.filter, words=None))
    return asked


def _looked_at(phrase: Phrase, context: Context) -> List | None:
    phrase = without_now(phrase)
    if len(phrase.low) > 400:
        return None
    if re.fullmatch(r"what(?:'s|s| is| are)? (?:on|in) (?:it|there|them)", phrase.low):
        return List()
    if re.fullmatch(
        r"(?:what(?:'s|s| is) |show me )?(?:overdue|due|pending|left|open|outstanding|today|tomorrow|"
        r"this week)(?: (?:today|tomorrow|this week|tasks))?",
        phrase.low,
    ):
        return List(read_filter(phrase, context))
    if _LISTS.match(phrase.low) and not OTHER_LIST.search(phrase.low):
        return List(asked="lists")
    if (
        _NEXT.fullmatch(phrase.low)
        and re.search(r"\b(?:next|first)\b", phrase.low)
        and not OTHER_LIST.search(phrase.low)
    ):
        name = take_list(phrase, context.lists)[0]
        return List(Filter(list=name, limit=1))
    if (found := _ABOUT.match(phrase.low)) and (TASKS.search(phrase.low) or find_list(phrase, context.lists)):
        return List(read_filter(phrase.cut(found.start("what")), context))
    wished = without_wish(phrase)
    for start in (phrase, wished) if wished else (phrase,):
        if (asked := _shown(start, context) or parse_question(start, context)) is not None:
            return asked
    if _MY_IS.match(phrase.low):
        mention = bare_list(phrase)
        return List(Filter(list=mention.name if mention else None))
    if (found := _NOUN_ONLY.match(phrase.low)) and _is_description(phrase, found["rest"], context):
        return List(read_filter(phrase, context))
    return None


def _is_description(phrase: Phrase, rest: str, context: Context) -> bool:
    if ":" in rest or OTHER_LIST.search(phrase.low):
        return False
    _, undated = take_period(phrase, context)
    left = (
        undated.low[len(undated.low) - len(rest.strip()) :]
        if rest.strip() and undated.low.endswith(rest.strip())
        else re.sub(
            r"^.*\b(?:lists?|tasks|reminders|dos|do|todo|todos|agenda|overdue|chores|alerts)\b", "", undated.low
        )
    )
    return not re.sub(
        r"\b(?:for|on|about|in|please|left|due|of|my|the|work|home|shopping|regarding .*|this|to do|with .*|"
        r"that are .*|tagged .*|by|again)\b|\W",
        "",
        left,
    )


def _shown(phrase: Phrase, context: Context) -> List | None:
    found = _SHOW.match(phrase.low)
    if found is None or OTHER_LIST.search(phrase.low):
        return None
    rest = phrase.cut(found.end())
    if found["verb"] == "remind me" and _OCCASION.match(rest.low):
        return None
    if (inner := parse_question(rest, context)) is not None:
        return inner
    if (check := CHECK.match(phrase.low)) and (TASKS.search(phrase.low) or find_list(phrase, context.lists)):
        return read_whether(
            Phrase.of(check["what"] if MASK not in phrase.low else phrase.cut(check.start("what")).text),
            phrase,
            context,
        )
    if found["verb"].split()[0] in ("get", "give", "bring", "provide", "send", "open", "pull", "name") and re.match(
        r"(?:me )?(?:a|an|another|some) (?!(?:list|rundown|run down|summary|overview|count|look|recap|peek|"
        r"update|full list|breakdown)\b)",
        rest.low,
    ):
        return None
    if (
        found["verb"] in ("get", "pull", "open", "name", "state", "bring me", "provide", "print")
        and find_list(rest, context.lists)
        and not re.match(r"(?:my|the|all|our|what|every)", rest.low)
    ):
        return None
    about = (
        TASKS.search(rest.low)
        or DOING.search(rest.low)
        or find_list(rest, context.lists)
        or (found["verb"] in _FINDING and _ALL_ABOUT.match(rest.low))
    )
    if rest.low in (
        "all",
        "everything",
        "it all",
        "them",
        "them all",
        "all of them",
        "it",
        "more",
        "the rest",
        "",
    ) and found["verb"] in (
        "show",
        "list",
        "display",
        "view",
        "see",
        "read",
        "list out",
        "read back",
        "read out",
        "recap",
    ):
        return List() if rest or found["verb"] in ("list", "show") else None
    if found["verb"].startswith("search") and rest and not ALIEN.search(rest.low) and not _WEB.search(rest.low):
        return List(read_filter(rest, context))
    if not about:
        if found["verb"] in (
            "show",
            "list",
            "display",
            "view",
            "find",
            "search",
            "search for",
            "look for",
            "look up",
        ) and _tasky(rest, context):
            return List(read_filter(rest, context))
        return None
    if ALIEN.search(rest.low) and not re.search(rf"\b(?:{STRONG_NOUN}|{LIST_NOUN}|notes)\b", rest.low):
        return None
    if re.match(r"(?:tell|say|give|get|know|speak|state|explain|share|find|name)", found["verb"]) and not re.search(
        r"^(?:everything|anything|all) |"
        rf"\b(?:{STRONG_NOUN}|{LIST_NOUN}|agenda|chores|items?|things|entries|notes)\b|what|overdue",
        rest.low,
    ):
        return None
    if found["verb"] in ("remind me",) and not re.match(
        r"(?:what|which|how|who|when|where|of (?:what|all|my (?:tasks|to|todo|list))|(?:my|the|all) .*(?:tasks|"
        r"to-?dos|list)$)",
        rest.low,
    ):
        return None
    counting = bool(COUNT.match(phrase.low))
    chosen = read_filter(uncreated(rest), context)
    return List(chosen, asked="count" if counting else "tasks")


def _tasky(rest: Phrase, context: Context) -> bool:
    """Whether what is to be shown can only be tasks, though no word says so: a status, or just a day."""
    chosen = read_filter(rest, context)
    plain = chosen.words is None
    return plain and any((chosen.overdue, chosen.status, chosen.tag, chosen.priority, chosen.period, chosen.list))
