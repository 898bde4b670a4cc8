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
    Column("name_key", String(300), nullable=False, comment="the name, case-folded, which may triple its length"),
    Column("position", Float(53), nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("deleted_at", UtcDateTime),
    Index("ix_lists_user_id", "user_id"),
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
    Index("ix_tasks_user_id", "user_id", "deleted_at"),
    Index("ix_tasks_list", "list_id"),
    Index("ix_tasks_follows", "follows_id"),
)

_kept, _trashed = tasks.c.deleted_at.is_(None), tasks.c.deleted_at.is_not(None)
for _order in ("created_at", "due_key", "position", "priority", "completed_at"):
    # One for each order that people page through; partial, since PostgreSQL does not sort by what follows an IS NULL.
    _columns = tasks.c["user_id", "status", _order, "id"]
    Index(f"ix_tasks_{_order}", *_columns, sqlite_where=_kept, postgresql_where=_kept)
Index("ix_tasks_deleted_at", tasks.c.deleted_at, sqlite_where=_trashed, postgresql_where=_trashed)
