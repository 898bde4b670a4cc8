"""The app through the front end's address, on either database, with both root file systems read-only."""

import httpx2
import pytest

from docker.tests.deployment import Deployment

pytestmark = pytest.mark.parametrize("deployment", ["sqlite", "postgresql"], indirect=True)


def test_a_person_signs_up_and_chats(deployment: Deployment) -> None:
    person = deployment.person()
    said = _say(person, "add buy oat milk tomorrow")
    assert "event: receipt" in said
    assert "event: done" in said
    assert _titles(person) == ["buy oat milk"]
    assert person.get("/", follow_redirects=True).url.path != "/sign-in"


def test_tasks_outlive_the_backend(deployment: Deployment) -> None:
    person = deployment.person()
    _say(person, "add water the ferns")
    deployment.backend.terminate()
    assert deployment.backend.wait() == 0
    deployment.start_backend()
    assert _titles(person) == ["water the ferns"]


def _say(person: httpx2.Client, message: str) -> str:
    answer = person.post("/api/chat", json={"message": message})
    assert answer.status_code == 200, answer.text
    return answer.text


def _titles(person: httpx2.Client) -> list[str]:
    return [task["title"] for task in person.get("/api/tasks").json()["items"]]
