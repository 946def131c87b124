"""Rows of the tables, made from the model's types, and the small ones made into types again."""

from functools import lru_cache
from typing import Any

import msgspec

from cronistoria.model.actor import Actor, ActorKind
from cronistoria.model.entry import Entry, entry_stretch
from cronistoria.model.holdings import InputFile
from cronistoria.model.judgement import Decision, Judgement
from cronistoria.model.parts import parties, record_type
from cronistoria.model.problem import Problem
from cronistoria.model.record import Place, Record
from cronistoria.model.report import Report
from cronistoria.model.span import Span
from cronistoria.store.codec import bounds, checksum, pack, plain

Row = dict[str, Any]


def report_row(report: Report) -> Row:
    """A report; ``data`` has neither its text nor its records nor its problems, which stand elsewhere."""
    document = report.document
    rest = msgspec.structs.replace(report, records=(), problems=(), document=msgspec.structs.replace(document, text=""))
    return {
        "document": document.id, "language": document.language, "title": document.title, "url": document.url,
        "outlet": document.publisher, **bounds(document.published),
        "published": plain(document.published) if document.published else None,
        "text": document.text, "data": pack(rest),
    }  # fmt: skip


def actor_rows(report: Report) -> list[Row]:
    """Everyone that a report names, without mentions."""
    return [
        {"document": report.document.id, "actor": actor.id, "kind": actor.kind, "name": actor.name,
         "country": actor.country, "role": actor.role, "wikidata": actor.wikidata}
        for actor in report.actors
    ]  # fmt: skip


def problem_rows(report: Report) -> list[Row]:
    """What could not be interpreted."""
    return [
        {"document": report.document.id, "position": position, "stage": problem.stage, "message": problem.message,
         "start": problem.span.start if problem.span else None, "end": problem.span.end if problem.span else None}
        for position, problem in enumerate(report.problems)
    ]  # fmt: skip


def record_row(record: Record, document: str, position: int) -> Row:
    """A record, and what can be asked of it."""
    data = pack(record)
    return {
        "record": record.id, "document": document, "position": position, "kind": record.kind,
        "type": record_type(record), **bounds(record.date), **_where(record.place), "confidence": record.confidence,
        "data": data, "checksum": checksum(data),
    }  # fmt: skip


def record_actor_rows(record: Record) -> list[Row]:
    """Who takes part in a record."""
    return [{"record": record.id, "actor": party} for party in parties(record)]


def entry_row(entry: Entry) -> Row:
    """An entry, and what can be asked of it; titles and judgements are not kept with it."""
    return {
        "entry": entry.id, "kind": entry.kind, "type": entry.type, "status": entry.status, **bounds(entry.date),
        **_where(entry.place), "confidence": entry.confidence,
        "data": plain(msgspec.structs.replace(entry, judgements=(), title=None)), **_standing(entry),
    }  # fmt: skip


def judgement_row(judgement: Judgement) -> Row:
    """A judgement."""
    return {**msgspec.structs.asdict(judgement), "reasons": plain(judgement.reasons)}


def decision_row(decision: Decision) -> Row:
    """A person's decision."""
    row = {**msgspec.structs.asdict(decision), "records": plain(decision.records)}
    return {"decision": row.pop("id"), **row}


@lru_cache(maxsize=65_536)
def to_actor(
    actor: str, kind: ActorKind, name: str, country: str | None, role: str | None, wikidata: str | None
) -> Actor:
    """An actor, without its mentions, from its columns; thousands of reports share one."""
    return Actor(id=actor, kind=kind, name=name, country=country, role=role, wikidata=wikidata)


def to_judgement(row: Any) -> Judgement:
    """A judgement."""
    reasons = tuple(msgspec.json.decode(row.reasons))
    return Judgement(
        left=row.left, right=row.right, verdict=row.verdict, score=row.score, reasons=reasons, by=row.by
    )  # fmt: skip


def to_decision(row: Any) -> Decision:
    """A person's decision."""
    return Decision(
        id=row.decision, act=row.act, records=tuple(msgspec.json.decode(row.records)), value=row.value,
        by=row.by, at=row.at, why=row.why, undone_at=row.undone_at, undone_by=row.undone_by,
    )  # fmt: skip


def to_file(row: Any) -> InputFile:
    """A file that was read."""
    return InputFile(path=row.path, digest=row.digest, document=row.document, error=row.error, kind=row.kind)


def to_problem(row: Any, text: str) -> Problem:
    """A problem, with its words taken from the text."""
    span = Span(row.start, row.end, text[row.start : row.end]) if row.start is not None else None
    return Problem(span, row.stage, row.message)


def _standing(entry: Entry) -> Row:
    return dict(zip(("since", "until"), entry_stretch(entry), strict=True))


def _where(place: Place | None) -> Row:
    return {"country": place.country if place else None, "place": place.name if place else None}
