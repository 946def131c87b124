"""Feeds followed: looks at what is due, fetches what is new, and hands it on to be read, until told to stop.

Fetching is done by several threads, no two of which ask one host at a time; what was fetched is taken in by one, as it
comes, and read by as many processes as there are. An article is noted as done only after it was taken in, so that a
kill at any moment loses nothing.
"""

import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import UTC, datetime
from itertools import islice
from typing import Protocol
from urllib.parse import urlsplit

import msgspec

from cronistoria.build.building import Step
from cronistoria.follow.articles import articles_of, piece_of_feed, piece_of_page
from cronistoria.follow.feeds import Feed, Feeds, seconds
from cronistoria.follow.fetching import FORBIDDEN, Fetched, Fetcher, Known
from cronistoria.follow.journal import Journal
from cronistoria.follow.politeness import Politeness, wait_after
from cronistoria.follow.state import Article, FeedState, State
from cronistoria.ingest.piece import Piece, Refusal

_TICK = 0.5
_READ = frozenset(("new", "copy", "version", "known"))


class Keeper(Protocol):
    """Who takes in what was fetched."""

    @property
    def at_once(self) -> int:
        """How many pieces are best given at a time."""

    def take(self, pieces: Sequence[Piece], /) -> Sequence[Step]:
        """Reads pieces into the chronicle; what became of each."""

    def settle(self) -> None:
        """Merges what was taken in."""


class Job(msgspec.Struct, frozen=True):
    """Something to fetch: a feed or, for an ``article``, its page."""

    url: str
    known: Known
    feed: Feed
    article: Article | None = None

    @property
    def id(self) -> tuple[str, str | None]:
        """What is fetched, whatever its address."""
        return self.feed.url, self.article.key if self.article else None


class Following:
    """One run over a list of feeds; ``clock`` tells the seconds since 1970."""

    def __init__(
        self, feeds: Feeds, state: State, keeper: Keeper, journal: Journal, clock: Callable[[], float] = time.time
    ) -> None:
        self._feeds, self._state, self._keeper, self._journal, self._clock = feeds, state, keeper, journal, clock
        self._fetcher = Fetcher(feeds)
        self._politeness = Politeness(self._fetcher, seconds(feeds.delay), clock, robots=feeds.robots)
        self._by_url = {feed.url: feed for feed in feeds.feed}
        self._stopped = threading.Event()
        self._unsettled = False

    def stop(self) -> None:
        """Ends the run once what is under way is done; may be called from a signal's handler."""
        self._stopped.set()

    def run(self, *, once: bool) -> None:
        """Follows until stopped or, with ``once``, until each feed was looked at and what it told was tried."""
        tried: set[tuple[str, str | None]] = set()
        under_way: dict[Future[Fetched], Job] = {}
        with ThreadPoolExecutor(self._feeds.workers, "fetch") as pool:
            while not self._stopped.is_set():
                self._read_what_feeds_tell()
                due = [job for job in self._due(every=once) if not once or job.id not in tried]
                for job in self._startable(due, under_way.values()):
                    tried.add(job.id)
                    under_way[pool.submit(self._fetch, job)] = job
                if once and not due and not under_way:
                    break
                self._wait(under_way)
                self._finish_done(under_way)
            wait(under_way)
            self._finish_done(under_way)
        self._settle()

    def _read_what_feeds_tell(self) -> None:
        """Reads the articles for which nothing must be fetched."""
        due = (a for a in self._state.due(self._clock(), self._by_url) if not self._has_page(a))
        while not self._stopped.is_set() and (some := list(islice(due, self._keeper.at_once))):
            for article, step in zip(some, self._take(list(map(piece_of_feed, some))), strict=True):
                self._keep(article, step.outcome, task=None, visits=article.visits + 1)

    def _due(self, *, every: bool) -> Iterator[Job]:
        """What may be fetched by now, with ``every`` feed among it."""
        now = self._clock()
        for article in self._state.due(now, self._by_url):
            if self._has_page(article) and article.url:
                yield Job(article.url, article.known, self._by_url[article.feed], article)
        for feed in self._feeds.feed:
            kept = self._state.feed(feed.url)
            if every or kept.next_at <= now:
                yield Job(feed.url, kept.known, feed)

    def _startable(self, due: Iterable[Job], under_way: Collection[Job]) -> Iterator[Job]:
        """Those of which the host may be asked now and is not being asked."""
        now, busy = self._clock(), {_host(job) for job in under_way}
        for job in due:
            if len(busy) < self._feeds.workers and _host(job) not in busy and self._politeness.free_at(job.url) <= now:
                busy.add(_host(job))
                yield job

    def _wait(self, under_way: dict[Future[Fetched], Job]) -> None:
        if under_way:
            wait(under_way, timeout=_TICK, return_when=FIRST_COMPLETED)
            return
        self._settle()
        self._stopped.wait(_TICK)

    def _fetch(self, job: Job) -> Fetched:
        """In a thread of its own: asks, if the host's robots.txt lets it."""
        if not self._politeness.allows(job.url):
            return Fetched(url=job.url, fate="refused", reason=FORBIDDEN)
        fetched = self._fetcher.fetch(job.url, job.known, self._politeness.allows)
        self._politeness.was_asked(job.url)
        return fetched

    def _finish_done(self, under_way: dict[Future[Fetched], Job]) -> None:
        pages: list[tuple[Article, Fetched]] = []
        for future in [future for future in under_way if future.done()]:
            job, fetched = under_way.pop(future), future.result()
            if fetched.fate == "busy":
                self._politeness.hold(job.url, wait_after(fetched, 1))
            if job.article is None:
                self._finish_feed(job, fetched)
            elif fetched.fate == "answered":
                self._told("page", job.url, fetched)
                pages.append((job.article, fetched))
            else:
                self._finish_unread(job.article, fetched)
        for start in range(0, len(pages), self._keeper.at_once):
            self._finish_pages(pages[start : start + self._keeper.at_once])

    def _finish_feed(self, job: Job, fetched: Fetched) -> None:
        kept, now = self._state.feed(job.url), self._clock()
        interval = seconds(self._feeds.interval if job.feed.interval is None else job.feed.interval)
        articles = articles_of(job.feed, fetched, now) if fetched.fate == "answered" else ()
        if isinstance(articles, Refusal):
            fetched, articles = msgspec.structs.replace(fetched, fate="failed", reason=articles.message), ()
        if fetched.fate in ("answered", "unchanged"):
            new = self._state.keep_feed(FeedState(url=job.url, known=fetched.known, next_at=now + interval), articles)
        else:
            failures = kept.failures + 1
            pause = max(interval, wait_after(fetched, failures))
            self._state.keep_feed(msgspec.structs.replace(kept, next_at=now + pause, failures=failures))
            new = 0
        self._told("feed", job.url, fetched, new=new)

    def _finish_unread(self, article: Article, fetched: Fetched) -> None:
        """An article whose page did not come."""
        self._told("page", article.url or "", fetched)
        if fetched.fate == "unchanged":
            self._keep_visited(article, fetched, "unchanged")
        elif fetched.fate in ("busy", "failed") and article.failures + 1 < self._feeds.attempts:
            failures = article.failures + 1
            self._keep(article, fetched.fate, failures=failures, next_at=self._clock() + wait_after(fetched, failures))
        else:
            outcome = self._fall_back(article) if article.visits == 0 else fetched.fate
            self._keep(article, outcome, task=None, failures=article.failures + 1)

    def _finish_pages(self, pages: Sequence[tuple[Article, Fetched]]) -> None:
        at = datetime.fromtimestamp(self._clock(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        steps = self._take([piece_of_page(article, fetched, at) for article, fetched in pages])
        for (article, fetched), step in zip(pages, steps, strict=True):
            outcome: str = step.outcome
            if step.outcome not in _READ and article.visits == 0:
                outcome = self._fall_back(article)
            self._keep_visited(article, fetched, outcome)

    def _fall_back(self, article: Article) -> str:
        """Reads what the feed tells of an article whose page cannot be had."""
        (step,) = self._take([piece_of_feed(article)])
        return step.outcome

    def _take(self, pieces: Sequence[Piece]) -> Sequence[Step]:
        steps = self._keeper.take(pieces)
        for step in steps:
            self._unsettled = self._unsettled or step.outcome in ("new", "copy", "version")
            self._journal.read(step.place, step.outcome, step.records, kind=step.kind, error=step.error)
        return steps

    def _settle(self) -> None:
        if self._unsettled:
            self._keeper.settle()
            self._unsettled = False

    def _keep_visited(self, article: Article, fetched: Fetched, outcome: str) -> None:
        """Notes when the page is to be looked at again, if ever."""
        again = [seconds(length) for length in self._feeds.revisit][article.visits : article.visits + 1]
        self._keep(
            article, outcome, task="revisit" if again else None, next_at=self._clock() + sum(again), failures=0,
            known=fetched.known, visits=article.visits + 1,
        )  # fmt: skip

    def _keep(self, article: Article, outcome: str, **changes: object) -> None:
        """Notes what became of an article; what the feed told of it is no longer needed once it was read."""
        kept = msgspec.structs.replace(article, outcome=outcome, **changes)
        self._state.keep(kept if kept.task == "read" else msgspec.structs.replace(kept, content=""))
        self._journal.queued = self._state.queued()

    def _told(self, kind: str, url: str, fetched: Fetched, **more: object) -> None:
        moved = fetched.url if fetched.url != url else None
        reason = fetched.reason if fetched.reason != f"status {fetched.status}" else None
        self._journal.fetched(
            kind,
            url,
            fetched.fate,
            status=fetched.status,
            bytes=len(fetched.data),
            to=moved,
            reason=reason,
            **more,
        )

    def _has_page(self, article: Article) -> bool:
        """Whether an article's page is what is read, rather than what the feed tells."""
        return self._by_url[article.feed].full_text and article.url is not None


def _host(job: Job) -> str:
    return urlsplit(job.url).netloc.lower()
