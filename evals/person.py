"""A person at the app: talks in threads, and works with the tasks by hand."""

import time
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx2

from evals.conversation import StartingTask, numbered
from evals.reply import Json, Reply, parse


class Unplayable(Exception):
    """A turn that cannot be done, since what it answers was never offered."""


@dataclass(slots=True)
class _Thread:
    conversation_id: str | None = None
    sent: Json = field(default_factory=dict)
    choices: list[Json] = field(default_factory=list)
    asking: Reply | None = None


class Person:
    def __init__(self, client: httpx2.AsyncClient) -> None:
        self._client = client
        self._threads: dict[int, _Thread] = {}

    async def say(self, thread: int, message: str, choice: str | None = None) -> Reply:
        at = self._thread(thread)
        body = {"message": message, "conversation_id": at.conversation_id, "choice": choice, "turn_id": str(uuid4())}
        at.sent = {key: value for key, value in body.items() if value is not None}
        return await self._turn(at, "/api/chat", at.sent)

    async def again(self, thread: int) -> Reply:
        """Send the same message once more, as a browser does that does not know whether it arrived."""
        at = self._thread(thread)
        return await self._turn(at, "/api/chat", at.sent)

    async def pick(self, thread: int, number: int) -> Reply:
        """Click on a candidate of the last choices, counted from 1. Raises Unplayable."""
        choices = self._thread(thread).choices
        if len(choices) < number:
            raise Unplayable(f"there was no choice {number} to click on")
        return await self.say(thread, choices[number - 1]["title"], choices[number - 1]["id"])

    async def approve(self, thread: int, leaving: tuple[str, ...]) -> Reply:
        """Press yes, for all but the titles `leaving`. Raises Unplayable."""
        asked = self._asked(thread)
        ids = [task["id"] for task in asked.waiting if task["title"] in leaving]
        return await self._turn(self._thread(thread), f"{_turn_path(asked)}/approve", {"except": ids})

    async def reject(self, thread: int) -> Reply:
        """Press no. Raises Unplayable."""
        return await self._turn(self._thread(thread), f"{_turn_path(self._asked(thread))}/reject", {})

    async def add(self, task: StartingTask) -> list[Json]:
        """By hand; as many as it says."""
        fields = task.model_dump(include={"description", "due", "repeat", "priority", "list"}, exclude_none=True)
        made = []
        for title in numbered(task.title, task.times):
            body = {"title": title, "tags": list(task.tags), **fields}
            made.append(await self._request("POST", "/api/tasks", body))
        return made

    async def complete(self, task: Json) -> None:
        await self._request("POST", f"/api/tasks/{task['id']}/complete", {})

    async def delete(self, task: Json) -> None:
        await self._request("DELETE", f"/api/tasks/{task['id']}")

    async def rename(self, task: Json, title: str) -> None:
        await self._request("PATCH", f"/api/tasks/{task['id']}", {"title": title})

    async def tasks(self) -> list[Json]:
        """Every task there is, done or not, but for the trash."""
        found: list[Json] = []
        cursor = None
        while True:
            query: dict[str, Any] = {"status": "all", "limit": 200, "sort": "created"}
            answer = await self._client.get("/api/tasks", params=query | ({"cursor": cursor} if cursor else {}))
            page = answer.raise_for_status().json()
            found += page["items"]
            cursor = page["next_cursor"]
            if not cursor:
                return found

    def _thread(self, number: int) -> _Thread:
        return self._threads.setdefault(number, _Thread())

    def _asked(self, thread: int) -> Reply:
        asked = self._thread(thread).asking
        if asked is None:
            raise Unplayable("nothing had been asked that a button could answer")
        return asked

    async def _turn(self, at: _Thread, path: str, body: Json) -> Reply:
        began = time.perf_counter()
        answer = await self._client.post(path, json=body)
        seconds = time.perf_counter() - began
        if not answer.is_success:
            return Reply((), seconds, answer.status_code, str(answer.json().get("detail", answer.text)))
        reply = parse(answer.text, seconds)
        at.conversation_id = reply.last("turn").get("conversation_id", at.conversation_id)
        at.choices = reply.candidates or at.choices
        at.asking = reply if reply.waiting else at.asking
        return reply

    async def _request(self, method: str, path: str, body: Json | None = None) -> Json:
        answer = await self._client.request(method, path, json=body)
        found: Json = answer.raise_for_status().json() if answer.content else {}
        return found


def _turn_path(asked: Reply) -> str:
    return f"/api/turns/{asked.last('turn')['turn_id']}"
