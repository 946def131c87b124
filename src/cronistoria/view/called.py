"""Entries and records by what a user calls them: an id, or the beginning of what follows its colon."""

from cronistoria.errors import InputError
from cronistoria.model.entry import ENTRY_KINDS, Entry
from cronistoria.store.base import Reader

SHORTEST = 4
_MOST = 100
_KINDS = (*ENTRY_KINDS, "record")
EXAMPLE = "contact:0123456789abcdef"


def ids_called(reader: Reader, name: str) -> tuple[str, ...]:
    """The entries that a name may mean, rejected ones as well; of very many some."""
    if name in reader.entries_named((name,)):
        return (name,)
    return tuple(sorted(reader.entries_named(_beginning_with(reader, name))))


def entry_called(reader: Reader, name: str, left_out: frozenset[str]) -> Entry:
    """The entry of a name, if it is none of those left out. Raises `InputError` for none or several."""
    found = [identity for identity in ids_called(reader, name) if identity not in left_out]
    if len(found) == 1:
        return reader.entry(found[0])
    example = next((entry.id for entry in reader.chronology() if entry.id not in left_out), EXAMPLE)
    raise not_called(name, len(found), short_id(example))


def record_called(reader: Reader, name: str) -> str | None:
    """The record of a name; ``None`` for none or several."""
    found = _beginning_with(reader, name)
    records = found.difference(reader.entries_named(found))
    return next(iter(records)) if len(records) == 1 else None


def not_called(name: str, number: int, example: str) -> InputError:
    """What to say of a name that no entry has, or several."""
    seen = f"{number} entries begin so" if number else "there is no such entry"
    return InputError(f"entry '{name}': {seen}; expected an id such as {example}")


def short_id(identity: str) -> str:
    """The part of an id that readers see."""
    return identity.rpartition(":")[2][:8]


def _beginning_with(reader: Reader, name: str) -> frozenset[str]:
    """Ids of entries and records whose part behind the colon begins so."""
    tail = name.rpartition(":")[2]
    if len(tail) < SHORTEST:
        return frozenset()
    return frozenset(i for kind in _KINDS for i in reader.ids_beginning(f"{kind}:{tail}", _MOST))
