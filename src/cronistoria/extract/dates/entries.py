"""Entries of a word list, of one or several words, found by the words that they begin with.

Forms of a text come in, the entries that begin at one of them go out in the order in which they were added.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K")
T = TypeVar("T")
MOST_REMEMBERED = 100_000


class Remembered(dict[K, T], Generic[K, T]):
    """What a function says of a key, worked out once; all is forgotten when it has become too much."""

    def __init__(self, function: Callable[[K], T]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, key: K) -> T:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        found = self[key] = self._function(key)
        return found


Following = dict[str, "Following"]


class Entry(NamedTuple):
    """Some words, the class that they belong to and what they mean there."""

    forms: tuple[str, ...]
    name: str
    value: object


class Entries:
    """Entries are added one by one; ``inner`` are the forms that stand second or later in one."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[Entry, None]] = defaultdict(dict)
        self._following: dict[str, Following] = {}
        self.inner: set[str] = set()

    def add(self, forms: tuple[str, ...], name: str, value: object) -> None:
        """One entry more; the same one twice counts once."""
        self._by_first[forms[0]][Entry(forms, name, value)] = None
        self.inner.update(forms[1:])
        if len(forms) > 1:
            following = self._following
            for form in forms:
                following = following.setdefault(form, {})

    def __iter__(self) -> Iterator[Entry]:
        return chain.from_iterable(map(list, self._by_first.values()))

    def opens(self, form: str) -> bool:
        """Whether a form begins entries of several words."""
        return form in self._following

    def window(self, forms: list[str], index: int) -> tuple[str, ...]:
        """The words from an index on that decide which entries begin there: as many as begin one together."""
        following, end = self._following.get(forms[index]), index + 1
        while following and end < len(forms) and (following := following.get(forms[end])) is not None:
            end += 1
        return tuple(forms[index:end])

    def beginning(self, window: tuple[str, ...]) -> list[Entry]:
        """The entries that begin at the first word of a window and lie inside it."""
        entries = self._by_first.get(window[0], ())
        if len(window) == 1:
            return [entry for entry in entries if entry.forms == window]
        return [entry for entry in entries if entry.forms == window[: len(entry.forms)]]
