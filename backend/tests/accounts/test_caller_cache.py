from datetime import UTC, datetime, timedelta

import pytest

from todo.accounts import caller_cache
from todo.accounts.caller_cache import LIFETIME, CallerCache, Identity, credential_key, user_key
from todo.kit.caller import Caller
from todo.kit.database import Database
from todo.kit.ids import new_id
from todo.kit.notices import Notices

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def notices(database: Database) -> Notices:
    made = Notices(database)
    made.reliable = True
    return made


@pytest.fixture
def cache(notices: Notices) -> CallerCache:
    return CallerCache(notices)


def identity(expires_at: datetime | None = None) -> Identity:
    session_id = new_id()
    return Identity(Caller(new_id(), "UTC", session_id=session_id), session_id, expires_at)


def test_what_is_kept_is_found_for_a_while(cache: CallerCache) -> None:
    ada = identity()
    cache.keep(b"ada", ada, cache.generation, NOW)
    assert cache.find(b"ada", NOW + LIFETIME - timedelta(seconds=1)) is ada
    assert cache.find(b"eve", NOW) is None
    assert cache.find(b"ada", NOW + LIFETIME) is None


def test_it_ends_with_the_session(cache: CallerCache) -> None:
    cache.keep(b"ada", identity(NOW + timedelta(seconds=5)), cache.generation, NOW)
    assert cache.find(b"ada", NOW + timedelta(seconds=4)) is not None
    assert cache.find(b"ada", NOW + timedelta(seconds=5)) is None


async def test_revoking_takes_effect_when_it_is_committed_and_for_nobody_else(
    cache: CallerCache, database: Database
) -> None:
    ada, eve = identity(), identity()
    for key in (credential_key(ada.credential_id), user_key(ada.caller.user_id)):
        cache.keep(b"ada", ada, cache.generation, NOW)
        cache.keep(b"eve", eve, cache.generation, NOW)
        async with database.write() as transaction:
            await cache.revoke(transaction, key)
            assert cache.find(b"ada", NOW) is ada
        assert cache.find(b"ada", NOW) is None
        assert cache.find(b"eve", NOW) is eve


async def test_what_was_read_before_a_revocation_is_not_kept_after_it(cache: CallerCache, database: Database) -> None:
    ada, generation = identity(), cache.generation
    async with database.write() as transaction:
        await cache.revoke(transaction, credential_key(ada.credential_id))
    cache.keep(b"ada", ada, generation, NOW)
    assert cache.find(b"ada", NOW) is None


def test_other_notices_leave_it_alone(cache: CallerCache, notices: Notices) -> None:
    ada = identity()
    generation = cache.generation
    cache.keep(b"ada", ada, generation, NOW)
    notices._ring(f"user:{ada.caller.user_id}")
    assert cache.find(b"ada", NOW) is ada
    assert cache.generation == generation


def test_nothing_is_trusted_once_notices_may_have_been_missed(cache: CallerCache, notices: Notices) -> None:
    ada = identity()
    cache.keep(b"ada", ada, cache.generation, NOW)
    notices._missed(reliable=False)
    assert cache.find(b"ada", NOW) is None
    cache.keep(b"ada", ada, cache.generation, NOW)
    assert cache.find(b"ada", NOW) is None


def test_the_least_recently_used_goes_first(cache: CallerCache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caller_cache, "MOST", 2)
    for name in (b"ada", b"eve"):
        cache.keep(name, identity(), cache.generation, NOW)
    cache.find(b"ada", NOW)
    cache.keep(b"bob", identity(), cache.generation, NOW)
    assert [cache.find(name, NOW) is not None for name in (b"ada", b"eve", b"bob")] == [True, False, True]
