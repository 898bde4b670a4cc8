"""Every wrong value fails, and Helm's words say which and why."""

from typing import Any

import pytest

from helm.tests.chart import HELMS, refusal

SQLITE = {"kind": "sqlite"}
ROUTE = {"enabled": True, "host": "a.example", "parentRefs": [{"name": "g"}]}

# What is wrong, where Helm says so, and a word of why.
BY_SCHEMA: list[tuple[dict[str, Any], str, str]] = [
    ({"replicas": 3}, "", "'replicas'"),
    ({"backend": {"replica": 3}}, "/backend", "'replica'"),
    ({"backend": {"image": {"tags": "1"}}}, "/backend/image", "'tags'"),
    ({"ingress": {"tls": {"enable": True}}}, "/ingress/tls", "'enable'"),
    ({"backend": {"resources": {"limit": {}}}}, "/backend/resources", "'limit'"),
    ({"backend": {"replicas": "2"}}, "/backend/replicas", "got string"),
    ({"backend": {"replicas": -1}}, "/backend/replicas", "minimum"),
    ({"backend": {"service": {"port": "8000"}}}, "/backend/service/port", "got string"),
    ({"backend": {"service": {"port": 80000}}}, "/backend/service/port", "maximum"),
    ({"frontend": {"service": {"nodePort": 3000}}}, "/frontend/service/nodePort", "30,000"),
    ({"frontend": {"service": {"type": "Nodeport"}}}, "/frontend/service/type", "NodePort"),
    ({"ingress": {"enabled": "true"}}, "/ingress/enabled", "boolean"),
    ({"ingress": {"host": "https://a.example"}}, "/ingress/host", "pattern"),
    ({"database": {"kind": "postgres"}}, "/database/kind", "postgresql"),
    ({"database": {"kind": "sqlite", "sqlite": {"size": "1GB"}}}, "/database/sqlite/size", "pattern"),
    ({"backend": {"resources": {"limits": {"memory": "512mb"}}}}, "/backend/resources/limits/memory", "pattern"),
    ({"backend": {"image": {"digest": "abc"}}}, "/backend/image/digest", "pattern"),
    ({"backend": {"image": {"pullPolicy": "always"}}}, "/backend/image/pullPolicy", "Always"),
    ({"config": {"chatMode": "on"}}, "/config/chatMode", "offline"),
    ({"config": {"publicUrl": "todo.example.org"}}, "/config/publicUrl", "pattern"),
    ({"secret": {"create": "yes"}}, "/secret/create", "auto"),
    ({"backend": {"extraEnv": {"A": "b"}}}, "/backend/extraEnv", "array"),
    ({"backend": {"extraEnv": [{"name": "A", "value": 1}]}}, "/backend/extraEnv/0/value", "got number"),
    ({"backend": {"podLabels": {"a": 1}}}, "/backend/podLabels/a", "got number"),
    ({"backend": {"probes": {"liveness": {"timeout": 1}}}}, "/backend/probes/liveness", "'timeout'"),
    (
        {"backend": {"serviceAccount": {"rules": [{"apiGroups": [""], "resources": ["pods"], "verbs": ["delete"]}]}}},
        "/backend/serviceAccount/rules/0/verbs/0",
        "get",
    ),
    (
        {"backend": {"serviceAccount": {"rules": [{"apiGroups": [""], "resources": ["secrets"], "verbs": ["get"]}]}}},
        "/backend/serviceAccount/rules/0/resources/0",
        "not",
    ),
]
BY_COMBINATION: list[tuple[dict[str, Any], str, str]] = [
    ({"database": SQLITE, "backend": {"replicas": 2}}, "backend.replicas", "database.kind=sqlite"),
    ({"database": SQLITE, "backend": {"autoscaling": {"enabled": True}}}, "backend.autoscaling.enabled", "sqlite"),
    ({"database": SQLITE, "migrations": {"hook": True}}, "migrations.hook", "sqlite"),
    ({"database": SQLITE, "secret": {"databaseUrl": "postgresql://h/x"}}, "secret.databaseUrl", "sqlite"),
    ({"backend": {"replicas": 0}}, "backend.replicas", "podDisruptionBudget"),
    ({"frontend": {"replicas": 0}}, "frontend.replicas", "podDisruptionBudget"),
    ({"backend": {"podDisruptionBudget": {"minAvailable": 2}}}, "backend.podDisruptionBudget.minAvailable", "drained"),
    (
        {"backend": {"podDisruptionBudget": {"minAvailable": "100%"}}},
        "backend.podDisruptionBudget.minAvailable",
        "less",
    ),
    ({"backend": {"podDisruptionBudget": {"maxUnavailable": 1}}}, "backend.podDisruptionBudget.minAvailable", "null"),
    ({"backend": {"podDisruptionBudget": {"minAvailable": None}}}, "backend.podDisruptionBudget.minAvailable", "give"),
    (
        {"backend": {"autoscaling": {"enabled": True, "minReplicas": 9}}},
        "backend.autoscaling.minReplicas",
        "maxReplicas",
    ),
    (
        {"backend": {"autoscaling": {"enabled": True, "targetCPU": None}}},
        "backend.autoscaling.targetCPU",
        "targetMemory",
    ),
    (
        {"frontend": {"autoscaling": {"enabled": True}, "resources": {"requests": {"cpu": None}}}},
        "frontend.resources.requests.cpu",
        "targetCPU",
    ),
    ({"backend": {"rollout": {"drainSeconds": 30}}}, "backend.rollout.drainSeconds", "terminationGracePeriodSeconds"),
    ({"ingress": {"host": ""}}, "ingress.host", "empty"),
    ({"ingress": {"host": ""}, "httpRoute": {**ROUTE, "host": ""}}, "ingress.host", "empty"),
    ({"httpRoute": {**ROUTE, "host": ""}}, "httpRoute.host", "empty"),
    ({"httpRoute": {**ROUTE, "parentRefs": []}}, "httpRoute.parentRefs", "Gateway"),
    ({"ingress": {"tls": {"enabled": True}}}, "ingress.tls.secretName", "certificate"),
    ({"ingress": {"host": "*", "tls": {"enabled": True, "clusterIssuer": "x"}}}, "ingress.host", "certificate"),
    ({"secret": {"name": ""}}, "secret.name", "JWT_SECRET"),
    ({"secret": {"create": True}}, "secret.databaseUrl", "postgresql://"),
    ({"secret": {"create": False, "databaseUrl": "postgresql://h/x"}}, "secret.databaseUrl", "not be used"),
    ({"secret": {"cohereApiKey": "k"}}, "secret.cohereApiKey", "not be used"),
    ({"config": {"llmBaseUrl": "http://ollama:11434/v1"}}, "config.llmModel", "name the model"),
    (
        {"backend": {"service": {"name": "one"}}, "frontend": {"service": {"name": "one"}}},
        "frontend.service.name",
        "two",
    ),
]


def problem(values: dict[str, Any], helm: str) -> str:
    """The one line of Helm's answer that is about values."""
    said = refusal(values, helm).splitlines()
    found = [line for line in said if line.startswith("- at '") or "todo-app/templates/validate.yaml" in line]
    assert len(found) == 1, said
    return found[0]


@pytest.mark.parametrize("helm", HELMS)
@pytest.mark.parametrize(("values", "where", "why"), BY_SCHEMA)
def test_the_schema_says_what_and_where(values: dict[str, Any], where: str, why: str, helm: str) -> None:
    said = problem(values, helm)
    assert said.startswith(f"- at '{where}': ")
    assert why in said


@pytest.mark.parametrize("helm", HELMS)
@pytest.mark.parametrize(("values", "where", "why"), BY_COMBINATION)
def test_combinations_are_said_the_same_way(values: dict[str, Any], where: str, why: str, helm: str) -> None:
    said = problem(values, helm)
    assert f": {where}: " in said
    assert why in said


@pytest.mark.parametrize(
    ("secret", "where"),
    [({"databaseUrl": "mysql://u:hidden@h/x"}, "secret.databaseUrl"), ({"jwtSecret": "hidden"}, "secret.jwtSecret")],
)
def test_a_wrong_secret_is_not_shown(secret: dict[str, str], where: str) -> None:
    said = refusal({"secret": {"create": True, "databaseUrl": "postgresql://h/x", **secret}})
    assert f": {where}: " in said
    assert "hidden" not in said
