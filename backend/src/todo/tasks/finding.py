"""Finding the task that a person, a model or a client names: by id, or by words of its title."""

from collections.abc import Sequence
from dataclasses import dataclass

from todo.kit.caller import Caller
from todo.kit.database import Database
from todo.kit.ids import parse_id
from todo.tasks.matching import Match, match, search_stems
from todo.tasks.record import TaskRecord
from todo.tasks.repository import TaskRepository
from todo.tasks.task import Status, Task

_CANDIDATES = 500
"""As many titles are compared; beyond, the newest count."""
_TITLES = 300


@dataclass(frozen=True, slots=True)
class Found:
    """Exactly one in `tasks` is the task meant; several are candidates; none leaves what is `near`."""

    tasks: tuple[Task, ...]
    near: tuple[Task, ...] = ()


class TaskFinder:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, caller: Caller, words: str, statuses: Sequence[Status]) -> Found:
        """The tasks that `words` (an id, or words of a title) may mean; those of the first status that has any."""
        task_id = parse_id(words)
        async with self._database.read() as connection:
            repository = TaskRepository(connection, caller)
            if task_id is not None:
                record = await repository.get(task_id)
                return Found((record.task(),)) if record and record.deleted_at is None else Found(())
            stems = search_stems(words)
            records = await repository.with_any_word(stems, statuses, _CANDIDATES) if stems else []
            found = _first_status(words, records, statuses)
            if not found.sure:  # a typo hides the words from the database: compare with the newest titles instead
                newest = await repository.with_any_word([], statuses, _CANDIDATES)
                found = _first_status(words, newest, statuses)
        return Found(_tasks(found.sure), _tasks(found.near))

    async def titles(self, caller: Caller) -> tuple[str, ...]:
        """The titles of the newest open tasks, at most 300."""
        async with self._database.read() as connection:
            return await TaskRepository(connection, caller).titles("open", _TITLES)


def _first_status(words: str, records: Sequence[TaskRecord], statuses: Sequence[Status]) -> Match:
    near: tuple[TaskRecord, ...] = ()
    for status in statuses:
        found = match(words, [record for record in records if record.status == status])
        if found.sure:
            return found
        near = near or found.near
    return Match(near=near)


def _tasks(records: Sequence[TaskRecord]) -> tuple[Task, ...]:
    return tuple(record.task() for record in records)
