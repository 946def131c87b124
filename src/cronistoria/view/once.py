"""What a book is asked again and again, and answers the same each time, is made once for each book."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

Owner = TypeVar("Owner")
Made = TypeVar("Made")


def once_for_each(make: Callable[[Owner], Made]) -> Callable[[Owner], Made]:
    """The function, whose result is kept as long as what it was made of."""
    kept: WeakKeyDictionary[Owner, Made] = WeakKeyDictionary()

    @wraps(make)
    def found(owner: Owner) -> Made:
        if (made := kept.get(owner)) is None:
            kept[owner] = made = make(owner)
        return made

    return found
