"""Which cluster is meant, and of what kind it is: by the contexts of the kubeconfig."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from deploykit.command import run
from deploykit.errors import Missing


class Kind(StrEnum):
    MINIKUBE = "minikube"
    KIND = "kind"
    K3D = "k3d"
    DESKTOP = "desktop"  # shares the images of the Docker engine
    OTHER = "other"


_START = {
    Kind.MINIKUBE: "minikube start",
    Kind.KIND: "kind create cluster",
    Kind.K3D: "k3d cluster create",
}
_DESKTOPS = ("docker-desktop", "orbstack", "colima")


@dataclass(frozen=True, slots=True)
class Context:
    """`cluster` is what the kind's own program calls it: the profile of minikube, the cluster of kind or k3d."""

    name: str
    kind: Kind
    cluster: str


def recognise(name: str, extensions: Sequence[Mapping[str, Any]] = ()) -> Context:
    """By the name that each kind gives to its contexts; minikube's profiles, named freely, also by a mark of theirs."""
    marks = {
        mark.get("extension", {}).get("provider") for mark in extensions if isinstance(mark.get("extension"), dict)
    }
    if name == Kind.MINIKUBE or "minikube.sigs.k8s.io" in marks:
        return Context(name, Kind.MINIKUBE, name)
    for kind in (Kind.KIND, Kind.K3D):
        if name.startswith(f"{kind}-"):
            return Context(name, kind, name.removeprefix(f"{kind}-"))
    if name in _DESKTOPS or name.startswith("colima-"):
        return Context(name, Kind.DESKTOP, name)
    return Context(name, Kind.OTHER, name)


def choose(config: Mapping[str, Any], on: str | None) -> Context:
    """The context to deploy to.

    Args:
        config: the kubeconfig, as `kubectl config view --output json` tells it.
        on: minikube, kind, k3d, the name of a context, or None for the current one.

    Raises:
        Missing: there is none, or several could be meant.
    """
    contexts = [
        recognise(each["name"], (each.get("context") or {}).get("extensions") or ())
        for each in config.get("contexts") or ()
    ]
    current = next((each for each in contexts if each.name == config.get("current-context")), None)
    if on is None:
        if current is None:
            raise Missing(
                "- kubectl has no current context, so there is no cluster. Start one (`minikube start`, `kind create "
                "cluster`, `k3d cluster create`), or choose one by `kubectl config use-context NAME`."
            )
        return current
    if named := next((each for each in contexts if each.name == on), None):
        return named
    if on not in _START:
        known = ", ".join(each.name for each in contexts) or "none"
        raise Missing(f"- There is no context {on!r}. There are: {known}.")
    if current is not None and current.kind == on:
        return current
    of_kind = [each for each in contexts if each.kind == on]
    if len(of_kind) == 1:
        return of_kind[0]
    if not of_kind:
        raise Missing(f"- There is no {on} cluster. Start one: {_START[Kind(on)]}")
    raise Missing(f"- There are several {on} clusters. Say which: {', '.join(f'--on {each.name}' for each in of_kind)}")


def current(on: str | None) -> Context:
    """As `choose`, of the kubeconfig that kubectl reads."""
    return choose(json.loads(run(["kubectl", "config", "view", "--output", "json"])), on)
