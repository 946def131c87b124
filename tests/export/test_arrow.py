"""Arrow tables."""

import sys
from datetime import datetime

import pytest

from cronistoria.errors import CronistoriaError
from cronistoria.export.arrow import entries_table, records_table, sources_table
from cronistoria.export.rows import ENTRY_COLUMNS, RECORD_COLUMNS, SOURCE_COLUMNS
from cronistoria.model.entry import Disagreement, Entry
from cronistoria.model.source import Source, Telling, make_source
from tests.sample import sample_report

REPORT = sample_report()
SOURCE = make_source(REPORT.document)
TELLINGS = [Telling(record=record, source=SOURCE, copies=(Source(document="c"),)) for record in REPORT.records]


def test_a_report_is_a_row() -> None:
    (row,) = sources_table([SOURCE]).to_pylist()
    assert tuple(row) == tuple(SOURCE_COLUMNS)
    assert (row["document"], row["date"], row["end"]) == (REPORT.document.id, "2022-04", datetime(2022, 5, 1))


def test_each_kind_of_record_fills_its_columns() -> None:
    rows = {row["type"] or row["kind"]: row for row in records_table(TELLINGS).to_pylist()}
    assert tuple(rows["call"]) == tuple(RECORD_COLUMNS)
    assert (rows["call"]["duration_minutes"], rows["call"]["duration_bound"]) == (60, "under")
    assert rows["call"]["participants"] == ["person:huber", "person:meier"]
    assert (rows["meeting"]["status"], rows["meeting"]["country"]) == ("scheduled", "CHE")
    assert rows["meeting"]["start"] == datetime(2022, 4, 9)
    assert (rows["statement"]["speaker"], rows["statement"]["content"]) == ("person:meier", "Il dialogo continua")
    assert (rows["threat"]["condition_sense"], rows["threat"]["deadline"]) == ("if", "2022-04-30")
    assert (rows["massed"]["quantity_min"], rows["massed"]["quantity_max"]) == (2000, None)
    assert (rows["massed"]["attribution"], rows["ASSAULT"]["killed_min"]) == (["fonti locali"], None)
    assert {tuple(row["copies"]) for row in rows.values()} == {("c",)}


def test_an_entry_is_a_row_with_its_sources() -> None:
    sources = (Source(document="b", outlet="Post", language="en"), Source(document="a", language="it"))
    entry = Entry(
        id="e", kind="contact", records=("r", "s"), sources=sources, disagreements=(Disagreement("duration", ()),)
    )  # fmt: skip
    (row,) = entries_table([entry]).to_pylist()
    assert tuple(row) == tuple(ENTRY_COLUMNS)
    assert (row["records"], row["documents"], row["outlets"]) == (["r", "s"], ["b", "a"], ["Post"])
    assert (row["languages"], row["disagreements"], row["start"]) == (["en", "it"], ["duration"], None)


def test_nothing_is_a_table_without_rows() -> None:
    assert (entries_table([]).num_rows, entries_table([]).column_names) == (0, list(ENTRY_COLUMNS))


def test_without_pyarrow_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CronistoriaError, match="pip install 'cronistoria"):
        sources_table([])
