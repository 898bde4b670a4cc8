"""One turn of conversation: store the message, run the agent, stream what happens, store the answer.

A turn runs in a task of its own: whoever reads its stream may leave and come back, and only "stop" ends it.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable
from uuid import UUID

import structlog

from todo.agent.dialogue import Dialogue
from todo.agent.reading import Reading, read_message
from todo.agent.running import RunningTurn
from todo.agent.starting import Workshop
from todo.agent.stream import TurnStream, replay
from todo.conversations.message import OpenTurn
from todo.conversations.turns import Turns
from todo.errors import ApprovalLapsed
from todo.kit.caller import Caller
from todo.kit.clock import Clock
from todo.kit.sse import PING
from todo.tasks.lists import Lists

_KEPT = 200
"""As many finished turns stay in memory, for readers who lost the connection just then."""
_POLL_SECONDS = 0.5

_log = structlog.get_logger()


class Chat:
    def __init__(self, turns: Turns, lists: Lists, work: Workshop, clock: Clock) -> None:
        self._turns = turns
        self._lists = lists
        self._work = work
        self._clock = clock
        self._running: dict[UUID, RunningTurn] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def say(self, caller: Caller, message: str, conversation_id: UUID | None, choice: UUID | None) -> RunningTurn:
        """Begin a turn. `choice` is a candidate that was clicked. Raises as `Turns.open_turn`."""
        opened = await self._turns.open_turn(caller, conversation_id, message)
        dialogue = Dialogue.load(opened.state, self._clock())
        lists = tuple(found.name for found in await self._lists.all(caller))
        reading = read_message(message, dialogue, lists, choice, self._clock().astimezone(caller.zone))
        return self._begin(caller, opened, dialogue, reading)

    async def approve(self, caller: Caller, turn_id: UUID, left_out: Iterable[UUID]) -> RunningTurn:
        """Begin the turn that does what another one asked about, all but what is left out.

        Raises:
            NotFound: there is no such turn of this person's.
            ApprovalLapsed: it asks nothing any more; nothing is done.
        """
        excluded = frozenset(str(task_id) for task_id in left_out)
        conversation_id, dialogue = await self._asked(caller, turn_id)
        names = [shown.title for shown in dialogue.shown if shown.id in excluded]
        message = f"Yes, all but {', '.join(names)}" if names else "Yes"
        opened = await self._turns.open_turn(caller, conversation_id, message[:2000])
        return self._begin(caller, opened, dialogue, Reading.approval(excluded))

    async def reject(self, caller: Caller, turn_id: UUID) -> RunningTurn:
        """Begin the turn that answers no. Raises as `approve`."""
        conversation_id, dialogue = await self._asked(caller, turn_id)
        opened = await self._turns.open_turn(caller, conversation_id, "No")
        return self._begin(caller, opened, dialogue, Reading.cancelled())

    async def stop(self, caller: Caller, turn_id: UUID) -> None:
        """Stop a turn, wherever it runs; what it did so far has its receipts. Raises NotFound."""
        await self._turns.ask_stop(caller, turn_id)
        running = self._running.get(turn_id)
        if running is not None:
            running.stop()

    async def resume(self, caller: Caller, turn_id: UUID, after: int) -> AsyncIterator[bytes]:
        """The events of a turn after number `after`: from memory if it runs here, else as they are stored."""
        stored = await self._turns.turn(caller, turn_id)
        running = self._running.get(turn_id)
        if running is not None:
            return running.stream.read(after)
        if stored.status == "running":
            return self._follow(caller, turn_id, after)
        return _all(replay(stored.events, after))

    async def close(self) -> None:
        """Let running turns finish, for as long as the server is given to stop."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _begin(self, caller: Caller, opened: OpenTurn, dialogue: Dialogue, reading: Reading) -> RunningTurn:
        running = RunningTurn(caller, opened, dialogue, reading, TurnStream())
        self._running[opened.turn_id] = running
        task = asyncio.create_task(self._work.run(running))
        running.task = task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        for old in list(self._running)[: max(0, len(self._running) - _KEPT)]:
            if self._running[old].stream.closed:
                del self._running[old]
        return running

    async def _asked(self, caller: Caller, turn_id: UUID) -> tuple[UUID, Dialogue]:
        turn = await self._turns.turn(caller, turn_id)
        state = await self._turns.state(caller, turn.conversation_id)
        dialogue = Dialogue.load(state, self._clock())
        if dialogue.approval is None or dialogue.approval.turn_id != str(turn_id):
            raise ApprovalLapsed("This question was answered or has lapsed; nothing was done. Say again what you want.")
        return turn.conversation_id, dialogue

    async def _follow(self, caller: Caller, turn_id: UUID, after: int) -> AsyncIterator[bytes]:
        """A turn that runs on another server, as it stores its events."""
        while True:
            stored = await self._turns.turn(caller, turn_id)
            for event in replay(stored.events, after):
                yield event
            after = max([after, *(event["id"] for event in stored.events)])
            if stored.status != "running":
                return
            yield PING
            await asyncio.sleep(_POLL_SECONDS)


async def _all(events: list[bytes]) -> AsyncIterator[bytes]:
    for event in events:
        yield event
