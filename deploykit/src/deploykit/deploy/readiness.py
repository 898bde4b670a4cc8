"""Whether a workload has reached what is asked of it, and what it is waiting for."""

from collections.abc import Mapping
from typing import Any

from deploykit.deploy.snapshot import Object


def ready(workload: Object) -> bool:
    """All replicas are of the newest revision and available, as `kubectl rollout status` decides; a Job is complete."""
    status = workload.get("status") or {}
    if workload["kind"] == "Job":
        return _condition(workload, "Complete") == "True"
    if status.get("observedGeneration", 0) < workload["metadata"]["generation"]:
        return False
    wanted, updated, available, every = counts(workload)
    return updated == available == every == wanted


def counts(workload: Object) -> tuple[int, int, int, int]:
    """Pods: wanted, of the newest revision, available, in all."""
    spec, status = workload["spec"], workload.get("status") or {}
    match workload["kind"]:
        case "Job":
            done = status.get("succeeded", 0)
            return spec.get("completions", 1), done, done, done
        case "DaemonSet":
            number = "numberAvailable", "updatedNumberScheduled", "currentNumberScheduled"
            available, updated, every = (status.get(name, 0) for name in number)
            return status.get("desiredNumberScheduled", 0), updated, available, every
    every, available = status.get("replicas", 0), status.get("availableReplicas", 0)
    updated = status.get("updatedReplicas", 0)
    if workload["kind"] == "StatefulSet" and status.get("updateRevision") == status.get("currentRevision"):
        updated = every
    return spec.get("replicas", 1), updated, available, every


def waiting_for(pod: Object) -> str:
    """In a few words: where the pod is on its way to being ready."""
    status = pod.get("status") or {}
    if status.get("phase") == "Succeeded":
        return "done"
    if _condition(pod, "PodScheduled") != "True":
        return "a node"
    for each in status.get("initContainerStatuses") or ():
        if not _finished(each) and not each.get("started"):
            return _container(each, f"init container {each['name']} to finish")
    for each in status.get("containerStatuses") or ():
        if not each.get("ready"):
            probe = "its startup probe" if each.get("started") is False else "its readiness probe"
            return _container(each, probe)
    return "ready" if _condition(pod, "Ready") == "True" else "its containers"


def _container(status: Mapping[str, Any], otherwise: str) -> str:
    state = status.get("state") or {}
    if reason := str((state.get("waiting") or {}).get("reason", "")):
        return {"ContainerCreating": "volumes and images", "PodInitializing": "init containers"}.get(reason, reason)
    if "terminated" in state:
        return f"a restart ({state['terminated'].get('reason', 'ended')})"
    return otherwise


def _finished(status: Mapping[str, Any]) -> bool:
    return bool((status.get("state") or {}).get("terminated", {}).get("exitCode") == 0)


def _condition(thing: Object, kind: str) -> str | None:
    for each in (thing.get("status") or {}).get("conditions") or ():
        if each["type"] == kind:
            return str(each["status"])
    return None
