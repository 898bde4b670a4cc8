"""apps for one list

Revision: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TABLES = ("oauth_grants", "oauth_codes")


def upgrade() -> None:
    for name in _TABLES:
        with op.batch_alter_table(name) as table:
            table.add_column(sa.Column("list_id", sa.Uuid(), nullable=True, comment="null is all"))
            table.create_foreign_key(op.f(f"fk_{name}_list_id"), "lists", ["list_id"], ["id"], ondelete="CASCADE")
            table.create_index(op.f(f"ix_{name}_list_id"), ["list_id"])


def downgrade() -> None:
    for name in _TABLES:
        with op.batch_alter_table(name) as table:
            table.drop_index(op.f(f"ix_{name}_list_id"))
            table.drop_constraint(op.f(f"fk_{name}_list_id"), type_="foreignkey")
            table.drop_column("list_id")
