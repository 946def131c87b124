"""How a store bears a million records: `python -m benchmarks.store [--records 1000000] [--place crisis.db|postgresql://…]`.

Made reports of 20 records each (the mean of our gold reports is 15 to 25) name 4 of 400 actors, drawn so that few take
part in much (Zipf), over three years and 30 outlets. Every record gets an entry of its own and three blocking keys, as
the merge would have it at worst. Questions are timed best of three, each by a new reader.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import msgspec

from cronistoria.model.actor import Actor
from cronistoria.model.dates import Date
from cronistoria.model.document import make_document
from cronistoria.model.entry import Entry
from cronistoria.model.identity import stable_id
from cronistoria.model.query import Query
from cronistoria.model.record import Contact, Event, Plover, Record
from cronistoria.model.report import ProducedBy, Report
from cronistoria.model.span import Span
from cronistoria.store.base import Reader, Writer
from cronistoria.store.opening import open_store
from cronistoria.store.sql import SqlStore

_PER_REPORT, _ACTORS, _DAYS, _OUTLETS = 20, 400, 1096, 30
_FIRST = date(2021, 1, 1)
_SENTENCE = "The {n}th delegation met the other side in the old customs house and spoke of the crossing for an hour. "
_IN_ONE_GO = 500
_LONG = 10
_MADE = ProducedBy(version="0", models={}, languages="0")


def main() -> None:
    """Prints all figures."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--records", type=int, default=1_000_000)
    arguments.add_argument("--place")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = options.place or str(Path(folder, "crisis.db"))
        with closing(open_store(place, create=True)) as store:
            _show(
                "writing a thousand records",
                _told(_timed(lambda: fill(store, options.records)), options.records / 1000),
            )
            if Path(place).is_file():
                _show("size", f"{Path(place).stat().st_size / options.records / 1000:.2f} kB a record")
            for name, question in QUESTIONS.items():
                _show(name, _ask(store, question))
            _show("one more report, keys and entries", _told(_timed(lambda: fill(store, _PER_REPORT, seed=1))))
    _show("peak memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def fill(store: SqlStore, records: int, seed: int = 0) -> None:
    """Made reports, entries and keys, until there are so many records more."""
    reports = make_reports(records // _PER_REPORT, random.Random(seed))
    for first in range(0, records // _PER_REPORT, _IN_ONE_GO):
        with store.writing() as writer:
            for _ in range(min(_IN_ONE_GO, records // _PER_REPORT - first)):
                _keep(writer, next(reports))


def make_reports(count: int, chance: random.Random) -> Iterator[Report]:
    """Reports, no two alike."""
    weights = [1 / (rank + 1) for rank in range(_ACTORS)]
    for _ in range(count):
        who = sorted({f"Q{rank}" for rank in chance.choices(range(_ACTORS), weights, k=4)})
        number = chance.getrandbits(64)
        text = "".join(_SENTENCE.format(n=number + n) for n in range(_PER_REPORT))
        day = _FIRST + timedelta(days=chance.randrange(_DAYS))
        document = msgspec.structs.replace(
            make_document(text, language="en", published=_on(day)), publisher=f"Outlet {chance.randrange(_OUTLETS)}"
        )
        length = len(text) // _PER_REPORT
        records = tuple(
            _record(document.id, Span(n * length, (n + 1) * length, text[n * length : (n + 1) * length]), who, day, n)
            for n in range(_PER_REPORT)
        )
        actors = tuple(Actor(id=actor, kind="person", name=f"Person {actor}", country="CHE") for actor in who)
        yield Report(document=document, actors=actors, dates=(), records=records, problems=(), produced_by=_MADE)


def _record(document: str, sentence: Span, who: list[str], day: date, n: int) -> Record:
    trigger = Span(sentence.start + 4, sentence.start + 8, sentence.text[4:8])
    common = {
        "id": stable_id("record", document, n), "cameo": None, "score": 1.0, "actors": tuple(who[:1]),
        "recipients": tuple(who[1:]), "date": _on(day - timedelta(days=n % 4)) if n % 3 else None, "place": None,
        "polarity": "affirmed", "modality": "asserted", "attribution": (), "evidence": (sentence,),
        "trigger": trigger, "confidence": 0.5 + n / 50, "rule": "made",
    }  # fmt: skip
    if n % 2:
        return Event(**common, plover=Plover("SANCTION"), casualties=None)  # type: ignore[arg-type]
    return Contact(
        **common, plover=Plover("CONSULT"), channel="meeting", status="held", participants=tuple(who),  # type: ignore[arg-type]
        requested_by=None, duration=None, topics=(), outcome=None,
    )  # fmt: skip


def _keep(writer: Writer, report: Report) -> None:
    if not writer.add_report(report):
        return
    writer.keep_keys({r.id: (f"{r.kind}:{r.rule}:{r.id[-4:]}", *r.actors, *r.recipients[:1]) for r in report.records})
    writer.replace_entries((), (_entry(record) for record in report.records))


def _entry(record: Record) -> Entry:
    return Entry(
        id=stable_id("entry", record.id), kind=record.kind, date=record.date, actors=record.actors,  # type: ignore[arg-type]
        recipients=record.recipients, confidence=record.confidence, records=(record.id,),
    )  # fmt: skip


def _on(day: date) -> Date:
    start, end = day.isoformat(), (day + timedelta(days=1)).isoformat()
    return Date(edtf=start, start=start, end=end, precision="day", basis="explicit")


def _some_keys(reader: Reader) -> int:
    records = [telling.record for telling in reader.tellings(Query(limit=20))]
    return len(reader.records_by_key([f"{r.kind}:{r.rule}:{r.id[-4:]}" for r in records]))


QUESTIONS: dict[str, Callable[[Reader], object]] = {
    "totals": lambda reader: reader.totals(),
    "a month of one actor's contacts": lambda reader: list(
        reader.tellings(Query(start="2022-03-01", end="2022-04-01", actors=("Q7",), kinds=("contact",)))
    ),
    "a week of everything": lambda reader: list(reader.tellings(Query(start="2022-03-01", end="2022-03-08"))),
    "a rare actor's entries": lambda reader: list(reader.entries(Query(actors=("Q399",)))),
    "one outlet's entries of a day": lambda reader: list(
        reader.entries(Query(start="2022-03-01", end="2022-03-02", outlets=("Outlet 7",)))
    ),
    "the first hundred entries": lambda reader: list(reader.entries(Query(limit=100))),
    "the keys of twenty records": _some_keys,
    "records that stand in no entry": lambda reader: reader.unmerged(),
    "every record, read": lambda reader: sum(1 for _ in reader.tellings()),
}


def _ask(store: SqlStore, question: Callable[[Reader], object]) -> str:
    found: list[object] = []

    def answer() -> None:
        with store.reading() as reader:
            found.append(question(reader))

    took = _timed(answer)
    if took.wall < _LONG:
        took = min(took, _timed(answer), _timed(answer), key=lambda t: t.wall)
    count = found[0] if isinstance(found[0], int) else len(found[0]) if isinstance(found[0], list | tuple) else 1
    return f"{_told(took)}, {count:,} found"


class _Took(msgspec.Struct, frozen=True):
    """Seconds on the clock and of the processor."""

    wall: float
    processor: float


def _timed(work: Callable[[], object]) -> _Took:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return _Took(time.perf_counter() - wall, time.process_time() - processor)


def _told(took: _Took, number: float = 1) -> str:
    return f"{took.wall / number * 1000:,.1f} ms ({took.processor / number * 1000:,.1f} ms of processor)"


def _show(name: str, figure: str) -> None:
    print(f"{name:40} {figure}", flush=True)


if __name__ == "__main__":
    main()
