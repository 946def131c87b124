"""Everybody as the latest report has them, and keys by which the entries are found that may settle another.

The keys of entries that are there already are made when the chronicle is opened (`cronistoria.build.opening`).
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"

_ACTOR = ("actor", "kind", "name", "country", "role", "wikidata")
_SOME = 500


def upgrade() -> None:
    """To this version."""
    _make_people()
    _make_keys()
    _find_people()


def downgrade() -> None:
    """To the version before."""
    op.drop_table("entry_keys")
    op.drop_table("people")


def _make_people() -> None:
    said = (sa.Column(name, _word(), nullable=name not in _ACTOR[:3]) for name in (*_ACTOR, "document", "starts"))
    columns = {column.name: column for column in said}
    columns["document"].nullable = False
    op.create_table(
        "people", *columns.values(),
        sa.PrimaryKeyConstraint("actor", name="pk_people"),
        _belongs_to("people", "document", "reports"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("ix_people_document", "people", ["document"])


def _make_keys() -> None:
    op.create_table(
        "entry_keys",
        sa.Column("key", _word(), nullable=False), sa.Column("day", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("entry", _word(), nullable=False),
        sa.PrimaryKeyConstraint("key", "day", "entry", name="pk_entry_keys"),
        _belongs_to("entry_keys", "entry", "entries"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("ix_entry_keys_entry", "entry_keys", ["entry"])


def _find_people() -> None:
    connection = op.get_bind()
    named = ", ".join(f"actors.{name}" for name in _ACTOR)
    known = sa.text(
        f"SELECT {named}, reports.document, reports.starts FROM actors JOIN reports USING (document) "
        "WHERE actors.actor = :actor AND actors.document = :document"
    )
    people = sa.table("people", *(sa.column(name) for name in (*_ACTOR, "document", "starts")))
    found = _latest(connection)
    while some := list(islice(found, _SOME)):
        rows = [connection.execute(known, {"actor": a, "document": d}).mappings().one() for a, d in some]
        connection.execute(sa.insert(people), [dict(row) for row in rows])


def _latest(connection: sa.Connection) -> Iterator[tuple[str, str]]:
    """By actor, the latest report that names it."""
    asked = sa.text(
        "SELECT actor, MAX(COALESCE(starts, '') || ' ' || reports.document) AS told "
        "FROM actors JOIN reports USING (document) GROUP BY actor ORDER BY actor"
    )
    return ((row.actor, row.told.rpartition(" ")[2]) for row in connection.execute(asked).all())


def _word() -> Any:
    return sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def _belongs_to(table: str, column: str, owner: str) -> sa.ForeignKeyConstraint:
    name = {"reports": "document", "entries": "entry"}[owner]
    return sa.ForeignKeyConstraint([column], [f"{owner}.{name}"], name=f"fk_{table}_{column}", ondelete="CASCADE")
