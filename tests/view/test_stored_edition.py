"""A store's entries told one by one are those that a book in memory holds: statuses, links, accounts, order, words."""

import random
from collections.abc import Iterable
from datetime import date, timedelta
from unittest.mock import patch

import msgspec
import pytest

from cronistoria.model.entry import Entry
from cronistoria.model.judgement import Decision
from cronistoria.model.query import EVERYTHING, Query
from cronistoria.model.source import Telling
from cronistoria.view import part
from cronistoria.view.book import open_book
from cronistoria.view.edition import BookEdition
from cronistoria.view.filters import resolve
from cronistoria.view.part import entry_in
from cronistoria.view.stored_edition import StoredEdition, stored_edition
from tests.merge.made import condition, contact, day, deployment, event, position, source, statement
from tests.merge.test_settling import APPOINTMENTS, COMMITMENTS
from tests.view.made_book import TELLINGS, select
from tests.view.made_reader import made_reader

SIDES = ("NOR", "PER", "CHL")
POINTS = (
    "new sanctions on the ports", "withdraw the troops from the border", "respect the ceasefire in the strait",
    "release the prisoners of the island", "an attack on the fleet",
)  # fmt: skip
POSITIONS = ("threat", "demand", "promise", "offer", "refusal", "acceptance", "accusation", "denial", "warning")
DEEDS = ("SANCTION", "ASSAULT", "RETREAT", "AID", "AGREE")


def compare(
    tellings: Iterable[Telling], now: str | None = None, decisions: tuple[Decision, ...] = (), query: Query = EVERYTHING
) -> list[Entry]:
    held = made_reader(tellings, decisions)
    on = date.fromisoformat(now) if now else None
    book = open_book(held, "en", on)
    expected = BookEdition(book, select(book, resolve(book, query)))
    for many in (0, 2_000):
        with patch.object(part, "_MANY", many), stored_edition(held, query, "en", on) as edition:
            assert isinstance(edition, StoredEdition) == (many == 0)
            assert list(edition.entries()) == list(expected.entries())
            assert list(edition.entries()) == list(expected.entries()), "a second time"
            assert list(edition.followed()) == list(expected.followed())
            assert list(edition.reports()) == list(expected.reports())
            assert (edition.actors, edition.now, edition.issued) == (expected.actors, expected.now, expected.issued)
            entry = next(expected.entries()).entry
            assert (edition.when(entry), edition.reason(entry)) == (expected.when(entry), expected.reason(entry))
    for entry in book.entries[:: max(len(book.entries) // 40, 1)]:
        near = entry_in(held, entry.id, "en", on)
        assert near.entry(entry.id) == entry, "settled by itself"
        assert near.links_to(entry) == book.links_to(entry)
    return [told.entry for told in expected.entries()]


@pytest.mark.parametrize("case", [*COMMITMENTS, *APPOINTMENTS], ids=lambda case: case[0])
def test_statuses_are_those_of_the_rules(case: tuple[str, Telling, list[Telling], str | None, str | None]) -> None:
    _, first, later, _, _ = case
    for now in ("2024-03-05", "2024-03-15", "2024-04-10"):
        assert len(compare((first, *later), now=now)) > len(later) / 2


def test_a_small_crisis_with_accounts_filters_and_decisions() -> None:
    assert any(entry.sides for entry in compare(TELLINGS))
    assert {entry.type for entry in compare(TELLINGS, query=Query(kinds=("position",), statuses=("open",)))} == {
        "threat", "demand",
    }  # fmt: skip
    assert len(compare(TELLINGS, query=Query(actors=("Norway",), limit=2))) == 2
    threat = next(entry for entry in compare(TELLINGS) if entry.type == "threat")
    over = Decision(id="d1", act="status", records=threat.records, value="fulfilled", by="Rojas")
    assert "fulfilled" in {entry.status for entry in compare(TELLINGS, decisions=(over,))}
    away = Decision(id="d2", act="reject", records=threat.records)
    assert threat.id not in {entry.id for entry in compare(TELLINGS, decisions=(away,))}


def test_a_refusal_that_deeds_belie_stands_in_the_ledger() -> None:
    told, later = source("what is refused", "2024-03-01"), source("what is done", "2024-03-09")
    refusal = position(told, "refusal", "NOR", "PER", "an attack on the fleet of the island")
    attack = event(later, "ASSAULT", "NOR", "PER", "an attack on the fleet of the island", when="2024-03-08")
    assert {"broken"} == {entry.status for entry in compare((refusal, attack)) if entry.kind == "position"}


def test_made_crises() -> None:
    entries: list[Entry] = []
    for seed in range(3):
        entries += compare(made_tellings(seed), now="2024-05-20")
    assert {"open", "fulfilled", "held"} <= {entry.status for entry in entries}
    assert {"fulfils", "answers", "part_of", "repeats"} <= {link.type for entry in entries for link in entry.links}


def made_tellings(seed: int) -> tuple[Telling, ...]:
    """A crisis of some hundred and eighty tellings."""
    chance = random.Random(seed)
    return tuple({told.record.id: told for told in (_made(chance, number) for number in range(180))}.values())


def _made(chance: random.Random, number: int) -> Telling:
    published = date(2024, 3, 1) + timedelta(days=chance.randrange(70))
    by = source(f"report {chance.randrange(60)} of {published}", published.isoformat())
    who, whom = chance.sample(SIDES, 2)
    near = (published - timedelta(days=chance.randrange(4))).isoformat()
    when, start = chance.choice((None, near, near)), number * 100
    match chance.randrange(6):
        case 0:
            coming = (published + timedelta(days=chance.randrange(1, 20))).isoformat()
            planned = chance.choice(("scheduled", "proposed", "cancelled"))
            return contact(by, who, whom, when=chance.choice((coming, None)), status=planned, start=start)
        case 1:
            return contact(by, who, whom, when=when, start=start)
        case 2:
            return event(by, chance.choice(DEEDS), who, whom, chance.choice(POINTS), when=when, start=start)
        case 3:
            return deployment(by, who, chance.choice((100, 1000, 5000)), when=when, start=start)
        case 4:
            return statement(by, who, chance.choice(POINTS), when=when, start=start)
        case _:
            terms = (
                {"deadline": day("2024-04-01")} if chance.random() < 0.3 else {"condition": condition("if attacked")}
            )
            said = position(
                by, chance.choice(POSITIONS), who, whom, chance.choice(POINTS), when=when, start=start, **terms
            )  # fmt: skip
            denied = chance.random() < 0.15
            record = msgspec.structs.replace(said.record, polarity="negated" if denied else "affirmed")
            return msgspec.structs.replace(said, record=record)
