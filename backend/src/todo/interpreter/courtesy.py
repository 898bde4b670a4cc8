"""The wrapping of a request: greetings, politeness, "can you", "I need you to", "for me"; none of it is content."""

import re
from typing import Final

from todo.interpreter.phrase import Phrase

_NAMES: Final = r"(?:siri|alexa|google|cortana|olly|bot|assistant|computer|chatbot|buddy|dude|there|ai|robot)"
_YOU: Final = r"(?:you|u)"
_CAN: Final = r"(?:can|could|would|will|may|won't|can't|couldn't)"
# "hey Siri", "computer,"
_CALL: Final = (
    rf"(?:hey|hi|hello|ok|okay|yo)(?: {_NAMES})?(?=[ ,!.])(?! no\b)|"
    rf"{_NAMES}(?=[ ,])(?!\s+lists?)(?! (?:to|:))"
)
# "please", "and then", "oh"; "next" before a command
_FILLER: Final = (
    r"(?:please|pls|plz|kindly|pleas|also|and|then|now|well|so|um+|uh+|h+m+|oh|actually|alright|all right|right|sure|"
    r"just|but|plus|finally|first of all|lastly|afterwards|after that|additionally|quickly|simply|maybe|perhaps|great|"
    r"thanks|good|next(?=,| (?:add|remove|delete|create|put|remind|show|mark|move|i|can|please|we)\b))"
    r"(?=[ ,:])(?! (?:task|to-?do|item|reminder|week|month|year|one)\b)|"
    r"(?:sorry|wait|oops|whoops)(?= ?[,.!-])|i (?:mean|meant)(?=,? (?:add|remind|put|delete|remove|move|show)\b)"
)
# "could you please help me to", "can we"
_COULD_YOU: Final = (
    rf"{_CAN} (?:you|u|we|ya|i)(?: please| kindly| possibly| maybe| just| also| mind| help me)*"
    r"(?: (?:help (?:me )?(?:out )?(?:to|by|with)|be so kind as to|be able to|go ahead and|try to|"
    r"have(?= \w+ \w+ed)|be kind enough to|do me a favou?r and))?"
)
# "I'd like you to", "I want my milk removed", "I'd appreciate it if you could"
_I_WISH: Final = (
    rf"(?:i|we)(?: would|'d| really| just| also)* (?:(?:like|want|need|wish|love|have)(?: for)? {_YOU} to|"
    r"(?:like|want|need|wish|love)(?= (?:my|the|all|this|that|every\w*) .*\b\w+ed\b))|"
    r"(?:i|we)(?:'d| would) (?:appreciate|love) (?:it )?if you (?:could|would)"
)
# "would you mind", "is there a way to", "why don't you"
_IS_IT_POSSIBLE: Final = (
    r"do you mind|would you mind|is it possible (?:for you )?to|are you able to|"
    r"is there (?:a|any) way (?:to|you can)|can i (?:get|ask|have) you to|might you|do you think you (?:can|could)|"
    r"how about you|why don't you|you (?:should|can|could|must|need to|have to)"
)
# "go ahead and", "let's", "if you can"
_URGING: Final = (
    r"go ahead and|do me a favou?r(?: and|,)?|be sure to|make sure (?:to|you)|try to|let's|lets|let us|"
    r"let me(?= (?:add|put|create|delete|remove|change|make))|while you(?:'re| are) at it|"
    r"if you (?:can|could|would|don't mind|may|please)|i was wondering if you (?:could|can)|feel free to|proceed to|"
    r"i(?:'?m| am) asking you to"
)
# "you'll add", "help me to", "should milk be removed"
_OTHER_WRAPPING: Final = (
    r"you(?:'ll| will| shall)(?= (?:add|put|update|change|move|delete|remove|mark|remind|set)\b)|i think|i guess|"
    r"help me(?: out)?(?: to| by|)|help(?: to)?(?= (?:remind|remove|delete|add|me|put) )|"
    r"(?:can|could|may|should|would|will)(?= (?:\S+ ){1,6}be (?:\w+ed|taken|put|set)\b)|"
    r"don't forget to(?= (?:add|put|delete|remove|mark) )|time to|for me|as well|my name is \w+"
)
_HEAD: Final = re.compile(
    rf"(?:{_CALL}|{_FILLER}|{_COULD_YOU}|{_I_WISH}|{_IS_IT_POSSIBLE}|{_URGING}|{_OTHER_WRAPPING})[\s,.!:-]+"
)
_GERUNDS: Final = {
    "putting": "put", "adding": "add", "removing": "remove", "deleting": "delete", "taking": "take",
    "changing": "change", "moving": "move", "reminding": "remind",
    "setting": "set", "marking": "mark", "checking": "check", "creating": "create", "making": "make",
    "giving": "give", "showing": "show", "telling": "tell",
    "reading": "read", "crossing": "cross", "erasing": "erase", "clearing": "clear", "including": "include",
    "placing": "place", "updating": "update",
}  # fmt: skip
_GERUND: Final = re.compile(rf"(?:{'|'.join(_GERUNDS)})(?= )")
# "I'd like to", "we need", "need to", "wanna"
_WISH: Final = re.compile(
    r"(?:(?:i|we)(?:'d| would|'ll| will| really| just| also| do|'m|'re)* "
    r"(?:want|like|love|need|have|wish|am going|going|got)(?: to)?|"
    r"(?:(?:i|we)(?:'m|'re| just| really)* )?(?:wanna|gotta|gonna|need to|want to|have to)) "
)
_THANKS: Final = r"thanks(?: a lot| so much| you)?|thank you(?: very much| so much)?|thx|cheers"
_AT_ONCE: Final = r"right away|asap please|immediately|at once|if possible|when you (?:can|get a chance)"
# "…, would you please?", "… if you can, thanks"
_TAIL: Final = re.compile(
    rf"[\s,.!?-]*(?:\b(?:please|pls|plz|ok|okay|{_THANKS}|for me|if you (?:can|could|would|don't mind|please)|"
    rf"(?:will|would|could|can|won't) you|{_AT_ONCE}|as well|too|ta|btw|by the way|"
    rf"just this once|(?<!at )this time|my friend|buddy|alexa|siri|google|olly))[\s,.!?]*$"
)
_REASON: Final = re.compile(
    r"[\s,]+(?:be)?(?:cause|cuz|coz|since|as) (?:i'm|i am|we're|we are|i|we|it's|it is)\b[^.\n]{0,80}$|"
    r", (?:i|we)(?: (?:already|still))?(?:'ve| have| don'?t| do not| can'?t| no longer)\b[^.,\n]{0,60}$"
)
_TAIL_NOW: Final = re.compile(
    r"[\s,]*\b(?:now|actually|after all|right now|currently|at the moment|at present|"
    r"(?:(?<=tasks )|(?<=list ))first)[\s,.!?]*$"
)


def unwrap(phrase: Phrase) -> Phrase:
    """The phrase without courtesies at its beginning and end; "would you mind adding" becomes "add"."""
    phrase = phrase.trimmed()
    while found := _HEAD.match(phrase.low):
        shorter = phrase.cut(found.end())
        if not shorter:
            break
        phrase = shorter
        if gerund := _GERUND.match(phrase.low):
            phrase = Phrase.of(_GERUNDS[gerund[0]] + phrase.text[gerund.end() :])
    return without_tail(phrase)


def without_tail(phrase: Phrase) -> Phrase:
    while found := _TAIL.search(phrase.low, max(0, len(phrase.low) - 120)):
        if found.start() == 0:
            break
        phrase = phrase.cut(0, found.start())
    return phrase


def without_wish(phrase: Phrase) -> Phrase | None:
    """What follows "I want to", "I need to", "I'd like to"; nothing when no wish is said."""
    found = _WISH.match(phrase.low)
    return phrase.cut(found.end()) if found else None


def without_now(phrase: Phrase) -> Phrase:
    found = _TAIL_NOW.search(phrase.low, max(0, len(phrase.low) - 30))
    return phrase.cut(0, found.start()) if found and found.start() else phrase


def without_reason(phrase: Phrase) -> Phrase:
    """Without "because we're out" at its end."""
    found = _REASON.search(phrase.low, max(0, len(phrase.low) - 120))
    return phrase.cut(0, found.start()) if found and found.start() else phrase
