"""Sentences that add tasks without a command: "we're out of milk", "X should be on my list", "I need to …", bare
titles."""

import re
from typing import Final

from todo.interpreter.adding import read_item
from todo.interpreter.context import Context
from todo.interpreter.courtesy import without_reason
from todo.interpreter.enumeration import items_of
from todo.interpreter.lexicon import ALIEN, APPOINTMENT, LOOSE_VERBS, PLURAL_NOUN, TASK_VERBS, TODO, word_set
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Action, Add, Ask
from todo.interpreter.scope import bare_list, take_list
from todo.interpreter.titles import read_fields, read_timed

_QUESTION: Final = re.compile(
    r"(?:is|are|do|does|did|was|were|what|whats|what's|which|how|has|have|should|can|could|will|would|who|when|"
    r"where|why|whose|am|isn't|aren't|don't|doesn't)\b"
)
_WANTED: Final = re.compile(
    r"(?:(?:i|we)(?:'d| would|'ll| will| really| just| also| must)* (?:need|want|like|have)(?: to (?:have|"
    r"get))?|get|have|make sure|ensure)(?: that)?(?: (?:some|more|any))? (?P<what>(?!to\b|you\b).+?)"
    r"(?: (?:to be |to get |to go |should be |is |are |gets? )?(?P<done>added|put|placed|included|listed|"
    r"written(?: down)?|entered|on there|on it|in there|noted|up|to go|to be))?$"
)
_BELONGS: Final = re.compile(
    r"(?P<what>.+?),? (?:really |also )?(?:needs?|has|have|ought|should|must|shall|is|are|can|could|got|wants?|"
    r"belongs?|goes)(?: to| supposed)*"
    r"(?: also)?(?: be| go| get)?(?: also)?(?: added| put| placed| written(?: down)?| included| entered|"
    r" listed| noted)?$"
)
_LIST_HAS: Final = re.compile(
    r"(?: also| really| still)*,? ?(?:(?:should|needs?|must|ought|has|have|could|would|wants?|requires?|"
    r"is missing|misses|lacks|i need|i want|add)(?: to)?(?: also)?"
    r"(?: use| have| include| contain| get| list| say| show| read)?|is supposed to (?:have|include)|"
    r":)[\s,:]+(?P<what>.+?)(?: (?:(?:added )?(?:on|in|to) (?:it|there)|on|added|listed|too))?$"
)
_UPDATE_LIST: Final = re.compile(r"(?:update|edit|change|modify|revise|amend|expand|extend) ")
_WITH: Final = re.compile(
    r"\s*(?:with|to include|to have|to add|by adding|so (?:that )?it (?:has|includes)|to say|to contain|"
    r"and add|by including|to also include)\s+(?P<what>.+)$"
)
_OUT_OF: Final = re.compile(
    r"(?:i|we|you)(?:'m|'re|'ve| am| are| have|m|re)?(?: (?:all|almost|nearly|just|completely|about|totally|"
    r"also|getting|pretty|clean|fresh|currently))* "
    r"(?:out of|low on|running (?:out of|low on|short on)|ran out of|run out of|short on|short of|"
    r"down to (?:my|our|the) last)\s+(?!(?:town|office|time|ideas|luck|the|here|control|work)\b)"
)
_NEED: Final = re.compile(
    r"(?:i|we)(?: also| really| still| do| will|'ll)* (?:need|require)(?: (?:some|more|another|"
    r"any))*\s+(?!(?:to|you|help|your|it|that|this|them|him|her|know|directions|info|information|advice|ideas|"
    r"someone|something|money)\b|an? \w+ (?:to|that|for)\b)"
)
_MUST: Final = re.compile(
    r"(?:i|we)(?:'ve| also| really| still|'ll| just|'d)* (?:need|have|got|gotta|must|should|ought|better|"
    r"am supposed|'m supposed|plan|forgot)(?: to)?\s+(?:remember to )?"
)
_REMIND_TAIL: Final = re.compile(
    r"[\s,.;]+(?:so |and |can you |could you |please )*(?:remind me(?: to do (?:it|that|so)| of (?:it|that)|"
    r" about (?:it|that))?|set (?:me )?a reminder(?: for (?:it|that|me))?|add (?:it|that))$"
)
_ON_IT: Final = re.compile(
    r"(?P<what>(?!(?:i|we|put|is|are|take|get) )(?:[\w'-]+ ){0,3}[\w'-]+) (?:added|on (?:it|there))$"
)
_NEGATED: Final = re.compile(r"\b(?:doesn'?t|don'?t|not|no longer|never|shouldn'?t|isn'?t|aren'?t)$")
_OBJECTLESS: Final = re.compile(r"(?:it|that|this|me|us|them|up)$")
_WITH_ANYTHING: Final = frozenset(("buy", "call", "pay", "cancel", "renew", "fix"))
# What people tell an assistant to do, never themselves.
_OF_ASSISTANTS: Final = word_set(
    "play skip pause stop turn open switch sing translate roll flip answer increase decrease raise lower mute "
    "unmute resume launch "
    "restart dim brighten tell say define spell calculate convert only sending shut silence reply speak whisper "
    "stream shuffle"
)
_DETERMINER: Final = re.compile(
    r"(?:the|a|an|my|our|your|his|her|this|that|i|you|he|she|it|we|they|there|what|who|how|why|no|yes|not|if|"
    r"some)\b"
)
# "the one on saturday" is an answer, and no title
_POINTING: Final = re.compile(r"(?:the|that|this) (?:other )?ones?")
_CLAUSE: Final = re.compile(
    r"\b(?:is|are|was|were|am|be|been|i'm|it's|that's|you're|you|your|he|she|they|we|do|does|did|don't|doesn't|"
    r"didn't|will|would|can|can't|could|should|has|have|had|i|isn't|won't|turns|seems|likes?|loves?|hates?)\b"
)
# Loose verbs that name an errand all the same.
_CONTACTING: Final = word_set("call text email message phone ring send run take do go get meet")
_ERRANDS: Final = re.compile(
    r"\b(?:milk|bread|eggs|groceries|grocery|homework|laundry|dishes|bills?|rent|report|taxes|tax|birthday|"
    r"anniversary|exam|deadline|oil change|essay|presentation|invoice|passport|chores?|shopping|vacuuming|cleaning)\b"
)


# "take my reminders for tomorrow" begins an act on existing ones
_GATHERING: Final = re.compile(rf"(?:take|get|grab|find) (?:all |my |the |of )+.*\b(?:{PLURAL_NOUN})\b")
# "sort my list": nothing that a task would say
_OF_LIST: Final = re.compile(
    r"(?:edit|sort|update|change|organi[sz]e|fix|manage|modify|rearrange|reorder) (?:my |the |our )(?:\S+ ){0,3}lists?"
)
# "remind Ben to send the invoice": that is the person's to do, so it stays as said
_REMIND_OTHERS: Final = re.compile(r"remind (?!(?:me|us|you)\b)(?:[\w'-]+ ){1,4}?(?:to|about|of|that) \w")


def parse_missing(phrase: Phrase, context: Context) -> tuple[Add, ...] | None:
    """What "we're out of milk" asks for."""
    found = _OUT_OF.match(phrase.low)
    if found is None:
        return None
    name, rest, _ = take_list(phrase.cut(found.end()), context.lists)
    return _items(without_reason(rest), context, Add(list=name), listed=True)


def parse_want(phrase: Phrase, context: Context) -> tuple[Add, ...] | None:
    """The tasks that a statement asks for: something missing, something that belongs on a list, something that must
    be done."""
    if tail := _REMIND_TAIL.search(phrase.low):
        phrase = phrase.cut(0, tail.start())
    if _QUESTION.match(phrase.low) and not re.match(r"have (?!i |we |you )", phrase.low):
        return None
    if (bare := _ON_IT.match(phrase.low)) is not None:
        return _items(phrase.cut(0, bare.end("what")), context, Add(), listed=True)
    if of_list := _of_list(phrase, context):
        return of_list
    if (found := _NEED.match(phrase.low)) and not ALIEN.search(phrase.low):
        what = phrase.cut(found.end())
        if what and len(what.low.split()) <= 6:
            return _items(what, context, Add(), listed=True)
    if (found := _MUST.match(phrase.low)) and (what := phrase.cut(found.end())) and _is_errand(what, context):
        return _items(what, context, Add(), listed=False)
    return None


def _of_list(phrase: Phrase, context: Context) -> tuple[Add, ...] | None:
    """ "My list should have X", "X needs to be on my list", "I want X on my list", "update my list with X"."""
    updating = _UPDATE_LIST.match(phrase.low)
    start = updating.end() if updating else 0
    place = bare_list(phrase.cut(start))
    if place and (place.end < len(phrase.low)):
        tail = Phrase(phrase.text[start + place.end :], phrase.low[start + place.end :])
        found = (_WITH if updating else _LIST_HAS).match(tail.low)
        if found and re.search(rf"list|{TODO}|bag|cart", phrase.low[start : start + place.end]):
            return _items(tail.part(found), context, Add(list=place.name), listed=True)
    name, rest, listed = take_list(phrase, context.lists)
    rest = without_reason(rest)
    if (
        listed
        and rest
        and not _DETERMINER.match(rest.low[:2] if rest.low[1:2] == "'" else "")
        and (found := _BELONGS.fullmatch(rest.low))
        and not _NEGATED.search(found["what"])
    ):
        return _items(rest.part(found), context, Add(list=name), listed=True)
    if (found := _WANTED.fullmatch(rest.low)) and (listed or found["done"] == "added"):
        return _items(rest.part(found), context, Add(list=name), listed=True)
    return None


def _items(content: Phrase, context: Context, draft: Add, *, listed: bool) -> tuple[Add, ...] | None:
    adds = tuple(add for item in items_of(content, listed=listed) for add in read_item(item, context, draft))
    return adds if all(add.title for add in adds) else None


def _is_errand(what: Phrase, context: Context) -> bool:
    verb = what.low.split()[0]
    if verb in TASK_VERBS and verb not in LOOSE_VERBS:
        return True
    timed = read_timed(what, context)
    return (timed.dated or verb in TASK_VERBS) and not ALIEN.search(what.low) and verb not in ("be", "know", "see")


def parse_bare(phrase: Phrase, context: Context) -> tuple[tuple[Action, ...], bool] | None:
    """A title on its own: an imperative or a noun phrase, and whether that is sure. Dated or marked ones and those that
    begin with what people do are; for other short ones the person is asked; questions and statements are none."""
    words = phrase.low.split()
    if not words or _QUESTION.match(phrase.low) or len(phrase.low) > 255:
        return None
    errand = words[0] in TASK_VERBS and len(words) > 1 and not _OBJECTLESS.match(words[1])
    if _GATHERING.match(phrase.low) or _OF_LIST.fullmatch(phrase.low):
        return None
    if _REMIND_OTHERS.match(phrase.low):
        return read_lines(phrase, context), True
    alien = ALIEN.search(phrase.low)
    if errand and words[0] not in LOOSE_VERBS:
        return read_lines(phrase, context), not alien or words[0] in _WITH_ANYTHING
    fields = read_fields(phrase)
    timed = read_timed(fields.rest, context)
    if not timed.rest or _POINTING.fullmatch(timed.rest.low) or _CLAUSE.search(timed.rest.low):
        return None
    marked = bool(fields.tags) or fields.priority is not None
    named = not _DETERMINER.match(words[0]) or words[0] in ("the", "a", "an", "my")
    if marked or (timed.dated and named and not alien):
        return read_lines(phrase, context), not errand or words[0] in _CONTACTING
    if errand and not alien and words[0] in _CONTACTING:
        return read_lines(phrase, context), False
    if not errand and (_ERRANDS.search(phrase.low) or APPOINTMENT.search(phrase.low)) and len(words) <= 6 and not alien:
        return read_lines(phrase, context), False
    quoted = next(phrase.quotes(), None)
    if quoted is not None or (words[0] not in _OF_ASSISTANTS and len(words) <= 6 and not alien and named):
        return _offer(phrase, context)
    return None


def _offer(phrase: Phrase, context: Context) -> tuple[tuple[Action, ...], bool] | None:
    (draft,) = read_item(phrase, context)
    return ((Ask(f"Shall I add “{draft.title}” as a task?", draft),), False) if draft.title else None


def read_lines(phrase: Phrase, context: Context) -> tuple[Add, ...]:
    return tuple(add for item in items_of(phrase, listed=False) for add in read_item(item, context))
