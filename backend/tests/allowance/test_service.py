"""What a person chose, and what they have used, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fixtures.clients import SettableClock
from fixtures.people import Join, Person, Town
from todo.allowance.service import Allowance, Standing


@pytest.fixture
def clock(town: Town) -> SettableClock:
    return SettableClock()


@pytest.fixture
def allowance(town: Town, clock: SettableClock) -> Allowance:
    return Allowance(town.services.database, clock, tokens_per_day=1_000)


@pytest.fixture
async def person(join: Join) -> Person:
    return await join()


async def test_a_new_person_has_chosen_and_used_nothing(allowance: Allowance, person: Person) -> None:
    assert await allowance.standing(person.caller) == Standing(None, 0)


async def test_a_choice_is_kept_changed_and_taken_back(allowance: Allowance, person: Person) -> None:
    await allowance.choose(person.caller, "offline")
    await allowance.choose(person.caller, "model")
    assert (await allowance.standing(person.caller)).choice == "model"
    await allowance.choose(person.caller, None)
    assert (await allowance.standing(person.caller)).choice is None


async def test_tokens_add_up_until_the_day_ends_where_the_person_is(
    allowance: Allowance, person: Person, clock: SettableClock
) -> None:
    await allowance.spend(person.caller, 600)
    await allowance.spend(person.caller, 399)
    assert not allowance.is_spent(await allowance.standing(person.caller))
    await allowance.spend(person.caller, 1)
    standing = await allowance.standing(person.caller)
    assert standing.used == 1_000
    assert allowance.is_spent(standing)
    clock.advance(hours=13, minutes=59)  # 23:59 in Berlin
    assert allowance.is_spent(await allowance.standing(person.caller))
    clock.advance(minutes=2)
    assert (await allowance.standing(person.caller)).used == 0
    in_new_york = replace(person.caller, time_zone="America/New_York")
    assert (await allowance.standing(in_new_york)).used == 1_000


async def test_a_sweep_forgets_days_that_have_ended_everywhere(
    allowance: Allowance, person: Person, clock: SettableClock
) -> None:
    await allowance.spend(person.caller, 5)
    await allowance.sweep(clock() + timedelta(days=1))
    assert (await allowance.standing(person.caller)).used == 5
    await allowance.sweep(clock() + timedelta(days=2))
    assert (await allowance.standing(person.caller)).used == 0


async def test_no_limit_is_never_spent(town: Town, clock: SettableClock) -> None:
    assert not Allowance(town.services.database, clock, tokens_per_day=0).is_spent(Standing(None, 10**9))


async def test_what_one_person_uses_and_chooses_is_not_anothers(
    allowance: Allowance, person: Person, join: Join
) -> None:
    other = await join()
    await allowance.spend(other.caller, 1_000)
    await allowance.choose(other.caller, "offline")
    assert await allowance.standing(person.caller) == Standing(None, 0)
