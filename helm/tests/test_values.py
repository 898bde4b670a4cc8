"""values.yaml, its schema, and the README: the same values in all three."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from dev.chart_readme import described
from helm.tests.chart import CHART, HELMS, render

SCHEMA: dict[str, Any] = json.loads((CHART / "values.schema.json").read_text())
VALUES: dict[str, Any] = yaml.safe_load((CHART / "values.yaml").read_text())
OPEN = {"podSecurityContext", "securityContext", "affinity", "behavior", "valueFrom", "global"}
"""Objects of Kubernetes' own, which the API server checks, and what Helm hands down to every chart."""


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").removeprefix("#/definitions/")
    found: dict[str, Any] = SCHEMA["definitions"][name] if name else schema
    return found


def objects(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object that the schema describes, with where it is."""
    schema = resolved(schema)
    if schema.get("type") == "object":
        yield path, schema
    for key, inner in schema.get("properties", {}).items():
        yield from objects(inner, f"{path}.{key}".lstrip("."))


def test_every_object_is_closed() -> None:
    for path, schema in objects(SCHEMA):
        if path.rpartition(".")[2] not in OPEN:
            assert "additionalProperties" in schema, path
            assert schema["additionalProperties"] is False or "properties" not in schema, path


def test_the_schema_has_the_values_and_no_others() -> None:
    def compare(values: dict[str, Any], schema: dict[str, Any], path: str) -> None:
        properties = resolved(schema).get("properties")
        if properties is None:
            return
        optional = {"global", "initialDelaySeconds", "successThreshold", "ephemeral-storage"}
        assert set(properties) - optional == set(values) - optional, path
        for key, value in values.items():
            if isinstance(value, dict):
                compare(value, properties[key], f"{path}.{key}")

    compare(VALUES, SCHEMA, "")


def test_every_value_is_described() -> None:
    rows = {row.path for row in described((CHART / "values.yaml").read_text())}

    def undescribed(values: dict[str, Any], path: str) -> Iterator[str]:
        for key, value in values.items():
            here = f"{path}.{key}".lstrip(".")
            if here in rows:
                continue
            if isinstance(value, dict) and value:
                yield from undescribed(value, here)
            else:
                yield here

    assert list(undescribed(VALUES, "")) == []


@pytest.mark.parametrize("helm", HELMS)
@pytest.mark.parametrize("file", sorted(CHART.glob("values-*.yaml")), ids=lambda file: str(file.stem))
def test_every_values_file_renders(file: Any, helm: str) -> None:
    assert render({}, "--values", str(file), helm=helm).of("Deployment")


@pytest.mark.parametrize("helm", HELMS)
def test_both_helms_make_the_same(helm: str) -> None:
    def made(by: str) -> list[str]:
        objects = render({}, "--kube-version", "1.34.0", helm=by).objects
        # They write values as JSON differently, so the hash in the Job's name differs.
        return sorted(re.sub(r"migrate-[0-9a-f]{8}", "migrate", str(found)) for found in objects)

    assert made("helm") == made(helm)


def test_two_releases_have_their_own_names() -> None:
    one, two = render({}), render({"fullnameOverride": "other"})
    services = {"backend-service", "frontend-service"}  # named by a value of their own
    names = [{(o["kind"], o["metadata"]["name"]) for o in made.objects} for made in (one, two)]
    assert {name for _, name in names[0] & names[1]} == services


def test_long_names_are_cut_to_what_kubernetes_takes() -> None:
    for found in render({"fullnameOverride": "x" * 80}).objects:
        assert len(found["metadata"]["name"]) <= 63
