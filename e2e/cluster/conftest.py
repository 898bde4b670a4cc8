"""The cluster, the images on it, and a namespace for each test."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from dev.environment import ROOT
from e2e.cluster.kubectl import Namespace, Release
from e2e.cluster.outside import postgresql

CHART = ROOT / "helm" / "todo-app"
IMAGES = ("todo-backend:latest", "todo-frontend:latest")
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    reason = _missing()
    if reason:
        for item in items:
            if item.path.is_relative_to(_HERE):
                item.add_marker(pytest.mark.skip(reason=reason))


def _missing() -> str | None:
    if not os.environ.get("KUBECONFIG"):
        return "KUBECONFIG names no cluster to try the chart on"
    for program in ("kubectl", "helm"):
        if not shutil.which(program):
            return f"there is no `{program}` on the PATH"
    return None


@pytest.fixture(scope="session")
def images() -> None:
    """The images on every node: by the command that CLUSTER_LOAD gives, else they are there already."""
    command = os.environ.get("CLUSTER_LOAD")
    for image in IMAGES if command else ():
        subprocess.run([*shlex.split(str(command)), image], check=True)


@pytest.fixture
def namespace() -> Iterator[Namespace]:
    namespace = Namespace(f"todo-e2e-{uuid4().hex[:8]}")
    yield namespace
    namespace.remove()


@pytest.fixture
def release(namespace: Namespace, images: None) -> Release:  # noqa: ARG001 - what it runs has to be there
    return Release(namespace, str(CHART))


@pytest.fixture
def database_url() -> Iterator[str]:
    address = os.environ.get("MACHINE_ADDRESS")
    if not address:
        pytest.skip("MACHINE_ADDRESS does not say where pods reach this machine's PostgreSQL")
    with postgresql(address) as url:
        yield url
