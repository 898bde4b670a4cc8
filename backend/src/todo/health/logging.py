"""The log: JSON lines on stdout in production, readable in a terminal; every library's records pass through it.

An event carries the request's id and the person's, its route and its outcome. It never carries passwords, tokens,
message texts or query strings: nobody logs them, and `redacted` is the net below.
"""

import logging
import sys
from typing import Literal

import structlog
from structlog.types import EventDict, Processor, WrappedLogger

_SECRET = frozenset(
    ("password", "current_password", "new_password", "token", "access_token", "authorization", "cookie")
)
# Talkative at info, some with addresses or payloads in their lines.
_QUIET = ("httpx2", "httpcore2", "openai", "openai.agents", "mcp", "sqlalchemy", "aiosqlite", "asyncio")


def configure(app_env: Literal["development", "production"], level: str) -> None:
    """Set up structlog and the standard library's logging for this process. `level` is a name such as "info"."""
    threshold = logging.getLevelNamesMapping()[level.upper()]
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        redacted,
    ]
    rendering: list[Processor] = [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    if app_env == "development":
        # Plain tracebacks: the rich ones print every local variable, secrets included.
        plain = structlog.dev.plain_traceback
        rendering = [structlog.dev.ConsoleRenderer(colors=sys.stdout.isatty(), exception_formatter=plain)]
    structlog.configure(
        processors=[*shared, *rendering],
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        logger_factory=structlog.WriteLoggerFactory(sys.stdout),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *rendering],
            foreign_pre_chain=[*shared, structlog.stdlib.add_logger_name],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(threshold)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", *_QUIET):
        library = logging.getLogger(name)
        library.handlers.clear()
        library.propagate = True
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(threshold, logging.WARNING))


def redacted(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace what a mistake would otherwise print."""
    if not _SECRET.isdisjoint(event):
        for key in _SECRET & event.keys():
            event[key] = "…"
    return event
