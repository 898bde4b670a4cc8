"""A message as the agent takes it up: a plan of the interpreter's, or the answer to what waits for approval."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from todo.agent.answers import CHOSEN_ALREADY
from todo.agent.dialogue import Dialogue
from todo.interpreter.context import AskWhich
from todo.interpreter.interpreting import interpret
from todo.interpreter.knowing import needs_titles
from todo.interpreter.plan import Approve, Ask, Cancel, Plan, Target

Titles = Callable[[], Awaitable[tuple[str, ...]]]
"""Fetches the titles of the person's open tasks."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`approved` goes on with the run that waits, without the tasks `excluded`; otherwise `plan` is new.

    `message` is what the plan was read from; a click has none, and is the interpreter's to answer.
    """

    plan: Plan
    message: str = ""
    approved: bool = False
    excluded: frozenset[str] = frozenset()
    lists: tuple[str, ...] = ()

    @property
    def is_by_button(self) -> bool:
        return not self.message

    @property
    def is_cancel(self) -> bool:
        return any(isinstance(action, Cancel) for action in self.plan.actions)

    @classmethod
    def cancelled(cls) -> "Reading":
        return cls(Plan((Cancel(),), sure=True))

    @classmethod
    def approval(cls, excluded: frozenset[str]) -> "Reading":
        return cls(Plan((), sure=True), approved=True, excluded=excluded)


async def read_message(
    message: str, dialogue: Dialogue, lists: tuple[str, ...], choice: UUID | None, now: datetime, titles: Titles
) -> Reading:
    """What the message asks for, read against the dialogue; `now` is local.

    The person's `titles` are fetched only when they could make a difference: most messages do without.
    """
    if choice is not None:
        return Reading(_chosen(dialogue, str(choice)), lists=lists)
    context = dialogue.context(now, lists)
    plan = interpret(message, context)
    if dialogue.pending is None and needs_titles(message, plan) and (known := await titles()):
        plan = interpret(message, replace(context, titles=known))
    match plan.actions:
        case (Approve(only_ids, except_ids),) if dialogue.approval:
            excluded = {task.id for task in dialogue.waiting} - set(only_ids) if only_ids else set(except_ids)
            return Reading.approval(frozenset(excluded))
    return Reading(plan, message, lists=lists)


def _chosen(dialogue: Dialogue, task_id: str) -> Plan:
    """The act that was asked about, of the candidate that was clicked."""
    match dialogue.pending:
        case AskWhich(action, candidates) if task_id in {shown.id for shown in candidates}:
            return Plan((replace(action, target=Target(ids=(task_id,))),), sure=True)
    return Plan((Ask(CHOSEN_ALREADY),), sure=True)
