"""What ``cronistoria dates`` does with its arguments; imported only when it runs."""

from cronistoria.cli.parsing import read_input
from cronistoria.export.date_list import to_date_json, to_date_table
from cronistoria.export.timeml import to_timeml
from cronistoria.ingest.document import Given
from cronistoria.reader import Dated, Reader


def date_report(name: str, format_name: str, published: str | None, language: str | None) -> str:
    """The time expressions of a report in one of the formats. Raises `InputError`."""
    data, label = read_input(name)
    return write_dates(
        Reader().dates_in_bytes(data, Given(published=published, language=language), name=label), format_name
    )


def write_dates(dated: Dated, format_name: str) -> str:
    """Time expressions as a table, JSON or TimeML."""
    match format_name:
        case "json":
            return to_date_json(dated.expressions)
        case "timeml":
            return to_timeml(dated.document, dated.timexes)
        case _:
            return to_date_table(dated.expressions)
