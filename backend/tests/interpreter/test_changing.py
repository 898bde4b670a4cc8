import datetime as dt
from collections.abc import Callable

import pytest

from todo.interpreter import Context, Plan, interpret
from todo.interpreter.plan import Changes, Target, Update
from todo.when import Moment

Say = Callable[[str], Plan]
FRIDAY = dt.date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("move the poster to friday", Changes(date=FRIDAY)),
        ("change the poster task to 5pm", Changes(time=dt.time(17))),
        ("reschedule the poster for friday at 9am", Changes(due=Moment(FRIDAY, dt.time(9)))),
        ("push the poster back by an hour", Changes(due_shift="an hour later")),
        ("snooze the poster for 20 minutes", Changes(due_shift="20 minutes later")),
        ("bring the poster forward by 2 days", Changes(due_shift="2 days earlier")),
        ("make the poster high priority", Changes(priority="high")),
        ("set the priority of the poster to low", Changes(priority="low")),
        ("rename the poster to the big print", Changes(title="the big print")),
        ("move the poster to the studio list", Changes(list="studio")),
        ("tag the poster with art", Changes(add_tags=("art",))),
        ("remove the tag art from the poster", Changes(remove_tags=("art",))),
        ("remove the due date from the poster", Changes(clear=frozenset({"due"}))),
        ("add a note to the poster task: matte paper", Changes(note="matte paper")),
        ("change the description of the poster to matte paper", Changes(description="matte paper")),
        ("the poster task should be moved to friday", Changes(date=FRIDAY)),
        ("change the poster reminder from thursday to friday", Changes(date=FRIDAY)),
        ("move the poster to friday instead of thursday", Changes(date=FRIDAY)),
        ("bring the poster forward to friday", Changes(date=FRIDAY)),
        ("they moved the poster to friday", Changes(date=FRIDAY)),
        ("make the poster repeat every friday instead", Changes(rrule="FREQ=WEEKLY;BYDAY=FR")),
        ("make poster due friday", Changes(date=FRIDAY)),
        ("move the poster to another day", Changes()),
    ],
)
def test_what_changes(say: Say, text: str, changes: Changes) -> None:
    (action,) = say(text).actions
    assert isinstance(action, Update)
    assert action.changes == changes
    assert action.target.words == "poster"


@pytest.mark.parametrize(
    ("text", "words", "changes"),
    [
        ("make renew insurance high priority", "renew insurance", Changes(priority="high")),
        ("move call the bank to friday", "call the bank", Changes(date=FRIDAY)),
        ("the flight to Malta was moved to friday", "flight to Malta", Changes(date=FRIDAY)),
    ],
)
def test_a_day_or_a_priority_is_of_tasks_whatever_they_are_about(
    say: Say, text: str, words: str, changes: Changes
) -> None:
    assert say(text).actions == (Update(Target(words=words), changes),)


def test_everything_on_a_list_is_moved_to_a_day(context: Context) -> None:
    (action,) = interpret("move everything on my work list to friday", context).actions
    assert isinstance(action, Update)
    assert (action.target.bulk, action.target.list, action.changes) == (True, "work", Changes(date=FRIDAY))


def test_another_list_is_asked_for(say: Say) -> None:
    assert say("move the poster to another list").actions == (Update(Target(words="poster"), field="list"),)


def test_what_cannot_be_made_is_moved(say: Say) -> None:
    plan = say("i can't make squash with Ravi tomorrow, could you shift it to friday same time?")
    assert plan.actions == (Update(Target(words="squash with Ravi"), Changes(date=FRIDAY)),)


def test_quoted_titles_on_both_sides(say: Say) -> None:
    assert say('rename "wax to floor" to "wax to skis"').actions == (
        Update(Target(words="wax to floor"), Changes(title="wax to skis")),
    )


def test_a_time_that_has_passed_today_stays_in_the_morning(say: Say) -> None:
    (action,) = say("change the poster task to 9:30").actions
    assert isinstance(action, Update)
    assert action.changes == Changes(time=dt.time(9, 30))


@pytest.mark.parametrize("text", ["no, friday", "make it friday", "actually friday", "i meant friday"])
def test_a_correction_is_of_what_was_just_done(context: Context, text: str) -> None:
    assert interpret(text, context).actions == (Update(Target(ids=("1",)), Changes(date=FRIDAY)),)


def test_without_a_new_value_the_agent_is_to_ask(say: Say) -> None:
    assert say("change my poster reminder").actions == (Update(Target(words="poster")),)


@pytest.mark.parametrize("text", ["change your voice", "move 20 euros to my savings account", "turn the lights to red"])
def test_other_things_are_not_changed(say: Say, text: str) -> None:
    assert not any(isinstance(action, Update) for action in say(text).actions)
