"""Every error that a caller may see, each with a status and a stable code.

    AppError
    ├── InvalidRequest        422 invalid_request       what was sent cannot be used
    │   └── WhenError         422 unreadable_date       words that name no date, time or repetition
    ├── Unauthenticated       401 unauthenticated       nobody, or no longer, signed in
    │   └── WrongCredentials  401 wrong_credentials     e-mail and password do not belong together
    ├── Forbidden             403 forbidden             signed in, but not allowed to do this
    │   └── CrossSite         403 csrf                  a change that did not come from the app itself
    ├── NotFound              404 not_found             there is no such thing, or it is another person's
    ├── Conflict              409 conflict
    │   ├── AccountExists     409 account_exists
    │   ├── NameTaken         409 name_taken
    │   ├── VersionConflict   409 version_conflict      changed meanwhile; carries both versions
    │   ├── UndoConflict      409 undo_conflict         changed since; undoing would lose that
    │   ├── TurnRunning       409 turn_running          one message at a time in a conversation
    │   ├── AlreadySaid       409 already_said          this very message was sent before; carries its turn
    │   └── ApprovalLapsed    409 approval_lapsed       nothing is waiting for a yes any more
    ├── BodyTooLarge          413 body_too_large
    ├── Misdirected           421 misdirected           asked by a name that is none of ours
    ├── RateLimited           429 rate_limited          carries the seconds to wait
    └── Unavailable           503 unavailable
        ├── DatabaseUnavailable 503 database_unavailable
        ├── DatabaseBusy      503 database_busy
        ├── StorageFull       507 storage_full          the disk has no room
        └── ChatUnavailable   503 chat_unavailable      the answer broke off

Answers carry them as RFC 9457 problem documents (`todo.health.problems`), but for one:

    └── OAuthError            400 invalid_grant, …      to an OAuth client, in the form of RFC 6749 section 5.2
"""

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID


class AppError(Exception):
    """An expected failure: `detail` says to a person what happened and what to do next.

    `extra` are further members of the problem document (RFC 9457 section 3.2), JSON-serialisable.
    """

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal"
    title: ClassVar[str] = "Something went wrong on our side"

    def __init__(self, detail: str, *, headers: Mapping[str, str] | None = None, **extra: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.headers = dict(headers or {})
        self.extra = extra


class InvalidRequest(AppError):
    status, code, title = 422, "invalid_request", "This cannot be used as it is"


class WhenError(InvalidRequest):
    code, title = "unreadable_date", "That is no date"


class Unauthenticated(AppError):
    status, code, title = 401, "unauthenticated", "Sign in first"


class WrongCredentials(Unauthenticated):
    code, title = "wrong_credentials", "E-mail or password is wrong"


class Forbidden(AppError):
    status, code, title = 403, "forbidden", "Not allowed"


class CrossSite(Forbidden):
    code, title = "csrf", "This request did not come from the app"


class NotFound(AppError):
    status, code, title = 404, "not_found", "Not found"


class Conflict(AppError):
    status, code, title = 409, "conflict", "This does not fit what is there"


class AccountExists(Conflict):
    code, title = "account_exists", "There is an account with this e-mail already"


class NameTaken(Conflict):
    code, title = "name_taken", "That name is taken"


class VersionConflict(Conflict):
    code, title = "version_conflict", "Changed by somebody else meanwhile"


class UndoConflict(Conflict):
    code, title = "undo_conflict", "This cannot be undone any more"


class TurnRunning(Conflict):
    code, title = "turn_running", "Still answering"


class AlreadySaid(Conflict):
    code, title = "already_said", "This was said already"

    def __init__(self, turn_id: UUID) -> None:
        super().__init__("This message has arrived before. Follow its turn instead of sending it again.")
        self.turn_id = turn_id


class ApprovalLapsed(Conflict):
    code, title = "approval_lapsed", "Nothing is waiting for an answer"


class BodyTooLarge(AppError):
    status, code, title = 413, "body_too_large", "Too large"


class Misdirected(AppError):
    status, code, title = 421, "misdirected", "This server does not go by that name"


class RateLimited(AppError):
    status, code, title = 429, "rate_limited", "Too many tries"

    def __init__(self, detail: str, *, retry_after: int) -> None:
        super().__init__(detail, headers={"Retry-After": str(retry_after)}, retry_after=retry_after)


class Unavailable(AppError):
    status, code, title = 503, "unavailable", "Not available just now"


class DatabaseUnavailable(Unavailable):
    code, title = "database_unavailable", "The database does not answer"


class DatabaseBusy(Unavailable):
    code, title = "database_busy", "The database is busy"


class StorageFull(Unavailable):
    status, code, title = 507, "storage_full", "No room to store this"


class ChatUnavailable(Unavailable):
    code, title = "chat_unavailable", "The answer broke off"


class OAuthError(AppError):
    """`error` is a code of RFC 6749 section 5.2, RFC 7591 section 3.2.2 or RFC 8707 section 2; `detail` is ASCII
    without quotes and backslashes."""

    status, code, title = 400, "oauth", "The app asked in a way that cannot be answered"

    def __init__(self, error: str, detail: str) -> None:
        super().__init__(detail)
        self.error = error
