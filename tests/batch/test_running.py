"""Batches: the same bytes whoever reads, each report once, nothing lost."""

import json
from pathlib import Path

import pyarrow.parquet
import pytest

from cronistoria.batch.engines import WorkerDiedError
from cronistoria.batch.folder import finished_manifest
from cronistoria.batch.tables import TABLES
from cronistoria.errors import CronistoriaError, StoreError
from tests.batch.made import DefectiveAnalyser, DyingAnalyser, bytes_in, make_plan, run, write_reports


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "in")


@pytest.fixture
def batch(tmp_path: Path, reports: Path) -> Path:
    run(make_plan(*sorted(reports.iterdir())), tmp_path / "batch")
    return tmp_path / "batch"


def rows(batch: Path, table: str) -> list[dict[str, object]]:
    return list(pyarrow.parquet.read_table(batch / table).to_pylist())


def test_every_report_is_there_once(batch: Path) -> None:
    manifest = finished_manifest(batch)
    assert manifest.counts == {
        "inputs": 27, "documents": 24, "duplicates": 1, "refused": 0, "failed": 2, "records": 48
    }  # fmt: skip
    documents = rows(batch, "documents")
    assert len({row["document"] for row in documents}) == len(documents) == 24
    assert sorted(path.name for path in (batch / "documents").iterdir()) == [
        "month=2031-01", "month=2031-02", "month=2031-03", "month=unknown",
    ]  # fmt: skip
    assert {row["input"] for row in documents if row["month"] == "unknown"} == {
        str(batch.parent / "in" / f"{number:02}.txt") for number in (0, 7, 14, 21)
    }
    failed = {Path(str(row["input"])).name: row["kind"] for row in rows(batch, "problems") if not row["document"]}
    assert failed == {"binary.txt": "unreadable", "empty.txt": "unreadable"}


def test_rows_lie_in_order_with_the_columns_of_their_table(batch: Path) -> None:
    for table in TABLES:
        for path in (batch / table.name).rglob("*.parquet"):
            file = pyarrow.parquet.ParquetFile(path)
            assert file.schema_arrow.names == list(table.columns)
            assert json.loads(file.schema_arrow.metadata[b"cronistoria"])["models"] == {"hand": "0"}
            ids = [row["document"] for row in file.read().to_pylist() if row["document"]]
            assert ids == sorted(ids)


def test_the_result_names_neither_time_nor_place_nor_worker(batch: Path) -> None:
    assert sorted(path.name for path in batch.iterdir()) == [
        "actors", "documents", "manifest.json", "problems", "records",
    ]  # fmt: skip
    for file in finished_manifest(batch).files:
        assert pyarrow.parquet.read_metadata(batch / file.path).num_rows == file.rows


@pytest.mark.parametrize(("jobs", "shard_size"), [(2, 5), (3, 1), (1, 1000), (1, 2)])
def test_the_bytes_are_the_same(tmp_path: Path, reports: Path, batch: Path, jobs: int, shard_size: int) -> None:
    run(make_plan(*sorted(reports.iterdir()), shard_size=shard_size), tmp_path / "other", jobs=jobs)
    assert bytes_in(tmp_path / "other") == bytes_in(batch)


def test_a_worker_that_dies_changes_nothing(tmp_path: Path, reports: Path, batch: Path) -> None:
    dying = DyingAnalyser("Dea", 2, tmp_path / "deaths")
    run(make_plan(*sorted(reports.iterdir())), tmp_path / "other", jobs=2, analyser=dying)
    assert len(list((tmp_path / "deaths").iterdir())) == 2
    assert bytes_in(tmp_path / "other") == bytes_in(batch)


def test_a_report_that_always_ends_its_worker_ends_the_batch_which_can_go_on(
    tmp_path: Path, reports: Path, batch: Path
) -> None:
    plan, other = make_plan(*sorted(reports.iterdir())), tmp_path / "other"
    with pytest.raises(WorkerDiedError, match=r"shard \d: its worker was ended 3 times"):
        run(plan, other, jobs=2, analyser=DyingAnalyser("Bea calls Eva", 99, tmp_path / "deaths"))
    with pytest.raises(StoreError, match="an unfinished batch; go on with --resume"):
        run(plan, other)
    with pytest.raises(StoreError, match="an unfinished batch; expected a folder that"):
        finished_manifest(other)
    run(plan, other, resume=True)
    assert bytes_in(other) == bytes_in(batch)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_defect_costs_one_report(tmp_path: Path, reports: Path, jobs: int) -> None:
    manifest = run(make_plan(*sorted(reports.iterdir())), tmp_path / "b", jobs=jobs, analyser=DefectiveAnalyser())
    assert (manifest.counts["documents"], manifest.counts["records"] < 48) == (24, True)
    internal = [row for row in rows(tmp_path / "b", "problems") if row["stage"] == "internal"]
    assert all("ZeroDivisionError: no (made.py:" in str(row["message"]) and row["document"] for row in internal)
    assert len(internal) == sum("Ada" in str(row["text"]) for row in rows(tmp_path / "b", "documents"))


def test_a_finished_batch_stays_as_it_is(reports: Path, batch: Path) -> None:
    plan, before = make_plan(*sorted(reports.iterdir())), bytes_in(batch)
    with pytest.raises(StoreError, match="a finished batch"):
        run(plan, batch)
    run(plan, batch, resume=True)
    assert bytes_in(batch) == before


def test_what_is_no_batch_is_left_alone(tmp_path: Path, reports: Path) -> None:
    with pytest.raises(StoreError, match="is not an empty folder, and no batch either"):
        run(make_plan(reports), reports)
    with pytest.raises(StoreError, match="no batch"):
        finished_manifest(tmp_path / "none")


def test_another_plan_or_other_inputs_do_not_go_on(tmp_path: Path, reports: Path) -> None:
    files, other = sorted(reports.iterdir()), tmp_path / "other"
    with pytest.raises(CronistoriaError):
        run(make_plan(*files), other, jobs=2, analyser=DyingAnalyser("Bea calls Eva", 99, tmp_path / "deaths"))
    with pytest.raises(StoreError, match=r"was begun with another shard-size \(5, now 6\)"):
        run(make_plan(*files, shard_size=6), other, resume=True)
    with pytest.raises(StoreError, match="was begun with another inputs"):
        run(make_plan(files[0]), other, resume=True)


def test_a_batch_without_a_report_is_finished_too(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    manifest = run(make_plan(tmp_path / "empty.txt"), tmp_path / "batch")
    assert (manifest.counts["failed"], manifest.produced_by) == (1, None)
