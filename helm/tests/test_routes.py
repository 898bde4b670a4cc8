"""How requests come in: Services, Ingress, HTTPRoute."""

import pytest

from helm.tests.chart import Object, Rendered, render

BACKEND = ["/api", "/mcp", "/.well-known/oauth-protected-resource", "/.well-known/oauth-authorization-server"]
ROUTE = {"enabled": True, "host": "todo.example.org", "parentRefs": [{"name": "gate", "namespace": "gates"}]}


def paths(made: Rendered) -> dict[str, str]:
    (rule,) = made.one("Ingress")["spec"]["rules"]
    return {path["path"]: path["backend"]["service"]["name"] for path in rule["http"]["paths"]}


def test_services_as_documented() -> None:
    made = render()
    for name, kind, port in ("backend-service", "ClusterIP", 8000), ("frontend-service", "NodePort", 3000):
        spec = made.one("Service", name)["spec"]
        assert spec["type"] == kind
        assert spec["ports"] == [{"name": "http", "port": port, "targetPort": "http"}]


@pytest.mark.parametrize("name", ["backend", "frontend"])
def test_a_service_selects_its_pods_alone(name: str) -> None:
    made = render()
    selector = made.one("Service", f"{name}-service")["spec"]["selector"]
    labels = {each: made.pod(each)["metadata"]["labels"] for each in ("backend", "frontend")}
    assert [each for each, found in labels.items() if selector.items() <= found.items()] == [name]
    jobs = made.one("Job")["spec"]["template"]["metadata"]["labels"]
    assert not selector.items() <= jobs.items()


def test_a_service_of_another_kind() -> None:
    service = {"name": "web", "type": "LoadBalancer", "port": 80, "nodePort": 30123, "annotations": {"a": "b"}}
    made = render({"frontend": {"service": service}}).one("Service", "web")
    assert made["metadata"]["annotations"] == {"a": "b"}
    assert made["spec"]["type"] == "LoadBalancer"
    assert made["spec"]["ports"][0] == {"name": "http", "port": 80, "targetPort": "http", "nodePort": 30123}


def test_the_ingress_is_one_origin_for_both() -> None:
    made = render()
    assert made.one("Ingress")["spec"]["ingressClassName"] == "nginx"
    assert made.one("Ingress")["spec"]["rules"][0]["host"] == "todo-app.local"
    assert paths(made) == dict.fromkeys(BACKEND, "backend-service") | {"/": "frontend-service"}


def test_an_ingress_for_every_name_and_of_another_class() -> None:
    spec = render({"ingress": {"host": "*", "className": "traefik", "annotations": {"a": "b"}}}).one("Ingress")["spec"]
    assert "host" not in spec["rules"][0]
    assert spec["ingressClassName"] == "traefik"


def test_no_ingress() -> None:
    assert render({"ingress": {"enabled": False}}).of("Ingress") == {}


@pytest.mark.parametrize(
    ("tls", "secret", "issuer"),
    [
        ({"secretName": "mine"}, "mine", None),
        ({"clusterIssuer": "letsencrypt"}, "todo-app-tls", "letsencrypt"),
    ],
)
def test_https(tls: dict[str, str], secret: str, issuer: str | None) -> None:
    made = render({"ingress": {"host": "todo.example.org", "tls": {"enabled": True, **tls}}}).one("Ingress")
    assert made["spec"]["tls"] == [{"secretName": secret, "hosts": ["todo.example.org"]}]
    assert made["metadata"]["annotations"].get("cert-manager.io/cluster-issuer") == issuer


def _prefixes(rule: Object) -> list[str]:
    return [match["path"]["value"] for match in rule["matches"]]


def test_the_http_route_has_the_ingress_paths() -> None:
    spec = render({"httpRoute": ROUTE}).one("HTTPRoute")["spec"]
    assert spec["parentRefs"] == ROUTE["parentRefs"]
    assert spec["hostnames"] == ["todo.example.org"]
    backend, frontend = spec["rules"]
    assert (_prefixes(backend), backend["backendRefs"]) == (BACKEND, [{"name": "backend-service", "port": 8000}])
    assert (_prefixes(frontend), frontend["backendRefs"]) == (["/"], [{"name": "frontend-service", "port": 3000}])
    assert backend["timeouts"] == {"request": "0s"}  # a live feed has no end


def test_an_http_route_for_every_name_with_the_gateways_own_timeout() -> None:
    spec = render({"httpRoute": {**ROUTE, "host": "*", "timeout": ""}}).one("HTTPRoute")["spec"]
    assert "hostnames" not in spec
    assert "timeouts" not in spec["rules"][0]


def test_both_may_be_there_while_moving_from_one_to_the_other() -> None:
    made = render({"httpRoute": ROUTE})
    assert made.of("Ingress")
    assert made.of("HTTPRoute")
