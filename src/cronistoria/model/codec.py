"""JSON in and out, and the JSON Schema of a report, both made from the types themselves."""

from typing import Any

import msgspec

from cronistoria.errors import DataError
from cronistoria.model.report import Report

SCHEMA_FILE = "report.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report_from_json(data: bytes | str) -> Report:
    """A report from its JSON. Raises `DataError` naming the place that breaks the contract."""
    try:
        return msgspec.json.decode(data, type=Report)
    except msgspec.DecodeError as error:
        raise DataError(f"report: {error}") from error


def report_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a report; every property is required, a missing value is ``null``."""
    schema = msgspec.json.schema(Report)
    for definition in schema["$defs"].values():
        if "properties" in definition:
            definition["required"] = list(definition["properties"])
    return {"$schema": _DIALECT, "$id": "urn:cronistoria:report:1", **schema}


def format_schema() -> str:
    """The schema as the package ships it in ``model/report.schema.json``."""
    return msgspec.json.format(msgspec.json.encode(report_schema()), indent=2).decode() + "\n"
