"""Indices along time hold both bounds of a date: what lies before a day is passed over without opening its rows."""

from alembic import op

revision = "0004"
down_revision = "0003"

_TABLES = (("reports", "document"), ("records", "record"), ("entries", "entry"))


def upgrade() -> None:
    """To this version."""
    for table, identity in _TABLES:
        op.drop_index(f"ix_{table}_starts_{identity}", table)
        op.create_index(f"ix_{table}_starts_ends_{identity}", table, ["starts", "ends", identity])


def downgrade() -> None:
    """To the version before."""
    for table, identity in _TABLES:
        op.drop_index(f"ix_{table}_starts_ends_{identity}", table)
        op.create_index(f"ix_{table}_starts_{identity}", table, ["starts", identity])
