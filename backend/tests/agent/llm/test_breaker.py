"""A model that keeps failing is left alone, and tried again."""

import pytest

from todo.agent.llm.breaker import COOL_SECONDS, FAILURES, Breaker


class Seconds:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def opened(seconds: Seconds) -> Breaker:
    breaker = Breaker(seconds)
    for _ in range(FAILURES):
        assert breaker.allows()
        breaker.failed()
    return breaker


def test_it_opens_after_failures_in_a_row(opened: Breaker) -> None:
    assert not opened.allows()
    assert opened.is_open


def test_a_success_in_between_starts_the_count_anew(seconds: Seconds) -> None:
    breaker = Breaker(seconds)
    for _ in range(FAILURES - 1):
        breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert breaker.allows()


def test_one_call_tries_after_the_rest_and_closes_it(opened: Breaker, seconds: Seconds) -> None:
    seconds.now = COOL_SECONDS
    assert opened.allows()
    assert not opened.allows()
    opened.succeeded()
    assert opened.allows()
    assert opened.allows()


def test_a_failed_try_opens_it_for_as_long_again(opened: Breaker, seconds: Seconds) -> None:
    seconds.now = COOL_SECONDS
    assert opened.allows()
    opened.failed()
    seconds.now += COOL_SECONDS - 1
    assert not opened.allows()
    seconds.now += 1
    assert opened.allows()


def test_a_try_that_the_person_stopped_leaves_room_for_the_next(opened: Breaker, seconds: Seconds) -> None:
    seconds.now = COOL_SECONDS
    assert opened.allows()
    opened.left()
    assert opened.allows()
