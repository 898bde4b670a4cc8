"""The project's Secret: made where it lacks, added to where keys lack, and never changed in what it holds.

Values are read from the environment or a prompt, and go to the cluster through standard input. They are not printed,
and what the cluster holds is never fetched: only the names of the keys are.
"""

import base64
import getpass
import json
import os
import secrets
import sys
from dataclasses import dataclass

from deploykit.deploy.cluster import MADE_BY, Cluster
from deploykit.errors import Missing
from deploykit.project import Project, SecretKey

_NAMES = "go-template={{range $name, $value := .data}}{{$name}}\n{{end}}"
_RANDOM_BYTES = 48


@dataclass(frozen=True, slots=True)
class Outcome:
    """`added` are the keys that were new; `values`, by dotted name, what the chart is told for those it lacks."""

    added: tuple[str, ...]
    kept: tuple[str, ...]
    values: dict[str, str]


def provide(project: Project, cluster: Cluster, running: dict[str, str], *, ask: bool) -> Outcome:
    """Make sure that the Secret has what the project needs.

    Args:
        running: the values, by dotted name, that the release which is there was installed with; empty without one.
        ask: whether a person can be asked.

    Raises:
        Missing: a key has no value, and there is no way to do without.
    """
    there = _keys(cluster, project.secret)
    new: dict[str, str] = {}
    values: dict[str, str] = {}
    for key in project.secret_keys:
        if key.name in there:
            continue
        value = _value(key, ask=ask and not there)
        if value:
            new[key.name] = value
        elif key.without and (not running or key.without.items() <= running.items()):
            values.update(key.without)
        elif not key.optional:
            raise Missing(
                f"- the Secret {project.secret} has no {key.name}, and the environment has none either. "
                f"Set {key.name} and try again; it is added to the Secret."
            )
    if new:
        _store(cluster, project.secret, new, there=bool(there) or cluster.get("secret", project.secret) is not None)
    return Outcome(tuple(new), tuple(sorted(there)), values)


def _value(key: SecretKey, *, ask: bool) -> str:
    if key.generated:
        return os.environ.get(key.name) or secrets.token_urlsafe(_RANDOM_BYTES)
    value = os.environ.get(key.name, "")
    if value or not (ask and key.ask):
        return value
    return getpass.getpass(f"{key.ask}\n{key.name}: ", stream=sys.stderr)


def _keys(cluster: Cluster, name: str) -> set[str]:
    return set(cluster.kubectl("get", "secret", name, "--ignore-not-found", "--output", _NAMES).split())


def _store(cluster: Cluster, name: str, values: dict[str, str], *, there: bool) -> None:
    data = {key: base64.b64encode(value.encode()).decode() for key, value in values.items()}
    if there:
        cluster.kubectl("patch", "secret", name, "--patch-file", "/dev/stdin", stdin=json.dumps({"data": data}))
    else:
        cluster.create("Secret", name, {"labels": dict(MADE_BY)}, type="Opaque", data=data)
