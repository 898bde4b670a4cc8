"""The chart as Helm renders it: no cluster is asked."""

import functools
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

CHART = Path(__file__).parents[1] / "todo-app"
HELMS = [helm for helm in ("helm", "helm3") if shutil.which(helm)]
"""The Helms that there are; `helm3` where an older one is kept beside the newest."""
DATABASE_URL = "postgresql://todo:secret@db.example.org:6543/todo"

Object = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The objects of one rendering."""

    objects: tuple[Object, ...]

    def of(self, kind: str) -> dict[str, Object]:
        """The objects of that kind, by name."""
        return {found["metadata"]["name"]: found for found in self.objects if found["kind"] == kind}

    def one(self, kind: str, name: str | None = None) -> Object:
        """The only object of that kind, or the one of that name."""
        found = self.of(kind)
        if name is not None:
            return found[name]
        (only,) = found.values()
        return only

    def pod(self, name: str) -> Object:
        """The pod template of the Deployment `todo-app-<name>`."""
        template: Object = self.one("Deployment", f"todo-app-{name}")["spec"]["template"]
        return template

    def container(self, name: str) -> Object:
        """Its main container."""
        (container,) = self.pod(name)["spec"]["containers"]
        return dict(container)

    def pods(self) -> Iterator[tuple[str, Object]]:
        """Every pod that there would be, as (what makes it, its spec)."""
        for found in self.objects:
            spec = found if found["kind"] == "Pod" else found.get("spec", {}).get("template")
            if spec:
                yield f"{found['kind']}/{found['metadata']['name']}", spec["spec"]


def render(values: Mapping[str, Any] | None = None, *options: str, helm: str = "helm") -> Rendered:
    """The chart with `values` over its own. Fails with Helm's words when it does not render."""
    return _render(json.dumps(values or {}), options, helm)


def refusal(values: Mapping[str, Any], helm: str = "helm") -> str:
    """What Helm says when the chart does not take `values`."""
    done = _run(json.dumps(values), ("template",), helm)
    assert done.returncode, f"{values} was taken"
    return done.stderr


def notes(values: Mapping[str, Any]) -> str:
    """What is printed after an installation."""
    done = _run(json.dumps(values), ("install", "--dry-run=client"), "helm")
    assert not done.returncode, done.stderr
    return done.stdout.partition("\nNOTES:\n")[2]


@functools.cache
def _render(values: str, options: tuple[str, ...], helm: str) -> Rendered:
    done = _run(values, ("template", *options), helm)
    assert not done.returncode, done.stderr
    return Rendered(tuple(found for found in yaml.safe_load_all(done.stdout) if found))


def _run(values: str, command: tuple[str, ...], helm: str) -> "subprocess.CompletedProcess[str]":
    verb, *options = command
    environment = {key: value for key, value in os.environ.items() if key != "KUBECONFIG"}
    with tempfile.TemporaryDirectory() as home:
        return subprocess.run(
            [helm, verb, "todo-app", CHART, "--namespace", "todo", "--values", "-", *options],
            input=values,
            capture_output=True,
            text=True,
            check=False,
            env={**environment, "HOME": home},
        )
