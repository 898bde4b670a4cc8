"""A person's choice of model, and their tokens of the day, the same on every replica."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal, cast

from sqlalchemy import Insert, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from todo.allowance.models import model_choices, model_use
from todo.kit.caller import Caller
from todo.kit.clock import Clock
from todo.kit.database import Database

Mode = Literal["auto", "offline", "model"]
"""Who answers: the built-in interpreter when it is sure and a model otherwise, the interpreter alone, a model alone."""

_CHOICE = select(model_choices.c.mode).where(model_choices.c.user_id == bindparam("user_id")).scalar_subquery()
_USED = (
    select(model_use.c.tokens)
    .where(model_use.c.user_id == bindparam("user_id"), model_use.c.day == bindparam("day"))
    .scalar_subquery()
)
_STANDING = select(_CHOICE.label("mode"), _USED.label("tokens"))


@dataclass(frozen=True, slots=True)
class Standing:
    """`choice` is None while a person leaves it to the server; `used` are tokens of today, theirs and the model's."""

    choice: Mode | None
    used: int


class Allowance:
    def __init__(self, database: Database, clock: Clock, tokens_per_day: int) -> None:
        self._database = database
        self._clock = clock
        self._spend, self._choose = _statements(sqlite if database.is_sqlite else postgresql)
        self.tokens_per_day = tokens_per_day
        """The most that a person may use in a day; 0 is no limit."""

    async def standing(self, caller: Caller) -> Standing:
        """What the caller chose, and has used today."""
        async with self._database.read() as connection:
            row = (await connection.execute(_STANDING, {"user_id": caller.user_id, "day": self._today(caller)})).one()
        return Standing(cast("Mode | None", row.mode), row.tokens or 0)

    def is_spent(self, standing: Standing) -> bool:
        """Whether nothing is left of the day's tokens."""
        return 0 < self.tokens_per_day <= standing.used

    async def choose(self, caller: Caller, mode: Mode | None) -> None:
        """Be answered by `mode` from now on; None leaves it to the server."""
        async with self._database.write() as transaction:
            if mode is None:
                await transaction.execute(delete(model_choices).where(model_choices.c.user_id == caller.user_id))
                return
            await transaction.execute(self._choose, {"user_id": caller.user_id, "mode": mode})

    async def spend(self, caller: Caller, tokens: int) -> None:
        """Count tokens as used today."""
        used = {"user_id": caller.user_id, "day": self._today(caller), "tokens": tokens}
        async with self._database.write() as transaction:
            await transaction.execute(self._spend, used)

    async def sweep(self, now: datetime) -> None:
        """Forget what was used on days that have ended everywhere on earth."""
        async with self._database.write() as transaction:
            await transaction.execute(delete(model_use).where(model_use.c.day < (now - timedelta(days=1)).date()))

    def _today(self, caller: Caller) -> date:
        return self._clock().astimezone(caller.zone).date()


def _statements(dialect: Any) -> tuple[Insert, Insert]:
    """Made once, as making them takes longer than running them: to count tokens, and to keep a choice."""
    use, choice = dialect.insert(model_use), dialect.insert(model_choices)
    more = {"tokens": model_use.c.tokens + use.excluded.tokens}
    return (
        use.on_conflict_do_update(index_elements=["user_id", "day"], set_=more),
        choice.on_conflict_do_update(index_elements=["user_id"], set_={"mode": choice.excluded.mode}),
    )
