"""A small crisis in a book, and what a query finds in one."""

from collections.abc import Iterable
from datetime import date
from itertools import islice

from cronistoria.merge.merging import merge
from cronistoria.model.entry import Entry
from cronistoria.model.judgement import Decision
from cronistoria.model.query import Query
from cronistoria.view.book import Book
from tests.merge.made import (
    condition,
    contact,
    day,
    deployment,
    event,
    minutes,
    place,
    position,
    source,
    span,
    statement,
)

OSLO, LIMA = source("Oslo Courier", "2024-03-02"), source("Voce di Lima", "2024-03-03", "it")
TELLINGS = (
    contact(OSLO, "Q1", "Q2", when="2024-03-01", duration=minutes(50), requested_by="NOR", topics=(span("the fleet"),)),
    contact(LIMA, "Q1", "Q2", when="2024-03-01T21:00", duration=minutes(60), start=5),
    contact(
        OSLO,
        "NOR",
        "PER",
        when="2024-04-01",
        status="scheduled",
        channel="meeting",
        place=place("Quito", "ECU"),
        start=9,
    ),
    statement(OSLO, "Q4", "the call was frank about the ceasefire and the fleet", start=100),
    position(LIMA, "threat", "PER", "NOR", "nuove sanzioni", condition=condition("in caso di invasione"), start=120),
    position(LIMA, "demand", "Q2", "NOR", "il ritiro della flotta", deadline=day("2024-03-20"), start=180),
    position(OSLO, "refusal", "NOR", "PER", "to withdraw the fleet", start=200),
    deployment(OSLO, "NOR", 8000, start=300),
    event(OSLO, "ASSAULT", None, "PER", "an attack on the port", killed=12, place=place("Callao", "PER"), start=400),
)


def made_book(labels: str = "en", now: str = "2024-03-10", decisions: tuple[Decision, ...] = ()) -> Book:
    entries = merge(TELLINGS, decisions).entries
    return Book(entries, TELLINGS, decisions, labels, date.fromisoformat(now))


def select(book: Book, query: Query, entries: Iterable[Entry] | None = None) -> tuple[Entry, ...]:
    found: Iterable[Entry] = book.at(book.index.positions(query))
    if entries is not None:
        among = {entry.id for entry in entries}
        found = (entry for entry in found if entry.id in among)
    return tuple(islice(found, query.limit))
