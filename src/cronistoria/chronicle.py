"""A chronicle opened in Python: reports, records and entries as Arrow tables, or one by one as the model's types."""

from pathlib import Path
from types import TracebackType
from typing import Any, Self

from cronistoria.build.keeping import add_report
from cronistoria.build.opening import open_chronicle
from cronistoria.export.arrow import entries_table, records_table, sources_table
from cronistoria.export.catalogue import format_named
from cronistoria.languages.labels import fallback_language
from cronistoria.model.edtf import parse_edtf
from cronistoria.model.query import Query
from cronistoria.model.report import Report
from cronistoria.view.stored_edition import stored_edition

_FIELDS = frozenset(Query.__struct_fields__)
_BOUNDS = {"start": 0, "end": 1}
_SINGLE = ("confidence", "limit", "after")


class Chronicle:
    """What `cronistoria.open` gives; close it, or use it in a ``with`` block.

    Filters are those of `cronistoria.model.query.Query`; ``start`` and ``end`` may be any EDTF date, and both count
    whole: ``start="2022-02", end="2022-03"`` is two months. A single text may stand for a list of one.
    """

    def __init__(self, place: str, *, create: bool = False) -> None:
        self.store = open_chronicle(place, create=create)

    def add(self, report: Report) -> bool:
        """Keeps a report that `cronistoria.read` gave, and merges it; ``False`` if the same text is there already."""
        return add_report(self.store, report)

    def reports(self, **filters: Any) -> Any:
        """A ``pyarrow.Table`` with a row for each report, by date of publication."""
        with self.store.reading() as reader:
            return sources_table(reader.sources(make_query(filters)))

    def records(self, **filters: Any) -> Any:
        """A ``pyarrow.Table`` with a row for each record, by date."""
        with self.store.reading() as reader:
            return records_table(reader.tellings(make_query(filters)))

    def entries(self, *, labels: str | None = None, **filters: Any) -> Any:
        """A ``pyarrow.Table`` with a row for each entry, by date; ``labels`` is the language of titles (English).

        ``actors`` may be names. The status of commitments and appointments is that on the day of the latest report.
        """
        with (
            self.store.reading() as reader,
            stored_edition(reader, make_query(filters), labels or fallback_language()) as edition,
        ):
            return entries_table((told.entry for told in edition.entries()), edition.speaker.actor)

    def export(self, path: str | Path, format_: str, *, table: str | None = None, **asked: Any) -> None:
        """Writes a file in one of the formats of `cronistoria.export.catalogue`; ``labels`` and filters as `entries`.

        Raises `InputError` for a format or a table that is none.
        """
        labels = asked.pop("labels", None) or fallback_language()
        with self.store.reading() as reader, stored_edition(reader, make_query(asked), labels) as edition:
            chunks = format_named(format_).chunks(edition, table)
            with Path(path).open("wb") as file:
                file.writelines(chunks)

    def report(self, document: str) -> Report:
        """A report whole, with its text. Raises `KeyError`."""
        with self.store.reading() as reader:
            return reader.report(document)

    def close(self) -> None:
        """Gives back the store."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def make_query(filters: dict[str, Any]) -> Query:
    """The query of keyword arguments. Raises `TypeError` for one that is no filter, `ValueError` for no date."""
    if unknown := filters.keys() - _FIELDS:
        raise TypeError(f"no such filter: {', '.join(sorted(unknown))}; expected {', '.join(sorted(_FIELDS))}")
    fields = {name: _value(name, value) for name, value in filters.items() if value is not None}
    return Query(**fields)


def _value(name: str, value: Any) -> Any:
    if name in _BOUNDS:
        return parse_edtf(value)[_BOUNDS[name]]
    if name in _SINGLE:
        return value
    return (value,) if isinstance(value, str) else tuple(value)
