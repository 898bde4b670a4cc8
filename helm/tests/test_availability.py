"""Rollouts, drains, autoscaling and spreading."""

from typing import Any

import pytest

from helm.tests.chart import render

BOTH = pytest.mark.parametrize("name", ["backend", "frontend"])


@BOTH
def test_a_rollout_never_has_one_less(name: str) -> None:
    spec = render({name: {"rollout": {"maxSurge": 2}}}).one("Deployment", f"todo-app-{name}")["spec"]
    assert spec["replicas"] == 2
    assert spec["strategy"] == {"type": "RollingUpdate", "rollingUpdate": {"maxUnavailable": 0, "maxSurge": 2}}


@BOTH
def test_a_pod_leaves_the_services_before_it_stops(name: str) -> None:
    container = render({}, "--kube-version", "1.30.0").container(name)
    assert container["lifecycle"] == {"preStop": {"sleep": {"seconds": 5}}}
    older = render({}, "--kube-version", "1.29.9").container(name)
    assert older["lifecycle"] == {"preStop": {"exec": {"command": ["sleep", "5"]}}}
    assert "lifecycle" not in render({name: {"rollout": {"drainSeconds": 0}}}).container(name)
    assert render().pod(name)["spec"]["terminationGracePeriodSeconds"] == 30


@BOTH
def test_an_autoscaler_counts_the_pods_instead(name: str) -> None:
    scaling = {"enabled": True, "minReplicas": 3, "maxReplicas": 9, "targetCPU": 60, "targetMemory": 70}
    made = render({name: {"autoscaling": {**scaling, "behavior": {"scaleDown": {"stabilizationWindowSeconds": 5}}}}})
    assert "replicas" not in made.one("Deployment", f"todo-app-{name}")["spec"]
    spec = made.one("HorizontalPodAutoscaler")["spec"]
    assert spec["scaleTargetRef"]["name"] == f"todo-app-{name}"
    assert (spec["minReplicas"], spec["maxReplicas"]) == (3, 9)
    targets = {each["resource"]["name"]: each["resource"]["target"]["averageUtilization"] for each in spec["metrics"]}
    assert targets == {"cpu": 60, "memory": 70}
    assert spec["behavior"] == {"scaleDown": {"stabilizationWindowSeconds": 5}}


def test_no_autoscaler_unless_wanted() -> None:
    assert render().of("HorizontalPodAutoscaler") == {}


@BOTH
@pytest.mark.parametrize(
    ("values", "budget"),
    [
        ({}, {"minAvailable": 1}),
        (
            {"replicas": 4, "podDisruptionBudget": {"minAvailable": None, "maxUnavailable": "50%"}},
            {"maxUnavailable": "50%"},
        ),
        ({"replicas": 4, "podDisruptionBudget": {"minAvailable": 0}}, {"minAvailable": 0}),
        ({"autoscaling": {"enabled": True}, "replicas": 0}, {"minAvailable": 1}),
        ({"replicas": 1}, None),
        ({"autoscaling": {"enabled": True, "minReplicas": 1}}, None),
        ({"podDisruptionBudget": {"enabled": False}, "replicas": 0}, None),
    ],
)
def test_a_budget_where_there_are_several_pods(
    name: str, values: dict[str, Any], budget: dict[str, Any] | None
) -> None:
    made = render({name: values})
    found = made.of("PodDisruptionBudget").get(f"todo-app-{name}")
    if budget is None:
        assert found is None
        return
    assert found
    spec = dict(found["spec"])
    assert spec.pop("unhealthyPodEvictionPolicy") == "AlwaysAllow"
    assert spec.pop("selector") == made.one("Deployment", f"todo-app-{name}")["spec"]["selector"]
    assert spec == budget


@BOTH
def test_pods_spread_over_zones_and_nodes(name: str) -> None:
    made = render()
    spread = made.pod(name)["spec"]["topologySpreadConstraints"]
    assert [each["topologyKey"] for each in spread] == ["topology.kubernetes.io/zone", "kubernetes.io/hostname"]
    for each in spread:
        assert each["whenUnsatisfiable"] == "ScheduleAnyway"
        assert each["labelSelector"] == made.one("Deployment", f"todo-app-{name}")["spec"]["selector"]


def test_spreading_as_you_say() -> None:
    own = {"topologyKey": "rack", "maxSkew": 2, "whenUnsatisfiable": "DoNotSchedule"}
    (found,) = render({"backend": {"topologySpreadConstraints": [own]}}).pod("backend")["spec"][
        "topologySpreadConstraints"
    ]
    assert own.items() <= found.items()
    assert found["labelSelector"]["matchLabels"]["app.kubernetes.io/component"] == "backend"
