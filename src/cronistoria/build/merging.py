"""The way from records to entries, walked after every reading."""

from cronistoria.merge.merging import update
from cronistoria.store.base import Store


def merge_new(store: Store) -> int:
    """Merges the records that stand in no entry yet; the number of records looked at.

    One transaction: killed on the way, nothing is merged, and the next build does it.
    """
    with store.writing() as writer:
        return update(writer)
