"""`make run`: up, in the way of others, and ended in every way that a terminal can end it."""

import signal
import socket
import subprocess
import urllib.request
from pathlib import Path

import psutil
import pytest

from dev.application import Application, free_port, is_free
from dev.commands import DEFAULT_PORT
from dev.environment import ROOT
from e2e.command import RunCommand

pytestmark = pytest.mark.usefixtures("application")  # which makes the build, once


def test_a_second_start_uses_another_port_when_the_usual_one_is_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with taken(DEFAULT_PORT), RunCommand(ROOT, tmp_path / "data") as command:
        address, seconds = command.wait_open()
        assert f"Port {DEFAULT_PORT} is taken" in command.output
        assert not address.endswith(f":{DEFAULT_PORT}")
        assert str(tmp_path / "data") in command.output
        with urllib.request.urlopen(f"{address}/sign-in") as answer:
            assert answer.status == 200
    with capsys.disabled():
        print(f" (a second start took {seconds:.1f} s) ", end="")


def test_a_chosen_port_that_is_taken_is_an_error(tmp_path: Path, application: Application) -> None:
    port = int(application.url.rpartition(":")[2])
    with RunCommand(ROOT, tmp_path / "data", port) as command:
        assert command.wait_end() == 1
        assert f"Port {port} is taken by another program" in command.output
        assert "Traceback" not in command.output


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda by: by.name)
def test_both_processes_end_with_the_command(tmp_path: Path, by: signal.Signals) -> None:
    port = free_port()
    with RunCommand(ROOT, tmp_path / "data", port) as command:
        command.wait_open()
        servers = command.servers()
        assert len(servers) >= 2
        assert not is_free(port)
        assert command.end(by) == 130
        assert not [process for process in servers if process.is_running()]
        assert is_free(port)
        assert "Traceback" not in command.output


def test_the_command_ends_when_the_backend_does(tmp_path: Path) -> None:
    with RunCommand(ROOT, tmp_path / "data", free_port()) as command:
        command.wait_open()
        servers = command.servers()
        command.backend().kill()
        assert command.wait_end() == 1
        assert "The backend ended" in command.output
        assert "backend.log" in command.output
        _, alive = psutil.wait_procs(servers, timeout=10)
        assert alive == []


def test_it_tells_who_answers_in_the_chat(tmp_path: Path) -> None:
    with RunCommand(ROOT, tmp_path / "data", free_port()) as command:
        command.wait_open()
        command.wait_said("The built-in rules answer in the chat; COHERE_API_KEY=… brings a model.")


def test_it_tells_what_is_wrong_with_a_model(tmp_path: Path) -> None:
    model = {"LLM_BASE_URL": "http://127.0.0.1:9/v1", "LLM_MODEL": "qwen3"}
    with RunCommand(ROOT, tmp_path / "data", free_port(), **model) as command:
        command.wait_open()
        command.wait_said("The model qwen3 does not answer: http://127.0.0.1:9/v1 does not answer: check LLM_BASE_URL.")


def test_half_a_model_ends_it_with_what_to_set(tmp_path: Path) -> None:
    with RunCommand(ROOT, tmp_path / "data", free_port(), LLM_BASE_URL="http://127.0.0.1:9/v1") as command:
        assert command.wait_end() == 1
        assert "LLM_BASE_URL is set and LLM_MODEL is not: name the model to ask there" in command.output
        assert "Traceback" not in command.output


@pytest.mark.clone
def test_a_clean_clone_sets_itself_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    starts = []
    for _ in range(2):
        with RunCommand(clone, tmp_path / "data", free_port()) as command:
            starts.append(command.wait_open(600)[1])
            assert command.end(signal.SIGINT) == 130
    with capsys.disabled():
        print(f" (first start {starts[0]:.0f} s, second {starts[1]:.1f} s) ", end="")


def taken(port: int) -> socket.socket:
    """Something that listens on `port`, unless something does already."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if is_free(port):
        listener.bind(("127.0.0.1", port))
        listener.listen()
    return listener
