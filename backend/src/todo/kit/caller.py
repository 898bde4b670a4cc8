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
    """What lets a program act for a person: a personal access token, or the consent to an app; `name` is its name.

    With a `list_id` it is for that list alone: no other, and no task outside it, can be seen or touched.
    """

    id: UUID
    name: str
    list_id: UUID | None = None


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

    @property
    def list_id(self) -> UUID | None:
        """The only list that the caller may see and touch; None is everything."""
        return None if self.grant is None else self.grant.list_id

    def require_everything(self) -> None:
        """Raises Forbidden when the token was made for one list: what is asked for is not part of one."""
        if self.list_id is not None:
            raise Forbidden("This access token is for one list alone, which this is beyond. Use one for all lists.")

    def require(self, scope: Scope) -> None:
        """Raises Forbidden when the token was not made for this."""
        if scope not in self.scopes:
            raise Forbidden(f"This access token may not {scope}. Make one with the scope “{scope}” in the settings.")
