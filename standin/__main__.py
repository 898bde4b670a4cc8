"""`python -m standin --port 8901`: the stand-in as a server of its own, which answers by `standin.natural`."""

import argparse
import tempfile
from pathlib import Path

import uvicorn

from standin import natural
from standin.certificate import write_certificate
from standin.running import KEY
from standin.script import Script
from standin.server import BASE_PATH, create_app


def main() -> None:
    chosen = _arguments()
    script = Script(otherwise=natural.answer, delay=chosen.delay, pause=chosen.pause)
    with tempfile.TemporaryDirectory() as folder:
        certificate = write_certificate(Path(folder)) if chosen.tls else None
        scheme = "https" if chosen.tls else "http"
        where = f"LLM_BASE_URL={scheme}://{chosen.host}:{chosen.port}{BASE_PATH}"
        print(f"{where} LLM_API_KEY={chosen.key} LLM_MODEL=command-a-03-2025", flush=True)
        uvicorn.run(
            create_app(script, chosen.key),
            host=chosen.host,
            port=chosen.port,
            log_level="warning",
            timeout_graceful_shutdown=1,
            ssl_certfile=certificate,
        )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m standin", description="Stands in for a model provider. It is no model."
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8901)
    parser.add_argument("--key", default=KEY, help="the bearer key that it takes")
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--pause", type=float, default=0.0, help="seconds before each further piece of a stream")
    parser.add_argument("--tls", action="store_true", help="serve https with a certificate that does not verify")
    return parser.parse_args()


if __name__ == "__main__":
    main()
