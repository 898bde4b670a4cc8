"""`deploykit down`: takes away what `up` made, and nothing else."""

from deploykit.deploy.cluster import Cluster
from deploykit.deploy.display import Display
from deploykit.deploy.release import Release
from deploykit.deploy.snapshot import Object, annotations, deleting, title
from deploykit.project import Project

_EVERYWHERE = {"serviceaccount/default", "configmap/kube-root-ca.crt"}
_SHADOWS = {"events", "events.events.k8s.io", "pods.metrics.k8s.io", "endpoints", "endpointslices.discovery.k8s.io"}


def plan(project: Project, cluster: Cluster, *, data: bool) -> list[str]:
    """What would be removed, a line each; empty when nothing of it is there."""
    found = []
    if Release(project.name, cluster).state():
        found.append(f"the release {project.name}")
    if project.secret and cluster.made_here("secret", project.secret):
        found.append(f"the Secret {project.secret}")
    if data:
        found += [f"the volume claim {name}, and what is stored in it" for name in claims(project, cluster)]
    if cluster.made_here("namespace", cluster.namespace):
        found.append(f"the namespace {cluster.namespace}, if nothing else is in it")
    return found


def claims(project: Project, cluster: Cluster) -> list[str]:
    """The volume claims of the release, by the label that charts give to all that they make."""
    found = cluster.get("persistentvolumeclaims", "--selector", f"app.kubernetes.io/instance={project.name}")
    return [each["metadata"]["name"] for each in (found or {"items": []})["items"]]


def down(project: Project, cluster: Cluster, display: Display, *, data: bool) -> None:
    """Raises CommandFailed when the cluster refuses; a second run goes on where this one stopped."""
    release = Release(project.name, cluster)
    if release.state():
        with display.step(f"Uninstalling the release {project.name}"):
            release.uninstall()
        display.say(f"Uninstalled the release {project.name}")
    if project.secret and cluster.made_here("secret", project.secret):
        cluster.kubectl("delete", "secret", project.secret)
        display.say(f"Deleted the Secret {project.secret}")
    for name in claims(project, cluster):
        if data:
            cluster.kubectl("delete", "persistentvolumeclaim", name, seconds=120)
            display.say(f"Deleted the volume claim {name}")
        else:
            display.say(f"Kept the volume claim {name} with its data; --data deletes it too")
    if cluster.made_here("namespace", cluster.namespace):
        _remove_namespace(cluster, display)


def _remove_namespace(cluster: Cluster, display: Display) -> None:
    if rest := _contents(cluster):
        display.say(f"Kept the namespace {cluster.namespace}: it still has {', '.join(rest)}")
        return
    with display.step(f"Deleting the namespace {cluster.namespace}"):
        cluster.kubectl("delete", "namespace", cluster.namespace, "--timeout=120s", seconds=150)
    display.say(f"Deleted the namespace {cluster.namespace}")


def _contents(cluster: Cluster) -> list[str]:
    """Names of what people put there: not what every namespace has, nor what only mirrors something else."""
    kinds = cluster.kubectl("api-resources", "--verbs=list,delete", "--namespaced", "--output", "name").split()
    found = cluster.get(",".join(sorted(set(kinds) - _SHADOWS)))
    return [
        title(each) for each in (found or {"items": []})["items"] if title(each) not in _EVERYWHERE and not _going(each)
    ]


def _going(thing: Object) -> bool:
    """What is on its way out, and the pods that Helm's tests leave; a pod that a person started by hand is neither."""
    owned = bool(thing["metadata"].get("ownerReferences"))
    return deleting(thing) or owned or "test" in annotations(thing).get("helm.sh/hook", "")
