"""What selects several tasks by description is asked about first, and done only for a yes that comes in time."""

import pytest

from agent.talk import Reply, Talk
from fixtures.clients import SettableClock


@pytest.fixture
async def asked(talk: Talk) -> Reply:
    for title in ("Soap", "Milk", "Rent", "Taxes"):
        await talk.add(title)
    return await talk.say("delete everything")


async def test_it_shows_exactly_which_and_does_nothing_yet(talk: Talk, asked: Reply) -> None:
    assert asked.approval == ["Soap", "Milk", "Rent", "Taxes"]
    assert (asked.text, asked.receipts) == ("Delete these 4 tasks?", [])
    assert len(await talk.tasks()) == 4


@pytest.mark.parametrize(
    ("answer", "text", "left"),
    [
        ("yes", "Deleted **Soap**, **Milk**, **Rent** and **Taxes**.", []),
        ("yes please", "Deleted **Soap**, **Milk**, **Rent** and **Taxes**.", []),
        ("all except the milk", "Deleted **Soap**, **Rent** and **Taxes**. **Milk** stays as it is.", ["Milk"]),
        ("yes but not the rent", "Deleted **Soap**, **Milk** and **Taxes**. **Rent** stays as it is.", ["Rent"]),
        ("only the first two", "Deleted **Soap** and **Milk**. **Rent** and **Taxes** stay as they are.", [2, 3]),
        ("just the rent", "Deleted **Rent**. The other 3 stay as they are.", ["Soap", "Milk", "Taxes"]),
        ("no", "All right, nothing was changed.", [0, 1, 2, 3]),
        ("never mind", "All right, nothing was changed.", [0, 1, 2, 3]),
    ],
)
async def test_answer(talk: Talk, asked: Reply, answer: str, text: str, left: list[str | int]) -> None:
    assert (await talk.say(answer)).text == text
    assert await talk.titles() == [asked.approval[kept] if isinstance(kept, int) else kept for kept in left]


async def test_a_list_in_between_keeps_the_question_and_its_numbers(talk: Talk, asked: Reply) -> None:
    await talk.add("Unasked")
    assert (await talk.say("show my tasks")).total == 5
    await talk.say("only the first two")
    assert await talk.titles() == ["Rent", "Taxes", "Unasked"]


async def test_by_button_but_for_some(talk: Talk, asked: Reply) -> None:
    reply = await talk.approve(asked, leaving=asked.waiting[:1])
    assert reply.text == "Deleted **Milk**, **Rent** and **Taxes**. **Soap** stays as it is."
    assert (await talk.messages())[-2]["text"] == "Yes, all but Soap"


async def test_by_button_but_for_all(talk: Talk, asked: Reply) -> None:
    reply = await talk.approve(asked, leaving=asked.waiting)
    assert (reply.text, reply.receipts) == ("All right, nothing was changed.", [])


async def test_refused_by_button(talk: Talk, asked: Reply) -> None:
    assert (await talk.reject(asked)).text == "All right, nothing was changed."
    assert (await lapsed(talk, asked)) == "approval_lapsed"


async def lapsed(talk: Talk, asked: Reply) -> str:
    answer = await talk.client.post(f"/api/turns/{asked.turn_id}/approve", json={})
    assert answer.status_code == 409
    return str(answer.json()["code"])


@pytest.mark.parametrize("between", ["add eggs", "soap is done", "undo", "delete all tasks about milk", "no"])
async def test_the_next_act_ends_it(talk: Talk, asked: Reply, between: str) -> None:
    await talk.say("add glue")
    asked = await talk.say("delete everything")
    await talk.say(between)
    assert (await lapsed(talk, asked)) == "approval_lapsed"


@pytest.mark.parametrize("between", ["show my tasks", "help", "hello", "how many tasks do I have?"])
async def test_looking_does_not_end_it(talk: Talk, asked: Reply, between: str) -> None:
    await talk.say(between)
    assert len((await talk.say("yes")).receipts) == 4


async def test_ten_minutes_end_it(talk: Talk, asked: Reply, now: SettableClock) -> None:
    now.advance(minutes=10)
    reply = await talk.say("yes")
    assert reply.text == "That question has lapsed, so nothing was changed. Say it again, and I ask again."
    assert (await lapsed(talk, asked)) == "approval_lapsed"
    assert len(await talk.tasks()) == 4


async def test_a_moment_before_it_counts(talk: Talk, asked: Reply, now: SettableClock) -> None:
    now.advance(minutes=9, seconds=59)
    assert len((await talk.say("yes")).receipts) == 4


async def test_a_second_yes_does_nothing(talk: Talk, asked: Reply) -> None:
    await talk.say("yes")
    assert (await lapsed(talk, asked)) == "approval_lapsed"
    reply = await talk.say("yes")
    assert (reply.receipts, reply.text) == ([], "Nothing is waiting for an answer just now, so nothing was changed.")


async def test_from_another_tab(talk: Talk, asked: Reply) -> None:
    tab = talk.anew()
    assert (await tab.say("yes")).receipts == []  # another conversation asked nothing
    assert len((await talk.approve(asked)).receipts) == 4


async def test_what_changed_meanwhile_is_said_and_the_rest_is_done(talk: Talk) -> None:
    soap, milk = await talk.add("Soap"), await talk.add("Milk")
    await talk.add("Rent")
    await talk.say("mark everything as done")
    await talk.client.delete(f"/api/tasks/{soap['id']}")
    await talk.client.post(f"/api/tasks/{milk['id']}/complete", json={})
    reply = await talk.say("yes")
    assert reply.done == ["complete Rent"]
    assert reply.text == "“Soap” is in the trash. Restore it first. **Milk** was done already. **Rent** is done."


async def test_what_is_so_already_is_not_asked_about(talk: Talk, asked: Reply) -> None:
    await talk.say("show my tasks")
    await talk.say("the second one is done")
    assert (await talk.say("mark all of them as done")).approval == ["Soap", "Rent", "Taxes"]


async def test_a_change_of_many_is_said_as_it_would_be(talk: Talk) -> None:
    await talk.add("Soap", due="2026-11-20")
    await talk.add("Milk", due="2026-11-21")
    asked = await talk.say("move all overdue tasks to tomorrow")
    assert asked.text == "Make these 2 tasks due tomorrow (Tue 24 Nov)?"
    assert (await talk.say("yes")).text == "**Soap** and **Milk** are now due tomorrow (Tue 24 Nov)."


async def test_nothing_fits(talk: Talk) -> None:
    reply = await talk.say("delete all finished tasks")
    assert (reply.text, reply.approval) == ("You have no finished tasks that I could delete.", [])


async def test_more_than_two_hundred_are_not_taken_at_once(talk: Talk) -> None:
    for start in range(0, 201, 67):
        await talk.say("add these tasks: " + ", ".join(f"b{number}" for number in range(start, min(start + 67, 201))))
    reply = await talk.say("delete everything")
    assert reply.approval == []
    assert reply.text == "That would be 201 tasks; I change at most 200 at a time. Narrow it down, by a list or a date."
