"""``cronistoria follow``."""

import json
from pathlib import Path

import pytest

from cronistoria.cli.following import state_path
from tests.build.calls import CallAnalyser
from tests.cli.conftest import Run
from tests.follow.made import page, rss
from tests.follow.server import serving


def test_feeds_become_a_chronicle(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cronistoria.reader.Reader.analyser", CallAnalyser())
    with serving() as site:
        site.says("/rss", rss([("/1", "Calls")]))
        site.says("/1", page("Ada calls Bea."))
        settings = 'delay = 0\nprivate_networks = ["127.0.0.0/8"]\n'
        listed = f'{settings}[[feed]]\nurl = "{site.url("/rss")}"\nfull_text = true\n'
        (tmp_path / "feeds.toml").write_text(listed)
        crisis = tmp_path / "crisis.db"
        first = run("follow", tmp_path / "feeds.toml", "-o", crisis, "--once", "--log-format", "json")
        assert first.exit_code == 0, first.stderr
        events = [json.loads(line) for line in first.stderr.splitlines()]
        assert [event["event"] for event in events] == ["start", "feed", "page", "report", "end"]
        assert (events[3]["outcome"], events[3]["records"]) == ("new", 1)
        again = run("follow", tmp_path / "feeds.toml", "-o", crisis, "--once", "--health", "127.0.0.1:0")
        assert [line.split()[1] for line in again.stderr.splitlines()] == ["start", "feed", "end"]
    assert json.loads(run("stats", crisis, "--format", "json").stdout)["reports"] == 1
    assert (tmp_path / "crisis.db.follow").exists()


def test_what_is_wrong_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "feeds.toml").write_text('[[feed]]\nurl = "https://a.example"\nlang = "it"\n')
    result = run("follow", tmp_path / "feeds.toml", "-o", tmp_path / "crisis.db")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert "feeds.toml: Object contains unknown field `lang` - at `$.feed[0]`" in result.stderr
    (tmp_path / "feeds.toml").write_text('[[feed]]\nurl = "https://a.example"\n')
    result = run("follow", tmp_path / "feeds.toml", "-o", tmp_path / "crisis.db", "--interval", "soon")
    assert "--interval 'soon': expected seconds" in result.stderr


def test_where_following_remembers() -> None:
    assert [str(state_path(place)) for place in ("a/crisis.db", "postgresql://host/crisis")] == [
        "a/crisis.db.follow", "crisis.follow",
    ]  # fmt: skip


def test_a_version_is_explained_and_counted(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cronistoria.reader.Reader.analyser", CallAnalyser())
    crisis, settings = tmp_path / "crisis.db", 'delay = 0\nprivate_networks = ["127.0.0.0/8"]\n'
    with serving() as site:
        (tmp_path / "feeds.toml").write_text(f'{settings}[[feed]]\nurl = "{site.url("/rss")}"\n')
        for whom in ("Bea", "Eva"):
            site.says("/rss", rss([("/1", "Calls on Friday")], f"Ada calls {whom}. The foreign ministers spoke again."))
            assert run("follow", tmp_path / "feeds.toml", "-o", crisis, "--once").exit_code == 0
    totals = json.loads(run("stats", crisis, "--format", "json").stdout)
    assert (totals["reports"], totals["versions"], totals["records"]) == (2, 1, 1)
    (entry,) = json.loads(run("chronicle", crisis, "--format", "json").stdout)
    (found,) = json.loads(run("explain", crisis, entry["id"], "--format", "json").stdout)
    ((earlier,),) = (telling["replaces"] for telling in found["tellings"])
    words = run("explain", crisis, entry["id"], "--format", "markdown", "--labels", "en").stdout
    assert f"in place of the earlier text {earlier[:8]}" in words
