"""Whatever a server does, there is an answer or a reason; a private address is never asked."""

import gzip
import socket
import zlib
from ipaddress import ip_address
from typing import Any

import pytest

from cronistoria.follow.addresses import RefusedError, check_url, is_public, resolve
from cronistoria.follow.feeds import Feed, Feeds
from cronistoria.follow.fetching import Fetcher, Known, retry_after
from tests.follow.server import Answer, Site, dripping, plain, silent, unless_changed

LOOPBACK = Feeds(
    feed=(Feed(url="http://a.example/"),), timeout=0.6, size_limit=10_000, private_networks=("127.0.0.0/8",),
    contact="desk@example.org",
)  # fmt: skip
BODY = b"words " * 100
PACKED = gzip.compress(BODY, mtime=0)


@pytest.mark.parametrize(
    ("answer", "fate", "reason"),
    [
        (plain(BODY), "answered", ""),
        (plain(PACKED, Content_Encoding="gzip"), "answered", ""),
        (plain(zlib.compress(BODY), Content_Encoding="deflate"), "answered", ""),
        (plain(BODY, Content_Length="99"), "answered", ""),
        (plain(BODY, Content_Length="9999"), "failed", "peer closed connection"),
        (plain(PACKED[:-20], Content_Encoding="gzip"), "failed", "cut off"),
        (plain(b"no gzip", Content_Encoding="gzip"), "failed", "incorrect header check"),
        (plain(BODY, Content_Encoding="br"), "failed", "unknown way (br)"),
        (plain(b"x" * 10_001), "failed", "more than 10,000 bytes"),
        (plain(gzip.compress(bytes(5_000_000)), Content_Encoding="gzip"), "failed", "more than 10,000 bytes"),
        (dripping(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"), "failed", "within 0.6 s"),
        (dripping(b"HTTP/1.1 200 OK\r\nX-", b"a"), "failed", "within 0.6 s"),
        (dripping(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 4000, 0.0), "failed", "more than 10,000 bytes"),
        (silent, "failed", "within 0.6 s"),
        (lambda connection, asked: connection.sendall(b"hello\r\n\r\n"), "failed", "illegal status line"),
        (lambda connection, asked: connection.close(), "failed", "Server disconnected"),
        (plain("", "429 Too Many Requests", Retry_After="7"), "busy", "status 429"),
        (plain("", "503 Service Unavailable"), "busy", "status 503"),
        (plain("", "500 Internal Server Error"), "failed", "status 500"),
        (plain("", "404 Not Found"), "gone", "status 404"),
        (plain("", "302 Found", Location="/"), "failed", "more than 5 redirects"),
        (plain("", "302 Found"), "failed", "without a target"),
        (plain("", "302 Found", Location="http://169.254.169.254/x"), "refused", "169.254.169.254 is no public"),
        (plain("", "302 Found", Location="http://[::1]/x"), "refused", "::1 is no public address"),
        (plain("", "302 Found", Location="http://0x0a000001/x"), "refused", "10.0.0.1 is no public address"),
        (plain("", "302 Found", Location="file:///etc/passwd"), "refused", "begins with http://"),
        (plain("", "302 Found", Location="http://a:b@127.0.0.1/"), "refused", "holds a name or password"),
        (plain("", "302 Found", Location="http://x:99999/"), "refused", "no address"),
    ],
)  # fmt: skip
def test_whatever_a_server_does(site: Site, answer: Answer, fate: str, reason: str) -> None:
    site.answers["/"] = answer
    fetched = Fetcher(LOOPBACK).fetch(site.url("/"))
    assert fetched.fate == fate
    assert reason in fetched.reason
    assert (fetched.data in (BODY, BODY[:99])) == (fate == "answered")


def test_what_is_asked_says_who_asks_and_what_is_known(site: Site) -> None:
    site.answers["/a%20b%C3%A9?q=1"] = unless_changed("x", '"1"', Last_Modified="Wed, 12 Mar 2031 10:00:00 GMT")
    fetcher = Fetcher(LOOPBACK)
    first = fetcher.fetch(site.url("/a bé?q=1#part"))
    second = fetcher.fetch(site.url("/a bé?q=1"), first.known)
    assert (first.fate, second.fate, second.known) == ("answered", "unchanged", first.known)
    assert first.known == Known('"1"', "Wed, 12 Mar 2031 10:00:00 GMT")
    headers = site.asked[1][1]
    assert headers["user-agent"].startswith("cronistoria/") and headers["user-agent"].endswith("(+desk@example.org)")
    assert (headers["if-none-match"], headers["host"]) == ('"1"', site.place)


def test_a_redirect_is_followed_as_far_as_it_is_permitted(site: Site) -> None:
    site.says("/a", "", "301 Moved", Location="b")
    site.says("/b", "here")
    fetcher = Fetcher(LOOPBACK)
    assert fetcher.fetch(site.url("/a")).url == site.url("/b")
    refused = fetcher.fetch(site.url("/a"), permits=lambda url: not url.endswith("/b"))
    assert (refused.fate, refused.reason, site.counts["/b"]) == ("refused", "robots.txt forbids it", 1)


def test_the_loopback_is_private_unless_it_is_named(site: Site) -> None:
    site.says("/", "x")
    fetched = Fetcher(Feeds(feed=LOOPBACK.feed)).fetch(site.url("/"))
    assert (fetched.fate, site.asked) == ("refused", [])


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False),
        ("0.0.0.0", False), ("255.255.255.255", False), ("224.0.0.1", False), ("240.0.0.1", False), ("::1", False),
        ("::", False), ("fe80::1", False), ("fc00::1", False), ("ff02::1", False), ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", True), ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False),
        ("2002:5db8:d822::1", True), ("192.0.2.1", False), ("198.18.0.1", False),
    ],
)  # fmt: skip
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) == public


def test_a_name_is_refused_if_any_of_its_addresses_is_private(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(*asked: Any, **named: Any) -> list[Any]:
        return [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    with pytest.raises(RefusedError, match=r"10\.0\.0\.1 is no public address"):
        resolve("a.example", 80)


def test_the_connection_goes_to_the_address_that_was_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.says("/", BODY)
    asked: list[str] = []

    def rebinding(host: str, *more: Any, **named: Any) -> list[Any]:
        asked.append(host)
        if len(asked) > 1:
            raise AssertionError("looked up twice")
        return [(2, 1, 6, "", ("127.0.0.1", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    connected: list[Any] = []
    create = socket.create_connection

    def connect(address: tuple[str, int], *more: Any, **named: Any) -> socket.socket:
        connected.append(address)
        monkeypatch.undo()
        return create(address, *more, **named)

    monkeypatch.setattr(socket, "create_connection", connect)
    port = site.place.rpartition(":")[2]
    assert Fetcher(LOOPBACK).fetch(f"http://rebinding.example:{port}/").fate == "answered"
    assert connected == [("127.0.0.1", int(port))]
    assert site.asked[0][1]["host"] == f"rebinding.example:{port}"


@pytest.mark.parametrize("url", ["ftp://a.example/", "http://", "http://u@a.example/", "http://a:x/", "a.example"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(RefusedError):
        check_url(url)


@pytest.mark.parametrize(
    ("written", "wait"),
    [("120", 120.0), ("999999999", 86_400.0), ("Wed, 12 Mar 2003 10:00:00 GMT", 0.0), ("soon", None), (None, None)],
)
def test_how_long_a_server_asks_to_wait(written: str | None, wait: float | None) -> None:
    assert retry_after(written) == wait
