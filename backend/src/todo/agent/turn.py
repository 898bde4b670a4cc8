"""The work of one turn, from the message to the stored answer."""

import asyncio
import time
from dataclasses import replace
from datetime import timedelta
from typing import Any

import structlog
from agents import Tool

from todo.agent import answers
from todo.agent.dialogue import Approval, Dialogue
from todo.agent.journal import Journal, shown
from todo.agent.loop import agent, converse
from todo.agent.offline import NAME, OfflineModel, playing
from todo.agent.running import RunningTurn
from todo.agent.scene import Scene
from todo.agent.script import approved, play
from todo.agent.stream import joined
from todo.agent.toolbox import BROKE_OFF, REST_AGAIN, ToolUnavailable
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

_log = structlog.get_logger()


class TurnWork:
    """Runs turns. `tools` are those of `todo.agent.toolbox`."""

    def __init__(self, turns: Turns, finder: TaskFinder, tools: list[Tool], clock: Clock) -> None:
        self._turns = turns
        self._finder = finder
        self._agent = agent(OfflineModel(), tools)
        self._clock = clock

    async def run(self, running: RunningTurn) -> None:
        """Answer, whatever happens: errors become events that say what is safe, and everything said is stored."""
        stream, started = running.stream, time.perf_counter()
        keeper = asyncio.create_task(self._show_life(running))
        status: TurnStatus = "done"
        dialogue = running.dialogue
        try:
            dialogue = await self._answer(running)
        except asyncio.CancelledError:
            status = "stopped"
            if running.task is not None:
                running.task.uncancel()
        except ToolUnavailable as error:
            status = "failed"
            done = any(event["event"] == "receipt" for event in stream.events)
            message = f"{error.message.partition('. ')[0]}. {REST_AGAIN}" if done else error.message
            stream.emit("error", {"code": error.code, "message": message})
        except AppError as error:
            status = "failed"
            stream.emit("error", {"code": error.code, "message": error.detail, **error.extra})
        except Exception as error:
            status = "failed"
            _log.exception("turn_failed", reason=type(error).__name__)
            stream.emit("error", {"code": AppError.code, "message": BROKE_OFF})
        running.closing = True
        keeper.cancel()
        seconds = round(time.perf_counter() - started, 4)
        await self._close(running, dialogue, status, seconds)
        stream.emit("done", {"model": NAME, "seconds": seconds})
        stream.close()

    async def _answer(self, running: RunningTurn) -> Dialogue:
        caller = replace(running.caller, source="assistant")
        journal = Journal(Act(caller, Turn(running.opened.turn_id, running.opened.conversation_id)), running.stream)
        before, reading = running.dialogue, running.read()
        scene = Scene(
            now=self._clock().astimezone(caller.zone),
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
            await converse(self._agent, running.opened.message, journal)
        after = before.after(
            shown=journal.shown,
            touched=tuple(journal.touched.values()),
            pending=journal.pending,
            undo_turn=journal.undo_turn,
            cancelled=reading.is_cancel,
        )
        return await self._ask(after, journal) if journal.waiting else after

    async def _ask(self, dialogue: Dialogue, journal: Journal) -> Dialogue:
        """Show exactly what a yes would do, and wait for it."""
        actions: list[dict[str, Any]] = []
        for call in journal.waiting:
            task = journal.seen.get(call.arguments["task"])
            if task is None:
                found = await self._finder.find(journal.act.caller, call.arguments["task"], ("open", "done"))
                task = as_json(found.tasks[0]) if found.tasks else None
            if task is not None:
                actions.append({"tool": call.tool, "arguments": call.arguments, "task": task})
        if not actions:
            journal.say(answers.GONE)
            return dialogue
        now = self._clock()
        expires_at = (now + timedelta(minutes=APPROVAL_MINUTES)).isoformat()
        question = answers.approval(actions, now.astimezone(journal.act.caller.zone))
        turn_id = str(journal.act.turn.id)
        journal.stream.emit("approval", {"turn_id": turn_id, "actions": actions, "expires_at": expires_at})
        journal.say(f" {question}" if journal.stream.text else question)
        approval = Approval(turn_id, tuple(journal.waiting), expires_at)
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
            except Exception as error:  # whatever it was: the reader is told, and the stream ends
                _log.warning("turn_not_stored", reason=type(error).__name__)
            else:
                return
        message = "The answer could not be stored. What has a receipt was done; this text is gone after a reload."
        stream.emit("error", {"code": "not_stored", "message": message})
