"""Faults are read from what a real cluster said, recorded in data/recorded."""

import json
from pathlib import Path

import pytest

from deploykit.deploy import faults
from deploykit.deploy.display import lines
from deploykit.deploy.readiness import ready
from deploykit.deploy.snapshot import Snapshot

RECORDED = Path(__file__).parent / "data" / "recorded"


def _snapshot(name: str) -> Snapshot:
    return Snapshot("sample", tuple(json.loads((RECORDED / f"{name}.json").read_text())))


@pytest.mark.parametrize(
    ("name", "code", "decisive"),
    [
        ("image", "ImagePull", "deploykit-sample:nowhere"),
        ("key", "SecretKey", "SAMPLE_TOKE"),
        ("crash", "Crash", "exit code 1"),
        ("cpu", "Unschedulable", "Insufficient cpu"),
        ("probe", "Probe", "statuscode: 404"),
        ("security", "Refused", "allowPrivilegeEscalation != false"),
        ("quota", "Refused", "exceeded quota: tight"),
    ],
)
def test_the_first_fault_is_the_cause_with_its_decisive_value(name: str, code: str, decisive: str) -> None:
    snapshot = _snapshot(name)
    fault = faults.find(snapshot)[0]
    assert fault.code == code
    assert decisive in f"{fault.what} {fault.why}"
    assert not any(ready(each) for each in snapshot.workloads())


def test_a_healthy_release_has_no_fault_though_events_of_its_start_warn() -> None:
    snapshot = _snapshot("healthy")
    assert snapshot.warnings()
    assert faults.find(snapshot) == []
    assert all(ready(each) for each in snapshot.workloads())


def test_a_workload_of_another_release_does_not_count() -> None:
    snapshot = _snapshot("image")
    assert Snapshot("other", snapshot.objects).workloads() == []


def test_the_old_pod_that_still_serves_is_not_among_the_current_ones() -> None:
    snapshot = _snapshot("image")
    (workload,) = snapshot.workloads()
    assert [each["status"]["phase"] for each in snapshot.current_pods(workload)] == ["Pending"]


def test_lines_say_what_a_pod_waits_for() -> None:
    assert any(line.endswith("waits for CreateContainerConfigError") for line in lines(_snapshot("key")))
    assert any(line.endswith("waits for a node") for line in lines(_snapshot("cpu")))
