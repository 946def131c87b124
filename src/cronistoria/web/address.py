"""Addresses of pages: a view of the chronicle is wholly in its address, so that it can be shared."""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote, quote_plus

import msgspec

FILTERS = ("from", "to", "actor", "with", "kind", "type", "outlet", "language", "status", "place", "certainty")
_PASSING = frozenset(("page", "lang"))

Value = str | int | None | Iterable[str]


class Address(msgspec.Struct, frozen=True):
    """A path and its parameters in order; ``at`` gives other addresses."""

    path: str
    params: tuple[tuple[str, str], ...]

    def at(self, path: str | None = None, /, **changes: Value) -> str:
        """The same path with other parameters, or another path with the same filters; ``None`` takes one away.

        ``from_`` stands for ``from``. The page number and the choice of language are never carried along.
        """
        given = {name.rstrip("_"): value for name, value in changes.items()}
        kept = [
            (name, value)
            for name, value in self.params
            if name not in given and name not in _PASSING and value and (path is None or name in FILTERS)
        ]
        for name, value in given.items():
            kept += [(name, str(one)) for one in _values(value)]
        return link(path or self.path, kept)

    def without(self, name: str, value: str) -> str:
        """The same without one value of a parameter."""
        return self.at(None, **{name: [v for n, v in self.params if n == name and v != value]})

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """The parameters that narrow."""
        return tuple((name, value) for name, value in self.params if name in FILTERS and value)


def make_address(path: str, params: Iterable[tuple[str, str]]) -> Address:
    """The address of a request."""
    return Address(path, tuple((name, value.strip()) for name, value in params))


def link(path: str, params: Iterable[tuple[str, str]] = ()) -> str:
    """An address of a path and parameters."""
    query = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in params)
    return quote(path, safe="/:") + (f"?{query}" if query else "")


@lru_cache(10_000)
def _quoted(value: str) -> str:
    """A name or value of a parameter."""
    return quote_plus(value)


def _values(value: Value) -> list[str]:
    if value is None:
        return []
    return [str(value)] if isinstance(value, str | int) else list(value)
