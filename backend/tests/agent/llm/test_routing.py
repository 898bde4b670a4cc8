"""Who answers: by the setting, the person's choice, what the interpreter is sure of, and what may be used."""

from agent.llm.conftest import MODEL, TalkTo
from agent.talk import Reply, Talk
from standin import Standin

UNSURE = "so what do you make of all this, in the end"


def by(reply: Reply) -> str:
    return str(reply.of("done")[0]["model"])


async def choose(talk: Talk, choice: str | None) -> None:
    (await talk.client.put("/api/models", json={"choice": choice})).raise_for_status()


async def test_what_the_interpreter_is_sure_of_never_leaves_the_server(auto: Talk, model: Standin) -> None:
    for message in ("add milk", "what is due today?", "milk is done", "undo", "help"):
        assert by(await auto.say(message)) == "offline"
    assert model.requests == []


async def test_what_it_is_not_sure_of_goes_to_the_model(auto: Talk, model: Standin) -> None:
    model.say("A lot.")
    reply = await auto.say(UNSURE)
    assert (by(reply), reply.text) == (MODEL, "A lot.")


async def test_a_short_answer_to_the_models_question_goes_to_the_model(auto: Talk, model: Standin) -> None:
    model.say("Shall I put milk on your list?")
    await auto.say(UNSURE)
    model.call("add_task", title="Buy milk")
    model.say("Added “Buy milk”.")
    reply = await auto.say("yes")
    assert by(reply) == MODEL
    assert reply.done == ["add Buy milk"]


async def test_a_yes_to_the_interpreters_question_stays_there(auto: Talk, model: Standin) -> None:
    await auto.say("add milk, eggs and bread")
    asked = await auto.say("delete everything")
    assert len(asked.approval) == 3
    assert by(await auto.say("yes")) == "offline"
    assert await auto.titles() == []
    assert model.requests == []


async def test_a_person_may_have_no_model(auto: Talk, model: Standin) -> None:
    await choose(auto, "offline")
    assert by(await auto.say(UNSURE)) == "offline"
    assert model.requests == []


async def test_a_person_may_have_only_the_model_and_go_back(auto: Talk, model: Standin) -> None:
    await choose(auto, "model")
    model.call("add_task", title="milk")
    model.say("Added “milk”.")
    assert by(await auto.say("add milk")) == MODEL
    await choose(auto, None)
    assert by(await auto.say("add eggs")) == "offline"


async def test_when_the_days_allowance_is_used_up_the_interpreter_answers(talk_to: TalkTo, model: Standin) -> None:
    auto = await talk_to(chat_mode="auto", llm_tokens_per_day=10)
    model.say("A lot.")
    assert by(await auto.say(UNSURE)) == MODEL
    reply = await auto.say(UNSURE)
    assert by(reply) == "offline"
    assert reply.text.startswith("Today's allowance for the model is used up, so I answer by my built-in rules")
    assert len(model.requests) == 1
    found = (await auto.client.get("/api/models")).json()["model"]
    assert found["tokens_used_today"] > found["tokens_per_day"] == 10


async def test_the_settings_tell_who_answers(auto: Talk) -> None:
    found = (await auto.client.get("/api/models")).json()
    assert (found["choice"], found["default"]) == (None, "auto")
    assert (found["model"]["name"], found["model"]["status"]) == (MODEL, "answering")
    await choose(auto, "offline")
    assert (await auto.client.get("/api/models")).json()["choice"] == "offline"


async def test_a_choice_that_there_is_not_is_refused(auto: Talk) -> None:
    assert (await auto.client.put("/api/models", json={"choice": "oracle"})).status_code == 422
