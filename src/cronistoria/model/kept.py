"""A property that is worked out when it is first asked for and kept with the object.

`functools.cached_property` takes a lock at each first asking, which costs more than most of what words tell of
themselves; what is kept here says the same however often it is worked out.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Kept(Generic[T]):
    """Decorates a method without arguments, of objects that have a ``__dict__``."""

    def __init__(self, method: Callable[[Any], T]) -> None:
        self._method = method
        self._name = method.__name__
        self.__doc__ = method.__doc__

    @overload
    def __get__(self, holder: None, owner: type) -> "Kept[T]": ...

    @overload
    def __get__(self, holder: object, owner: type | None = None) -> T: ...

    def __get__(self, holder: object | None, owner: type | None = None) -> "Kept[T] | T":
        """What the method says; the descriptor itself where the class is asked."""
        if holder is None:
            return self
        found = holder.__dict__[self._name] = self._method(holder)
        return found
