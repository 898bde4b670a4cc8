"""Proof Key for Code Exchange (RFC 7636), by SHA-256 alone: whoever catches a code cannot use it."""

import base64
import hashlib
import re
import secrets

METHOD = "S256"

_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")  # RFC 7636 section 4.1
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")  # 32 bytes in base64url without padding


def is_challenge(text: str) -> bool:
    """Whether `text` can be the S256 challenge of some verifier."""
    return _CHALLENGE.fullmatch(text) is not None


def challenge_of(verifier: str) -> str:
    """What a client shows beforehand of its ASCII `verifier` (RFC 7636 section 4.2)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode("ascii")).digest()).rstrip(b"=").decode()


def verifies(verifier: str, challenge: str) -> bool:
    """Whether `verifier` is what `challenge` was made of (RFC 7636 section 4.6)."""
    if _VERIFIER.fullmatch(verifier) is None:
        return False
    return secrets.compare_digest(challenge_of(verifier), challenge)
