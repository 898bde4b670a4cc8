"""The command `todo`: serve, migrate, openapi, understand, mcp."""

import argparse
import json
import os
import signal
import sys
import threading
from datetime import datetime
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import ValidationError

from todo.errors import AppError
from todo.settings import Settings

_ENDED_BY_SIGTERM = 143  # as a shell says it; nothing that waits for a migration takes it for done


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit status, 2 for settings or arguments that cannot be used."""
    arguments = _parser().parse_args(argv)
    if arguments.command == "mcp":  # a client, with none of the server's settings
        return _mcp()
    try:
        settings = Settings()
    except ValidationError as error:
        for problem in error.errors():
            where = ".".join(str(part) for part in problem["loc"]).upper()
            print(
                f"todo: {f'{where}: ' if where else ''}{problem['msg'].removeprefix('Value error, ')}", file=sys.stderr
            )
        return 2
    match arguments.command:
        case "serve":
            return _serve(settings)
        case "migrate":
            return _migrate(settings, arguments.revision, arguments.wait)
        case "openapi":
            return _openapi(settings, arguments.file)
        case _:
            return _understand(arguments.now, arguments.zone)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="todo", description="The to-do chatbot's backend")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="answer HTTP at HOST and PORT; migrates first, in development")
    migrate = commands.add_parser("migrate", help="bring the database's tables to this version")
    migrate.add_argument("revision", nargs="?", default="head", help='a revision, or "base"; the newest unless given')
    migrate.add_argument("--wait", type=float, metavar="SECONDS", help="let another process do it, and wait until then")
    openapi = commands.add_parser("openapi", help="print the OpenAPI document")
    openapi.add_argument("--file", type=Path, help="write it there instead")
    understand = commands.add_parser("understand", help="read JSON lines of sentences, write what they ask for")
    understand.add_argument(
        "--now", type=datetime.fromisoformat, help="the time it is, ISO 8601; the clock's unless given"
    )
    understand.add_argument("--zone", default="UTC", help="the person's time zone, such as Europe/Berlin")
    commands.add_parser("mcp", help="speak MCP on stdin and stdout, for the app at TODO_URL with the token TODO_TOKEN")
    return parser


def _serve(settings: Settings) -> int:
    _end_on_sigterm(0)
    from todo.serving import serve

    return serve(settings)


def _migrate(settings: Settings, revision: str, wait: float | None) -> int:
    _end_on_sigterm(_ENDED_BY_SIGTERM)
    from todo.migrating import migrate, migrate_if_behind, wait_for_migration

    problem = None
    try:
        if wait is not None:
            problem = wait_for_migration(settings.database(), wait)
        elif revision == "head":
            migrate_if_behind(settings.database())
        else:
            migrate(settings.database(), revision)
    except AppError as error:
        problem = error.detail
    if problem:
        print(f"todo: {problem}", file=sys.stderr)
    return 1 if problem else 0


def _end_on_sigterm(status: int) -> None:
    """End with `status` when asked to: for process 1, as in a container, the system has no default that would."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(status))


def _openapi(settings: Settings, file: Path | None) -> int:
    from todo.main import create_app

    document = json.dumps(create_app(settings).openapi(), indent=2, ensure_ascii=False) + "\n"
    if file is None:
        print(document, end="")
    else:
        file.write_text(document)
    return 0


def _understand(now: datetime | None, zone: str) -> int:
    try:
        here = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        print(f"todo: there is no time zone {zone!r}; try one such as Europe/Berlin", file=sys.stderr)
        return 2
    local = (now or datetime.now(here)).astimezone(here) if now is None or now.tzinfo else now.replace(tzinfo=here)
    return understand_lines(sys.stdin, sys.stdout, local, zone)


def understand_lines(source: TextIO, sink: TextIO, now: datetime, zone: str) -> int:
    """A JSON line out for each one in; 2 at the first that is none, whose number is said."""
    from todo.interpreter.understand import understand_line

    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            answer = understand_line(record, now, zone)
        except (ValueError, KeyError, TypeError) as error:
            print(f'todo: line {number} is no {{"id", "text"}}: {error}', file=sys.stderr)
            return 2
        sink.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return 0


def _mcp() -> int:
    from todo.tools.stdio import main

    return main(os.environ)
