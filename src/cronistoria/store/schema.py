"""The tables, the same for SQLite and PostgreSQL.

Ids and dates are text, compared byte by byte in both. ``data`` columns hold the JSON of the model's types, whose spans
are kept as offsets into the report's text; the columns beside it are what can be asked for. ``starts`` and ``ends`` are
the bounds of a date, half-open; an open bound is "" or "~", and both are null where there is no date. ``since`` and
``until`` bound where an entry stands in time: without a date, when it was first told.
"""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text
from sqlalchemy.dialects import postgresql

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
}
metadata = MetaData(naming_convention=_NAMES)


def _word() -> Text:
    """Text that sorts by code points whatever the database's locale."""
    return Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def _key(name: str, target: str | None = None) -> Column[str]:
    """A part of a primary key; what refers to a row goes with it."""
    owner = (ForeignKey(target, ondelete="CASCADE"),) if target else ()
    return Column(name, _word(), *owner, primary_key=True, nullable=False)


def _said(name: str) -> Column[str | None]:
    return Column(name, _word())


def _must(name: str) -> Column[str]:
    return Column(name, _word(), nullable=False)


def _link(name: str, first: Column[str], second: Column[str]) -> Table:
    """Pairs, found from either side."""
    index = Index(f"ix_{name}_{second.name}", second.name)
    return Table(name, metadata, first, second, index, sqlite_with_rowid=False)


reports = Table(
    "reports", metadata,
    _key("document"), _must("language"), _said("title"), _said("url"), _said("outlet"),
    _said("starts"), _said("ends"), _said("published"),
    Column("copy_of", _word(), ForeignKey("reports.document", ondelete="SET NULL")),
    Column("similarity", Float),
    _must("text"), _must("data"),
    Index("ix_reports_starts_ends_document", "starts", "ends", "document"), Index("ix_reports_copy_of", "copy_of"),
)  # fmt: skip

actors = Table(
    "actors", metadata,
    _key("document", "reports.document"), _key("actor"),
    _must("kind"), _must("name"), _said("country"), _said("role"), _said("wikidata"),
    Index("ix_actors_actor", "actor"), sqlite_with_rowid=False,
)  # fmt: skip

# everybody as the latest report that names them has them
people = Table(
    "people", metadata,
    _key("actor"), _must("kind"), _must("name"), _said("country"), _said("role"), _said("wikidata"),
    Column("document", _word(), ForeignKey("reports.document", ondelete="CASCADE"), nullable=False), _said("starts"),
    Index("ix_people_document", "document"), sqlite_with_rowid=False,
)  # fmt: skip

problems = Table(
    "problems", metadata,
    _key("document", "reports.document"), Column("position", Integer, primary_key=True, autoincrement=False),
    _must("stage"), _must("message"), Column("start", Integer), Column("end", Integer),
)  # fmt: skip

records = Table(
    "records", metadata,
    _key("record"), Column("document", _word(), ForeignKey("reports.document", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    _must("kind"), _said("type"), _said("starts"), _said("ends"), _said("country"), _said("place"),
    Column("confidence", Float, nullable=False), _must("data"), _must("checksum"),
    Index("ix_records_document_position", "document", "position"),
    Index("ix_records_starts_ends_record", "starts", "ends", "record"),
    Index("ix_records_kind_starts", "kind", "starts"),
)  # fmt: skip

entries = Table(
    "entries", metadata,
    _key("entry"), _must("kind"), _said("type"), _said("status"), _said("starts"), _said("ends"),
    _said("country"), _said("place"), Column("confidence", Float, nullable=False), _must("data"),
    _said("since"), _said("until"),
    Index("ix_entries_since_entry_until", "since", "entry", "until"),
    Index("ix_entries_starts_ends_entry", "starts", "ends", "entry"), Index("ix_entries_kind_starts", "kind", "starts"),
)  # fmt: skip

judgements = Table(
    "judgements", metadata,
    _key("left", "records.record"), _key("right", "records.record"), _must("verdict"), Column("score", Float),
    _must("reasons"), _said("by"),
    Index("ix_judgements_right", "right"), sqlite_with_rowid=False,
)  # fmt: skip

decisions = Table(
    "decisions", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("decision", _word(), nullable=False, unique=True), _must("act"), _must("records"),
    _said("value"), _said("by"), _said("at"), _said("why"), _said("undone_at"), _said("undone_by"),
    sqlite_autoincrement=True,
)  # fmt: skip

files = Table(
    "files", metadata,
    _key("path"), _said("digest"), Column("document", _word(), ForeignKey("reports.document", ondelete="CASCADE")),
    _said("error"), _said("kind"),
    Index("ix_files_document", "document"),
)  # fmt: skip

versions = Table(
    "versions", metadata,
    _key("document", "reports.document"),
    Column("replaced_by", _word(), ForeignKey("reports.document", ondelete="CASCADE"), nullable=False),
    Index("ix_versions_replaced_by", "replaced_by"), sqlite_with_rowid=False,
)  # fmt: skip

# what `store.searching` finds words in: of a record or, without one, of the report alone; the words themselves stand in
# the table `search`, which each database makes in its own way (store/migrations/versions/v0003_search.py)
passages = Table(
    "passages", metadata,
    Column("number", Integer, primary_key=True),
    Column("document", _word(), ForeignKey("reports.document", ondelete="CASCADE"), nullable=False),
    Column("record", _word(), ForeignKey("records.record", ondelete="CASCADE")),
    Column("start", Integer, nullable=False), Column("end", Integer, nullable=False),
    Index("ix_passages_document", "document"), Index("ix_passages_record", "record"),
)  # fmt: skip

notes = Table("notes", metadata, _key("name"), _must("value"))

record_actors = _link("record_actors", _key("record", "records.record"), _key("actor"))
record_keys = _link("record_keys", _key("key"), _key("record", "records.record"))
retellings = _link("retellings", _key("record", "records.record"), _key("document", "reports.document"))
bands = _link("bands", _key("band"), _key("document", "reports.document"))
entry_actors = _link("entry_actors", _key("entry", "entries.entry"), _key("actor"))
# by which entries are found that may settle others (`cronistoria.merge.entry_keys`); days are ordinals
entry_keys = Table(
    "entry_keys", metadata,
    Column("key", _word(), primary_key=True), Column("day", Integer, primary_key=True, autoincrement=False),
    _key("entry", "entries.entry"),
    Index("ix_entry_keys_entry", "entry"), sqlite_with_rowid=False,
)  # fmt: skip
entry_records = Table(
    "entry_records", metadata,
    _key("record", "records.record"),
    Column("entry", _word(), ForeignKey("entries.entry", ondelete="CASCADE"), nullable=False),
    Index("ix_entry_records_entry", "entry"), sqlite_with_rowid=False,
)  # fmt: skip
