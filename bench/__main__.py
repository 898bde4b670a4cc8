"""Runs every measurement and prints the table; a limit that is missed is marked, and does not fail the command.

`python -m bench PostgreSQL` measures that database alone. The limits on times were set on a machine where the peer,
plain asyncpg, takes 0.3 ms for its page: a second table shows the times at that speed.
"""

import asyncio
import platform
import sys

from bench.figures import REFERENCE_PLAIN_MS, Figure, median, percentile
from bench.models import through_a_model
from bench.people import add_tasks, multiply_tasks, sign_up
from bench.requests import answered_of_connections, cost_ms, listing_during_logins, waits_ms
from bench.servers import databases, plain_server, todo_server
from bench.turns import talk
from bench.wire import request

_STARTS = 5
_PEER = "PostgreSQL: the same by plain asyncpg"


def main() -> None:
    print(f"Python {platform.python_version()}, {platform.machine()}. Processor time is the server process's own.\n")
    with databases() as urls:
        chosen = [name for name in urls if name in sys.argv[1:]] or list(urls)
        for name in chosen:
            url = urls[name]
            asyncio.run(_measure(name, url))
    _show_at_reference_speed()


def _show_at_reference_speed() -> None:
    plain = next((figure.value for figure in _shown if figure.what == _PEER), None)
    if plain is None:
        return
    faster = plain / REFERENCE_PLAIN_MS
    print(f"\nThe same times on a machine {faster:.2f} × as fast, where the peer takes {REFERENCE_PLAIN_MS} ms:\n")
    for figure in _shown:
        if figure.is_limited_time:
            print(figure.at_speed(plain).row())


async def _measure(name: str, url: str) -> None:
    starts = []
    for _ in range(_STARTS):
        with todo_server(url) as server:
            starts.append(server.started_seconds)
    _show(Figure(f"{name}: cold start to healthy, median of {_STARTS}", median(starts), "s", 1.5))
    with todo_server(url) as server:
        await asyncio.sleep(5)
        _show(Figure(f"{name}: resident memory after 5 s of nothing", server.memory_mib(), "MiB", 128))
        (person,) = await sign_up(server.port, 1, "reader")
        await add_tasks(server.port, person, 100)
        page = request("GET", "/api/tasks?limit=50", token=person.token)
        listing = await cost_ms(server, lambda _: page, 400)
        _show(Figure(f"{name}: processor time, a page of 50 tasks", listing, "ms", _limit(name, 0.8)))
        if name == "PostgreSQL":
            _show(*await _peer(url, person.user_id, listing))
        body = {"title": "Buy milk", "due": "2027-01-04"}
        create = request("POST", "/api/tasks", token=person.token, body=body)
        creating = await cost_ms(server, lambda _: create, 200)
        _show(Figure(f"{name}: processor time, a task with its history", creating, "ms", _limit(name, 1.2)))
        (few, many) = await sign_up(server.port, 2, "owner")
        await add_tasks(server.port, few, 100)
        await add_tasks(server.port, many, 1)
        await multiply_tasks(url, many, 100_000)
        pages = [request("GET", "/api/tasks?limit=50", token=owner.token) for owner in (few, many)]
        short, long = [median(await waits_ms(server.port, raw, 3)) for raw in pages]
        _show(Figure(f"{name}: a page of 100,000 tasks by a page of 100", long / short, "×", 1.2))
        ratio = await listing_during_logins(server.port, person)
        _show(Figure(f"{name}: a page during ten logins by an idle one, p50", ratio, "×", 2))
        share = await answered_of_connections(server.port, person, 1_000)
        _show(Figure(f"{name}: answered over 1,000 connections", share * 100, "%", 100, at_least=True))
        people = await sign_up(server.port, 100, "talker")
        said = await talk(server, people, per_second=20, seconds=30)
        _show(Figure(f"{name}: offline turn, 100 people, 20 a second, p50", median(said.waits_ms), "ms", 10))
        _show(Figure(f"{name}: the same, p99", percentile(said.waits_ms, 0.99), "ms", 50))
        _show(Figure(f"{name}: the same, processor time a turn", said.cpu_ms, "ms", 8))
        _show(Figure(f"{name}: resident memory after all that", server.memory_mib(), "MiB"))
    _show(*await through_a_model(name, url))


_shown: list[Figure] = []


def _show(*figures: Figure) -> None:
    for figure in figures:
        print(figure.row(), flush=True)
        _shown.append(figure)


async def _peer(url: str, user_id: str, ours: float) -> list[Figure]:
    page = request("GET", f"/tasks?{user_id}")
    with plain_server(url) as server:
        plain = await cost_ms(server, lambda _: page, 400)
    return [
        Figure(_PEER, plain, "ms"),
        Figure("PostgreSQL: ours by plain asyncpg", ours / plain, "×"),
    ]


def _limit(name: str, milliseconds: float) -> float | None:
    """The limits on single requests are for PostgreSQL; SQLite's work is done in the server's own process."""
    return milliseconds if name == "PostgreSQL" else None


if __name__ == "__main__":
    main()
