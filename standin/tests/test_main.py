"""The stand-in as a process of its own."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from openai import AsyncOpenAI

from standin.tests.asking import ask

ROOT = Path(__file__).parents[2]


@pytest.fixture
def printed() -> Iterator[dict[str, str]]:
    """The settings that it prints for whoever is to use it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "standin", "--port", str(port), "--key", "a-key", "--delay", "0.01"]
    process = subprocess.Popen(command, cwd=ROOT, env=dict(os.environ), stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield dict(setting.split("=", 1) for setting in process.stdout.readline().split())
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


async def test_it_prints_how_to_reach_it_and_answers_by_itself(printed: dict[str, str]) -> None:
    client = AsyncOpenAI(base_url=printed["LLM_BASE_URL"], api_key=printed["LLM_API_KEY"], max_retries=5)
    async with client:
        said = await ask(client, model=printed["LLM_MODEL"])
    assert "stand-in" in (said.choices[0].message.content or "")
