"""What is said beside tasks: greetings, thanks, questions about the assistant, asking for help, undo and redo."""

import re
from typing import Final

from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Cancel, Chat, ChatKind, Help, Redo, Undo

_END: Final = (
    r"(?: (?:please|there|everyone|again|so much|a lot|very much|then|now|bot|assistant|buddy|friend|man|today|"
    r"all|for (?:everything|that|your help|the help|now|all)|you))*[\s.!?,]*$"
)
_KINDS: Final[tuple[tuple[re.Pattern[str], ChatKind], ...]] = (
    (re.compile(
        r"(?:hi+|hello+|hey+|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|hiya|sup|what'?s up|"
        r"hola|heya?)(?: \w+)?" + _END), "greeting"),
    (re.compile(
        r"(?:ok(?:ay)?,? |great,? |perfect,? |cool,? |awesome,? )?(?:thanks?|thank you|thx|ty|cheers|"
        r"much appreciated|i appreciate (?:it|that|you|your help)|thanks a (?:lot|million|bunch)|many thanks|"
        r"tysm|appreciated)" + _END), "thanks"),
    (re.compile(
        r"(?:good ?bye|bye(?:[ -]bye)?|see (?:you|ya)(?: later| soon| tomorrow)?|good ?night|later|farewell|"
        r"take care|ciao|talk to you later|ttyl|that'?s all|that is all|that will be all)" + _END), "goodbye"),
    (re.compile(
        r"(?:who|what) (?:are|r) (?:you|u)\b|what(?:'s| is) your (?:name|purpose|job|age)|are you (?:a |"
        r"an )?(?:human|robot|bot|ai|real|person|machine|computer|chatgpt|gpt|llm)|who (?:made|created|built|"
        r"programmed|owns?) (?:you|this)|what should i call you|"
                r"how old are you|where are you from|where do you live|what can i (?:call|refer to) you|"
                r"tell me about yourself|(?:i would|i'd) like to know who"), "identity"),
    (re.compile(
        r"(?:how (?:are|r) (?:you|u)(?: doing| feeling)?|how(?:'s| is) it going|how do you (?:do|feel)|"
        r"are you (?:ok|happy|sad|well|tired|busy)|do you (?:like|love|have (?:any )?(?:hobbies|feelings|pets|"
        r"friends))|how have you been|how was your day|what'?s new)"
    ), "feelings"),
    (re.compile(
        r"(?:you(?:'re| are) (?:the best|great|awesome|amazing|good|smart|wonderful|so helpful|helpful|nice)|"
        r"good (?:job|work|bot|boy)|well done|nice(?: work| job| one)?|great(?: job| work)?|awesome|perfect|"
        r"excellent|cool|amazing|love it|i love (?:you|this|it)|very good|sweet|wonderful|"
        r"brilliant)" + _END), "praise"),
    (re.compile(
        r"(?:you(?:'re| are) (?:wrong|stupid|dumb|useless|bad|terrible|an idiot|not helpful)|that(?:'s| is|"
        r" was) (?:wrong|not (?:right|what i (?:said|meant|wanted|asked))|incorrect|bad|a mistake)|"
        r"this is wrong|wrong|bad bot|you (?:suck|made a mistake|got (?:it|that) wrong|misunderstood)|"
        r"not what i (?:said|meant|wanted|asked))\b"
    ), "complaint"),
    (re.compile(
        r"(?:tell (?:me|us) (?:a|another|some|one more) (?:\w+ )?jokes?|make me laugh|say something funny|"
        r"(?:do you )?know any (?:\w+ )?jokes)"
    ), "joke"),
    (re.compile(
        r"what(?:'s| is) (?:the |today'?s )?(?:time|date|day)(?: (?:is it|today|now|right now|"
        r"is today))?[?.! ]*$|what (?:time|day|date) is it(?: today| now)?[?.! ]*$|what(?:'s|"
        r" is) today[?.! ]*$"
    ), "clock"),
)  # fmt: skip
_HELP: Final = re.compile(
    r"(?:help(?: me)?(?: please)?|/help|\?|commands|menu|what can (?:you|i) (?:do|say|ask|help|"
    r"type)(?: (?:me with|with|here|for me|you|to you))*|what (?:do|are) you (?:do|able to do|capable of)|"
    r"how (?:do|does|can) (?:this|it|you|i use (?:this|you)) (?:work|app work|help)?|how do i use (?:this|you|"
    r"it)(?: app)?|"
    r"what are (?:the things you can (?:help me with|do)|your (?:features|commands|capabilities|skills|"
    r"functions))|(?:i need|can you|could you|please) (?:some )?help(?: me)?|how does this (?:app |bot |"
    r"thing )?work|what (?:else )?can you help (?:me )?with|show (?:me )?(?:the )?(?:help|commands|"
    r"instructions)|what are you capable of|instructions)[\s?.!]*$"
)
_HOW_TO: Final = re.compile(
    r"(?:how (?:do|can|would|should|could) (?:i|you|we)|how to|what(?:'s| is) the (?:best )?way to|"
    r"can you explain how to|show me how to|(?:help|teach) me (?:understand )?how to) (?P<topic>add|create|"
    r"make|set|complete|finish|mark|check|delete|remove|clear|change|edit|update|move|reschedule|rename|undo|"
    r"redo|list|see|show|view|find|search|repeat|snooze|postpone|tag|use)(?P<what>.*)$"
)
_TOPICS: Final = {
    "add": "add", "create": "add", "make": "add", "set": "add", "complete": "complete", "finish": "complete",
    "mark": "complete", "check": "complete", "delete": "delete",
    "remove": "delete", "clear": "delete", "change": "update", "edit": "update", "update": "update",
    "move": "update", "reschedule": "update", "rename": "update", "undo": "undo",
    "redo": "undo", "list": "list", "see": "list", "show": "list", "view": "list", "find": "list", "search": "list",
    "repeat": "dates", "snooze": "update", "postpone": "update", "tag": "update", "use": None,
}  # fmt: skip
_UNDO: Final = re.compile(
    r"(?:(?:no|oops|wait|sorry|actually|whoops|oh no)[\s,!.]+)*(?:undo(?: (?:it|that|this|"
    r"everything you just did|the last (?:one|thing|change|action|step)|my last (?:change|action)|last|"
    r"what you (?:just )?did|again|one more|once more|the change|all that|the (?:delete|deletion|completion|"
    r"addition|update|change)|that (?:change|delete|deletion)))*|"
    r"(?:take|put|bring|roll|change|turn|reverse|revert|switch) (?:that|it|this|them|everything)(?: all)? back|"
    r"revert(?: (?:that|it|this|the (?:last )?change|to before|back))*|roll ?back(?: (?:that|it))?|"
    r"reverse (?:that|it|the last (?:change|action))|cancel (?:the|my|that) (?:last|previous) (?:change|action|"
    r"one|command|edit)|"
    r"take (?:that|it) back|(?:restore|undelete|recover|bring back|get back) (?:the |my )?(?:last )?(?:deleted )?"
    r"(?:task|item|one|reminder)s?(?: back| i (?:just )?deleted)?|"
    r"go back|bring (?:it|that|them) back|restore (?:it|that|them)|un-?delete (?:it|that|"
    r"them)|(?:that was|it was) (?:a mistake|an accident|wrong)|i didn'?t mean (?:to do )?that|ctrl[- +]?z|"
    r"oops)[\s.!,]*(?:please|thanks)?[\s.!]*$"
)
_REDO: Final = re.compile(
    r"(?:redo(?: (?:it|that|this|the last (?:one|change|thing)|again))*|do (?:it|that) again|reapply(?: (?:it|"
    r"that))?|undo the undo|put (?:the change|my change) back|ctrl[- +]?y)[\s.!]*$"
)
_CANCEL: Final = re.compile(
    r"(?:(?:no|nah|nope|ok|oh|actually|wait|hmm)[\s,]+)*(?:never ?mind(?: (?:that|it|then|about (?:it|that)))?|"
    r"forget (?:it|that|about it|about that)|cancel(?: (?:that|it|this))?|stop(?: it| that)?|skip(?: it|"
    r" that)?|nothing|don'?t(?: do (?:it|that|anything))?|do nothing|leave it(?: (?:as it is|alone|be))?|nvm|"
    r"abort|no(?:pe)?|nah|no thanks?(?: you)?|not (?:now|really|anymore)|let it be|drop it|none(?: of (?:them|"
    r"these|those))?)[\s.!]*$"
)
_YES: Final = re.compile(
    r"(?:(?:yes|yep|yeah|yea|yup|ya|sure|ok|okay|k|kk|please|absolutely|definitely|of course|right|correct|"
    r"alright|affirmative|indeed|certainly|go ahead|do (?:it|that|so)|please do|confirm(?:ed)?|proceed|"
    r"go for it|sounds good|that's (?:right|fine|correct|ok|it)|"
    r"all of them|all|fine|y|exactly|yes please|i'm sure|i am sure|approve(?:d)?|everything|make it so|"
    r"by all means|go on|continue|do them all|i do|thanks?|thank you|for sure)[\s,.!]*)+$"
)


def is_yes(phrase: Phrase) -> bool:
    return len(phrase.low) < 60 and bool(_YES.match(phrase.low))


def is_no(phrase: Phrase) -> bool:
    return len(phrase.low) < 60 and bool(_CANCEL.match(phrase.low))


def parse_smalltalk(phrase: Phrase) -> Chat | Help | None:
    """A reply that changes nothing, when the whole phrase is small talk or asks how the assistant works."""
    if len(phrase.low) > 200:
        return None
    if _HELP.fullmatch(phrase.low):
        return Help(None)
    if found := _HOW_TO.match(phrase.low):
        if (
            re.search(
                r"\b(?:tasks?|to-?dos?|reminders?|lists?|items?|due|priority|tags?|this|that|it|you|repeat\w*|"
                r"recurring)\b",
                found["what"],
            )
            or not found["what"]
        ):
            return Help(_TOPICS[found["topic"]])
        return Chat("offtopic")
    for pattern, kind in _KINDS:
        if pattern.match(phrase.low):
            return Chat(kind)
    return None


def parse_backward(phrase: Phrase) -> Undo | Redo | Cancel | None:
    """Undo, redo, and calling something off."""
    if len(phrase.low) > 100:
        return None
    if _REDO.match(phrase.low):
        return Redo()
    if _UNDO.match(phrase.low):
        return Undo()
    return Cancel() if _CANCEL.match(phrase.low) else None
