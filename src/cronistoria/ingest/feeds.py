"""Feeds: the reports in an RSS or Atom file, whole where the feed carries them, else as title and summary.

Malformed feeds are read as far as they can be. Addresses are made absolute by the feed's own; dates are those that the
feed writes, and none is made up.
"""

import io
import warnings
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from cronistoria.errors import CronistoriaError
from cronistoria.ingest.fragments import fragment_text, is_marked_up
from cronistoria.ingest.opened import Opened
from cronistoria.ingest.piece import Intake, Piece, Refusal, Said
from cronistoria.ingest.published import read_date

_DATES = ("published", "created", "updated")


def pieces_of_feed(opened: Opened, intake: Intake) -> Iterator[Piece | Refusal]:
    """The reports of a feed; a place is an item's own id, or its address, or its number."""
    feed = parse_feed(opened.whole(intake.size * intake.heavy), opened.place)
    if isinstance(feed, Refusal):
        yield feed
        return
    for number, entry in enumerate(feed.entries, start=1):
        said = said_by(entry, feed)
        yield piece_of_entry(entry, said, f"{opened.place}#{entry.get('id') or said.url or number}")


def parse_feed(data: bytes, place: str) -> Any:
    """What `feedparser` makes of a feed's bytes, or a refusal if there is nothing in it."""
    try:
        import feedparser
    except ImportError as error:
        raise CronistoriaError("feeds need feedparser: pip install 'cronistoria[sources]'") from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        feed = feedparser.parse(io.BytesIO(data))  # bytes alone might be taken for an address, and fetched
    if feed.entries or (feed.version and not feed.bozo):
        return feed
    reason = str(feed.get("bozo_exception") or "neither RSS nor Atom")
    return Refusal(place=place, kind="damaged", message=f"{place}: no feed ({reason})")


def said_by(entry: Any, feed: Any) -> Said:
    """What a feed says about one of its items."""
    home = feed.feed.get("link") or ""
    dates = (read_date(entry[name]) for name in _DATES if dict.get(entry, name))  # its own `get` makes dates up
    return Said(
        title=_plain(entry.get("title") or ""),
        url=urljoin(home, entry["link"]) if entry.get("link") else None,
        publisher=(entry.get("source") or {}).get("title") or feed.feed.get("title") or None,
        author=entry.get("author") or None,
        published=next(filter(None, dates), None),
        language=(feed.feed.get("language") or "").partition("-")[0].lower() or None,
        summary=not entry.get("content"),
    )


def _plain(title: str) -> str | None:
    """A title without mark-up, on one line."""
    return " ".join((fragment_text(title) if is_marked_up(title) else title).split()) or None


def piece_of_entry(entry: Any, said: Said, place: str) -> Piece:
    """The piece of an item."""
    whole = [content.value for content in entry.get("content", ()) if content.get("value")]
    markup = "\n".join(whole) or entry.get("summary", "")
    return Piece(place=place, media="fragment", data=markup.encode("utf-8", "replace"), said=said, member=True)
