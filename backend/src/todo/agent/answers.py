"""What the offline assistant says. "Done" is only ever said of a result that has events, which are the receipts."""

from collections.abc import Sequence
from datetime import datetime

from todo.agent.differences import proposed
from todo.agent.journal import Result
from todo.agent.speech import bold, count, described, listed
from todo.interpreter.plan import ChatKind, Complete, Delete, Filter, Reopen, TargetedAction, Update

WHAT_TO_ADD = "What task would you like to add?"
CANCELLED = "All right, nothing was changed."
GONE = "Those tasks are gone by now, so nothing was changed."
NOTHING_ASKED = "Nothing is waiting for an answer just now, so nothing was changed."
NOTHING_REFUSED = "All right. To take back the last change, say “undo”."
LAPSED = "That question has lapsed, so nothing was changed. Say it again, and I ask again."
CHOSEN_ALREADY = "That question is closed, so nothing was changed. Say again what you want done."
_VERBS = {Complete: "mark as done", Reopen: "open again", Delete: "delete", Update: "change"}
_EXAMPLES = {
    "add": "“add milk to my shopping list”, “remind me to call mum tomorrow at 5pm”, or “add three tasks: a, b, c”",
    "list": "“what's due this week?”, “show my work list”, or “what is overdue?”",
    "complete": "“milk is done”, “check off the second one”, or “reopen the report”",
    "update": "“move the report to friday”, “rename milk to oat milk”, or “make it high priority”",
    "delete": "“delete the dentist”, or “clear everything that's done”; I ask before I delete several",
    "dates": "“tomorrow 5pm”, “next friday”, “in two weeks”, “every other tuesday”, or “the last friday of the month”",
    "undo": "“undo”: it takes back the last change, said again the one before, and “redo” brings it back",
    "lists": "“add eggs to my shopping list”, which makes the list if there is none, or “show my shopping list”",
}
_TALK: dict[ChatKind, str] = {
    "greeting": "Hello! What do you need to do?",
    "thanks": "You're welcome.",
    "goodbye": "Goodbye. Your tasks stay here.",
    "identity": "I'm the assistant of this to-do app: rules about tasks and dates, not a person.",
    "feelings": "I'm a program, so I have no feelings, but everything works. What do you need to do?",
    "praise": "Good to hear!",
    "complaint": "Sorry about that. “undo” takes back my last change; or tell me what should be different.",
    "joke": "My to-do list had a joke on it. It is still open.",
    "offtopic": "That is beyond me: I only look after your tasks. Say “help” to see what I can do.",
    "language": "I read English only, as long as no model is connected. Titles may be in any language.",
    "unclear": "I didn't understand that, or it is nothing I can do: I look after your tasks. "
    "Try “add milk”, “what's due today?” or “milk is done”; “help” shows more.",
}


def which_task(action: TargetedAction) -> str:
    return f"Which task should I {_VERBS[type(action)]}?"


def what_change(action: Update) -> str:
    name = f"about “{action.target.words}”" if action.target.words else "about it"
    match action.field:
        case "list":
            return "Which list should it go to? Say its name."
        case "tags":
            return "Which tag should it have? Say its name."
    return f"What should change {name}? Its date, title, priority, list or notes."


def ambiguous(action: TargetedAction, result: Result) -> str:
    return f"{count(len(result['candidates']))} match “{result['words']}”. Which one should I {_VERBS[type(action)]}?"


def none_shown(action: TargetedAction) -> str:
    return f"I had not shown a list yet; here it is. Which one should I {_VERBS[type(action)]}?"


def several(action: TargetedAction, number: int) -> str:
    return f"{count(number)} fit. Which one should I {_VERBS[type(action)]}?"


def did_you_mean(result: Result) -> str:
    which = "this one" if len(result["near"]) == 1 else "one of these"
    return f"I found no task matching “{result['words']}”. Did you mean {which}?"


def none_such(action: TargetedAction, wanted: Filter, now: datetime) -> str:
    return f"You have no {described(wanted, now)} that I could {_VERBS[type(action)]}."


def too_many(total: int, most: int) -> str:
    return f"That would be {count(total)}; I change at most {most} at a time. Narrow it down, by a list or a date."


def approval(actions: Sequence[Result], now: datetime) -> str:
    """The question before several tasks are changed; they are listed beside it."""
    number = f"these {len(actions)} tasks" if len(actions) > 1 else bold(actions[0]["task"]["title"])
    tool, arguments = actions[0]["tool"], actions[0]["arguments"]
    if any((action["tool"], _beside_task(action)) != (tool, _beside_task(actions[0])) for action in actions):
        return f"Change {number} like this?"
    if tool == "delete_task":
        return f"Delete {number}?"
    if tool == "complete_task":
        return f"Open {number} again?" if arguments.get("done") is False else f"Mark {number} as done?"
    changes = proposed(arguments, now)
    return f"Make {number} {listed(changes)}?" if changes else f"Change {number}?"


def _beside_task(action: Result) -> Result:
    return {key: value for key, value in action["arguments"].items() if key != "task"}


def help_with(topic: str | None) -> str:
    """A brief help: one example for each thing, or more of the topic asked about."""
    if topic in _EXAMPLES:
        return f"Say for example {_EXAMPLES[topic]}."
    return (
        "I look after your tasks. Say for example “remind me to call mum tomorrow at 5pm”, “what's due this week?”, "
        "“milk is done”, “move the report to friday”, “delete the dentist” or “undo”. "
        "Ask “help with dates” (or lists, adding, changing) for more."
    )


def small_talk(kind: ChatKind, now: datetime) -> str:
    if kind == "clock":
        return f"It is {now:%H:%M} on {now:%A} {now.day} {now:%B %Y}."
    return _TALK[kind]
