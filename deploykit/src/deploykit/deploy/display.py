"""What a person sees meanwhile: a live table on a terminal, else a line whenever something changes."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.table import Table
from rich.text import Text

from deploykit.deploy.readiness import counts, ready, waiting_for
from deploykit.deploy.snapshot import Snapshot, name_of, title

_EVENTS = 3


class Display:
    """Everything is text that came from a cluster or a program, so none of it is read as markup."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._live: Live | None = None
        self._said: set[str] = set()

    def say(self, text: str, style: str = "") -> None:
        self._console.print(Text(text, style=style), soft_wrap=True)

    @contextmanager
    def step(self, what: str) -> Iterator[None]:
        """While something takes its time."""
        if self._console.is_terminal:
            with self._console.status(Text(what)):
                yield
        else:
            self.say(f"{what} …")
            yield

    @contextmanager
    def watching(self) -> Iterator[None]:
        if not self._console.is_terminal:
            yield
            return
        with Live(console=self._console, refresh_per_second=2, transient=True) as self._live:
            yield
        self._live = None

    def show(self, snapshot: Snapshot, seconds: float) -> None:
        if self._live:
            self._live.update(_picture(snapshot, seconds))
            return
        for line in lines(snapshot):
            if line not in self._said:
                self._said.add(line)
                self.say(f"  {line}")


def lines(snapshot: Snapshot) -> list[str]:
    """Each workload and what its pods wait for, then the newest warnings."""
    said = []
    for workload in snapshot.workloads():
        wanted, _, available, _ = counts(workload)
        said.append(f"{title(workload)}: {available} of {wanted} {'ready' if ready(workload) else 'so far'}")
        awaited = {name_of(pod): waiting_for(pod) for pod in snapshot.current_pods(workload)}
        said += [f"{pod} waits for {what}" for pod, what in awaited.items() if what not in {"ready", "done"}]
    return said + _warnings(snapshot)


def _warnings(snapshot: Snapshot) -> list[str]:
    repeated = snapshot.warnings(since=snapshot.oldest_pod())
    unique = {(each["involvedObject"]["name"], each.get("reason")): each for each in reversed(repeated)}
    newest = list(reversed(unique.values()))[:_EVENTS]
    return [f"warning: {each['involvedObject']['name']}: {each.get('message', '')}".strip()[:300] for each in newest]


def _picture(snapshot: Snapshot, seconds: float) -> RenderableType:
    table = Table(box=None, pad_edge=False, title=f"waiting, {seconds:.0f} s", title_justify="left", title_style="dim")
    for heading in ("", "pod", "waits for"):
        table.add_column(heading)
    for workload in snapshot.workloads():
        wanted, _, available, _ = counts(workload)
        mark = Text("✓", "green") if ready(workload) else Text("…", "yellow")
        table.add_row(mark, Text(title(workload), "bold"), f"{available} of {wanted}")
        for pod in snapshot.current_pods(workload):
            table.add_row("", Text(name_of(pod)), Text(waiting_for(pod)))
    return Group(table, *(Text(line, "yellow") for line in _warnings(snapshot)))
