"""The command that scores gold beside the checkout."""

from pathlib import Path

import pytest
import yaml

from evaluation.shared import main, shared_items
from tests.evaluation.made import read_all
from tests.sample import TEXT

_SCORER = (
    "import sys, pathlib; print(sorted(p.name for folder in sys.argv[1:3] for p in pathlib.Path(folder).iterdir()))"
)


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder laid out like the shared one, with a scorer that names the files it gets."""
    for name in ("gold", "corpora", "tools"):
        (tmp_path / name).mkdir()
    gold = {"lang": "it", "doc": {"corpus": "a.txt"}, "doc_date": {"value": "2022-04"}}
    (tmp_path / "gold" / "it-a.yaml").write_text(yaml.safe_dump(gold), encoding="utf-8")
    (tmp_path / "corpora" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "tools" / "score_report.py").write_text(_SCORER, encoding="utf-8")
    return tmp_path


def test_without_shared_gold_it_is_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "gold")], read_all) == 0
    assert "skipped" in capsys.readouterr().out


def test_reports_are_read_and_given_to_the_scorer(shared: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([str(shared / "gold"), "--out", str(shared / "out")], read_all) == 0
    assert "['it-a.json', 'it-a.yaml']" in capfd.readouterr().out
    assert main([str(shared / "gold"), "--only", "xx"], read_all) == 2


def test_the_golds_date_is_told_to_the_reader_unless_the_text_says_it(shared: Path) -> None:
    assert [item.published for item in shared_items(shared / "gold")] == ["2022-04"]
    (shared / "corpora" / "a.txt").write_text(" date 2022-04 " + TEXT, encoding="utf-8")
    assert [item.published for item in shared_items(shared / "gold")] == [None]
