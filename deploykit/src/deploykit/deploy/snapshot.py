"""What one look at a namespace shows, and who belongs to whom in it. Objects are as the API tells them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Object = Mapping[str, Any]

KINDS = "deployments,statefulsets,daemonsets,jobs,replicasets,pods,persistentvolumeclaims,events"
_REVISION = "deployment.kubernetes.io/revision"
_WORKLOADS = {"Deployment", "StatefulSet", "DaemonSet", "Job"}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Of the release named `release`."""

    release: str
    objects: tuple[Object, ...]

    def workloads(self) -> list[Object]:
        """Those that Helm made for the release; a hook's Job is not one of them, Helm itself waits for it."""
        return [
            each
            for each in self.objects
            if each["kind"] in _WORKLOADS and annotations(each).get("meta.helm.sh/release-name") == self.release
        ]

    def current_pods(self, workload: Object) -> list[Object]:
        """Its pods of the newest revision: what is wrong with those that it replaces does not matter any more."""
        owners = [workload]
        if workload["kind"] == "Deployment":
            owners = [each for each in self.replica_sets(workload) if _revision(each) == _revision(workload)]
        pods = [each for owner in owners for each in self._owned(owner, "Pod") if not deleting(each)]
        if workload["kind"] == "StatefulSet":
            newest = workload.get("status", {}).get("updateRevision")
            pods = [each for each in pods if labels(each).get("controller-revision-hash") == newest]
        return pods

    def replica_sets(self, workload: Object) -> list[Object]:
        return self._owned(workload, "ReplicaSet")

    def current_replica_set(self, deployment: Object) -> Object | None:
        sets = self.replica_sets(deployment)
        return next((each for each in sets if _revision(each) == _revision(deployment)), None)

    def claims(self, pod: Object) -> list[Object]:
        volumes = pod["spec"].get("volumes") or ()
        names = {each["persistentVolumeClaim"]["claimName"] for each in volumes if "persistentVolumeClaim" in each}
        return [each for each in self._of("PersistentVolumeClaim") if name_of(each) in names]

    def oldest_pod(self) -> str:
        """When the first of the pods that count now was made: what was warned of before concerns others."""
        pods = [pod for workload in self.workloads() for pod in self.current_pods(workload)]
        return min((str(pod["metadata"]["creationTimestamp"]) for pod in pods), default="")

    def warnings(self, about: Object | None = None, since: str = "") -> list[Object]:
        """Warning events, the newest first; those about one object, or all."""
        events = [each for each in self._of("Event") if each.get("type") == "Warning"]
        if about is not None:
            events = [each for each in events if each["involvedObject"].get("uid") == about["metadata"]["uid"]]
        return sorted((each for each in events if when(each) >= since), key=when, reverse=True)

    def _owned(self, owner: Object, kind: str) -> list[Object]:
        uid = owner["metadata"]["uid"]
        return [
            each
            for each in self._of(kind)
            if any(reference["uid"] == uid for reference in each["metadata"].get("ownerReferences") or ())
        ]

    def _of(self, kind: str) -> Iterable[Object]:
        return (each for each in self.objects if each["kind"] == kind)


def name_of(thing: Object) -> str:
    return str(thing["metadata"]["name"])


def title(thing: Object) -> str:
    """As kubectl writes it: `deployment/backend`."""
    return f"{thing['kind'].lower()}/{name_of(thing)}"


def labels(thing: Object) -> Mapping[str, str]:
    return thing["metadata"].get("labels") or {}


def annotations(thing: Object) -> Mapping[str, str]:
    return thing["metadata"].get("annotations") or {}


def deleting(thing: Object) -> bool:
    return "deletionTimestamp" in thing["metadata"]


def when(event: Object) -> str:
    """The instant of an event, in a form that sorts; events carry it in one of three fields."""
    series = event.get("series") or {}
    return str(
        series.get("lastObservedTime")
        or event.get("lastTimestamp")
        or event.get("eventTime")
        or event["metadata"]["creationTimestamp"]
    )


def _revision(thing: Object) -> str | None:
    return annotations(thing).get(_REVISION)
