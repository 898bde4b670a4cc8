import json
from pathlib import Path

import pytest

from deploykit.deploy.release import digest_of, flatten, nest, parse_state, up_to_date

RECORDED = Path(__file__).parent / "data" / "recorded"


@pytest.mark.parametrize("helm", ["helm3", "helm4"])
def test_the_state_is_read_as_both_helms_tell_it(helm: str) -> None:
    state = parse_state(json.loads((RECORDED / f"{helm}-status.json").read_text()))
    assert (state.revision, state.status, state.tested) == (10, "deployed", True)
    assert up_to_date(state, state.description.removeprefix("deploykit "))
    assert not up_to_date(state, "another")


def test_tests_that_ran_before_the_last_change_do_not_count() -> None:
    said = json.loads((RECORDED / "helm4-status.json").read_text())
    said["info"]["last_deployed"] = "2099-01-01T00:00:00Z"
    assert not parse_state(said).tested


def test_the_digest_tells_charts_values_and_flags_apart() -> None:
    one = digest_of("chart", {"a": 1, "b": 2}, [])
    assert one == digest_of("chart", {"b": 2, "a": 1}, [])
    others = [
        digest_of("other", {"a": 1, "b": 2}, []),
        digest_of("chart", {"a": 1}, []),
        digest_of("chart", {}, ["--set"]),
    ]
    assert one not in others


def test_dotted_names_and_nested_values_are_the_same() -> None:
    values = {"database": {"size": "1Gi"}}
    nest(values, "database.kind", "sqlite")
    assert flatten(values) == {"database.size": "1Gi", "database.kind": "sqlite"}
