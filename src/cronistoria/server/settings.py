"""What `cronistoria serve` decides once: where it listens, who may write, how much may be asked."""

import msgspec

LOOPBACK = ("localhost", "127.0.0.1", "::1")


class ServerSettings(msgspec.Struct, frozen=True, kw_only=True):
    """``crisis`` is what the pages call the chronicle; ``token`` lets its holder write, without one nobody may.

    ``hosts``: names beside the loopback's and ``host`` by which browsers may ask. ``body_limit``: bytes of a request,
    ``body_seconds``: how long it may take to come.
    ``reads_per_minute``: reports that one address may have read, ``logins_per_minute``: tokens it may try.
    """

    crisis: str = "chronicle"
    host: str = "127.0.0.1"
    port: int = 8000
    token: str | None = None
    hosts: tuple[str, ...] = ()
    body_limit: int = 2_500_000
    reads_per_minute: int = 30
    logins_per_minute: int = 10
    body_seconds: float = 30

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can ask."""
        return self.host in LOOPBACK
