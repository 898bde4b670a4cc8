"""Whatever a model does wrong, the person is told what happened, and nothing is half done."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from agent.llm.conftest import TalkTo
from agent.talk import Talk
from standin import Standin, Step, ToolCall, steps

FAILURES = {
    "wrong key": (steps.fail(401), "refused our key"),
    "forbidden": (steps.fail(403), "refused our key"),
    "no such model": (steps.fail(404), "is not to be found"),
    "not understood": (steps.fail(400), "did not take our question"),
    "busy for long": (steps.fail(429, retry_after=60), "has too much to do just now"),
    "server error": (steps.fail(500), "has a problem of its own"),
    "proxy page": (steps.proxy_page(502), "has a problem of its own"),
    "html with status 200": (steps.proxy_page(200), "gave an empty answer"),
    "cut at once": (steps.say("Hello there").cut(after=0), "broke off"),
    "cut in the arguments": (steps.call("add_task", title="A long title here").cut(after=2), "broke off"),
    "garbled": (steps.say("Hello there").garbled(after=0), "gave an answer that cannot be read"),
    "error in the stream": (steps.say("Hello there").broken_off(after=0), "broke off"),
    "empty": (steps.say(""), "gave an empty answer"),
    "for ever": (steps.call("list_tasks"), "went round in circles"),
    "hangs": (steps.silence(), "took too long to answer"),
    "stalls": (steps.say("Hello there my friend").stalled(after=0), "took too long to answer"),
}
failures = pytest.mark.parametrize(("step", "words"), FAILURES.values(), ids=list(FAILURES))


@failures
async def test_the_interpreter_answers_in_its_place_and_says_so(
    talk_to: TalkTo, model: Standin, step: Step, words: str
) -> None:
    auto = await talk_to(chat_mode="auto", llm_timeout_seconds=1)
    await auto.add("Buy milk")
    model.script.otherwise = step
    reply = await auto.say("so what about that whole milk thing, I wonder")
    assert reply.text.startswith(f"The model {words}, so I answer by my built-in rules. ")
    assert len(reply.text) > len(words) + 60
    assert reply.receipts == []
    assert reply.error is None
    assert reply.of("done")[0]["model"] == "offline"


@failures
async def test_without_the_interpreter_the_error_says_what_to_do(
    talk_to: TalkTo, model: Standin, step: Step, words: str
) -> None:
    talk = await talk_to(llm_timeout_seconds=1)
    model.script.otherwise = step
    reply = await talk.say("please put milk on my list")
    (error,) = reply.of("error")
    assert error["code"] == "model_unavailable"
    assert error["message"].startswith(f"The model {words}. Nothing was changed. Try again in a moment, or choose ")
    assert await talk.titles() == []
    model.script.otherwise = steps.say("Hello again.")
    assert (await talk.say("are you back")).text == "Hello again."


async def test_a_passing_failure_is_tried_again(talk: Talk, model: Standin) -> None:
    model.fail(503)
    model.fail(429, retry_after=0.1)
    model.say("Here I am.")
    assert (await talk.say("are you there")).text == "Here I am."
    assert len(model.requests) == 3


async def test_a_short_wait_that_is_asked_for_as_a_date_is_kept(talk: Talk, model: Standin) -> None:
    model.fail(429, retry_after=datetime.now(UTC) + timedelta(seconds=1))
    model.say("Here I am.")
    assert (await talk.say("are you there")).text == "Here I am."


async def test_after_three_tries_it_is_over(talk: Talk, model: Standin) -> None:
    model.script.otherwise = steps.fail(503)
    assert (await talk.say("are you there")).error == "model_unavailable"
    assert len(model.requests) == 3


async def test_text_that_was_shown_is_never_followed_by_another_answer(auto: Talk, model: Standin) -> None:
    model.then(steps.say("Let me think about this. Well, I would say that you should").cut(after=9))
    reply = await auto.say("how do I get my life together")
    assert reply.text.startswith("Let me think about this.")
    assert "built-in rules" not in reply.text
    (error,) = reply.of("error")
    assert error["message"] == "The model broke off. What has a receipt was done; say the rest again."


async def test_what_was_done_before_it_broke_off_is_told_and_not_done_twice(auto: Talk, model: Standin) -> None:
    model.call("add_task", title="Buy milk")
    model.then(*[steps.fail(500)] * 3)
    reply = await auto.say("hmm, milk, and whatever else there is to think of")
    assert reply.done == ["add Buy milk"]
    assert reply.text == "Added **Buy milk**."
    assert reply.error == "model_unavailable"
    assert await auto.titles() == ["Buy milk"]
    assert (await auto.say("undo")).error is None
    assert await auto.titles() == []


async def test_a_tool_that_does_not_exist_is_told_to_the_model(talk: Talk, model: Standin) -> None:
    model.call("drop_database", name="all")
    model.say("I cannot do that.")
    reply = await talk.say("please drop my database")
    assert (reply.text, reply.tools) == ("I cannot do that. (Nothing was changed.)", [])


async def test_arguments_that_are_no_json_change_nothing(talk: Talk, model: Standin) -> None:
    model.then(steps.calls(ToolCall("add_task", '{"title": "Buy')))
    model.call("add_task", title="Buy milk")
    model.say("Added “Buy milk”.")
    reply = await talk.say("milk for me please, on the list")
    assert reply.done == ["add Buy milk"]


async def test_arguments_of_the_wrong_type_change_nothing(talk: Talk, model: Standin) -> None:
    model.call("add_task", title={"a": 1}, tags="none")
    model.say("That did not work.")
    reply = await talk.say("milk for me please, on the list")
    assert reply.receipts == []
    assert "Refused" in str(model.requests[-1].messages[-1]) or "title" in str(model.requests[-1].messages[-1])


async def test_a_very_long_answer_ends(talk: Talk, model: Standin) -> None:
    model.say("This goes on. " * 5_000)
    reply = await talk.say("tell me everything")
    assert 5_000 < len(reply.text) < 7_000


async def test_an_answer_cut_for_its_length_is_shown(talk: Talk, model: Standin) -> None:
    model.then(steps.say("First of all, you", "length"))
    assert (await talk.say("tell me everything")).text == "First of all, you"


async def test_the_person_can_stop_a_model_that_is_slow(talk: Talk, model: Standin) -> None:
    model.then(steps.silence())
    saying = asyncio.create_task(talk.say("are you there"))
    while not model.requests:  # noqa: ASYNC110 - there is no event of a request's coming
        await asyncio.sleep(0.01)
    app_turn = (await talk.client.get("/api/conversations")).json()["items"][0]["id"]
    messages = (await talk.client.get(f"/api/conversations/{app_turn}/messages")).json()["items"]
    assert (await talk.client.post(f"/api/turns/{messages[-1]['turn_id']}/stop")).status_code == 202
    reply = await saying
    assert reply.receipts == []
    async with asyncio.timeout(10):
        await model.requests[0].left.wait()
    model.say("Here I am.")
    assert (await talk.say("are you there")).text == "Here I am."


async def test_a_model_that_keeps_failing_is_left_alone_for_a_while(talk: Talk, model: Standin) -> None:
    model.script.otherwise = steps.fail(401)
    for _ in range(5):
        assert "refused our key" in (await talk.say("are you there")).of("error")[0]["message"]
    asked = len(model.requests)
    reply = await talk.say("are you there")
    assert "rests for a moment" in reply.of("error")[0]["message"]
    assert len(model.requests) == asked
