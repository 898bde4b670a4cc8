"""No claim without a receipt: what a model says it did is held against what was done."""

import pytest

from agent.talk import Talk
from standin import Standin, steps
from todo.agent.llm.claims import claim_of, sentences

CLAIMS = (
    "I've added milk.",
    "I have now added it to your list.",
    "Added **milk** to your list.",
    "Sure! I have successfully marked it as done.",
    "Done!",
    "All set.",
    "OK, moved the report to Friday.",
    "**Milk** was deleted.",
    "Your tasks have been rescheduled.",
    "I'll remind you at 5.",
    "I removed everything.",
    "Alpha is now called Aleph.",
    "I went back and undid that? No: I undid that.",
    "The report is now set to Friday.",
    "It's gone: they are all gone.",
)
NO_CLAIMS = (
    "I haven't added it.",
    "Should I delete it?",
    "Shall I mark it as done?",
    "You have 3 completed tasks.",
    "I'll add it if you tell me the date.",
    "I could not delete it.",
    "No task was added.",
    "Nothing has been changed.",
    "It is due on Friday.",
    "I did not mark it.",
    "You added this on Monday.",
    "None of them were deleted.",
    "I can set a date for it.",
    "You have nothing to do today.",
)


@pytest.mark.parametrize("sentence", CLAIMS)
def test_a_claim_is_seen(sentence: str) -> None:
    assert claim_of(sentence) is not None


@pytest.mark.parametrize("sentence", NO_CLAIMS)
def test_what_claims_nothing_is_let_through(sentence: str) -> None:
    assert claim_of(sentence) is None


def test_a_claim_needs_a_receipt_of_its_kind_and_of_what_it_names() -> None:
    receipt = {"action": "add", "after": {"title": "Buy milk"}}
    claim = claim_of("Added **Buy milk** for you.")
    other = claim_of("Added **Buy milk** and **Buy eggs**.")
    deleted = claim_of("Deleted **Buy milk**.")
    assert claim is not None
    assert other is not None
    assert deleted is not None
    assert claim.is_backed([receipt])
    assert not claim.is_backed([])
    assert not other.is_backed([receipt])
    assert not deleted.is_backed([receipt])


@pytest.mark.parametrize("text", ["One. Two! Three", "At 5.30 p.m. it is.\nNext", "", "…", "“Stop.” he said. "])
def test_sentences_are_the_text(text: str) -> None:
    whole, rest = sentences(text)
    assert "".join(whole) + rest == text


@pytest.mark.parametrize("said", ["Done, I added milk.", "I've added “Milk” to your list. Anything else?"])
async def test_a_claim_without_a_receipt_is_never_shown(talk: Talk, model: Standin, said: str) -> None:
    model.say(said)
    reply = await talk.say("milk for me please, on the list")
    assert "added" not in reply.text.lower()
    assert reply.text.startswith("Nothing was changed. Say again what you want done")
    assert ("Anything else?" in reply.text) == ("Anything else?" in said)
    assert reply.text.strip() == (await talk.messages())[-1]["text"].strip()


async def test_a_claim_in_another_language_is_told_to_be_none(talk: Talk, model: Standin) -> None:
    model.say("C'est fait : le lait a été ajouté.")
    assert (await talk.say("add milk")).text == "C'est fait : le lait a été ajouté. (Nothing was changed.)"
    model.say("Which milk do you mean?")
    assert (await talk.say("add milk")).text == "Which milk do you mean?"


async def test_a_claim_of_more_than_was_done_becomes_what_was_done(talk: Talk, model: Standin) -> None:
    model.call("add_task", title="Buy milk")
    model.say("I added “Buy milk” and “Buy eggs”.")
    reply = await talk.say("milk and eggs for me please, on the list")
    assert reply.done == ["add Buy milk"]
    assert reply.text == "Added **Buy milk**."


async def test_a_claim_before_the_call_waits_for_its_receipt(talk: Talk, model: Standin) -> None:
    model.then(steps.calls(*steps.call("add_task", title="Buy milk").answer.calls, content="I've added “Buy milk”. "))
    model.say("Anything else?")
    reply = await talk.say("milk for me please, on the list")
    assert reply.text == "I've added “Buy milk”. Anything else?"
    order = [event.name for event in reply.events]
    assert order.index("receipt") < order.index("text")


async def test_done_tasks_may_be_described(talk: Talk, model: Standin) -> None:
    task = await talk.add("Buy milk")
    (await talk.client.post(f"/api/tasks/{task['id']}/complete")).raise_for_status()
    model.call("list_tasks", status="done")
    model.say("One task is done: milk was completed today.")
    assert (await talk.say("what have I got behind me")).text == "One task is done: milk was completed today."
