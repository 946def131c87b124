"""Everybody as the latest report that names them has them, kept in step with the reports."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, func, insert, select, tuple_

from cronistoria.model.actor import Actor
from cronistoria.store.rows import Row, to_actor
from cronistoria.store.schema import actors, people, reports
from cronistoria.store.shelf import batches

_ACTOR = ("actor", "kind", "name", "country", "role", "wikidata")
_AFTER_DAY = " "
_RECENT = 2_000


def find_people(connection: Connection, among: Collection[str] | None) -> dict[str, Actor]:
    """By id, actors as the latest report has them."""
    asked = select(*(people.c[name] for name in _ACTOR))
    if among is None:
        return {row[0]: to_actor(*row) for row in connection.execute(asked.order_by(people.c.actor))}
    found: dict[str, Actor] = {}
    for some in batches(sorted(set(among))):
        found.update((row[0], to_actor(*row)) for row in connection.execute(asked.where(people.c.actor.in_(some))))
    return dict(sorted(found.items()))


def keep_people(connection: Connection, named: Sequence[Row], starts: str | None) -> None:
    """Takes in whom a new report, published then, names: those whom no later one has told."""
    newer: list[Row] = []
    for some in batches(named):
        asked = select(people.c.actor, people.c.document, people.c.starts)
        known = {
            row.actor: (row.starts or "", row.document)
            for row in connection.execute(asked.where(people.c.actor.in_([row["actor"] for row in some])))
        }
        newer += [row for row in some if known.get(row["actor"], ("", "")) <= (starts or "", row["document"])]
    _replace(connection, [{**row, "starts": starts} for row in newer])


def told_last_by(connection: Connection, document: str) -> tuple[str, ...]:
    """Those whom a report told last."""
    return tuple(connection.scalars(select(people.c.actor).where(people.c.document == document).order_by("actor")))


def find_again(connection: Connection, among: Collection[str]) -> None:
    """Has some actors as the latest of the reports that are there now have them; those whom none names are gone."""
    latest = latest_reports(connection, among, recent=True)
    latest |= latest_reports(connection, set(among) - latest.keys(), recent=False)
    for some in batches(sorted((document, actor) for actor, document in latest.items())):
        asked = (
            select(actors, reports.c.starts).join(reports).where(tuple_(actors.c.document, actors.c.actor).in_(some))
        )
        _replace(connection, [dict(row) for row in connection.execute(asked).mappings()])


def latest_reports(connection: Connection, among: Collection[str] | None, *, recent: bool) -> dict[str, str]:
    """By actor, the latest report that names it; of ``recent`` ones, in which those are who are named all the time."""
    when = func.coalesce(reports.c.starts, "") + _AFTER_DAY + reports.c.document
    asked = select(actors.c.actor, func.max(when)).join(reports).group_by(actors.c.actor)
    if among is not None:
        asked = asked.where(actors.c.actor.in_(among))
    if recent:
        newest = select(reports.c.document).where(reports.c.starts.is_not(None))
        newest = newest.order_by(reports.c.starts.desc(), reports.c.document.desc()).limit(_RECENT)
        asked = asked.where(actors.c.document.in_(newest))
    return {actor: told.rpartition(_AFTER_DAY)[2] for actor, told in connection.execute(asked)}


def _replace(connection: Connection, rows: Sequence[Row]) -> None:
    for some in batches(rows):
        connection.execute(delete(people).where(people.c.actor.in_([row["actor"] for row in some])))
        connection.execute(insert(people), list(some))
