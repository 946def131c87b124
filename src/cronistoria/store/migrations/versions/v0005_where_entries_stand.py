"""Entries know where they stand in time, so that any part of a chronicle is found without the rest."""

import msgspec
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"

_COLUMNS = ("since", "until")
_INDEX = "ix_entries_since_entry_until"
_SOME = 5_000


def upgrade() -> None:
    """To this version."""
    for name in _COLUMNS:
        op.add_column("entries", sa.Column(name, sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")))
    _place_what_is_there()
    op.create_index(_INDEX, "entries", ["since", "entry", "until"])


def downgrade() -> None:
    """To the version before."""
    op.drop_index(_INDEX, "entries")
    for name in reversed(_COLUMNS):
        op.drop_column("entries", name)


def _place_what_is_there() -> None:
    from cronistoria.model.entry import Entry, entry_stretch

    connection, last = op.get_bind(), ""
    asked = sa.text("SELECT entry, data FROM entries WHERE entry > :last ORDER BY entry LIMIT :some")
    placed = sa.text("UPDATE entries SET since = :since, until = :until WHERE entry = :entry")
    while rows := connection.execute(asked, {"last": last, "some": _SOME}).all():
        found = {row.entry: entry_stretch(msgspec.json.decode(row.data, type=Entry)) for row in rows}
        connection.execute(placed, [{"since": s, "until": u, "entry": entry} for entry, (s, u) in found.items()])
        last = rows[-1].entry
