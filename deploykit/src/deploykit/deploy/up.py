"""`deploykit up`: from whatever is there to an app that runs and passes its tests. Run again, it changes nothing."""

import copy
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from deploykit.deploy import address, images, prerequisites, secrets, waiting
from deploykit.deploy.cluster import Cluster
from deploykit.deploy.contexts import Context, Kind, current
from deploykit.deploy.display import Display
from deploykit.deploy.prerequisites import DOCKER, HELM, KUBECTL, Tool
from deploykit.deploy.release import Release, State, digest_of, nest, up_to_date
from deploykit.errors import CommandFailed, DeployError, Missing
from deploykit.project import Image, Project

_TEST_SECONDS = 180.0
_OF_KIND = {
    Kind.MINIKUBE: Tool("minikube", ("minikube", "version"), (1, 30), "https://minikube.sigs.k8s.io/docs/start/"),
    Kind.KIND: Tool("kind", ("kind", "version"), (0, 20), "https://kind.sigs.k8s.io/docs/user/quick-start/"),
    Kind.K3D: Tool("k3d", ("k3d", "version"), (5, 0), "https://k3d.io/stable/#installation"),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line says. `more` goes to Helm as it is: `--set`, `--values`; `timeout` is in seconds."""

    on: str | None = None
    load: str | None = None
    push: str | None = None
    more: tuple[str, ...] = ()
    timeout: float = 300
    ask: bool = False


def up(project: Project, namespace: str, choices: Choices, display: Display) -> None:
    """Raises DeployError with what broke and why."""
    cluster = Cluster(_prerequisites(choices), namespace)
    cluster.check()
    load = None if choices.push else images.loading_command(cluster, choices.load)
    display.say(f"Deploying {project.name} to {cluster.context.name}, namespace {namespace}")
    values: dict[str, Any] = copy.deepcopy(dict(project.values))
    for image in project.images:
        built = _provide(image, cluster, load, choices.push, display)
        nest(values, f"{image.values}.repository", built.repository)
        nest(values, f"{image.values}.tag", built.tag)
    if cluster.make_namespace():
        display.say(f"Made the namespace {namespace}, with Pod Security restricted")
    release = Release(project.name, cluster)
    state = _unlocked(release, display)
    _secret(project, release, values, choices, display)
    changed = _apply(release, state, project, values, choices.more, display)
    waiting.wait(cluster, release.name, display, choices.timeout)
    _test(release, display, changed=changed)
    for line in address.tell(cluster, project.address) if project.address else ():
        display.say(line, "bold")


def _prerequisites(choices: Choices) -> Context:
    prerequisites.check((DOCKER, KUBECTL, HELM))
    context = current(choices.on)
    if not (choices.load or choices.push) and (tool := _OF_KIND.get(context.kind)):
        prerequisites.check((tool,))
    return context


def _provide(
    image: Image, cluster: Cluster, load: Sequence[str] | None, registry: str | None, display: Display
) -> images.Built:
    built = images.present(image)
    if built is None:
        with display.step(f"Building {image.name}"):
            built = images.build(image)
        display.say(f"Built {built.reference}")
    if registry:
        with display.step(f"Pushing {image.name} to {registry}"):
            return images.push(built, registry)
    if load and not images.loaded(built, cluster):
        with display.step(f"Loading {built.reference} into the cluster"):
            images.load(built, load)
    return built


def _unlocked(release: Release, display: Display) -> State | None:
    state = release.state()
    if state and (state.status.startswith("pending") or state.status == "uninstalling"):
        with display.step(
            f"The release is {state.status}: another helm is at work, or one was killed; looking again in a minute"
        ):
            release.unlock(state)
        return release.state()
    return state


def _secret(project: Project, release: Release, values: dict[str, Any], choices: Choices, display: Display) -> None:
    if not project.secret:
        return
    ask = choices.ask and sys.stdin.isatty()
    outcome = secrets.provide(project, release.cluster, release.values(), ask=ask)
    if outcome.added:
        display.say(f"Put {', '.join(outcome.added)} into the Secret {project.secret}")
    for dotted, value in outcome.values.items():
        nest(values, dotted, value)


def _apply(
    release: Release,
    state: State | None,
    project: Project,
    values: dict[str, Any],
    more: Sequence[str],
    display: Display,
) -> bool:
    """Whether something differed."""
    digest = digest_of(images.chart_digest(project.chart), values, more)
    if state and up_to_date(state, digest) and release.complete():
        display.say(f"The release {release.name} is up to date (revision {state.revision})")
        return False
    with display.step(f"{'Upgrading' if state else 'Installing'} the release {release.name}"):
        release.apply(project.chart, values, more, digest)
    now = release.state()
    display.say(f"The release {release.name} is at revision {now.revision if now else '?'}")
    return True


def _test(release: Release, display: Display, *, changed: bool) -> None:
    state = release.state()
    if state is None:
        raise Missing(f"The release {release.name} was uninstalled meanwhile. Run it again.")
    if state.tested and not changed:
        display.say("Ready, and its tests passed before")
        return
    try:
        with display.step("Running its tests (helm test)"):
            release.test(_TEST_SECONDS)
    except CommandFailed as failed:
        raise DeployError(f"It is ready, but its tests fail:\n{failed}\n{_tests_said(release)}") from None
    display.say("Ready, and its tests pass", "green")


def _tests_said(release: Release) -> str:
    logs = []
    for pod in (release.cluster.get("pods") or {"items": []})["items"]:
        if "test" in (pod["metadata"].get("annotations") or {}).get("helm.sh/hook", ""):
            name = pod["metadata"]["name"]
            logs.append(f"What {name} said:\n{release.cluster.kubectl('logs', name, '--all-containers', '--tail=15')}")
    return "\n".join(logs)
