"""Several tasks match: it asks, shows the candidates, and takes a number, a word, a click, or something else."""

import pytest

from agent.talk import Reply, Talk


@pytest.fixture
async def asked(talk: Talk) -> Reply:
    """Which of three? The candidates are, in this order: the hall, the band, the cook."""
    for title in ("Book the cook", "Book the band", "Book the hall"):
        await talk.add(title)
    return await talk.say("delete book")


async def test_it_asks_and_changes_nothing(talk: Talk, asked: Reply) -> None:
    assert asked.text == "3 tasks match “book”. Which one should I delete?"
    assert asked.choices == ["Book the hall", "Book the band", "Book the cook"]
    assert (asked.receipts, len(await talk.tasks())) == ([], 3)


@pytest.mark.parametrize(
    ("answer", "deleted"),
    [
        ("the first", ["hall"]),
        ("2", ["band"]),
        ("number three", ["cook"]),
        ("the last one", ["cook"]),
        ("the band", ["band"]),
        ("cook", ["cook"]),
        ("the hall one", ["hall"]),
        ("1 and 3", ["hall", "cook"]),
        ("the first two", ["hall", "band"]),
        ("all of them", ["hall", "band", "cook"]),
    ],
)
async def test_answer(talk: Talk, asked: Reply, answer: str, deleted: list[str]) -> None:
    reply = await talk.say(answer)
    assert reply.done == [f"delete Book the {name}" for name in deleted]


async def test_click(talk: Talk, asked: Reply) -> None:
    reply = await talk.pick(asked.candidates[1])
    assert (reply.text, reply.done) == ("Deleted **Book the band**.", ["delete Book the band"])


async def test_a_late_click_does_nothing(talk: Talk, asked: Reply) -> None:
    await talk.say("the first")
    reply = await talk.pick(asked.candidates[1])
    assert (reply.text, reply.receipts) == (
        "That question is closed, so nothing was changed. Say again what you want done.",
        [],
    )


@pytest.mark.parametrize("answer", ["never mind", "cancel", "none of them", "neither"])
async def test_none(talk: Talk, asked: Reply, answer: str) -> None:
    assert (await talk.say(answer)).text == "All right, nothing was changed."
    assert len(await talk.tasks()) == 3


async def test_a_number_there_is_not(talk: Talk, asked: Reply) -> None:
    reply = await talk.say("the fifth one")
    assert (reply.text, reply.receipts) == ("There is no number 5: the last list has 3 tasks.", [])
    assert (await talk.say("the third")).done == ["delete Book the cook"]


async def test_another_act_instead(talk: Talk, asked: Reply) -> None:
    assert (await talk.say("add feed the goat")).done == ["add feed the goat"]


async def test_one_word_more_is_enough(talk: Talk) -> None:
    await talk.add("Book the cook")
    await talk.add("Book the band")
    assert (await talk.say("band is done")).done == ["complete Book the band"]


async def test_the_very_title_wins_over_longer_ones(talk: Talk) -> None:
    await talk.add("Milk")
    await talk.add("Milk for the cat")
    assert (await talk.say("complete milk")).done == ["complete Milk"]


async def test_a_near_miss_is_offered(talk: Talk) -> None:
    await talk.add("Organise the summer party")
    reply = await talk.say("delete the sommer festival")
    assert reply.receipts == []
    assert reply.choices in ([], ["Organise the summer party"])
    assert reply.text.startswith("I found no task matching “")


async def test_a_day_narrows_the_words(talk: Talk) -> None:
    await talk.add("Call Bo", due="2026-11-24")
    await talk.add("Call Mia", due="2026-11-26")
    assert (await talk.say("delete the call tomorrow")).done == ["delete Call Bo"]
