"""Looking at tasks: in the order in which they are numbered, with the total, in words of the question."""

import pytest

from agent.talk import Talk
from fixtures.clients import SettableClock


async def fill(talk: Talk) -> None:
    await talk.add("Pay the rent", due="2026-11-20")
    await talk.add("Ring the vet", due="2026-11-24T16:00")
    await talk.add("Book the hall", due="2026-11-27", priority="high", list="Club", tags=["spring"])
    await talk.add("Paint the fence")


@pytest.mark.parametrize(
    ("question", "text", "titles"),
    [
        ("show my tasks", "4 open tasks:", ["Pay the rent", "Ring the vet", "Book the hall", "Paint the fence"]),
        ("what is due tomorrow?", "1 open task due tomorrow (Tue 24 Nov):", ["Ring the vet"]),
        ("what's due this week?", "2 open tasks due Mon 23 Nov – Sun 29 Nov:", ["Ring the vet", "Book the hall"]),
        ("is anything overdue?", "Yes, 1 overdue task:", ["Pay the rent"]),
        ("show my club list", "1 open task on your list **Club**:", ["Book the hall"]),
        ("show high priority tasks", "1 open task of high priority:", ["Book the hall"]),
        ("show tasks tagged spring", "1 open task tagged #spring:", ["Book the hall"]),
        ("show tasks without a date", "1 open task without a date:", ["Paint the fence"]),
        ("what is due today?", "You have no open tasks due today (Mon 23 Nov).", []),
        ("is there anything due today?", "No, you have no open tasks due today (Mon 23 Nov).", []),
        ("show my finished tasks", "You have no finished tasks.", []),
        ("how many tasks do I have?", "You have 4 open tasks.", []),
        ("when is ring the vet due?", "**Ring the vet** is due tomorrow 16:00 (Tue 24 Nov).", ["Ring the vet"]),
        ("what's next?", "Next comes **Pay the rent**, due Fri 20 Nov.", ["Pay the rent"]),
        ("show my garden list", "You have no list **garden**. You have 1 list: **Club**.", []),
        ("which lists do I have?", "You have 1 list: **Club**.", []),
    ],
)
async def test_question(talk: Talk, question: str, text: str, titles: list[str]) -> None:
    await fill(talk)
    reply = await talk.say(question)
    assert (reply.text, reply.shown, reply.receipts) == (text, titles, [])


async def test_an_empty_account(talk: Talk) -> None:
    assert (await talk.say("show my tasks")).text == "You have no open tasks."
    assert (await talk.say("which lists do I have?")).text.startswith("You have no lists yet.")


async def test_finished_in_a_period_is_when_it_was_done(talk: Talk, now: SettableClock) -> None:
    await talk.add("Long overdue", due="2026-01-01")
    await talk.say("long overdue is done")
    reply = await talk.say("what did I finish today?")
    assert (reply.text, reply.shown) == ("1 task finished today (Mon 23 Nov):", ["Long overdue"])
    now.advance(days=1)
    assert (await talk.say("what did I finish today?")).shown == []


async def test_long_lists_show_twenty_and_the_total(talk: Talk) -> None:
    for number in range(23):
        await talk.add(f"Box {number}")
    reply = await talk.say("show my tasks")
    assert (len(reply.shown), reply.total) == (20, 23)
    assert reply.text == "23 open tasks; these are the first 20:"


async def test_dates_are_of_the_persons_zone(talk: Talk, now: SettableClock) -> None:
    now.advance(hours=14.5)  # 23:30 in UTC, half past midnight in Berlin
    reply = await talk.say("add lock the gate today")
    assert reply.task["due"] == "2026-11-24"
