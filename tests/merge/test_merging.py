"""Which tellings become one entry, whatever the order in which reports come in."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cronistoria.merge.merging import merge, update
from cronistoria.model.judgement import Decision
from cronistoria.model.source import Telling
from tests.merge.made import contact, deployment, event, minutes, place, position, source, span, statement
from tests.merge.shelf import MadeShelf

A, B, C = source("a"), source("b", "2024-03-03", "it"), source("c", "2024-03-02", "ru")

ONE_THING = [
    (
        "one call, dated by day, evening and night",
        contact(A, "Q1", "Q2", when="2024-03-01"),
        contact(B, "Q1", "Q2", when="2024-03-01T20:30"),
        contact(C, "Q1", "Q2", when="2024-03-01/2024-03-02"),
    ),
    (
        "leaders and their states",
        contact(A, "Q1", "Q2", when="2024-03-01"),
        contact(B, "NOR", "PER", when="2024-03-01"),
    ),
    ("a month and a day", contact(A, "Q1", "Q2", when="2024-03-01"), contact(B, "Q1", "Q2", when="2024-03")),
    ("no date, told the day after", contact(A, "Q1", "Q2", when="2024-03-01"), contact(A, "Q1", "Q2")),
    (
        "a video call called a virtual summit",
        contact(A, "Q1", "Q2", when="2024-03-01", channel="video_call"),
        contact(B, "Q1", "Q2", when="2024-03-01", channel="summit"),
    ),
    (
        "a threat in three languages",
        position(A, "threat", "NOR", "PER", "new sanctions in the event of an invasion"),
        position(B, "threat", "NOR", "PER", "nuove sanzioni in caso di invasione"),
        position(C, "threat", "Q1", "PER", "новые санкции в случае вторжения"),
    ),
    (
        "a demand repeated for weeks",
        position(source("d", "2024-03-02"), "demand", "NOR", "PER", "withdraw the troops from the border"),
        position(source("e", "2024-03-10"), "demand", "NOR", "PER", "the troops must withdraw from the border"),
        position(source("f", "2024-03-18"), "demand", "NOR", "PER", "that the troops withdraw from the border"),
    ),
    (
        "words quoted in part and in full",
        statement(A, "Q1", "the talks were frank and useful"),
        statement(source("d", "2024-03-03"), "Q1", "frank and useful talks"),
    ),
    (
        "an attack and its toll",
        event(
            A,
            "ASSAULT",
            "PER",
            "NOR",
            "missiles hit the port",
            when="2024-03-01",
            killed=12,
            place=place("Bergen", "NOR"),
        ),
        event(
            B, "ASSAULT", "PER", "NOR", "missili sul porto", when="2024-03-01", killed=14, place=place("Bergen", "NOR")
        ),
    ),
    ("troops counted twice", deployment(A, "PER", 100_000), deployment(B, "PER", 90_000)),
]
TWO_THINGS = [
    ("two calls a day apart", contact(A, "Q1", "Q2", when="2024-03-01"), contact(B, "Q1", "Q2", when="2024-03-02")),
    (
        "calls of one leader with two others",
        contact(A, "Q1", "Q2", when="2024-03-01"),
        contact(B, "Q1", "Q3", when="2024-03-01"),
    ),
    (
        "leaders and their spokespeople",
        contact(A, "Q1", "Q2", when="2024-03-01"),
        contact(B, "Q4", "Q2", when="2024-03-01"),
    ),
    (
        "a call and a letter",
        contact(A, "Q1", "Q2", when="2024-03-01"),
        contact(B, "Q1", "Q2", when="2024-03-01", channel="letter"),
    ),
    (
        "the calls of two days, one with its zone",
        contact(A, "Q1", "Q2", when="2024-03-01T09:00Z"),
        contact(B, "Q1", "Q2", when="2024-03-02"),
    ),
    (
        "a call held and a call to come",
        contact(A, "Q1", "Q2", when="2024-03-01"),
        contact(B, "Q1", "Q2", when="2024-03-01", status="scheduled"),
    ),
    (
        "a call told and a call denied",
        contact(A, "Q1", "Q2", when="2024-03-01"),
        contact(B, "Q1", "Q2", when="2024-03-01", polarity="negated"),
    ),
    (
        "an old meeting retold",
        contact(A, "Q1", "Q2", when="2024-03-01", channel="meeting"),
        contact(B, "Q1", "Q2", when="2023-12-07", channel="meeting"),
    ),
    (
        "two demands of one speech",
        position(A, "demand", "NOR", "PER", "withdraw the troops from the border"),
        position(A, "demand", "NOR", "PER", "release of all hostages", start=50),
    ),
    ("a whole and a part of it", deployment(A, "PER", 100_000), deployment(B, "PER", 8_000)),
    ("the troops of two sides", deployment(A, "PER", 8_000), deployment(B, "NOR", 8_000)),
    ("forces that come and go", deployment(A, "PER", 8_000), deployment(B, "PER", 8_000, posture="withdrawn")),
    (
        "attacks in two countries",
        event(A, "ASSAULT", "PER", None, "missiles hit", when="2024-03-01", place=place("Bergen", "NOR")),
        event(B, "ASSAULT", "PER", None, "missiles hit", when="2024-03-01", place=place("Arica", "CHL")),
    ),
    (
        "words of two speakers",
        statement(A, "Q1", "the talks were frank and useful"),
        statement(B, "Q2", "the talks were frank and useful"),
    ),
]


@pytest.mark.parametrize("case", ONE_THING, ids=lambda case: case[0])
def test_one_thing_is_one_entry(case: tuple[Any, ...]) -> None:
    merged = merge(case[1:])
    assert [set(entry.records) for entry in merged.entries] == [{telling.record.id for telling in case[1:]}]
    assert len(merged.entries[0].sources) == len({telling.source.document for telling in case[1:]})


@pytest.mark.parametrize("case", TWO_THINGS, ids=lambda case: case[0])
def test_two_things_are_two_entries(case: tuple[Any, ...]) -> None:
    assert sorted(entry.records for entry in merge(case[1:]).entries) == sorted((t.record.id,) for t in case[1:])


def test_thirty_outlets_tell_one_call() -> None:
    dates = ("2024-03-01", "2024-03-01T21:00", None, "2024-03")
    told = [
        contact(
            source(f"outlet {number}", "2024-03-02", ["en", "ru", "it", "fr", "de", "es", "uk"][number % 7]),
            *(("Q1", "Q2"), ("NOR", "PER"), ("Q2", "Q1"))[number % 3],
            when=dates[number % 4],
        )
        for number in range(30)
    ]
    merged = merge([*told, contact(A, "Q1", "Q2", when="2024-03-02"), contact(B, "Q1", "Q2", when="2024-03-02")])
    assert sorted(len(entry.records) for entry in merged.entries) == [2, 30]


def test_what_a_person_decided_stands() -> None:
    one, other = contact(A, "Q1", "Q2", when="2024-03-01"), contact(B, "Q1", "Q2", when="2024-03-02")
    third = contact(C, "Q1", "Q2", when="2024-03-02")
    same = _ruled("same", one, other)
    assert len(merge([one, other, third], [same]).entries) == 1
    assert [d.field for d in merge([one, other, third], [same]).entries[0].disagreements] == ["date"]
    apart = merge([other, third], [_ruled("different", other, third)])
    assert len(apart.entries) == 2
    undone = Decision(id="x", act="different", records=(other.record.id, third.record.id), undone_at="2024-03-05")
    assert len(merge([other, third], [undone]).entries) == 1


def test_an_entry_keeps_its_id_when_a_later_report_comes_in() -> None:
    first, second = contact(A, "Q1", "Q2", when="2024-03-01"), contact(B, "Q1", "Q2", when="2024-03-01")
    assert merge([first]).entries[0].id == merge([second, first]).entries[0].id


def test_planted_disagreements_are_kept_with_their_sources() -> None:
    told = [
        contact(A, "Q1", "Q2", when="2024-03-01", duration=minutes(50), requested_by="NOR"),
        contact(B, "Q1", "Q2", when="2024-03-01", duration=minutes(60, "under"), requested_by="Q1"),
        contact(C, "Q1", "Q2", when="2024-03-01", duration=minutes(60), requested_by="PER"),
    ]
    (entry,) = merge(told).entries
    assert {d.field: {v.value: v.sources for v in d.values} for d in entry.disagreements} == {
        "duration": {"50": (A.document,), "60": (C.document,), "<60": (B.document,)},
        "requested_by": {"NOR": (A.document,), "Q1": (B.document,), "PER": (C.document,)},
    }


def test_what_can_be_true_together_is_no_disagreement() -> None:
    told = [
        contact(A, "Q1", "Q2", when="2024-03-01", duration=minutes(50), requested_by="NOR"),
        contact(B, "Q1", "Q2", when="2024-03-01", duration=minutes(60, "under"), requested_by="Q1", channel="talks"),
    ]
    assert merge(told).entries[0].disagreements == ()


@pytest.mark.parametrize(
    "days",
    [
        ("2024-03-01T20:35Z", "2024-03-01T21:35+01:00"),
        ("2024-03-01T23:35+01:00", "2024-03-02T01:35+03:00"),
        ("2024-03-01T20:35Z", "2024-03-01T22:35"),
        ("2024-03-01T22:35Z", "2024-03-02"),
        ("2024-03-01", "2024-03-01/2024-03-02"),
    ],
)
def test_a_call_told_by_clocks_of_two_zones_is_one_and_no_disagreement(days: tuple[str, str]) -> None:
    (entry,) = merge([contact(by, "Q1", "Q2", when=when) for by, when in zip((A, B), days, strict=True)]).entries
    assert entry.disagreements == ()
    assert entry.date is not None
    assert entry.date.edtf == days[0]


def test_clocks_of_one_moment_outvote_another() -> None:
    days = ("2024-03-01T23:35+01:00", "2024-03-02T01:35+03:00", "2024-03-01T19:00Z")
    (entry,) = merge([contact(by, "Q1", "Q2", when=when) for by, when in zip((A, B, C), days, strict=True)]).entries
    assert entry.date is not None
    assert entry.date.edtf in days[:2]
    assert [d.field for d in entry.disagreements] == ["date"]


@pytest.mark.parametrize(
    "days",
    [("2024-03-01T20:35Z", "2024-03-01T22:00+01:00"), ("2024-03-01T20:35", "2024-03-01T21:35")],
)
def test_clocks_of_two_moments_disagree(days: tuple[str, str]) -> None:
    reports = source("one", language="it"), source("two", language="it")
    (entry,) = merge([contact(by, "Q1", "Q2", when=when) for by, when in zip(reports, days, strict=True)]).entries
    assert [d.field for d in entry.disagreements] == ["date"]


SIDES = ("Q1", "Q2", "Q3", "NOR", "PER")
WORDS = (
    "withdraw the troops from the border",
    "new sanctions after an invasion",
    "release of all hostages",
    "нові санкції",
)
DAYS = ("2024-03-01", "2024-03-02", "2024-03-03", "2024-03", None)


@st.composite
def tellings(draw: st.DrawFn) -> Telling:
    by = source(draw(st.sampled_from("abcdefgh")), draw(st.sampled_from(DAYS[:3])), draw(st.sampled_from(("en", "uk"))))
    start = draw(st.integers(0, 30)) * 10
    one, other = draw(st.sampled_from(SIDES)), draw(st.sampled_from(SIDES))
    when, words = draw(st.sampled_from(DAYS)), draw(st.sampled_from(WORDS))
    match draw(st.integers(0, 4)):
        case 0:
            return contact(by, one, other, when=when, start=start, topics=(span(words),))
        case 1:
            return statement(by, one, words, when=when, start=start)
        case 2:
            return position(by, draw(st.sampled_from(("threat", "demand"))), one, other, words, when=when, start=start)
        case 3:
            return deployment(by, one, draw(st.sampled_from((8000, 9000, 100_000))), when=when, start=start)
        case _:
            return event(by, "ASSAULT", one, other, words, when=when, start=start)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(tellings(), max_size=25, unique_by=lambda t: t.record.id), st.data())
def test_report_by_report_gives_the_same_as_all_at_once(told: list[Telling], data: st.DataObject) -> None:
    order = data.draw(st.permutations(told))
    ruled = _rulings(told, data)
    shelf = MadeShelf()
    while order:
        size = data.draw(st.integers(1, len(order)))
        shelf.add(order[:size])
        order = order[size:]
        update(shelf)
    shelf.made = ruled
    update(shelf, [record for decision in ruled for record in decision.records])
    assert sorted(shelf.held.values(), key=lambda e: e.id) == list(merge(told, ruled).entries)
    assert {j for j in merge(told, ruled).judgements if j.by is None} == set(shelf.judged.values())


def test_adding_a_report_reads_only_its_neighbours() -> None:
    shelf = MadeShelf()
    shelf.add(contact(source(f"r{n}"), "Q1", "Q2", when=f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(300))
    update(shelf)
    shelf.read = 0
    shelf.add([contact(source("new"), "Q1", "Q2", when="2024-03-03")])
    assert update(shelf) < 30
    assert shelf.read < 60


def _ruled(act: Any, one: Telling, other: Telling) -> Decision:
    return Decision(id=f"{act}{one.record.id}", act=act, records=(one.record.id, other.record.id), by="reader")


def _rulings(told: Sequence[Telling], data: st.DataObject) -> list[Decision]:
    if len(told) < 2 or not data.draw(st.booleans()):
        return []
    one, other = data.draw(st.permutations(told))[:2]
    return [_ruled(data.draw(st.sampled_from(("same", "different"))), one, other)]
