"""Why a model did not answer, in words for the person, and for whoever runs the server."""

from dataclasses import dataclass

from todo.agent.llm.provider import Provider


@dataclass(frozen=True, slots=True)
class Failure:
    """`code` for logs and metrics; `reason` completes "The model … " for a person; `hint` is for whoever runs it."""

    code: str
    reason: str
    hint: str


class ModelFailed(Exception):
    """No answer came of the model, or none that can be used; `tokens` were used all the same."""

    def __init__(self, failure: Failure, tokens: int = 0) -> None:
        super().__init__(failure.code)
        self.failure = failure
        self.tokens = tokens


TIMEOUT = Failure("timeout", "took too long to answer", "raise LLM_TIMEOUT_SECONDS, or use a faster model")
CUT = Failure("cut", "broke off", "the connection to the model ended in the middle of an answer")
LOOP = Failure("loop", "went round in circles", "it called tools again and again; a stronger model comes to an end")
EMPTY = Failure("empty", "gave an empty answer", "it sent neither text nor a tool call")
MALFORMED = Failure("malformed", "gave an answer that cannot be read", "it does not speak the chat-completions format")
_IN_THE_MIDDLE = ("RemoteProtocolError", "ReadError", "WriteError")
"""The HTTP client's errors on a connection that had been made."""
RESTING = Failure("resting", "failed several times and rests for a moment", "see the failures logged before")


def of_status(status: int, provider: Provider) -> Failure:
    """An HTTP error of the provider's (RFC 9110 section 15)."""
    match status:
        case 401 | 403:
            return Failure("key", "refused our key", f"{provider.key_setting} is wrong, or not for {provider.model}")
        case 404:
            hint = f"{provider.base_url} has no model {provider.model}: check LLM_MODEL and LLM_BASE_URL"
            return Failure("model", "is not to be found", hint)
        case 408:
            return TIMEOUT
        case 429:
            return Failure("rate_limited", "has too much to do just now", f"{provider.name}'s rate limit is reached")
        case 400 | 413 | 422:
            return Failure("refused", "did not take our question", f"{provider.name} refused the request ({status})")
    return Failure("server", "has a problem of its own", f"{provider.name} answered with status {status}")


def of_connection(error: BaseException, provider: Provider) -> Failure:
    """No connection, one that cannot be trusted, or one that was lost: which, is in the errors behind this one."""
    seen: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(seen) < 10:
        seen.append(f"{type(cause).__name__} {cause}")
        cause = cause.__cause__ or cause.__context__
    if any("CERTIFICATE_VERIFY_FAILED" in text for text in seen):
        hint = f"the certificate of {provider.base_url} does not verify: trust its authority (SSL_CERT_FILE)"
        return Failure("certificate", "could not be reached safely", hint)
    if any(text.startswith(_IN_THE_MIDDLE) for text in seen):
        return CUT
    return Failure("unreachable", "could not be reached", f"{provider.base_url} does not answer: check LLM_BASE_URL")
