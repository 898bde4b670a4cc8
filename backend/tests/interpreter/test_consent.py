from collections.abc import Callable

import pytest

from todo.interpreter import Context, Plan, interpret
from todo.interpreter.context import AskApproval, AskWhich, Pending
from todo.interpreter.plan import Approve, Cancel, Chat, Complete, Target

Say = Callable[[str], Plan]


@pytest.mark.parametrize("text", ["yes", "yeah, sure", "ok do it", "go ahead", "Yes please!"])
def test_a_yes_that_nothing_waits_for(say: Say, text: str) -> None:
    assert say(text) == Plan((Approve(),), sure=True)


@pytest.mark.parametrize("text", ["no", "nope", "no, leave it as it is", "neither of them", "don't do it"])
def test_a_no(say: Say, text: str) -> None:
    assert say(text) == Plan((Cancel(),), sure=True)


def test_thanks_is_no_yes(say: Say) -> None:
    assert say("thanks").actions == (Chat("thanks"),)


@pytest.mark.parametrize("text", ["thanks!", "thank you", "ok thanks", "sure?", "ok?", "alright, thank you so much"])
def test_only_an_unmistakable_yes_approves(reply: Callable[[str, Pending], Plan], context: Context, text: str) -> None:
    assert not any(isinstance(action, Approve) for action in reply(text, AskApproval(context.shown)).actions)


@pytest.mark.parametrize("text", ["yes, thanks", "yes please, thank you!", "ok", "sure", "all of them", "do it"])
def test_a_yes_approves(reply: Callable[[str, Pending], Plan], context: Context, text: str) -> None:
    assert reply(text, AskApproval(context.shown)).actions == (Approve(),)


@pytest.mark.parametrize("text", ["neither", "none of those", "no one of them", "no thanks"])
def test_none_of_the_candidates(reply: Callable[[str, Pending], Plan], context: Context, text: str) -> None:
    assert reply(text, AskWhich(Complete(Target(words="x")), context.shown)).actions == (Cancel(),)


def test_yes_to_the_only_candidate(reply: Callable[[str, Pending], Plan], context: Context) -> None:
    pending = AskWhich(Complete(Target(words="x")), context.shown[:1])
    assert reply("yes", pending).actions == (Complete(Target(ids=("1",))),)


def test_a_no_before_an_act_is_not_an_act_of_its_own(context: Context) -> None:
    assert interpret("never mind. delete the second one", context).actions[0] != Cancel()
