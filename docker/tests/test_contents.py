"""What is in the images, and what is not."""

import json
import re
import subprocess
from typing import Any

import pytest

from dev.images import BACKEND, FRONTEND, IMAGES, SHARED_ONCE_MEGABYTES, TOGETHER_MEGABYTES, Image, docker, measure

pytestmark = pytest.mark.usefixtures("images")

_TOOLS = (
    "uv",
    "pip",
    "pip3",
    "npm",
    "npx",
    "corepack",
    "yarn",
    "gcc",
    "cc",
    "make",
    "ld",
    "strip",
    "git",
    "curl",
    "wget",
)
_SECRET = re.compile(r"(secret|password|api_?key|token)[\w-]*\s*[=:]\s*\S", re.IGNORECASE)

both = pytest.mark.parametrize("image", IMAGES, ids=lambda image: image.part)


def test_sizes(capsys: pytest.CaptureFixture[str]) -> None:
    sizes = measure()
    with capsys.disabled():
        print(f"\n{sizes}")
    assert sizes.together <= TOGETHER_MEGABYTES
    assert sizes.shared_once <= SHARED_ONCE_MEGABYTES


@pytest.mark.parametrize(("image", "user"), [(BACKEND, "1000:1000"), (FRONTEND, "1001:1001")])
def test_the_user_is_a_number(image: Image, user: str) -> None:
    assert _config(image)["User"] == user
    assert _run(image, "id -u; id -g").split() == user.split(":")


@both
def test_labels_say_what_it_is(image: Image) -> None:
    labels = _config(image)["Labels"]
    for name in ("title", "description", "licenses", "version", "revision"):
        assert labels[f"org.opencontainers.image.{name}"], name


def test_arguments_become_labels() -> None:
    name = "todo-backend:labelled"
    values = ("--build-arg", "VERSION=7.8.9", "--build-arg", "REVISION=abc")
    docker("build", "-t", name, "-f", "docker/backend/Dockerfile", *values, "backend/")
    labels = json.loads(docker("inspect", name))[0]["Config"]["Labels"]
    docker("rmi", name)
    assert labels["org.opencontainers.image.version"] == "7.8.9"
    assert labels["org.opencontainers.image.revision"] == "abc"


@both
def test_no_tools_for_building(image: Image) -> None:
    found = _run(image, "for tool in " + " ".join(_TOOLS) + '; do command -v "$tool"; done; true')
    assert found == ""


def test_no_way_to_install_python_packages() -> None:
    listing = (
        "import importlib.util as u; print([m for m in ('pip', 'ensurepip', 'setuptools', 'uv') if u.find_spec(m)])"
    )
    for python in ("/app/.venv/bin/python", "/usr/local/bin/python"):
        assert _run(BACKEND, f'{python} -c "{listing}"').strip() == "[]", python


@both
def test_no_secret_in_history_or_environment(image: Image) -> None:
    history = docker("history", "--no-trunc", "--format", "{{.CreatedBy}}", image.name)
    environment = "\n".join(_config(image)["Env"])
    assert [match[0] for match in _SECRET.finditer(f"{history}\n{environment}")] == []


@both
def test_no_secret_in_files(image: Image) -> None:
    names = r"\( -name '.env*' -o -name 'jwt-secret' -o -name '*.db' -o -name '.npmrc' \)"
    assert _run(image, f"find /app /root /home /tmp {names} 2>/dev/null; true") == ""


@both
def test_the_app_cannot_change_itself(image: Image) -> None:
    writable = _run(image, "find /app /usr /etc /bin /lib -writable ! -type l 2>/dev/null; true")
    assert writable == ""


@both
def test_no_tests_are_carried_along(image: Image) -> None:
    found = _run(image, r"find /app \( -path '*/todo/tests*' -o -name '*.test.*' -o -name 'conftest.py' \)")
    assert found == ""


def test_python_packages_have_the_locked_versions() -> None:
    listing = "import importlib.metadata as m; print('\\n'.join(f'{d.name}=={d.version}' for d in m.distributions()))"
    installed = {line.lower().replace("_", "-") for line in _run(BACKEND, f'python -c "{listing}"').split()}
    locked = set(re.findall(r"^([\w.-]+==\S+)", (BACKEND.sources / "requirements.txt").read_text(), re.MULTILINE))
    elsewhere = {line for line in locked if line.startswith(("pywin32==", "httpx2-jsfetch=="))}
    assert installed - {line for line in installed if line.startswith("todo==")} == locked - elsewhere


def test_what_starts_has_its_byte_code() -> None:
    """A read-only file system takes none, and compiling the SDKs anew costs seconds at each start."""
    probe = (
        "import sys, pathlib, todo.serving, todo.agent.turn, todo.tools.server;"
        "print(sum(not pathlib.Path(m.__cached__).exists() for m in list(sys.modules.values())"
        " if getattr(m, '__cached__', None) and '/app/' in m.__cached__))"
    )
    assert _run(BACKEND, f'python -c "{probe}"').strip() == "0"


def _config(image: Image) -> dict[str, Any]:
    config: dict[str, Any] = json.loads(docker("inspect", image.name))[0]["Config"]
    return config


def _run(image: Image, script: str) -> str:
    done = subprocess.run(
        ["docker", "run", "--rm", "--entrypoint", "sh", image.name, "-c", script],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
