"""Adding tasks by saying so: what is kept, what is echoed, what is asked."""

import pytest

from agent.talk import Talk


async def test_one_task(talk: Talk) -> None:
    reply = await talk.say("add water the basil")
    assert reply.done == ["add water the basil"]
    assert reply.text == "Added **water the basil**."
    assert reply.task["source"] == "assistant"
    assert await talk.titles() == ["water the basil"]


async def test_several_in_a_sentence_are_one_turn(talk: Talk) -> None:
    reply = await talk.say("add three tasks: buy soap, feed the fish, fix the lamp")
    assert reply.done == ["add buy soap", "add feed the fish", "add fix the lamp"]
    assert reply.text == "Added **buy soap**, **feed the fish** and **fix the lamp**."
    assert (
        await talk.say("undo")
    ).text == "Undone: **buy soap**, **feed the fish** and **fix the lamp** are gone again."
    assert await talk.titles() == []


async def test_more_than_five_are_counted(talk: Talk) -> None:
    reply = await talk.say("add these tasks: apples, pears, plums, figs, dates, limes, kiwis")
    assert len(reply.receipts) == 7
    assert reply.text == "Added **apples**, **pears**, **plums**, **figs** and 3 more."


async def test_the_date_leaves_the_title_and_is_echoed(talk: Talk) -> None:
    reply = await talk.say("remind me to ring the vet tomorrow at 4pm")
    assert (reply.task["title"], reply.task["due"]) == ("ring the vet", "2026-11-24T16:00")
    assert reply.text == "Added **ring the vet**, due tomorrow 16:00 (Tue 24 Nov)."


async def test_all_that_was_understood_is_echoed(talk: Talk) -> None:
    reply = await talk.say("add file the taxes every friday with high priority #money to my paperwork list")
    task = reply.task
    assert (task["title"], task["due"], task["repeat"]) == ("file the taxes", "2026-11-27", "FREQ=WEEKLY;BYDAY=FR")
    assert (task["priority"], task["list"], task["tags"]) == ("high", "paperwork", ["money"])
    assert reply.text == (
        "Added **file the taxes** to your new list **paperwork**, due Fri 27 Nov, every Friday, high priority, #money."
    )


async def test_a_list_is_made_once_and_said_so(talk: Talk) -> None:
    first = await talk.say("add nails and screws to my hardware list")
    assert first.text == "Added **nails** and **screws** to your new list **hardware**."
    assert (await talk.say("add glue to my Hardware list")).text == "Added **glue** to your list **hardware**."
    assert {task["list"] for task in await talk.tasks()} == {"hardware"}


async def test_quoted_words_are_the_title_as_they_stand(talk: Talk) -> None:
    reply = await talk.say('add "watch 12 monkeys tomorrow"')
    assert (reply.task["title"], reply.task["due"]) == ("watch 12 monkeys tomorrow", None)


async def test_nothing_to_go_on_asks_for_the_title(talk: Talk) -> None:
    asked = await talk.say("add a task")
    assert (asked.text, asked.receipts) == ("What task would you like to add?", [])
    assert (await talk.say("sharpen the knives")).done == ["add sharpen the knives"]


async def test_the_date_said_before_the_title_is_kept(talk: Talk) -> None:
    await talk.say("add a task for tomorrow")
    assert (await talk.say("sharpen the knives")).task["due"] == "2026-11-24"


@pytest.mark.parametrize("answer", ["never mind", "cancel", "no"])
async def test_the_title_can_be_refused(talk: Talk, answer: str) -> None:
    await talk.say("add a task")
    assert (await talk.say(answer)).text == "All right, nothing was changed."
    assert await talk.titles() == []


async def test_another_act_instead_of_the_title(talk: Talk) -> None:
    await talk.add("Soap")
    await talk.say("add a task")
    assert (await talk.say("complete soap")).done == ["complete Soap"]
    assert await talk.titles() == []


async def test_a_title_too_long_says_what_to_do(talk: Talk) -> None:
    reply = await talk.say(f"add {'x' * 300}")
    assert reply.text == "The title has 300 characters; 255 is the most. Shorten it."
    assert (reply.receipts, reply.error) == ([], None)


async def test_only_if_it_is_not_there(talk: Talk) -> None:
    await talk.add("Light bulbs")
    reply = await talk.say("add light bulbs if it's not there already")
    assert reply.text == "**Light bulbs** is on your list already, so I added nothing."
    assert await talk.titles() == ["Light bulbs"]


async def test_markdown_in_a_title_stays_text(talk: Talk) -> None:
    reply = await talk.say("add learn **kwargs and {braces}")
    assert reply.task["title"] == "learn **kwargs and {braces}"
    assert reply.text == "Added **learn ∗∗kwargs and {braces}**."
