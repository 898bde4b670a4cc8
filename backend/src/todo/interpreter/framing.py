"""The frames of a command to add and the content inside: "remind me to …", "create a task called …", "put … on"."""

import re
from typing import Final

from todo.interpreter.lexicon import (
    ADD_VERB,
    ALIEN_PLACE,
    DEICTIC_MEDIA,
    DET,
    MAKE_VERB,
    STRONG_NOUN,
    one_of,
    starting,
    word_set,
)
from todo.interpreter.phrase import Phrase

# "me", "me and Emma", "my wife and me"
_ME: Final = r"(?: me| us| myself)(?: and (?:my )?[\w'-]+(?= (?:to|about|of|that)\b))?"
_AND_ME: Final = r"remind (?:my |the )?[\w'-]+(?:,? [\w'-]+){0,2},? and (?:me|i|myself)"
_I: Final = r"(?:i|we)"
# "remind me", "text me", "keep reminding me"
_TELL: Final = (
    rf"(?:remind|remember|notify|alert|ping|nudge|prompt|tell|text|warn){_ME}(?: again| please)?|"
    rf"reminding{_ME}|(?:be )?reminded|remember|keep reminding me|nag me|help me remember"
)
# "don't let me forget", "I can't forget", "make sure I remember"
_NOT_FORGET: Final = (
    rf"(?:don'?t|do not) (?:let (?:me|us) )?forget|(?:make sure|ensure)(?: that)? {_I} "
    r"(?:(?:don't|do not) forget|remember)|"
    rf"{_I} (?:can'?t|cannot|can not|must not|mustn'?t|shouldn'?t|don'?t want to|do not want to) forget|"
    rf"{_I} (?:must|have to|need to) (?:not forget|remember)"
)
# "text me a reminder", "send me an alert"
_WAKE: Final = rf"(?:wake|hit|ping){_ME}(?: up)? with (?:a |an )?(?:reminders?|alerts?)"
_SEND: Final = rf"(?:text|send|shoot|give){_ME} (?:a |an )?(?:quick )?(?:reminders?|alerts?|notification)"
_REMIND: Final = re.compile(
    rf"(?:{_AND_ME}|{_SEND}|{_WAKE}|{_TELL}|{_NOT_FORGET})(?!\w)"
    r"(?P<to>(?: (?:to|that|about|of|on|for|regarding|with))?)(?!\w)[\s,:]*"
)
_TOLD_OTHERWISE: Final = re.compile(
    r"(?:tell|text|warn|alert|notify|ping|prompt) (?:me|us)(?! (?:to|that i|an? (?:reminder|alert)) )"
)
# "remind me what's on my list" asks.
_ASKS: Final = re.compile(
    r"(?:remind me|tell me)(?: again)?(?: of| about)? (?:what|which|how|who|where|whether|if(?! i)|"
    r"when (?:is|are|do|does)|all (?:of )?my|my (?:tasks|reminders|to-?dos))\b"
)
# "when I get home to feed the cat": the occasion goes behind what is to be done
_WAITING: Final = re.compile(
    r"(?P<until>(?:when|once|after|before|as soon as|if|next time|the next time) (?:i|we)(?:'m)? .{2,60}?),? "
    r"to (?P<what>(?!(?:the|my|our|a|an|his|her|their|work|school|bed|town|church)\b)[a-z]+ )"
)
_NOUN: Final = rf"(?:{STRONG_NOUN}|items?|entry|entries|chores?|errands?|notes?|events?)"
# In "add mark all tasks as done" the words before "tasks" are the title's own.
_NO_ADJECTIVE: Final = one_of(
    "to", "for", "my", "on", "the", "of", "and", "about", "in", "all", "every", "mark", "delete", "remove", "complete",
    "finish", "clear", "cancel", "move", "change", "update", "show", "do", "check", "review", "sort", "erase", "rename",
)  # fmt: skip
_NEW: Final = rf"(?:(?:{DET}|new|quick|additional|extra|one|two|three|four|five|more|\d) )*"
_CALLED: Final = r"called|named|titled|entitled|labell?ed|saying"
_LINK: Final = (
    rf"\s*(?::|-(?= )|,)|(?: set(?: up)?)?(?: for me)? (?:to|for|about|that|of|on|{_CALLED}|which|regarding|"
    r"concerning|reminding me|with|in|at|by|where|when)(?!\w)"
)
# "create a new task called", "set up a quick reminder for me to", "new task:"
_MAKE: Final = re.compile(
    rf"(?P<verb>{MAKE_VERB}(?: (?:me|us|up|in|down))?(?= ))?\s*(?P<new>{_NEW})"
    rf"(?P<adjective>(?:(?!{_NO_ADJECTIVE}\b)[\w'-]+ ){{0,3}}?)"
    rf"(?P<noun>{_NOUN})(?: (?:items?|entry|entries|alerts?|alarm|reminders?|tasks?))?(?![\w'])"
    rf"(?P<link>(?:{_LINK})?)\s*"
)
_PLAIN_ADJECTIVES: Final = word_set(
    "new quick daily weekly monthly yearly annual hourly another simple friendly single recurring repeating "
    "important urgent high low medium priority following little short brief personal other second general big "
    "small to do todo list task separate upcoming different custom biweekly everyday nightly specific special "
    "these some to-do reminder"
)
_OWNED: Final = re.compile(r"\b(?:my|the|this|that|all|your|these|those)\b")
# Of something else than a new task, unless it is a reminder: "give me a task", "open the items".
_GIVING: Final = frozenset(("give", "get", "have", "open", "put", "place", "send"))
_NEEDS_LIST: Final = word_set(
    "put place throw stick get have set list leave save track type pop toss slap tack enter register write "
    "include attach mark insert record"
)
_WRITING: Final = frozenset(("jot down", "note down", "write down", "put down", "pencil in"))
_ADD: Final = starting(rf"(?P<verb>{ADD_VERB}|adding|addd|ad)")
_COMMAND_LATER: Final = re.compile(r"\b(?:remind me|add|set|create|make|put|remember to|don'?t forget)\b")


def frames(phrase: Phrase) -> bool:
    """Whether any frame may begin the phrase, a date before it allowed: spares other sentences the date grammar."""
    opened = any(pattern.match(phrase.low) for pattern in (_REMIND, _MAKE, _ADD))
    return opened or bool(_COMMAND_LATER.search(phrase.low[:60]))


def reminded(phrase: Phrase) -> Phrase | None:
    """The content of "remind me to …" and its kin."""
    found = _REMIND.match(phrase.low)
    if found is None or _TOLD_OTHERWISE.match(phrase.low) or _ASKS.match(phrase.low):
        return None
    content = phrase.cut(found.end())
    if waiting := _WAITING.match(content.low):
        content = Phrase.of(f"{content.text[waiting.start('what') :]} {content.text[: waiting.end('until')]}")
    return content


def made(phrase: Phrase, *, wished: bool = False) -> Phrase | None:
    """The content of "create a task …", "set a reminder …", "new task: …"; empty when it has none."""
    found = _MAKE.match(phrase.low)
    if found is None:
        return None
    rest, linked = phrase.cut(found.end()), found["link"].strip()
    adjective = phrase.part(found, "adjective")
    extra = [word for word in adjective.low.split() if word not in _PLAIN_ADJECTIVES]
    if not found["verb"]:
        introduced = wished or ":" in linked or "new" in found["new"] or linked in ("to", "about", "called", "named")
        if not introduced or extra or (not wished and _OWNED.search(found["new"])):
            return None
    elif found["verb"].split()[0] in _GIVING and "reminder" not in found["noun"]:
        return None
    if "event" in found["noun"] and (linked not in ("for", "to", "called", "named", "about", ":") or not found["verb"]):
        return None
    if extra and rest.low.isdecimal() and found["verb"]:  # "add work task 1" names one
        return phrase.cut(found.end("verb"))
    return adjective if not rest and extra else rest


def added(phrase: Phrase, *, listed: bool) -> Phrase | None:
    """The content of "add …", "put … on the list"; `listed` when a list was mentioned."""
    found = _ADD.match(phrase.low)
    if found is None:
        return None
    if found["verb"].split()[0] in _NEEDS_LIST and not listed and found["verb"] not in _WRITING:
        return None
    if not listed and (DEICTIC_MEDIA.match(phrase.low[found.end() :]) or ALIEN_PLACE.search(phrase.low[:200])):
        return None
    return phrase.cut(found.end())


def readded(content: Phrase) -> Phrase:
    """What "remind me to add laundry to my list" wants on the list: the laundry, not a task about adding it."""
    inner = _ADD.match(content.low)
    return content.cut(inner.end()) if inner and inner["verb"] in ("add", "put") else content
