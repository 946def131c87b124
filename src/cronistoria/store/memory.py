"""A store in memory: the contract of `store.base` at its plainest, for tests and for what is not kept."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from cronistoria.model.holdings import Fault
from cronistoria.store.memory_reader import Held, MemoryReader
from cronistoria.store.memory_writer import MemoryWriter


class MemoryStore:
    """A `store.base.Store`; a writer works on a copy, which takes the place of what is held once it is done."""

    def __init__(self) -> None:
        self._held = Held()
        self._turn = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[MemoryReader]:
        yield MemoryReader(self._held)

    @contextmanager
    def writing(self) -> Iterator[MemoryWriter]:
        with self._turn:
            held = self._held.copied()
            yield MemoryWriter(held)
            held.mark += 1
            self._held = held

    def faults(self) -> Iterator[Fault]:
        yield from ()

    def close(self) -> None:
        """Nothing to give back."""
