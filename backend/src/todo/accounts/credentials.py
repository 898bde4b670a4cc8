"""What a caller shows: an opaque secret, of a session or of a personal access token, or a login's access token."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import jwt

from todo.kit.ids import parse_id

PERSONAL_PREFIX = "todo_pat_"
"""Makes a leaked personal access token known to secret scanners."""

_ALGORITHM = "HS256"
_TYPE = "access"
_CLAIMS = ["sub", "sid", "iat", "exp", "typ"]


def new_secret(prefix: str = "") -> str:
    """256 random bits after `prefix`, URL-safe."""
    return prefix + secrets.token_urlsafe(32)


def digest(secret: str) -> bytes:
    """What is stored of a secret. A plain SHA-256 will do: 256 random bits cannot be guessed from it."""
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).digest()


@dataclass(frozen=True, slots=True)
class Claims:
    """What an access token says, once its signature is known to be ours."""

    user_id: UUID
    session_id: UUID
    expires_at: datetime


class AccessTokens:
    """JSON Web Tokens (RFC 7519, HS256) for `lifetime`; each is worth no more than the session that it names."""

    def __init__(self, secret: str, lifetime: timedelta) -> None:
        self._secret = secret
        self._lifetime = lifetime

    def issue(self, user_id: UUID, session_id: UUID, now: datetime) -> tuple[str, int]:
        """A token, and the seconds until it expires."""
        issued, seconds = int(now.timestamp()), int(self._lifetime.total_seconds())
        claims = {
            "sub": str(user_id),
            "sid": str(session_id),
            "iat": issued,
            "exp": issued + seconds,
            "typ": _TYPE,
        }
        return jwt.encode(claims, self._secret, _ALGORITHM), seconds

    def read(self, token: str, now: datetime) -> Claims | None:
        """The claims of `token`, or None when it is not ours, expired, or of another kind."""
        try:
            # PyJWT compares with the system's clock; ours is compared below.
            claims = jwt.decode(
                token,
                self._secret,
                algorithms=[_ALGORITHM],
                options={"require": _CLAIMS, "verify_exp": False, "verify_iat": False},
            )
            expires_at = datetime.fromtimestamp(claims["exp"], UTC)
        except (jwt.PyJWTError, TypeError, ValueError, OverflowError, OSError):
            return None
        user_id, session_id = parse_id(str(claims["sub"])), parse_id(str(claims["sid"]))
        if claims["typ"] != _TYPE or user_id is None or session_id is None or expires_at <= now:
            return None
        return Claims(user_id, session_id, expires_at)
