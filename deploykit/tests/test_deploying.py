"""Deploying to the cluster that KUBECONFIG points to, as a person does it: by the command. One story, told in order."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent / "data" / "sample" / "deploykit.toml"
NAMESPACE = f"deploykit-{os.getpid()}"
DEPLOYKIT = (sys.executable, "-c", "from deploykit.cli import main; main()")


@pytest.fixture(scope="module", autouse=True)
def _cluster() -> Iterator[None]:
    missing = [tool for tool in ("docker", "kubectl", "helm") if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    if subprocess.run(["kubectl", "get", "--raw", "/readyz"], capture_output=True, timeout=30, check=False).returncode:
        pytest.skip("needs a cluster: KUBECONFIG points to none that answers")
    base = ["docker", "image", "inspect", "python:3.13-slim-trixie"]
    if subprocess.run(base, capture_output=True, check=False).returncode:
        pytest.skip("needs the image python:3.13-slim-trixie")
    yield
    _kubectl("delete", "namespace", NAMESPACE, "--ignore-not-found")


def _command(*words: str) -> list[str]:
    return [*DEPLOYKIT, words[0], "--project", str(PROJECT), "--namespace", NAMESPACE, *words[1:]]


def _deploykit(*words: str, status: int = 0) -> str:
    done = subprocess.run(_command(*words), capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def _kubectl(*words: str) -> str:
    command = ["kubectl", "--namespace", NAMESPACE, *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=180, check=True).stdout


def _revision() -> int:
    command = ["helm", "--namespace", NAMESPACE, "status", "sample", "--output", "json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return int(json.loads(done.stdout)["version"])


def test_up_brings_it_up_and_tells_no_secret() -> None:
    said = _deploykit("up")
    assert "its tests pass" in said
    assert "port-forward service/sample" in said
    secret = _kubectl("get", "secret", "sample-secrets", "-o", "go-template={{.data.SAMPLE_TOKEN | base64decode}}")
    assert len(secret) >= 32
    assert secret not in said


def test_up_again_changes_nothing() -> None:
    pods, secret = _kubectl("get", "pods", "-o", "name"), _kubectl("get", "secret", "sample-secrets", "-o", "yaml")
    assert "up to date (revision 1)" in _deploykit("up")
    assert _revision() == 1
    assert _kubectl("get", "pods", "-o", "name") == pods
    assert _kubectl("get", "secret", "sample-secrets", "-o", "yaml") == secret


def test_a_wrong_image_is_named() -> None:
    assert "the image deploykit-sample:nowhere cannot be had" in _deploykit(
        "up", "--set", "image.tag=nowhere", status=1
    )


def test_a_key_that_the_secret_lacks_is_named() -> None:
    said = _deploykit("up", "--set", "secretKey=SAMPLE_PASSWORD", status=1)
    assert "the Secret sample-secrets has no key SAMPLE_PASSWORD" in said


def test_ctrl_c_during_the_wait_leaves_what_a_second_run_mends() -> None:
    process = subprocess.Popen(_command("up", "--set", "cpu=64"), stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        if "waits for a node" in line:
            break
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 130
    assert "its tests pass" in _deploykit("up")


def test_what_was_deleted_by_hand_comes_back() -> None:
    _kubectl("delete", "service", "sample")
    assert "its tests pass" in _deploykit("up")


def test_down_asks_and_keeps_data_and_what_is_not_its_own() -> None:
    assert "--yes" in _deploykit("down", status=2)
    _kubectl("create", "configmap", "mine")
    assert "Kept the volume claim sample-data" in _deploykit("down", "--yes")
    left = _kubectl("get", "deployments,services,secrets,persistentvolumeclaims,configmaps", "-o", "name").split()
    assert set(left) == {"persistentvolumeclaim/sample-data", "configmap/mine", "configmap/kube-root-ca.crt"}


def test_a_pod_that_someone_started_keeps_the_namespace() -> None:
    _kubectl("label", "namespace", NAMESPACE, "pod-security.kubernetes.io/enforce-")
    _kubectl("delete", "configmap", "mine")
    _kubectl("run", "stranger", "--image=nowhere")
    assert "it still has pod/stranger" in _deploykit("down", "--yes", "--data")
    _kubectl("delete", "pod", "stranger", "--now")


def test_down_with_data_removes_the_rest() -> None:
    _deploykit("down", "--yes", "--data")
    end = time.monotonic() + 60
    while time.monotonic() < end and _kubectl("get", "namespace", NAMESPACE, "--ignore-not-found"):
        time.sleep(1)
    assert _kubectl("get", "namespace", NAMESPACE, "--ignore-not-found") == ""
    assert "Nothing of sample" in _deploykit("down", "--yes")
