"""What holds for every moment, zone and text."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from todo.when import (
    Moment,
    Reading,
    instant,
    next_occurrence,
    parse_due,
    parse_repeat,
    read,
    read_period,
    say_repeat,
    shift,
)

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Kolkata"))
VOCABULARY = """
    every each other next this last first 2nd tuesday sat mon, may march 3 15 24/12 5pm at by until for in half an hour
    past to from of month week days times christmas tomorrow night ' " “ @ - 2026-11-24 00:30 noon and 1.5 quarter
"""
WORDS = VOCABULARY.split()
YEARS = datetime.combine(date(1990, 1, 1), time()), datetime.combine(date(2090, 1, 1), time())

clocks = st.times(timezones=st.none()).map(lambda at: at.replace(second=0, microsecond=0))
moments = st.builds(Moment, st.dates(), st.none() | clocks)
near = st.builds(Moment, st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.none() | clocks)
nows = st.one_of(
    st.datetimes(*YEARS, timezones=st.sampled_from([ZoneInfo(zone) for zone in ZONES])),
    st.sampled_from([datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=ZoneInfo("America/New_York"))]),
)
texts = st.text(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)
rules = st.sampled_from(
    ["FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY"]
)


@given(moments)
def test_iso_is_read_back(moment: Moment) -> None:
    assert Moment.from_iso(moment.iso()) == moment
    assert parse_due(moment.iso(), NOW) == moment


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), clocks)
def test_a_date_in_words_is_read_back(day: date, at: time) -> None:
    for words in (f"{day:%B} {day.day}, {day.year} at {at:%H:%M}", f"{at:%I:%M %p} on {day.day} {day:%b} {day.year}"):
        assert read(f"paint {words}", NOW).due == Moment(day, at)


@given(texts, nows)
def test_reading_never_raises_and_spans_lie_in_the_text(text: str, now: datetime) -> None:
    found = read(text, now)
    assert all(text[span.start : span.end] == span.text for span in found.spans)
    assert list(found.spans) == sorted(found.spans, key=lambda span: span.start)
    assert (found.due is None) == (not found.spans)
    read_period(text, now)
    shift(text, Moment(now.date()), now)
    if found.rrule and "HOURLY" not in found.rrule and "MINUTELY" not in found.rrule:
        assert parse_repeat(found.rrule, now) == found.rrule
        assert say_repeat(found.rrule)


@given(st.lists(st.sampled_from([word for word in WORDS if word not in "'\"“"]), max_size=8).map(" ".join))
def test_quoted_text_is_untouched(inner: str) -> None:
    for text in (f'"{inner}"', f"“{inner}”"):
        assert inner == "" or read(text, NOW) == Reading(None, None, text)


@given(near, st.sampled_from(ZONES), rules, st.datetimes(*YEARS))
def test_the_next_occurrence_is_later_at_the_same_clock_time(due: Moment, zone: str, rule: str, at: datetime) -> None:
    after = at.replace(tzinfo=UTC)
    following = next_occurrence(rule, due, zone, after)
    assert following is not None
    assert following.local() > due.local()
    assert following.time == due.time
    assert instant(following, zone) > after


@given(near, near, st.sampled_from(ZONES))
def test_instants_keep_the_order_of_days(first: Moment, second: Moment, zone: str) -> None:
    if first.date + timedelta(days=2) < second.date:
        assert instant(first, zone) < instant(second, zone)


@given(near, st.sampled_from(ZONES))
def test_an_instant_shown_on_the_wall_is_the_moment_unless_the_clocks_skip_it(moment: Moment, zone: str) -> None:
    if moment.time is None:
        return
    shown = instant(moment, zone).astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
    assert shown >= moment.local()
    assert instant(Moment(shown.date(), shown.time()), zone) == instant(moment, zone)
