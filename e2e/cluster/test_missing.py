"""What is missing is said where people look: events, the notes, and what `describe` shows of a container."""

import time

from e2e.cluster.kubectl import Release, get, kubectl


def events(namespace: str, words: str) -> str:
    """All events, once `words` is among them."""
    end = time.monotonic() + 60
    while True:
        said = " ".join(event["message"] for event in get("events", namespace))
        if words in said or time.monotonic() > end:
            return said
        time.sleep(1)


def test_a_missing_secret(release: Release) -> None:
    said = release.install({}, wait=False)
    assert "MISSING: DATABASE_URL in the Secret app-secrets" in said
    assert "MISSING: JWT_SECRET in the Secret app-secrets" in said
    words = 'secret "app-secrets" not found'
    assert words in events(release.namespace.name, words)


def test_a_missing_key(release: Release) -> None:
    release.namespace.secret("app-secrets", {"DATABASE_URL": "postgresql://u@h/x"})
    said = release.install({}, wait=False)
    assert "MISSING: JWT_SECRET" in said
    assert "MISSING: DATABASE_URL" not in said
    words = "couldn't find key JWT_SECRET"
    assert words in events(release.namespace.name, words)


def test_a_weak_key_is_what_describe_shows(release: Release) -> None:
    release.namespace.secret("app-secrets", {"JWT_SECRET": "short"})
    trial = {"database": {"kind": "sqlite"}, "frontend": {"replicas": 1}, "secret": {"create": False}}
    release.install(trial, wait=False)
    end = time.monotonic() + 60
    described = ""
    while "JWT_SECRET is too short" not in described and time.monotonic() < end:
        time.sleep(1)
        described = kubectl("describe", "pods", "-n", release.namespace.name)
    assert "JWT_SECRET is too short" in described
