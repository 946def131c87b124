"""A report into a store: whole, or what is its own of a copy, or in place of an older reading of the same text."""

import msgspec

from cronistoria.build.arrivals import Original, find_original, shared_with
from cronistoria.build.copies import COPIED, fingerprint, own_records, passages, similarity
from cronistoria.merge.merging import update
from cronistoria.model.document import Document
from cronistoria.model.report import Report
from cronistoria.model.source import Copy
from cronistoria.store.base import Store, Writer


def add_report(store: Store, report: Report) -> bool:
    """Keeps a report and merges it; ``False`` if the same text is there already."""
    bands = fingerprint(report.document)
    with store.writing() as writer:
        if writer.has_report(report.document.id):
            return False
        keep_report(writer, report, bands, find_original(report.document, bands, writer))
        update(writer)
    return True


def keep_report(writer: Writer, report: Report, bands: tuple[str, ...], original: Original | None) -> int:
    """Keeps a report with its fingerprint; the number of its own records.

    Entries that gain a source, or lose a record, go, so that they are merged anew. Copies and files of a report whose
    older reading is replaced stay with it.
    """
    kept = _without_repeated(report, original)
    copy = original.copy if original else None
    if copy is not None:
        writer.replace_entries(sorted(set(writer.entries_of(copy.records).values())), ())
    if not writer.add_report(kept, copy):
        _replace(writer, kept, copy)
    writer.keep_bands(kept.document.id, bands)
    return len(kept.records)


def replace_version(writer: Writer, earlier: str, later: Document) -> tuple[str, ...]:
    """Leaves an earlier version on file without its records; the copies of it that are none of the later one.

    Those must be read for themselves.
    """
    report, copies = writer.report(earlier), writer.copies(earlier)
    older = [version for version, replaced_by in writer.versions().items() if replaced_by == earlier]
    writer.remove_report(earlier)
    writer.add_report(msgspec.structs.replace(report, records=(), actors=(), dates=(), problems=()))
    for version in (earlier, *older):
        writer.keep_version(version, later.id)
    orphans = []
    for repeated in copies:
        document = writer.report(repeated).document
        if (alike := similarity(document, later)) >= COPIED and repeated != later.id:
            writer.keep_copy(repeated, Copy(later.id, alike, shared_with(document, later, writer)))
        elif repeated != later.id:
            orphans.append(repeated)
    return tuple(orphans)


def _replace(writer: Writer, report: Report, copy: Copy | None) -> None:
    document = report.document
    copies = writer.copies(document.id)
    files = [file for file in writer.files() if file.document == document.id]
    writer.remove_report(document.id)
    writer.add_report(report, copy)
    for repeated, alike in copies.items():
        shared = shared_with(writer.report(repeated).document, document, writer)
        writer.keep_copy(repeated, Copy(document.id, alike, shared))
    for file in files:
        writer.keep_file(file)


def _without_repeated(report: Report, original: Original | None) -> Report:
    """A copy keeps the records of its own passages; the others are its original's."""
    if original is None:
        return report
    own = own_records(report.records, passages(report.document), passages(original.document))
    return msgspec.structs.replace(report, records=own)
