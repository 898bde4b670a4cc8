"""Waiting until a release is ready, or until it is known why it will not be."""

import time

from deploykit.deploy import faults
from deploykit.deploy.cluster import Cluster
from deploykit.deploy.display import Display
from deploykit.deploy.fault import Fault
from deploykit.deploy.readiness import counts, ready
from deploykit.deploy.snapshot import KINDS, Snapshot, title
from deploykit.errors import CommandFailed, DeployError

_LOOK_SECONDS = 2.0
_LOG_LINES = 15


def look(cluster: Cluster, release: str) -> Snapshot:
    found = cluster.get(KINDS)
    return Snapshot(release, tuple(found["items"]) if found else ())


def wait(cluster: Cluster, release: str, display: Display, seconds: float) -> None:
    """Returns when every workload of the release is ready.

    Raises:
        DeployError: something is broken that waiting does not mend, or `seconds` have passed; says what and why.
    """
    began = time.monotonic()
    seen: dict[tuple[str, str], float] = {}
    with display.watching():
        while True:
            snapshot = look(cluster, release)
            now = time.monotonic()
            display.show(snapshot, now - began)
            if all(ready(each) for each in snapshot.workloads()):
                return
            found = faults.find(snapshot)
            seen = {(each.code, each.about): seen.get((each.code, each.about), now) for each in found}
            lasting = [each for each in found if now - seen[each.code, each.about] >= each.patience]
            if lasting or now - began > seconds:
                raise DeployError(explain(cluster, lasting or found, snapshot, now - began))
            time.sleep(_LOOK_SECONDS)


def explain(cluster: Cluster, found: list[Fault], snapshot: Snapshot, seconds: float) -> str:
    """Every fault with its reason, its last log lines and its remedy; with none, what is not ready."""
    if not found:
        late = [each for each in snapshot.workloads() if not ready(each)]
        states = ", ".join(f"{title(each)} {counts(each)[2]} of {counts(each)[0]}" for each in late)
        return (
            f"Not ready after {seconds:.0f} s, and Kubernetes warns of nothing: {states}. --timeout gives it more time."
        )
    parts = []
    for fault in found:
        parts.append(f"{fault.about}: {fault.what}\n  why: {fault.why.strip()}")
        if log := _log(cluster, fault):
            parts.append("  its last lines:\n" + "\n".join(f"    {line}" for line in log))
        parts.append(f"  {fault.remedy}")
    return "\n".join(parts)


def _log(cluster: Cluster, fault: Fault) -> list[str]:
    if not fault.pod:
        return []
    container = ["--container", fault.container] if fault.container else ["--all-containers"]
    command = ["logs", fault.pod, *container, f"--tail={_LOG_LINES}"]
    for words in ([*command, "--previous"], command) if fault.previous else (command,):
        try:
            if said := cluster.kubectl(*words, seconds=15).splitlines():
                return ["".join(letter for letter in line if letter.isprintable()) for line in said]
        except CommandFailed:
            continue  # the container it ran in is gone
    return []
