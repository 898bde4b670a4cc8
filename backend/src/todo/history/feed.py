"""The live feed: every change of a person's, in order, as soon as it is committed anywhere."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

from pydantic import TypeAdapter

from todo.history.event import Event
from todo.history.repository import HistoryRepository
from todo.history.service import History, feed_key
from todo.kit.caller import Caller
from todo.kit.sse import PING, PING_SECONDS, encode

_BATCH = 200
_EVENT = TypeAdapter(Event)


async def feed(
    history: History, caller: Caller, after: int | None, still_in: Callable[[], Awaitable[bool]]
) -> AsyncIterator[bytes]:
    """Server-sent events: `ready` with the number to resume from, then a `change` for each event after `after`.

    The bell only says that something may be new; what is new is read from the database. So nothing is lost or doubled
    when a notice is, and a reader who comes back catches up from the number last seen. It ends when the server is about
    to stop, and when the reader is not `still_in`: a session that was ended hears no more.
    """
    with history.notices.listen(feed_key(caller.user_id)) as bell:
        async with history.database.read() as connection:
            newest = await HistoryRepository(connection, caller).last_seq()
        seq = newest if after is None else min(after, newest)
        yield encode("ready", {"seq": seq}, seq)
        bell.set()
        while not history.notices.closing:
            try:
                async with asyncio.timeout(PING_SECONDS):
                    await bell.wait()
            except TimeoutError:
                yield PING
            bell.clear()
            if not await still_in():
                return
            while True:
                async with history.database.read() as connection:
                    events = await HistoryRepository(connection, caller).after(seq, _BATCH)
                for event in events:
                    seq = event.seq
                    yield encode("change", _EVENT.dump_python(event.public(), mode="json"), seq)
                if len(events) < _BATCH:
                    break
