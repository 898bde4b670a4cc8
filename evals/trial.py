"""Playing one conversation once, and what came of it."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta

from evals.application import Application
from evals.conversation import ByHand, Conversation, StartingTask, Turn, Who, numbered
from evals.ending import compare, unchanged
from evals.person import Person, Unplayable
from evals.reply import Reply
from evals.scoring import Score, judge_turn


@dataclass(frozen=True, slots=True)
class Said:
    """One turn as it was played. `expected` and `asked`: whether a question was due, and whether one came; None when
    either is fine."""

    person: str
    assistant: str
    expected: bool | None
    asked: bool
    tools: int
    tokens: int
    seconds: float
    model: str | None


@dataclass(slots=True)
class Trial:
    conversation: Conversation
    score: Score = field(default_factory=Score)
    turns: list[Said] = field(default_factory=list)


async def play(conversation: Conversation, application: Application) -> Trial:
    """One trial, with people who are new to the app."""
    trial = Trial(conversation)
    clock = application.clock
    clock.now = conversation.start - _longest(conversation)
    async with AsyncExitStack() as stack:
        people: dict[Who, Person] = {
            "me": Person(await stack.enter_async_context(application.sign_up(conversation.zone)))
        }
        if conversation.other:
            people["other"] = Person(await stack.enter_async_context(application.sign_up(conversation.zone)))
        await _settle(people["me"], conversation.tasks, application, conversation)
        if conversation.other:
            await _settle(people["other"], conversation.other, application, conversation)
        clock.now = conversation.start
        before = {who: await person.tasks() for who, person in people.items()}
        ids = {task["title"]: task["id"] for tasks in before.values() for task in tasks}
        for number, turn in enumerate(conversation.turns, 1):
            clock.now += turn.wait or timedelta()
            await _play_turn(number, turn, people[turn.by], ids, trial)
        difference = compare(conversation, before["me"], await people["me"].tasks())
        trial.score.end += difference.end
        trial.score.collateral += difference.collateral
        if conversation.other and not any(turn.by == "other" for turn in conversation.turns):
            changed = unchanged(before["other"], await people["other"].tasks())
            trial.score.collateral += [f"another person's {reason}" for reason in changed]
    return trial


async def _settle(
    person: Person, tasks: tuple[StartingTask, ...], application: Application, conversation: Conversation
) -> None:
    for task in tasks:
        finished = conversation.start - (task.finished or timedelta())
        application.clock.now = conversation.start - task.added if task.added else finished
        made = await person.add(task)
        if task.finished is not None:
            application.clock.now = finished
            for each in made:
                await person.complete(each)


async def _play_turn(number: int, turn: Turn, person: Person, ids: dict[str, str], trial: Trial) -> None:
    if turn.by_hand is not None:
        missing = await _by_hand(turn.by_hand, person)
        trial.score.said += [f"turn {number} could not be played: there is no “{title}”" for title in missing]
        return
    for message in numbered(turn.say or "", turn.times):
        words = _with_ids(message, ids)
        try:
            reply = await _act(turn, words, person)
        except Unplayable as reason:
            trial.score.said.append(f"turn {number} could not be played: {reason}")
            return
        judge_turn(number, turn, reply, trial.conversation, trial.score)
        trial.turns.append(_said(turn, words, reply))


async def _act(turn: Turn, words: str, person: Person) -> Reply:
    if turn.say is not None:
        return await person.say(turn.thread, words)
    if turn.pick is not None:
        return await person.pick(turn.thread, turn.pick)
    if turn.approve is not None:
        return await person.approve(turn.thread, turn.approve.except_)
    return await (person.reject(turn.thread) if turn.reject else person.again(turn.thread))


async def _by_hand(act: ByHand, person: Person) -> list[str]:
    """Returns the titles of tasks that should have been there, and were not."""
    there = {task["title"]: task for task in await person.tasks()}
    wanted = [title for title in (act.complete, act.delete, *act.rename) if title]
    missing = [title for title in wanted if title not in there]
    if missing:
        return missing
    if act.add:
        await person.add(act.add)
    if act.complete:
        await person.complete(there[act.complete])
    if act.delete:
        await person.delete(there[act.delete])
    for old, new in act.rename.items():
        await person.rename(there[old], new)
    return []


def _said(turn: Turn, words: str, reply: Reply) -> Said:
    expected = {"yes": True, "no": False, "either": None, None: False}[turn.asks]
    person = words or ("(button)" if turn.pick is None else f"(choice {turn.pick})")
    return Said(
        person=person,
        assistant=reply.visible,
        expected=None if turn.refused else expected,
        asked=reply.asks,
        tools=len(reply.of("tool")),
        tokens=reply.tokens,
        seconds=reply.seconds,
        model=reply.last("done").get("model"),
    )


def _with_ids(message: str, ids: dict[str, str]) -> str:
    """`{id:Title}` is the id of the task of that title, whoever's it is."""
    for title, task_id in ids.items():
        message = message.replace(f"{{id:{title}}}", task_id)
    return message


def _longest(conversation: Conversation) -> timedelta:
    ago = [span for task in (*conversation.tasks, *conversation.other) for span in (task.added, task.finished) if span]
    return max(ago, default=timedelta())
