"""One thing fetched from the web, within limits of time and size, whatever the server does.

An address and what is known of it come in; out comes what the server answered, or why there is nothing. Redirects are
followed by hand, so that every address on the way is checked; what is packed is unpacked only as far as it may be.
"""

import ssl
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from email.utils import parsedate_to_datetime
from ipaddress import ip_network
from typing import Literal
from urllib.parse import quote, urldefrag, urljoin

import httpcore
import msgspec

from cronistoria.follow.addresses import CheckedBackend, RefusedError, check_url
from cronistoria.follow.feeds import Feeds, seconds
from cronistoria.version import __version__

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_MOST_HOPS = 5
FORBIDDEN = "robots.txt forbids it"
_FOR_GOOD = frozenset((400, 401, 403, 404, 405, 406, 410, 414, 451))
_LONGEST_WAIT = 86_400.0
_PACKED = ("gzip", "x-gzip", "deflate")
Fate = Literal["answered", "unchanged", "busy", "failed", "refused", "gone"]


class Known(msgspec.Struct, frozen=True):
    """What the last answer said, for asking whether anything has changed."""

    etag: str | None = None
    modified: str | None = None


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """What came of asking. ``busy`` and ``failed`` may be tried again (after ``wait`` seconds if the server says so),
    ``refused`` and ``gone`` not. ``url`` is where redirects led.
    """

    url: str
    fate: Fate
    status: int | None = None
    data: bytes = b""
    charset: str | None = None
    known: Known = Known()
    wait: float | None = None
    reason: str = ""
    hops: tuple[str, ...] = ()


class Fetcher:
    """Asks with the limits of a list of feeds."""

    def __init__(self, feeds: Feeds) -> None:
        self._allowed = tuple(ip_network(network) for network in feeds.private_networks)
        self._timeout, self._size = seconds(feeds.timeout), feeds.size_limit
        self._tls = ssl.create_default_context()
        self.agent = f"cronistoria/{__version__}" + (f" (+{feeds.contact})" if feeds.contact else "")

    def fetch(self, url: str, known: Known | None = None, permits: Callable[[str], bool] | None = None) -> Fetched:
        """What is at an address; never raises for anything that a server or a name server does.

        ``permits`` says of each address that a redirect leads to whether it may be asked.
        """
        deadline = time.monotonic() + self._timeout
        hops: list[str] = []
        try:
            while True:
                answer = self._ask(url, known or Known(), deadline)
                hops.append(url)
                if answer.status not in _REDIRECTS:
                    return msgspec.structs.replace(answer, hops=tuple(hops))
                if not answer.reason:
                    return Fetched(url=url, fate="failed", status=answer.status, reason="a redirect without a target")
                if len(hops) > _MOST_HOPS:
                    return Fetched(
                        url=url, fate="failed", status=answer.status, reason=f"more than {_MOST_HOPS} redirects"
                    )
                url = urldefrag(urljoin(url, answer.reason)).url
                if permits is not None and not permits(url):
                    return Fetched(url=url, fate="refused", reason=FORBIDDEN, hops=tuple(hops))
        except RefusedError as error:
            return Fetched(url=url, fate="refused", reason=str(error), hops=tuple(hops))
        except (httpcore.TimeoutException, TimeoutError):
            reason = f"not answered within {self._timeout:g} s"
            return Fetched(url=url, fate="failed", reason=reason, hops=tuple(hops))
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError, ValueError, zlib.error) as error:
            return Fetched(url=url, fate="failed", reason=str(error) or type(error).__name__, hops=tuple(hops))

    def _ask(self, url: str, known: Known, deadline: float) -> Fetched:
        """One request; a redirect's target is its ``reason``."""
        check_url(url)
        backend = CheckedBackend(self._allowed, deadline)
        with (
            httpcore.ConnectionPool(ssl_context=self._tls, network_backend=backend, http2=False) as pool,
            pool.stream("GET", _encoded(url), headers=self._headers(url, known)) as response,
        ):
            headers = _named(response.headers)
            fate = _fate(response.status)
            if response.status in _REDIRECTS:
                return Fetched(url=url, fate="failed", status=response.status, reason=headers.get("location", ""))
            if fate != "answered":
                wait = retry_after(headers.get("retry-after"))
                reason = f"status {response.status}" if fate != "unchanged" else ""
                return Fetched(url=url, fate=fate, status=response.status, wait=wait, reason=reason, known=known)
            data = unpacked(response.iter_stream(), headers.get("content-encoding", ""), self._size)
            charset = _charset(headers.get("content-type", ""))
            known = Known(headers.get("etag"), headers.get("last-modified"))
            return Fetched(url=url, fate=fate, status=response.status, data=data, charset=charset, known=known)

    def _headers(self, url: str, known: Known) -> list[tuple[bytes, bytes]]:
        parts = check_url(url)
        headers = {
            "Host": parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc,
            "User-Agent": self.agent, "Accept": "*/*", "Accept-Encoding": "gzip, deflate", "Connection": "close",
        }  # fmt: skip
        if known.etag:
            headers["If-None-Match"] = known.etag
        if known.modified:
            headers["If-Modified-Since"] = known.modified
        return [(name.encode(), value.encode("latin-1", "ignore")) for name, value in headers.items()]


def unpacked(parts: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """The bytes of an answer. Raises `ValueError` for more than ``limit``, packed or not, and for what is cut off."""
    packing = encoding.strip().lower()
    if packing not in ("", "identity", *_PACKED):
        raise ValueError(f"packed in an unknown way ({packing})")
    opener = zlib.decompressobj(47) if packing in _PACKED else None
    kept, came = bytearray(), 0
    for part in parts:
        came += len(part)
        kept += part if opener is None else opener.decompress(part, limit + 1 - len(kept))
        if len(kept) > limit or came > limit or (opener is not None and opener.unconsumed_tail):
            raise ValueError(f"more than {limit:,} bytes")
    if opener is not None and came and not opener.eof:
        raise ValueError("the packed answer is cut off")
    return bytes(kept)


def retry_after(written: str | None) -> float | None:
    """The seconds that a server asks to wait; a date counts from now. A day at most."""
    if written is None:
        return None
    try:
        wait = float(written) if written.strip().isdigit() else parsedate_to_datetime(written).timestamp() - time.time()
    except (TypeError, ValueError, OverflowError):
        return None
    return min(max(wait, 0.0), _LONGEST_WAIT)


def _fate(status: int) -> Fate:
    if status == 200:
        return "answered"
    if status == 304:
        return "unchanged"
    if status in (429, 503):
        return "busy"
    return "gone" if status in _FOR_GOOD else "failed"


def _named(headers: Iterable[tuple[bytes, bytes]]) -> Mapping[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in headers}


def _charset(media: str) -> str | None:
    found = [
        part.partition("=")[2].strip(" \"'") for part in media.split(";") if part.strip().lower().startswith("charset")
    ]
    return found[0] or None if found else None


def _encoded(url: str) -> httpcore.URL:
    """An address with everything outside ASCII encoded as browsers do."""
    parts = check_url(url)
    host = parts.hostname or ""
    named = host if host.isascii() else host.encode("idna").decode()
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~?-._[]')}" if parts.query else ""
    return httpcore.URL(scheme=parts.scheme, host=named, port=parts.port, target=f"{path}{query}")
