"""The first tables: reports, records, entries, what is thought of them, and where they came from."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None

_TABLES = (
    "notes", "files", "bands", "decisions", "judgements", "entry_records", "entry_actors", "entries", "retellings",
    "record_keys", "record_actors", "records", "problems", "actors", "reports",
)  # fmt: skip


def upgrade() -> None:
    """To this version."""
    _create_reports()
    _create_records()
    _create_entries()
    _create_thoughts()
    _create_origins()


def downgrade() -> None:
    """To an empty database."""
    for table in _TABLES:
        op.drop_table(table)


def _text(name: str, *, null: bool = True) -> "sa.Column[Any]":
    kind = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=null)


def _number(name: str, *, null: bool = True) -> "sa.Column[Any]":
    return sa.Column(name, sa.Integer(), nullable=null, autoincrement=False)


def _owner(table: str, column: str, target: str, on_delete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    key = {"reports": "document", "records": "record", "entries": "entry"}[target]
    return sa.ForeignKeyConstraint([column], [f"{target}.{key}"], name=f"fk_{table}_{column}", ondelete=on_delete)


def _primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _link(table: str, columns: tuple[str, str], second: str, owners: dict[str, str]) -> None:
    parts = [_text(name, null=False) for name in columns]
    keys = [_owner(table, column, target) for column, target in owners.items()]
    op.create_table(table, *parts, *keys, _primary(table, *columns), sqlite_with_rowid=False)
    _index(table, second)


def _dated() -> tuple["sa.Column[Any]", ...]:
    return _text("starts"), _text("ends")


def _placed() -> tuple["sa.Column[Any]", ...]:
    return _text("country"), _text("place"), sa.Column("confidence", sa.Float(), nullable=False)


def _create_reports() -> None:
    op.create_table(
        "reports", _text("document", null=False), _text("language", null=False), _text("title"), _text("url"),
        _text("outlet"), *_dated(), _text("published"), _text("copy_of"), sa.Column("similarity", sa.Float()),
        _text("text", null=False), _text("data", null=False),
        _owner("reports", "copy_of", "reports", "SET NULL"), _primary("reports", "document"),
    )  # fmt: skip
    _index("reports", "starts", "document")
    _index("reports", "copy_of")
    op.create_table(
        "actors", _text("document", null=False), _text("actor", null=False), _text("kind", null=False),
        _text("name", null=False), _text("country"), _text("role"), _text("wikidata"),
        _owner("actors", "document", "reports"), _primary("actors", "document", "actor"), sqlite_with_rowid=False,
    )  # fmt: skip
    _index("actors", "actor")
    op.create_table(
        "problems", _text("document", null=False), _number("position", null=False), _text("stage", null=False),
        _text("message", null=False), _number("start"), _number("end"),
        _owner("problems", "document", "reports"), _primary("problems", "document", "position"),
    )  # fmt: skip


def _create_records() -> None:
    op.create_table(
        "records", _text("record", null=False), _text("document", null=False), _number("position", null=False),
        _text("kind", null=False), _text("type"), *_dated(), *_placed(),
        _text("data", null=False), _text("checksum", null=False),
        _owner("records", "document", "reports"), _primary("records", "record"),
    )  # fmt: skip
    for columns in (("document", "position"), ("starts", "record"), ("kind", "starts")):
        _index("records", *columns)
    _link("record_actors", ("record", "actor"), "actor", {"record": "records"})
    _link("record_keys", ("key", "record"), "record", {"record": "records"})
    _link("retellings", ("record", "document"), "document", {"record": "records", "document": "reports"})


def _create_entries() -> None:
    op.create_table(
        "entries", _text("entry", null=False), _text("kind", null=False), _text("type"), _text("status"), *_dated(),
        *_placed(), _text("data", null=False), _primary("entries", "entry"),
    )  # fmt: skip
    for columns in (("starts", "entry"), ("kind", "starts")):
        _index("entries", *columns)
    _link("entry_actors", ("entry", "actor"), "actor", {"entry": "entries"})
    op.create_table(
        "entry_records", _text("record", null=False), _text("entry", null=False),
        _owner("entry_records", "record", "records"), _owner("entry_records", "entry", "entries"),
        _primary("entry_records", "record"), sqlite_with_rowid=False,
    )  # fmt: skip
    _index("entry_records", "entry")


def _create_thoughts() -> None:
    op.create_table(
        "judgements", _text("left", null=False), _text("right", null=False), _text("verdict", null=False),
        sa.Column("score", sa.Float()), _text("reasons", null=False), _text("by"),
        _owner("judgements", "left", "records"), _owner("judgements", "right", "records"),
        _primary("judgements", "left", "right"), sqlite_with_rowid=False,
    )  # fmt: skip
    _index("judgements", "right")
    op.create_table(
        "decisions", sa.Column("number", sa.Integer(), autoincrement=True), _text("decision", null=False),
        _text("act", null=False), _text("records", null=False),
        *(_text(name) for name in ("value", "by", "at", "why", "undone_at", "undone_by")),
        _primary("decisions", "number"), sa.UniqueConstraint("decision", name="uq_decisions_decision"),
        sqlite_autoincrement=True,
    )  # fmt: skip


def _create_origins() -> None:
    op.create_table(
        "files", _text("path", null=False), _text("digest"), _text("document"), _text("error"),
        _owner("files", "document", "reports"), _primary("files", "path"),
    )  # fmt: skip
    _index("files", "document")
    _link("bands", ("band", "document"), "document", {"document": "reports"})
    op.create_table("notes", _text("name", null=False), _text("value", null=False), _primary("notes", "name"))
