"""From a feed's answer to its articles, and from an article to the piece that is read.

An article's place is its page's own address (the canonical one, if that is on the same host) or, where only the feed
tells of it, the feed with the item's id: a feed can replace nothing but what it told itself.
"""

import html
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urldefrag, urlencode, urljoin, urlsplit, urlunsplit

import msgspec

from cronistoria.follow.feeds import Feed
from cronistoria.follow.fetching import Fetched
from cronistoria.follow.state import Article
from cronistoria.ingest.feeds import parse_feed, piece_of_entry, said_by
from cronistoria.ingest.media import sniff
from cronistoria.ingest.page import decode_page
from cronistoria.ingest.piece import Media, Piece, Refusal
from cronistoria.model.identity import text_id

_LINK = re.compile(r"<link\b[^>]{0,500}>", re.IGNORECASE)
_CANONICAL = re.compile(r"""\brel\s*=\s*["']?canonical\b""", re.IGNORECASE)
_TARGET = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|at_\w+|cmpid|ref|refresh_ce", re.IGNORECASE)
_HEAD = 200_000
_MOST = 1_000
_MEDIA: dict[str, Media] = {"page": "page", "pdf": "pdf"}


def articles_of(feed: Feed, fetched: Fetched, now: float) -> tuple[Article, ...] | Refusal:
    """The items of a feed's answer, each id once, at most a thousand."""
    parsed = parse_feed(fetched.data, feed.url)
    if isinstance(parsed, Refusal):
        return parsed
    found: dict[str, Article] = {}
    for entry in parsed.entries[:_MOST]:
        said = said_by(entry, parsed)
        url = urljoin(fetched.url, said.url) if said.url else None
        said = msgspec.structs.replace(said, url=url, publisher=feed.outlet or said.publisher, language=feed.language)
        content = piece_of_entry(entry, said, feed.url).data.decode("utf-8", "replace")
        key = entry.get("id") or (url and plain_address(url)) or text_id(f"{said.title}\n{content}")
        mark = text_id(msgspec.json.encode((said, dict.get(entry, "updated"), content)).decode())
        found.setdefault(key, Article(
            feed=feed.url, key=key, url=url, mark=mark, said=said, content=content, next_at=now,
        ))  # fmt: skip
    return tuple(found.values())


def piece_of_feed(article: Article) -> Piece:
    """What the feed tells of an article."""
    data = article.content.encode()
    return Piece(place=f"{article.feed}#{article.key}", media="fragment", data=data, said=article.said, member=True)


def piece_of_page(article: Article, fetched: Fetched, at: str) -> Piece:
    """What an article's page holds; ``at`` is when it was fetched."""
    place = page_address(fetched)
    media = _MEDIA.get(sniff(fetched.data[:4096], ""), "page")
    said = msgspec.structs.replace(article.said, url=place, retrieved=at, summary=False)
    return Piece(place=place, media=media, data=fetched.data, said=said, charset=fetched.charset, member=True)


def page_address(fetched: Fetched) -> str:
    """The address that a page gives as its own, if it is on the host that was asked; else the one that was asked."""
    text, _ = decode_page(fetched.data[:_HEAD], fetched.charset)
    for found in _canonical(text):
        address = urldefrag(urljoin(fetched.url, found)).url
        try:
            same = urlsplit(address).netloc.lower() == urlsplit(fetched.url).netloc.lower()
        except ValueError:
            continue
        if same and urlsplit(address).path not in ("", "/"):
            return address
    return plain_address(fetched.url)


def plain_address(url: str) -> str:
    """An address without its fragment and without what only counts readers.

    >>> plain_address("https://a.example/b?utm_source=rss&id=3#top")
    'https://a.example/b?id=3'
    """
    parts = urlsplit(url)
    query = [
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(name)
    ]
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path, urlencode(query), ""))


def _canonical(markup: str) -> Iterator[str]:
    for link in _LINK.finditer(markup):
        if _CANONICAL.search(link[0]) and (target := _TARGET.search(link[0])):
            yield html.unescape(target[1] or target[2] or target[3] or "").strip()
