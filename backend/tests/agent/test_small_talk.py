"""Beside the tasks: brief, honest, and never claiming what it cannot do."""

import pytest

from agent.talk import Talk


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("hello", "Hello! What do you need to do?"),
        ("thanks", "You're welcome."),
        ("who are you?", "I'm the assistant of this to-do app: rules about tasks and dates, not a person."),
        ("bye", "Goodbye. Your tasks stay here."),
        ("what time is it?", "It is 10:00 on Monday 23 November 2026."),
    ],
)
async def test_reply(talk: Talk, message: str, text: str) -> None:
    reply = await talk.say(message)
    assert (reply.text, reply.tools) == (text, [])


@pytest.mark.parametrize(
    "message",
    [
        "what's the weather like?",
        "what is the capital of Peru?",
        "play some jazz",
        "what is 12 times 12?",
        "zzz qqq xxx yyy zzz qqq xxx yyy",
        "🎈",
    ],
)
async def test_what_it_cannot_do_it_does_not_claim(talk: Talk, message: str) -> None:
    reply = await talk.say(message)
    assert reply.receipts == []
    assert "“" in reply.text  # says what can be said instead
    assert "done" not in reply.text.split("Try")[0].lower()
    assert await talk.titles() == []


async def test_help_gives_examples(talk: Talk) -> None:
    text = (await talk.say("help")).text
    assert all(example in text for example in ("remind me to call mum tomorrow at 5pm", "undo", "help with dates"))


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("yes", "Nothing is waiting for an answer just now, so nothing was changed."),
        ("no", "All right. To take back the last change, say “undo”."),
        ("never mind", "All right. To take back the last change, say “undo”."),
    ],
)
async def test_an_answer_to_nothing(talk: Talk, message: str, text: str) -> None:
    assert (await talk.say(message)).text == text
