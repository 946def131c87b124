"""``feeds.toml``, the lines told, and the page of health."""

import io
import json
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from cronistoria.errors import InputError, StoreError
from cronistoria.follow.feeds import load_feeds
from cronistoria.follow.health import Health, serving
from cronistoria.follow.journal import Journal
from cronistoria.follow.state import State
from tests.follow.made import START, Clock

FEED = '[[feed]]\nurl = "https://a.example/rss"\n'


def test_a_list_of_feeds(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(f'contact = "x"\ninterval = "5m"\n{FEED}full_text = true\noutlet = "A"\n')
    feeds = load_feeds(path)
    assert (feeds.contact, feeds.interval, feeds.feed[0].full_text, feeds.feed[0].outlet) == ("x", "5m", True, "A")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("colour = 1\n" + FEED, r"feeds\.toml: Object contains unknown field `colour`"),
        (FEED + "colour = 1\n", r"unknown field `colour` - at `\$\.feed\[0\]`"),
        (FEED + "full_text = 1\n", r"Expected `bool`, got `int` - at `\$\.feed\[0\]\.full_text`"),
        ('interval = "soon"\n' + FEED, r"'soon': expected seconds, .* - at `\$\.interval`"),
        (FEED + "interval = -1\n", r"-1: expected no negative number - at `\$\.feed\[0\]\.interval`"),
        (FEED + FEED, r"stands there twice - at `\$\.feed\[1\]\.url`"),
        (FEED.replace("https", "ftp"), r"begins with http:// or https:// - at `\$\.feed\[0\]\.url`"),
        ('private_networks = ["lan"]\n' + FEED, r"'lan' does not appear to be .* - at `\$\.private_networks\[0\]`"),
        ("feed = []\n", r"expected at least one feed"),
        ("[[feed", r"feeds\.toml: "),
    ],
)
def test_what_is_wrong_in_it_is_told_with_its_place(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "feeds.toml").write_text(text)
    with pytest.raises(InputError, match=reason):
        load_feeds(tmp_path / "feeds.toml")


def test_a_missing_list_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: no such file"):
        load_feeds(tmp_path / "none.toml")


def test_a_state_is_used_by_one_at_a_time(tmp_path: Path) -> None:
    state = State(tmp_path / "a.follow")
    with pytest.raises(StoreError, match="in use by another"):
        State(tmp_path / "a.follow")
    state.close()
    (tmp_path / "b").write_text("no database, but long enough to look at" * 40)
    with pytest.raises(StoreError, match="no file of `follow`"):
        State(tmp_path / "b")


def test_lines_to_read_and_lines_for_machines() -> None:
    lines = []
    for form in ("text", "json"):
        stream = io.StringIO()
        journal = Journal(form, lambda: START, stream)
        journal.fetched("feed", "https://a.example/\x1b[2J", "answered", status=200, bytes=10, new=0, reason="")
        journal.read("https://a.example/1", "new", 3)
        lines.append(stream.getvalue().splitlines())
    assert lines[0] == [
        "00:00:00 feed    answered   https://a.example/�[2J  (status 200, bytes 10)",
        "00:00:00 report  new        https://a.example/1  (records 3)",
    ]
    assert [json.loads(line) for line in lines[1]] == [
        {"at": "2031-03-12T00:00:00Z", "event": "feed", "url": "https://a.example/\x1b[2J", "fate": "answered",
         "status": 200, "bytes": 10},
        {"at": "2031-03-12T00:00:00Z", "event": "report", "place": "https://a.example/1", "outcome": "new",
         "records": 3},
    ]  # fmt: skip


def test_health_and_figures() -> None:
    clock = Clock()
    journal = Journal("text", clock, io.StringIO())
    journal.fetched("feed", "u", "answered", bytes=10)
    journal.read("u", "new", 3)
    with serving(Health(journal, clock, 600), "127.0.0.1:0") as place:

        def ask(path: str) -> str:
            with urllib.request.urlopen(f"http://{place}{path}") as answer:
                return str(answer.read().decode())

        assert json.loads(ask("/health"))["status"] == "ok"
        figures = ask("/metrics")
        assert 'cronistoria_fetches_total{fate="answered",what="feed"} 1.0' in figures
        assert "cronistoria_records_total 3.0" in figures
        clock.now += 700
        with pytest.raises(urllib.error.HTTPError, match="503"):
            ask("/health")
        with pytest.raises(urllib.error.HTTPError, match="404"):
            ask("/")
    with pytest.raises(InputError, match="expected HOST:PORT"), serving(Health(journal, clock, 1), "127.0.0.1:http"):
        pass
