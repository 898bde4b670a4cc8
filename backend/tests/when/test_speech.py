"""Moments and rules as words."""

from datetime import datetime

import pytest

from todo.when import Moment, parse_repeat, say, say_repeat


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23", "today"),
        ("2026-11-23T17:00", "today 17:00"),
        ("2026-11-24", "tomorrow"),
        ("2026-11-22T08:05", "yesterday 08:05"),
        ("2026-11-27", "Fri 27 Nov"),
        ("2026-11-27T08:05", "Fri 27 Nov, 08:05"),
        ("2027-01-04T09:00", "Mon 4 Jan 2027, 09:00"),
    ],
)
def test_say(now: datetime, moment: str, words: str) -> None:
    assert say(Moment.from_iso(moment), now) == words


@pytest.mark.parametrize(
    ("rrule", "words"),
    [
        ("FREQ=DAILY", "every day"),
        ("FREQ=DAILY;INTERVAL=2", "every other day"),
        ("FREQ=WEEKLY;INTERVAL=3", "every 3 weeks"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every other Tuesday"),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR", "every 3 weeks on Monday and Friday"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "every Monday, Wednesday and Friday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("FREQ=WEEKLY;BYDAY=SA,SU", "every weekend day"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "every month on the 15th"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,22,-1", "every month on the 1st, 22nd and last day"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", "every month on the first Monday"),
        ("FREQ=YEARLY;BYMONTHDAY=3;BYMONTH=3", "every year on 3 March"),
        ("FREQ=YEARLY;BYDAY=TH;BYSETPOS=4;BYMONTH=11", "every year on the fourth Thursday in November"),
        ("FREQ=DAILY;COUNT=5", "every day, 5 times"),
        ("FREQ=DAILY;UNTIL=20270101", "every day until 1 Jan 2027"),
    ],
)
def test_say_repeat(now: datetime, rrule: str, words: str) -> None:
    assert say_repeat(rrule) == words
    assert parse_repeat(rrule, now) == rrule
