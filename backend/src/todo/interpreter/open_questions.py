"""Questions that only tasks can answer though no word says so: "who do I need to call?", "am I busy tomorrow?"."""

import re
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.filters import read_filter, take_period
from todo.interpreter.lexicon import ALIEN, ORDINALS, TASKS, one_of
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Filter, List
from todo.interpreter.scope import take_list
from todo.when import Period

# "what's the third item on my list": the list itself shows it
_PLACED: Final = re.compile(
    rf"what(?:'s|s| is| are) (?:the |my )?(?:(?:{one_of(*ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))(?: (?:item|task|thing|"
    r"one|entry|reminder))?|(?:number|item|task) \w+) (?:on|in|of) "
)
# "did I remember to add figs?"
_DID_ADD: Final = re.compile(
    r"(?:did|have) (?:i|we|you) (?:already |ever )?(?:remember(?:ed)? to )?"
    r"(?:add(?:ed)?|put|write down|written down|note(?:d)?(?: down)?|list(?:ed)?|include(?:d)?) (?P<what>.+?)"
    r"(?: already| yet)?$"
)
# "do I have anything about Priya?"
_ON_THERE: Final = re.compile(r"(?:is|are) (?P<what>(?!there\b).+?) (?:already |still )?on (?:there|it)$")
_ANYTHING: Final = re.compile(
    r"(?:do|did) (?:i|we) have (?:anything|something)(?: on my list)? (?:about|for|with|regarding|to do with) "
    r"(?P<what>.+)$"
)
# "what do I need from the store", "what am I forgetting"
_NEEDED: Final = re.compile(
    r"what(?: else)? (?:do|did) (?:i|we) (?:still )?need (?:from|at) .+|what am i (?:forgetting|missing)(?: .*)?"
)
# "what do I have today"
_HAVE: Final = re.compile(
    r"what(?: all| else)? (?:(?:do|did) (?:i|we) have|have (?:i|we) got)"
    r"(?: (?:on|going on|coming up|planned|scheduled|up))*(?P<on>(?: .*)?)$"
)
# "what do I have to #buy", "what's tagged #buy"
_TAGGED: Final = re.compile(
    r"what(?: all| else)?(?:'s|s| is| (?:do|did) (?:i|we) have| have (?:i|we) got)"
    r"(?: (?:to|tagged|with|under|for|left|as))* #(?P<tag>[\w/-]+)$"
)
# "what's on for tomorrow"
_WHATS_ON: Final = re.compile(r"what(?:'s|s| is) (?:on|happening|going on)(?P<on>(?: for)? .+)$")
# "anything for tomorrow?", "do I have anything left on friday?"
_ANY: Final = re.compile(
    r"(?:is there |do (?:i|we) have |have (?:i|we) got |got )?anything(?: else)?"
    r"(?: (?:left|due|planned|scheduled|on|coming up|going on|happening|to do))*(?: for)?(?P<on>(?: .+)?)$"
)
# "am I late with anything?", "did I miss anything?"
_MISSED: Final = re.compile(
    r"(?:am i|are we) (?:late|behind)(?: (?:with|on) (?:anything|something|any of (?:it|them)))?|"
    r"(?:did|have) (?:i|we) miss(?:ed)? (?:anything|something)|what (?:did|have) (?:i|we) miss(?:ed)?"
)
# "which ones are high priority?", "only the work ones"
_ONES: Final = re.compile(
    r"which (?:ones?|of (?:them|these|those))(?: (?:is|are|do i have))?(?P<which> .+)|"
    r"(?:(?:only|just) )?the (?P<only>.+) ones"
)
# "are there any events on friday?"
_EVENTS: Final = re.compile(
    r"(?:are there|do (?:i|we) have|have (?:i|we) got) any(?: other)? (?:events|appointments|plans|engagements)"
    r"(?P<on>(?: .*)?)$"
)
# "what does my day look like", "how is tomorrow looking", "am I busy on friday"
_STRETCH: Final = (
    r"(?:(?:the )?rest of )?(?:my |the )?(?:day|week|morning|afternoon|evening|weekend|today|tomorrow|\w+day)"
)
_DAY: Final = re.compile(
    rf"(?:what|how)(?:'s|s| is| does| do)? (?P<what>{_STRETCH}) look(?:ing)?(?: like)?(?P<on>.*)|"
    r"am i busy(?P<busy> .*)?"
)
# "who do I need to call"
_WHOM: Final = re.compile(
    r"who(?:m)? (?:do|should|must) (?:i|we) (?:need to |have to )?"
    r"(?P<what>call|email|text|message|phone|ring|meet|contact|pay|visit)(?: .*)?"
)


def parse_open_question(phrase: Phrase, context: Context) -> List | None:
    """Questions without a word for tasks that only tasks can answer."""
    low = phrase.low
    if _PLACED.match(low) and TASKS.search(low) and "first" not in low:
        return List(Filter(list=take_list(phrase, context.lists)[0]))
    if _NEEDED.fullmatch(low):
        return List()
    if found := _TAGGED.match(low):
        return List(Filter(tag=phrase.part(found, "tag").text))
    if found := _HAVE.match(low):
        period, rest = take_period(Phrase.of(found["on"].strip()), context)
        return None if rest else List(Filter(period=period))
    if found := _WHATS_ON.match(low):
        period, rest = take_period(Phrase.of(found["on"].strip()), context)
        return List(Filter(period=period)) if period and not rest else None
    if _MISSED.fullmatch(low):
        return List(Filter(overdue=True), asked="whether")
    if found := _ANY.fullmatch(low):
        period, rest = take_period(Phrase.of(found["on"].strip()), context)
        if period and not rest:
            return List(Filter(period=period), asked="whether")
    if found := _ONES.fullmatch(low):
        chosen = phrase.part(found, "which" if found["which"] else "only")
        name = next((name for name in context.lists if name.lower() == chosen.low), None)
        return List(Filter(list=name) if name else read_filter(chosen, context))
    if found := _EVENTS.match(low):
        return List(Filter(period=take_period(Phrase.of(found["on"].strip()), context)[0]), asked="whether")
    if found := _DAY.fullmatch(low):
        said = found["busy"] or f"{found['what']} {found['on']}"
        period = take_period(Phrase.of(re.sub(r"\bmy (?:day|week)\b", lambda m: f"this {m[0][3:]}", said)), context)[0]
        today = context.now.date()
        return List(Filter(period=period or Period(today, today)))
    if found := _WHOM.fullmatch(low):
        return List(Filter(words=found["what"]))
    if (found := _DID_ADD.match(low) or _ANYTHING.match(low) or _ON_THERE.match(low)) and not ALIEN.search(low):
        name, what, _ = take_list(phrase.part(found), context.lists)
        return List(Filter(list=name, words=read_filter(what, context).words), asked="whether")
    return None
