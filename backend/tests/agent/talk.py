"""A conversation as a test writes it: `say` something, look at what came back."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import httpx2

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Event:
    id: int
    name: str
    data: Json


@dataclass(frozen=True, slots=True)
class Reply:
    """What one turn answered, event by event, and the same as a person sees it: by titles."""

    events: tuple[Event, ...]

    def of(self, name: str) -> list[Json]:
        return [event.data for event in self.events if event.name == name]

    def _last(self, name: str) -> Json:
        return (self.of(name) or [{}])[-1]

    @property
    def text(self) -> str:
        return "".join(data["delta"] for data in self.of("text"))

    @property
    def turn_id(self) -> str:
        return str(self._last("turn")["turn_id"])

    @property
    def receipts(self) -> list[Json]:
        return self.of("receipt")

    @property
    def done(self) -> list[str]:
        """ "add Milk", "complete Report": what the receipts say."""
        return [f"{receipt['action']} {receipt['after']['title']}" for receipt in self.receipts]

    @property
    def task(self) -> Json:
        """The only task that was changed, as it is now."""
        (receipt,) = self.receipts
        after: Json = receipt["after"]
        return after

    @property
    def shown(self) -> list[str]:
        return [task["title"] for task in self._last("list").get("tasks", [])]

    @property
    def total(self) -> int:
        return int(self._last("list")["total"])

    @property
    def candidates(self) -> list[Json]:
        found: list[Json] = self._last("choices").get("candidates", [])
        return found

    @property
    def choices(self) -> list[str]:
        return [task["title"] for task in self.candidates]

    @property
    def waiting(self) -> list[Json]:
        """The tasks that wait for a yes."""
        return [action["task"] for action in self._last("approval").get("actions", [])]

    @property
    def approval(self) -> list[str]:
        return [task["title"] for task in self.waiting]

    @property
    def error(self) -> str | None:
        return self._last("error").get("code")

    @property
    def tools(self) -> list[str]:
        return [call["name"] for call in self.of("tool")]


class Talk:
    """One conversation of one person. It begins with the first message."""

    def __init__(self, client: httpx2.AsyncClient) -> None:
        self.client = client
        self.conversation_id: str | None = None

    async def say(self, message: str, *, choice: str | None = None) -> Reply:
        given = {"message": message, "conversation_id": self.conversation_id, "choice": choice}
        return await self._turn("/api/chat", {key: value for key, value in given.items() if value is not None})

    async def pick(self, task: Json) -> Reply:
        """Click on a candidate."""
        return await self.say(task["title"], choice=task["id"])

    async def approve(self, asked: Reply, *, leaving: Iterable[Json] = ()) -> Reply:
        return await self._turn(f"/api/turns/{asked.turn_id}/approve", {"except": [task["id"] for task in leaving]})

    async def reject(self, asked: Reply) -> Reply:
        return await self._turn(f"/api/turns/{asked.turn_id}/reject", {})

    def anew(self, client: httpx2.AsyncClient | None = None) -> "Talk":
        """Another conversation of the same person, or the same one through another app when it is given."""
        other = Talk(client or self.client)
        if client is not None:
            other.conversation_id = self.conversation_id
        return other

    async def add(self, title: str, **fields: Any) -> Json:
        """A task made by hand, outside of the conversation."""
        answer = await self.client.post("/api/tasks", json={"title": title, **fields})
        made: Json = answer.raise_for_status().json()
        return made

    async def tasks(self, status: str = "open") -> list[Json]:
        answer = await self.client.get("/api/tasks", params={"status": status, "limit": 200, "sort": "created"})
        found: list[Json] = answer.raise_for_status().json()["items"]
        return found

    async def titles(self, status: str = "open") -> list[str]:
        return [task["title"] for task in await self.tasks(status)]

    async def messages(self) -> list[Json]:
        answer = await self.client.get(f"/api/conversations/{self.conversation_id}/messages", params={"limit": 100})
        found: list[Json] = answer.raise_for_status().json()["items"]
        return found

    async def _turn(self, path: str, body: Json) -> Reply:
        answer = await self.client.post(path, json=body)
        reply = Reply(parsed(answer.raise_for_status().text))
        self.conversation_id = reply.of("turn")[0]["conversation_id"]
        return reply


def parsed(stream: str) -> tuple[Event, ...]:
    """The events of a stream of server-sent events."""
    events = []
    for block in stream.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if line and not line.startswith(":"))
        if fields:
            events.append(Event(int(fields["id"]), fields["event"], json.loads(fields["data"])))
    return tuple(events)
