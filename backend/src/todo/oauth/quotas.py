"""How often clients may register and ask for tokens, and people be asked."""

from datetime import datetime
from uuid import UUID

from todo.kit.limits import Limit, Limits

_QUARTER, _HOUR = 15 * 60, 60 * 60

# A hosted assistant comes from few addresses for all of its people.
REGISTER_BY_ADDRESS = Limit("oauth-register", 60, _HOUR)
TOKEN_BY_ADDRESS = Limit("oauth-token", 600, _QUARTER)
CONSENT_BY_USER = Limit("oauth-consent", 60, _HOUR)


class Quotas:
    """Counts tries; each method raises RateLimited when there were too many."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    async def register(self, address: str, now: datetime) -> None:
        await self._limits.hit(REGISTER_BY_ADDRESS, address, now)

    async def token(self, address: str, now: datetime) -> None:
        await self._limits.hit(TOKEN_BY_ADDRESS, address, now)

    async def consent(self, user_id: UUID, now: datetime) -> None:
        await self._limits.hit(CONSENT_BY_USER, str(user_id), now)
