"""How often a password may be tried, and an account made."""

import hashlib
from datetime import datetime
from ipaddress import IPv6Address, ip_address, ip_network
from uuid import UUID

from starlette.requests import HTTPConnection

from todo.kit.limits import Limit, Limits

_QUARTER, _HOUR = 15 * 60, 60 * 60

LOGIN_BY_EMAIL = Limit("login-email", 10, _QUARTER)
LOGIN_BY_ADDRESS = Limit("login-address", 50, _QUARTER)
REGISTER_BY_ADDRESS = Limit("register-address", 20, _HOUR)
PASSWORD_BY_USER = Limit("password-user", 10, _QUARTER)


class Quotas:
    """Counts tries; each method raises RateLimited when there were too many."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    async def login(self, address: str, email: str, now: datetime) -> None:
        await self._limits.hit(LOGIN_BY_ADDRESS, address, now)
        # Hashed, so that a deleted account leaves no e-mail address behind.
        await self._limits.hit(LOGIN_BY_EMAIL, hashlib.sha256(email.encode()).hexdigest(), now)

    async def register(self, address: str, now: datetime) -> None:
        await self._limits.hit(REGISTER_BY_ADDRESS, address, now)

    async def password(self, user_id: UUID, now: datetime) -> None:
        await self._limits.hit(PASSWORD_BY_USER, str(user_id), now)


def client_address(connection: HTTPConnection) -> str:
    """Whose tries count together: an IPv4 address, or the /64 of an IPv6 one, which is what one subscriber has."""
    host = connection.client.host if connection.client else "unknown"
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped) if mapped else str(ip_network((address, 64), strict=False))
    return host
