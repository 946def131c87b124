"""The list of feeds to follow, ``feeds.toml``, and how politely; what it does not know is an error with its place.

Lengths of time are seconds, or a number with a unit: "90s", "15m", "6h", "1d".
"""

import re
import tomllib
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from cronistoria.errors import InputError

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)([smhd])")
Length = int | float | str


class Feed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``full_text``: fetch each article's page, rather than keep what the feed tells of it. ``outlet`` and ``language``
    win over what feed and pages say. ``interval``: in place of that of all.
    """

    url: str
    outlet: str | None = None
    language: str | None = None
    full_text: bool = False
    interval: Length | None = None


class Feeds(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``contact``: an address or page that the user agent names. ``interval``: between two looks at a feed. ``delay``:
    between two requests to one host. ``timeout``: for one request, redirects and all. ``size_limit``: bytes of an
    answer, unpacked. ``attempts``: how often a request is tried. ``revisit``: after what times an article's page is
    looked at again. ``private_networks``: networks that are no public addresses and may be asked all the same.
    """

    feed: tuple[Feed, ...]
    contact: str | None = None
    interval: Length = "15m"
    delay: Length = "2s"
    timeout: Length = "30s"
    size_limit: int = 5_000_000
    attempts: int = 5
    revisit: tuple[Length, ...] = ("1h", "1d")
    robots: bool = True
    workers: int = 8
    private_networks: tuple[str, ...] = ()


def load_feeds(path: Path) -> Feeds:
    """The feeds of a file. Raises `InputError` naming file and place."""
    try:
        feeds = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Feeds, strict=True)
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise InputError(f"{path}: {error}") from error
    for place, reason in _faults(feeds):
        raise InputError(f"{path}: {reason} - at `$.{place}`")
    return feeds


def seconds(length: Length) -> float:
    """A length of time in seconds. Raises `ValueError`.

    >>> seconds("15m"), seconds(2)
    (900.0, 2.0)
    """
    if isinstance(length, int | float):
        if length < 0:
            raise ValueError(f"{length}: expected no negative number")
        return float(length)
    found = _LENGTH.fullmatch(length.strip())
    if found is None:
        raise ValueError(f"'{length}': expected seconds, or a number with a unit such as 90s, 15m, 6h, 1d")
    return float(found[1]) * _UNITS[found[2]]


def _faults(feeds: Feeds) -> list[tuple[str, str]]:
    """Values that the types alone do not rule out, with their places."""
    found = [("feed", "expected at least one feed")] if not feeds.feed else []
    lengths = [(name, getattr(feeds, name)) for name in ("interval", "delay", "timeout")]
    lengths += [(f"revisit[{number}]", length) for number, length in enumerate(feeds.revisit)]
    lengths += [
        (f"feed[{n}].interval", feed.interval) for n, feed in enumerate(feeds.feed) if feed.interval is not None
    ]
    for place, length in lengths:
        found += _tried(place, seconds, length)
    for number, network in enumerate(feeds.private_networks):
        found += _tried(f"private_networks[{number}]", ip_network, network)
    seen: set[str] = set()
    for number, feed in enumerate(feeds.feed):
        address = urlsplit(feed.url)
        if address.scheme not in ("http", "https") or not address.hostname:
            found.append(
                (f"feed[{number}].url", f"'{feed.url}': expected an address that begins with http:// or https://")
            )
        if feed.url in seen:
            found.append((f"feed[{number}].url", f"'{feed.url}': stands there twice"))
        seen.add(feed.url)
    return found


def _tried(place: str, make: object, value: object) -> list[tuple[str, str]]:
    try:
        make(value)  # type: ignore[operator]
    except ValueError as error:
        return [(place, str(error))]
    return []
