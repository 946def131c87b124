"""The way from records to entries, walked after every reading."""

from cronistoria.merge.merging import update
from cronistoria.store.base import Store


def merge_new(store: Store) -> None:
    """Merges the records that stand in no entry yet, with the entries whose neighbours they are."""
    with store.writing() as writer:
        update(writer)
