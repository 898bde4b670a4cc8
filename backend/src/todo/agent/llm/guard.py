"""What a model may do by itself: what the person asked for. Anything more is refused, or waits for a yes.

A model reads titles and notes that anybody may have written. So it is not asked whether it was talked into something:
each change is held against the person's own message, which no task's text can alter.
"""

from dataclasses import dataclass
from typing import Any, Literal

from todo.agent.journal import Call, Journal
from todo.agent.llm.evidence import asks_for, is_question, is_quoted_from, names
from todo.agent.llm.run import current_run
from todo.interpreter.context import Shown
from todo.interpreter.plan import Add, Chat, Complete, Delete, Help, List, Plan, Reopen, Update
from todo.kit.caller import Caller
from todo.tasks.finding import TaskFinder
from todo.tools.results import as_json

CHANGES_OF_TASKS = frozenset(("complete_task", "update_task", "delete_task"))
NOT_ASKED = "Refused: the person's message asks for no such change. Answer it; if it seems needed, ask the person."

Verdict = Literal["do", "ask"] | str
"""To be done, to be asked about first, or a refusal in words for the model."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Judges the calls of one turn. `plan` is the interpreter's reading of the message, `known` are tasks spoken of.

    `message` is what the person said; after a "yes" to the model, with the model's question that it answers.
    """

    message: str
    plan: Plan
    known: dict[str, Shown]
    finder: TaskFinder
    caller: Caller

    @property
    def wants_a_change(self) -> bool:
        """Whether the interpreter reads a wish for a change in the message, sure or not."""
        return any(isinstance(action, Add | Complete | Delete | Reopen | Update) for action in self.plan.actions)

    async def verdict(self, call: Call, journal: Journal) -> tuple[Verdict, Call]:
        """What is to become of a call, and the call with its task by id."""
        if call.tool == "list_tasks":
            return "do", call
        if self.plan.sure and all(isinstance(action, List | Help | Chat) for action in self.plan.actions):
            return NOT_ASKED, call
        if call.tool == "undo":
            return ("do" if asks_for("undo", self.message) else NOT_ASKED), call
        if call.tool == "add_task":
            return ("do" if self._is_to_be_added(str(call.arguments.get("title", "")), journal) else NOT_ASKED), call
        if call.tool not in CHANGES_OF_TASKS:
            return "do", call
        task = await self._task(call, journal)
        if task is None:
            return "do", call  # the tool says that there are none, or several, and changes nothing
        meant = Call(call.tool, {**call.arguments, "task": task["id"]})
        return ("do" if await self._is_meant(meant, task, journal) else "ask"), meant

    async def _is_meant(self, call: Call, task: dict[str, Any], journal: Journal) -> bool:
        """Whether the message asks for this of this task: by its title, or of the one just spoken of."""
        if self._is_bulk():
            return False
        asked = asks_for(call.tool, self.message)
        if names(self.message, task["title"]):
            return asked or not (call.tool == "delete_task" or is_question(self.message))
        return asked and task["id"] in self.known and not await self._is_one_of_several(call, journal)

    def _is_bulk(self) -> bool:
        targets = (action.target for action in self.plan.actions if isinstance(action, _TARGETED))
        return any(target.bulk for target in targets)

    def _is_to_be_added(self, title: str, journal: Journal) -> bool:
        """Whether the message has the new title's words, or asks to add something that stands in no task."""
        if names(self.message, title):
            return True
        read = [f"{task['title']} {task['description']}" for task in journal.seen.values()]
        spoken_of = [shown.title for shown in self.known.values()]
        return asks_for("add_task", self.message) and not is_quoted_from(title, [*read, *spoken_of], self.message)

    async def _is_one_of_several(self, call: Call, journal: Journal) -> bool:
        """Whether more tasks than this one change without having been named."""
        others = set(journal.touched) | {str(waiting.arguments.get("task")) for waiting in journal.waiting}
        for other in current_run().batch:
            task = await self._task(other, journal) if other.tool in CHANGES_OF_TASKS else None
            if task is not None and not names(self.message, task["title"]):
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


_TARGETED = (Complete, Reopen, Update, Delete)
