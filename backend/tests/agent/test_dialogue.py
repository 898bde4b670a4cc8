"""What a short reply refers to survives being stored; what cannot be read is as good as nothing."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from todo.agent.dialogue import Approval, Dialogue
from todo.agent.journal import Call
from todo.interpreter.context import AskApproval, AskChange, AskTarget, AskTitle, AskUndo, AskWhich, Pending, Shown
from todo.interpreter.plan import Add, Changes, Complete, Delete, Filter, Target, Update
from todo.when import Moment, Period

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MILK, RENT = Shown("1", "Milk"), Shown("2", "Rent", "done")
CHANGES = Changes(
    due=Moment(date(2026, 11, 27), time(9)), date=date(2026, 1, 2), time=time(8), clear=frozenset({"list"})
)


@pytest.mark.parametrize(
    "pending",
    [
        None,
        AskTitle(Add(due=Moment(date(2026, 11, 24)), tags=("a", "b"))),
        AskWhich(Delete(Target(words="milk")), (MILK, RENT)),
        AskTarget(Complete(Target(filter=Filter(period=Period(date(2026, 11, 23), None))))),
        AskChange(Update(Target(ids=("1",)), CHANGES)),
        AskUndo(),
    ],
)
def test_round_trip(pending: Pending | None) -> None:
    dialogue = Dialogue(shown=(MILK, RENT), touched=(RENT,), pending=pending, undo_turn="7")
    assert Dialogue.load(dialogue.dump(), NOW) == dialogue


def waiting(expires_at: datetime) -> Dialogue:
    approval = Approval(
        "9", (Call("delete_task", {"task": "1"}), Call("delete_task", {"task": "2"})), expires_at.isoformat()
    )
    return Dialogue().asking(approval, (MILK, RENT))


def test_an_approval_is_kept_until_it_expires() -> None:
    kept = Dialogue.load(waiting(NOW + timedelta(seconds=1)).dump(), NOW)
    assert kept == waiting(NOW + timedelta(seconds=1))
    assert kept.approval is not None
    assert kept.approval.without(frozenset({"1"})) == [Call("delete_task", {"task": "2"})]


def test_an_expired_approval_is_known_to_have_been() -> None:
    late = Dialogue.load(waiting(NOW).dump(), NOW)
    assert (late.approval, late.lapsed, late.waiting) == (None, True, ())
    assert late.pending == AskApproval((MILK, RENT))


@pytest.mark.parametrize(
    "state",
    [
        {"pending": {"$": "AskSomethingOfTheFuture"}},
        {"shown": [{"$": "Shown", "surprise": 1}]},
        {"approval": {"turn_id": "9", "run": "what an older version kept"}},
    ],
)
def test_what_another_version_kept_is_as_good_as_nothing(state: dict[str, Any]) -> None:
    assert Dialogue.load(state, NOW) == Dialogue()


def test_a_shown_task_is_known_as_it_was_changed_since() -> None:
    before = Dialogue(shown=(MILK, RENT))
    done = Shown("1", "Milk", "done")
    after = before.after(shown=None, touched=(done,), pending=None, undo_turn=None, cancelled=False)
    assert (after.shown, after.known["1"]) == ((done, RENT), done)
