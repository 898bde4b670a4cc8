"""What a model may do by itself: what the person asked for. Anything more is refused, or waits for a yes.

A model reads titles and notes that anybody may have written. So it is not asked whether it was talked into something:
each change is held against the person's own message, which no task's text can alter.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz import fuzz

from todo.agent.journal import Call, Journal
from todo.agent.llm.run import current_run
from todo.interpreter.context import Shown
from todo.interpreter.plan import Chat as SmallTalk
from todo.interpreter.plan import Complete, Delete, Help, List, Plan, Reopen, Update
from todo.kit.caller import Caller
from todo.tasks.finding import TaskFinder
from todo.tools.results import as_json

CHANGES_OF_TASKS = frozenset(("complete_task", "update_task", "delete_task"))
NOT_ASKED = "Refused: the person's message asks for no change. Answer it; if a change seems needed, ask the person."
_UNDO = re.compile(r"\b(undo|undone|redo|revert\w*|restore\w*|take\b.*\bback|bring\b.*\bback|roll\s?back)\b", re.I)
_WORD = re.compile(r"\w+")
_SAME_WORD = 85

Verdict = Literal["do", "ask"] | str
"""To be done, to be asked about first, or a refusal in words for the model."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Judges the calls of one turn. `plan` is the interpreter's reading of `message`, `known` are tasks spoken of."""

    message: str
    plan: Plan
    known: dict[str, Shown]
    finder: TaskFinder
    caller: Caller

    async def verdict(self, call: Call, journal: Journal) -> tuple[Verdict, Call]:
        """What is to become of a call, and the call with its task by id."""
        if call.tool == "list_tasks":
            return "do", call
        if self.plan.sure and all(isinstance(action, List | Help | SmallTalk) for action in self.plan.actions):
            return NOT_ASKED, call
        if call.tool == "undo":
            return ("do" if _UNDO.search(self.message) else NOT_ASKED), call
        if call.tool not in CHANGES_OF_TASKS:
            return "do", call
        task = await self._task(call, journal)
        if task is None:
            return "do", call  # the tool says that there are none, or several, and changes nothing
        meant = Call(call.tool, {**call.arguments, "task": task["id"]})
        if self._is_bulk() or (not self._names(task["title"]) and await self._is_one_of_several(meant, journal)):
            return "ask", meant
        return "do", meant

    def _is_bulk(self) -> bool:
        targets = (action.target for action in self.plan.actions if isinstance(action, _TARGETED))
        return any(target.bulk for target in targets)

    async def _is_one_of_several(self, call: Call, journal: Journal) -> bool:
        """Whether more tasks than this one change without having been named."""
        others = set(journal.touched) | {str(waiting.arguments.get("task")) for waiting in journal.waiting}
        for other in current_run().batch:
            task = await self._task(other, journal) if other.tool in CHANGES_OF_TASKS else None
            if task is not None and not self._names(task["title"]):
                others.add(task["id"])
        return bool(others - {call.arguments["task"]})

    async def _task(self, call: Call, journal: Journal) -> dict[str, Any] | None:
        words = str(call.arguments.get("task", ""))
        if words in journal.seen:
            return journal.seen[words]
        found = await self.finder.find(self.caller, words, ("open", "done")) if words else None
        if found is None or len(found.tasks) != 1:
            return None
        task = as_json(found.tasks[0])
        journal.seen[task["id"]] = task
        return task

    def _names(self, title: str) -> bool:
        """Whether the message has most of the title's words, typing errors aside."""
        words = [word for word in _words(title) if len(word) > 2] or list(_words(title))
        said = list(_words(self.message))
        there = sum(any(fuzz.ratio(word, other) >= _SAME_WORD for other in said) for word in words)
        return bool(words) and there * 2 >= len(words)


_TARGETED = (Complete, Reopen, Update, Delete)


def _words(text: str) -> Iterable[str]:
    return _WORD.findall(text.casefold())
