"""Feeds made by hand, and following over a store in memory with a clock of its own."""

import io
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from cronistoria.build.building import Building, Plan
from cronistoria.build.reading import make_worker
from cronistoria.follow.feeds import Feed, Feeds
from cronistoria.follow.following import Following
from cronistoria.follow.journal import Journal
from cronistoria.follow.keeping import ChronicleKeeper, keeping
from cronistoria.follow.state import State
from cronistoria.ingest.document import Given
from cronistoria.settings import Settings
from cronistoria.store.base import Store

START = 1_931_040_000.0  # 12 March 2031
PLAN = Plan(settings=Settings(), given=Given(language="en"), versions=True)
Keeping = Callable[[Store, Plan], AbstractContextManager[ChronicleKeeper]]


class Clock:
    """Moves only when told to, and a little at each look, so that nothing waits for ever."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> float:
        self.now += 0.001
        return self.now


def rss(items: Iterable[tuple[str, str]], text: str = "") -> str:
    """A feed of links with their titles."""
    entries = "".join(
        f"<item><guid>{link}</guid><link>{link}</link><title>{title}</title><description>{text or title}</description>"
        "<pubDate>Wed, 12 Mar 2031 10:00:00 GMT</pubDate></item>"
        for link, title in items
    )
    return f'<rss version="2.0"><channel><title>Gazette</title><link>/</link>{entries}</channel></rss>'


def page(*sentences: str, canonical: str = "") -> str:
    """An article's page; the words around the sentences are those of the first one's first letter."""
    first = sentences[0][:1]
    words = ("lake", "dam", "barge", "lock", "harbour", "talk", "paper", "vote", "road", "week", "town")
    more = " ".join(f"{first}{word}" for word in words)
    lines = (*sentences, f"On {more}.", f"Of {more} the officials said no.")
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    body = f"<body><article><h1>Calls</h1>{paragraphs}</article></body>"
    return f"<html><head><title>Calls</title>{link}</head>{body}</html>"


def feeds(*urls: str, **changed: object) -> Feeds:
    """A list of feeds on the loopback, in no hurry to be polite."""
    usual = {"delay": 0, "timeout": 2, "private_networks": ("127.0.0.0/8",), "interval": 600, "revisit": (3600,)}
    full = bool(changed.pop("full_text", True))
    made = tuple(Feed(url=url, full_text=full, outlet="Gazette", language="en") for url in urls)
    return Feeds(feed=made, **{**usual, **changed})  # type: ignore[arg-type]


@contextmanager
def keeping_side_by_side(store: Store, plan: Plan = PLAN) -> Iterator[ChronicleKeeper]:
    """A keeper whose reports are under way at the same time, as with several processes."""
    with ThreadPoolExecutor(4) as pool:
        worker = make_worker(plan.settings)
        yield ChronicleKeeper(store, Building(store, plan, lambda given: pool.submit(worker, given), 0), 8)


@contextmanager
def following(
    feeds: Feeds, store: Store, state: Path, clock: Clock | None = None, keeping: Keeping = keeping
) -> Iterator[tuple[Following, Journal]]:
    """A run over a store."""
    clock = clock or Clock()
    journal = Journal("text", clock, io.StringIO())
    with closing(State(state)) as kept, keeping(store, PLAN) as keeper:
        yield Following(feeds, kept, keeper, journal, clock), journal


def run(feeds: Feeds, store: Store, state: Path, clock: Clock | None = None, keeping: Keeping = keeping) -> Journal:
    """Follows once; what was told."""
    with following(feeds, store, state, clock, keeping) as (one, journal):
        one.run(once=True)
    return journal
