"""Who answers a message: the built-in interpreter, or the model."""

from dataclasses import dataclass

from todo.agent.dialogue import Dialogue
from todo.agent.llm.talk import ModelTalk
from todo.agent.reading import Reading
from todo.allowance.service import Allowance, Mode
from todo.interpreter.plan import Add, Approve, Ask, Cancel, Chat, Help, List
from todo.kit.caller import Caller

SPENT = "Today's allowance for the model is used up, so I answer by my built-in rules until tomorrow."


@dataclass(frozen=True, slots=True)
class Route:
    """`talk` is None for the interpreter, and then `notice` may tell why. `falls_back` when the interpreter answers
    what the model fails to."""

    talk: ModelTalk | None = None
    falls_back: bool = True
    notice: str = ""


class Router:
    """Chooses by what the person set, by `default` for the others."""

    def __init__(self, talk: ModelTalk, allowance: Allowance, default: Mode) -> None:
        self._talk = talk
        self._allowance = allowance
        self._default = default

    async def route(self, caller: Caller, reading: Reading, dialogue: Dialogue) -> Route:
        """Who answers this reading of a message."""
        if reading.approved or reading.is_by_button or _answers_a_question(reading, dialogue):
            return Route()
        standing = await self._allowance.standing(caller)
        mode = standing.choice or self._default
        if mode == "offline" or (mode == "auto" and _is_sure(reading, dialogue)):
            return Route()
        if self._allowance.is_spent(standing):
            return Route(notice=SPENT)
        return Route(self._talk, falls_back=mode == "auto")


def _answers_a_question(reading: Reading, dialogue: Dialogue) -> bool:
    """Whether this is the answer to what was asked with buttons: those calls are made as they were shown."""
    if dialogue.pending is None or not reading.plan.sure:
        return False
    return not any(isinstance(action, Add | List | Chat | Help | Ask) for action in reading.plan.actions)


def _is_sure(reading: Reading, dialogue: Dialogue) -> bool:
    """Whether the interpreter knows what is meant. "Yes" to a question of the model's own it cannot know."""
    if not reading.plan.sure:
        return False
    unasked = dialogue.pending is None and dialogue.by_model
    return not (unasked and any(isinstance(action, Approve | Cancel | Ask | Chat) for action in reading.plan.actions))
