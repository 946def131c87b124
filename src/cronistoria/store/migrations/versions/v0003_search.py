"""Full-text search: passages of the reports, and the index of their words; what is kept already is made findable."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"

_FILE = "CREATE VIRTUAL TABLE search USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')"
_SERVER = (
    "CREATE TABLE search (number integer PRIMARY KEY REFERENCES passages (number) ON DELETE CASCADE, words tsvector)"
)


def upgrade() -> None:
    """To this version."""
    word = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
    op.create_table(
        "passages", sa.Column("number", sa.Integer(), nullable=False), sa.Column("document", word, nullable=False),
        sa.Column("record", word), sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["reports.document"], name="fk_passages_document", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["record"], ["records.record"], name="fk_passages_record", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name="pk_passages"),
    )  # fmt: skip
    for column in ("document", "record"):
        op.create_index(f"ix_passages_{column}", "passages", [column])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(_FILE)
    else:
        op.execute(_SERVER)
        op.execute("CREATE INDEX ix_search_words ON search USING gin (words)")
    _index_what_is_there()


def downgrade() -> None:
    """To the version before."""
    op.drop_table("search")
    op.drop_table("passages")


def _index_what_is_there() -> None:
    from cronistoria.store.searching import index_report
    from cronistoria.store.sql_reader import SqlReader

    connection = op.get_bind()
    reader = SqlReader(connection)
    for document in connection.scalars(sa.text("SELECT document FROM reports ORDER BY document")).all():
        index_report(connection, reader.report(document))
