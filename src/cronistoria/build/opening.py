"""A chronicle opened with all that this version finds its entries by."""

from itertools import islice

from cronistoria.merge.entry_keys import VERSION
from cronistoria.merge.merging import keep_keys_of
from cronistoria.store.base import Reader, Store
from cronistoria.store.opening import open_store
from cronistoria.store.sql import SqlStore

_NOTE = "entry keys"
_SOME = 1_000


def open_chronicle(place: str, *, create: bool = False) -> SqlStore:
    """The store of a chronicle, as `store.opening.open_store`; keys of another version are made anew."""
    store = open_store(place, create=create)
    try:
        renew_keys(store)
    except BaseException:
        store.close()
        raise
    return store


def renew_keys(store: Store) -> None:
    """Makes the keys of all entries anew if they are of another version of the program, or are not there yet."""
    with store.reading() as reader:
        if are_keys_of_now(reader):
            return
    with store.writing() as writer:
        entries = iter(writer.chronology())
        while some := tuple(islice(entries, _SOME)):
            told = writer.tellings_of([record for entry in some for record in entry.records])
            keep_keys_of(writer, some, {telling.record.id: telling for telling in told})
        writer.keep_note(_NOTE, VERSION)


def are_keys_of_now(reader: Reader) -> bool:
    """Whether the keys of entries are those of this version."""
    return reader.note(_NOTE) == VERSION
