import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from pwdlib.hashers.argon2 import Argon2Hasher

from todo.accounts import passwords
from todo.accounts.passwords import Passwords, check_choice
from todo.errors import InvalidRequest, Unavailable


@pytest.fixture
def hashing() -> Iterator[Passwords]:
    made = Passwords()
    yield made
    made.close()


async def test_only_the_same_password_is_right(hashing: Passwords) -> None:
    known = await hashing.hash("correct horse battery")
    assert known.startswith("$argon2id$v=19$m=9216,t=4,p=1$")
    assert await hashing.check("correct horse battery", known) == (True, None)
    assert await hashing.check("correct horse batterz", known) == (False, None)
    assert known != await hashing.hash("correct horse battery")


async def test_a_keyboard_that_composes_otherwise_types_the_same_password(hashing: Passwords) -> None:
    known = await hashing.hash("Spa\u0308tzle und Maß")
    assert await hashing.check("Sp\u00e4tzle und Maß", known) == (True, None)


async def test_nobody_is_never_right_and_is_checked_like_anybody(hashing: Passwords) -> None:
    assert await hashing.check("correct horse battery", None) == (False, None)
    current = Argon2Hasher(passwords.PASSES, passwords.MEMORY_KIB, passwords.LANES)
    assert not current.check_needs_rehash(passwords._NOBODY)


async def test_a_hash_of_weaker_parameters_is_renewed(hashing: Passwords) -> None:
    old = Argon2Hasher(1, 8_192, 1).hash("correct horse battery")
    right, renewed = await hashing.check("correct horse battery", old)
    assert right
    assert renewed is not None
    assert await hashing.check("correct horse battery", renewed) == (True, None)


async def test_ten_logins_at_once_are_hashed_two_at_a_time_off_the_loop(
    hashing: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, now, most, threads = threading.Lock(), 0, 0, set[str]()
    compute = Argon2Hasher.hash

    def watched(*args: Any, **options: Any) -> str:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        threads.add(threading.current_thread().name)
        try:
            return compute(*args, **options)
        finally:
            with lock:
                now -= 1

    monkeypatch.setattr(Argon2Hasher, "hash", watched)
    assert len(set(await asyncio.gather(*(hashing.hash("correct horse battery") for _ in range(10))))) == 10
    assert most <= 2
    assert threads <= {"passwords_0", "passwords_1"}


async def test_more_than_can_wait_are_sent_away_and_room_is_made_again() -> None:
    small = Passwords(threads=1, waiting=2)
    results = await asyncio.gather(*(small.hash("correct horse battery") for _ in range(5)), return_exceptions=True)
    refused = [result for result in results if isinstance(result, Unavailable)]
    assert len(refused) == 2
    assert refused[0].headers["Retry-After"]
    assert await small.hash("correct horse battery")
    small.close()


@pytest.mark.parametrize(
    "password",
    ["password", "PASSWORD1", "1234567890", "aaaaaaaaaa", "ada@example.org", "Ada@Example.org", "adalovelace"],
)
def test_what_is_guessed_first_is_refused(password: str) -> None:
    email = "adalovelace@example.org" if password == "adalovelace" else "ada@example.org"
    with pytest.raises(InvalidRequest, match="easily guessed") as caught:
        check_choice(password, email, "new_password")
    assert caught.value.extra["errors"][0]["field"] == "new_password"


def test_length_is_what_counts_otherwise() -> None:
    check_choice("correct horse battery", "ada@example.org", "password")
