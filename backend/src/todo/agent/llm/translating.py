"""The SDKs' errors as failures of the model."""

import openai
from agents.exceptions import MaxTurnsExceeded, ModelBehaviorError

from todo.agent.llm.failures import CUT, LOOP, MALFORMED, TIMEOUT, Failure, of_connection, of_status
from todo.agent.llm.provider import Provider

UNKNOWN = "unknown"


def failure_of(error: BaseException, provider: Provider) -> Failure:
    """What went wrong, as far as the error tells."""
    match error:
        case TimeoutError() | openai.APITimeoutError():
            return TIMEOUT
        case openai.APIStatusError():
            return of_status(error.status_code, provider)
        case openai.APIResponseValidationError() | ModelBehaviorError() | ValueError():
            return MALFORMED
        case openai.APIConnectionError():
            return of_connection(error, provider)
        case MaxTurnsExceeded():
            return LOOP
        case openai.APIError():
            return CUT
    return Failure(UNKNOWN, "failed", f"{type(error).__name__}, see the log")
