"""What the clauses of one text share: a list named once, "it" for what an earlier clause named, a reason given
first."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.courtesy import unwrap
from todo.interpreter.lexicon import TASK_VERBS
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Action, Add, Chat, Complete, Delete, List, Reopen, Target, Update
from todo.interpreter.targets import read_target
from todo.interpreter.titles import title_of

Read = tuple[Phrase, tuple[Action, ...], bool]

_OF_IT: Final = re.compile(
    r"\s*\b(?:to|on|onto|in|off(?: of)?|from) (?:it|there|that list|the same list|the list)$", re.I
)
# "we're gonna need", "I forgot to"
_NEED: Final = re.compile(
    r"(?:i|we)(?:'ve| have| also| just| really|'re|'m| are| am)* (?:gonna |going to )?"
    r"(?:need|have|forgot|got|must|should|want|supposed|gotta|gonna)(?: to)?\s+"
)
# "I forgot to put figs on the list": the figs are wanted
_PUT: Final = re.compile(
    r"(?:put|add|write|include) (?P<what>.+?) (?:on|to|in|down on) (?:the|my|our) (?:\w+ ){0,2}list$"
)
# "the figs are in the fridge already", "I don't have to go to the bank": what it speaks of
_SPOKEN_OF: Final = re.compile(
    r"(?:(?:i|we)(?:'ve| have| just| already)* [a-z]+ (?P<done>(?:the|my|our) .+)|"
    r"(?:i|we) (?:can'?t|cannot|won'?t) (?:make|attend|do) (?:it to )?(?P<cant>.+?)(?: (?:today|tomorrow|tonight))?|"
    r"(?:i|we) (?:don'?t|do not|no longer) (?:have|need|want) to (?P<deed>.+)|"
    r"(?:(?:the|my|our) )?(?P<what>(?!(?:i|it|that|this|we|he|she|they|there)\b)[\w'-]+(?: [\w'-]+)?) "
    r"(?:is|are|was|were|isn't|aren't)\b.*)$"
)
_TOLD: Final = re.compile(
    r"(?:(?:take|get|find|look at|see|as for|about|regarding|concerning|never ?mind(?: about)?|"
    r"forget(?: about)?|remember|you know|for)\b\s*)+(?=my |the |all |that |those )"
)
_POINTING: Final = re.compile(r"\b(?:it|that|this|them|those|this reminder|that reminder|the reminder|this task)\b")


def vouched(read: list[Read]) -> list[Read]:
    """A deed that the next clause marks as done is sure, and known by its object: "pill taken, mark it done"."""
    return [
        (clause, (_by_object(acts[0]),), True)
        if _is_marked(acts, read[index + 1 : index + 2])
        else (clause, acts, sure)
        for index, (clause, acts, sure) in enumerate(read)
    ]


def _is_marked(acts: tuple[Action, ...], following: list[Read]) -> bool:
    deed = len(acts) == 1 and isinstance(acts[0], Complete) and bool(acts[0].target.words)
    return deed and any(
        isinstance(action, Complete) and _points(action.target, clause)
        for clause, marks, _ in following
        for action in marks
    )


def _by_object(action: Action) -> Action:
    if not isinstance(action, Complete) or not action.target.words:
        return action
    verb, _, what = action.target.words.partition(" ")
    if not what or verb.lower() not in TASK_VERBS:
        return action
    return replace(action, target=replace(action.target, words=re.sub(r"(?i)^(?:the|my|our) ", "", what)))


def joined(read: list[Read], context: Context) -> tuple[Action, ...]:
    """The actions of all clauses in order, each completed by what the others say."""
    actions: list[Action] = []
    told: list[tuple[int, Phrase]] = []
    for clause, acts, sure in read:
        for action in acts:
            previous = actions[-1] if actions else None
            linked = _linked(action, previous, clause, told[-1][1] if told else None, context)
            if (
                told
                and linked != action
                and isinstance(previous, Add | Chat)
                and isinstance(linked, Add | Delete | Update | Complete | Reopen)
                and told[-1][0] == len(actions)
            ) or (linked is not None and (_supersedes(linked, previous, clause) or _asks_first(previous, linked))):
                actions.pop()
            if linked is not None:
                actions.append(linked)
        if not acts or (len(read) > 1 and not sure) or _NEED.match(unwrap(clause).low):
            told.append((len(actions), unwrap(clause)))
    return _shared_list(tuple(actions))


def _linked(
    action: Action, previous: Action | None, clause: Phrase, told: Phrase | None, context: Context
) -> Action | None:
    if isinstance(action, Add):
        title = _OF_IT.sub("", action.title) if action.title and previous is not None else action.title
        if title in (None, "it", "that", "them", "this") or (
            title and re.fullmatch(r"(?:do )?(?:it|that|this|so)(?: later)?", title.lower())
        ):
            if isinstance(previous, Add) and previous.title:
                return replace(
                    previous,
                    due=action.due or previous.due,
                    rrule=action.rrule or previous.rrule,
                    list=action.list or previous.list,
                    priority=action.priority or previous.priority,
                )
            if told is not None and (title_told := _told_title(told)):
                return replace(action, title=title_told)
            return replace(action, title=None)
        return replace(action, title=title)
    if (
        isinstance(action, Complete | Reopen | Delete | Update)
        and told is not None
        and not isinstance(previous, List)
        and _points(action.target, clause)
        and not action.target.ids
    ):
        about = _TOLD.match(told.low)
        words = told.cut(about.end()) if about else told
        spoken_of = _SPOKEN_OF.match(told.low)
        stated = spoken_of is not None and spoken_of["done"]
        if words and not stated and (about or len(words.low.split()) <= 4):
            return replace(action, target=read_target(words, context))
        if spoken_of:
            words = told.part(spoken_of, next(name for name in ("what", "deed", "done", "cant") if spoken_of[name]))
            return replace(action, target=read_target(words, context))
    if (
        isinstance(action, Complete | Reopen | Delete | Update)
        and previous is not None
        and _points(action.target, clause)
    ):
        if isinstance(previous, Complete | Reopen | Delete | Update):
            return replace(action, target=previous.target)
        if isinstance(previous, List) and not isinstance(action, Reopen):
            chosen = previous.filter
            bulk = chosen.words is None
            return replace(
                action,
                target=Target(filter=chosen, bulk=True)
                if bulk
                else Target(words=chosen.words, list=chosen.list, due_on=chosen.period),
            )
        if isinstance(previous, Add) and isinstance(action, Delete | Complete) and previous.title and not previous.due:
            return replace(action, target=Target(words=previous.title, list=previous.list))
    return action


def _points(target: Target, clause: Phrase) -> bool:
    """Whether a target is a pronoun of this sentence; one that the context resolved is left alone only without
    antecedent."""
    return (
        (bool(target.unresolved or target.ids) or not target.named)
        and bool(_POINTING.search(clause.low))
        and target.position is None
    )


def _told_title(told: Phrase) -> str | None:
    found = _NEED.match(told.low)
    content = told.cut(found.end()) if found else told
    if put := _PUT.match(content.low):
        return title_of(content.part(put))
    return title_of(content) if found or content.low.split()[0] in TASK_VERBS or len(content.low.split()) <= 4 else None


def _supersedes(action: Action, previous: Action | None, clause: Phrase) -> bool:
    """Whether an act says the one before it again: "I finished the report, so cross it off"."""
    if previous is None:
        return False
    if isinstance(action, Add) and isinstance(previous, Add):
        return action.title is not None and action.title == previous.title
    if (
        isinstance(action, Complete | Delete)
        and isinstance(previous, Complete | Delete | Add)
        and _POINTING.search(clause.low)
    ):
        other = previous.target if not isinstance(previous, Add) else Target(words=previous.title, list=previous.list)
        return action.target == other
    return (
        isinstance(action, List)
        and isinstance(previous, List)
        and (action.filter == previous.filter or action.filter.words is None)
    )


def _asks_first(previous: Action | None, action: Action) -> bool:
    """Whether the act before is only the look that leads to this one: "find the reminder and remove it"."""
    return (
        isinstance(previous, List | Chat)
        and isinstance(action, Complete | Delete | Update)
        and isinstance(previous, List)
        and (action.target.words == previous.filter.words or action.target.filter == previous.filter)
    )


def _shared_list(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """A list that only one of several adds and deletes names is the list of all of them."""
    plain = [a for a in actions if isinstance(a, Add | Delete)]
    names = {a.list if isinstance(a, Add) else a.target.list for a in plain} - {None}
    if (
        len(plain) < 2
        or len(names) != 1
        or len(plain) != len(actions)
        or any(isinstance(a, Add) and a.due for a in plain)
    ):
        return actions
    name = next(iter(names))
    return tuple(
        replace(a, list=name)
        if isinstance(a, Add)
        else replace(a, target=replace(a.target, list=name))
        if isinstance(a, Delete) and a.target.words
        else a
        for a in actions
    )
