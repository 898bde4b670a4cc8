"""The tables of tasks and lists."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, SmallInteger, String, Table, Text, Uuid

from todo.kit.columns import UtcDateTime, Words, metadata

NO_DUE = "9999-99-99"
"""What `due_key` holds for a task without a due date: it sorts after every date, and is indexed like one."""

# Byte order, whatever the server's locale: "2026-11-24" comes before "2026-11-24T09:00".
_DueKey = String(16).with_variant(String(16, collation="C"), "postgresql")

lists = Table(
    "lists",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("name", String(100), nullable=False),
    Column("name_key", String(100), nullable=False, comment="the name, case-folded"),
    Column("position", Float(53), nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("deleted_at", UtcDateTime),
)
Index(
    "uq_lists_user_id_name_key",
    lists.c.user_id,
    lists.c.name_key,
    unique=True,
    sqlite_where=lists.c.deleted_at.is_(None),
    postgresql_where=lists.c.deleted_at.is_(None),
)

tasks = Table(
    "tasks",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("list_id", Uuid, ForeignKey("lists.id", ondelete="SET NULL")),
    Column("title", String(255), nullable=False),
    Column("description", Text),
    Column("status", String(4), nullable=False),
    Column("due_key", _DueKey, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("late_at", UtcDateTime, comment="the instant from which it is overdue"),
    Column("repeat", String(500)),
    Column("priority", SmallInteger, nullable=False, comment="0 none, 1 low, 2 medium, 3 high"),
    Column("tags", Words, nullable=False),
    Column("position", Float(53), nullable=False),
    Column("version", Integer, nullable=False),
    Column("source", String(80), nullable=False),
    Column("search", Text, nullable=False, comment="title and description, case-folded"),
    Column("follows_id", Uuid, comment="the completed occurrence that this one comes after"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("completed_at", UtcDateTime),
    Column("deleted_at", UtcDateTime),
    Index("ix_tasks_open_created", "user_id", "deleted_at", "status", "created_at", "id"),
    Index("ix_tasks_open_due", "user_id", "deleted_at", "status", "due_key", "id"),
    Index("ix_tasks_open_position", "user_id", "deleted_at", "status", "position", "id"),
    Index("ix_tasks_list", "list_id"),
    Index("ix_tasks_follows", "follows_id"),
)
