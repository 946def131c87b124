"""How often a host may be asked, and for what: robots.txt, delays, and waiting when a host says or shows that it must.

Everything is by host and in memory: what was learnt of a host is learnt anew after a start.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import msgspec

from cronistoria.errors import CronistoriaError
from cronistoria.follow.fetching import Fetched, Fetcher

_ROBOTS_LAST = 86_400.0
_ROBOTS_RETRY = 600.0
_LONGEST_DELAY = 60.0
_FIRST_WAIT, _LONGEST_WAIT = 30.0, 21_600.0


class Rules(msgspec.Struct, frozen=True):
    """What a robots.txt says: the parsed rules, or whether everything is allowed; and until when that counts."""

    until: float
    parsed: Any = None
    allows_all: bool = True


class Politeness:
    """When and whether a host may be asked; ``clock`` tells the time in seconds."""

    def __init__(self, fetcher: Fetcher, delay: float, clock: Callable[[], float], *, robots: bool) -> None:
        self._fetcher, self._delay, self._clock, self._robots = fetcher, delay, clock, robots
        self._rules: dict[str, Rules] = {}
        self._free: dict[str, float] = {}

    def free_at(self, url: str) -> float:
        """From when on the host of an address may be asked."""
        return self._free.get(_host(url), 0.0)

    def hold(self, url: str, wait: float) -> None:
        """Leaves a host alone for so many seconds, or longer if it was to be left alone anyway."""
        host = _host(url)
        self._free[host] = max(self._free.get(host, 0.0), self._clock() + wait)

    def was_asked(self, url: str) -> None:
        """Notes that a host was asked."""
        rules = self._rules.get(_origin(url))
        asked_for = rules.parsed.crawl_delay(self._fetcher.agent) if rules and rules.parsed else None
        self.hold(url, min(max(self._delay, asked_for or 0.0), max(_LONGEST_DELAY, self._delay)))

    def allows(self, url: str) -> bool:
        """Whether the host's robots.txt lets an address be asked; one that cannot be had forbids it for a while."""
        if not self._robots:
            return True
        origin = _origin(url)
        rules = self._rules.get(origin)
        if rules is None or rules.until <= self._clock():
            rules = self._rules[origin] = self._load(origin)
        if rules.parsed is not None:
            return bool(rules.parsed.can_fetch(url, self._fetcher.agent))
        return rules.allows_all

    def _load(self, origin: str) -> Rules:
        """RFC 9309: no robots.txt allows everything, a server that does not answer nothing."""
        try:
            from protego import Protego
        except ImportError as error:
            raise CronistoriaError("robots.txt needs protego: pip install 'cronistoria[sources]'") from error
        fetched = self._fetcher.fetch(f"{origin}/robots.txt")
        now = self._clock()
        if fetched.fate == "answered":
            return Rules(now + _ROBOTS_LAST, Protego.parse(fetched.data.decode("utf-8", "replace")))
        if fetched.fate == "gone":
            return Rules(now + _ROBOTS_LAST)
        return Rules(now + _ROBOTS_RETRY, allows_all=False)


def wait_after(fetched: Fetched, failures: int) -> float:
    """The seconds to wait before the next attempt: what the server asks for, else twice as long each time."""
    backing_off = min(_FIRST_WAIT * 2 ** min(failures - 1, 20), _LONGEST_WAIT)
    return max(fetched.wait, 1.0) if fetched.wait is not None else backing_off


def _host(url: str) -> str:
    return (urlsplit(url).netloc or url).lower()


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "", "", ""))
