"""What following remembers, in a small SQLite file beside the chronicle: when to look again, and what is still to do.

Everything that one answer changes is changed in one transaction. An article stays queued until it is in the chronicle,
so that a kill at any moment at worst fetches it once more; the chronicle itself keeps each text once.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec

from cronistoria.errors import StoreError
from cronistoria.follow.fetching import Known
from cronistoria.ingest.piece import Said

_VERSION = 1
_MOST = 2_000
_TABLES = """
CREATE TABLE IF NOT EXISTS feeds (
  url TEXT PRIMARY KEY, etag TEXT, modified TEXT, next_at REAL NOT NULL, failures INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
  feed TEXT NOT NULL, key TEXT NOT NULL, url TEXT, mark TEXT NOT NULL, said TEXT NOT NULL, content TEXT NOT NULL,
  task TEXT, next_at REAL NOT NULL, etag TEXT, modified TEXT, visits INTEGER NOT NULL, failures INTEGER NOT NULL,
  outcome TEXT, PRIMARY KEY (feed, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS articles_due ON articles (next_at) WHERE task IS NOT NULL;
"""
Task = Literal["read", "revisit"]


class FeedState(msgspec.Struct, frozen=True, kw_only=True):
    """A feed: when to look at it again, and how often in a row that failed."""

    url: str
    known: Known = Known()
    next_at: float = 0.0
    failures: int = 0


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """An item of a feed. ``key`` is its id there, ``mark`` changes when what the feed tells of it does; ``task`` is
    what is to be done from ``next_at`` on, ``outcome`` what was done last.
    """

    feed: str
    key: str
    url: str | None
    mark: str
    said: Said
    content: str
    task: Task | None = "read"
    next_at: float = 0.0
    known: Known = Known()
    visits: int = 0
    failures: int = 0
    outcome: str | None = None


class State:
    """The file; used from one thread, by one process at a time."""

    def __init__(self, path: Path) -> None:
        try:
            self._base = sqlite3.connect(path, isolation_level=None, timeout=5)
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._base.execute("BEGIN IMMEDIATE")
            (version,) = self._base.execute("PRAGMA user_version").fetchone()
            if version not in (0, _VERSION):
                raise StoreError(f"{path}: was made by a newer version of cronistoria")
            for statement in filter(str.strip, _TABLES.split(";")):
                self._base.execute(statement)
            self._base.execute(f"PRAGMA user_version = {_VERSION}")
            self._base.execute("COMMIT")
        except sqlite3.OperationalError as error:
            raise StoreError(f"{path}: is in use by another `follow`, or cannot be written ({error})") from error
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{path}: is no file of `follow` ({error})") from error

    def feed(self, url: str) -> FeedState:
        """What is known of a feed."""
        asked = "SELECT url, etag, modified, next_at, failures FROM feeds WHERE url = ?"
        row = self._base.execute(asked, (url,)).fetchone()
        if row is None:
            return FeedState(url=url)
        return FeedState(url=row[0], known=Known(row[1], row[2]), next_at=row[3], failures=row[4])

    def keep_feed(self, feed: FeedState, articles: Iterable[Article] = ()) -> int:
        """Notes how a look at a feed went and queues what is new or changed in it; the number of these."""
        queued = 0
        with self._transaction():
            row = (feed.url, feed.known.etag, feed.known.modified, feed.next_at, feed.failures)
            self._base.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?, ?, ?)", row)
            for article in articles:
                queued += self._queue(article)
        return queued

    def keep(self, article: Article) -> None:
        """Notes what became of an article."""
        with self._transaction():
            self._base.execute(f"INSERT OR REPLACE INTO articles VALUES ({', '.join('?' * 13)})", _row(article))

    def due(self, now: float, feeds: Iterable[str]) -> Iterator[Article]:
        """The articles of these feeds with which something is to be done, in order of time; some thousands at most."""
        asked = f"SELECT * FROM articles WHERE task IS NOT NULL AND next_at <= ? AND feed IN ({_marks(feeds)}) "
        found = self._base.execute(asked + f"ORDER BY next_at, feed, key LIMIT {_MOST}", (now, *feeds)).fetchall()
        return map(_article, found)

    def next_at(self, feeds: Iterable[str]) -> float | None:
        """When the next article of these feeds is due, if one is queued."""
        asked = f"SELECT min(next_at) FROM articles WHERE task IS NOT NULL AND feed IN ({_marks(feeds)})"
        found: float | None = self._base.execute(asked, tuple(feeds)).fetchone()[0]
        return found

    def queued(self) -> int:
        """How many articles are still to be read."""
        (number,) = self._base.execute("SELECT count(*) FROM articles WHERE task = 'read'").fetchone()
        return int(number)

    def close(self) -> None:
        """Lets go of the file."""
        self._base.close()

    def _queue(self, article: Article) -> bool:
        asked = "SELECT * FROM articles WHERE feed = ? AND key = ?"
        row = self._base.execute(asked, (article.feed, article.key)).fetchone()
        if row is not None:
            kept = _article(row)
            if kept.mark == article.mark:
                return False
            article = msgspec.structs.replace(article, known=kept.known, visits=kept.visits)
        self._base.execute(f"INSERT OR REPLACE INTO articles VALUES ({', '.join('?' * 13)})", _row(article))
        return True

    def _transaction(self) -> "_Transaction":
        return _Transaction(self._base)


class _Transaction:
    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base

    def __enter__(self) -> None:
        self._base.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._base.execute("ROLLBACK" if kind is not None else "COMMIT")


def _marks(feeds: Iterable[str]) -> str:
    return ", ".join("?" for _ in feeds)


def _row(article: Article) -> tuple[Any, ...]:
    return (
        article.feed, article.key, article.url, article.mark, msgspec.json.encode(article.said).decode(),
        article.content, article.task, article.next_at, article.known.etag, article.known.modified, article.visits,
        article.failures, article.outcome,
    )  # fmt: skip


def _article(row: tuple[Any, ...]) -> Article:
    return Article(
        feed=row[0], key=row[1], url=row[2], mark=row[3], said=msgspec.json.decode(row[4], type=Said), content=row[5],
        task=row[6], next_at=row[7], known=Known(row[8], row[9]), visits=row[10], failures=row[11], outcome=row[12],
    )  # fmt: skip
