"""Typing errors in words of the domain: verbs at the beginning and nouns for tasks and lists; words of titles stay."""

import re
from typing import Final

from rapidfuzz.distance import OSA

from todo.interpreter.lexicon import word_set
from todo.interpreter.phrase import MASK, Phrase

_VERBS: Final = sorted(
    word_set(
        "remind delete remove complete finish finished completed reschedule postpone change update cancel create "
        "show display clear snooze rename erase check mark bring undo please reminder reminders list task tasks "
        "what add move schedule todo forget"
    )
)
_NOUNS: Final = sorted(
    word_set(
        "list lists task tasks reminder reminders todo todos shopping grocery groceries completed complete finished "
        "done last first second"
    )
)
# Words that stand one letter from ours and are meant as they are.
_WORDS: Final = word_set(
    "lost last lift lint lisp mist fist gist lit cost least lest lust light taste ask mask tanks talks take "
    "takes talk tusk desk disk risk lets lot lots lead load road make makes made mate male park dark bark work "
    "market clean cleat learn hear check cheek chest change charge chance chances mover love more mode model "
    "shop shows shot slow snow shoe short shopped dine gone don dons one none bone tone dance did does ad ads "
    "and at all ace ice ride rid aid mad dad had sad bad paid said move movie moved raise ease hat that wheat "
    "chat where want wait went when who why dear clear bear boring brings spring ring king sing thing things "
    "string being begin brain train fast past best test text next fist first worst burst list lists listen kist "
    "erased phase phrase lease release forgets forgot target finished finishes finish fish dish wish finder "
    "fished cancel canceled cancels camel panel create created crate creates treat great updated updates date "
    "dates data later fate rate deleted deletes removed removes remote showed snooze snoozed task tasks todo "
    "mother other another remainder reminded reminds remind mind behind kind find mend rename named read bed "
    "lead dead mark marks mare bring bright brunch brush display displays play undo under until schedule "
    "scheduled schedules forget forgets plan plane plant please pleased plead palace lasts hast cast vast fast "
    "east mast seconds second beckon groceries grocery grocer shipping whopping chopping hopping shopping dog "
    "dot down do donee gas bus buy call mail mall meal book cook look took pick sick kick pack tack tall tell "
    "bell fell feed need seed weed wash cash rash dash lash mash walk wall water later pay say way day bay may "
    "lay ray key set get let met pet sit bit hit fit kit pit visit order older send sent lend bend tend end "
    "tired hired"
)
_BEFORE_NOUN: Final = word_set("my the shopping grocery to-do todo do task a this las of all")


def _closest(word: str, choices: list[str]) -> str | None:
    if word in _WORDS or len(word) < 4:
        return None
    allowed = 1 if len(word) < 7 else 2
    best = min(choices, key=lambda choice: OSA.distance(word, choice))
    distance = OSA.distance(word, best)
    # A typing error seldom spares neither end of the word.
    return best if 0 < distance <= allowed and (word[0] == best[0] or word[-2:] == best[-2:]) else None


def respelled(phrase: Phrase) -> Phrase:
    """The phrase with mistyped commands and nouns put right; quoted text and titles are left alone."""
    pieces, end, previous = [], 0, ""
    for index, found in enumerate(re.finditer(r"[a-z']+", phrase.low[:400])):
        word = found[0]
        if word in _VERBS or word in _NOUNS or MASK in word:
            previous = word
            continue
        choices = _VERBS if index < 4 else _NOUNS if previous in _BEFORE_NOUN else []
        better = (
            _closest(word, choices + (_NOUNS if index < 4 and previous in _BEFORE_NOUN else [])) if choices else None
        )
        if better is None and word == "las" and index < 6:
            better = "last"
        if better is not None:
            pieces.append(phrase.text[end : found.start()] + better)
            end = found.end()
        previous = better or word
    return Phrase.of("".join(pieces) + phrase.text[end:]) if pieces else phrase
