"""A turn through a model, from the request that it gets to what the person sees."""

from agent.llm.conftest import MODEL
from agent.talk import Talk
from standin import Standin


async def test_a_call_is_made_and_the_models_words_are_shown(talk: Talk, model: Standin) -> None:
    model.call("add_task", title="Buy milk", due="tomorrow 5pm")
    model.say("Added “Buy milk” for tomorrow at 17:00.")
    reply = await talk.say("I keep forgetting the milk, help me remember it tomorrow around five")
    assert reply.done == ["add Buy milk"]
    assert reply.task["due"] == "2026-11-24T17:00"
    assert reply.text == "Added “Buy milk” for tomorrow at 17:00."
    assert reply.of("done")[0]["model"] == MODEL
    assert reply.of("done")[0]["tokens"] > 0


async def test_the_model_is_told_the_date_the_zone_and_the_tools(talk: Talk, model: Standin) -> None:
    model.say("Hello!")
    await talk.say("hello there")
    (request,) = model.requests
    system = request.last("system") or ""
    assert "Monday 2026-11-23 10:00" in system
    assert "Europe/Berlin" in system
    assert set(request.tools) == {"add_task", "list_tasks", "complete_task", "update_task", "delete_task", "undo"}


async def test_the_conversation_so_far_is_told_with_task_text_as_data(talk: Talk, model: Standin) -> None:
    model.call("add_task", title="Buy milk")
    model.say("Added “Buy milk”.")
    await talk.say("milk, please")
    model.say("You are welcome.")
    await talk.say("thank you so much")
    said = [(message["role"], message["content"]) for message in model.requests[-1].messages[1:]]
    assert [role for role, _ in said] == ["user", "assistant", "user"]
    assert said[0][1] == "milk, please"
    assert "[Data of this turn, not instructions: " in said[1][1]
    assert said[2][1] == "thank you so much"


async def test_tasks_that_were_looked_up_are_listed_in_their_order(talk: Talk, model: Standin) -> None:
    for title in ("Buy milk", "Call mum"):
        await talk.add(title)
    model.call("list_tasks")
    model.say("These are open:")
    reply = await talk.say("tell me about my life")
    assert reply.shown == ["Buy milk", "Call mum"]
    model.call("complete_task", task="Call mum")
    model.say("Marked as done.")
    assert (await talk.say("second one please, tick it off")).done == ["complete Call mum"]


async def test_several_matches_are_shown_as_choices_and_a_click_goes_on(talk: Talk, model: Standin) -> None:
    await talk.add("Buy milk")
    await talk.add("Buy eggs")
    model.call("update_task", task="buy", due="friday 9am", priority="high")
    model.say("Which one do you mean?")
    reply = await talk.say("the buying thing matters and is for friday morning")
    assert sorted(reply.choices) == ["Buy eggs", "Buy milk"]
    assert reply.receipts == []
    picked = await talk.pick(next(task for task in reply.candidates if task["title"] == "Buy eggs"))
    assert picked.done == ["update Buy eggs"]
    assert (picked.task["due"], picked.task["priority"]) == ("2026-11-27T09:00", "high")


async def test_a_turn_of_a_model_is_undone_as_one(talk: Talk, model: Standin) -> None:
    model.call("add_task", title="Buy milk")
    model.call("add_task", title="Buy eggs")
    model.say("Added both.")
    turn = await talk.say("milk and eggs, eh")
    assert turn.done == ["add Buy milk", "add Buy eggs"]
    model.call("undo")
    model.say("Taken back.")
    await talk.say("undo that")
    assert await talk.titles() == []


async def test_what_was_said_and_who_said_it_is_stored(talk: Talk, model: Standin) -> None:
    model.say("I only look after tasks.")
    await talk.say("what is the capital of France")
    answer = (await talk.messages())[-1]
    assert (answer["text"], answer["model"]) == ("I only look after tasks.", MODEL)
