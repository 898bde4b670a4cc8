"""A turn answered by a model: asked with the newest of the conversation, held to the person's wish and to receipts."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import structlog
from agents import Tool
from agents.items import TResponseInputItem

from todo.agent.journal import Journal
from todo.agent.llm.breaker import Breaker
from todo.agent.llm.checked import NOTHING_CHANGED, CheckedText
from todo.agent.llm.failures import RESTING, ModelFailed
from todo.agent.llm.guard import Guard
from todo.agent.llm.instructions import instructions
from todo.agent.llm.model import MeteredModel, client_of, settings_of
from todo.agent.llm.run import ModelRun, running
from todo.agent.llm.state import ModelState
from todo.agent.llm.translating import UNKNOWN, failure_of
from todo.agent.loop import agent, converse
from todo.agent.outcomes import outcome
from todo.agent.toolbox import ToolUnavailable
from todo.agent.window import InputItem
from todo.interpreter.context import AskWhich
from todo.interpreter.plan import Changes, Complete, Delete, Reopen, Target, TargetedAction, Update

MAX_MODEL_CALLS = 12
"""A model that wants more rounds for one message is running in circles."""
_IT_ANSWERS = frozenset(("loop", "malformed", "empty"))
"""Failures of an answer, not of the way to the model."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Question:
    """`items` are the conversation up to what the person says now; the guard holds the model to that."""

    items: list[InputItem]
    guard: Guard
    now: datetime


class ModelTalk:
    """Answers turns by one provider's model; `tools` are those of `todo.agent.toolbox`."""

    def __init__(self, state: ModelState, tools: list[Tool], timeout_seconds: float) -> None:
        self.provider = provider = state.provider
        self._state = state
        self._breaker = Breaker()
        self._client = client_of(provider, timeout_seconds)
        model = MeteredModel(provider, self._client, timeout_seconds)
        self._agent = agent(model, tools, settings=settings_of(), instructions=_instructions)

    @property
    def name(self) -> str:
        return self.provider.model

    async def close(self) -> None:
        """Close the connections to the provider."""
        await self._client.close()

    async def answer(self, question: Question, journal: Journal) -> int:
        """Answer; what is said and done goes to the journal. The tokens used, as counted or estimated.

        Raises:
            ModelFailed: no answer came, or it broke off; what was done has its receipts.
            ToolUnavailable: a tool could not do its work.
        """
        if not self._breaker.allows():
            raise ModelFailed(RESTING)
        journal.guard, journal.now = question.guard, question.now
        run, text = ModelRun(), _checked(journal)
        items = cast("list[TResponseInputItem]", question.items)
        try:
            with running(run):
                await converse(self._agent, items, journal, say=text.feed, max_calls=MAX_MODEL_CALLS)
        except ToolUnavailable:
            self._went_well()
            text.drop()
            raise
        except asyncio.CancelledError:
            self._breaker.left()
            raise
        except Exception as error:  # whatever it was, the interpreter can answer
            text.drop()
            raise self._failed(error, run.tokens) from error
        self._went_well()
        text.finish()
        if text.repaired:
            _log.warning("claim_repaired", model=self.name)
            if journal.changes:
                journal.say(outcome(journal.changes, question.now))
        elif question.guard.wants_a_change and not (journal.changes or journal.waiting or text.asks):
            journal.say(f" {NOTHING_CHANGED}")
        _show(journal)
        return run.tokens

    def _went_well(self) -> None:
        self._breaker.succeeded()
        self._state.answered()

    def _failed(self, error: Exception, tokens: int) -> ModelFailed:
        failure = error.failure if isinstance(error, ModelFailed) else failure_of(error, self.provider)
        if failure.code in _IT_ANSWERS:
            self._breaker.succeeded()
            self._state.misbehaved(failure)
        else:
            self._breaker.failed()
            self._state.failed(failure)
        unknown = error if failure.code == UNKNOWN else None
        _log.warning("model_failed", model=self.name, reason=failure.code, hint=failure.hint, exc_info=unknown)
        return ModelFailed(failure, tokens)


def _instructions(context: Any, _agent: Any) -> str:
    journal: Journal = context.context
    assert journal.now is not None  # noqa: S101 - `answer` has set it
    return instructions(journal.now)


def _checked(journal: Journal) -> CheckedText:
    def receipts() -> list[dict[str, Any]]:
        return [event["data"] for event in journal.stream.events if event["event"] == "receipt"]

    def describes_done() -> bool:
        return any(task["status"] == "done" for task in journal.seen.values())

    return CheckedText(journal.say, receipts, describes_done)


def _show(journal: Journal) -> None:
    """Show what the text speaks of: candidates that it asks about, or the tasks that it looked up and left alone."""
    if journal.touched or journal.waiting or not journal.answers:
        return
    call, result = journal.answers[-1]
    if result.get("error") == "ambiguous":
        journal.show_choices(result["candidates"])
        action = _action(call.tool, call.arguments, str(result["words"]))
        if action is not None and journal.shown:
            journal.pending = AskWhich(action, journal.shown)
    elif result.get("tasks") and "total" in result:
        journal.show_list(result["tasks"], result["total"])


def _action(tool: str, given: dict[str, Any], words: str) -> TargetedAction | None:
    """The act that was asked about, for the interpreter to go on with once the task is chosen."""
    target = Target(words=words)
    match tool:
        case "delete_task":
            return Delete(target)
        case "complete_task":
            return Reopen(target) if given.get("done") is False else Complete(target)
        case "update_task":
            changes = Changes(
                title=given.get("title"),
                description=given.get("description"),
                note=given.get("note"),
                due_shift=given.get("due"),  # words of dates stay words until the tool reads them
                rrule=given.get("repeat"),
                priority=given.get("priority"),
                list=given.get("list"),
                add_tags=tuple(given.get("add_tags", ())),
                remove_tags=tuple(given.get("remove_tags", ())),
            )
            return Update(target, changes)
    return None
