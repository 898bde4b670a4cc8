"""Tasks that exist, spoken of as if they were new; values that are asked for; dates that do not exist."""

import pytest

from agent.talk import Talk


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("rent a trailer needs to be done by wednesday", "**Rent a trailer** is now due Wed 25 Nov."),
        ("put rent a trailer on the moving list", "**Rent a trailer** is now on your new list **moving**."),
        ("the trailer is for the 16th", "**Rent a trailer** is now due Wed 16 Dec."),
    ],
)
async def test_a_task_that_exists_is_changed(talk: Talk, message: str, text: str) -> None:
    await talk.add("Rent a trailer")
    assert (await talk.say(message)).text == text


async def test_without_such_a_task_one_is_added(talk: Talk) -> None:
    await talk.add("Sort shells")
    assert (await talk.say("put rent a trailer on the moving list")).done == ["add rent a trailer"]


@pytest.mark.parametrize(
    ("message", "reply", "field", "value"),
    [
        ("tag sort shells", "friday", "tags", ["friday"]),
        ("move sort shells to another list", "Beach", "list", "Beach"),
        ("change sort shells", "due friday", "due", "2026-11-27"),
        ("move sort shells to the 32nd", "friday", "due", "2026-11-27"),
    ],
)
async def test_what_is_missing_is_asked_for(talk: Talk, message: str, reply: str, field: str, value: object) -> None:
    await talk.add("Sort shells")
    assert (await talk.say(message)).done == []
    assert (await talk.say(reply)).task[field] == value


async def test_a_date_that_does_not_exist_is_asked_for_again(talk: Talk) -> None:
    asked = await talk.say("remind me to sort shells on february 30")
    assert (asked.done, "february 30" in asked.text) == ([], True)
    task = (await talk.say("february 28")).task
    assert (task["title"], task["due"]) == ("sort shells", "2027-02-28")


async def test_the_one_added_last(talk: Talk) -> None:
    await talk.add("Sort shells")
    await talk.add("Rent a trailer")
    assert (await talk.say("delete the task I added last")).done == ["delete Rent a trailer"]
