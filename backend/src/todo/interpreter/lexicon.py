"""The words of the domain, as pieces of patterns: verbs by what they do, nouns for tasks and lists, alien things."""

import re
from typing import Final


def one_of(*words: str) -> str:
    """An alternation that prefers the longest spelling; a space in a word matches any run of blanks."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for membership."""
    return frozenset(text.split())


def starting(*pieces: str) -> re.Pattern[str]:
    """A pattern of whole words, for the beginning of a phrase."""
    return re.compile("".join(pieces) + r"(?!\w)[\s,:]*")


TODO: Final = r"(?:to[- ]?do['’]?s?|2do'?s?|to-?does)"
STRONG_NOUN: Final = rf"(?:tasks?|{TODO}|reminders?|alerts?|list items?|todo items?|action items?)"
TASK_NOUN: Final = (
    rf"(?:{STRONG_NOUN}(?: (?:items?|entry|entries|tasks?|alerts?))?|items?|entry|entries|chores?|errands?|"
    rf"tickets?|next actions?)"
)
PLURAL_NOUN: Final = (
    rf"(?:tasks|{TODO}(?: (?:items|entries|tasks))?|reminders|alerts|items|entries|chores|errands|things|stuff|"
    rf"events|tickets)"
)
SOFT_NOUN: Final = r"(?:events?|appointments?|meetings?|notes?|points?|things?)"
DET: Final = (
    r"(?:all (?:of )?(?:my|the|our)|my|the|our|a|an|this|that|these|those|any|some|all|your|his|her|their|"
    r"another|one of my|each|every)"
)
LIST_NOUN: Final = r"(?:lists?|checklists?)"

TASKS: Final = re.compile(
    rf"\b(?:{STRONG_NOUN}|(?:check)?lists?|agenda|chores|errands|next actions?|notes?(?= for| on|$)|items?|"
    rf"entries|things to (?:do|get done|buy)|deadlines?)(?![\w'])"
)

ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "last": -1, "final": -1, "bottom": -1, "top": 1,
}  # fmt: skip
CARDINALS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "a": 1, "an": 1, "a couple of": 2, "a couple": 2, "couple": 2,
}  # fmt: skip

ADD_VERB: Final = one_of(
    "add", "put", "place", "throw", "write", "write down", "jot", "jot down", "stick", "include", "insert", "log",
    "pop", "enter", "record", "register", "note down", "toss", "append", "get", "save", "slap", "tack", "list", "have",
    "put in", "put down", "add in", "toss in", "throw in", "pencil in", "track", "type",
    "note", "mark down", "attach", "leave", "set",
)  # fmt: skip
MAKE_VERB: Final = one_of(
    "create", "make", "set", "set up", "setup", "start", "add", "put in", "give me", "give", "schedule", "book", "new",
    "generate", "enter", "open", "put", "build", "begin", "file", "save", "record", "place", "include", "get me",
    "send me",
    "leave me", "set me", "set me up with", "make me", "create me", "log", "program", "establish", "have",
)  # fmt: skip
UPDATE_VERB: Final = one_of(
    "change", "update", "modify", "edit", "move", "reschedule", "re-schedule", "postpone", "delay", "snooze", "push",
    "push back", "push out", "push off", "shift", "bring forward", "switch", "rename", "set", "make", "adjust", "alter",
    "extend", "defer", "put off", "promote", "convert", "turn", "demote", "prioritize", "prioritise", "assign", "swap",
    "replace", "revise", "fix", "correct", "amend", "advance", "bump", "pull", "pull forward", "bring", "hold off",
    "hold off on", "put back", "transfer", "mark", "flag", "schedule", "retitle", "reword", "rewrite", "append", "give",
    "have", "keep", "increase", "decrease", "raise", "lower", "repeat", "reassign", "reset", "delay", "redo", "star",
    "push forward", "move up", "move back", "move forward", "unflag", "label", "tag", "untag", "enable", "upgrade",
    "prepone", "put", "carry over", "roll over", "set back", "hold", "reprogram", "re-set", "moving", "change up",
    "forward",
)  # fmt: skip
DELETE_VERB: Final = one_of(
    "delete", "remove", "erase", "clear", "clear off", "clear out", "cancel", "drop", "trash", "discard", "scrap",
    "forget",
    "forget about", "get rid of", "take off", "wipe", "wipe out", "wipe off", "empty", "empty out", "blank out",
    "blank",
    "nuke", "kill", "dismiss", "eliminate", "strike", "strike out", "scratch", "cut", "throw away", "throw out",
    "ditch",
    "purge", "bin", "cross out", "cross off of", "take out", "take away", "take", "dump", "destroy", "rid", "withdraw",
    "unset", "turn off", "disable", "stop", "undo the", "void", "subtract", "toss", "toss out", "revoke", "deactivate",
    "pull", "x out", "abort", "shred", "clean out", "clean up", "rub out", "quit", "zap", "exclude", "leave off",
    "omit", "nix",
)  # fmt: skip
SHOW_VERB: Final = one_of(
    "show", "display", "list", "list out", "list off", "view", "see", "read", "read out", "read off", "read back",
    "tell",
    "say", "give", "get", "pull up", "bring up", "open", "open up", "access", "find", "search", "look up", "look for",
    "look at", "look in", "look through", "look over", "check", "check on", "check if", "check whether", "go over",
    "go back over", "go through", "review", "recite", "iterate", "iterate through", "iterate over", "run through",
    "run down", "count", "count up", "print", "print out", "fetch", "retrieve", "hear", "know", "let me see",
    "let me hear", "let me know", "remind me", "inform me", "inform", "present", "speak", "speak back", "repeat",
    "browse",
    "summarize", "summarise", "scan", "search for", "refresh", "reload", "state", "recap", "outline", "name",
    "explain", "play back", "share", "provide", "describe", "announce", "bring me", "get me", "reveal", "enumerate",
    "walk me through", "take me through", "talk me through", "fill me in on", "update me on", "let's see",
    "lets see", "let us see", "locate", "query", "filter", "expand", "narrate", "detail", "double check",
    "verify", "confirm", "see if", "see whether", "call up", "pull", "call out", "read aloud", "tell me about",
)  # fmt: skip

# What people do: an imperative that begins with one of these is a task to note down.
TASK_VERBS: Final = word_set(
    "buy call email mail pay book clean wash fix pick walk feed water write send submit finish order return "
    "renew schedule visit meet ask prepare cook bake read study review practice practise exercise run jog "
    "organize organise pack mow vacuum mop sweep dust iron fold paint repair replace drop collect deliver sign "
    "file print scan draft plan research register apply attend get take go do make check update install backup "
    "charge refill sell donate wrap plant weed trim prune rake shovel declutter empty change text phone ring message "
    "contact invite rsvp thank remember bring pickup purchase grab arrange confirm cancel prep bathe groom sort "
    "shred hang build learn memorize revise work talk speak follow discuss present rehearse shop brush floss "
    "shave shower meditate stretch rest withdraw deposit transfer invoice bill tidy assemble move tell give "
    "drive fill upload download edit proofread publish deploy test merge refactor debug investigate see look "
    "find post"
)
# Of these, the ones that are also said to any assistant need a date before they count as a task on their own.
LOOSE_VERBS: Final = word_set(
    "check update change cancel make tell give move find look see play get show read go do post present "
    "transfer bill test present rest order text message call phone ring book schedule email send take run ask"
)

# Things with a date that people note down by their name alone.
APPOINTMENT: Final = re.compile(
    r"\b(?:appointment|meeting|dentist|doctor|haircut|hairdresser|interview|gym|vet|standup|workout|review|1:1|yoga|"
    r"physio|optician|(?:call|lunch|dinner|coffee|breakfast|drinks) with|rehearsal|practice|checkup|check-up|class)\b"
)

ALIEN: Final = re.compile(
    r"\b(?:songs?|tracks?|albums?|artists?|playlists?|music|radio|stations?|podcasts?|spotify|pandora|youtube|tunes?|"
    r"contacts?|address book|phone ?book|credit|checking|savings|bank|account|dollars|transactions?|balance|flights?|"
    r"reservations?|hotels?|weather|temperature|lights?|lamps?|thermostat|volume|alarms?|timers?|accents?|voice|"
    r"language|channel|movies?|tv|cards?|pin|visa|insurance|uber|taxi|lyft|facebook|twitter|tweets?|news|e-?mails?|"
    r"your (?:name|voice|accent|speed|speech)|my name|calories|recipes?|jokes?|stocks?|queue|wifi|bluetooth|"
    r"whisper mode|speaker|dice|coin|audiobook|shuffle|fan|vacation days|pto|w2|direct deposit|routing number)\b"
)
PAST_DAY: Final = (
    r"(?:yesterday|earlier(?: today)?|last (?:night|week|month)|this morning|just now|a while ago|"
    r"(?:an?|\w+) (?:minutes?|hours?|days?|weeks?) ago)"
)
# "this song", "song 2"; but "tune the piano" is a task
DEICTIC_MEDIA: Final = re.compile(
    r"^(?:(?:(?:this|the current|that|another|a|the|some)(?: \w+){0,2} )"
    r"(?:songs?|tracks?|albums?|artists?|tunes?|podcasts?|musicians?|singers?|melody)|"
    r"(?:songs?|tracks?|albums?|artists?|podcasts?))\b(?! \w+ing\b)"
)
ALIEN_PLACE: Final = re.compile(
    r"\b(?:to|on|in|into|onto|from)(?: \S+){0,8}? (?:playlists?|contacts?|contact list|address book|"
    r"phone ?book|queue|spotify|"
    r"library|favou?rites|shuffle|albums?|bookmarks|account|savings|resume|coffee|pandora|collection|tracks|"
    r"music|songs?)(?!\w)|\b(?:to|on|onto|in)(?: \S+){0,6}? (?:playlist|tracks|albums?|songs?) "
)
