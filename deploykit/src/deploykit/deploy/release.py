"""The Helm release: installed or upgraded only when chart or values are others than those it was made of.

What it was made of stands, as a digest, in the release's description, so that any machine can tell.
"""

import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from deploykit.command import run
from deploykit.deploy.cluster import Cluster
from deploykit.errors import CommandFailed, DeployError

_MARK = "deploykit"
_HELM_SECONDS = 900.0
_LOCK_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class State:
    """`status` is Helm's: deployed, failed, pending-install, …; `tested` whether every test passed since the change."""

    revision: int
    status: str
    description: str
    changed: datetime
    tested: bool


@dataclass(frozen=True, slots=True)
class Release:
    name: str
    cluster: Cluster

    def state(self) -> State | None:
        """None when it is not installed."""
        try:
            return parse_state(json.loads(self._helm("status", self.name, "--output", "json")))
        except CommandFailed as failed:
            if "not found" in failed.said:
                return None
            raise

    def values(self) -> dict[str, str]:
        """What it was installed with, by dotted name; empty when it is not installed."""
        try:
            return flatten(json.loads(self._helm("get", "values", self.name, "--output", "json")) or {})
        except CommandFailed as failed:
            if "not found" in failed.said:
                return {}
            raise

    def manifest(self) -> str:
        return self._helm("get", "manifest", self.name)

    def complete(self) -> bool:
        """Whether what it is made of is there. Jobs may be gone: they are cleared away when they are done."""
        said = self.cluster.kubectl(
            "get", "--filename", "-", "--ignore-not-found", "--output", "name", stdin=self.manifest()
        )
        there = [name for name in said.split() if not name.startswith("job.batch/")]
        listed = self.cluster.kubectl(
            "create",
            "--dry-run=client",
            "--validate=false",
            "--filename",
            "-",
            "--output",
            "name",
            stdin=self.manifest(),
        )
        return len(there) >= len([name for name in listed.split() if not name.startswith("job.batch/")])

    def apply(self, chart: Path, values: Mapping[str, Any], more: Sequence[str], digest: str) -> None:
        """Install or upgrade. Raises DeployError with Helm's reason."""
        command = ("upgrade", "--install", self.name, str(chart), "--values", "-", *more)
        try:
            self._helm(*command, "--description", f"{_MARK} {digest}", stdin=json.dumps(values))
        except CommandFailed as failed:
            raise DeployError(f"Helm refuses the release {self.name}:\n{_reason(failed.said)}") from None

    def unlock(self, state: State) -> None:
        """Mend a release that a helm which was killed has left locked, once no other helm can be at work on it."""
        age = (datetime.now(UTC) - state.changed).total_seconds()
        time.sleep(max(0.0, min(_LOCK_SECONDS, _LOCK_SECONDS - age)))
        now = self.state()
        if now and now.revision == state.revision and now.status == state.status:
            if state.status == "uninstalling":
                self.uninstall()
            else:
                # Without the record of the revision that was not finished, the next one takes over what that has made.
                self.cluster.kubectl("delete", "secret", f"sh.helm.release.v1.{self.name}.v{state.revision}")

    def test(self, seconds: float) -> None:
        """Raises CommandFailed."""
        self._helm("test", self.name, "--timeout", f"{seconds:.0f}s", seconds=seconds + 30)

    def uninstall(self) -> None:
        self._helm("uninstall", self.name, "--wait", "--timeout", "180s")

    def _helm(self, *words: str, stdin: str | None = None, seconds: float = _HELM_SECONDS) -> str:
        cluster = self.cluster
        flags = ["--kube-context", cluster.context.name, "--namespace", cluster.namespace]
        return run(["helm", *words, *flags], stdin=stdin, seconds=seconds, finish=words[0] in {"upgrade", "uninstall"})


def digest_of(chart: str, values: Mapping[str, Any], more: Sequence[str]) -> str:
    """Of the chart's digest and all that is said about it."""
    said = json.dumps([chart, values, list(more)], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def up_to_date(state: State, digest: str) -> bool:
    return state.status == "deployed" and state.description == f"{_MARK} {digest}"


def parse_state(said: Mapping[str, Any]) -> State:
    """Of what `helm status --output json` says, of Helm 3 or 4."""
    info = said["info"]
    changed = datetime.fromisoformat(info["last_deployed"])
    runs = [hook.get("last_run", {}) for hook in said.get("hooks") or () if "test" in hook.get("events", ())]
    tested = all(
        each.get("phase") == "Succeeded" and datetime.fromisoformat(each["started_at"]) >= changed for each in runs
    )
    return State(int(said["version"]), info["status"], info.get("description", ""), changed, tested)


def flatten(values: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """`{"database": {"kind": "sqlite"}}` as `{"database.kind": "sqlite"}`."""
    flat: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            flat.update(flatten(value, f"{prefix}{name}."))
        else:
            flat[f"{prefix}{name}"] = str(value)
    return flat


def nest(values: dict[str, Any], dotted: str, value: object) -> None:
    """Set `database.kind` inside of `values`."""
    *folders, last = dotted.split(".")
    for folder in folders:
        values = values.setdefault(folder, {})
    values[last] = value


def _reason(said: str) -> str:
    lines = [
        line for line in said.splitlines() if line.strip() and not line.startswith(("WARNING", "level=", "I1", "W1"))
    ]
    return "\n".join(f"  {line}" for line in lines[-15:])
