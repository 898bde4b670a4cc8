"""Who asks. Every query and every change starts from a caller."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from todo.errors import Forbidden

Scope = Literal["read", "write"]
ALL_SCOPES: frozenset[Scope] = frozenset(("read", "write"))


@dataclass(frozen=True, slots=True)
class Grant:
    """What lets a program act for a person: a personal access token, or the consent to an app; `name` is its name."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Caller:
    """A person, and in whose hands their wish reaches us.

    `source` is "person" for the app and its API, "assistant" for the chat, "mcp:<client>" for outside tools.
    Either there is a `session_id`, of one who signed in, or a `grant`, of a program.
    """

    user_id: UUID
    time_zone: str
    locale: str = "en"
    scopes: frozenset[Scope] = ALL_SCOPES
    session_id: UUID | None = None
    source: str = "person"
    grant: Grant | None = None

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def require(self, scope: Scope) -> None:
        """Raises Forbidden when the token was not made for this."""
        if scope not in self.scopes:
            raise Forbidden(f"This access token may not {scope}. Make one with the scope “{scope}” in the settings.")
