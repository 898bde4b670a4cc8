"""`todo serve`: one worker of uvicorn; more processes are more pods."""

import sys
from socket import socket

import uvicorn

from todo.errors import AppError
from todo.health.logging import configure
from todo.kit.notices import Notices
from todo.main import create_app
from todo.migrating import migrate_if_behind
from todo.settings import Settings

_KEEP_ALIVE_SECONDS = 75  # longer than proxies keep theirs, so that none sends into a connection that is closing
_DRAIN_SECONDS = 8  # below the ten seconds after which an orchestrator kills what was asked to end


def serve(settings: Settings) -> int:
    """Serve until asked to end. In development the tables are brought up to date first; 1 when that fails."""
    configure(settings.app_env, settings.log_level)
    if settings.app_env == "development":
        try:
            migrate_if_behind(settings.database())
        except AppError as error:
            print(f"todo: {error.detail}", file=sys.stderr)  # noqa: T201
            return 1
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        loop="uvloop",
        http="httptools",
        ws="none",
        proxy_headers=False,  # `todo.health.proxies` reads them, of trusted proxies alone
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=_DRAIN_SECONDS,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        backlog=4096,
    )
    _Server(config, app.state.services.notices).run()
    return 0


class _Server(uvicorn.Server):
    """Ends the live feeds before it waits for requests to finish: a feed never finishes by itself."""

    def __init__(self, config: uvicorn.Config, notices: Notices) -> None:
        super().__init__(config)
        self._notices = notices

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        self._notices.close()
        await super().shutdown(sockets)
