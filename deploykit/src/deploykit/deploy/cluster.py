"""One namespace of one cluster. The context is named in every call: a person who switches meanwhile moves nothing."""

import json
import time
from dataclasses import dataclass
from typing import Any

from deploykit.command import run
from deploykit.deploy.contexts import Context
from deploykit.errors import CommandFailed, DeployError, Missing

MADE_BY = {"app.kubernetes.io/managed-by": "deploykit"}
_RESTRICTED = {"pod-security.kubernetes.io/enforce": "restricted"}
_GOING_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Cluster:
    context: Context
    namespace: str

    def kubectl(self, *words: str, stdin: str | None = None, seconds: float = 60) -> str:
        flags = ["--context", self.context.name, "--namespace", self.namespace]
        return run(["kubectl", *flags, *words], stdin=stdin, seconds=seconds)

    def get(self, *words: str) -> Any:
        """The objects as JSON, or None when there are none of that name."""
        said = self.kubectl("get", *words, "--ignore-not-found", "--output", "json")
        return json.loads(said) if said.strip() else None

    def check(self) -> None:
        """Raises Missing when the API server does not answer."""
        try:
            self.kubectl("get", "--raw", "/readyz", seconds=15)
        except CommandFailed as failed:
            reason = failed.said.splitlines()[-1] if failed.said else "no reason given"
            raise Missing(
                f"- the cluster of context {self.context.name!r} does not answer: {reason}\n"
                f"  Start it, or choose another one by --on or `kubectl config use-context NAME`."
            ) from None

    def make_namespace(self) -> bool:
        """True when it was made now, enforcing Pod Security "restricted". One that is there is left as it is."""
        end = time.monotonic() + _GOING_SECONDS
        while (found := self.get("namespace", self.namespace)) and found["status"]["phase"] == "Terminating":
            if time.monotonic() > end:
                raise DeployError(
                    f"The namespace {self.namespace} is being deleted and does not go. "
                    f"See what holds it: kubectl get namespace {self.namespace} -o yaml"
                )
            time.sleep(2)
        if found:
            return False
        self.create("Namespace", self.namespace, {"labels": {**MADE_BY, **_RESTRICTED}})
        return True

    def create(self, kind: str, name: str, metadata: dict[str, Any], **fields: Any) -> None:
        """Through standard input, where no other process can read the values."""
        manifest = {"apiVersion": "v1", "kind": kind, "metadata": {"name": name, **metadata}, **fields}
        self.kubectl("create", "--filename", "-", stdin=json.dumps(manifest))

    def made_here(self, kind: str, name: str) -> bool:
        """Whether it is there, and of deploykit's making."""
        found = self.get(kind, name)
        return bool(found) and MADE_BY.items() <= found["metadata"].get("labels", {}).items()
