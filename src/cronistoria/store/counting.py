"""How much a database holds, counted by the database."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from cronistoria.model.holdings import Totals
from cronistoria.store.schema import decisions, entries, entry_records, files, problems, records, reports, versions


def count_everything(connection: Connection) -> Totals:
    """All totals."""

    def count(table: FromClause, *conditions: ColumnElement[bool]) -> int:
        return connection.scalar(select(func.count()).select_from(table).where(*conditions)) or 0

    def by(column: ColumnElement[Any], table: FromClause | None = None) -> dict[str, int]:
        asked = select(column, func.count()).group_by(column)
        rows = connection.execute(asked if table is None else asked.select_from(table))
        return dict(sorted((value or "", number) for value, number in rows))

    def by_month(table: FromClause) -> dict[str, int]:
        return by(func.substr(table.c.starts, 1, 7), table)

    return Totals(
        reports=count(reports),
        copies=count(reports, reports.c.copy_of.is_not(None)),
        versions=count(versions),
        records=count(records),
        entries=count(entries),
        unmerged=count(records) - count(entry_records),
        problems=count(problems),
        files=count(files),
        failed_files=count(files, files.c.error.is_not(None), files.c.kind.is_(None)),
        decisions=count(decisions, decisions.c.undone_at.is_(None)),
        reports_by_language=by(reports.c.language),
        reports_by_outlet=by(reports.c.outlet),
        reports_by_month=by_month(reports),
        records_by_kind=by(records.c.kind),
        records_by_type=by(records.c.type),
        records_by_language=by(reports.c.language, records.join(reports, reports.c.document == records.c.document)),
        records_by_month=by_month(records),
        entries_by_kind=by(entries.c.kind),
        entries_by_month=by_month(entries),
        problems_by_stage=by(problems.c.stage),
        aside_by_kind={kind: number for kind, number in by(files.c.kind).items() if kind},
    )
