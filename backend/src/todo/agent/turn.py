"""The work of one turn, from the message to the stored answer."""

import asyncio
import json
import time
from dataclasses import replace
from datetime import timedelta
from typing import Any

import structlog
from agents import Tool
from agents.exceptions import AgentsException

from todo.agent import answers
from todo.agent.dialogue import Approval, Dialogue
from todo.agent.journal import Journal, shown
from todo.agent.loop import Waiting, converse, go_on
from todo.agent.offline import NAME, OfflineModel
from todo.agent.running import RunningTurn
from todo.agent.scene import Scene
from todo.agent.script import play, summary
from todo.agent.stream import joined
from todo.conversations.message import TurnStatus
from todo.conversations.turns import Turns
from todo.errors import AppError
from todo.history.event import Turn
from todo.kit.clock import Clock
from todo.tasks.finding import TaskFinder
from todo.tools.acting import Act
from todo.tools.results import as_json

APPROVAL_MINUTES = 10
_SIGN_OF_LIFE_SECONDS = 1.0
_STORE_TRIES = (0.0, 0.5, 2.0, 5.0)
_BROKE_OFF = "The answer broke off. What has a receipt was done; say the rest again."

_log = structlog.get_logger()


class TurnWork:
    """Runs turns. `tools` are those of `todo.agent.toolbox`."""

    def __init__(self, turns: Turns, finder: TaskFinder, tools: list[Tool], clock: Clock) -> None:
        self._turns = turns
        self._finder = finder
        self._tools = tools
        self._clock = clock

    async def run(self, running: RunningTurn) -> None:
        """Answer, whatever happens: errors become events that say what is safe, and everything said is stored."""
        opened, stream, started = running.opened, running.stream, time.perf_counter()
        about = {"conversation_id": str(opened.conversation_id), "turn_id": str(opened.turn_id)}
        stream.emit("turn", {**about, "title": opened.title})
        keeper = asyncio.create_task(self._show_life(running))
        status: TurnStatus = "done"
        dialogue = running.dialogue
        try:
            dialogue = await self._answer(running)
        except asyncio.CancelledError:
            status = "stopped"
            if running.task is not None:
                running.task.uncancel()
        except AppError as error:
            status = "failed"
            stream.emit("error", {"code": error.code, "message": error.detail, **error.extra})
        except (AgentsException, Exception) as error:
            status = "failed"
            _log.exception("turn_failed", reason=type(error).__name__)
            stream.emit("error", {"code": "internal", "message": _BROKE_OFF})
        keeper.cancel()
        seconds = round(time.perf_counter() - started, 4)
        await self._close(running, dialogue, status, seconds)
        stream.emit("done", {"model": NAME, "seconds": seconds})
        stream.close()

    async def _answer(self, running: RunningTurn) -> Dialogue:
        caller = replace(running.caller, source="assistant")
        journal = Journal(Act(caller, Turn(running.opened.turn_id, running.opened.conversation_id)), running.stream)
        before, reading = running.dialogue, running.reading
        scene = Scene(
            now=self._clock().astimezone(caller.zone),
            journal=journal,
            lists=reading.lists,
            asked=before.pending is not None,
            lapsed=before.lapsed,
            undo_turn=before.undo_turn,
        )
        if reading.approved and before.approval is not None:
            model = OfflineModel(summary(scene), journal)
            waiting = await go_on(model, self._tools, before.approval.run, journal, reading.excluded)
            before = before.answered()
        else:
            model = OfflineModel(play(reading.plan, scene), journal)
            waiting = await converse(model, self._tools, running.opened.message, journal)
        after = before.after(
            shown=journal.shown,
            touched=tuple(journal.touched.values()),
            pending=journal.pending,
            undo_turn=journal.undo_turn,
            cancelled=reading.is_cancel,
        )
        return after if waiting is None else await self._ask(after, journal, waiting)

    async def _ask(self, dialogue: Dialogue, journal: Journal, waiting: Waiting) -> Dialogue:
        """Show exactly what a yes would do, and wait for it."""
        actions: list[dict[str, Any]] = []
        for call in waiting.calls:
            arguments: dict[str, Any] = json.loads(call.arguments)
            found = await self._finder.find(journal.act.caller, arguments["task"], ("open", "done"))
            if found.tasks:
                actions.append({"tool": call.name, "arguments": arguments, "task": as_json(found.tasks[0])})
        if not actions:
            journal.stream.emit("text", {"delta": answers.CANCELLED})
            return dialogue
        expires_at = (self._clock() + timedelta(minutes=APPROVAL_MINUTES)).isoformat()
        question = " ".join(filter(None, (journal.said, answers.approval(actions))))
        turn_id = str(journal.act.turn.id)
        journal.stream.emit("approval", {"turn_id": turn_id, "actions": actions, "expires_at": expires_at})
        journal.stream.emit("text", {"delta": question})
        approval = Approval(turn_id, waiting.run, expires_at)
        return dialogue.asking(approval, tuple(shown(action["task"]) for action in actions))

    async def _show_life(self, running: RunningTurn) -> None:
        """Store how far a long turn has come, for readers on other servers, and hear whether it is to stop."""
        while True:
            await asyncio.sleep(_SIGN_OF_LIFE_SECONDS)
            stream = running.stream
            try:
                stop = await self._turns.save_turn(
                    running.caller, running.opened.turn_id, text=stream.text, events=joined(stream.events)
                )
            except AppError as error:
                _log.warning("turn_not_saved", reason=error.code)
                continue
            if stop:
                running.stop()

    async def _close(self, running: RunningTurn, dialogue: Dialogue, status: TurnStatus, seconds: float) -> None:
        """Store the answer. A database that is away for a moment does not lose it."""
        stream = running.stream
        done = {"id": len(stream.events) + 1, "event": "done", "data": {"model": NAME, "seconds": seconds}}
        for wait in _STORE_TRIES:
            await asyncio.sleep(wait)
            try:
                await self._turns.close_turn(
                    running.caller,
                    running.opened,
                    text=stream.text,
                    events=joined([*stream.events, done]),
                    status=status,
                    model=NAME,
                    seconds=seconds,
                    state=dialogue.dump(),
                )
            except AppError as error:
                _log.warning("turn_not_stored", reason=error.code)
            else:
                return
        message = "The answer could not be stored. What has a receipt was done; this text is gone after a reload."
        stream.emit("error", {"code": "not_stored", "message": message})
