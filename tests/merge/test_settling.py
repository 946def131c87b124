"""What became of commitments and appointments by a day, whose account is whose, and how entries are linked."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from cronistoria.merge.chapter import Chapter
from cronistoria.merge.commitments import is_commitment
from cronistoria.merge.merging import merge
from cronistoria.merge.settling import settle
from cronistoria.model.entry import Entry
from cronistoria.model.judgement import Decision
from cronistoria.model.record import Plover
from cronistoria.model.source import Telling
from tests.merge.made import condition, contact, day, deployment, event, position, source, statement

A, B, C = source("a", "2024-03-02"), source("b", "2024-03-20"), source("c", "2024-04-02")
THREAT = position(A, "threat", "NOR", "PER", "new sanctions", condition=condition("in the event of an invasion"))
DEMAND = position(A, "demand", "NOR", "PER", "withdraw the troops from the border")
PROMISE = position(A, "promise", "PER", "NOR", "to respect the ceasefire")
OFFER = position(A, "offer", "PER", "NOR", "the release of the prisoners", deadline=day("2024-03-10"))
DEADLINE = position(A, "demand", "NOR", "PER", "withdraw the troops", deadline=day("2024-03-10"))
COMMITMENTS = [
    ("open while nothing is done", THREAT, [], "open", "nothing_decided"),
    (
        "a threat is carried out",
        THREAT,
        [event(B, "SANCTION", "NOR", "PER", "sanctions", when="2024-03-19")],
        "fulfilled",
        "done",
    ),
    (
        "by its own side only",
        THREAT,
        [event(B, "SANCTION", "CHL", "PER", "sanctions", when="2024-03-19")],
        "open",
        None,
    ),
    (
        "against its addressee only",
        THREAT,
        [event(B, "SANCTION", "NOR", "CHL", "sanctions", when="2024-03-19")],
        "open",
        None,
    ),
    (
        "not by what came before",
        THREAT,
        [event(B, "SANCTION", "NOR", "PER", "sanctions", when="2024-02-19")],
        "open",
        None,
    ),
    ("not by what has no date", THREAT, [event(B, "SANCTION", "NOR", "PER", "sanctions")], "open", None),
    (
        "not by what is only planned",
        THREAT,
        [event(B, "SANCTION", "NOR", "PER", "sanctions", when="2024-03-19", modality="planned")],
        "open",
        None,
    ),
    (
        "not by what comes after the day",
        THREAT,
        [event(C, "SANCTION", "NOR", "PER", "sanctions", when="2024-04-01")],
        "open",
        None,
    ),
    (
        "not by what it hangs on",
        THREAT,
        [event(B, "ASSAULT", "NOR", "PER", "invasion", when="2024-03-19")],
        "open",
        None,
    ),
    ("a demand is met", DEMAND, [event(B, "RETREAT", "PER", None, "withdrew", when="2024-03-19")], "fulfilled", "done"),
    (
        "by withdrawn forces too",
        DEMAND,
        [deployment(B, "PER", 8000, when="2024-03-19", posture="withdrawn")],
        "fulfilled",
        "done",
    ),
    (
        "not by the one who demands",
        DEMAND,
        [event(B, "RETREAT", "NOR", None, "withdrew", when="2024-03-19")],
        "open",
        None,
    ),
    (
        "a promise is broken",
        PROMISE,
        [event(B, "ASSAULT", "PER", "NOR", "shelling", when="2024-03-19")],
        "broken",
        "done_against_it",
    ),
    (
        "a promise is kept",
        PROMISE,
        [event(B, "RETREAT", "PER", "NOR", "truce", when="2024-03-19", plover=Plover("RETREAT", "ceasefire"))],
        "fulfilled",
        "done",
    ),
    (
        "a demand is taken back",
        DEMAND,
        [position(B, "demand", "NOR", "PER", "that the troops withdraw from the border", polarity="negated")],
        "withdrawn",
        "taken_back",
    ),
    ("a deadline passes", DEADLINE, [], "lapsed", "deadline_passed"),
    ("an offer lapses", OFFER, [], "lapsed", "deadline_passed"),
]
MEETING = contact(A, "Q1", "Q2", when="2024-03-15", status="scheduled", channel="meeting")
UNDATED = contact(A, "Q1", "Q2", status="proposed", channel="meeting")
APPOINTMENTS = [
    ("to come", MEETING, [], "2024-03-10", "upcoming"),
    ("held", MEETING, [contact(B, "Q1", "Q2", when="2024-03-15", channel="talks")], "2024-03-20", "held"),
    (
        "held by the states",
        MEETING,
        [contact(B, "NOR", "PER", when="2024-03-15", channel="meeting")],
        "2024-03-20",
        "held",
    ),
    ("missed", MEETING, [], "2024-03-20", "missed"),
    ("not kept by a call", MEETING, [contact(B, "Q1", "Q2", when="2024-03-15")], "2024-03-20", "missed"),
    (
        "not kept by others",
        MEETING,
        [contact(B, "Q1", "Q3", when="2024-03-15", channel="meeting")],
        "2024-03-20",
        "missed",
    ),
    (
        "called off",
        MEETING,
        [contact(source("x", "2024-03-12"), "Q1", "Q2", when="2024-03-15", status="cancelled", channel="meeting")],
        "2024-03-20",
        "cancelled",
    ),
    (
        "moved",
        MEETING,
        [contact(source("x", "2024-03-12"), "Q1", "Q2", when="2024-04-15", status="scheduled", channel="meeting")],
        "2024-03-20",
        "moved",
    ),
    ("undated and held", UNDATED, [contact(B, "Q1", "Q2", when="2024-03-15", channel="meeting")], "2024-03-20", "held"),
    ("undated and still possible", UNDATED, [], "2024-04-20", "upcoming"),
    ("undated and long ago", UNDATED, [], "2024-07-20", None),
]


def settled(tellings: Iterable[Telling], now: str, decisions: Iterable[Decision] = ()) -> dict[str, Entry]:
    """By record, the entry on a day."""
    told = {telling.record.id: telling for telling in tellings}
    chapters = [Chapter(entry, [told[r] for r in entry.records]) for entry in merge(told.values()).entries]
    entries = settle(chapters, decisions, date.fromisoformat(now).toordinal())
    return {record: entry for entry in entries for record in entry.records}


@pytest.mark.parametrize("case", COMMITMENTS, ids=lambda case: case[0])
def test_what_became_of_a_commitment(case: tuple[Any, ...]) -> None:
    _, commitment, others, status, reason = case
    found = settled([commitment, *others], "2024-03-25")
    entry = found[commitment.record.id]
    assert entry.status == status
    assert reason is None or entry.grounds[0].reason == reason
    if status in ("fulfilled", "broken", "withdrawn"):
        decider = found[others[0].record.id]
        assert entry.grounds[0].entry == decider.id
        assert entry.id in {link.entry for link in decider.links}


@pytest.mark.parametrize("case", APPOINTMENTS, ids=lambda case: case[0])
def test_what_became_of_an_appointment(case: tuple[Any, ...]) -> None:
    _, appointment, others, now, status = case
    assert settled([appointment, *others], now)[appointment.record.id].status == status


def test_what_a_person_decided_stands_over_the_rules() -> None:
    about = (THREAT.record.id,)
    set_by_hand = Decision(
        id="1", act="status", records=about, value="withdrawn", by="Berg", why="said so in the council"
    )
    entry = settled([THREAT], "2024-03-25", [set_by_hand])[THREAT.record.id]
    assert (entry.status, entry.decided_by, entry.grounds[0].reason) == ("withdrawn", "Berg", "said so in the council")
    assert settled([THREAT], "2024-03-25", [Decision(id="2", act="confirm", records=about)])[about[0]].confirmed
    assert settled([THREAT], "2024-03-25", [Decision(id="3", act="reject", records=about)]) == {}


def test_each_side_has_its_own_account_of_a_contact() -> None:
    call = contact(A, "Q1", "Q2", when="2024-03-01", start=0)
    ours = statement(A, "Q4", "the talks were frank", start=100)
    theirs = position(A, "demand", "Q2", "NOR", "withdraw the ships", start=200)
    third = statement(A, "Q3", "we watch the talks", start=300)
    before = statement(A, "Q1", "we shall see", when="2024-02-20", start=400)
    found = settled([call, ours, theirs, third, before], "2024-03-25")
    assert found[call.record.id].sides == {"NOR": (ours.record.id,), "PER": (theirs.record.id,)}


def test_an_account_is_about_the_contact_told_before_it() -> None:
    first, second = (
        contact(A, "Q1", "Q2", when="2024-03-01", start=0),
        contact(A, "Q1", "Q3", when="2024-03-01", start=200),
    )
    one, other = (
        statement(A, "Q4", "the call was frank", start=100),
        statement(A, "Q4", "the call was useful", start=300),
    )
    found = settled([first, second, one, other], "2024-03-25")
    assert found[first.record.id].sides == {"NOR": (one.record.id,)}
    assert found[second.record.id].sides == {"NOR": (other.record.id,)}


def test_parts_are_linked_to_the_whole_and_not_added() -> None:
    whole, part = (
        deployment(A, "PER", 100_000, when="2024-03-01"),
        deployment(A, "PER", 8_000, when="2024-03-01", start=90),
    )
    found = settled([whole, part], "2024-03-25")
    assert [(link.type, link.entry) for link in found[part.record.id].links] == [("part_of", found[whole.record.id].id)]
    assert found[whole.record.id].links == ()


@pytest.mark.parametrize(("answer", "reason"), [("refusal", "refuses"), ("acceptance", "accepts")])
def test_an_addressee_answers(answer: str, reason: str) -> None:
    said = position(B, answer, "Q2", "NOR", "to withdraw the troops from the border")
    found = settled([DEMAND, said], "2024-03-25")
    assert [(link.type, link.reason) for link in found[said.record.id].links] == [("answers", reason)]
    assert found[DEMAND.record.id].status == "open"


def test_a_denial_contradicts_the_accusation_and_a_repeated_point_is_linked() -> None:
    blame = position(A, "accusation", "NOR", "PER", "an attack on civilians at the border")
    denial = position(B, "denial", "PER", None, "any attack on civilians at the border")
    again = position(C, "accusation", "NOR", "PER", "the attack on civilians at the border")
    found = settled([blame, again, denial, DEMAND], "2024-05-25")
    assert [link.type for link in found[again.record.id].links] == ["repeats"]
    assert {link.type for link in found[denial.record.id].links} == {"contradicts"}


DENIALS = [
    ("a denied plan is carried out", position(A, "denial", "NOR", None, "that Norway plans to invade Peru"), "broken"),
    ("a refused attack is made", position(A, "refusal", "NOR", None, "Norway will not attack Peru"), "broken"),
    ("an earlier deed is denied", position(A, "denial", "NOR", None, "the attack on Peru"), None),
    ("of others", position(A, "denial", "CHL", None, "that Chile plans to invade Peru"), None),
    ("something else", position(A, "refusal", "NOR", None, "Norway will not join the treaty"), None),
]


@pytest.mark.parametrize("case", DENIALS, ids=lambda case: case[0])
def test_deeds_belie_denials(case: tuple[Any, ...]) -> None:
    _, denial, status = case
    attack = event(B, "ASSAULT", "NOR", "PER", "attack on Peru", when="2024-03-19")
    found = settled([denial, attack], "2024-03-25")
    entry = found[denial.record.id]
    assert (entry.status, is_commitment(entry)) == (status, status is not None)
    links = {(link.type, link.entry) for link in found[attack.record.id].links}
    assert (("contradicts", entry.id) in links) == (status is not None)


def test_what_nobody_threatened_is_no_commitment() -> None:
    denied = position(A, "threat", "NOR", "PER", "new sanctions", polarity="negated")
    assert not is_commitment(settled([denied], "2024-03-25")[denied.record.id])
