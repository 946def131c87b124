"""All formats that a chronicle can be exported to, in one tuple: a new one is a file with a function and a line here.

The command line, the HTTP interface and the pages take them from here; formats of single reports stand in
`cronistoria.export.exporters`.
"""

from collections.abc import Callable, Iterator

import msgspec

from cronistoria.errors import InputError
from cronistoria.export.calendar import to_calendar
from cronistoria.export.csv import to_csv
from cronistoria.export.dossier_html import to_html_dossier
from cronistoria.export.dossier_markdown import to_markdown_dossier
from cronistoria.export.dossier_word import to_word_dossier
from cronistoria.export.edition import Edition
from cronistoria.export.excel import to_excel
from cronistoria.export.graph import to_graph
from cronistoria.export.json_lines import to_json_lines
from cronistoria.export.linked_data import to_linked_data
from cronistoria.export.parquet import to_parquet
from cronistoria.export.polecat import to_polecat
from cronistoria.export.tables import TABLES, Table, table_named
from cronistoria.export.timeline import to_timeline

WHOLE = "entries"
_ONE = tuple(table.name for table in TABLES)


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A format: its name, the suffix of its files, its media type (RFC 6838), and what makes the chunks of a file.

    Of ``write`` and ``write_table`` one is there; a format with the latter holds one table a file. ``binary``: it is
    nothing for a terminal.
    """

    name: str
    suffix: str
    media_type: str
    write: Callable[[Edition], Iterator[bytes]] | None = None
    write_table: Callable[[Edition, Table], Iterator[bytes]] | None = None
    binary: bool = False

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that it can hold one of; the first where none is named."""
        return _ONE if self.write_table else ()

    def chunks(self, edition: Edition, table: str | None = None) -> Iterator[bytes]:
        """A file, piece by piece. Raises `InputError` for a table that is none or that the format does not know."""
        if self.write_table is not None:
            return self.write_table(edition, table_named(table or WHOLE))
        if table is not None:
            raise InputError(f"format '{self.name}' has no tables; expected {', '.join(_with_tables())}")
        assert self.write is not None
        return self.write(edition)


CATALOGUE = (
    Format(name="csv", suffix=".csv", media_type="text/csv; charset=utf-8", write_table=to_csv),
    Format(
        name="xlsx", suffix=".xlsx", write=to_excel, binary=True,
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    Format(name="jsonl", suffix=".jsonl", media_type="application/jsonl", write_table=to_json_lines),
    Format(
        name="parquet", suffix=".parquet", media_type="application/vnd.apache.parquet", write_table=to_parquet,
        binary=True,
    ),
    Format(name="jsonld", suffix=".jsonld", media_type="application/ld+json", write=to_linked_data),
    Format(name="graphml", suffix=".graphml", media_type="application/graphml+xml", write=to_graph),
    Format(name="ics", suffix=".ics", media_type="text/calendar; charset=utf-8", write=to_calendar),
    Format(name="timeline", suffix=".json", media_type="application/json", write=to_timeline),
    Format(name="polecat", suffix=".tsv", media_type="text/tab-separated-values; charset=utf-8", write=to_polecat),
    Format(name="markdown", suffix=".md", media_type="text/markdown; charset=utf-8", write=to_markdown_dossier),
    Format(name="html", suffix=".html", media_type="text/html; charset=utf-8", write=to_html_dossier),
    Format(
        name="docx", suffix=".docx", write=to_word_dossier, binary=True,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
)  # fmt: skip


def format_named(name: str) -> Format:
    """The format of a name. Raises `InputError` for one that is none."""
    for format_ in CATALOGUE:
        if format_.name == name:
            return format_
    raise InputError(f"format '{name}': expected {', '.join(format_.name for format_ in CATALOGUE)}")


def _with_tables() -> list[str]:
    return [format_.name for format_ in CATALOGUE if format_.write_table]
