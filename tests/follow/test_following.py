"""Feeds become a chronicle: each article once, corrected ones as versions, whatever happens on the way."""

from pathlib import Path

import pytest

from cronistoria.build.checking import find_faults
from cronistoria.reader import Reader
from cronistoria.store.memory import MemoryStore
from tests.build.calls import CallAnalyser
from tests.follow.made import Clock, feeds, keeping_side_by_side, page, rss, run
from tests.follow.server import Site, plain, unless_changed

ADA = page("Ada calls Bea.")


@pytest.fixture(autouse=True)
def analyser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reader, "analyser", CallAnalyser())


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "crisis.db.follow"


def called(store: MemoryStore) -> list[str]:
    """Who is called, by whom, and in how many sources."""
    with store.reading() as reader:
        assert reader.unmerged() == ()
        found = ((t.record.actors[0], t.record.recipients[0], len(t.sources)) for t in reader.tellings())
        return sorted(f"{who.partition(':')[2]}-{whom.partition(':')[2]} {number}" for who, whom, number in found)


def test_new_articles_are_read_once_and_known_ones_not_asked_for(site: Site, store: MemoryStore, state: Path) -> None:
    site.answers["/rss"] = unless_changed(rss([("/1", "Calls"), ("/2?utm_source=rss", "More calls")]), '"1"')
    site.says("/1", ADA)
    site.says("/2?utm_source=rss", page("Cid calls Dea."))
    listed, clock = feeds(site.url("/rss")), Clock()
    assert run(listed, store, state, clock).reports == {"new": 2}
    assert run(listed, store, state, clock).reports == {}
    assert called(store) == ["ada-bea 1", "cid-dea 1"]
    assert site.counts == {"/robots.txt": 2, "/rss": 2, "/1": 1, "/2?utm_source=rss": 1}
    with store.reading() as reader:
        assert [f.path for f in reader.files()] == [site.url("/1"), site.url("/2")]
        source = next(source for source in reader.sources() if source.url == site.url("/1"))
        assert (source.outlet, source.language, source.title) == ("Gazette", "en", "Calls")
        assert source.published is not None and source.published.edtf == "2031-03-12"
        assert reader.report(source.document).document.retrieved == "2031-03-12T00:00:00Z"


@pytest.mark.parametrize("full_text", [True, False])
def test_reading_side_by_side_changes_nothing(site: Site, store: MemoryStore, state: Path, full_text: bool) -> None:
    links = [(f"/{number}", f"Calls {number}") for number in range(6)]
    site.says("/rss", rss([*links, ("/again", "Calls again")], "Ada calls Bea."))
    site.says("/other", rss([("/0", "The same page"), ("/6", "More")], "Bea calls Cid."))
    for number, who in enumerate(("Ada", "Ada", "Bea", "Cid", "Dea", "Eva", "Flo")):
        site.says(f"/{number}", page(f"{who} calls Gus."))
    site.says("/again", page("Ada calls Gus again.", canonical=site.url("/0")))
    listed, one = feeds(site.url("/rss"), site.url("/other"), full_text=full_text), MemoryStore()
    alone = run(listed, one, state.with_name("alone.follow"))
    journal = run(listed, store, state, keeping=keeping_side_by_side)
    assert called(store) == called(one)
    assert sum(journal.reports.values()) == sum(alone.reports.values())


def test_an_interval_is_waited_for(site: Site, store: MemoryStore, state: Path) -> None:
    from tests.follow.made import following

    site.says("/rss", rss([]))
    clock = Clock()
    run(feeds(site.url("/rss")), store, state, clock)
    with following(feeds(site.url("/rss")), store, state, clock) as (one, _):
        assert list(one._due(every=False)) == []
        clock.now += 601
        assert [job.url for job in one._due(every=False)] == [site.url("/rss")]


def test_a_corrected_article_is_a_version_and_the_first_stays_on_file(
    site: Site, store: MemoryStore, state: Path
) -> None:
    site.says("/rss", rss([("/1", "Calls")]))
    site.answers["/1"] = unless_changed(ADA, '"1"')
    listed, clock = feeds(site.url("/rss")), Clock()
    run(listed, store, state, clock)
    clock.now += 3700
    site.answers["/1"] = unless_changed(page("Ada calls Eva."), '"2"')
    assert run(listed, store, state, clock).reports == {"version": 1}
    assert called(store) == ["ada-eva 1"]
    with store.reading() as reader:
        assert (reader.totals().reports, reader.totals().versions) == (2, 1)
    clock.now += 99_999
    assert run(listed, store, state, clock).reports == {}
    assert site.counts["/1"] == 2
    site.says("/rss", rss([("/1", "Calls corrected")]))
    run(listed, store, state, clock)
    assert (site.counts["/1"], called(store)) == (3, ["ada-eva 1"])
    assert site.asked[-1][1]["if-none-match"] == '"2"'


def test_a_page_may_name_its_address_on_its_own_host_only(site: Site, store: MemoryStore, state: Path) -> None:
    site.says("/rss", rss([("/1?from=a", "A"), ("/1?from=b", "B"), ("/3", "C")]))
    for path in ("/1?from=a", "/1?from=b"):
        site.says(path, page("Ada calls Bea.", canonical=site.url("/1")))
    site.says("/3", page("Cid calls Dea.", canonical="https://other.example/9"))
    assert run(feeds(site.url("/rss")), store, state).reports == {"new": 2, "known": 1}
    with store.reading() as reader:
        assert [f.path for f in reader.files()] == [site.url("/1"), site.url("/3")]


def test_what_only_the_feed_tells_is_read_from_it(site: Site, store: MemoryStore, state: Path) -> None:
    site.says("/rss", rss([("/1", "Calls")], "Ada calls Bea."))
    listed = feeds(site.url("/rss"), full_text=False)
    assert run(listed, store, state).reports == {"new": 1}
    site.says("/rss", rss([("/1", "Calls")], "Ada calls Eva."))
    assert run(listed, store, state).reports == {"version": 1}
    assert (called(store), site.counts["/1"]) == (["ada-eva 1"], 0)


@pytest.mark.parametrize(
    ("status", "fate", "headers"),
    [
        ("404 Not Found", "gone", {}),
        ("403 Forbidden", "gone", {}),
        ("302 Found", "refused", {"Location": "http://10.0.0.1/"}),
        ("200 OK", "answered", {}),
    ],
)
def test_an_article_without_its_page_is_what_the_feed_tells(
    site: Site, store: MemoryStore, state: Path, status: str, fate: str, headers: dict[str, str]
) -> None:
    site.says("/rss", rss([("/1", "Calls")], "Ada calls Bea."))
    site.says("/1", "<html></html>", status, **headers)
    journal = run(feeds(site.url("/rss")), store, state)
    assert journal.fetches["page", fate] == 1
    assert called(store) == ["ada-bea 1"]
    assert run(feeds(site.url("/rss")), store, state).fetches == {("feed", "answered"): 1}


def test_robots_are_heard(site: Site, store: MemoryStore, state: Path) -> None:
    site.says("/robots.txt", "User-agent: *\nDisallow: /secret\n")
    site.says("/rss", rss([("/secret/1", "Calls")], "Ada calls Bea."))
    site.says("/secret/1", page("Ada calls Eva."))
    assert run(feeds(site.url("/rss")), store, state).fetches["page", "refused"] == 1
    assert (called(store), site.counts["/secret/1"]) == (["ada-bea 1"], 0)
    site.says("/robots.txt", "", "500 Internal Server Error")
    assert run(feeds(site.url("/rss")), store, state).fetches == {("feed", "refused"): 1}


def test_a_busy_host_is_left_alone_and_asked_again(site: Site, store: MemoryStore, state: Path) -> None:
    site.says("/rss", rss([("/1", "Calls")]))
    site.says("/1", "", "429 Too Many Requests", Retry_After="100")
    listed, clock = feeds(site.url("/rss"), robots=False), Clock()
    assert run(listed, store, state, clock).reports == {}
    clock.now += 90
    run(listed, store, state, clock)
    assert site.counts["/1"] == 1
    clock.now += 20
    site.says("/1", ADA)
    assert run(listed, store, state, clock).reports == {"new": 1}
    assert called(store) == ["ada-bea 1"]


def test_what_fails_is_tried_again_ever_more_rarely_and_then_given_up(
    site: Site, store: MemoryStore, state: Path
) -> None:
    site.says("/rss", rss([("/1", "Calls")], "Ada calls Bea."))
    site.says("/1", "", "500 Internal Server Error")
    listed, clock, waits = feeds(site.url("/rss"), robots=False, attempts=4), Clock(), []
    for number in range(1, 5):
        waited = 0
        while site.counts["/1"] < number:
            run(listed, store, state, clock)
            clock.now += 10
            waited += 1
        waits.append(waited)
    assert waits == sorted(waits) and waits[0] < waits[-1]
    assert called(store) == ["ada-bea 1"]
    clock.now += 999_999
    run(listed, store, state, clock)
    assert site.counts["/1"] == 4


@pytest.mark.parametrize(
    "answer", [plain("<rss><chan"), plain("no feed at all"), plain("", "500 Oops"), plain(b"\xff" * 99)]
)
def test_a_broken_feed_does_not_end_the_others(site: Site, store: MemoryStore, state: Path, answer: object) -> None:
    site.answers["/a"] = answer  # type: ignore[assignment]
    site.says("/b", rss([("/1", "Calls")]))
    site.says("/1", ADA)
    journal = run(feeds(site.url("/a"), site.url("/b")), store, state)
    assert (journal.fetches["feed", "failed"], journal.reports) == (1, {"new": 1})
    with store.reading():
        assert list(find_faults(store)) == []


def test_encodings_of_pages_and_feeds(site: Site, store: MemoryStore, state: Path) -> None:
    feed = '<?xml version="1.0" encoding="windows-1251"?>' + rss([("/1", "Встреча"), ("/2", "Ещё встреча")])
    text = "<p>Министр Альдо Берти встретился в среду в Вене с коллегой Ильзе Керн, чтобы обсудить границу.</p>"
    site.says("/rss", feed.encode("cp1251"))
    site.says(
        "/1", f"<html><body>{text}</body></html>".encode("cp1251"), Content_Type="text/html; charset=windows-1251"
    )
    site.says("/2", f"<html><body>{text}<p>Ада.</p></body></html>".encode("utf-16"))
    run(feeds(site.url("/rss")), store, state)
    with store.reading() as reader:
        texts = [reader.report(source.document).document.text for source in reader.sources()]
    assert sorted(text.split("\n")[0] for text in texts) == ["Встреча", "Ещё встреча"]
    assert all("встретился в среду" in text for text in texts)


def test_it_stops_when_told_to(site: Site, store: MemoryStore, state: Path) -> None:
    from tests.follow.made import following

    site.says("/rss", rss([("/1", "Calls")]))
    with following(feeds(site.url("/rss")), store, state) as (one, journal):
        site.answers["/1"] = lambda connection, asked: (one.stop(), plain(ADA)(connection, asked))[1]  # type: ignore[func-returns-value]
        one.run(once=False)
    assert journal.reports == {"new": 1}
    assert called(store) == ["ada-bea 1"]
