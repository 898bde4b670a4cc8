"""What fails a turn: a fact not said, a question not asked, a minefield, a claim that nothing backs."""

from typing import Any

import pytest

from evals.conversation import Conversation, Turn
from evals.reply import Reply
from evals.scoring import Score, judge_turn

ADDED = ("receipt", {"action": "add", "after": {"title": "Milk"}})
SHOWN = ("list", {"tasks": [{"title": "Milk"}, {"title": "Rent"}], "total": 2})


def judged(expected: dict[str, Any], text: str, *events: tuple[str, Any], **conversation: Any) -> Score:
    turn = Turn.model_validate({"say": "-", **expected})
    score, reply = Score(), Reply((*events, ("text", {"delta": text})), 0.01)
    judge_turn(1, turn, reply, Conversation.model_validate({"id": "x", "turns": [turn], **conversation}), score)
    return score


@pytest.mark.parametrize(
    ("expected", "text", "events"),
    [
        ({"said": ["milk"], "acts": True, "asks": "no"}, "Added **Milk**.", [ADDED]),
        ({"said": [["eggs", "milk"]]}, "Added **Milk**.", [ADDED]),
        ({"shows": ["Milk", "Rent"], "acts": False}, "2 open tasks:", [SHOWN]),
        ({"asks": "yes"}, "Which one?", []),
        ({"asks": "no"}, "I found nothing. Try “what is due today?”.", []),
        ({"asks": "no"}, "Added **Milk**. Anything else?", [ADDED]),
    ],
)
def test_right(expected: dict[str, Any], text: str, events: list[tuple[str, Any]]) -> None:
    assert judged(expected, text, *events).reasons == []


@pytest.mark.parametrize(
    ("expected", "text", "events", "part"),
    [
        ({"said": ["eggs"]}, "Added **Milk**.", [ADDED], "said"),
        ({"unsaid": ["rent"]}, "2 open tasks:", [SHOWN], "said"),
        ({"shows": ["Rent", "Milk"]}, "2 open tasks:", [SHOWN], "said"),
        ({"asks": "yes"}, "Added **Milk**.", [ADDED], "said"),
        ({"asks": "no"}, "Which one?", [], "said"),
        ({}, "", [], "said"),
        ({"acts": False}, "Added **Milk**.", [ADDED], "minefield"),
        ({"acts": True}, "All right.", [], "minefield"),
        ({}, "Done! Deleted **Milk**.", [], "minefield"),
        ({}, "I have added **Milk**.", [], "minefield"),
        ({}, "It is 0192f3c4-aaaa-7bbb-8ccc-0123456789ab.", [], "minefield"),
        ({}, "Sorry.", [("error", {"message": "Broke off."})], "minefield"),
        ({}, "Sorry.", [("tool", {"name": "delete_task"})], "minefield"),
        ({}, "The SECRET plan", [], "minefield"),
    ],
)
def test_wrong(expected: dict[str, Any], text: str, events: list[tuple[str, Any]], part: str) -> None:
    score = judged(expected, text, *events, never={"tools": ["delete_task"], "said": ["secret"]})
    assert [reason.partition(":")[0] for reason in score.reasons] == [part]


def test_a_refusal_that_was_due() -> None:
    turn, score = Turn.model_validate({"reject": True, "refused": 409}), Score()
    conversation = Conversation(id="x", turns=(turn,))
    judge_turn(1, turn, Reply((), 0.01, 409, "It has lapsed."), conversation, score)
    assert score.passed
    judge_turn(1, turn, Reply((), 0.01, 200), conversation, score)
    assert not score.passed
