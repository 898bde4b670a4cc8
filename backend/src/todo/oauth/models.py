"""The tables of the authorisation server. Of codes and tokens only digests are stored."""

from sqlalchemy import Column, ForeignKey, LargeBinary, String, Table, Uuid

from todo.kit.columns import Json, UtcDateTime, metadata

oauth_clients = Table(
    "oauth_clients",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("name", String(100), nullable=False, comment="as the client calls itself"),
    Column("redirect_uris", Json, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True, comment="moves on while people use it"),
)

oauth_grants = Table(
    "oauth_grants",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("client_id", Uuid, ForeignKey("oauth_clients.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("redirect_uri", String(1000), nullable=False),
    Column("scopes", String(100), nullable=False, comment="separated by spaces, as in RFC 6749 section 3.3"),
    # Goes with its list: without one it would be for all of them.
    Column("list_id", Uuid, ForeignKey("lists.id", ondelete="CASCADE"), index=True, comment="null is all"),
    Column("resource", String(300), nullable=False, comment="what its tokens are for (RFC 8707)"),
    Column("family_hash", LargeBinary(32), nullable=False, unique=True, comment="SHA-256, of all its refresh tokens"),
    Column("refresh_hash", LargeBinary(32), nullable=False, comment="SHA-256, of the newest refresh token's own part"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True, comment="of the newest refresh token"),
    Column("last_used_at", UtcDateTime),
)

oauth_codes = Table(
    "oauth_codes",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("client_id", Uuid, ForeignKey("oauth_clients.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("grant_id", Uuid, ForeignKey("oauth_grants.id", ondelete="CASCADE"), index=True, comment="what it became"),
    Column("redirect_uri", String(1000), nullable=False),
    Column("scopes", String(100), nullable=False),
    Column("list_id", Uuid, ForeignKey("lists.id", ondelete="CASCADE"), index=True, comment="null is all"),
    Column("resource", String(300), nullable=False),
    Column("code_hash", LargeBinary(32), nullable=False, unique=True, comment="SHA-256"),
    Column("challenge", String(43), nullable=False, comment="S256 (RFC 7636)"),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
)

oauth_tokens = Table(
    "oauth_tokens",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("grant_id", Uuid, ForeignKey("oauth_grants.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("token_hash", LargeBinary(32), nullable=False, unique=True, comment="SHA-256"),
    Column("scopes", String(100), nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
)
