"""The two Deployments: what runs, with what it is told."""

from typing import Any

import pytest

from helm.tests.chart import render

BOTH = pytest.mark.parametrize("name", ["backend", "frontend"])


def environment(container: dict[str, Any]) -> dict[str, Any]:
    return {entry["name"]: entry.get("value", entry.get("valueFrom")) for entry in container.get("env", ())}


def test_the_backend_reads_its_secrets_by_name_and_key() -> None:
    told = environment(render().container("backend"))
    for key, optional in {"DATABASE_URL": {}, "JWT_SECRET": {}, "COHERE_API_KEY": {"optional": True}}.items():
        assert told[key] == {"secretKeyRef": {"name": "app-secrets", "key": key, **optional}}


def test_the_front_end_calls_the_backends_service() -> None:
    told = environment(render({"backend": {"service": {"name": "api", "port": 9000}}}).container("frontend"))
    assert told["API_URL"] == "http://api:9000"
    assert told["HOSTNAME"] == "0.0.0.0"


def test_settings_become_a_config_map_that_rolls_the_pods() -> None:
    calm, busy = render(), render({"config": {"logLevel": "debug", "llmBaseUrl": "http://m/v1", "llmModel": "x"}})
    settings = busy.one("ConfigMap")["data"]
    assert settings["APP_ENV"] == "production"
    assert {settings[key] for key in ("LOG_LEVEL", "LLM_BASE_URL", "LLM_MODEL")} == {"debug", "http://m/v1", "x"}
    before, after = (made.pod("backend")["metadata"]["annotations"]["checksum/config"] for made in (calm, busy))
    assert before != after
    assert busy.container("backend")["envFrom"] == [{"configMapRef": {"name": "todo-app-backend"}}]


@pytest.mark.parametrize(
    ("values", "url"),
    [
        ({}, None),
        ({"ingress": {"host": "a.example", "tls": {"enabled": True, "secretName": "t"}}}, "https://a.example"),
        ({"config": {"publicUrl": "https://b.example"}}, "https://b.example"),
    ],
)
def test_the_public_url_is_told_when_it_is_known(values: dict[str, Any], url: str | None) -> None:
    assert render(values).one("ConfigMap")["data"].get("PUBLIC_URL") == url


def test_mcp_answers_to_the_names_that_lead_here() -> None:
    route = {"enabled": True, "host": "route.example", "parentRefs": [{"name": "g"}]}
    values = {"ingress": {"host": "*"}, "httpRoute": route, "config": {"allowedHosts": ["more.example"]}}
    names = render(values).one("ConfigMap")["data"]["ALLOWED_HOSTS"].split(",")
    assert names[:2] == ["backend-service", "backend-service.todo"]
    assert names[-2:] == ["route.example", "more.example"]
    assert "*" not in names


@BOTH
def test_images_by_tag_by_digest_and_by_version(name: str) -> None:
    assert render().container(name)["image"] == f"todo-{name}:latest"
    digest = "sha256:" + "0" * 64
    for more, image in ({"digest": digest}, f"r:5000/x@{digest}"), ({"tag": ""}, "r:5000/x:0.1.0"):
        made = render({name: {"image": {"repository": "r:5000/x", "pullPolicy": "Always", **more}}}).container(name)
        assert (made["image"], made["imagePullPolicy"]) == (image, "Always")


@BOTH
def test_requests_limits_and_probes(name: str) -> None:
    container = render().container(name)
    assert container["resources"]["requests"] == {"cpu": "100m", "memory": "128Mi"}
    assert container["resources"]["limits"] == {"cpu": "500m", "memory": "512Mi"}
    port = {"backend": 8000, "frontend": 3000}[name]
    assert container["ports"] == [{"name": "http", "containerPort": port}]
    for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
        assert container[probe]["httpGet"]["port"] == "http"


def test_the_backend_lives_by_health_and_serves_by_ready() -> None:
    container = render().container("backend")
    assert container["livenessProbe"]["httpGet"]["path"] == "/health"
    assert container["readinessProbe"]["httpGet"]["path"] == "/ready"


@BOTH
def test_everything_that_operators_add(name: str) -> None:
    added: dict[str, Any] = {
        "podAnnotations": {"a": "b"},
        "podLabels": {"team": "x"},
        "nodeSelector": {"disk": "ssd"},
        "tolerations": [{"key": "k", "operator": "Exists"}],
        "affinity": {"nodeAffinity": {}},
        "priorityClassName": "high",
        "extraEnv": [{"name": "A", "value": "{{ .Release.Name }}"}],
        "extraEnvFrom": [{"secretRef": {"name": "s"}}],
        "extraVolumes": [{"name": "v", "emptyDir": {}}],
        "extraVolumeMounts": [{"name": "v", "mountPath": "/v"}],
        "extraInitContainers": [{"name": "first", "image": "i"}],
        "extraContainers": [{"name": "beside", "image": "i"}],
    }
    more = {name: added, "imagePullSecrets": [{"name": "registry"}], "commonLabels": {"env": "test"}}
    made = render(more)
    pod = made.pod(name)
    spec, container = pod["spec"], pod["spec"]["containers"][0]
    assert pod["metadata"]["annotations"]["a"] == "b"
    assert {"team": "x", "env": "test"}.items() <= pod["metadata"]["labels"].items()
    for key in ("nodeSelector", "tolerations", "affinity", "priorityClassName"):
        assert spec[key] == added[key]
    assert spec["imagePullSecrets"] == [{"name": "registry"}]
    assert environment(container)["A"] == "todo-app"
    assert {"secretRef": {"name": "s"}} in container["envFrom"]
    assert added["extraVolumes"][0] in spec["volumes"]
    assert added["extraVolumeMounts"][0] in container["volumeMounts"]
    assert spec["initContainers"][0]["name"] == "first"
    assert spec["containers"][1]["name"] == "beside"
    assert all(found["metadata"]["labels"]["env"] == "test" for found in made.objects)


def test_extra_manifests_as_objects_and_as_text() -> None:
    extra = [{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "one"}}]
    text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "{{ .Release.Name }}-two"}'
    assert {"one", "todo-app-two"} <= set(render({"extraManifests": [*extra, text]}).of("ConfigMap"))


def test_a_pods_volumes_and_mounts_belong_together() -> None:
    for values in ({}, {"database": {"kind": "sqlite"}}):
        for name in ("backend", "frontend"):
            spec = render(values).pod(name)["spec"]
            mounted = {
                m["name"] for c in spec["containers"] + spec.get("initContainers", []) for m in c["volumeMounts"]
            }
            assert mounted == {volume["name"] for volume in spec["volumes"]}
