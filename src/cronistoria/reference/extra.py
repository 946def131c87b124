"""A user's own actors, from a TOML file. (Stub: signatures fixed.)"""

from pathlib import Path

import msgspec


class ExtraActor(msgspec.Struct, frozen=True):
    """One actor of a user's file."""


def load_extra_actors(path: Path) -> tuple[ExtraActor, ...]:
    """The actors of a file. Raises `DataError` naming file, entry and key."""
    return ()
