"""What a store holds beside the chronicle: the files it was made from, what went wrong, and how much there is."""

import msgspec

from cronistoria.model.problem import Problem


class InputFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file, or a part of one, that was read: SHA-256 of its bytes, and the ``document`` made of it or the ``error``
    that tells why. ``kind`` is set where the fault is not the reading's: what it is instead of a report.
    """

    path: str
    digest: str | None
    document: str | None = None
    error: str | None = None
    kind: str | None = None


class FileProblem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be interpreted; without ``document`` if the file could not be read at all.

    ``kind``: what a file is instead of a report.
    """

    files: tuple[str, ...]
    document: str | None
    problem: Problem
    kind: str | None = None


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """How much there is; a month is that of publication for reports, and of the beginning for records and entries.

    ``copies``: reports that repeat another; ``versions``: those that a later version replaced; both are among the
    reports. ``unmerged``: records that stand in no entry. ``failed_files`` could not be read; what is no report is
    counted in ``aside_by_kind``. Keys of what is not known are "".
    """

    reports: int
    copies: int
    versions: int
    records: int
    entries: int
    unmerged: int
    problems: int
    files: int
    failed_files: int
    decisions: int
    reports_by_language: dict[str, int]
    reports_by_outlet: dict[str, int]
    reports_by_month: dict[str, int]
    records_by_kind: dict[str, int]
    records_by_type: dict[str, int]
    records_by_language: dict[str, int]
    records_by_month: dict[str, int]
    entries_by_kind: dict[str, int]
    entries_by_month: dict[str, int]
    problems_by_stage: dict[str, int]
    aside_by_kind: dict[str, int]


class Fault(msgspec.Struct, frozen=True):
    """Something in a store that must not be: which check found it, on what, and what was expected."""

    check: str
    subject: str
    message: str
