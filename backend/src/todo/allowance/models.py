"""What a person chose to be answered by, and what they have used of it, a row a day."""

from sqlalchemy import BigInteger, Column, Date, ForeignKey, String, Table, Uuid

from todo.kit.columns import metadata

model_choices = Table(
    "model_choices",
    metadata,
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("mode", String(7), nullable=False, comment="auto, offline or model"),
)

model_use = Table(
    "model_use",
    metadata,
    Column("user_id", Uuid, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True, comment="of the person's time zone"),
    Column("tokens", BigInteger, nullable=False),
)
