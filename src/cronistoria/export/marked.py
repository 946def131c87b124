"""A report's text with its records marked in it: paragraphs, each beside the records that begin there.

Made for pages, those of a browser's chronicle and the one file of a single report alike. Marks may overlap; each
record and each time expression has a number, and where its words begin is said once.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.export.highlights import Piece, cut
from cronistoria.export.items import Teller
from cronistoria.export.outline import Fact
from cronistoria.model.entry import ENTRY_KINDS
from cronistoria.model.record import Position, Record, Statement
from cronistoria.model.report import Report
from cronistoria.model.span import Span

_LONGEST_TITLE = 200
_ENDS = ".!?…:;»”“’\"')]"
_RECORD, _DATE = "record ", "date "


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Words under the same marks: the kind of the shortest, the records' numbers, those that begin here, a date's."""

    text: str
    kind: str | None = None
    numbers: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    date: int | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A record: its number on the page, its title, who, what it says, where, and how it was found if that was asked."""

    number: int
    record: str
    kind: str
    kind_name: str
    title: str
    who: str
    marks: tuple[str, ...]
    facts: tuple[Fact, ...]
    place: str
    explanation: tuple[str, ...]


class Paragraph(msgspec.Struct, frozen=True):
    """Some lines of the text and the records that begin in them."""

    stretches: tuple[Stretch, ...]
    told: tuple[Told, ...]


class MarkedReport(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a report. ``ids``: records by number; ``kinds``: those found, with their names and how many."""

    language: str
    paragraphs: tuple[Paragraph, ...]
    ids: dict[int, str]
    kinds: tuple[tuple[str, str, int], ...]
    problems: tuple[str, ...]


def mark_report(report: Report, teller: Teller, start: int = 0, end: int | None = None) -> MarkedReport:
    """What is shown of a report between two offsets of its text."""
    text, labels = report.document.text, teller.say.labels
    end = len(text) if end is None else end
    ordered = sorted(report.records, key=lambda record: core_of(record).start)
    shown = {n: r for n, r in enumerate(ordered, 1) if core_of(r).start < end and core_of(r).end > start}
    marks = [(core_of(record), f"{_RECORD}{number}") for number, record in shown.items()]
    marks += [(d.text, f"{_DATE}{number}") for number, d in enumerate(report.dates, 1) if d.text]
    told = {number: _tell(teller, number, record) for number, record in shown.items()}
    counts = [(kind, sum(record.kind == kind for record in shown.values())) for kind in ENTRY_KINDS]
    paragraphs = _paragraphs([_stretch(piece, told) for piece in _at_line_ends(cut(text, marks, start, end))])
    return MarkedReport(
        language=report.document.language,
        paragraphs=tuple(Paragraph(found, tuple(told[n] for s in found for n in s.opens)) for found in paragraphs),
        ids={number: record.id for number, record in shown.items()},
        kinds=tuple((kind, labels.kinds[kind][count != 1], count) for kind, count in counts if count),
        problems=tuple(dict.fromkeys(teller.say.problem(problem.message) for problem in report.problems)),
    )


def core_of(record: Record) -> Span:
    """The words that a record rests on most."""
    return record.content if isinstance(record, Statement | Position) else record.evidence[0]


def _at_line_ends(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, cut again behind each line end."""
    for piece in pieces:
        for number, line in enumerate(piece.text.splitlines(keepends=True) if "\n" in piece.text else (piece.text,)):
            yield Piece(line, piece.marks, () if number else piece.opens)


def _stretch(piece: Piece, told: dict[int, Told]) -> Stretch:
    numbers, opens = _numbered(piece.marks, _RECORD), _numbered(piece.opens, _RECORD)
    dates = _numbered(piece.marks, _DATE)
    return Stretch(
        text=piece.text,
        kind=told[numbers[0]].kind if numbers else None,
        numbers=numbers,
        opens=tuple(sorted(opens)),
        date=dates[0] if dates else None,
    )


def _numbered(marks: tuple[str, ...], name: str) -> tuple[int, ...]:
    return tuple(int(mark.removeprefix(name)) for mark in marks if mark.startswith(name))


def _paragraphs(stretches: Sequence[Stretch]) -> Iterator[tuple[Stretch, ...]]:
    """Lines up to one that is empty or ends like a sentence, so that text broken at a column stays in one piece."""
    found: list[Stretch] = []
    for stretch in stretches:
        found.append(stretch)
        line = stretch.text.rstrip()
        if stretch.text.endswith("\n") and (not line or line[-1] in _ENDS):
            yield from _unless_blank(found)
            found = []
    yield from _unless_blank(found)


def _unless_blank(stretches: list[Stretch]) -> Iterator[tuple[Stretch, ...]]:
    if any(stretch.numbers or stretch.text.strip() for stretch in stretches):
        yield tuple(stretches)


def _tell(teller: Teller, number: int, record: Record) -> Told:
    told = teller.item(record)
    return Told(
        number=number,
        record=record.id,
        kind=record.kind,
        kind_name=teller.say.labels.kinds[record.kind][0],
        title=told.title[:_LONGEST_TITLE],
        who=_speaker(teller, record) if isinstance(record, Statement) else "",
        marks=told.marks,
        facts=told.facts,
        place=told.evidence.places if told.evidence else "",
        explanation=told.explanation,
    )


def _speaker(teller: Teller, record: Statement) -> str:
    """Who speaks, or the words for somebody whom nothing identifies."""
    if len(record.actors) > 1:
        return teller.say.parties(record.actors)
    known = record.speaker and record.speaker in teller.say.actors
    return teller.say.actor(record.speaker) if known else record.speaker_label or teller.say.actor(None)
