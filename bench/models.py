"""Turns through a model: what they cost when it answers at once, and who waits when it is slow.

The model is the stand-in, a process of its own: it takes no processor time of the server's.
"""

import asyncio
import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator

from bench.figures import Figure, median
from bench.people import Person, add_tasks, sign_up
from bench.requests import waits_ms
from bench.servers import Server, todo_server
from bench.wire import Connection, request
from dev.application import free_port

SLOW_SECONDS, PER_SECOND = 2.0, 50
PEOPLE = 200
"""Asking one after the other, a hundred of them are waiting at any time but the first and the last two seconds."""


async def through_a_model(name: str, url: str) -> list[Figure]:
    """Processor time of a turn, the wait of people at a slow model, and of one who lists meanwhile."""
    with _standin() as settings, todo_server(url, settings) as server:
        people = await sign_up(server.port, 1, "asker")
        await _ask(server, people[0])  # the SDKs are loaded, the connection is made
        cost = await _cost_ms(server, people[0])
    with _standin("--delay", str(SLOW_SECONDS)) as settings, todo_server(url, settings) as server:
        people = await sign_up(server.port, PEOPLE + 1, "waiter")
        await _ask(server, people[0])
        await add_tasks(server.port, people[0], 50)
        waits, ratio = await _all_at_once(server, people[0], people[1:])
    return [
        Figure(f"{name}: a turn through a model at once, processor time", cost, "ms", 8),
        Figure(f"{name}: 100 people at once at a model of {SLOW_SECONDS:g} s, median wait", median(waits), "s", 2.1),
        Figure(f"{name}: a page meanwhile by an idle one, p50", ratio, "×", 2),
    ]


async def _cost_ms(server: Server, person: Person) -> float:
    connection, rounds = await Connection.open(server.port), []
    for _ in range(4):
        before = server.cpu_seconds()
        for _ in range(40):
            await _ask(server, person, connection)
        rounds.append((server.cpu_seconds() - before) / 40 * 1_000)
    connection.close()
    return min(rounds[1:])


async def _all_at_once(server: Server, reader: Person, people: list[Person]) -> tuple[list[float], float]:
    page = request("GET", "/api/tasks?limit=50", token=reader.token)
    idle = median(await waits_ms(server.port, page, 2))
    asking = asyncio.gather(*(_ask(server, person, after=n / PER_SECOND) for n, person in enumerate(people)))
    meanwhile: list[float] = []
    while not asking.done():
        meanwhile += await waits_ms(server.port, page, 0.05)
    return await asking, median(meanwhile) / idle


async def _ask(server: Server, person: Person, connection: Connection | None = None, after: float = 0) -> float:
    """Seconds until a question, asked `after` seconds, is answered whole by the model."""
    await asyncio.sleep(after)
    lane = connection or await Connection.open(server.port)
    start = time.perf_counter()
    answer = await lane.send(
        request("POST", "/api/chat", token=person.token, body={"message": "what do you make of it"})
    )
    assert answer.status == 200, answer
    assert b"stand-in for a model" in answer.body, answer
    if connection is None:
        lane.close()
    return time.perf_counter() - start


@contextlib.contextmanager
def _standin(*options: str) -> Iterator[dict[str, str]]:
    """The settings of a server that is to ask it."""
    command = [sys.executable, "-m", "standin", "--port", str(free_port()), *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ)
    try:
        assert process.stdout is not None
        named = dict(setting.split("=", 1) for setting in process.stdout.readline().split())
        yield {**named, "CHAT_MODE": "model", "LLM_TOKENS_PER_DAY": "0"}
    finally:
        process.terminate()
        process.wait(15)
        if process.stdout is not None:
            process.stdout.close()
