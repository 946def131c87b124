"""The JSON contract and its schema."""

from importlib import resources

import pytest

from cronistoria.errors import DataError
from cronistoria.model.codec import SCHEMA_FILE, format_schema, report_from_json, report_schema


def test_the_shipped_schema_is_the_one_the_types_make() -> None:
    shipped = resources.files("cronistoria.model").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")
    assert shipped == format_schema(), "run `make schema`"


def test_the_schema_requires_every_property() -> None:
    for name, definition in report_schema()["$defs"].items():
        assert set(definition.get("required", ())) == set(definition.get("properties", ())), name


def test_json_that_breaks_the_contract_is_named() -> None:
    with pytest.raises(DataError, match="report: "):
        report_from_json('{"schema": "cronistoria.report/1"}')
