"""Questions in SQL: what can be asked, and what cannot be done."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from benchmarks.batches import write_tellings
from cronistoria.batch.asking import Archive, open_archive
from cronistoria.batch.engines import Alone
from cronistoria.batch.merging import MergeFolder, MergePlan, run_merge
from cronistoria.batch.tasks import make_worker
from cronistoria.errors import InputError, StoreError
from cronistoria.settings import Settings
from tests.batch.made import Unwatched, bytes_in, make_plan, run, write_reports
from tests.batch.test_merging import skewed


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("batch")
    run(make_plan(*sorted(write_reports(root / "in").iterdir())), root / "batch")
    (root / "secret.csv").write_text("a\n1\n")
    return root / "batch"


@pytest.fixture
def archive(batch: Path) -> Iterator[Archive]:
    with open_archive(batch, "500MB") as opened:
        yield opened


def test_tables_are_there_with_their_month(archive: Archive) -> None:
    answer = archive.ask("SELECT month, count(*) AS number FROM documents GROUP BY month ORDER BY month")
    assert answer.columns == ("month", "number")
    assert [month for month, _ in answer.rows] == ["2031-01", "2031-02", "2031-03", "unknown"]
    assert list(archive.ask("SELECT count(*) FROM parties WHERE part = 'participant'").rows) == [(96,)]


def test_what_is_not_merged_yet_can_be_asked_too(archive: Archive) -> None:
    assert list(archive.ask("SELECT * FROM ledger").rows) == []
    columns = archive.views().columns
    assert {"documents", "records", "entries", "ledger", "agenda", "parties", "people"} <= columns.keys()
    assert {"status", "reason", "deciding_entry", "title"} <= set(columns["entries"])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT nothing\nFROM documents", 'Referenced column "nothing" not found'),
        ("SELEKT 1", 'syntax error at or near "SELEKT"'),
        ("SELECT 1; SELECT 2", "expected one SELECT .* found SELECT, SELECT"),
        ("", "expected one SELECT .* found nothing"),
        ("DROP VIEW documents", "found DROP"),
        ("COPY documents TO '{root}/documents/x.parquet'", "found COPY"),
        ("CREATE TABLE x AS SELECT 1", "found CREATE"),
        ("SET memory_limit = '9GB'", "found SET"),
        ("ATTACH '{root}/x.db'", "found ATTACH"),
        ("INSTALL httpfs", "found LOAD"),
        ("SELECT * FROM read_csv('{root}/../secret.csv')", "disabled by configuration"),
        ("SELECT * FROM '{root}/../secret.csv'", "disabled by configuration"),
        ("SELECT * FROM read_text('/etc/passwd')", "disabled by configuration"),
        ("SELECT * FROM glob('/etc/*')", "disabled by configuration"),
        ("SELECT * FROM read_parquet('https://example.org/a.parquet')", "disabled by configuration"),
        ("SELECT * FROM query('COPY documents TO ''x''')", "Expected a single SELECT statement"),
    ],
)
def test_what_is_wrong_or_not_allowed_is_told(batch: Path, archive: Archive, query: str, said: str) -> None:
    before = bytes_in(batch)
    with pytest.raises(InputError, match=said):
        list(archive.ask(query.replace("{root}", str(batch))).rows)
    assert bytes_in(batch) == before


def test_an_error_names_its_place(archive: Archive) -> None:
    with pytest.raises(InputError, match=r"LINE 2: WHERE nothing\n *\^"):
        archive.ask("SELECT 1 FROM documents\nWHERE nothing")


def test_an_error_that_comes_late_is_told_too(archive: Archive) -> None:
    with pytest.raises(InputError, match="Could not convert"):
        list(archive.ask("SELECT CAST(text AS INTEGER) FROM documents").rows)


def test_variables_of_this_program_are_no_tables(archive: Archive) -> None:
    secret = [1]  # noqa: F841
    with pytest.raises(InputError, match="does not exist"):
        archive.ask("SELECT * FROM secret")


def test_only_a_finished_batch_can_be_asked(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no batch"), open_archive(tmp_path, "1GB"):
        pass


def test_entries_have_their_status(tmp_path: Path) -> None:
    write_tellings(tmp_path, skewed(60))
    folder = MergeFolder(tmp_path)
    plan = MergePlan(batch=folder.batch, version="1", labels="en", settle=True, now=None)
    folder.begin(plan, resume=False, again=False)
    run_merge(plan, folder, Alone(partial(make_worker, Settings())), Unwatched())
    with open_archive(tmp_path, "1GB") as archive:
        ((number, words),) = archive.ask("SELECT count(*), min(content) FROM ledger WHERE status = 'open'").rows
        assert (number > 0, words.startswith("border")) == (True, True)
        ((told,),) = archive.ask("SELECT count(*) FROM entry_records").rows
        ((records,),) = archive.ask("SELECT count(*) FROM records").rows
        assert told == records
