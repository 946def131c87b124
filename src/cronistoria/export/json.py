"""The record contract's JSON, readable, and as one line a report."""

from cronistoria.export.style import Style
from cronistoria.model.report import Report


def to_json(report: Report, style: Style) -> str:
    """The report as indented JSON; ends with a newline."""
    return report.to_json() + "\n"


def to_json_line(report: Report, style: Style) -> str:
    """The report as JSON on one line; ends with a newline."""
    return report.to_json(indent=None) + "\n"
