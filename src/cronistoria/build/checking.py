"""Whether a chronicle is whole: what the store finds by itself, and whether its entries are what merging would make."""

from collections.abc import Iterator

from cronistoria.build.opening import are_keys_of_now
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.entries import make_entry
from cronistoria.merge.entry_keys import keys_of
from cronistoria.model.holdings import Fault
from cronistoria.store.base import Store


def find_faults(store: Store) -> Iterator[Fault]:
    """All faults. A broken text or record is told by the store alone, since no entry can be made of it."""
    found = False
    for fault in store.faults():
        found = True
        yield fault
    if not found:
        yield from _entry_faults(store)


def _entry_faults(store: Store) -> Iterator[Fault]:
    with store.reading() as reader:
        has_keys = are_keys_of_now(reader)
        for entry in reader.entries():
            tellings = reader.tellings_of(entry.records)
            again = make_entry(tellings)
            if again.id != entry.id:
                yield Fault("entry", entry.id, f"its records would make {again.id}")
            elif has_keys and reader.keys_of(entry.id) != tuple(sorted({*keys_of(Chapter(entry, tellings))})):
                yield Fault("keys", entry.id, "has other keys than its records give it")
        if unmerged := reader.unmerged():
            yield Fault("unmerged", unmerged[0], f"{len(unmerged)} records stand in no entry; `build` merges them")
