"""A small crisis for pages: two outlets that differ, a promise, an appointment, and a report that means harm."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from datetime import date
from typing import Any

import msgspec

from cronistoria.build.keeping import add_report
from cronistoria.desk.analysis import Pasted
from cronistoria.desk.desk import Desk
from cronistoria.errors import InputError
from cronistoria.merge.merging import update
from cronistoria.model.document import make_document
from cronistoria.model.identity import text_id
from cronistoria.model.problem import Problem
from cronistoria.model.record import Casualties, Deployment, Event, Place, Position, Record, Statement
from cronistoria.model.report import Report
from cronistoria.model.source import Source, Telling
from cronistoria.model.span import Span
from cronistoria.store.memory import MemoryStore
from tests.merge.made import ACTORS, condition, contact, day, deployment, event, minutes, position, statement
from tests.sample import PRODUCED_BY

NOW = "2031-05-09T10:00:00+00:00"
TOKEN = "a token of 20 letters"
OSLO = (
    "OSLO, 2 March 2024 - Ada Berg and Luis Rojas spoke by phone on Friday for 50 minutes, at Norway's request.\n"
    '"The call was frank about the ceasefire and the fleet", said Nils Dahl. Norway refuses to withdraw the fleet.\n'
    "Norway massed 8,000 troops near Bodø. They will meet in Quito on 1 April."
)
LIMA = (
    "Lima. Ada Berg e Luis Rojas si sono parlati venerdì per un'ora.\n"
    "Il Perù minaccia nuove sanzioni in caso di invasione. Rojas chiede il ritiro della flotta entro il 20 marzo.\n"
    "Un attacco al porto di Callao ha fatto 12 morti."
)
LINE = "x" * 60_000
HOSTILE = (
    "<script>window.harmed = 1</script> \u202egnol si sdrow eht\u202c and \0 nothing <img src=x onerror=harm()>\n"
    'Ada Berg said "<b onmouseover=window.harmed=1>bold</b> \u2066words\u2069" on Friday. </textarea>{{ 7 * 7 }}\n'
    + LINE
)
BODO = Place(name="Bodø", country="NOR", latitude=67.28, longitude=14.4, span=Span(0, 1, "x"))
CALLAO = Place(name="Callao", country="PER", latitude=-12.06, longitude=-77.15, span=Span(0, 1, "x"))


class Stand(msgspec.Struct):
    """An analysis without a model: every text tells that Ada Berg said its first line."""

    def submit(self, pasted: Pasted) -> "Future[Report]":
        done: Future[Report] = Future()
        if "no report" in pasted.text:
            done.set_exception(InputError("text: holds no report"))
        else:
            source = _source(
                pasted.text, pasted.given.publisher or "Pasted", "2024-03-05", pasted.given.language or "en"
            )
            line = pasted.text.strip().split("\n")[0][:300]
            tellings = [statement(source, "Q1", line, **_where(pasted.text, line))]
            done.set_result(_report(pasted.text, source, tellings))
        return done

    def close(self) -> None:
        """Nothing was started."""


def made_reports() -> Iterator[Report]:
    for text, tellings, source in ((OSLO, _oslo, _source(OSLO, "Oslo Courier", "2024-03-02", "en")),
                                   (LIMA, _lima, _source(LIMA, "Voce di Lima", "2024-03-03", "it"))):  # fmt: skip
        yield _report(text, source, tellings(source))
    harmful = _source(HOSTILE, '"><img src=x onerror=window.harmed=1>', "2024-03-04", "en")
    harmful = msgspec.structs.replace(
        harmful, title="</title><script>window.harmed=1</script>\u202etitle", url="javascript:window.harmed=1"
    )
    said = "<b onmouseover=window.harmed=1>bold</b> \u2066words\u2069"
    long = position(harmful, "threat", "NOR", "PER", LINE, **_where(HOSTILE, LINE))
    yield _report(HOSTILE, harmful, [
        statement(harmful, "Q1", said, **_where(HOSTILE, said)), long,
        deployment(harmful, "NOR", 10.0**30, **_where(HOSTILE, "<script>window.harmed = 1</script> \u202egnol")),
    ])  # fmt: skip


def made_store() -> MemoryStore:
    store = MemoryStore()
    for report in made_reports():
        add_report(store, report)
    return store


def made_desk(store: MemoryStore | None = None) -> Desk:
    return Desk(store or made_store(), Stand(), clock=lambda: NOW)


def _oslo(by: Source) -> list[Telling]:
    content = "The call was frank about the ceasefire and the fleet"
    fifty = msgspec.structs.replace(minutes(50), span=_span(OSLO, "50 minutes"))
    place = msgspec.structs.replace(BODO, span=_span(OSLO, "Bodø"))
    quito = Place(name="Quito", country="ECU", latitude=-0.18, longitude=-78.47, span=_span(OSLO, "Quito"))
    return [
        contact(by, "Q1", "Q2", when="2024-03-01", duration=fifty, requested_by="NOR", **_where(OSLO, OSLO[21:107])),
        statement(by, "Q4", content, **_where(OSLO, content)),
        position(by, "refusal", "NOR", "PER", "to withdraw the fleet", **_where(OSLO, "to withdraw the fleet")),
        deployment(by, "NOR", 8000, place=place, **_where(OSLO, "Norway massed 8,000 troops near Bodø")),
        contact(by, "NOR", "PER", when="2024-04-01", status="scheduled", channel="meeting", place=quito,
                **_where(OSLO, "They will meet in Quito on 1 April")),
    ]  # fmt: skip


def _lima(by: Source) -> list[Telling]:
    hour = msgspec.structs.replace(minutes(60), span=_span(LIMA, "un'ora"))
    hinge = msgspec.structs.replace(condition("in caso di invasione"), span=_span(LIMA, "in caso di invasione"))
    place = msgspec.structs.replace(CALLAO, span=_span(LIMA, "Callao"))
    attack = "Un attacco al porto di Callao ha fatto 12 morti"
    return [
        contact(by, "Q1", "Q2", when="2024-03-01", duration=hour, **_where(LIMA, LIMA[6:62])),
        position(by, "threat", "PER", "NOR", "nuove sanzioni", condition=hinge, **_where(LIMA, "nuove sanzioni")),
        position(by, "demand", "Q2", "NOR", "il ritiro della flotta", deadline=day("2024-03-20"),
                 **_where(LIMA, "il ritiro della flotta")),
        event(by, "ASSAULT", None, "PER", attack, killed=12, place=place, **_where(LIMA, attack)),
    ]  # fmt: skip


def _report(text: str, source: Source, tellings: list[Telling]) -> Report:
    document = msgspec.structs.replace(
        make_document(text, language=source.language or "en", published=source.published),
        title=source.title, publisher=source.outlet, url=source.url,
    )  # fmt: skip
    actors = {actor.id: actor for telling in tellings for actor in telling.actors}
    return Report(
        document=document, actors=tuple(actors.values()) or (ACTORS["NOR"],), dates=(),
        records=tuple(_grounded(telling.record) for telling in tellings),
        problems=(Problem(_span(text, text[:4]), "compose", "nobody is known to be meant"),), produced_by=PRODUCED_BY,
    )  # fmt: skip


def _source(text: str, outlet: str, published: str, language: str) -> Source:
    return Source(document=text_id(text), outlet=outlet, published=day(published), language=language)


def _where(text: str, words: str) -> dict[str, Any]:
    """Evidence and trigger of a record at the words."""
    span = _span(text, words)
    return {"evidence": (span,), "trigger": span}


def _grounded(record: Record) -> Record:
    """A record whose content, forces and numbers stand where its evidence does."""
    span = record.evidence[0]
    if isinstance(record, Statement | Position):
        return msgspec.structs.replace(record, content=span)
    if isinstance(record, Deployment) and record.quantity:
        return msgspec.structs.replace(record, force=span, quantity=msgspec.structs.replace(record.quantity, text=span))
    if isinstance(record, Event) and record.casualties and record.casualties.killed:
        killed = msgspec.structs.replace(record.casualties.killed, text=span)
        return msgspec.structs.replace(record, casualties=Casualties(killed=killed))
    return record


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def desk_of_contacts(days: Iterable[date]) -> Desk:
    """One report of a contact of Norway and Peru on each of some days."""
    source = _source(OSLO, "Oslo Courier", "2024-12-02", "en")
    told = [contact(source, "NOR", "PER", when=day.isoformat(), start=0) for day in days]
    named = [
        msgspec.structs.replace(t, record=msgspec.structs.replace(t.record, id=f"contact:{number:016x}"))
        for number, t in enumerate(told)
    ]
    store = MemoryStore()
    with store.writing() as writer:
        writer.add_report(_report(OSLO, source, named))
        update(writer)
    return Desk(store)
