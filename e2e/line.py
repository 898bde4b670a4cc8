"""A line between the browser and the app that can be held up and cut, as lines are on trains."""

import contextlib
import socket
import threading
from typing import Self

_CHUNK = 65_536
END_OF_EVENT = b"\n\n"


class Line:
    """Passes TCP connections on to `port`. While `hold(mark)` is in force, what the app sends after the first
    `mark`, and after the `through` that follows it, waits until `release()`, or is lost by `cut()`."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._mark: bytes | None = None
        self._through = END_OF_EVENT
        self._open = threading.Event()
        self._open.set()
        self._held = threading.Event()
        self._ends: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self.url = f"http://localhost:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._accepting.start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes accept(), which a close would not
        self._accepting.join()
        self._listener.close()
        self.release()
        self.cut()

    def hold(self, mark: bytes, through: bytes = END_OF_EVENT) -> None:
        self._held.clear()
        self._open.clear()
        self._mark, self._through = mark, through

    def wait_held(self) -> None:
        """Until an answer is being held up. Raises TimeoutError after ten seconds."""
        if not self._held.wait(10):
            raise TimeoutError(f"Nothing with {self._mark!r} was sent.")

    def release(self) -> None:
        self._mark = None
        self._open.set()

    def cut(self) -> None:
        """End every connection that there is now; new ones can be made."""
        for end in list(self._ends):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                browser, _ = self._listener.accept()
                threading.Thread(target=self._connect, args=(browser,), daemon=True).start()

    def _connect(self, browser: socket.socket) -> None:
        with browser, socket.create_connection(("127.0.0.1", self._target)) as app:
            self._ends |= {browser, app}
            questions = threading.Thread(target=self._pass, args=(browser, app), daemon=True)
            questions.start()
            self._pass(app, browser, is_answer=True)
            questions.join()
            self._ends -= {browser, app}

    def _pass(self, source: socket.socket, sink: socket.socket, is_answer: bool = False) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(_CHUNK):
                if is_answer and self._mark and self._mark in data:
                    end = data.index(self._through, data.index(self._mark) + len(self._mark)) + len(self._through)
                    sink.sendall(data[:end])
                    data = data[end:]
                    self._held.set()
                    self._open.wait()
                sink.sendall(data)
        for end_point in (source, sink):
            with contextlib.suppress(OSError):
                end_point.shutdown(socket.SHUT_RDWR)
