"""Reading pods, workloads and events into reasons: what is broken, why, and what to do. Asks nothing of the cluster."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from deploykit.deploy import pod_faults
from deploykit.deploy.fault import Fault
from deploykit.deploy.snapshot import Object, Snapshot, name_of, title


@dataclass(frozen=True, slots=True)
class _Refusal:
    word: str
    what: str
    remedy: str


_REFUSALS = (
    _Refusal(
        "exceeded quota",
        "the namespace's quota has no room for its pods",
        "Raise the ResourceQuota, or lower replicas or resources in the chart's values.",
    ),
    _Refusal(
        "violates PodSecurity",
        "the namespace's Pod Security level refuses its pods",
        "Change the chart's security contexts as the message says.",
    ),
    _Refusal(
        "serviceaccount",
        "its service account is not there",
        "Let the chart make it, or name one that exists in its values.",
    ),
)


def find(snapshot: Snapshot) -> list[Fault]:
    """What keeps the release from being ready, each once, the most certain first."""
    found = [fault for workload in snapshot.workloads() for fault in _of_workload(snapshot, workload)]
    unique = {(fault.code, fault.why): fault for fault in reversed(found)}
    return sorted(unique.values(), key=lambda fault: fault.patience)


def _of_workload(snapshot: Snapshot, workload: Object) -> Iterator[Fault]:
    pods = snapshot.current_pods(workload)
    for pod in pods:
        yield from pod_faults.find(snapshot, pod)
    yield from _refused(snapshot, workload)
    if workload["kind"] == "Job" and (failed := _failed(workload)):
        remedy = f"See what it said: kubectl logs job/{name_of(workload)}"
        why = f"{failed.get('reason', '')}: {failed.get('message', '')}"
        yield Fault("JobFailed", title(workload), "the Job failed", why, remedy, 0, name_of(pods[-1]) if pods else "")


def _refused(snapshot: Snapshot, workload: Object) -> Iterator[Fault]:
    """The API server did not let the controller make pods."""
    maker = snapshot.current_replica_set(workload) if workload["kind"] == "Deployment" else workload
    if maker is None or not _lacks_pods(workload, maker):
        return
    event = next((each for each in snapshot.warnings(maker) if each.get("reason") == "FailedCreate"), None)
    if event is None:
        return
    said = str(event.get("message", ""))
    refusal = next((each for each in _REFUSALS if each.word in said), None)
    what = refusal.what if refusal else "its pods are refused"
    remedy = refusal.remedy if refusal else "The reason above says what the cluster does not accept."
    yield Fault("Refused", title(workload), what, said.partition("is forbidden: ")[2] or said, remedy, 10)


def _lacks_pods(workload: Object, maker: Object) -> bool:
    wanted = maker["spec"].get("replicas", 1)
    return (
        bool((maker.get("status") or {}).get("replicas", 0) < wanted)
        if workload["kind"] != "Job"
        else not (workload.get("status") or {}).get("active")
    )


def _failed(job: Object) -> Any:
    conditions = (job.get("status") or {}).get("conditions") or ()
    return next((each for each in conditions if each["type"] == "Failed" and each["status"] == "True"), None)
