"""Who brings the tables to this version, and who waits for it."""

import pytest

from helm.tests.chart import DATABASE_URL, Rendered, render


def waiting(made: Rendered) -> list[list[str]]:
    return [
        container["command"] + container["args"] for container in made.pod("backend")["spec"].get("initContainers", ())
    ]


def test_a_job_migrates_while_the_new_pods_wait() -> None:
    made = render({"migrations": {"waitSeconds": 30, "backoffLimit": 2, "activeDeadlineSeconds": 9}})
    job = made.one("Job")
    (container,) = job["spec"]["template"]["spec"]["containers"]
    assert container["command"] + container["args"] == ["todo", "migrate"]
    assert "annotations" not in job["metadata"]
    assert (job["spec"]["backoffLimit"], job["spec"]["activeDeadlineSeconds"]) == (2, 9)
    assert waiting(made) == [["todo", "migrate", "--wait", "30"]]


@pytest.mark.parametrize("values", [{"backend": {"image": {"tag": "2"}}}, {"migrations": {"backoffLimit": 3}}])
def test_a_changed_job_has_another_name(values: dict[str, object]) -> None:
    """A Job cannot be changed, and tools that render templates never count revisions."""
    assert (
        set(render().of("Job")) == set(render({"frontend": {"replicas": 3}}).of("Job")) != set(render(values).of("Job"))
    )


def test_a_hook_migrates_before_anything_else_changes() -> None:
    made = render({"migrations": {"hook": True}})
    assert waiting(made) == []
    for found in made.one("Job", "todo-app-migrate"), made.one("ServiceAccount", "todo-app-migrate"):
        annotations = found["metadata"]["annotations"]
        assert annotations["helm.sh/hook"] == "pre-install,pre-upgrade"
        assert annotations["helm.sh/hook-delete-policy"] == "before-hook-creation,hook-succeeded"


def test_what_a_hook_needs_is_there_before_it() -> None:
    """Nothing of the chart is, before an installation: not its Secret, not its ConfigMap, not its accounts."""
    made = render({"migrations": {"hook": True}, "secret": {"databaseUrl": DATABASE_URL}})
    job = made.one("Job")
    pod = job["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    used = {entry["valueFrom"]["secretKeyRef"]["name"] for entry in container["env"] if "valueFrom" in entry}
    assert used == {"todo-app-migrate"}
    assert "envFrom" not in container
    for found in made.one("Secret", "todo-app-migrate"), made.one("ServiceAccount", pod["serviceAccountName"]):
        weight = int(found["metadata"]["annotations"]["helm.sh/hook-weight"])
        assert weight < int(job["metadata"]["annotations"]["helm.sh/hook-weight"])


def test_a_file_is_migrated_by_the_pod_that_has_it() -> None:
    made = render({"database": {"kind": "sqlite"}})
    assert made.of("Job") == {}
    assert waiting(made) == [["todo", "migrate"]]


@pytest.mark.parametrize("kind", ["postgresql", "sqlite"])
def test_migrating_by_yourself(kind: str) -> None:
    made = render({"database": {"kind": kind}, "migrations": {"enabled": False}})
    assert made.of("Job") == {}
    assert waiting(made) == []
