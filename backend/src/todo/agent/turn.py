"""The work of one turn, from the message to the stored answer."""

import asyncio
import time
from contextlib import suppress
from typing import Any

import structlog

from todo.agent.replying import ModelUnavailable, Reply, Replying
from todo.agent.running import RunningTurn
from todo.agent.stream import joined
from todo.agent.toolbox import BROKE_OFF, REST_AGAIN, ToolUnavailable
from todo.conversations.message import TurnStatus
from todo.conversations.turns import Turns
from todo.errors import AppError

_SIGN_OF_LIFE_SECONDS = 1.0
_STORE_TRIES = (0.0, 0.5, 2.0, 5.0)

_log = structlog.get_logger()


class TurnWork:
    """Runs turns."""

    def __init__(self, turns: Turns, replying: Replying) -> None:
        self._turns = turns
        self._replying = replying

    async def run(self, running: RunningTurn) -> None:
        """Answer, whatever happens: errors become events that say what is safe, and everything said is stored."""
        stream, started = running.stream, time.perf_counter()
        ended = asyncio.Event()
        keeper = asyncio.create_task(self._show_life(running, ended))
        status: TurnStatus = "done"
        reply = Reply(running.dialogue)
        try:
            await self._replying.reply(running, reply)
        except asyncio.CancelledError:
            status = "stopped"
            if running.task is not None:
                running.task.uncancel()
        except ModelUnavailable as error:
            status = "failed"
            stream.emit("error", {"code": error.code, "message": error.message})
        except ToolUnavailable as error:
            status = "failed"
            acted = any(event["event"] == "receipt" for event in stream.events)
            message = f"{error.message.partition('. ')[0]}. {REST_AGAIN}" if acted else error.message
            stream.emit("error", {"code": error.code, "message": message})
        except AppError as error:
            status = "failed"
            stream.emit("error", {"code": error.code, "message": error.detail, **error.extra})
        except Exception as error:
            status = "failed"
            _log.exception("turn_failed", reason=type(error).__name__)
            stream.emit("error", {"code": AppError.code, "message": BROKE_OFF})
        running.closing = True
        ended.set()
        await keeper
        seconds = round(time.perf_counter() - started, 4)
        done = reply.done(seconds)
        await self._close(running, reply, status, done)
        stream.emit("done", done)
        stream.close()

    async def _show_life(self, running: RunningTurn, ended: asyncio.Event) -> None:
        """Store how far a long turn has come, for readers on other servers, and hear whether it is to stop.

        It is let finish, not cancelled: what it stores must not come after the whole answer, nor break off in a
        transaction that the whole answer then waits for.
        """
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), _SIGN_OF_LIFE_SECONDS)
                return
            stream = running.stream
            try:
                stop = await self._turns.save_turn(
                    running.caller, running.opened.turn_id, text=stream.text, events=joined(stream.events)
                )
            except Exception as error:  # the next one may be stored, and the answer comes anyway
                _log.warning("turn_not_saved", reason=type(error).__name__)
                continue
            if stop:
                running.stop()

    async def _close(self, running: RunningTurn, reply: Reply, status: TurnStatus, done: dict[str, Any]) -> None:
        """Store the answer. A database that is away for a moment does not lose it."""
        stream = running.stream
        last = {"id": len(stream.events) + 1, "event": "done", "data": done}
        for wait in _STORE_TRIES:
            await asyncio.sleep(wait)
            try:
                await self._turns.close_turn(
                    running.caller,
                    running.opened,
                    text=stream.text,
                    events=joined([*stream.events, last]),
                    status=status,
                    model=reply.model,
                    seconds=done["seconds"],
                    state=reply.dialogue.dump(),
                )
            except Exception as error:  # whatever it was: the reader is told, and the stream ends
                _log.warning("turn_not_stored", reason=type(error).__name__)
            else:
                return
        message = "The answer could not be stored. What has a receipt was done; this text is gone after a reload."
        stream.emit("error", {"code": "not_stored", "message": message})
