"""Every values file, and every switch at once, are taken by a real API server."""

import json
from pathlib import Path
from typing import Any

import pytest

from e2e.cluster.conftest import CHART
from e2e.cluster.kubectl import Namespace, kubectl, run
from helm.tests.chart import HELMS

CUSTOM = (
    "servicemonitors.monitoring.coreos.com",
    "prometheusrules.monitoring.coreos.com",
    "httproutes.gateway.networking.k8s.io",
)
RULE = {"apiGroups": [""], "resources": ["configmaps"], "verbs": ["get"]}
ROUTE = {"enabled": True, "host": "todo.example.org", "parentRefs": [{"name": "gate"}]}
EVERYTHING: dict[str, Any] = {
    "backend": {"autoscaling": {"enabled": True}, "serviceAccount": {"rules": [RULE]}},
    "frontend": {"autoscaling": {"enabled": True}, "service": {"type": "LoadBalancer", "annotations": {"a": "b"}}},
    "ingress": {"host": "todo.example.org", "tls": {"enabled": True, "clusterIssuer": "letsencrypt"}},
    "httpRoute": ROUTE,
    "migrations": {"hook": True},
    "secret": {"databaseUrl": "postgresql://u:p@db.example.org/todo", "cohereApiKey": "k"},
    "monitoring": {each: {"enabled": True} for each in ("serviceMonitor", "prometheusRule", "dashboard")},
}


@pytest.fixture(scope="module", autouse=True)
def custom_resources() -> None:
    known = kubectl("get", "crds", "-o", "name")
    missing = [name for name in CUSTOM if name not in known]
    if missing:
        pytest.skip(f"the cluster does not know {', '.join(missing)}")


@pytest.mark.parametrize("helm", HELMS)
@pytest.mark.parametrize("file", sorted(CHART.glob("values*.yaml")), ids=lambda file: str(file.stem))
def test_a_values_file(file: Path, helm: str, namespace: Namespace) -> None:
    made = run(helm, "template", "todo-app", str(CHART), "-n", namespace.name, "--values", str(file))
    _take(made, namespace)


@pytest.mark.parametrize("values", [EVERYTHING, {"database": {"kind": "sqlite"}}], ids=["everything", "sqlite"])
def test_switches(values: dict[str, Any], namespace: Namespace) -> None:
    command = ("helm", "template", "todo-app", str(CHART), "-n", namespace.name, "--values", "-")
    _take(run(*command, stdin=json.dumps(values)), namespace)


def _take(manifests: str, namespace: Namespace) -> None:
    said = kubectl(
        "apply",
        "-n",
        namespace.name,
        "--dry-run=server",
        "--validate=strict",
        "--filename",
        "-",
        stdin=manifests,
        check=False,
    )
    assert [line for line in said.splitlines() if not line.endswith("(server dry run)")] == []
