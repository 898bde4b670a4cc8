""" "It", "both", "the second one": words that mean the tasks just shown, chosen or changed."""

import pytest

from agent.talk import Talk

TITLES = ("Soap", "Milk", "Rent", "Taxes")


@pytest.fixture
async def shown(talk: Talk) -> Talk:
    for title in TITLES:
        await talk.add(title)
    assert (await talk.say("show my tasks")).shown == list(TITLES)
    return talk


@pytest.mark.parametrize(
    ("message", "done"),
    [
        ("complete the second one", ["complete Milk"]),
        ("mark number 3 as done", ["complete Rent"]),
        ("the last one is done", ["complete Taxes"]),
        ("complete 1 and 3", ["complete Soap", "complete Rent"]),
        ("delete the first two", ["delete Soap", "delete Milk"]),
        ("move the third to friday", ["update Rent"]),
        ("complete the fifth one", []),
    ],
)
async def test_by_number(shown: Talk, message: str, done: list[str]) -> None:
    assert (await shown.say(message)).done == done


async def test_numbers_are_of_the_list_as_it_was_shown(shown: Talk) -> None:
    await shown.say("the first one is done")
    assert (await shown.say("the second one is done")).done == ["complete Milk"]


async def test_all_of_them_asks_first(shown: Talk) -> None:
    assert (await shown.say("all of them are done")).approval == list(TITLES)


async def test_numbers_survive_another_instance(shown: Talk) -> None:
    fresh = shown.anew(shown.client)
    assert (await fresh.say("complete the second one")).done == ["complete Milk"]


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("make it high priority", "**feed the cat** is now high priority."),
        ("move it to friday at 9am", "**feed the cat** is now due Fri 27 Nov, 09:00."),
        ("rename it to feed both cats", "Renamed **feed the cat** to **feed both cats**."),
        ("that is done", "**feed the cat** is done."),
        ("delete it", "Deleted **feed the cat**."),
        ("put it on my pets list", "**feed the cat** is now on your new list **pets**."),
    ],
)
async def test_it_is_what_was_changed_last(talk: Talk, message: str, text: str) -> None:
    await talk.say("add feed the cat")
    assert (await talk.say(message)).text == text


async def test_it_survives_a_look_at_the_list(talk: Talk) -> None:
    await talk.add("Soap")
    await talk.say("add feed the cat")
    await talk.say("show my tasks")
    assert (await talk.say("make it high priority")).done == ["update feed the cat"]


async def test_both_and_them_are_what_was_changed_together(talk: Talk) -> None:
    await talk.say("add two tasks: soap, milk")
    assert (await talk.say("move them to tomorrow")).done == ["update soap", "update milk"]
    assert (await talk.say("both are done")).done == ["complete soap", "complete milk"]


async def test_both_are_of_a_list_shown_since(talk: Talk) -> None:
    await talk.say("add soap and milk to my shop list")
    await talk.say("add rent and taxes to my bank list")
    await talk.say("show my shop list")
    assert sorted((await talk.say("both are done")).done) == ["complete milk", "complete soap"]


async def test_several_it_is_asked_about(talk: Talk) -> None:
    await talk.say("add two tasks: soap, milk")
    assert (await talk.say("delete it")).receipts == []


async def test_it_when_nothing_was_spoken_of(talk: Talk) -> None:
    reply = await talk.say("delete it")
    assert (reply.text, reply.receipts) == ("Nothing was spoken of yet, so say which task you mean.", [])


async def test_what_is_gone_is_said(talk: Talk) -> None:
    await talk.say("add feed the cat")
    await talk.say("delete it")
    reply = await talk.say("delete it")
    assert (reply.text, reply.receipts) == ("**feed the cat** was deleted already.", [])


async def test_a_number_of_a_list_that_was_not_shown(talk: Talk) -> None:
    for title in TITLES:
        await talk.add(title)
    asked = await talk.say("delete the second task")
    assert asked.text == "I had not shown a list yet; here it is. Which one should I delete?"
    assert (asked.choices, asked.receipts) == (list(TITLES), [])
    assert (await talk.say("the second")).done == ["delete Milk"]


async def test_the_next_one_is_ahead_and_not_overdue(talk: Talk) -> None:
    await talk.add("Late", due="2026-11-20")
    await talk.add("Soon", due="2026-11-23T10:30")
    await talk.add("Later", due="2026-11-25")
    assert (await talk.say("delete my next task")).done == ["delete Soon"]
