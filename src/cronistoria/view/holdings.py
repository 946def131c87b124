"""What a store holds, as pages: its totals, its problems, its faults; headings are the names of the fields."""

from collections.abc import Iterable

import msgspec

from cronistoria.model.holdings import Fault, FileProblem, Totals
from cronistoria.view.page import Page, Table

_UNKNOWN = "–"


def totals_page(place: str, totals: Totals) -> Page:
    """How much there is of what."""
    fields = msgspec.structs.asdict(totals)
    plain = tuple((_words(name), f"{value:,}") for name, value in fields.items() if isinstance(value, int))
    tables = [Table(None, ("what", "number"), plain)]
    for name, counts in fields.items():
        if isinstance(counts, dict) and counts:
            rows = tuple((name_ or _UNKNOWN, f"{number:,}") for name_, number in _ordered(name, counts))
            what, _, key = name.partition("_by_")
            tables.append(Table(_words(name), (key, what), rows))
    return Page(place, None, tuple(tables))


def problems_page(place: str, problems: Iterable[FileProblem]) -> Page:
    """What could not be read or interpreted, by file."""
    rows = tuple(
        (", ".join(found.files) or (found.document or _UNKNOWN)[:16], found.problem.stage, *_said(found))
        for found in problems
    )
    return Page(
        place, _many(len(rows), "problem"), (Table(None, ("file", "stage", "place", "words", "message"), rows),)
    )


def faults_page(place: str, faults: Iterable[Fault]) -> Page:
    """What is not as it must be."""
    rows = tuple((fault.check, fault.subject, fault.message) for fault in faults)
    return Page(place, _many(len(rows), "fault"), (Table(None, Fault.__struct_fields__, rows),))


def _said(found: FileProblem) -> tuple[str, str, str]:
    span = found.problem.span
    place = f"{span.start}:{span.end}" if span else ""
    return place, span.text if span else "", found.problem.message


def _ordered(name: str, counts: dict[str, int]) -> list[tuple[str, int]]:
    """Months in order of time, all else by number."""
    items = list(counts.items())
    return items if name.endswith("month") else sorted(items, key=lambda item: (-item[1], item[0]))


def _words(name: str) -> str:
    return name.replace("_", " ")


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"
