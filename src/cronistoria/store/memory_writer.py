"""Changes to what is held in memory."""

from collections.abc import Collection, Iterable, Mapping

import msgspec

from cronistoria.model.entry import Entry
from cronistoria.model.holdings import InputFile
from cronistoria.model.judgement import Decision, Judgement
from cronistoria.model.report import Report
from cronistoria.model.source import Copy
from cronistoria.store.memory_reader import MemoryReader


class MemoryWriter(MemoryReader):
    """A `store.base.Writer`."""

    def add_report(self, report: Report, copy: Copy | None = None) -> bool:
        document = report.document.id
        if document in self._held.reports:
            return False
        self._held.reports[document] = report
        self._held.homes |= {record.id: (document, record) for record in report.records}
        if copy is not None:
            self.keep_copy(document, copy)
        return True

    def remove_report(self, document: str) -> None:
        gone = {record.id for record in self._held.reports.pop(document).records}
        held = self._held
        held.homes = {record: home for record, home in held.homes.items() if record not in gone}
        held.keys = {record: keys for record, keys in held.keys.items() if record not in gone}
        held.entries = {entry.id: entry for entry in held.entries.values() if not gone & set(entry.records)}
        held.entry_keys = {entry: keys for entry, keys in held.entry_keys.items() if entry in held.entries}
        held.judgements = {pair: judged for pair, judged in held.judgements.items() if not gone & set(pair)}
        held.files = {path: file for path, file in held.files.items() if file.document != document}
        held.versions = {old: new for old, new in held.versions.items() if document not in (old, new)}
        held.bands.pop(document, None)
        held.reread = held.mark + 1
        held.copies = {copy: kept for copy, kept in held.copies.items() if document not in (copy, kept.original)}

    def keep_version(self, document: str, replaced_by: str) -> None:
        self._held.versions[document] = replaced_by

    def keep_copy(self, document: str, copy: Copy) -> None:
        self._held.copies[document] = copy

    def keep_keys(self, keys: Mapping[str, Iterable[str]]) -> None:
        self._held.keys |= {record: tuple(dict.fromkeys(kept)) for record, kept in keys.items()}

    def replace_entries(self, old: Iterable[str], new: Iterable[Entry]) -> None:
        for entry in old:
            self._held.entries.pop(entry, None)
            self._held.entry_keys.pop(entry, None)
        kept = (msgspec.structs.replace(entry, judgements=(), title=None) for entry in new)
        self._held.entries |= {entry.id: entry for entry in kept}

    def keep_entry_keys(self, keys: Mapping[str, Iterable[tuple[str, int]]]) -> None:
        self._held.entry_keys |= {entry: tuple(dict.fromkeys(kept)) for entry, kept in keys.items()}

    def replace_judgements(self, records: Collection[str], new: Iterable[Judgement]) -> None:
        within, held = set(records), self._held
        held.judgements = {pair: judged for pair, judged in held.judgements.items() if not within >= set(pair)}
        held.judgements |= {(judgement.left, judgement.right): judgement for judgement in new}

    def add_decision(self, decision: Decision) -> None:
        self._held.decisions[decision.id] = decision

    def undo_decision(self, decision: str, *, at: str | None, by: str | None) -> None:
        stands = self._held.decisions[decision]
        if stands.undone_at is not None:
            raise KeyError(decision)
        self._held.decisions[decision] = msgspec.structs.replace(stands, undone_at=at, undone_by=by)

    def keep_file(self, file: InputFile) -> None:
        self._held.files[file.path] = file

    def keep_bands(self, document: str, bands: Iterable[str]) -> None:
        self._held.bands[document] = tuple(bands)

    def keep_note(self, name: str, value: str) -> None:
        self._held.notes[name] = value
