"""All tables as sheets of one Excel workbook (Office Open XML): filters on, heads frozen, days as dates, no formulas.

A date that is less than exact stands as EDTF text; text is always text, whatever it begins with. Ids stand last.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

import msgspec

from cronistoria.errors import CronistoriaError
from cronistoria.export.characters import legible
from cronistoria.export.chunks import spooled
from cronistoria.export.csv import written
from cronistoria.export.edition import Edition
from cronistoria.export.rows import COUNT, NUMBER, Row
from cronistoria.export.tables import TABLES, Table
from cronistoria.languages.chronicle import ChronicleLabels

_MOST_ROWS = 1_048_576
_LONGEST = 32_767
_FIRST_YEAR = 1900
_EXACT = frozenset(("day", "hour", "minute"))
_WIDTHS = {"title": 70, "content": 60, "evidence": 60, "condition": 40, "reason": 40, "url": 30}
_WIDTH, _WIDTH_OF_IDS = 16, 12
_IDS = frozenset(
    (
        "entry", "record", "document", "records", "documents", "copies", "copy_of", "actor", "actors", "recipients",
        "first", "second", "speaker", "participants", "audience",
    )
)  # fmt: skip


def to_excel(edition: Edition) -> Iterator[bytes]:
    """The workbook. Raises `CronistoriaError` without xlsxwriter."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise CronistoriaError("Excel files need xlsxwriter: pip install 'cronistoria[data]'") from error

    def write(file: IO[bytes]) -> None:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(file, options) as workbook:
            issued = datetime.combine(edition.issued, datetime.min.time())
            workbook.set_properties({"title": edition.words.headings["chronicle"], "created": issued})
            _fill(workbook, edition)

    return spooled(write)


def _fill(workbook: Any, edition: Edition) -> None:
    """All sheets at once, entry by entry, so that an edition is gone through only once."""
    styles = _Styles(
        head=workbook.add_format({"bold": True, "bottom": 1}),
        day=workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        minute=workbook.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
    )
    sheets = [_Sheet(workbook, table, edition.words, styles) for table in TABLES]
    for told in edition.entries():
        for sheet in sheets:
            if sheet.table.of_entry is not None:
                sheet.write_all(sheet.table.of_entry(edition, told))
    for sheet in sheets:
        if sheet.table.of_all is not None:
            sheet.write_all(sheet.table.of_all(edition))
        sheet.finish()


class _Styles(msgspec.Struct, frozen=True):
    head: Any
    day: Any
    minute: Any


class _Sheet:
    """A table's sheet; one that is full goes on in another."""

    def __init__(self, workbook: Any, table: Table, names: ChronicleLabels, styles: _Styles) -> None:
        self.table = table
        self._columns = sorted(table.columns, key=lambda column: column in _IDS)
        self._workbook, self._names, self._styles = workbook, names, styles
        self._number = 0
        self._open()

    def _open(self) -> None:
        self._number += 1
        name = self._names.tables[self.table.name]
        self._sheet = self._workbook.add_worksheet(name if self._number == 1 else f"{name} {self._number}")
        self._sheet.freeze_panes(1, 0)
        self._row = 0
        for place, column in enumerate(self._columns):
            width = _WIDTH_OF_IDS if column in _IDS else _WIDTHS.get(column, _WIDTH)
            self._sheet.set_column(place, place, width)
            self._sheet.write_string(0, place, self._names.table_columns[column], self._styles.head)

    def write_all(self, rows: Any) -> None:
        """Rows below what is there."""
        for row in rows:
            if self._row + 1 >= _MOST_ROWS:
                self.finish()
                self._open()
            self._row += 1
            for place, column in enumerate(self._columns):
                self._write(place, _value(row, column), self.table.columns[column])

    def finish(self) -> None:
        """Filters over all that was written."""
        self._sheet.autofilter(0, 0, self._row, len(self._columns) - 1)

    def _write(self, place: int, value: Any, kind: str) -> None:
        if value is None or value == []:
            return
        if isinstance(value, datetime) and value.year > _FIRST_YEAR:
            style = self._styles.minute if value.hour or value.minute else self._styles.day
            self._sheet.write_datetime(self._row, place, value, style)
        elif kind in (NUMBER, COUNT):
            self._sheet.write_number(self._row, place, value)
        else:
            text = legible(written(value))
            self._sheet.write_string(self._row, place, text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")


def _value(row: Row, column: str) -> Any:
    """A cell's value; an exact date is a day or a minute of Excel's calendar."""
    exact = column == "date" and row.get("precision") in _EXACT
    return (exact and row.get("start")) or row.get(column)
