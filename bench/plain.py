"""The peer: fifty tasks as JSON by asyncpg and a bare ASGI application, with no account, no filter and no log."""

import json
import os
from typing import Any

import asyncpg
import uvicorn

_PAGE = """
SELECT t.id, t.title, t.description, t.status, t.due_key, t.zone, t.repeat, t.priority, t.tags, t.position,
       t.version, t.source, t.created_at, t.updated_at, t.completed_at, t.deleted_at, l.name
FROM tasks t LEFT JOIN lists l ON l.id = t.list_id
WHERE t.user_id = $1 AND t.deleted_at IS NULL AND t.status = 'open' ORDER BY t.position, t.id LIMIT 51
"""


class Plain:
    def __init__(self) -> None:
        self._pool: asyncpg.Pool | None = None

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await receive()
            self._pool = await asyncpg.create_pool(os.environ["DATABASE_URL"], min_size=4, max_size=4)
            await send({"type": "lifespan.startup.complete"})
            return
        body = b"{}"
        if scope["path"] != "/health" and self._pool is not None:
            async with self._pool.acquire() as connection:
                rows = await connection.fetch(_PAGE, scope["query_string"].decode())
            body = json.dumps([dict(row) for row in rows], default=str).encode()
        length = str(len(body)).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", length)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})


if __name__ == "__main__":
    uvicorn.run(Plain(), port=int(os.environ["PORT"]), log_level="warning", access_log=False)
