"""Asks the model one word when the server starts: a wrong key is known before somebody needs the answer."""

import structlog

from todo.agent.llm.failures import MALFORMED, TIMEOUT, Failure, of_connection, of_status
from todo.agent.llm.provider import Provider
from todo.agent.llm.state import ModelState

_SECONDS = 15.0

_log = structlog.get_logger("todo.model")


async def check(state: ModelState) -> None:
    """Note in `state` whether the model answers, and log one line of it."""
    provider = state.provider
    failure = await _try(provider)
    if failure is None:
        state.answered()
        _log.info("model_answers", model=provider.model, provider=provider.name)
    else:
        state.failed(failure)
        _log.warning("model_does_not_answer", model=provider.model, reason=failure.code, hint=failure.hint)


async def _try(provider: Provider) -> Failure | None:
    import httpx2  # only who has a model pays for it

    question = {"model": provider.model, "messages": [{"role": "user", "content": "Say OK."}], "max_tokens": 1}
    headers = {"Authorization": f"Bearer {provider.key}"}
    try:
        async with httpx2.AsyncClient(timeout=_SECONDS) as client:
            answer = await client.post(f"{provider.base_url}/chat/completions", json=question, headers=headers)
            if answer.is_success:
                return None if "choices" in answer.json() else MALFORMED
    except httpx2.TimeoutException:
        return TIMEOUT
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
        return of_connection(error, provider)
    except ValueError:
        return MALFORMED
    return of_status(answer.status_code, provider)
