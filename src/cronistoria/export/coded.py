"""Coded lines as tables: tab-separated, JSON lines or Parquet, in our own columns, POLECAT's or ICEWS's.

The columns of the two public data sets come first, in their order and under their names; what they have no column for
follows under ours, so that scripts which read them find everything where they look for it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, Literal

import msgspec

from cronistoria.export.arrow import arrow_schema, record_batches
from cronistoria.export.characters import encodable, flat
from cronistoria.export.chunks import spooled
from cronistoria.export.csv import cell
from cronistoria.export.polecat import COLUMNS as POLECAT
from cronistoria.export.rows import COUNT, NUMBER, TEXT, Row
from cronistoria.model.coded import Coded
from cronistoria.model.identity import text_id

Layout = Literal["plain", "polecat", "icews"]
PLAIN = {
    "line": COUNT, "event": TEXT, "mode": TEXT, "context": TEXT, "cameo": TEXT, "root": TEXT, "score": NUMBER,
    "quad": TEXT, "status": TEXT, "confidence": NUMBER, "rule": TEXT, "kind": TEXT, "actor": TEXT, "actor_id": TEXT,
    "actor_country": TEXT, "recipient": TEXT, "recipient_id": TEXT, "recipient_country": TEXT, "date": TEXT,
    "place": TEXT, "trigger": TEXT, "text": TEXT,
}  # fmt: skip
ICEWS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
_THEIRS: dict[str, dict[str, str]] = {
    "polecat": {
        "Event Date": "date", "Event Type": "event", "Event Mode": "mode", "Intensity": "score", "Quad Code": "quad",
        "Contexts": "context", "Actor Name": "actor", "Actor Country": "actor_country", "Recipient Name": "recipient",
        "Recipient Country": "recipient_country", "Placename": "place",
    },
    "icews": {
        "Event Date": "date", "Source Name": "actor", "Source Country": "actor_country", "Event Text": "event",
        "CAMEO Code": "cameo", "Intensity": "score", "Target Name": "recipient", "Target Country": "recipient_country",
        "Sentence Number": "line",
    },
}  # fmt: skip
_NUMBERS = frozenset(("Intensity", "Latitude", "Longitude"))


def coded_columns(layout: Layout) -> dict[str, str]:
    """The columns of a layout, in their order, with their kinds."""
    if layout == "plain":
        return PLAIN
    theirs, taken = (POLECAT if layout == "polecat" else ICEWS), _THEIRS[layout]
    kinds = {name: NUMBER if name in _NUMBERS else PLAIN.get(taken.get(name, ""), TEXT) for name in theirs}
    return {**kinds, **{name: kind for name, kind in PLAIN.items() if name not in taken.values()}}


def coded_row(coded: Coded, layout: Layout) -> Row:
    """A coded line as a row of a layout; what is not known is left out."""
    plain = {k: v for k, v in msgspec.structs.asdict(coded).items() if v is not None and v != ()}
    plain |= {"context": ";".join(coded.context)} if coded.context else {}
    if layout == "plain":
        return plain
    taken = _THEIRS[layout]
    theirs = {name: plain[field] for name, field in taken.items() if field in plain}
    identity = text_id("\n".join(map(str, (coded.line, coded.rule, coded.trigger, coded.text))))
    return {"Event ID": identity, **theirs, **{k: v for k, v in plain.items() if k not in taken.values()}}


def to_coded_tsv(rows: Iterable[Coded], layout: Layout) -> Iterator[bytes]:
    """One line a row, as soon as it is coded; no cell holds a tab, a line end or a formula."""
    columns = coded_columns(layout)
    yield ("\t".join(columns) + "\n").encode()
    for coded in rows:
        row = coded_row(coded, layout)
        yield encodable("\t".join(_cell(row.get(column)) for column in columns) + "\n").encode()


def to_coded_jsonl(rows: Iterable[Coded], layout: Layout) -> Iterator[bytes]:
    """One JSON object a row; unknown is null."""
    columns = coded_columns(layout)
    for coded in rows:
        row = coded_row(coded, layout)
        yield msgspec.json.encode({c: _plain_text(row.get(c)) for c in columns}) + b"\n"


def to_coded_parquet(rows: Iterable[Coded], layout: Layout) -> Iterator[bytes]:
    """Apache Parquet in row groups of some thousands. Raises `CronistoriaError` without pyarrow."""
    columns = coded_columns(layout)
    schema = arrow_schema(columns)
    from pyarrow.parquet import ParquetWriter

    def write(file: IO[bytes]) -> None:
        with ParquetWriter(file, schema, compression="zstd") as writer:
            for batch in record_batches((coded_row(coded, layout) for coded in rows), columns):
                writer.write_batch(batch)

    return spooled(write)


CODED_FORMATS: dict[str, Callable[[Iterable[Coded], Layout], Iterator[bytes]]] = {
    "tsv": to_coded_tsv,
    "jsonl": to_coded_jsonl,
    "parquet": to_coded_parquet,
}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int | float) else flat(str(cell(value)))


def _plain_text(value: Any) -> Any:
    return encodable(value) if isinstance(value, str) else value
