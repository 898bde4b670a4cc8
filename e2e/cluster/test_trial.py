"""A trial by one value: SQLite on a claim, with no Secret made before and no server beside it."""

from e2e.cluster.kubectl import Release, get, service_url
from e2e.cluster.person import Person

TRIAL = {"database": {"kind": "sqlite"}}


def test_tasks_outlive_the_pods_and_the_release(release: Release) -> None:
    namespace = release.namespace.name
    said = release.install(TRIAL)
    assert "This is a trial" in said
    assert release.test().count("Succeeded") == 2

    url = service_url(namespace, "frontend-service")
    person = Person(url) if url else None
    if person:
        person.register()
        person.add("feed the cat")

    before = {pod["metadata"]["name"] for pod in get("pods", namespace)}
    key = get("secrets", namespace, "--field-selector=metadata.name=app-secrets")[0]["data"]
    release.upgrade(TRIAL)
    assert {pod["metadata"]["name"] for pod in get("pods", namespace)} == before, (
        "an upgrade to the same changes nothing"
    )

    release.uninstall()
    assert release.namespace.objects() == {"persistentvolumeclaim/todo-app-data"}

    release.install(TRIAL)
    assert get("secrets", namespace, "--field-selector=metadata.name=app-secrets")[0]["data"] != key
    if person:
        person.url = service_url(namespace, "frontend-service") or ""
        person.sign_in()
        assert person.tasks() == ["feed the cat"]


def test_nothing_stays_that_is_not_to_be_kept(release: Release) -> None:
    release.install({"database": {"kind": "sqlite", "sqlite": {"keep": False}}})
    release.uninstall()
    assert release.namespace.objects() == set()
