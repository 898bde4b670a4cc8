"""`database.kind=sqlite`: a trial by one value."""

from typing import Any

from helm.tests.chart import Rendered, notes, render


def sqlite(**more: Any) -> Rendered:
    return render({"database": {"kind": "sqlite", "sqlite": more}})


def test_one_replica_that_ends_before_the_next_begins() -> None:
    spec = sqlite().one("Deployment", "todo-app-backend")["spec"]
    assert spec["replicas"] == 1
    assert spec["strategy"] == {"type": "Recreate"}
    assert list(sqlite().of("PodDisruptionBudget")) == ["todo-app-frontend"]


def test_the_file_is_on_the_claim() -> None:
    made = sqlite(size="3Gi", storageClass="fast")
    claim = made.one("PersistentVolumeClaim")
    assert claim["spec"]["resources"]["requests"]["storage"] == "3Gi"
    assert claim["spec"]["storageClassName"] == "fast"
    spec = made.pod("backend")["spec"]
    assert {"name": "data", "persistentVolumeClaim": {"claimName": claim["metadata"]["name"]}} in spec["volumes"]
    assert spec["securityContext"]["fsGroup"] == 1000
    for container in *spec["containers"], *spec["initContainers"]:
        assert {"name": "data", "mountPath": "/data"} in container["volumeMounts"]
        assert {"name": "DATABASE_URL", "value": "sqlite:////data/todo.db"} in container["env"]


def test_the_claim_is_kept_unless_told_otherwise() -> None:
    kept, gone = (sqlite(keep=keep).one("PersistentVolumeClaim")["metadata"] for keep in (True, False))
    assert kept["annotations"] == {"helm.sh/resource-policy": "keep"}
    assert "annotations" not in gone


def test_a_claim_of_yours() -> None:
    made = sqlite(existingClaim="mine")
    assert made.of("PersistentVolumeClaim") == {}
    assert {"name": "data", "persistentVolumeClaim": {"claimName": "mine"}} in made.pod("backend")["spec"]["volumes"]


def test_the_notes_say_what_a_trial_means() -> None:
    said = notes({"database": {"kind": "sqlite"}})
    assert "This is a trial" in said
    assert "kubectl delete pvc todo-app-data -n todo" in said
    assert "Uninstalling deletes it" in notes({"database": {"kind": "sqlite", "sqlite": {"keep": False}}})
    assert "The claim is yours" in notes({"database": {"kind": "sqlite", "sqlite": {"existingClaim": "mine"}}})
    assert "trial" not in notes({})
