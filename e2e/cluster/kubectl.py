"""kubectl and helm, as programs: what people run."""

import json
import os
import subprocess
from collections.abc import Mapping
from typing import Any

Object = dict[str, Any]


def run(*command: str, stdin: str | None = None, check: bool = True) -> str:
    """What the command prints. Fails with all that it said, unless `check` is false."""
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert not check or done.returncode == 0, f"{' '.join(command)}\n{said}"
    return done.stdout if check else said


def kubectl(*arguments: str, stdin: str | None = None, check: bool = True) -> str:
    return run("kubectl", *arguments, stdin=stdin, check=check)


def get(kind: str, namespace: str, *arguments: str) -> list[Object]:
    """The objects of a kind in a namespace."""
    found: list[Object] = json.loads(kubectl("get", kind, "-n", namespace, "-o", "json", *arguments))["items"]
    return found


def service_url(namespace: str, service: str) -> str | None:
    """Where a NodePort is reached from here; None when no NODE_ADDRESS is given."""
    address = os.environ.get("NODE_ADDRESS")
    (found,) = (each for each in get("services", namespace) if each["metadata"]["name"] == service)
    port = found["spec"]["ports"][0].get("nodePort")
    return f"http://{address}:{port}" if address and port else None


class Namespace:
    """A namespace of a test's own, where Pod Security "restricted" is enforced."""

    def __init__(self, name: str) -> None:
        self.name = name
        kubectl("create", "namespace", name)
        kubectl("label", "namespace", name, "pod-security.kubernetes.io/enforce=restricted")

    def objects(self) -> set[str]:
        """Whatever is there and was not there when the namespace was new, as kind/name."""
        kinds = kubectl("api-resources", "--namespaced", "--verbs=list", "-o", "name").split()
        gone = {"events", "events.events.k8s.io", "pods.metrics.k8s.io", "leases.coordination.k8s.io"}
        listed = kubectl(
            "get", ",".join(sorted(set(kinds) - gone)), "-n", self.name, "-o", "name", "--ignore-not-found"
        )
        own = {"configmap/kube-root-ca.crt", "serviceaccount/default"}
        return set(listed.split()) - own

    def secret(self, name: str, values: Mapping[str, str]) -> None:
        literals = [f"--from-literal={key}={value}" for key, value in values.items()]
        kubectl("create", "secret", "generic", name, "-n", self.name, *literals)

    def remove(self) -> None:
        kubectl("delete", "namespace", self.name, "--wait=false")


class Release:
    """The chart, installed as `todo-app` by one of the Helms."""

    def __init__(self, namespace: Namespace, chart: str, helm: str = "helm") -> None:
        self.namespace, self._chart, self._helm = namespace, chart, helm

    def install(self, values: Object, *, wait: bool = True) -> str:
        return self._change("install", values, wait)

    def upgrade(self, values: Object, *, wait: bool = True) -> str:
        return self._change("upgrade", values, wait)

    def test(self) -> str:
        return run(self._helm, "test", "todo-app", "-n", self.namespace.name, "--timeout", "3m")

    def uninstall(self) -> None:
        """And wait until its pods have ended, too."""
        run(self._helm, "uninstall", "todo-app", "-n", self.namespace.name, "--wait")
        kubectl("wait", "pods", "--all", "-n", self.namespace.name, "--for=delete", "--timeout=2m")

    def _change(self, verb: str, values: Object, wait: bool) -> str:
        options = ["-n", self.namespace.name, "--values", "-", "--timeout", "5m", *(["--wait"] if wait else [])]
        return run(self._helm, verb, "todo-app", self._chart, *options, stdin=json.dumps(values))
