"""Who may talk to whom, where the cluster's network enforces it."""

from typing import Any

import pytest

from helm.tests.chart import DATABASE_URL, Object, render


def policy(name: str, values: dict[str, Any] | None = None) -> Object:
    spec: Object = render(values).one("NetworkPolicy", f"todo-app-{name}")["spec"]
    return spec


def components(peers: list[Object]) -> set[str]:
    return {
        peer["podSelector"]["matchLabels"]["app.kubernetes.io/component"] for peer in peers if "podSelector" in peer
    }


def namespaces(peers: list[Object]) -> set[str]:
    return {
        peer["namespaceSelector"]["matchLabels"]["kubernetes.io/metadata.name"]
        for peer in peers
        if "namespaceSelector" in peer
    }


def ports(spec: Object) -> list[int]:
    return [port["port"] for rule in spec["egress"] for port in rule["ports"]]


def test_none_when_turned_off() -> None:
    assert render({"networkPolicy": {"enabled": False}}).of("NetworkPolicy") == {}


def test_every_pod_is_denied_everything_but_names() -> None:
    made, spec = render(), policy("default")
    selector = spec["podSelector"]["matchLabels"]
    workloads = [found for found in made.objects if found["kind"] in ("Deployment", "Job")]
    assert all(selector.items() <= found["spec"]["template"]["metadata"]["labels"].items() for found in workloads)
    assert all(selector.items() <= pod["metadata"]["labels"].items() for pod in made.of("Pod").values())
    assert spec["policyTypes"] == ["Ingress", "Egress"]
    assert "ingress" not in spec
    (rule,) = spec["egress"]
    assert {port["port"] for port in rule["ports"]} == {53}
    assert namespaces(rule["to"]) == {"kube-system"}


def test_the_backend_is_called_by_the_front_end_the_ingress_and_tests() -> None:
    (rule,) = policy("backend")["ingress"]
    assert components(rule["from"]) == {"frontend", "test"}
    assert namespaces(rule["from"]) == {"ingress-nginx"}


@pytest.mark.parametrize(
    ("values", "who"),
    [
        ({"ingress": {"enabled": False}, "tests": {"enabled": False}}, set()),
        ({"monitoring": {"serviceMonitor": {"enabled": True}}}, {"ingress-nginx", "monitoring"}),
        (
            {
                "networkPolicy": {
                    "backendFrom": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "kagent"}}}]
                }
            },
            {"ingress-nginx", "kagent"},
        ),
    ],
)
def test_who_else_may_call_the_backend(values: dict[str, Any], who: set[str]) -> None:
    (rule,) = policy("backend", values)["ingress"]
    assert namespaces(rule["from"]) == who
    assert "frontend" in components(rule["from"])


def test_a_service_that_is_open_to_the_world_is_open() -> None:
    for values in {}, {"frontend": {"service": {"type": "LoadBalancer"}}}:
        (rule,) = policy("frontend", values)["ingress"]
        assert "from" not in rule
    (rule,) = policy("backend", {"backend": {"service": {"type": "NodePort"}}})["ingress"]
    assert "from" not in rule
    (rule,) = policy("frontend", {"frontend": {"service": {"type": "ClusterIP"}}})["ingress"]
    assert (namespaces(rule["from"]), components(rule["from"])) == ({"ingress-nginx"}, {"test"})


@pytest.mark.parametrize(
    ("values", "port"),
    [
        ({}, 5432),
        ({"secret": {"databaseUrl": DATABASE_URL}}, 6543),
        ({"secret": {"databaseUrl": "postgresql://u:p%40:1@[2001:db8::1]:7/x?a=b:9"}}, 7),
        ({"secret": {"databaseUrl": "postgresql://u:1234@host/x"}}, 5432),
        ({"secret": {"databaseUrl": DATABASE_URL}, "networkPolicy": {"database": {"port": 9}}}, 9),
    ],
)
def test_the_databases_port_is_read_from_its_url(values: dict[str, Any], port: int) -> None:
    for name in "backend", "migrate":
        assert policy(name, values)["egress"][0] == {"ports": [{"protocol": "TCP", "port": port}]}


def test_the_database_in_one_place() -> None:
    to = [{"ipBlock": {"cidr": "203.0.113.7/32"}}]
    for name in "backend", "migrate":
        assert policy(name, {"networkPolicy": {"database": {"to": to}}})["egress"][0]["to"] == to


def test_a_trial_calls_no_database() -> None:
    values = {"database": {"kind": "sqlite"}}
    assert ports(policy("backend", values)) == [443]
    assert "todo-app-migrate" not in render(values).of("NetworkPolicy")


@pytest.mark.parametrize(
    ("values", "port"),
    [
        ({"config": {"llmBaseUrl": "http://ollama.models:11434/v1", "llmModel": "x"}}, 11434),
        ({"config": {"llmBaseUrl": "http://ollama.models/v1", "llmModel": "x"}}, 80),
        ({"config": {"llmBaseUrl": "https://api.example.org/v1", "llmModel": "x"}}, 443),
        ({"networkPolicy": {"model": {"port": 8443}}}, 8443),
    ],
)
def test_the_models_port_is_read_from_its_url(values: dict[str, Any], port: int) -> None:
    assert ports(policy("backend", values)) == [5432, port]


def test_a_model_outside_is_reached_in_the_public_internet_alone() -> None:
    block = policy("backend")["egress"][1]["to"][0]["ipBlock"]
    assert {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"} <= set(block["except"])


def test_without_a_model_nothing_calls_one() -> None:
    assert ports(policy("backend", {"config": {"chatMode": "offline"}})) == [5432]


def test_more_that_the_backend_may_call() -> None:
    rule = {"ports": [{"port": 4317}]}
    assert policy("backend", {"networkPolicy": {"backendEgress": [rule]}})["egress"][-1] == rule


def test_the_front_end_calls_the_backend_alone() -> None:
    (rule,) = policy("frontend")["egress"]
    assert components(rule["to"]) == {"backend"}
