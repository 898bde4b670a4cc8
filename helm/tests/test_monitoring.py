"""What watches the app: ServiceMonitor, alerts with runbooks, dashboard, `helm test`."""

import json
import re
from typing import Any

import pytest

from helm.tests.chart import CHART, Object, render
from todo.health.metrics import Metrics

RUNBOOKS = CHART.parents[1] / "docs" / "runbooks"
SECTIONS = ["Meaning", "Impact", "Diagnosis", "Mitigation"]
RULE = {"monitoring": {"prometheusRule": {"enabled": True, "labels": {"release": "prometheus"}}}}


def alerts(values: dict[str, Any] | None = None) -> list[Object]:
    made = render(values or RULE).one("PrometheusRule")
    assert made["metadata"]["labels"]["release"] == "prometheus"
    rules: list[Object] = made["spec"]["groups"][0]["rules"]
    return rules


def told() -> set[str]:
    """The names of the series that `/metrics` has, those that Prometheus adds among them."""
    metrics = Metrics()
    metrics.observe("GET", "/ready", 503, 0.1)
    metrics.model_tried("answered")
    return {line.partition("{")[0].partition(" ")[0] for line in metrics.text().decode().splitlines()} | {"up"}


def asked(expression: str) -> set[str]:
    words = re.findall(r"\b(?:up|http|todo|process)\w*", re.sub(r'"[^"]*"', "", expression))
    return set(words)


def test_nothing_unless_wanted() -> None:
    made = render()
    assert made.of("ServiceMonitor") == made.of("PrometheusRule") == {}
    assert "todo-app-dashboard" not in made.of("ConfigMap")


def test_prometheus_finds_the_backends_service() -> None:
    made = render({"monitoring": {"serviceMonitor": {"enabled": True, "interval": "9s", "labels": {"a": "b"}}}})
    monitor = made.one("ServiceMonitor")
    assert monitor["metadata"]["labels"]["a"] == "b"
    assert monitor["spec"]["endpoints"] == [{"port": "http", "path": "/metrics", "interval": "9s"}]
    selector = monitor["spec"]["selector"]["matchLabels"].items()
    chosen = [name for name, found in made.of("Service").items() if selector <= found["metadata"]["labels"].items()]
    assert chosen == ["backend-service"]


def test_every_alert_asks_for_figures_that_there_are() -> None:
    series = told()
    for alert in alerts():
        assert asked(alert["expr"]), alert
        assert asked(alert["expr"]) <= series


def test_every_alert_has_a_runbook_and_every_runbook_an_alert() -> None:
    names = {alert["alert"] for alert in alerts()}
    assert {page.stem for page in RUNBOOKS.glob("*.md")} == names
    for name in names:
        page = (RUNBOOKS / f"{name}.md").read_text()
        assert re.findall(r"^# (.*)$", page, re.MULTILINE) == [name]
        assert re.findall(r"^## (.*)$", page, re.MULTILINE) == SECTIONS


def test_an_alert_leads_to_its_runbook() -> None:
    for alert in alerts():
        assert alert["annotations"]["runbook_url"] == f"docs/runbooks/{alert['alert']}.md"
    elsewhere = {"enabled": True, "labels": {"release": "prometheus"}, "runbookUrl": "https://x.example/books/"}
    for alert in alerts({"monitoring": {"prometheusRule": elsewhere}}):
        assert alert["annotations"]["runbook_url"] == f"https://x.example/books/{alert['alert']}.md"


@pytest.mark.parametrize(("limit", "size"), [("512Mi", 2**29), ("1.5Gi", 3 * 2**29), ("200M", 200_000_000), (7, 7)])
def test_the_memory_alert_knows_the_limit(limit: Any, size: int) -> None:
    values = {**RULE, "backend": {"resources": {"limits": {"memory": limit}}}}
    (alert,) = (each for each in alerts(values) if each["alert"] == "TodoMemoryHigh")
    assert alert["expr"].endswith(f"> 0.9 * {size}")


def test_no_memory_alert_without_a_limit() -> None:
    values = {**RULE, "backend": {"resources": {"limits": {"memory": None}}}}
    assert "TodoMemoryHigh" not in [alert["alert"] for alert in alerts(values)]


def test_the_dashboard_asks_for_figures_that_there_are() -> None:
    found = render({"monitoring": {"dashboard": {"enabled": True, "annotations": {"a": "b"}}}})
    config = found.one("ConfigMap", "todo-app-dashboard")
    assert config["metadata"]["labels"]["grafana_dashboard"] == "1"
    assert config["metadata"]["annotations"] == {"a": "b"}
    panels = json.loads(config["data"]["todo-app.json"])["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    series = told()
    for panel in panels:
        for target in panel["targets"]:
            assert asked(target["expr"]), panel["title"]
            assert asked(target["expr"]) <= series


def test_helm_test_opens_both_and_the_way_between() -> None:
    pods = render().of("Pod")
    opened = {name: pod["spec"]["containers"][0]["args"] for name, pod in pods.items()}
    assert "http://backend-service:8000/ready" in opened["todo-app-test-backend"]
    assert "http://frontend-service:3000/api/openapi.json" in opened["todo-app-test-frontend"]
    for pod in pods.values():
        assert pod["metadata"]["annotations"]["helm.sh/hook"] == "test"
        compile(pod["spec"]["containers"][0]["command"][2], "open.py", "exec")
    assert render({"tests": {"enabled": False}}).of("Pod") == {}
