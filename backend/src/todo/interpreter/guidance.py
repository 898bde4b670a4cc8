"""Asking how the assistant works: "help", "what can you do", "how do I delete a task?", "help with dates"."""

import re
from typing import Final

from todo.interpreter.lexicon import one_of
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Chat, Help

_TOPICS: Final = {
    "add": "add create make new write adding creating",
    "complete": "complete finish mark check tick completing finishing",
    "delete": "delete remove clear deleting removing",
    "update": "change edit update move reschedule rename snooze postpone tag changing editing moving updating renaming "
    "rescheduling snoozing",
    "undo": "undo redo undoing",
    "list": "list see show view find search listing showing finding searching",
    "lists": "lists projects folders",
    "dates": "repeat dates date times reminders recurrence repetition repeating recurring deadlines due",
}
"""The words that name each topic."""
_TOPIC: Final = {word: topic for topic, words in _TOPICS.items() for word in words.split()}
_HOW: Final = (
    r"(?:how (?:do|can|would|should|could) (?:i|you|we)|how to|what(?:'s| is) the (?:best )?way to|"
    r"can you explain how to|show me how to|(?:help|teach) me (?:understand )?how to)"
)
# "how do I delete a task?"
_HOW_TO: Final = re.compile(rf"{_HOW} (?P<topic>{one_of('set', 'use', *_TOPIC)})(?!\w)(?P<what>.*)$")
_OURS: Final = re.compile(
    r"\b(?:tasks?|to-?dos?|reminders?|lists?|items?|due|priority|tags?|this|that|it|you|repeat\w*|recurring)\b"
)
# "help with dates", "help me with the lists"
_HELP_WITH: Final = re.compile(
    r"(?:i need |can you |please |some )*help(?: me)? (?:with|on|about|for) (?:the |my |setting )?"
    rf"(?P<topic>{one_of(*_TOPIC)})(?: (?:a |an |the )?(?:tasks?|things|items?|lists?|dates?))?[\s?.!]*$"
)
# "help", "commands", "I need some help"
_PLAIN: Final = (
    r"help(?: me)?(?: please)?|/help|\?|commands|menu|instructions|"
    r"(?:i need|can you|could you|please) (?:some )?help(?: me)?|show (?:me )?(?:the )?(?:help|commands|instructions)"
)
# "what can you do for me", "what are your features"
_ABILITIES: Final = (
    r"what (?:else )?can (?:you|i) (?:do|say|ask|help|type)(?: (?:me with|with|here|for me|you|to you))*|"
    r"what (?:do|are) you (?:do|able to do|capable of)|what (?:else )?can you help (?:me )?with|"
    r"what are (?:the things you can (?:help me with|do)|your (?:features|commands|capabilities|skills|functions))"
)
# "how does this work", "how do I use this app"
_WORKING: Final = (
    r"how (?:do|does|can) (?:this|it|you|i use (?:this|you)) (?:work|app work|help)?|"
    r"how do i use (?:this|you|it)(?: app)?|how does this (?:app |bot |thing )?work"
)
_HELP: Final = re.compile(rf"(?:{_PLAIN}|{_ABILITIES}|{_WORKING})[\s?.!]*$")


def parse_help(phrase: Phrase) -> Help | Chat | None:
    """Help, with the topic that is asked about; how to do something else is not our subject."""
    if _HELP.fullmatch(phrase.low):
        return Help(None)
    if found := _HELP_WITH.match(phrase.low):
        return Help(_TOPIC[found["topic"]])
    if found := _HOW_TO.match(phrase.low):
        if found["what"] and not _OURS.search(found["what"]):
            return Chat("offtopic")
        return Help("add" if found["topic"] == "set" else _TOPIC.get(found["topic"]))
    return None
