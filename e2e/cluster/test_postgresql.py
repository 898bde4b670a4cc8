"""The app on a PostgreSQL outside the cluster, migrated in both ways."""

from typing import Any

import pytest

from e2e.cluster.conftest import CHART
from e2e.cluster.kubectl import Namespace, Release, get, kubectl, service_url
from e2e.cluster.person import Person
from helm.tests.chart import HELMS

SECRET = {"JWT_SECRET": "a secret of thirty-two bytes or more"}
BEARER = "/var/run/secrets/kubernetes.io/serviceaccount/token"


@pytest.mark.usefixtures("images")
@pytest.mark.parametrize("helm", HELMS)
@pytest.mark.parametrize("hook", [False, True], ids=["job", "hook"])
def test_installed_tried_and_uninstalled(namespace: Namespace, database_url: str, hook: bool, helm: str) -> None:
    release = Release(namespace, str(CHART), helm)
    namespace.secret("app-secrets", {"DATABASE_URL": database_url, **SECRET})
    values: dict[str, Any] = {"migrations": {"hook": hook}}
    release.install(values)
    assert release.test().count("Succeeded") == 2
    assert [pod["status"]["containerStatuses"][0]["restartCount"] for pod in get("pods", namespace.name)] == [0] * (
        5 - hook
    )
    url = service_url(namespace.name, "frontend-service")
    if url:
        person = Person(url)
        person.register()
        person.add("feed the cat")
        kubectl("delete", "pods", "-n", namespace.name, "--all", "--wait")
        kubectl("rollout", "status", "deployment", "-n", namespace.name, "--timeout=2m")
        assert person.tasks() == ["feed the cat"]
    release.upgrade(values)
    release.uninstall()
    assert namespace.objects() == {"secret/app-secrets"}


@pytest.mark.parametrize("hook", [False, True], ids=["job", "hook"])
def test_the_chart_makes_the_secret(release: Release, database_url: str, hook: bool) -> None:
    values = {"secret": {"databaseUrl": database_url}, "migrations": {"hook": hook}}
    release.install(values)
    made = get("secrets", release.namespace.name, "--field-selector=metadata.name=app-secrets")[0]["data"]
    release.upgrade(values)
    kept = get("secrets", release.namespace.name, "--field-selector=metadata.name=app-secrets")[0]["data"]
    assert made == kept
    assert release.test().count("Succeeded") == 2
    release.uninstall()
    assert release.namespace.objects() == set()


def test_pods_have_no_token_no_root_and_no_writable_disk(release: Release, database_url: str) -> None:
    namespace = release.namespace.name
    release.install({"secret": {"databaseUrl": database_url}, "frontend": {"replicas": 1}, "backend": {"replicas": 1}})
    tried = f"id -u; ls {BEARER} 2>&1; touch /app/x 2>&1; touch /tmp/x && echo written; grep CapEff /proc/self/status"
    for name, user in ("backend", "1000"), ("frontend", "1001"):
        said = kubectl("exec", "-n", namespace, f"deployment/todo-app-{name}", "--", "sh", "-c", tried).splitlines()
        assert said[0] == user
        assert "No such file" in said[1]
        assert "Read-only file system" in said[2]
        assert said[3:] == ["written", "CapEff:\t0000000000000000"]
    for account in "backend", "frontend", "migrate":
        asked = (
            "auth",
            "can-i",
            "get",
            "pods",
            "-n",
            namespace,
            f"--as=system:serviceaccount:{namespace}:todo-app-{account}",
        )
        assert kubectl(*asked, check=False).split() == ["no"]
