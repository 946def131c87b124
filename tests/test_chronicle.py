"""`cronistoria.open`: tables over a chronicle."""

from pathlib import Path

import pytest

import cronistoria
from cronistoria.chronicle import Chronicle, make_query
from cronistoria.errors import InputError, StoreError
from cronistoria.model.query import Query
from tests.build.test_copies import AGENCY
from tests.store.made import made_report


@pytest.fixture
def crisis(tmp_path: Path) -> Chronicle:
    place = str(tmp_path / "crisis.db")
    with cronistoria.open(place, create=True) as chronicle:
        for outlet, called in (("Post", "03"), ("Herald", "05")):
            assert chronicle.add(made_report(f"Alba calls in {outlet} Borea.", outlet=outlet, called=called))
    return cronistoria.open(place)


def test_tables_of_what_there_is(crisis: Chronicle) -> None:
    with crisis:
        assert crisis.reports(outlets="Post").column("title").to_pylist() == ["Title of Post"]
        assert crisis.records(start="2031-05-04").column("outlet").to_pylist() == ["Herald"]
        assert crisis.records(end="2031-05-03", actors=["ALBA"]).column("outlet").to_pylist() == ["Post"]
        entries = crisis.entries(labels="it", actors="Alba")
        assert (entries.num_rows, entries.column("outlets").to_pylist()) == (2, [["Post"], ["Herald"]])
        assert all("Alba" in title for title in entries.column("title").to_pylist())


def test_formats_are_written_to_files(crisis: Chronicle, tmp_path: Path) -> None:
    with crisis:
        crisis.export(tmp_path / "posts.jsonl", "jsonl", labels="it", outlets="Post")
        (line,) = (tmp_path / "posts.jsonl").read_text(encoding="utf-8").splitlines()
        assert "Alba" in line
        with pytest.raises(InputError, match="format 'pdf'"):
            crisis.export(tmp_path / "none.pdf", "pdf")


def test_a_report_is_added_once_and_a_copy_is_a_further_source(crisis: Chronicle) -> None:
    with crisis:
        text = f"Alba calls on. {AGENCY} Borea."
        original, copy = (made_report(t, outlet=o) for t, o in ((text, "Agency"), (text + " ", "Echo")))
        assert crisis.add(original) and not crisis.add(original)
        assert crisis.add(copy)
        copied = crisis.reports(outlets="Echo").column("copy_of").to_pylist()
        assert copied == [original.document.id]
        assert crisis.report(original.document.id) == original


def test_queries_of_keywords() -> None:
    assert make_query({"start": "2022-02", "end": "2022-03", "kinds": "contact", "limit": 3, "outlets": None}) == Query(
        start="2022-02-01", end="2022-04-01", kinds=("contact",), limit=3
    )
    with pytest.raises(TypeError, match="no such filter: kind; expected actors"):
        make_query({"kind": "contact"})


def test_a_chronicle_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such chronicle"):
        cronistoria.open(str(tmp_path / "none.db"))
