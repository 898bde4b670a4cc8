"""Text said in pieces is stored joined, and still resumed exactly where a reader left."""

import asyncio

from agent.talk import parsed
from todo.agent.stream import TurnStream, joined, replay


def spoken() -> TurnStream:
    stream = TurnStream()
    stream.emit("turn", {})
    for delta in ("Good ", "mor", "ning", "."):
        stream.emit("text", {"delta": delta})
    stream.emit("tool", {"name": "undo"})
    stream.emit("text", {"delta": "Bye."})
    return stream


def test_neighbouring_text_is_joined_and_keeps_the_last_id() -> None:
    events = joined(spoken().events)
    assert [(event["id"], event["event"]) for event in events] == [(1, "turn"), (5, "text"), (6, "tool"), (7, "text")]
    assert events[1]["data"] == {"delta": "Good morning."}


def test_joining_again_changes_nothing() -> None:
    events = joined(spoken().events)
    assert joined(events) == events


def test_a_reader_of_some_pieces_gets_exactly_the_rest() -> None:
    stream = spoken()
    whole = stream.text
    for seen in range(len(stream.events) + 1):
        had = "".join(event["data"]["delta"] for event in stream.events[:seen] if event["event"] == "text")
        rest = parsed(b"".join(replay(joined(stream.events), seen)).decode())
        assert had + "".join(event.data["delta"] for event in rest if event.name == "text") == whole
        assert all(event.id > seen for event in rest)


async def test_readers_may_come_late_and_leave_early() -> None:
    stream = spoken()
    early, late = stream.read(), stream.read(after=5)
    assert parsed((await anext(early)).decode())[0].name == "turn"
    await early.aclose()
    waiting = asyncio.create_task(anext(late))
    assert [event.id for event in parsed((await waiting).decode())] == [6, 7]
    stream.close()
    assert [chunk async for chunk in late] == []
