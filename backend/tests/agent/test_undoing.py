"""Undo takes back what this conversation did, turn by turn; redo brings it back, until something new is done."""

from agent.talk import Talk


async def test_one_turn_of_several_acts_is_one_undo(talk: Talk) -> None:
    report = await talk.add("Report", due="2026-11-24T10:00")
    await talk.add("Milk")
    await talk.say("add eggs, complete milk and move the report to friday")
    reply = await talk.say("undo that")
    assert reply.text == (
        "Undone: **eggs** is gone again; **Milk** is open again; **Report** is due tomorrow 10:00 (Tue 24 Nov) again."
    )
    assert await talk.titles() == ["Report", "Milk"]
    assert (await talk.tasks())[0]["due"] == report["due"]


async def test_said_again_it_goes_further_back_and_redo_forward(talk: Talk) -> None:
    for title in ("plum", "fig", "pear"):
        await talk.say(f"add {title}")
    assert (await talk.say("undo")).text == "Undone: **pear** is gone again."
    assert (await talk.say("undo")).text == "Undone: **fig** is gone again."
    assert (await talk.say("redo")).text == "Redone: **fig** is back."
    assert (await talk.say("redo")).text == "Redone: **pear** is back."
    assert (await talk.say("redo")).text == "There is nothing to redo since the last change."
    assert await talk.titles() == ["plum", "fig", "pear"]


async def test_a_new_act_ends_redo(talk: Talk) -> None:
    await talk.say("add plum")
    await talk.say("undo")
    await talk.say("add fig")
    assert (await talk.say("redo")).receipts == []
    assert await talk.titles() == ["fig"]


async def test_a_repeating_completion(talk: Talk) -> None:
    await talk.add("Water the basil", due="2026-11-23", repeat="FREQ=WEEKLY;BYDAY=MO")
    done = await talk.say("I watered the basil")
    assert done.text == "**Water the basil** is done. The next one is due Mon 30 Nov."
    assert [task["due"] for task in await talk.tasks()] == ["2026-11-30"]
    undone = await talk.say("undo")
    assert undone.text == "Undone: **Water the basil** is open again; **Water the basil** (the next one) is gone again."
    assert [task["due"] for task in await talk.tasks()] == ["2026-11-23"]


async def test_nothing_anywhere(talk: Talk) -> None:
    assert (await talk.say("undo")).text == "There is nothing to undo."


async def test_with_no_act_here_it_names_the_newest_change_elsewhere_and_asks(talk: Talk) -> None:
    await talk.add("Milk")
    asked = await talk.say("undo")
    assert asked.text == (
        "There is nothing to undo in this conversation. The newest change elsewhere: **Milk** was added by hand. "
        "Undo that?"
    )
    assert await talk.titles() == ["Milk"]
    assert (await talk.say("yes")).text == "Undone: **Milk** is gone again."
    assert (await talk.say("redo")).text == "Redone: **Milk** is back."


async def test_the_change_elsewhere_can_be_left(talk: Talk) -> None:
    await talk.say("add milk")
    other = talk.anew()
    assert "in another conversation" in (await other.say("undo")).text
    assert (await other.say("no")).text == "All right, nothing was changed."
    assert await talk.titles() == ["milk"]


async def test_undo_keeps_to_its_conversation(talk: Talk) -> None:
    await talk.say("add milk")
    await talk.anew().say("add eggs")
    assert (await talk.say("undo")).text == "Undone: **milk** is gone again."


async def test_what_was_changed_since_is_not_overwritten(talk: Talk) -> None:
    await talk.say("add milk")
    (task,) = await talk.tasks()
    await talk.client.patch(f"/api/tasks/{task['id']}", json={"title": "oat milk"})
    reply = await talk.say("undo")
    assert reply.text.startswith("“oat milk” was changed again since.")
    assert (reply.receipts, await talk.titles()) == ([], ["oat milk"])


async def test_receipts_say_later_that_they_are_undone(talk: Talk) -> None:
    await talk.say("add milk")
    await talk.say("undo")
    marks = [event["data"]["undone"] for message in await talk.messages() for event in message["events"]]
    assert marks == [True, False]
    await talk.say("redo")
    marks = [event["data"]["undone"] for message in await talk.messages() for event in message["events"]]
    assert marks[0] is False
