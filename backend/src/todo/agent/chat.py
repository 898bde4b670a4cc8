"""One turn of conversation: store the message, run the agent, stream what happens, store the answer.

A turn runs in a task of its own: whoever reads its stream may leave and come back, and only "stop" ends it.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from functools import partial
from uuid import UUID

from todo.agent.dialogue import Dialogue
from todo.agent.reading import Reading, read_message
from todo.agent.running import RunningTurn
from todo.agent.starting import Workshop
from todo.agent.stream import TurnStream, replay
from todo.agent.understanding import Understood, understood
from todo.conversations.message import OpenTurn, State
from todo.conversations.turns import MESSAGE_MOST, Turns
from todo.errors import ApprovalLapsed
from todo.kit.caller import Caller
from todo.kit.clock import Clock
from todo.kit.sse import PING
from todo.tasks.finding import TaskFinder
from todo.tasks.lists import Lists

_KEPT = 200
"""As many finished turns stay in memory, for readers who lost the connection just then."""
_POLL_SECONDS = 0.5


class Chat:
    def __init__(self, turns: Turns, lists: Lists, finder: TaskFinder, work: Workshop, clock: Clock) -> None:
        self._turns = turns
        self._lists = lists
        self._finder = finder
        self._work = work
        self._clock = clock
        # By person too: a client may choose the id of its turns, and must not reach another person's by it.
        self._running: dict[tuple[UUID, UUID], RunningTurn] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def say(
        self,
        caller: Caller,
        message: str,
        conversation_id: UUID | None,
        *,
        choice: UUID | None = None,
        turn_id: UUID | None = None,
    ) -> RunningTurn:
        """Begin a turn. `choice` is a candidate that was clicked. Raises as `Turns.open_turn`."""
        lists = await self._lists.names(caller)
        opened = await self._turns.open_turn(caller, conversation_id, message, turn_id=turn_id)
        now = self._clock()
        dialogue = Dialogue.load(opened.state, now)
        local, titles = now.astimezone(caller.zone), partial(self._finder.titles, caller)
        read = partial(read_message, opened.message, dialogue, lists, choice, local, titles)
        return self._begin(caller, opened, dialogue, read)

    async def understand(self, caller: Caller, text: str) -> Understood:
        """What a sentence would do in a new conversation; nothing is stored."""
        return understood(text, await self._lists.names(caller), self._clock().astimezone(caller.zone))

    async def approve(self, caller: Caller, turn_id: UUID, left_out: Iterable[UUID]) -> RunningTurn:
        """Begin the turn that does what another one asked about, all but what is left out.

        Raises:
            NotFound: there is no such turn of this person's.
            ApprovalLapsed: it asks nothing any more; nothing is done.
        """
        excluded = frozenset(str(task_id) for task_id in left_out)
        conversation_id, state = await self._conversation(caller, turn_id)
        names = [task.title for task in self._asked(state, turn_id).waiting if task.id in excluded]
        message = f"Yes, all but {', '.join(names)}" if names else "Yes"
        return await self._reply(caller, turn_id, conversation_id, message[:MESSAGE_MOST], Reading.approval(excluded))

    async def reject(self, caller: Caller, turn_id: UUID) -> RunningTurn:
        """Begin the turn that answers no. Raises as `approve`."""
        conversation_id, _ = await self._conversation(caller, turn_id)
        return await self._reply(caller, turn_id, conversation_id, "No", Reading.cancelled())

    async def stop(self, caller: Caller, turn_id: UUID) -> None:
        """Stop a turn, wherever it runs; what it did so far has its receipts. Raises NotFound."""
        await self._turns.ask_stop(caller, turn_id)
        running = self._running.get((caller.user_id, turn_id))
        if running is not None:
            running.stop()

    async def resume(self, caller: Caller, turn_id: UUID, after: int) -> AsyncIterator[bytes]:
        """The events of a turn after number `after`: from memory if it runs here, else as they are stored."""
        stored = await self._turns.turn(caller, turn_id)
        running = self._running.get((caller.user_id, turn_id))
        if running is not None:
            return running.stream.read(after)
        if stored.status == "running":
            return self._follow(caller, turn_id, after)
        return _all(replay(stored.events, after))

    async def close(self) -> None:
        """Let running turns finish, for as long as the server is given to stop."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _reply(
        self, caller: Caller, turn_id: UUID, conversation_id: UUID, message: str, reading: Reading
    ) -> RunningTurn:
        """Begin the turn that answers what `turn_id` asked. That it still does is looked at in the transaction that
        begins the turn: of two answers at once, one finds it answered."""
        opened = await self._turns.open_turn(
            caller, conversation_id, message, check=lambda state: self._asked(state, turn_id)
        )
        return self._begin(caller, opened, self._asked(opened.state, turn_id), partial(_as_read, reading))

    def _begin(
        self, caller: Caller, opened: OpenTurn, dialogue: Dialogue, read: Callable[[], Awaitable[Reading]]
    ) -> RunningTurn:
        running = RunningTurn(caller, opened, dialogue, read, TurnStream())
        about = {"conversation_id": str(opened.conversation_id), "turn_id": str(opened.turn_id)}
        running.stream.emit("turn", {**about, "title": opened.title})
        self._running[caller.user_id, opened.turn_id] = running
        task = asyncio.create_task(self._work.run(running))
        running.task = task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(lambda _: running.stream.close())
        for old in list(self._running)[: max(0, len(self._running) - _KEPT)]:
            if self._running[old].stream.closed:
                del self._running[old]
        return running

    async def _conversation(self, caller: Caller, turn_id: UUID) -> tuple[UUID, State]:
        """Where a turn was, and what is asked there now."""
        turn = await self._turns.turn(caller, turn_id)
        return turn.conversation_id, await self._turns.state(caller, turn.conversation_id)

    def _asked(self, state: State, turn_id: UUID) -> Dialogue:
        dialogue = Dialogue.load(state, self._clock())
        if dialogue.approval is None or dialogue.approval.turn_id != str(turn_id):
            raise ApprovalLapsed("This question was answered or has lapsed; nothing was done. Say again what you want.")
        return dialogue

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


async def _as_read(reading: Reading) -> Reading:
    return reading


async def _all(events: list[bytes]) -> AsyncIterator[bytes]:
    for event in events:
        yield event
