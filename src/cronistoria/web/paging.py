"""Long lists a page at a time."""

from collections.abc import Sequence
from typing import Generic, TypeVar

import msgspec

from cronistoria.view.index import Positions
from cronistoria.web.address import Address

PAGE_LENGTH = 50

T = TypeVar("T")


class Paged(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """The items of a page, which page of how many it is, and the addresses of its neighbours."""

    items: tuple[T, ...]
    total: int
    number: int
    last: int
    earlier: str | None
    later: str | None


def page_of(address: Address, items: Sequence[T], length: int = PAGE_LENGTH) -> Paged[T]:
    """The page that an address asks for; the nearest there is."""
    last = max(-(-len(items) // length), 1)
    number = min(max(asked_page(address), 1), last)
    start = (number - 1) * length
    return Paged(
        items=tuple(items[start : start + length]),
        total=len(items),
        number=number,
        last=last,
        earlier=address.at(page=number - 1 if number > 2 else None) if number > 1 else None,
        later=address.at(page=number + 1) if number < last else None,
    )


def page_of_positions(address: Address, positions: Positions, length: int = PAGE_LENGTH) -> Paged[int]:
    """A page of positions."""
    paged = page_of(address, range(len(positions)), length)
    return msgspec.structs.replace(paged, items=tuple(positions[list(paged.items)].tolist()))


def asked_page(address: Address) -> int:
    """The number of the page that an address asks for."""
    given = dict(address.params).get("page", "1")
    return int(given) if given.isdecimal() and len(given) < 9 else 1
