"""What a request costs: processor time of the server, and how long the person waits."""

import asyncio
import time
from collections.abc import Callable

from bench.figures import median
from bench.people import PASSWORD, Person
from bench.servers import Server
from bench.wire import Connection, request


async def cost_ms(server: Server, make: Callable[[int], bytes], times: int) -> float:
    """Milliseconds of the server's processor time a request; the best of three rounds, as others use the machine."""
    connection = await Connection.open(server.port)
    rounds = []
    for turn in range(4):
        before = server.cpu_seconds()
        for number in range(times):
            answer = await connection.send(make(turn * times + number))
            assert answer.status in (200, 201), answer
        rounds.append((server.cpu_seconds() - before) / times * 1_000)
    connection.close()
    return min(rounds[1:])  # the first warms up


async def waits_ms(port: int, raw: bytes, seconds: float) -> list[float]:
    """How long each of a row of requests took, one after the other."""
    connection, waits = await Connection.open(port), []
    until = time.perf_counter() + seconds
    while (start := time.perf_counter()) < until:
        answer = await connection.send(raw)
        assert answer.status == 200, answer
        waits.append((time.perf_counter() - start) * 1_000)
        await asyncio.sleep(0.005)
    connection.close()
    return waits


async def listing_during_logins(port: int, person: Person) -> float:
    """The median wait for a page while ten people log in at once, by the median with nobody else there."""
    page = request("GET", "/api/tasks", token=person.token)
    idle = median(await waits_ms(port, page, 2))
    connections = [await Connection.open(port) for _ in range(10)]
    login = request("POST", "/api/auth/login", body={"email": person.email, "password": PASSWORD})
    logins = asyncio.gather(*(connection.send(login) for connection in connections))
    busy: list[float] = []
    while not logins.done():
        busy += await waits_ms(port, page, 0.05)
    assert all(answer.status == 200 for answer in await logins)
    return median(busy) / idle


async def answered_of_connections(port: int, person: Person, count: int) -> float:
    """The share of requests answered with 200, of three each over `count` connections that are all open at once."""
    page = request("GET", "/api/tasks", token=person.token)
    connections = await asyncio.gather(*(Connection.open(port) for _ in range(count)))

    async def thrice(connection: Connection) -> int:
        return sum([(await connection.send(page)).status == 200 for _ in range(3)])

    answered = await asyncio.gather(*(thrice(connection) for connection in connections))
    for connection in connections:
        connection.close()
    return sum(answered) / (3 * count)
