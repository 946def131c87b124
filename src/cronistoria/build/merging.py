"""The way from records to entries, walked after every reading."""

from cronistoria.store.base import Store


def merge_new(store: Store) -> None:
    """Merges the records that stand in no entry yet."""
