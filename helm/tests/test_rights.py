"""What pods may do: Pod Security "restricted", service accounts, and reading only."""

from typing import Any

import pytest

from helm.tests.chart import CHART, DATABASE_URL, Object, render

RESTRICTED_VOLUMES = {
    "configMap",
    "csi",
    "downwardAPI",
    "emptyDir",
    "ephemeral",
    "persistentVolumeClaim",
    "projected",
    "secret",
}
RULE = {"apiGroups": [""], "resources": ["configmaps"], "verbs": ["get", "list"]}
VARIANTS: list[dict[str, Any]] = [
    {},
    {"database": {"kind": "sqlite"}},
    {"migrations": {"hook": True}, "secret": {"databaseUrl": DATABASE_URL}},
    {"backend": {"serviceAccount": {"rules": [RULE]}}},
]
VALUES_FILES = sorted(path.name for path in CHART.glob("values-*.yaml"))


def check_restricted(pod: Object) -> None:
    """https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"""
    assert not {"hostNetwork", "hostPID", "hostIPC"} & pod.keys()
    for volume in pod.get("volumes", ()):
        assert set(volume) - {"name"} <= RESTRICTED_VOLUMES
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["runAsUser"] in (1000, 1001)
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    for container in *pod["containers"], *pod.get("initContainers", ()):
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert not [port for port in container.get("ports", ()) if "hostPort" in port]
        assert container["resources"]["limits"].keys() == {"cpu", "memory"}


@pytest.mark.parametrize("values", VARIANTS)
def test_every_pod_is_restricted(values: dict[str, Any]) -> None:
    pods = dict(render(values).pods())
    assert len(pods) >= 4
    for pod in pods.values():
        check_restricted(pod)


@pytest.mark.parametrize("file", VALUES_FILES)
def test_every_pod_of_every_values_file_is_restricted(file: str) -> None:
    for _, pod in render({}, "--values", str(CHART / file)).pods():
        check_restricted(pod)


def test_a_service_account_a_component_with_no_rights_and_no_token() -> None:
    made = render()
    accounts = made.of("ServiceAccount")
    assert set(accounts) == {"todo-app-backend", "todo-app-frontend", "todo-app-migrate"}
    assert not any(account["automountServiceAccountToken"] for account in accounts.values())
    assert made.of("Role") == made.of("RoleBinding") == {}
    for name, pod in made.pods():
        assert pod["automountServiceAccountToken"] is False, name
        assert pod.get("serviceAccountName", "default") in {*accounts, "default"}


@pytest.mark.parametrize("name", ["backend", "frontend"])
def test_rules_make_a_role_and_mount_the_token_there_alone(name: str) -> None:
    made = render({name: {"serviceAccount": {"rules": [RULE]}}})
    assert made.one("Role")["rules"] == [RULE]
    binding = made.one("RoleBinding")
    assert binding["roleRef"]["name"] == made.one("Role")["metadata"]["name"] == f"todo-app-{name}"
    assert [(each["name"], each["namespace"]) for each in binding["subjects"]] == [(f"todo-app-{name}", "todo")]
    mounted = {each: pod["automountServiceAccountToken"] for each, pod in made.pods()}
    assert [each for each, token in mounted.items() if token] == [f"Deployment/todo-app-{name}"]


def test_a_service_account_of_yours() -> None:
    made = render({"backend": {"serviceAccount": {"create": False, "name": "mine"}}})
    assert "todo-app-backend" not in made.of("ServiceAccount")
    assert made.pod("backend")["spec"]["serviceAccountName"] == "mine"
    named = {"backend": {"serviceAccount": {"name": "ours", "annotations": {"a": "b"}}}}
    assert render(named).one("ServiceAccount", "ours")["metadata"]["annotations"] == {"a": "b"}


def test_no_namespace_unless_wanted() -> None:
    assert render().of("Namespace") == {}
    labels = render({"namespace": {"create": True}}).one("Namespace", "todo")["metadata"]["labels"]
    assert labels["pod-security.kubernetes.io/enforce"] == "restricted"


def test_everything_is_in_the_releases_namespace() -> None:
    for values in VARIANTS:
        assert {found["metadata"]["namespace"] for found in render(values).objects} == {"todo"}
