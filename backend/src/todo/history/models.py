"""The tables of history: every change as an event, and a counter a person that orders them."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, String, Table, UniqueConstraint, Uuid, false

from todo.kit.columns import Json, UtcDateTime, metadata

feeds = Table(
    "feeds",
    metadata,
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", BigInteger, nullable=False),
)

task_events = Table(
    "task_events",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("seq", BigInteger, nullable=False, comment="order of commit among this person's events"),
    Column("turn_id", Uuid, nullable=False, comment="what is undone together"),
    Column("conversation_id", Uuid, ForeignKey("conversations.id", ondelete="SET NULL")),
    Column("actor", String(80), nullable=False),
    Column("action", String(10), nullable=False),
    Column("entity", String(4), nullable=False),
    Column("entity_id", Uuid, nullable=False),
    Column("before", Json),
    Column("after", Json),
    Column("cause_id", Uuid, comment="the event that brought this one about"),
    Column("undoes_id", Uuid, comment="the event that this one takes back, or brings back"),
    Column("grant_id", Uuid, comment="what let a program do it"),
    Column("undone", Boolean, nullable=False, server_default=false()),
    Column("created_at", UtcDateTime, nullable=False),
    UniqueConstraint("user_id", "seq"),
    Index("ix_task_events_turn", "user_id", "turn_id"),
    Index("ix_task_events_entity", "user_id", "entity_id", "seq"),
    Index("ix_task_events_conversation", "conversation_id", "seq"),
)
_granted = task_events.c.grant_id.is_not(None)
Index(
    "ix_task_events_grant",
    task_events.c.grant_id,
    task_events.c.seq,
    sqlite_where=_granted,
    postgresql_where=_granted,
)
