"""Coded lines as tables."""

import io
import json
from typing import get_args

import pytest

from cronistoria.cli.code import CODE_FORMATS, COLUMN_LAYOUTS
from cronistoria.export.coded import CODED_FORMATS, ICEWS, PLAIN, Layout, coded_columns
from cronistoria.export.polecat import COLUMNS as POLECAT
from cronistoria.model.coded import Coded

ROW = Coded(
    line=2, event="REJECT", mode="meet", context=("diplomatic", "economic"), cameo="125", root="REJECT", score=-2.0,
    quad="VERBAL CONFLICT", status="asserted", confidence=0.85, rule="coding.125.meet", kind="relation",
    actor="=Oslo", actor_id="NOR", actor_country="NOR", recipient="Bonn", trigger="meet", text="Oslo\tmet\nnobody.",
)  # fmt: skip
NOTHING = Coded(line=3, text="Rain.")


def table(layout: Layout) -> tuple[list[str], list[list[str]]]:
    lines = b"".join(CODED_FORMATS["tsv"]([ROW, NOTHING], layout)).decode().splitlines()
    return lines[0].split("\t"), [line.split("\t") for line in lines[1:]]


@pytest.mark.parametrize(
    ("layout", "first", "cells"),
    [
        ("plain", tuple(PLAIN), {"event": "REJECT", "context": "diplomatic;economic", "actor": "'=Oslo"}),
        ("polecat", POLECAT, {"Event Type": "REJECT", "Intensity": "-2.0", "Actor Country": "NOR", "cameo": "125"}),
        ("icews", ICEWS, {"CAMEO Code": "125", "Source Name": "'=Oslo", "Target Name": "Bonn", "root": "REJECT"}),
    ],
)  # fmt: skip
def test_the_columns_of_a_layout_come_first(layout: Layout, first: tuple[str, ...], cells: dict[str, str]) -> None:
    head, (row, empty) = table(layout)
    assert tuple(head[: len(first)]) == first
    assert len(row) == len(empty) == len(head) == len(set(head))
    assert {name: row[head.index(name)] for name in cells} == cells
    assert row[head.index("text")] == "Oslo met nobody."


def test_the_command_knows_the_formats_and_layouts() -> None:
    assert tuple(CODED_FORMATS) == CODE_FORMATS
    assert get_args(Layout) == COLUMN_LAYOUTS


def test_what_is_unknown_is_empty_or_null() -> None:
    head, (_, empty) = table("plain")
    assert {name: cell for name, cell in zip(head, empty, strict=True) if cell} == {"line": "3", "text": "Rain."}
    (found,) = (json.loads(line) for line in CODED_FORMATS["jsonl"]([NOTHING], "plain"))
    assert list(found) == list(PLAIN) and found["event"] is None


def test_parquet_has_the_same_columns() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    found = parquet.read_table(io.BytesIO(b"".join(CODED_FORMATS["parquet"]([ROW], "icews"))))
    assert found.column_names == list(coded_columns("icews"))
    assert found.to_pylist()[0]["CAMEO Code"] == "125"
