"""Yes and no: replies to a question of the assistant, which also come when nothing was asked."""

import re
from typing import Final

from todo.interpreter.lexicon import one_of
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Approve, Cancel

_LONGEST: Final = 60
_YES_WORDS: Final = one_of(
    "yes", "yep", "yeah", "yea", "yup", "ya", "y", "sure", "ok", "okay", "k", "kk", "please", "absolutely",
    "definitely",
    "of course", "right", "correct", "alright", "affirmative", "indeed", "certainly", "fine", "exactly", "for sure",
    "go ahead", "go for it", "go on", "do it", "do that", "do so", "please do", "do them all", "i do", "confirm",
    "confirmed", "approve", "approved", "proceed", "continue", "sounds good", "by all means", "make it so", "i'm sure",
    "i am sure", "that's right", "that's fine", "that's correct", "that's ok", "that's it",
)  # fmt: skip
# Said to a question these are a yes; to nothing in particular they are the beginning of a sentence.
_YES_TO_ASKED: Final = one_of("all of them", "all", "everything")
# Thanks go with a yes ("yes, thanks"), and are none: "ok thanks" may as well end the talk.
_THANKS: Final = r"(?:thanks|thank you)(?: (?:a lot|so much|very much))?[\s,.!]*"
_ASKED_YES: Final = re.compile(rf"(?:(?:{_YES_WORDS}|{_YES_TO_ASKED})(?!\w)[\s,.!]*)+(?:{_THANKS})?$")
_MERE_THANKS: Final = re.compile(rf"(?:(?:ok|okay|k|kk|fine|right|alright)[\s,.!]+)+{_THANKS}$")
_PLAIN_YES: Final = re.compile(rf"(?:{_YES_WORDS}(?!\w)[\s,.!]*)+$")

_HESITATION: Final = r"(?:(?:no|nah|nope|ok|oh|actually|wait|hmm)[\s,]+)*"
_LET_GO: Final = (
    r"(?:never ?mind(?: (?:that|it|then|about (?:it|that)))?|forget (?:it|that|about it|about that)|let it be|"
    r"drop it|leave it(?: (?:as it is|alone|be))?|skip(?: it| that)?|nvm)"
)
_HALT: Final = (
    r"(?:cancel(?: (?:that|it|this))?|stop(?: it| that)?|abort|don'?t(?: do (?:it|that|anything))?|do nothing|nothing)"
)
_REFUSAL: Final = (
    r"(?:no(?:pe)?|nah|no thanks?(?: you)?|not (?:now|really|anymore)|"
    r"(?:none|neither|no one|nothing|not any)(?: of (?:them|these|those))?)"
)
_NO: Final = re.compile(rf"{_HESITATION}(?:{_LET_GO}|{_HALT}|{_REFUSAL})[\s.!]*$")


def is_yes(phrase: Phrase) -> bool:
    """Whether a reply to a question agrees."""
    if len(phrase.low) >= _LONGEST or _MERE_THANKS.match(phrase.low):
        return False
    return bool(_ASKED_YES.match(phrase.low))


def is_no(phrase: Phrase) -> bool:
    """Whether a reply declines: "no", "never mind", "neither of them"."""
    return len(phrase.low) < _LONGEST and bool(_NO.match(phrase.low))


def parse_consent(phrase: Phrase) -> Approve | Cancel | None:
    """A yes or no though nothing was asked; the agent can then say that nothing waits for an answer."""
    if is_no(phrase):
        return Cancel()
    agreed = len(phrase.low) < _LONGEST and _PLAIN_YES.match(phrase.low) and phrase.low != "please"
    return Approve() if agreed else None
