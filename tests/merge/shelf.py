"""A shelf of records in memory, as `update` asks for one."""

from collections.abc import Collection, Iterable, Mapping

from cronistoria.merge.entry_keys import EntryKey
from cronistoria.model.entry import Entry
from cronistoria.model.judgement import Decision, Judgement
from cronistoria.model.source import Telling


class MadeShelf:
    def __init__(self) -> None:
        self.tellings: dict[str, Telling] = {}
        self.held: dict[str, Entry] = {}
        self.made: list[Decision] = []
        self.judged: dict[tuple[str, str], Judgement] = {}
        self.read = 0
        self.entry_keys: dict[str, tuple[EntryKey, ...]] = {}
        self._keys: dict[str, set[str]] = {}

    def add(self, tellings: Iterable[Telling]) -> None:
        self.tellings |= {telling.record.id: telling for telling in tellings}

    def tellings_of(self, records: Collection[str], /) -> tuple[Telling, ...]:
        self.read += len(records)
        return tuple(self.tellings[record] for record in records)

    def unmerged(self) -> tuple[str, ...]:
        merged = {record for entry in self.held.values() for record in entry.records}
        return tuple(sorted(self.tellings.keys() - merged))

    def records_by_key(self, keys: Collection[str], /) -> dict[str, tuple[str, ...]]:
        return {key: tuple(sorted(self._keys[key])) for key in keys if key in self._keys}

    def entry(self, entry: str, /) -> Entry:
        return self.held[entry]

    def entries_of(self, records: Collection[str], /) -> dict[str, str]:
        return {record: entry.id for entry in self.held.values() for record in entry.records if record in records}

    def decisions(self) -> tuple[Decision, ...]:
        return tuple(self.made)

    def keep_keys(self, keys: Mapping[str, Iterable[str]], /) -> None:
        for record, own in keys.items():
            for key in own:
                self._keys.setdefault(key, set()).add(record)

    def entries_named(self, entries: Collection[str], /) -> dict[str, Entry]:
        return {entry: self.held[entry] for entry in entries if entry in self.held}

    def keep_entry_keys(self, keys: Mapping[str, Iterable[EntryKey]], /) -> None:
        self.entry_keys |= {entry: tuple(own) for entry, own in keys.items()}

    def replace_entries(self, old: Iterable[str], new: Iterable[Entry], /) -> None:
        for entry in old:
            del self.held[entry]
        self.held |= {entry.id: entry for entry in new}

    def replace_judgements(self, records: Collection[str], new: Iterable[Judgement], /) -> None:
        among = set(records)
        self.judged = {pair: j for pair, j in self.judged.items() if not among.issuperset(pair)}
        self.judged |= {(j.left, j.right): j for j in new}
