"""What is wrong with one pod, by its conditions, the states of its containers, and its events."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from deploykit.deploy.fault import NEVER, Fault
from deploykit.deploy.snapshot import Object, Snapshot, name_of, title

_PULLS = {"ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "RegistryUnavailable"}
_CONFIGURATION = {"CreateContainerConfigError", "CreateContainerError", "RunContainerError"}
_CRASHES = 3
_KEY = re.compile(r"couldn't find key (\S+) in Secret (\S+)")
_SECRET = re.compile(r'secret "([^"]+)" not found')


def find(snapshot: Snapshot, pod: Object) -> Iterator[Fault]:
    """None for a pod that is ready, or well on its way."""
    yield from _unschedulable(snapshot, pod)
    status = pod.get("status") or {}
    for each in (*(status.get("initContainerStatuses") or ()), *(status.get("containerStatuses") or ())):
        yield from _container(snapshot, pod, each)
    if not status.get("containerStatuses") or _creating(status):
        yield from _unmounted(snapshot, pod)


def _unschedulable(snapshot: Snapshot, pod: Object) -> Iterator[Fault]:
    conditions = (pod.get("status") or {}).get("conditions") or ()
    unplaced = next((each for each in conditions if each["type"] == "PodScheduled" and each["status"] == "False"), None)
    if unplaced is None:
        return
    for claim in snapshot.claims(pod):
        if claim.get("status", {}).get("phase") == "Pending" and (events := snapshot.warnings(claim)):
            remedy = "See `kubectl get storageclass`; name one that is there in the chart's values."
            yield Fault("Volume", title(claim), "the volume claim gets no volume", events[0]["message"], remedy, 30)
            return
    why = unplaced.get("message", "no reason given")
    remedy = "Lower what the pod requests in the chart's values, or add a node that fits."
    yield Fault("Unschedulable", title(pod), "no node takes the pod", why, remedy, 30)


def _container(snapshot: Snapshot, pod: Object, status: Mapping[str, Any]) -> Iterator[Fault]:
    name, about = status["name"], f"{title(pod)}, container {status['name']}"
    state = status.get("state") or {}
    waiting = state.get("waiting") or {}
    reason = waiting.get("reason", "")
    if reason in _PULLS:
        yield Fault(
            "ImagePull", about, f"the image {status['image']} cannot be had", *_pull(snapshot, pod, waiting, reason)
        )
    elif reason in _CONFIGURATION:
        yield _configuration(about, waiting.get("message", reason))
    elif ended := _crash(status):
        restarts = status.get("restartCount", 0)
        what = f"the program ended ({_how(ended)}), {restarts} restart{'' if restarts == 1 else 's'} so far"
        remedy = f"Mend what the log says. All of it: kubectl logs {name_of(pod)} -c {name} --previous"
        if ended.get("reason") == "OOMKilled":
            what, remedy = f"the program needed more memory than its limit ({what})", "Raise resources.limits.memory."
        why = ended.get("message") or f"exit code {ended.get('exitCode')}"
        patience = 0 if restarts >= _CRASHES else NEVER
        yield Fault("Crash", about, what, why, remedy, patience, name_of(pod), name, "terminated" not in state)
    elif "running" in state and not status.get("ready"):
        yield from _probe(snapshot, pod, name, about)


def _crash(status: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """How it ended, when it did so with an error now, or the last time and is not well again."""
    now = (status.get("state") or {}).get("terminated")
    last = (status.get("lastState") or {}).get("terminated")
    ended: Mapping[str, Any] | None = now or (last if not status.get("ready") else None)
    return ended if ended and (ended.get("exitCode") or status.get("restartCount")) else None


def _how(ended: Mapping[str, Any]) -> str:
    reason = ended.get("reason", "Error")
    return f"{reason}, exit code {ended.get('exitCode')}"


def _pull(snapshot: Snapshot, pod: Object, waiting: Mapping[str, Any], reason: str) -> tuple[str, str, float]:
    """Why, the remedy, and the patience."""
    events = [each["message"] for each in snapshot.warnings(pod) if "Failed to pull" in each.get("message", "")]
    why = events[0] if events else waiting.get("message", reason)
    remedy = (
        "Check the name and the tag. An image of this machine must be loaded into the cluster; "
        "one of a private registry needs imagePullSecrets."
    )
    return why, remedy, 0 if reason in {"InvalidImageName", "ErrImageNeverPull"} else 15


def _configuration(about: str, message: str) -> Fault:
    if key := _KEY.search(message):
        secret = key[2].rpartition("/")[2]
        remedy = f"Set {key[1]} in the environment if the project knows it, or add it: kubectl edit secret {secret}"
        return Fault("SecretKey", about, f"the Secret {secret} has no key {key[1]}", message, remedy, 10)
    if secret_name := _SECRET.search(message):
        remedy = f"Make it: kubectl create secret generic {secret_name[1]} --from-env-file=FILE"
        return Fault("Secret", about, f"there is no Secret {secret_name[1]}", message, remedy, 10)
    return Fault(
        "Configuration",
        about,
        "the container cannot be started",
        message,
        "Change what the reason names in the chart's values.",
        10,
    )


def _probe(snapshot: Snapshot, pod: Object, name: str, about: str) -> Iterator[Fault]:
    """Events stay for an hour, but a container that is not ready yet and had a failing probe is still failing it."""
    path = f"spec.containers{{{name}}}"
    for event in snapshot.warnings(pod):
        if event.get("reason") == "Unhealthy" and event["involvedObject"].get("fieldPath", path) == path:
            remedy = f"See what it does meanwhile: kubectl logs {name_of(pod)} -c {name}"
            yield Fault("Probe", about, "a probe fails", event["message"], remedy, NEVER, name_of(pod), name)
            return


def _unmounted(snapshot: Snapshot, pod: Object) -> Iterator[Fault]:
    for event in snapshot.warnings(pod):
        if event.get("reason") in {"FailedMount", "FailedAttachVolume", "FailedCreatePodSandBox"}:
            said = event["message"]
            remedy = "Make the object that the reason names, or correct its name in the chart's values."
            yield Fault("Volume", title(pod), "a volume or the network of the pod cannot be set up", said, remedy, 45)
            return


def _creating(status: Mapping[str, Any]) -> bool:
    states = [(each.get("state") or {}).get("waiting") or {} for each in status["containerStatuses"]]
    return any(each.get("reason") in {"ContainerCreating", "PodInitializing"} for each in states)
