"""A hundred people talk: turns are sent on time, whether or not the one before has been answered."""

import asyncio
import json
import time
from dataclasses import dataclass

from bench.people import Person
from bench.servers import Server
from bench.wire import Connection, request

_SENTENCES = (
    "remind me to call customer {n} tomorrow at 5pm",
    "what is due this week?",
    "add three tasks: print form {n}, sign form {n}, send form {n}",
    "print form {n} is done",
    "move sign form {n} to friday",
    "undo",
)


@dataclass(frozen=True, slots=True)
class Talk:
    """`waits_ms` from when each turn was due to the end of its answer; `cpu_ms` of the server per turn."""

    waits_ms: list[float]
    cpu_ms: float


async def talk(server: Server, people: list[Person], per_second: float, seconds: float) -> Talk:
    lanes = [await Connection.open(server.port) for _ in people]
    waits: list[float] = []

    async def say(index: int, number: int, due: float) -> None:
        person = people[index]
        sentence = _SENTENCES[number // len(people) % len(_SENTENCES)].format(n=index)
        body = {"message": sentence, "conversation_id": person.conversation_id}
        answer = await lanes[index].send(request("POST", "/api/chat", token=person.token, body=body))
        assert answer.status == 200, answer
        assert b"event: done" in answer.body, answer
        assert b"event: error" not in answer.body, answer
        waits.append((time.perf_counter() - due) * 1_000)
        person.conversation_id = _conversation(answer.body)

    async def run(count: int) -> None:
        start, turns = time.perf_counter(), []
        for number in range(count):
            due = start + number / per_second
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            turns.append(asyncio.create_task(say(number % len(people), number, due)))
        await asyncio.gather(*turns)

    await run(len(people))  # everybody's first turn: conversations are made, and the SDKs loaded
    waits.clear()
    before, count = server.cpu_seconds(), int(per_second * seconds)
    await run(count)
    cpu = (server.cpu_seconds() - before) / count * 1_000
    for lane in lanes:
        lane.close()
    return Talk(waits, cpu)


def _conversation(body: bytes) -> str:
    first = body.partition(b"data: ")[2].partition(b"\n")[0]
    return str(json.loads(first)["conversation_id"])
