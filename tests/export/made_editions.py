"""Editions that an exporter must bear: a small crisis, none at all, dates of all sorts, and reports that mean ill."""

from datetime import date
from functools import cache
from typing import Any

import msgspec

from cronistoria.merge.entries import make_entry
from cronistoria.model.actor import Actor
from cronistoria.model.dates import Date
from cronistoria.model.record import Statement
from cronistoria.model.source import Source, Telling
from cronistoria.view.book import Book
from cronistoria.view.edition import BookEdition
from tests.merge.made import condition, contact, day, place, position, source, span, statement
from tests.view.made_book import made_book

WORDS = (
    '=cmd|"/C calc"!A1', "+1+1", "-2 degrees", "@SUM(A1)", "\tindented", "\rreturned", "nul\x00 and \x0b and \x1b[31m",
    "half a pair \ud800 of two", "\u202eturned round", 'quotes " and \' and ; and ,', "two\r\nlines",
    "<script>alert(1)</script>", "]]> & &amp; <![CDATA[", "END:VEVENT\r\nBEGIN:VEVENT", "no character \ufffe",
    "`code` [link](javascript:alert(1)) # *a*", "{braces} {0} %s", "x" * 33_000,
)  # fmt: skip


@cache
def made_edition(labels: str = "en") -> BookEdition:
    return BookEdition(made_book(labels))


@cache
def empty_edition(labels: str = "en") -> BookEdition:
    return BookEdition(Book((), (), (), labels, date(2024, 3, 10)))


@cache
def dated_edition(labels: str = "en") -> BookEdition:
    """Meetings to come on days, minutes, months, seasons, between, after, before, some time, in reports of no date."""
    known = ("2024-04-01", "2024-04-02T09:30", "2024-05", "2024-22", "2024-06-03/2024-06-09", "2024-07-01/..")
    whens = (*known, "../2024-08")
    by = source("Oslo Courier", "2024-03-02")
    told = [_meeting(by, n, day(when)) for n, when in enumerate(whens)]
    unplaced = Date(edtf=None, start=None, end=None, precision="unknown", basis="explicit", text=span("one day"))
    undated = msgspec.structs.replace(source("Lima Post"), published=None)
    return _edition((*told, _meeting(by, 7, unplaced), _meeting(by, 8, None), _meeting(undated, 9, None)), labels)


@cache
def hostile_edition(labels: str = "en") -> BookEdition:
    """Every field that a report fills, filled with words that break formats."""
    return _edition([telling for number, words in enumerate(WORDS) for telling in _hostile(number, words)], labels)


EDITIONS = {"made": made_edition, "empty": empty_edition, "dated": dated_edition, "hostile": hostile_edition}


def _meeting(by: Source, number: int, when: Date | None) -> Telling:
    pair = (("NOR", "PER"), ("NOR", "CHL"), ("PER", "CHL"), ("Q1", "Q3"))[number % 4]
    telling = contact(by, *pair, status="scheduled", channel="meeting", start=number * 10)
    return _with(telling, date=when)


def _hostile(number: int, words: str) -> tuple[Telling, ...]:
    by = msgspec.structs.replace(
        source(f"report {number}", f"2024-03-{number + 1:02}"), outlet=words, title=words, url=words
    )
    who = Actor(id=f"person:p{number}", kind="person", name=words, country="NOR", role=words)
    where = msgspec.structs.replace(place("Quito", "ECU"), name=words, span=span(words))
    coming = contact(by, who.id, "Q2", when="2024-04-01", status="scheduled", start=number * 50)
    threat = position(
        by, "threat", "NOR", "PER", f"new sanctions {number}", condition=condition("if attacked"),
        deadline=day("2024-05"), start=number * 50 + 9,
    )  # fmt: skip
    said = statement(by, who.id, f"the fleet {number}", start=number * 50 + 20)
    told = (
        _with(coming, place=where, topics=(span(words),)),
        _with(threat, content=span(words), condition=condition(words), consequence=span(words)),
        _with(said, content=span(words), speaker_label=words),
    )
    return tuple(msgspec.structs.replace(t, actors=(*t.actors, who)) for t in told)


def _with(telling: Telling, **fields: Any) -> Telling:
    words = next((value for value in fields.values() if type(value).__name__ == "Span"), None)
    evidence = {"evidence": (words,)} if words else {}
    assert not (words and isinstance(telling.record, Statement) and "content" not in fields)
    return msgspec.structs.replace(telling, record=msgspec.structs.replace(telling.record, **fields, **evidence))


def _edition(tellings: Any, labels: str) -> BookEdition:
    entries = [msgspec.structs.replace(make_entry((t,)), date=t.record.date) for t in tellings]
    return BookEdition(Book(entries, tellings, (), labels, date(2024, 3, 20)))
