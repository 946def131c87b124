"""Which addresses may be asked: public ones only, looked up here and connected to as they were checked.

The name is resolved once, every address that it has is checked, and the connection goes to one of these very addresses:
what a name server says a moment later counts for nothing. Addresses that hold another one inside count as both.
"""

import socket
import time
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any
from urllib.parse import SplitResult, urlsplit

import httpcore

Network = IPv4Network | IPv6Network
_EMBEDDING = IPv6Network("64:ff9b::/96")


class RefusedError(Exception):
    """An address that is not asked, whatever it would answer."""


def check_url(url: str) -> SplitResult:
    """The parts of an address that may be asked. Raises `RefusedError`."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RefusedError(f"{url}: no address ({error})") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise RefusedError(f"{url}: expected an address that begins with http:// or https://")
    if parts.username is not None or parts.password is not None:
        raise RefusedError(f"{parts.scheme}://{parts.hostname}: holds a name or password")
    if port == 0:
        raise RefusedError(f"{url}: no such port")
    return parts


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address, and any that it holds inside, is one of the public internet.

    >>> is_public(ip_address("93.184.216.34")), is_public(ip_address("::ffff:127.0.0.1"))
    (True, False)
    """
    if isinstance(address, IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _EMBEDDING:
            inner.append(IPv4Address(int(address) & 0xFFFFFFFF))
        if any(held is not None and not is_public(held) for held in inner):
            return False
        if address.ipv4_mapped is not None:
            return True
    return address.is_global and not address.is_multicast and not address.is_reserved


def resolve(host: str, port: int, allowed: Iterable[Network] = ()) -> tuple[str, ...]:
    """The addresses of a host, all of which may be asked. Raises `RefusedError`, `OSError`."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise RefusedError(f"{host}: no name of a host") from error
    addresses = tuple(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    for address in addresses:
        parsed = ip_address(address)
        if not is_public(parsed) and not any(parsed in network for network in allowed):
            raise RefusedError(f"{host}: {address} is no public address")
    if not addresses:
        raise OSError(f"{host} has no address")
    return addresses


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to checked addresses only, and ends whatever lasts beyond a moment (of `time.monotonic`)."""

    def __init__(self, allowed: Iterable[Network], deadline: float) -> None:
        self._allowed, self._deadline = tuple(allowed), deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        """A connection to the first address that answers."""
        try:
            addresses = resolve(host, port, self._allowed)
        except OSError as error:
            raise httpcore.ConnectError(f"{host}: {error}") from error
        for number, address in enumerate(addresses, start=1):
            try:
                left = remaining(self._deadline, timeout)
                return _Timed(
                    self._inner.connect_tcp(address, port, left, local_address, socket_options), self._deadline
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(addresses):
                    raise
        raise AssertionError("there is an address")

    def connect_unix_socket(self, path: str, timeout: float | None = None, socket_options: Any = None) -> Any:
        """Never."""
        raise RefusedError(path)


class _Timed(httpcore.NetworkStream):
    """A stream of which no reading or writing lasts beyond the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, remaining(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, remaining(self._deadline, timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        left = remaining(self._deadline, timeout)
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def remaining(deadline: float, timeout: float | None) -> float:
    """The seconds that may still be spent. Raises `httpcore.ReadTimeout` if there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("took too long altogether")
    return min(left, timeout) if timeout is not None else left
