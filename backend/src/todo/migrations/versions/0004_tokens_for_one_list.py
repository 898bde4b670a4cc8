"""tokens for one list

Revision: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("access_tokens") as table:
        table.add_column(sa.Column("list_id", sa.Uuid(), nullable=True, comment="null is all"))
        table.create_foreign_key(op.f("fk_access_tokens_list_id"), "lists", ["list_id"], ["id"], ondelete="CASCADE")
        table.create_index(op.f("ix_access_tokens_list_id"), ["list_id"])
    op.add_column("task_events", sa.Column("grant_id", sa.Uuid(), nullable=True, comment="what let a program do it"))
    op.create_index(
        "ix_task_events_grant",
        "task_events",
        ["grant_id", "seq"],
        sqlite_where=sa.text("grant_id IS NOT NULL"),
        postgresql_where=sa.text("grant_id IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_task_events_grant", "task_events")
    op.drop_column("task_events", "grant_id")
    with op.batch_alter_table("access_tokens") as table:
        table.drop_index(op.f("ix_access_tokens_list_id"))
        table.drop_constraint(op.f("fk_access_tokens_list_id"), type_="foreignkey")
        table.drop_column("list_id")
