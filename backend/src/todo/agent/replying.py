"""One reply, by the interpreter's rules or by a model, and what the conversation refers to after it."""

from dataclasses import dataclass, replace
from typing import Any

from agents import Tool

from todo.agent.approving import ask_first
from todo.agent.dialogue import Dialogue
from todo.agent.journal import Journal
from todo.agent.llm.failures import Failure, ModelFailed
from todo.agent.llm.guard import Guard
from todo.agent.llm.routing import Route, Router
from todo.agent.llm.talk import ModelTalk, Question
from todo.agent.loop import agent, converse
from todo.agent.offline import NAME, OfflineModel, playing
from todo.agent.outcomes import outcome
from todo.agent.reading import Reading
from todo.agent.running import RunningTurn
from todo.agent.scene import Scene
from todo.agent.script import approved, play
from todo.agent.toolbox import REST_AGAIN
from todo.agent.window import newest_that_fit
from todo.allowance.service import Allowance
from todo.conversations.service import Conversations
from todo.history.event import Turn
from todo.interpreter.plan import Approve
from todo.kit.clock import Clock
from todo.tasks.finding import TaskFinder
from todo.tools.acting import Act

HISTORY_MESSAGES, HISTORY_TOKENS = 40, 6_000


@dataclass(slots=True)
class Reply:
    """What the next reply refers to, who answered, and the tokens of it; grows while the turn runs."""

    dialogue: Dialogue
    model: str = NAME
    tokens: int | None = None

    def done(self, seconds: float) -> dict[str, Any]:
        """The `done` event's data."""
        return {"model": self.model, "seconds": seconds} | ({"tokens": self.tokens} if self.tokens else {})


class ModelUnavailable(Exception):
    """The model gave no answer, or broke off, and nobody answers in its place. Carries what to say."""

    code = "model_unavailable"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Models:
    """The models beside the interpreter, as far as there are any."""

    router: Router
    allowance: Allowance
    conversations: Conversations


class Replying:
    """Replies to messages; `tools` are those of `todo.agent.toolbox`."""

    def __init__(self, finder: TaskFinder, tools: list[Tool], clock: Clock, models: Models | None) -> None:
        self._finder = finder
        self._offline = agent(OfflineModel(), tools)
        self._clock = clock
        self._models = models

    async def reply(self, running: RunningTurn, reply: Reply) -> None:
        """Answer into the turn's stream; `reply` tells the rest.

        Raises:
            ModelUnavailable, ToolUnavailable: and what has a receipt was done.
        """
        reading = await running.read()
        route = Route()
        if self._models is not None:
            route = await self._models.router.route(running.caller, reading, running.dialogue)
        if route.talk is not None and await self._by_model(running, reading, route.talk, reply, route.falls_back):
            return
        await self._by_rules(running, reading, reply, route.notice)

    async def _by_rules(self, running: RunningTurn, reading: Reading, reply: Reply, notice: str) -> None:
        journal, before = self._journal(running), running.dialogue
        if notice:
            journal.say(f"{notice} ")
        scene = Scene(
            now=self._clock().astimezone(running.caller.zone),
            journal=journal,
            lists=reading.lists,
            asked=before.pending is not None,
            lapsed=before.lapsed,
            undo_turn=before.undo_turn,
            known=before.known,
            left_out=[{"title": task.title} for task in before.waiting if task.id in reading.excluded],
        )
        if reading.approved and before.approval is not None:
            script = approved(before.approval.without(reading.excluded), scene)
            before = before.answered()
        else:
            script = play(reading.plan, scene)
        with playing(script, journal):
            await converse(self._offline, running.opened.message, journal)
        reply.dialogue = await self._after(before, journal, cancelled=reading.is_cancel)

    async def _by_model(
        self, running: RunningTurn, reading: Reading, talk: ModelTalk, reply: Reply, falls_back: bool
    ) -> bool:
        """False when the interpreter is to answer instead, which the person has been told."""
        journal = self._journal(running)
        before = running.dialogue.unanswered()
        try:
            reply.tokens = await talk.answer(await self._question(running, reading), journal)
        except ModelFailed as failed:
            reply.tokens = failed.tokens
            untouched = not (running.stream.text or journal.changes)
            if untouched and falls_back:
                running.stream.emit("text", {"delta": f"{_instead(failed.failure)} "})
                return False
            reply.model = talk.name
            reply.dialogue = await self._after(before, journal, cancelled=False)
            if untouched:
                raise ModelUnavailable(_nothing(failed.failure)) from failed
            if not running.stream.text:
                journal.say(outcome(journal.changes, self._clock().astimezone(running.caller.zone)))
            raise ModelUnavailable(f"The model {failed.failure.reason}. {REST_AGAIN}") from failed
        finally:
            await self._spend(running, reply.tokens)
        reply.model = talk.name
        reply.dialogue = replace(await self._after(before, journal, cancelled=False), by_model=True)
        return True

    async def _question(self, running: RunningTurn, reading: Reading) -> Question:
        assert self._models is not None  # noqa: S101 - there is a model that is asked
        messages = await self._models.conversations.newest(
            running.caller, running.opened.conversation_id, HISTORY_MESSAGES
        )
        items = newest_that_fit([message for message in messages if message.status != "running"], HISTORY_TOKENS)
        consents = any(isinstance(action, Approve) for action in reading.plan.actions)
        asked = [item["content"] for item in items if item["role"] == "assistant"][-1:] if consents else []
        said = "\n".join([*asked, reading.message])
        guard = Guard(said, reading.plan, running.dialogue.known, self._finder, running.caller)
        return Question(items, guard, self._clock().astimezone(running.caller.zone))

    async def _spend(self, running: RunningTurn, tokens: int | None) -> None:
        if self._models is not None and tokens:
            await self._models.allowance.spend(running.caller, tokens)

    async def _after(self, before: Dialogue, journal: Journal, *, cancelled: bool) -> Dialogue:
        after = before.after(
            shown=journal.shown,
            touched=tuple(journal.touched.values()),
            pending=journal.pending,
            undo_turn=journal.undo_turn,
            cancelled=cancelled,
            added=journal.added,
            last=journal.last if journal.changes else None,
        )
        if not journal.waiting:
            return after
        return await ask_first(after, journal, self._finder, self._clock().astimezone(journal.act.caller.zone))

    def _journal(self, running: RunningTurn) -> Journal:
        caller = replace(running.caller, source="assistant")
        return Journal(Act(caller, Turn(running.opened.turn_id, running.opened.conversation_id)), running.stream)


def _instead(failure: Failure) -> str:
    return f"The model {failure.reason}, so I answer by my built-in rules."


def _nothing(failure: Failure) -> str:
    return (
        f"The model {failure.reason}. Nothing was changed. Try again in a moment, or choose “Automatic” in the "
        "settings to be answered by the built-in rules meanwhile."
    )
