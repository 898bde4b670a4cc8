"""Sentences that look at tasks: show, search, count, "what do I have to do", "is milk on my list", "when is …"."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.courtesy import without_now, without_wish
from todo.interpreter.filters import read_filter, take_period
from todo.interpreter.lexicon import ALIEN, DET, LIST_NOUN, SHOW_VERB, STRONG_NOUN, TODO, starting
from todo.interpreter.phrase import MASK, Phrase
from todo.interpreter.plan import Asked, Filter, List
from todo.interpreter.scope import bare_list, find_list, take_list

_SHOW: Final = starting(
    rf"(?P<verb>{SHOW_VERB}|showing|listing|shwo|dispaly)(?: (?:me|us|to me|back|out|again|through|off|aloud|"
    rf"out loud|over|up))*"
)
_TASKS: Final = re.compile(
    rf"\b(?:{STRONG_NOUN}|(?:check)?lists?|agenda|chores|errands|next actions?|notes?(?= for| on|$)|items?|"
    rf"entries|things to (?:do|get done|buy)|deadlines?)(?![\w'])"
)
_DOING: Final = re.compile(
    rf"\b(?:(?:do|should|must|can) (?:i|we) (?:still )?(?:(?:have|need)(?: to (?:do|get done|buy|get|complete|"
    rf"finish|accomplish|work on|take care of|remember)| left| due| planned| scheduled| coming up| going on|"
    rf" today| tomorrow| this week| at the store)|do|work on|focus on|complete|finish|accomplish|tackle|buy|"
    rf"be doing)\b|(?:i|we)(?:'ve| have|'m| am| should| need| must| gotta)*(?: still| got|"
    rf" supposed)*(?: to)? (?:do|get done|finish|complete|be doing|work on|take care of|accomplish|buy)\b|"
    rf"left to do|remind me (?:about|of|to do)$|supposed to remember|(?:is|are|'s|s) (?:still )?(?:due|left|"
    rf"overdue|pending|next|outstanding|open|remaining|upcoming|planned|on my (?:plate|schedule|agenda|"
    rf"calendar|docket))\b|on my (?:plate|agenda|docket)|(?:i|we) (?:get|got|have) done|"
    rf"(?:did|have) (?:i|we) (?:already )?(?:get done|gotten done|complete[d]?|finish(?:ed)?|accomplish(?:ed)?|"
    rf"do(?:ne)?)\b|over-?due|past due|need(?:s)? (?:to be done|my attention|doing)|to be done|coming up|"
    rf"up next|{TODO}|due (?:today|tomorrow|this|next|on|by|soon))"
)
_QUESTION: Final = re.compile(
    r"(?P<word>what(?:'s|s| is| are| were| was| all| else)?|which|when(?:'s|s| is| are| do| does)?|where(?:'s|"
    r"s| is| are)?|who(?:m)?|how (?:many|much)|how(?:'s| is| does) (?=my)|do (?:i|we|you)|did (?:i|we|you)|"
    r"have (?:i|we|you)|am i|are (?:there|we)|is there|are|is|was|were|has|had|any|got|anything|does|isn't|"
    r"aren't|there(?:'s| is| are)|don't i have|whats)(?![\w])\s*"
)
_WHETHER: Final = re.compile(
    r"(?:(?:do|did) (?:i|we|you)(?: already| still| also)? (?:have|need|put|add|include|write|list|got|see|set|"
    r"remember to (?:put|add)|schedule|ask you to (?:add|put)|make|forget|tell you)|have (?:i|we|"
    r"you)(?: already)? (?:got|added|put|listed|included|written|set|gotten)?|(?:is|are|was|were|isn't|"
    r"aren't)(?: there)?|has|does|don't i have)"
    r"(?: (?:there|any|some|a|an|the|already|still|currently|up|down|me))*\s*(?P<what>.*)$"
)
_CHECK: Final = re.compile(
    r"(?:check|see|verify|confirm|tell me|let me know|look|make sure|double check|find out|know)(?: up|"
    r" out)?(?: (?:on|at|in|through|over|my|the|to|and|do|see|tell|me|list|shopping|grocery|todo|to-do|"
    r"reminders?))*? (?:if|whether|for)\s+(?P<what>.+)$"
)
_WHEN: Final = re.compile(
    r"(?:when(?:'s|s| is| are| was| do i (?:have|need) to| should i| am i (?:supposed|meant) to| does| will|"
    r" did)?|what (?:time|day|date) (?:is|are|do i (?:have|need) to|does|am i supposed to)|at what time (?:is|"
    r"do i))\s+(?P<what>.+)$"
)
_COUNT: Final = re.compile(
    r"(?:count|how many|(?:tell|show|give) me (?:how many|the (?:number|count|total))|what(?:'s| is) (?:the|"
    r"my) (?:number|count|total)|(?:the )?number of|do you know how many|how much)\b"
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
_ABOUT: Final = re.compile(r"(?:what|how) about (?:my |the |on |for )?(?P<what>.+)$")
_OTHER_LIST: Final = re.compile(
    r"\b(?:playlists?|email|e-mails|contacts?|flights?|restaurants?|songs?|movies|ingredients|transactions?|"
    r"holidays|alarms?|songs|news|states|countries|guest list|contact list|wait ?list)\b"
)
_PUT: Final = re.compile(
    r"(?:did|have|had|do|does|has|is|are|was|were) (?:i|we|you)? ?(?:already |also |still )?(?:put|add(?:ed)?|"
    r"listed?|include[d]?|written?|write|placed?|have|need|got|see|set|remember to (?:put|"
    r"add))?\s*(?P<what>.+?)(?: (?:there|listed|already|included|still|currently|on|on it|in it|written|"
    r"present|added|mentioned|to be|up))*$"
)
_MY_IS: Final = re.compile(
    rf"(?:my|the|our) (?:[\w-]+ ){{0,3}}?(?:{LIST_NOUN}|{TODO}|reminders|tasks)\b.*\b(?:is what|are what|"
    rf"contains? what|has what|says what|have what|what is it|looks like)$"
)
_CREATED: Final = re.compile(
    r"\b(?:i|we)(?: have|'ve)? (?:created|made|added|set(?: up)?|put(?: down)?|entered|wrote|had)(?! (?:on|to|"
    r"in|for)\b)"
)


def parse_list(phrase: Phrase, context: Context) -> List | None:
    """What a command or question looks at, or nothing when it is about something else than tasks."""
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
    if _LISTS.match(phrase.low) and not _OTHER_LIST.search(phrase.low):
        return List(asked="lists")
    if _NEXT.fullmatch(phrase.low) and ("next" in phrase.low) and not _OTHER_LIST.search(phrase.low):
        name = take_list(phrase, context.lists)[0]
        return List(Filter(list=name, limit=1))
    if (found := _ABOUT.match(phrase.low)) and (_TASKS.search(phrase.low) or find_list(phrase, context.lists)):
        return List(read_filter(phrase.cut(found.start("what")), context))
    wished = without_wish(phrase)
    for start in (phrase, wished) if wished else (phrase,):
        if (asked := _shown(start, context) or _asked(start, context)) is not None:
            return asked
    if _MY_IS.match(phrase.low):
        mention = bare_list(phrase)
        return List(Filter(list=mention.name if mention else None))
    if (found := _NOUN_ONLY.match(phrase.low)) and _is_description(phrase, found["rest"], context):
        return List(read_filter(phrase, context))
    return None


def _is_description(phrase: Phrase, rest: str, context: Context) -> bool:
    if ":" in rest or _OTHER_LIST.search(phrase.low):
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
    if found is None or _OTHER_LIST.search(phrase.low):
        return None
    rest = phrase.cut(found.end())
    if (inner := _asked(rest, context)) is not None:
        return inner
    if (check := _CHECK.match(phrase.low)) and (_TASKS.search(phrase.low) or find_list(phrase, context.lists)):
        return _whether(
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
    about = _TASKS.search(rest.low) or _DOING.search(rest.low) or find_list(rest, context.lists)
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
        rf"\b(?:{STRONG_NOUN}|{LIST_NOUN}|agenda|chores|items?|things|entries|notes)\b|what|overdue", rest.low
    ):
        return None
    if found["verb"] in ("remind me",) and not re.match(
        r"(?:what|which|how|who|when|where|of (?:what|all|my (?:tasks|to|todo|list))|(?:my|the|all) .*(?:tasks|"
        r"to-?dos|list)$)",
        rest.low,
    ):
        return None
    counting = bool(_COUNT.match(phrase.low))
    chosen = read_filter(_uncreated(rest), context)
    return List(chosen, asked="count" if counting else "tasks")


def _tasky(rest: Phrase, context: Context) -> bool:
    """Whether what is to be shown can only be tasks, though no word says so: a status, or just a day."""
    chosen = read_filter(rest, context)
    plain = chosen.words is None
    return plain and any((chosen.overdue, chosen.status, chosen.tag, chosen.priority, chosen.period, chosen.list))


def _uncreated(phrase: Phrase) -> Phrase:
    found = _CREATED.search(phrase.low)
    return phrase.without(found.start(), found.end()) if found else phrase


def _asked(phrase: Phrase, context: Context) -> List | None:
    """A question about tasks."""
    found = _QUESTION.match(phrase.low)
    if (
        _COUNT.match(phrase.low)
        and not _OTHER_LIST.search(phrase.low)
        and (_TASKS.search(phrase.low) or _DOING.search(phrase.low))
        and not re.search(r"\b(?:credit|card|points|account)\b", phrase.low)
    ):
        counted = _COUNT.match(phrase.low)
        rest = phrase.cut(counted.end()) if counted else phrase
        return List(read_filter(_uncreated(rest), context), asked="count")
    if re.match(r"what\b.*\bremind me(?: about| of| to do)?(?: today| tomorrow)?$", phrase.low):
        return List()
    on_list = _listed_question(phrase, context)
    if on_list is not None:
        return on_list
    if found is None or _OTHER_LIST.search(phrase.low):
        return None
    noun = _TASKS.search(phrase.low) is not None or find_list(phrase, context.lists) is not None
    if (
        (when := _WHEN.match(phrase.low))
        and (
            noun
            or _mine(when["what"], context)
            or re.match(r"when (?:am i (?:supposed|meant) to|do i (?:have|need) to) ", phrase.low)
        )
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
    if not noun and not _DOING.search(phrase.low):
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
    chosen = read_filter(_uncreated(_undone(rest)), context)
    if re.search(
        r"\b(?:did|have) (?:i|we) (?:already )?(?:get done|got(?:ten)? done|complete|finish|accomplish|do|"
        r"done)",
        phrase.low,
    ):
        chosen = replace(chosen, status="done")
    return List(chosen, asked=asked)


def _undone(phrase: Phrase) -> Phrase:
    """Without "do I have to do" and its kin: they say that tasks are meant, not which."""
    found = _DOING.search(phrase.low)
    if found and not re.search(r"due|overdue|pending|open|outstanding|past", found[0]):
        return phrase.without(found.start(), found.end())
    return phrase


def _mine(what: str, context: Context) -> bool:
    return (
        bool(re.match(r"(?:my|our) ", what))
        or any(title.lower() in what for title in context.titles)
        or bool(re.search(r"\bdue$", what))
    )


def _listed_question(phrase: Phrase, context: Context) -> List | None:
    """ "Is X on my list", "did I put X on my list", "do I need X at the store"."""
    shopping = re.fullmatch(
        r"do (?:i|we) (?:still )?need (?:any |more |to (?:buy|get) (?:any |more )?)?(?P<what>.+?)(?: (?:at|"
        r"from) (?:the )?(?:store|shop|supermarket|market|grocery store))?",
        phrase.low,
    )
    if shopping and not re.search(
        r"\b(?:a|an|to|my|visa|passport|shots|vaccin\w*|insurance|reservations?|tires|card)\b", shopping["what"]
    ):
        return List(Filter(words=phrase.text[shopping.start("what") : shopping.end("what")]), asked="whether")
    name, rest, listed = take_list(phrase, context.lists)
    if not listed or not re.match(
        r"(?:is|are|was|were|did|do|does|have (?:i|we|you)|has|had|isn't|aren't)\b", rest.low
    ):
        return None
    found = _PUT.match(rest.low)
    if found is None or re.match(r"(?:there|any|what|anything|it|something)\b", found["what"]):
        return None
    chosen = read_filter(rest.cut(found.start("what"), found.end("what")), context)
    return List(replace(chosen, list=name), asked="whether")


def _whether(what: Phrase, phrase: Phrase, context: Context) -> List:
    inner = _listed_question(Phrase.of("is " + what.text), context)
    if inner is not None:
        return inner
    name, _, _ = take_list(phrase, context.lists)
    has = re.match(
        r"(?:(?:my|the|our) (?:[\w-]+ ){0,3}?(?:list|lists)|there(?: is| are|'s)|i|we|it) ?(?:has|have|"
        r"contains?|includes?|already have|put|added|need|is|are)?\s+(?P<what>.+)$",
        what.low,
    )
    chosen = read_filter(what.cut(has.start("what")) if has else what, context)
    words = (
        re.sub(
            r"\s*\b(?:is|are) (?:listed|there|included|on|on it|in it|already there|present).*$", "", chosen.words or ""
        )
        or None
    )
    place = bare_list(what)
    return List(
        replace(chosen, words=words, list=chosen.list or name or (place.name if place and has else None)),
        asked="whether",
    )
