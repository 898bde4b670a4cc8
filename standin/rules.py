"""What Cohere's compatibility endpoint takes, and nothing else: docs.cohere.com/docs/compatibility-api.

The page lists the supported parameters; `tool_choice` and `stream_options` are in neither of its lists, so that
nothing is known to take them: refused, too. A null is a field that was sent.
"""

from collections.abc import Callable, Mapping
from typing import Any

from standin.fields import as_integer, as_list, as_number, as_object, as_string
from standin.messages import check_messages
from standin.refusal import Refused, invalid
from standin.tools import check_tools

MODELS = (
    "command-a-plus-05-2026",
    "command-a-03-2025",
    "command-r7b-12-2024",
    "command-r-plus-08-2024",
    "command-r-08-2024",
)
MOST_STOPS = 5
MOST_TOKENS = 8_000  # of output, by Command A


def check_request(body: Any) -> dict[str, Any]:
    """The body of a request, checked whole. Raises Refused."""
    request = as_object(body, "", _CHECKS, required=("model", "messages"))
    for name, value in request.items():
        _CHECKS[name](value, name)
    if request.get("frequency_penalty") and request.get("presence_penalty"):
        raise invalid("only one of frequency_penalty and presence_penalty can be set")
    return request


def _model(value: Any, path: str) -> None:
    if as_string(value, path) not in MODELS:
        raise Refused(404, f"model {value!r} not found: check its name, and that this key may use it")


def _boolean(value: Any, path: str) -> None:
    if not isinstance(value, bool):
        raise invalid(f"{path} must be true or false")


def _effort(value: Any, path: str) -> None:
    if value not in ("none", "high"):
        raise invalid(f"{path} must be none or high")


def _stop(value: Any, path: str) -> None:
    stops = [value] if isinstance(value, str) else as_list(value, path)
    if len(stops) > MOST_STOPS:
        raise invalid(f"{path} must not have more than {MOST_STOPS} elements")
    for index, stop in enumerate(stops):
        as_string(stop, f"{path}[{index}]")


def _response_format(value: Any, path: str) -> None:
    chosen = as_object(value, path, ("type", "schema"), required=("type",))
    if chosen["type"] not in ("text", "json_object"):
        raise invalid(f"{path}.type must be text or json_object")
    if "schema" in chosen and not isinstance(chosen["schema"], dict):
        raise invalid(f"{path}.schema must be an object")


def _number(low: float, high: float) -> Callable[[Any, str], None]:
    return lambda value, path: as_number(value, path, low, high)


def _integer(low: int, high: int) -> Callable[[Any, str], None]:
    return lambda value, path: as_integer(value, path, low, high)


_CHECKS: Mapping[str, Callable[[Any, str], None]] = {
    "model": _model,
    "messages": check_messages,
    "stream": _boolean,
    "reasoning_effort": _effort,
    "response_format": _response_format,
    "tools": check_tools,
    "temperature": _number(0, 1),
    "max_tokens": _integer(1, MOST_TOKENS),
    "stop": _stop,
    "seed": _integer(0, 2**63 - 1),
    "top_p": _number(0.01, 0.99),
    "frequency_penalty": _number(0, 1),
    "presence_penalty": _number(0, 1),
}
