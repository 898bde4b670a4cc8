"""What is said beside tasks: greetings, thanks, questions about the assistant, praise, a joke, the time."""

import re
from typing import Final

from todo.interpreter.lexicon import one_of
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Chat, ChatKind

_LONGEST: Final = 200
_END: Final = (
    r"(?: (?:please|there|everyone|again|so much|a lot|very much|then|now|bot|assistant|buddy|friend|man|today|all|"
    r"for (?:everything|that|your help|the help|now|all)|you))*[\s.!?,]*$"
)
_YOU: Final = r"(?:you|u)"
_LANGUAGE: Final = one_of(
    "english", "german", "deutsch", "french", "français", "spanish", "español", "italian", "portuguese", "dutch",
    "polish", "russian", "ukrainian", "turkish", "arabic", "hebrew", "hindi", "urdu", "bengali", "chinese", "mandarin",
    "cantonese", "japanese", "korean", "vietnamese", "thai", "indonesian", "greek", "swedish", "norwegian", "danish",
    "finnish", "czech", "hungarian", "romanian", "other languages", "another language", "any other language",
    "languages",
)  # fmt: skip
_TALK: Final[dict[ChatKind, tuple[str, ...]]] = {
    "greeting": (
        r"(?:hi+|hello+|hey+|heya|hiya|yo|howdy|hola|greetings|sup|what'?s up)(?: \w+)?" + _END,
        r"good (?:morning|afternoon|evening|day)(?: \w+)?" + _END,
    ),
    "thanks": (
        r"(?:(?:ok(?:ay)?|great|perfect|cool|awesome),? )?"
        + one_of(
            "thank", "thanks", "thank you", "thx", "ty", "tysm", "cheers", "many thanks", "much appreciated",
            "appreciated", "thanks a lot", "thanks a million", "thanks a bunch", "i appreciate it", "i appreciate that",
            "i appreciate you", "i appreciate your help",
        )
        + _END,
    ),
    "goodbye": (
        one_of("bye", "bye bye", "bye-bye", "byebye", "later", "farewell", "take care", "ciao", "ttyl", "that's all")
        + _END,
        r"(?:good ?bye|good ?night|see (?:you|ya)(?: later| soon| tomorrow)?|talk to you later|"
        r"that is all|thats all|that will be all)" + _END,
    ),
    "identity": (
        rf"(?:who|what) (?:are|r) {_YOU}\b",
        r"what(?:'s| is) your (?:name|purpose|job|age)|what should i call you|what can i (?:call|refer to) you",
        r"are you (?:a |an )?(?:human|robot|bot|ai|real|person|machine|computer|chatgpt|gpt|llm)",
        r"who (?:made|created|built|programmed|owns?) (?:you|this)|(?:i would|i'd) like to know who",
        r"how old are you|where are you from|where do you live|tell me about yourself",
    ),
    "feelings": (
        rf"how (?:are|r) {_YOU}(?: doing| feeling)?|how(?:'s| is) it going|how do you (?:do|feel)|how have you been",
        r"are you (?:ok|happy|sad|well|tired|busy)|how was your day|what'?s new",
        r"do you (?:like|love|have (?:any )?(?:hobbies|feelings|pets|friends))",
        r"(?:i'?m|i am|i feel)(?: (?:feeling|so|very|a bit|really|just|quite|too))* "
        r"(?:sad|happy|tired|bored|lonely|stressed|anxious|depressed|angry|exhausted|overwhelmed|unhappy|upset)" + _END,
    ),
    "praise": (
        r"(?:you(?:'re| are)|ur) (?:so |very |really )?"
        r"(?:the best|great|awesome|amazing|good|smart|wonderful|helpful|nice)" + _END,
        r"(?:good (?:job|work|bot|boy)|well done|nice(?: work| job| one)?|great(?: job| work)?|very good)" + _END,
        one_of(
            "awesome", "perfect", "excellent", "cool", "amazing", "love it", "i love you", "i love this", "i love it",
            "sweet", "wonderful", "brilliant",
        )
        + _END,
    ),
    "complaint": (
        r"you(?:'re| are) (?:wrong|stupid|dumb|useless|bad|terrible|an idiot|not helpful)\b",
        r"that(?:'s| is| was) (?:wrong|not (?:right|what i (?:said|meant|wanted|asked))|incorrect|bad|a mistake)\b",
        r"(?:this is wrong|wrong|bad bot|not what i (?:said|meant|wanted|asked))\b",
        r"you (?:suck|made a mistake|got (?:it|that) wrong|misunderstood)\b",
    ),
    "joke": (
        r"tell (?:me|us) (?:a|another|some|one more) (?:\w+ )?jokes?|make me laugh|say something funny",
        r"(?:do you )?know any (?:\w+ )?jokes",
    ),
    "clock": (
        r"what(?:'s| is) (?:the |today'?s )?(?:time|date|day)(?: (?:is it|today|now|right now|is today))?[?.! ]*$",
        r"what (?:time|day|date) is it(?: today| now)?[?.! ]*$|what(?:'s| is) today[?.! ]*$",
    ),
    "language": (
        rf"(?:do|can|could) {_YOU} (?:also )?(?:speak|talk|understand|read|write|know)(?: in)? {_LANGUAGE}\b",
        rf"(?:what|which) (?:other )?languages? (?:do|can) {_YOU} \w+|are {_YOU} (?:only )?in english\b",
        r"(?:sprichst|sprechen|verstehst|verstehen|kannst) (?:du|sie) (?:auch )?deutsch\b|kannst du deutsch\b",
        r"(?:¿ ?)?(?:habla|entiende)s?(?: usted)? (?:español|espanol)\b|parl(?:ez|es)[- ](?:vous|tu) français\b",
        r"tu parles français\b|parl[ia] italiano\b|(?:você )?fala português\b|spreek (?:je|jij|u) nederlands\b",
    ),
}  # fmt: skip
_KINDS: Final = tuple((re.compile("|".join(patterns)), kind) for kind, patterns in _TALK.items())
# Words of other assistants' subjects, beside the alien things of the lexicon.
_OTHER_SUBJECT: Final = re.compile(
    r"\b(?:capital of|population|translate|president|recipe|rain|snow|sunny|forecast|degrees|celsius|calculate|"
    r"square root|plus|times|divided by|who (?:is|was|won|wrote|invented)|how (?:tall|far|old|big|deep) (?:is|are)|"
    r"(?:play|sing|dance|drive)(?! \w+ (?:with|for)\b)|define|meaning of|spell|wikipedia|google)\b"
)


def parse_smalltalk(phrase: Phrase) -> Chat | None:
    """A reply that changes nothing, when the whole phrase is small talk."""
    if len(phrase.low) > _LONGEST:
        return None
    return next((Chat(kind) for pattern, kind in _KINDS if pattern.match(phrase.low)), None)


def other_subject(phrase: Phrase) -> bool:
    """Whether a phrase is recognisably about something else than tasks: the weather, music, sums."""
    return bool(_OTHER_SUBJECT.search(phrase.low[:_LONGEST]))
