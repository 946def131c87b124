"""Merging over shares gives what merging all at once gives, also where everything shares a key."""

from datetime import date
from functools import partial
from pathlib import Path

import msgspec
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.batches import write_tellings
from benchmarks.merge import Crisis
from cronistoria.batch import chapters
from cronistoria.batch.engines import Alone, Engine, open_engine
from cronistoria.batch.merging import MergeFolder, MergePlan, Merging, run_merge
from cronistoria.batch.nodes import BINS
from cronistoria.batch.pairs import comparisons
from cronistoria.batch.tasks import make_worker
from cronistoria.errors import StoreError
from cronistoria.merge import neighbours
from cronistoria.merge.merging import Merged, merge
from cronistoria.model.entry import Entry
from cronistoria.model.judgement import Judgement
from cronistoria.model.source import Telling
from cronistoria.settings import Settings
from cronistoria.view.book import Book
from tests.batch.made import Unwatched, bytes_in
from tests.merge.made import contact, event, position, source, statement
from tests.merge.test_merging import tellings


def plan_for(folder: MergeFolder, share: int, **fields: object) -> MergePlan:
    given = {"labels": "en", "settle": True, "now": None, **fields}
    return MergePlan(batch=folder.batch, version="1", share=share, **given)  # type: ignore[arg-type]


def merge_batch(root: Path, share: int, engine: Engine | None = None) -> Merging:
    folder = MergeFolder(root)
    plan = plan_for(folder, share)
    folder.begin(plan, resume=False, again=False)
    return run_merge(plan, folder, engine or Alone(partial(make_worker, Settings())), Unwatched())


def merged_in(root: Path) -> Merged:
    """What merging left: entries without what is added to them, and judgements."""
    rows = pyarrow.parquet.read_table(root / "entries").to_pylist() if (root / "entries").exists() else []
    entries = [msgspec.structs.replace(msgspec.json.decode(row["data"], type=Entry), title=None) for row in rows]
    found = pyarrow.parquet.read_table(root / "judgements").to_pylist() if (root / "judgements").exists() else []
    judgements = [
        Judgement(**{name: row[name] for name in ("left", "right", "verdict", "score")}, reasons=tuple(row["reasons"]))
        for row in found
    ]
    return Merged(
        tuple(sorted(entries, key=lambda e: e.id)), tuple(sorted(judgements, key=lambda j: (j.left, j.right)))
    )


def skewed(count: int) -> list[Telling]:
    """All say something on a few days for one state, much of it alike, so that one key is in nearly every record."""
    topics = ("border troops withdraw", "sanctions invasion", "hostages release talks", "gas pipeline transit")
    told = []
    for number in range(count):
        by = source(f"outlet {number}", f"2024-03-{number % 3 + 1:02}", ("en", "it")[number % 2])
        said = f"{topics[number % 4]} {topics[number // 4 % 4]} {number % 11}"
        told.append(statement(by, "Q1", said, start=number))
        if number % 5 == 0:
            told.append(position(by, "threat", "NOR", "PER", said, start=number))
        if number % 7 == 0:
            told.append(contact(by, "Q1", "Q2", when=f"2024-03-0{number % 3 + 1}", start=number))
    return told


def threatened_for_months() -> list[Telling]:
    """Month by month the same threat, what the threatened side says of it, and now and then what was threatened."""
    told = []
    for month in range(4, 10):
        by, threat = source(f"outlet {month}", f"2024-0{month}-20"), "sanctions against border troops"
        told.append(position(by, "threat", "NOR", "PER", threat, start=month))
        told.append(position(by, "refusal", "PER", "NOR", f"{threat} without talks", start=month + 50))
        told += (statement(by, "NOR", f"gas pipeline {month} {number}", start=number) for number in range(month % 4))
        if month % 3 == 0:
            told.append(event(by, "SANCTION", "NOR", "PER", "banks", when=f"2024-0{month}-19", start=month + 90))
    return told


@pytest.mark.parametrize("share", [30, 100_000])
@pytest.mark.parametrize("told", [skewed(150), list(Crisis().tellings(400, 250))], ids=["skewed", "crisis"])
def test_the_entries_are_those_of_merging_all_at_once(tmp_path: Path, told: list[Telling], share: int) -> None:
    write_tellings(tmp_path, told, group=50)
    merging = merge_batch(tmp_path, share)
    assert merged_in(tmp_path) == merge(told)
    counts = {"entries": len(merge(told).entries), "judgements": len(merge(told).judgements)}
    assert merging.counts == {"copies": 0, **counts}


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(tellings(), max_size=25, unique_by=lambda t: t.record.id), st.integers(3, 9))
def test_any_records_merge_alike(tmp_path_factory: pytest.TempPathFactory, told: list[Telling], share: int) -> None:
    root = tmp_path_factory.mktemp("batch")
    write_tellings(root, told, group=4)
    merge_batch(root, share)
    assert merged_in(root) == merge(told)


def test_shares_and_processes_change_no_byte(tmp_path: Path) -> None:
    told = skewed(120)
    for name in ("one", "other"):
        write_tellings(tmp_path / name, told, group=50)
    merge_batch(tmp_path / "one", 1000)
    with open_engine("local", partial(make_worker, Settings()), 2) as engine:
        merge_batch(tmp_path / "other", 15, engine)
    assert bytes_in(tmp_path / "one") == bytes_in(tmp_path / "other")


@pytest.mark.parametrize("latest", [400, 4])
def test_titles_and_statuses_are_those_of_the_chronicle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, latest: int
) -> None:
    monkeypatch.setattr(neighbours, "LATEST", latest)
    monkeypatch.setattr(chapters, "LATEST", latest)
    told = [*skewed(80), *threatened_for_months()]
    write_tellings(tmp_path, told)
    merge_batch(tmp_path, 20)
    book = Book(merge(told).entries, told, (), "en", date(2024, 9, 20))
    rows = pyarrow.parquet.read_table(tmp_path / "entries").to_pylist()
    assert {row["entry"]: row["title"] for row in rows} == {entry.id: book.title(entry) for entry in book.entries}
    statuses = pyarrow.parquet.read_table(tmp_path / "statuses").to_pylist()
    assert {row["entry"]: row["status"] for row in statuses} == {e.id: e.status for e in book.entries if e.status}
    links = pyarrow.parquet.read_table(tmp_path / "links").to_pylist()
    assert {(row["entry"], row["type"], row["other"]) for row in links} == {
        (entry.id, link.type, link.entry) for entry in book.entries for link in entry.links
    }
    sides = pyarrow.parquet.read_table(tmp_path / "sides").to_pylist()
    assert {row["type"] for row in links} == {"answers", "fulfils", "repeats"}
    assert len(sides) == sum(len(records) for entry in book.entries for records in entry.sides.values())


def test_no_task_is_given_more_than_two_shares() -> None:
    bins = [0] * BINS
    bins[5], bins[6], bins[9], bins[4000] = 3, 4, 35, 2
    tasks = comparisons(Path(), bins, 10)
    assert [(task.chunks.count, task.chunks.one, task.chunks.other) for task in tasks] == [
        (1, 0, 0), *((4, i, j) for i in range(4) for j in range(i, 4)), (1, 0, 0),
    ]  # fmt: skip
    assert tasks[0].stretch[1] + 1 == tasks[1].stretch[0]
    assert tasks[1].stretch[1] < tasks[-1].stretch[0]


def test_merging_is_done_once_goes_on_and_can_be_done_anew(tmp_path: Path) -> None:
    write_tellings(tmp_path, skewed(30))
    folder, engine = MergeFolder(tmp_path), Alone(partial(make_worker, Settings()))
    plan = plan_for(folder, 10)
    folder.begin(plan, resume=False, again=False)
    with pytest.raises(StoreError, match="go on with --resume"):
        folder.begin(plan, resume=False, again=False)
    with pytest.raises(StoreError, match="with other options or versions"):
        folder.begin(plan_for(folder, 10, labels="it"), resume=True, again=False)
    folder.begin(plan, resume=True, again=False)
    run_merge(plan, folder, engine, Unwatched())
    before = bytes_in(tmp_path)
    with pytest.raises(StoreError, match="is merged already"):
        folder.begin(plan, resume=False, again=False)
    folder.begin(plan, resume=False, again=True)
    run_merge(plan, folder, engine, Unwatched())
    assert bytes_in(tmp_path) == before
