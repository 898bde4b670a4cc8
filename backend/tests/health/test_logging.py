import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from todo.health import logging as log


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, config = root.handlers[:], root.level, structlog.get_config()
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.configure(**config)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_production_writes_json_with_what_the_request_is_bound_to(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("production", "info")
    with structlog.contextvars.bound_contextvars(request_id="r1", user_id="u1"):
        structlog.get_logger("todo").info("tool_called", tool="add_task")
    (line,) = lines(capsys)
    assert (line["event"], line["level"], line["tool"]) == ("tool_called", "info", "add_task")
    assert (line["request_id"], line["user_id"]) == ("r1", "u1")
    assert str(line["timestamp"]).endswith("Z")


def test_libraries_speak_through_the_same_log(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("production", "info")
    with structlog.contextvars.bound_contextvars(request_id="r1"):
        logging.getLogger("uvicorn.error").warning("port %d is taken", 8000)
    (line,) = lines(capsys)
    assert line["event"] == "port 8000 is taken"
    assert (line["logger"], line["request_id"]) == ("uvicorn.error", "r1")


def test_libraries_that_print_payloads_at_info_are_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("production", "info")
    logging.getLogger("httpx2").info("POST https://api.example.org/?key=hunter2")
    structlog.get_logger().debug("not at this level")
    assert lines(capsys) == []


def test_a_secret_logged_by_mistake_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("production", "info")
    structlog.get_logger().info("mistake", password="hunter2", token="hunter2", name="Ada")
    (line,) = lines(capsys)
    assert "hunter2" not in str(line)
    assert line["name"] == "Ada"


@pytest.mark.parametrize("env", ["production", "development"])
def test_a_traceback_shows_no_variables(capsys: pytest.CaptureFixture[str], env: str) -> None:
    log.configure(env, "info")  # type: ignore[arg-type]
    secret = "hunter" + str(2)
    try:
        raise ZeroDivisionError("by nothing")
    except ZeroDivisionError:
        structlog.get_logger().exception("request_failed")
        logging.getLogger("uvicorn.error").exception("failed")
    out = capsys.readouterr().out
    assert out.count("ZeroDivisionError: by nothing") >= 2
    assert secret not in out
