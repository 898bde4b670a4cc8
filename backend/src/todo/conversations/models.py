"""The tables of conversations. An assistant's message is its turn: it is there, running, before the answer is."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, String, Table, Text, UniqueConstraint, Uuid, false

from todo.kit.columns import Json, UtcDateTime, metadata

conversations = Table(
    "conversations",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("title", String(100), nullable=False),
    Column("state", Json, comment="what a short reply such as “the second one” refers to"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Index("ix_conversations_newest", "user_id", "updated_at", "id"),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("conversation_id", Uuid, ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False),
    Column("turn_id", Uuid, nullable=False),
    Column("role", String(9), nullable=False),
    Column("text", Text, nullable=False),
    Column("search", Text, nullable=False, comment="the text, case-folded"),
    Column("status", String(7), nullable=False),
    Column("stop", Boolean, nullable=False, server_default=false(), comment="the person asked to stop this turn"),
    Column("model", String(100)),
    Column("seconds", Float),
    Column("events", Json, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False, comment="of a running turn: its last sign of life"),
    Index("ix_messages_conversation", "conversation_id", "id"),
    UniqueConstraint("user_id", "turn_id", "role"),
    Index("ix_messages_user", "user_id"),
)
_running = messages.c.status == "running"
Index(
    "uq_messages_running",
    messages.c.conversation_id,
    unique=True,
    sqlite_where=_running,
    postgresql_where=_running,
)
