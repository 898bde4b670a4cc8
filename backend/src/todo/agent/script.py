"""From a plan to calls and words: what the offline model does, action by action, in the order of the sentence."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from todo.agent import answers
from todo.agent.adding import add_all
from todo.agent.changing import change
from todo.agent.journal import Call
from todo.agent.offline import Script
from todo.agent.outcomes import outcome
from todo.agent.scene import Scene
from todo.agent.showing import show
from todo.agent.speech import names
from todo.agent.undoing import undo
from todo.interpreter.context import AskChange, AskDue, AskTitle
from todo.interpreter.plan import (
    Action,
    Add,
    Approve,
    Ask,
    Cancel,
    Chat,
    Complete,
    Delete,
    Help,
    List,
    Plan,
    Redo,
    Reopen,
    Undo,
    Update,
)


def play(plan: Plan, scene: Scene) -> Script:
    """The whole sentence. What needs a yes is only gathered, so that nothing else waits for it."""
    acts = [action for action in plan.actions if isinstance(action, Add | Complete | Reopen | Update | Delete)]
    scene.journal.last = acts[0] if len(acts) == 1 else None
    said = []
    for group in _together(plan.actions):
        said.append((yield from _act(group, scene, sure=plan.sure)))  # noqa: PERF401 - a comprehension cannot yield
    return " ".join(filter(None, said))


def approved(calls: list[Call], scene: Scene) -> Script:
    """What was said yes to."""
    if not calls:
        yield from ()
        return answers.CANCELLED
    results = yield calls
    return " ".join([outcome(results, scene.now), *_left(scene)])


def _left(scene: Scene) -> Iterator[str]:
    """What was asked about and left out."""
    if len(scene.left_out) > 2:
        yield f"The other {len(scene.left_out)} stay as they are."
    elif scene.left_out:
        yield f"{names(scene.left_out)} {'stays as it is' if len(scene.left_out) == 1 else 'stay as they are'}."


def _together(actions: Sequence[Action]) -> Iterator[Sequence[Action]]:
    """Each action alone, but neighbouring additions together."""
    for is_add, group in groupby(actions, lambda action: isinstance(action, Add)):
        found = list(group)
        yield from [found] if is_add else [[action] for action in found]


def _act(group: Sequence[Action], scene: Scene, *, sure: bool) -> Script:
    yield from ()
    match group[0]:
        case Add():
            return (yield from add_all([action for action in group if isinstance(action, Add)], scene))
        case List() as action:
            return (yield from show(action, scene))
        case Undo() | Redo() as action:
            return (yield from undo(action, scene))
        case Help(topic):
            return answers.help_with(topic)
        case Chat(kind):
            return answers.small_talk(kind if sure else "unclear", scene.now)
        case Ask(question, draft, about):
            if isinstance(draft, Update):
                scene.ask(AskChange(draft))
            elif draft is not None:
                scene.ask(AskDue(draft) if about == "due" else AskTitle(draft))
            return question
        case Cancel():
            return answers.CANCELLED if scene.asked else answers.NOTHING_REFUSED
        case Approve():
            return answers.LAPSED if scene.lapsed else answers.NOTHING_ASKED
        case action:
            return (yield from change(action, scene))
