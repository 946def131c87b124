"""The second step: a shard, a stretch of document ids, is analysed and becomes rows, sorted by month and id."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from cronistoria.batch.exchange import Stretch, exchanged, read_rows
from cronistoria.batch.files import write_note
from cronistoria.batch.gathering import Gathered
from cronistoria.batch.tables import MONTH, TABLES, UNKNOWN, month_of, problem_row, rows_of, write_by_month
from cronistoria.build.reading import analyse, empty_report
from cronistoria.export.rows import Row
from cronistoria.ingest.document import Ingested
from cronistoria.model.problem import Problem
from cronistoria.model.report import ProducedBy, Report
from cronistoria.model.source import make_source
from cronistoria.reader import Reader

COUNTED = ("inputs", "documents", "duplicates", "refused", "failed", "records")
_decoder = msgspec.msgpack.Decoder(Gathered)


class ShardNote(msgspec.Struct, frozen=True, kw_only=True):
    """A shard that was read: how much it holds, in which months by table, and what read it."""

    counts: dict[str, int]
    months: dict[str, dict[str, int]]
    produced_by: ProducedBy | None


class Read(msgspec.Struct, frozen=True):
    """Reads a shard."""

    work: Path
    number: int
    stretch: Stretch

    @property
    def name(self) -> str:
        """The shard."""
        return f"shard {self.number}"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "read" / f"{self.number:06}.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves a file for each table, with a column for the month."""
        rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
        counts: Counter[str] = Counter(dict.fromkeys(COUNTED, 0))
        produced_by = None
        for gathered in self._gathered(counts):
            if gathered.refusal is not None:
                refusal = gathered.refusal
                problem = Problem(None, "read", refusal.message)
                row = problem_row(problem, gathered.found_at, kind=refusal.kind)
                rows["problems"].append({MONTH: UNKNOWN, **row})
            elif gathered.ingested is not None:
                report = read_report(reader, gathered.ingested)
                produced_by = report.produced_by if report.produced_by.models else produced_by
                counts["records"] += len(report.records)
                month = month_of(make_source(report.document))
                for table, made in rows_of(report, gathered.found_at, gathered.retrieved).items():
                    rows[table] += ({MONTH: month, **row} for row in made)
        months = {
            table.name: write_by_month(self.note.with_suffix("") / f"{table.name}.parquet", table, rows[table.name])
            for table in TABLES
        }
        write_note(self.note, ShardNote(counts=dict(counts), months=months, produced_by=produced_by))
        return dict(counts)

    def _gathered(self, counts: Counter[str]) -> Iterator[Gathered]:
        """The shard's inputs in order of place, without those whose text an earlier input has."""
        rows = read_rows(exchanged(self.work, "gathered"), self.stretch)
        found = [(place, _decoder.decode(data)) for place, data in rows]
        last = None
        for _, gathered in sorted(found, key=lambda item: (item[0], _document(item[1]) or "", item[1].number)):
            document = _document(gathered)
            counts["inputs"] += 1
            kind = _kind(gathered) if document is None else "duplicates" if document == last else "documents"
            counts[kind] += 1
            if kind != "duplicates":
                yield gathered
            last = document


def read_report(reader: Reader, ingested: Ingested) -> Report:
    """The report of a document; after a defect of the program an empty one that says so."""
    analysed = analyse(reader, ingested)
    if analysed.report is not None:
        return analysed.report
    report = empty_report(ingested)
    return msgspec.structs.replace(report, problems=(*report.problems, Problem(None, "internal", analysed.error or "")))


def _kind(gathered: Gathered) -> str:
    return "failed" if gathered.refusal and gathered.refusal.is_failure else "refused"


def _document(gathered: Gathered) -> str | None:
    return gathered.ingested.document.id if gathered.ingested else None
