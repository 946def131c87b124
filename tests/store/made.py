"""Small reports, each of one call, and entries over their records."""

import msgspec

from cronistoria.model.actor import Actor, ActorMention
from cronistoria.model.dates import Date
from cronistoria.model.document import Document, make_document
from cronistoria.model.entry import Entry
from cronistoria.model.identity import stable_id
from cronistoria.model.problem import Problem
from cronistoria.model.record import Attribution, Contact, Place
from cronistoria.model.report import Report
from tests.sample import PRODUCED_BY, day

NEXT = {"03": "04", "04": "05", "05": "06", "06": "07"}


def on(number: str) -> Date:
    """A day of May 2031."""
    return day(f"2031-05-{number}", f"2031-05-{NEXT[number]}")


def made_report(
    text: str, *, outlet: str | None = None, language: str = "en", called: str | None = None, place: str | None = None
) -> Report:
    """A report whose first word calls its last; ``called``: the day of May on which that was."""
    document = msgspec.structs.replace(
        make_document(text, language=language, published=on("04")), publisher=outlet, title=f"Title of {outlet}"
    )
    caller, callee = text.split()[0], text.split()[-1].rstrip(".")
    actors = tuple(
        Actor(id=name.upper(), kind="state", name=name, mentions=(ActorMention(start, start + len(name), name),))
        for name, start in ((caller, 0), (callee, text.rindex(callee)))
    )
    return Report(
        document=document,
        actors=actors,
        dates=(),
        records=(_call(document, actors[0].id, actors[1].id, called, place),),
        problems=(Problem(document.span(0, len(caller)), "compose", "not sure who is meant"),),
        produced_by=PRODUCED_BY,
    )


def entry_of(*reports: Report, status: str | None = None, title: str | None = None) -> Entry:
    """One entry over the first records of reports."""
    first, records = reports[0].records[0], tuple(report.records[0].id for report in reports)
    return Entry(
        id=stable_id("entry", records), kind="contact", type="call", title=title, date=first.date,
        actors=first.actors, recipients=first.recipients, place=first.place, confidence=first.confidence,
        records=records, status=status,  # type: ignore[arg-type]
    )  # fmt: skip


def _call(document: Document, caller: str, callee: str, called: str | None, place: str | None) -> Contact:
    trigger, whole = document.span(len(caller) + 1, len(caller) + 4), document.span(0, len(document.text))
    where = document.text.find(place) if place else -1
    return Contact(
        id=stable_id("contact", document.id), plover=None, cameo=None, score=None, actors=(caller,),
        recipients=(callee,), date=on(called) if called else None,
        place=Place(name=place, country="ZZZ", latitude=1.5, longitude=None, span=document.span(where, where + 1))
        if place else None,
        polarity="affirmed", modality="asserted",
        attribution=(Attribution(source=None, label="somebody", cue=None, span=trigger),), evidence=(whole,),
        trigger=trigger, confidence=0.75, rule="made", channel="call", status="held", participants=(caller, callee),
        requested_by=None, duration=None, topics=(), outcome=None,
    )  # fmt: skip
