"""Who reaches the backend on a network that enforces policies."""

import json
import time

import pytest

from e2e.cluster.kubectl import Namespace, Object, Release, get, kubectl

DENIED = {"closed": "yes"}
CONNECT = """
import socket, sys
try:
    socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=3)
    print("reached")
except TimeoutError:
    print("dropped")
"""


def pod(namespace: Namespace, name: str, labels: Object) -> None:
    """A pod that waits, of the backend's image and with its rights."""
    security = {"runAsNonRoot": True, "runAsUser": 1000, "seccompProfile": {"type": "RuntimeDefault"}}
    container = {
        "name": "main",
        "image": "todo-backend:latest",
        "imagePullPolicy": "IfNotPresent",
        "command": ["sleep", "600"],
        "securityContext": {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}},
    }
    spec = {"containers": [container], "securityContext": security, "terminationGracePeriodSeconds": 0}
    made = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": name, "labels": labels}, "spec": spec}
    kubectl("apply", "-n", namespace.name, "--filename", "-", stdin=json.dumps(made))
    kubectl("wait", "pod", name, "-n", namespace.name, "--for=condition=Ready", "--timeout=1m")


def reaches(namespace: Namespace, name: str, address: str, port: int) -> bool:
    said = kubectl("exec", name, "-n", namespace.name, "--", "python", "-c", CONNECT, address, str(port)).strip()
    assert said in ("reached", "dropped")
    return said == "reached"


def require_enforcement(namespace: Namespace) -> None:
    """A pod that may go nowhere must not reach the cluster's DNS."""
    policy = {"podSelector": {"matchLabels": DENIED}, "policyTypes": ["Egress"]}
    made = {
        "apiVersion": "networking.k8s.io/v1",
        "kind": "NetworkPolicy",
        "metadata": {"name": "closed"},
        "spec": policy,
    }
    kubectl("apply", "-n", namespace.name, "--filename", "-", stdin=json.dumps(made))
    pod(namespace, "closed", DENIED)
    (dns,) = get("services", "kube-system", "--selector=k8s-app=kube-dns")
    end = time.monotonic() + 20  # what enforces policies hears of a new pod when it is running already
    while reaches(namespace, "closed", dns["spec"]["clusterIP"], 53):
        if time.monotonic() > end:
            pytest.skip("this cluster's network does not enforce policies")
        time.sleep(1)


def test_a_stranger_reaches_the_front_end_and_not_the_backend(release: Release) -> None:
    namespace = release.namespace
    require_enforcement(namespace)
    release.install({"database": {"kind": "sqlite"}})
    pod(namespace, "stranger", {})
    assert reaches(namespace, "stranger", "frontend-service", 3000)
    assert not reaches(namespace, "stranger", "backend-service", 8000)
    labels = {"app.kubernetes.io/name": "todo-app", "app.kubernetes.io/instance": "todo-app"}
    pod(namespace, "friend", {**labels, "app.kubernetes.io/component": "test"})
    assert reaches(namespace, "friend", "backend-service", 8000)
