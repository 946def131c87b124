"""Which report is a later version of another, and what a file is instead of a report."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """To this version."""
    text = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    op.add_column("files", sa.Column("kind", text))
    op.create_table(
        "versions",
        sa.Column("document", text, nullable=False),
        sa.Column("replaced_by", text, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["reports.document"], name="fk_versions_document", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["replaced_by"], ["reports.document"], name="fk_versions_replaced_by", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", name="pk_versions"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_versions_replaced_by", "versions", ["replaced_by"])


def downgrade() -> None:
    """To the version before."""
    op.drop_table("versions")
    op.drop_column("files", "kind")
