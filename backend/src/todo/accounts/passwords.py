"""Passwords: Argon2id, off the event loop, a few at a time.

A hash takes 9 MiB, four passes and one lane: of the parameters that OWASP's Password Storage Cheat Sheet calls equally
strong, those with little memory, which the C library keeps for the next hash. It costs about 20 ms of one core. Two
threads compute them, so that ten logins at once hold 18 MiB and no more, take a tenth of a second in all, and leave
the event loop its turn: the library releases the interpreter's lock while it computes, and the threads run at a lower
priority where the system can do that. More than `waiting` at once are sent away, since they would be answered after
their callers gave up.
"""

import asyncio
import os
import sys
import threading
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from todo.errors import InvalidRequest, Unavailable

Result = TypeVar("Result")

MIN_LENGTH, MAX_LENGTH = 8, 200
MEMORY_KIB, PASSES, LANES = 9_216, 4, 1
_NICENESS = 5

# The most common ones of eight characters and more in leaked lists; no rule about kinds of characters (NIST SP 800-63B
# section 3.1.1.2).
_COMMON_WORDS = """
password password1 password12 password123 passw0rd p@ssw0rd p@ssword 12345678 123456789 1234567890 0123456789
87654321 987654321 11111111 00000000 12341234 1q2w3e4r 1qaz2wsx 1q2w3e4r5t qwertyui qwertyuiop qwerty12
qwerty123 asdfghjkl zxcvbnm1 abcd1234 abc12345 a1b2c3d4 iloveyou iloveyou1 sunshine princess football baseball
superman trustno1 letmein1 welcome1 changeme computer whatever michelle jennifer starwars
"""
_COMMON = frozenset(_COMMON_WORDS.split())

# Of a password that nobody knows. Checking against it costs what checking a real one costs.
_NOBODY = "$argon2id$v=19$m=9216,t=4,p=1$DhfG7da6dTopbLxGvsgiBg$4gFgILJXmj0OuiXUCdPvSAs9YcU3umYAz1SFxRg9sQE"


class Passwords:
    """Hashes and checks passwords in its own threads."""

    def __init__(self, *, threads: int = 2, waiting: int = 64) -> None:
        self._hasher = PasswordHash((Argon2Hasher(PASSES, MEMORY_KIB, LANES),))
        self._pool = ThreadPoolExecutor(threads, "passwords", _yield_to_others)
        self._most = threads + waiting
        self._taken = 0

    async def hash(self, password: str) -> str:
        """A salted hash of `password` in PHC string format.

        Raises:
            Unavailable: too many are waiting already.
        """
        return await self._run(lambda: self._hasher.hash(_normalised(password)))

    async def check(self, password: str, known: str | None) -> tuple[bool, str | None]:
        """Whether `password` is the one that `known` was made of, and a new hash when `known` has old parameters.

        With None, for a person that is not there, the answer is False after the same work.

        Raises:
            Unavailable: too many are waiting already.
        """
        right, renewed = await self._run(
            lambda: self._hasher.verify_and_update(_normalised(password), known or _NOBODY)
        )
        return right and known is not None, renewed

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _run(self, work: Callable[[], Result]) -> Result:
        if self._taken >= self._most:
            raise Unavailable(
                "Very many people are signing in just now. Try again in a few seconds.", headers={"Retry-After": "5"}
            )
        self._taken += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        finally:
            self._taken -= 1


def check_choice(password: str, email: str, field: str) -> None:
    """Refuse a password that is among the first an attacker tries for the account of `email`.

    Raises:
        InvalidRequest: names `field` as the invalid one.
    """
    plain = _normalised(password).lower()
    if plain in (email, email.partition("@")[0]):
        what = "Your e-mail address"
    elif plain in _COMMON or len(set(plain)) < 3:
        what = "This password"
    else:
        return
    message = f"{what} is easily guessed. Choose another password, such as four random words."
    raise InvalidRequest(message, errors=[{"field": field, "message": message}])


def _normalised(password: str) -> str:
    """The same characters however a keyboard composed them (NFKC)."""
    return unicodedata.normalize("NFKC", password)


def _yield_to_others() -> None:
    if sys.platform == "linux":  # where a thread has a priority of its own
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
