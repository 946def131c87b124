"""Merging, second half, last steps: what hangs together by links is a neighbourhood, and each is merged by itself."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from cronistoria.batch.chapters import Leaving
from cronistoria.batch.exchange import SUFFIX, Row, Stretch, exchanged, place_of, read_rows, write_rows
from cronistoria.batch.files import write_note
from cronistoria.batch.joining import MARK
from cronistoria.batch.nodes import Counted, binned, pack_members, unpack_members
from cronistoria.batch.sketched import Sketched, read_sketched
from cronistoria.batch.tables import MONTH, Table, month_of, write_by_month
from cronistoria.export.phrases import Speaker
from cronistoria.export.rows import ENTRY_COLUMNS, entry_row
from cronistoria.export.rows import Row as TableRow
from cronistoria.languages.labels import load_labels
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.linker import Linked, Node, link_nodes
from cronistoria.merge.merging import merged_of
from cronistoria.model.entry import Entry
from cronistoria.model.judgement import Judgement
from cronistoria.model.source import Telling
from cronistoria.reader import Reader
from cronistoria.view.naming import Naming
from cronistoria.view.titles import Titles

ENTRIES = Table("entries", {**ENTRY_COLUMNS, "data": "string"})
JUDGEMENTS = Table("judgements", {
    "left": "string", "right": "string", "verdict": "string", "score": "number", "reasons": "strings",
})  # fmt: skip
MERGED = (ENTRIES, JUDGEMENTS)


class GroupNote(msgspec.Struct, frozen=True, kw_only=True):
    """Neighbourhoods that were merged: how much that gave, in which months by table; ``latest``: day of a report."""

    counts: dict[str, int]
    months: dict[str, dict[str, int]]
    latest: str


class Routing(msgspec.Struct, frozen=True):
    """Sends the nodes of a stretch to their neighbourhoods."""

    work: Path
    number: int
    stretch: Stretch

    @property
    def name(self) -> str:
        """The stretch."""
        return f"nodes {self.number}"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "routed" / f"{self.number:06}.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves each node's records with the place of its neighbourhood."""
        joined = dict(data.split(MARK) for _, data in read_rows([hoods_file(self.work)], self.stretch))
        rows: list[Row] = []
        for _, data in read_rows(exchanged(self.work, "nodes"), self.stretch):
            node, *members = unpack_members(data)
            hood = joined.get(node, node)
            rows.append((place_of(hood.decode()), pack_members([hood, *members])))
        write_rows(self.note.with_suffix(SUFFIX), rows)
        write_note(self.note, Counted(len(rows), binned(rows)))
        return {"nodes": len(rows)}


class Hood:
    """A neighbourhood: its nodes, and all their records in the order of ids."""

    def __init__(self, nodes: tuple[tuple[Sketched, ...], ...]) -> None:
        self.nodes = tuple(tuple(one.sketch for one in node) for node in nodes)
        self.members = sorted((one for node in nodes for one in node), key=lambda one: one.sketch.record.id)


class Grouping(msgspec.Struct, frozen=True):
    """Merges the neighbourhoods of a stretch; titles are told in the language of the ``labels``."""

    work: Path
    number: int
    stretch: Stretch
    labels: str

    @property
    def name(self) -> str:
        """The stretch."""
        return f"neighbourhoods {self.number}"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "merged" / f"{self.number:06}.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves entries and judgements; neighbourhoods are merged together, which changes none of them."""
        rows: dict[str, list[TableRow]] = {table.name: [] for table in MERGED}
        hoods = list(self._hoods())
        known = {one.sketch.record.id: one for hood in hoods for one in hood.members}
        told = {record: one.telling for record, one in known.items()}
        sketches = {record: one.sketch for record, one in known.items()}
        leaving = Leaving()
        merged = merged_of(_linked(hoods), told)
        hood_of = {one.sketch.record.id: number for number, hood in enumerate(hoods) for one in hood.members}
        entries: list[list[Entry]] = [[] for _ in hoods]
        judgements: list[list[Judgement]] = [[] for _ in hoods]
        for entry in merged.entries:
            entries[hood_of[entry.records[0]]].append(entry)
        for judgement in merged.judgements:
            judgements[hood_of[judgement.left]].append(judgement)
        for number, hood in enumerate(hoods):
            speaker = _speaker([told[one.sketch.record.id] for one in hood.members], self.labels)
            titles = _titles(speaker)
            months = {entry.id: month_of(entry.sources[0]) for entry in entries[number]}
            for entry in entries[number]:
                chapter = Chapter(entry, [told[record] for record in entry.records], sketches)
                leaving.add(chapter, known)
                title = titles.title(chapter)
                row = _entry_row(msgspec.structs.replace(entry, title=title), speaker)
                rows["entries"].append({MONTH: months[entry.id], **row})
            first = min(months.values())
            rows["judgements"] += ({MONTH: first, **_judgement_row(judgement)} for judgement in judgements[number])
        months_of = {
            table.name: write_by_month(self.note.with_suffix("") / f"{table.name}.parquet", table, rows[table.name])
            for table in MERGED
        }
        counts = {table: len(made) for table, made in rows.items()}
        leaving.write(self.work, self.number)
        days = (s.published.start for e in merged.entries for s in e.sources if s.published and s.published.start)
        write_note(self.note, GroupNote(counts=counts, months=months_of, latest=max(days, default="")))
        return counts

    def _hoods(self) -> Iterator["Hood"]:
        """Neighbourhoods in order of place."""
        hoods: dict[tuple[int, bytes], list[Sequence[bytes]]] = {}
        for place, data in read_rows(exchanged(self.work, "routed"), self.stretch):
            hood, *members = unpack_members(data)
            hoods.setdefault((place, hood), []).append(members)
        for name in sorted(hoods):
            yield Hood(tuple(tuple(map(read_sketched, members)) for members in hoods.pop(name)))


def _linked(hoods: Iterable[Hood]) -> Linked:
    """The groups of neighbourhoods, compared together but for those of a single node."""
    met: list[Node] = []
    lone: list[Node] = []
    for hood in hoods:
        (met if len(hood.nodes) > 1 else lone).extend(hood.nodes)
    return link_nodes(sorted(met, key=lambda node: node[0].record.id), lone)


def hoods_file(work: Path) -> Path:
    """Where the nodes' neighbourhoods are written."""
    return work / f"hoods{SUFFIX}"


def _speaker(told: Iterable[Telling], labels: str) -> Speaker:
    """Who says the names of a neighbourhood's actors, as its latest report has them."""
    by_day = sorted(told, key=lambda t: ((t.source.published and t.source.published.start) or "", t.source.document))
    return Speaker(load_labels(labels), labels, {actor.id: actor for telling in by_day for actor in telling.actors})


def _titles(speaker: Speaker) -> Titles:
    words = speaker.labels.chronicle
    assert words is not None
    return Titles(Naming(speaker, words), speaker.labels)


def _entry_row(entry: Entry, speaker: Speaker) -> TableRow:
    """An entry's row, with all there is to it as JSON."""
    return {**entry_row(entry, speaker.actor), "data": msgspec.json.encode(entry).decode()}


def _judgement_row(judgement: Judgement) -> TableRow:
    return {
        "left": judgement.left, "right": judgement.right, "verdict": judgement.verdict, "score": judgement.score,
        "reasons": list(judgement.reasons),
    }  # fmt: skip
