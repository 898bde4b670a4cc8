"""The tables of accounts. Whatever belongs to a person refers to `users` ON DELETE CASCADE and goes with them."""

from sqlalchemy import Column, ForeignKey, LargeBinary, String, Table, Uuid

from todo.kit.columns import UtcDateTime, metadata

users = Table(
    "users",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("email", String(254), nullable=False, unique=True, comment="normalised"),
    Column("name", String(100)),
    Column("password_hash", String(200), nullable=False, comment="Argon2id, PHC string format"),
    Column("time_zone", String(64), nullable=False, comment="IANA name"),
    Column("locale", String(35), nullable=False, comment="BCP 47 tag"),
    Column("created_at", UtcDateTime, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("token_hash", LargeBinary(32), nullable=False, unique=True, comment="SHA-256"),
    Column("user_agent", String(300)),
    Column("created_at", UtcDateTime, nullable=False),
    Column("last_seen_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
)

access_tokens = Table(
    "access_tokens",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", String(100), nullable=False),
    Column("token_hash", LargeBinary(32), nullable=False, unique=True, comment="SHA-256"),
    Column("scopes", String(100), nullable=False, comment="separated by spaces, as in RFC 6749 section 3.3"),
    # Goes with its list: without one it would be for all of them.
    Column("list_id", Uuid, ForeignKey("lists.id", ondelete="CASCADE"), index=True, comment="null is all"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime),
    Column("last_used_at", UtcDateTime),
)
