from typing import Any

import pytest

from deploykit.deploy.contexts import Kind, choose, recognise
from deploykit.errors import Missing


def _config(current: str, *names: str) -> dict[str, Any]:
    return {"current-context": current, "contexts": [{"name": name, "context": {}} for name in names]}


@pytest.mark.parametrize(
    ("name", "kind", "cluster"),
    [
        ("minikube", Kind.MINIKUBE, "minikube"),
        ("kind-dev", Kind.KIND, "dev"),
        ("k3d-k3s-default", Kind.K3D, "k3s-default"),
        ("docker-desktop", Kind.DESKTOP, "docker-desktop"),
        ("do-fra1-production", Kind.OTHER, "do-fra1-production"),
        ("kindly", Kind.OTHER, "kindly"),
    ],
)
def test_a_context_is_recognised_by_its_name(name: str, kind: Kind, cluster: str) -> None:
    context = recognise(name)
    assert (context.kind, context.cluster) == (kind, cluster)


def test_a_profile_of_minikube_is_recognised_by_its_mark() -> None:
    mark = {"name": "context_info", "extension": {"provider": "minikube.sigs.k8s.io", "version": "v1.37.0"}}
    assert recognise("work", [mark]).kind is Kind.MINIKUBE


def test_the_kind_that_is_asked_for_wins_over_the_current_context() -> None:
    assert choose(_config("production", "production", "kind-a"), "kind").name == "kind-a"


def test_the_current_context_wins_among_several_of_its_kind() -> None:
    assert choose(_config("kind-b", "kind-a", "kind-b"), "kind").name == "kind-b"


@pytest.mark.parametrize(
    ("config", "on", "said"),
    [
        (_config(""), None, "no current context"),
        ({"contexts": None, "current-context": ""}, None, "no current context"),
        (_config("a", "a"), "k3d", "k3d cluster create"),
        (_config("a", "a", "kind-x", "kind-y"), "kind", "--on kind-x, --on kind-y"),
        (_config("a", "a"), "b", "There are: a"),
    ],
)
def test_what_is_missing_is_named(config: dict[str, Any], on: str | None, said: str) -> None:
    with pytest.raises(Missing, match=said):
        choose(config, on)
