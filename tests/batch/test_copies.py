"""Copies in a batch are what `build` finds in the same reports, whatever share, process or order of inputs."""

from functools import partial
from pathlib import Path

import msgspec
import pyarrow.parquet
import pytest

from cronistoria.batch.engines import Engine, open_engine
from cronistoria.batch.tasks import make_worker
from cronistoria.build.building import Plan, build
from cronistoria.build.merging import merge_new
from cronistoria.errors import StoreError
from cronistoria.ingest.document import Given
from cronistoria.merge.merging import merge
from cronistoria.model.entry import Entry
from cronistoria.model.query import Query
from cronistoria.model.source import Telling
from cronistoria.reader import Reader
from cronistoria.settings import Settings
from cronistoria.store.memory import MemoryStore
from tests.batch.made import bytes_in, make_plan, run
from tests.batch.test_merging import merge_batch, merged_in
from tests.build.calls import CallAnalyser
from tests.build.test_copies import AGENCY, HEAD, OTHER, TAIL

EVA = AGENCY.replace("Cid calls Dea about", "Cid calls Eva about")
MORE = " Bea calls Cid when the lock is open again tomorrow."
REPORTS = {
    "2031-03-01 wire": AGENCY,
    "2031-03-01 town": AGENCY + " ",
    "2031-03-02 lake": HEAD + EVA + TAIL,
    "2031-03-02 port": EVA.replace("an hour", "two hours"),
    "2031-04-01 late": EVA + MORE,
    "2031-02-20 early": AGENCY.replace("Ada calls Bea before", "Dea calls Bea before"),
    "undated": AGENCY.upper(),
    "2031-03-03 rain": OTHER,
    "2031-03-04 rain": OTHER + " Ada calls Dea.",
    "2031-03-05 call": "Ada calls Bea. The line was bad, and the two will try again on another day of the week.",
}


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text)
    return sorted(folder.iterdir())


def merged_batch(reports: list[Path], root: Path, share: int, engine: Engine | None = None) -> Path:
    run(make_plan(*reports), root)
    merge_batch(root, share, engine)
    return root


def rows(root: Path, table: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = pyarrow.parquet.read_table(root / table).to_pylist()
    return found


def in_order_of_publication(root: Path) -> list[str]:
    documents = rows(root, "documents")
    ordered = sorted(documents, key=lambda row: (row["start"] is None, str(row["start"]), row["document"]))
    return [str(row["input"]) for row in ordered]


def built(files: list[str], monkeypatch: pytest.MonkeyPatch) -> tuple[list[Telling], dict[str, Entry], dict[str, str]]:
    """What a build of the same files holds: tellings, entries, and who repeats whom."""
    monkeypatch.setattr(Reader, "analyser", CallAnalyser())
    store = MemoryStore()
    list(build(store, files, Plan(settings=Settings(), given=Given(language="en"))))
    merge_new(store)
    with store.reading() as reader:
        copies = {source.document: source.copy_of for source in reader.sources(Query()) if source.copy_of}
        return list(reader.tellings()), {entry.id: entry for entry in reader.entries()}, copies


@pytest.mark.parametrize("share", [1, 1000])
def test_copies_and_entries_are_those_of_a_build(
    reports: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share: int
) -> None:
    root = merged_batch(reports, tmp_path / "news", share)
    told, entries, copies = built(in_order_of_publication(root), monkeypatch)
    assert len(copies) >= 6
    assert set(copies) & set(copies.values())  # a copy of a copy
    assert {row["document"]: row["copy_of"] for row in rows(root, "copies")} == copies
    assert merged_in(root) == merge(told)
    merged = {entry.id: msgspec.structs.replace(entry, judgements=()) for entry in merged_in(root).entries}
    assert merged == entries
    assert any(len(entry.sources) > len(entry.records) for entry in merged.values())


def test_a_batch_of_an_earlier_version_is_not_merged(reports: list[Path], tmp_path: Path) -> None:
    run(make_plan(*reports), tmp_path / "news")
    path, *_ = (tmp_path / "news" / "documents").rglob("*.parquet")
    pyarrow.parquet.write_table(pyarrow.parquet.ParquetFile(path).read().drop_columns(["data"]), path)
    with pytest.raises(StoreError, match="written by an earlier version; read the batch anew"):
        merge_batch(tmp_path / "news", 1000)


def test_processes_shares_and_the_order_of_inputs_change_no_byte(reports: list[Path], tmp_path: Path) -> None:
    first = merged_batch(reports, tmp_path / "one", 1000)
    with open_engine("local", partial(make_worker, Settings()), 2) as engine:
        other = merged_batch(reports[::-1], tmp_path / "other", 1, engine)
    assert bytes_in(first) == bytes_in(other)
