"""Contact records from mentions: parties, tellings united, what is no contact, times that contacts give."""

from typing import Any

import msgspec
import pytest

from cronistoria.compose.contacts import compose_contacts, setting_times
from cronistoria.compose.context import Context
from cronistoria.compose.dating import DateIndex
from cronistoria.compose.interlocutors import Interlocutors
from cronistoria.compose.placing import PlaceIndex
from cronistoria.extract import tree
from cronistoria.model.actor import Actor
from cronistoria.model.dates import Date
from cronistoria.model.mention import ContactMention, Source
from cronistoria.model.record import Channel, Contact, ContactStatus
from tests.compose.small import ACTORS, Names, context, phrase, span
from tests.rows import sentences_from_rows

DAY = Date(edtf="2022-03-04", start="2022-03-04", end="2022-03-05", precision="day", basis="explicit")

EARLIER = Date(edtf="2022-02-01", start="2022-02-01", end="2022-02-02", precision="day", basis="explicit")


def mention(**changes: Any) -> ContactMention:
    """Oslo and Lima spoke on the telephone."""
    told = ContactMention(
        sentence=0, head=1, trigger=span("attacca"), evidence=(span("Oslo attacca Lima"),), rule="contact.test",
        confidence=0.9, channel="call", status="held", participants=(phrase("Oslo"), phrase("Lima")), least=2,
    )  # fmt: skip
    return msgspec.structs.replace(told, **changes)


def compose(*mentions: ContactMention) -> list[Contact]:
    return compose_contacts(mentions, context())


def test_the_parties_are_named_and_the_code_follows_the_channel() -> None:
    (contact,) = compose(mention())
    assert (contact.participants, contact.actors, contact.recipients) == (("NOR", "PER"), ("NOR", "PER"), ())
    assert contact.plover is not None
    assert (contact.plover.event, contact.plover.mode) == ("CONSULT", "phone")


def test_two_people_of_one_country_are_in_touch_and_a_minister_with_the_own_state_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raf = Actor(id="person:raf", kind="person", name="Raf", country="NOR")
    monkeypatch.setitem(ACTORS, "RAF", raf)
    (contact,) = compose(mention(participants=(phrase("Lund"), phrase("RAF"))))
    assert contact.participants == ("person:lund", "person:raf")
    assert compose(mention(participants=(phrase("Lund"), phrase("Oslo")))) == []


@pytest.mark.parametrize(
    ("status", "event"),
    [("scheduled", "AGREE"), ("proposed", "AGREE"), ("requested", "REQUEST"), ("refused", "REJECT")],
)
def test_what_was_not_held_is_never_consulted(status: ContactStatus, event: str) -> None:
    (contact,) = compose(mention(status=status))
    assert contact.plover is not None
    assert contact.plover.event == event


def test_a_contact_told_again_is_one_with_both_spans() -> None:
    again = mention(
        channel="talks", trigger=span("ieri"), evidence=(span("ieri Gazzetta"),), participants=(), anaphoric=True
    )
    (contact,) = compose(mention(), again)
    assert contact.channel == "call"
    assert [e.text for e in contact.evidence] == ["Oslo attacca Lima", "ieri Gazzetta"]


class Dated(DateIndex):
    """A date for each of two words."""

    def date_of(self, sentence: int, head: int) -> Date | None:
        return {1: DAY, 3: EARLIER}.get(head)


def test_a_contact_of_another_day_has_the_parties_of_the_one_beside_it() -> None:
    earlier = mention(
        head=3, trigger=span("ieri"), evidence=(span("ieri Gazzetta"),), participants=(), anaphoric=True,
        channel="talks",
    )  # fmt: skip
    first, second = compose_contacts((mention(), earlier), msgspec.structs.replace(context(), dates=Dated()))
    assert (second.participants, second.channel) == (first.participants, "call")
    assert [c.date and c.date.start for c in (first, second)] == ["2022-03-04", "2022-02-01"]


def test_one_held_and_one_to_come_are_two() -> None:
    later = mention(status="scheduled", trigger=span("ieri"), evidence=(span("ieri Gazzetta"),))
    assert [c.status for c in compose(mention(), later)] == ["held", "scheduled"]


@pytest.mark.parametrize(
    ("channel", "participants", "recipients", "contacts"),
    [
        ("call", ("Oslo",), (), 0),
        ("meeting", ("Oslo", "Gazzetta"), (), 0),
        ("visit", ("Lund", "Lima"), ("Lima",), 1),
        ("visit", ("Lund", "Oslo"), ("Oslo",), 0),
        ("visit", ("Oslo", "Lima"), ("Lima",), 0),
        ("letter", ("Oslo", "Lima"), ("Lima",), 1),
        ("letter", ("Oslo", "Lima"), (), 0),
    ],
)
def test_a_contact_needs_its_parties(
    channel: Channel, participants: tuple[str, ...], recipients: tuple[str, ...], contacts: int
) -> None:
    found = compose(
        mention(
            channel=channel, participants=tuple(map(phrase, participants)), recipients=tuple(map(phrase, recipients))
        )
    )
    assert len(found) == contacts


def test_visits_in_opposite_directions_are_two() -> None:
    there = mention(channel="visit", participants=(phrase("Lund"), phrase("Lima")), recipients=(phrase("Lima"),))
    back = mention(
        channel="visit", participants=(phrase("combattenti"), phrase("Oslo")), recipients=(phrase("Oslo"),),
        trigger=span("ieri"), evidence=(span("ieri Gazzetta"),),
    )  # fmt: skip
    assert [c.recipients for c in compose(there, back)] == [("PER",), ("NOR",)]


def test_the_other_side_of_a_contact_is_spoken_to() -> None:
    (contact,) = compose(mention())
    others = Interlocutors([contact], context())
    assert others.facing(0, 1, ("person:lund",)) == ("PER",)
    assert others.facing(0, 1, ("group:fighters",)) == ()
    assert others.facing(1, 1, ("NOR",)) == ()
    planned = msgspec.structs.replace(contact, status="scheduled")
    assert Interlocutors([planned], context()).facing(0, 1, ("NOR",)) == ()


def test_a_contact_dates_what_it_is_the_setting_of() -> None:
    told = mention(setting=span("ieri Gazzetta"))
    (contact,) = compose(told)
    assert setting_times([told], [contact], context()) == []
    (time,) = setting_times([told], [msgspec.structs.replace(contact, date=DAY)], context())
    assert (time.start, time.basis, time.text) == ("2022-03-04", "relative-to-event", told.setting)


def test_talks_on_a_visit_are_between_the_visitor_and_the_host() -> None:
    visit = mention(channel="visit", participants=(phrase("Lund"), phrase("Lima")), recipients=(phrase("Lima"),))
    talks = mention(
        channel="talks", participants=(), anaphoric=True, least=1, trigger=span("ieri"), evidence=(span("ieri"),)
    )
    planned = msgspec.structs.replace(talks, status="scheduled")
    assert [c.participants for c in compose(visit, talks)] == [("person:lund", "PER")] * 2
    assert [c.channel for c in compose(visit, planned)] == ["visit"]
    assert compose(talks) == []


def test_a_meeting_of_one_whom_nobody_knows_is_none() -> None:
    alone = mention(channel="meeting", participants=(phrase("Lund"),), least=1)
    assert [c.participants for c in compose(alone)] == [("person:lund",)]
    unknown = msgspec.structs.replace(ACTORS["Lund"], country=None)
    names = Names()
    names.actors = (*(a for a in names.actors if a.id != unknown.id), unknown)
    assert compose_contacts((alone,), msgspec.structs.replace(context(), actors=names)) == []


CAMPS = [
    # rebels and armed groups are no part of the state that they fight; two offices of one state are
    (Actor(id="group:PER/rebels", kind="group", name="rebels", country="PER"), True),
    (Actor(id="armed_group:front", kind="armed_group", name="Front", country="PER"), True),
    (Actor(id="group:armed_group:front/leader", kind="group", name="leader", country="PER"), True),
    (Actor(id="group:PER/army", kind="group", name="army", country="PER"), False),
]


@pytest.mark.parametrize(("other", "is_one"), CAMPS)
def test_the_sides_of_one_country(other: Actor, is_one: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ACTORS, "Oslo", other)
    assert len(compose(mention(participants=(phrase("Oslo"), phrase("Lima"))))) == is_one


def test_what_is_told_again_is_the_meeting_and_not_its_occasion() -> None:
    met = mention(channel="meeting", rule="contact.verb.incontrare")
    occasion = mention(
        channel="summit", rule="contact.noun.vertice", trigger=span("Lima"), evidence=(span("Lima"),),
        participants=(phrase("Oslo"),), least=1,
    )  # fmt: skip
    again = mention(
        channel="talks", trigger=span("ieri"), evidence=(span("ieri Gazzetta"),), participants=(), anaphoric=True
    )
    told = compose(met, occasion, again)
    assert [len(contact.evidence) for contact in told] == [2, 1]


def test_the_senders_own_land_is_where_and_no_recipient() -> None:
    told = mention(
        channel="message", participants=(phrase("Lund"), phrase("Lima"), phrase("Oslo")),
        recipients=(phrase("Lima"), phrase("Oslo")), least=1,
    )  # fmt: skip
    (contact,) = compose(told)
    assert contact.recipients == ("PER",)


NEXT = (
    "Oslo/Oslo/PROPN/2/nsubj//B-LOC incontra/incontrare/VERB/0/root/VerbForm=Fin Lima/Lima/PROPN/2/obj//B-LOC "
    "il/il/DET/6/det {}/ADJ/6/amod incontro/incontro/NOUN/7/nsubj previsto/prevedere/VERB/2/parataxis"
)


@pytest.mark.parametrize(("word", "count"), [("prossimo/prossimo", 2), ("utile/utile", 1)])
def test_the_next_contact_is_of_those_who_met(word: str, count: int) -> None:
    document, sentences = sentences_from_rows(NEXT.format(word))
    told = msgspec.structs.replace(context(), document=document, sentences=sentences)
    again = mention(head=5, channel="meeting", status="scheduled", participants=(), anaphoric=True)
    found = compose_contacts([mention(channel="meeting"), again], told)
    assert [c.participants for c in found] == [("NOR", "PER")] * count


def test_what_was_held_is_the_last_that_was_held() -> None:
    call = mention(channel="call")
    planned = mention(channel="talks", status="scheduled", participants=(phrase("Lund"), phrase("Lima")))
    again = mention(channel="talks", participants=(), anaphoric=True, requested_by=phrase("Lima"))
    found = compose(call, planned, again)
    assert [(c.status, c.requested_by) for c in found] == [("held", "PER"), ("scheduled", None)]


class LaterDated(DateIndex):
    """A date for the last word only."""

    def date_of(self, sentence: int, head: int) -> Date | None:
        return EARLIER if head == 5 else None


@pytest.mark.parametrize(("word", "count"), [("già/già", 2), ("poi/poi", 1)])
def test_what_had_been_before_is_another_contact(word: str, count: int) -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj//B-LOC attacca/attaccare/VERB/0/root/VerbForm=Fin Lima/Lima/PROPN/2/obj//B-LOC "
        f"e/e/CCONJ/6/cc {word}/ADV/6/advmod sentita/sentire/VERB/2/conj"
    )
    document, sentences = sentences_from_rows(row)
    told = msgspec.structs.replace(context(), document=document, sentences=sentences, dates=LaterDated())
    assert len(compose_contacts([mention(), mention(head=5)], told)) == count


def test_who_asks_for_talks_to_go_on_did_not_ask_for_those_that_were_held() -> None:
    asked = mention(
        channel="talks", trigger=span("ieri"), evidence=(span("ieri Gazzetta"),), participants=(), anaphoric=True,
        status="requested", requested_by=phrase("Lund"),
    )  # fmt: skip
    first = compose(mention(), asked)[0]
    assert (first.status, first.requested_by) == ("held", None)


def test_talks_of_a_title_are_the_call_that_the_report_tells_of() -> None:
    titled = mention(channel="talks", rule="contact.noun.talks")
    (contact,) = compose(titled, mention(sentence=0, trigger=span("ieri"), rule="contact.verb.phone"))
    assert contact.channel == "call"
    assert len(compose(mention(channel="talks", rule="contact.verb.talk"), mention(trigger=span("ieri")))) == 2


def test_who_attends_known_talks_joins_their_parties(monkeypatch: pytest.MonkeyPatch) -> None:
    row = (
        "RAF/RAF/PROPN/2/nsubj//B-ORG {}/VERB/0/root/VerbForm=Fin ai/a/ADP/4/case colloqui/colloquio/NOUN/2/obl "
        "Oslo/Oslo/PROPN/2/obl//B-LOC Lima/Lima/PROPN/2/obl//B-LOC"
    )
    monkeypatch.setitem(ACTORS, "RAF", Actor(id="FRA", kind="state", name="France", country="FRA"))
    found = {}
    for verb in ("partecipa/partecipare", "crede/credere"):
        document, sentences = sentences_from_rows(row.format(verb))
        where = {t.form: tree.phrase(document, sentences[0], t) for t in sentences[0].tokens}
        first = mention(channel="talks", head=4, participants=(where["Oslo"], where["Lima"]))
        later = mention(channel="talks", head=3, participants=(where["RAF"],), least=1, anaphoric=True, within=True)
        here = Context(
            document=document, sentences=sentences, actors=Names(), dates=DateIndex(), places=PlaceIndex(), sources=()
        )
        found[verb] = [c.participants for c in compose_contacts((first, later), here)]
    assert found == {
        "partecipa/partecipare": [("NOR", "PER", "FRA")],
        "crede/credere": [("NOR", "PER"), ("FRA",)],
    }


def test_i_in_somebodys_own_words_is_whoever_says_them() -> None:
    document, sentences = sentences_from_rows(
        "Lund/Lund/PROPN/2/nsubj dice/dire/VERB/0/root «/«/PUNCT/5/punct Oslo/Oslo/PROPN/5/nsubj "
        "conferma/confermare/VERB/2/ccomp :/:/PUNCT/7/punct attacca/attaccare/VERB/5/ccomp »/»/PUNCT/5/punct"
    )
    words = {t.form: t for t in sentences[0].tokens}
    who = {name: tree.phrase(document, sentences[0], words[name]) for name in ("Lund", "Oslo")}
    told = document.span(words["attacca"].start, words["attacca"].end)
    scopes = {"Lund": document.span(words["Oslo"].start, told.end), "Oslo": told}
    sources = tuple(
        Source(who=who[name], label=who[name].span, cue=None, span=who[name].span, scope=scopes[name]) for name in who
    )
    here = Context(
        document=document, sentences=sentences, actors=Names(), dates=DateIndex(), places=PlaceIndex(), sources=sources
    )
    assert [a.source for a in here.attribution_of(told)] == ["person:lund", "NOR"]
    assert here.first_person(told) == "person:lund"


def test_a_call_right_behind_talks_of_the_same_people_is_what_they_were() -> None:
    talks = mention(channel="talks", rule="contact.verb.test", sentence=-1)
    call = mention(sentence=0, trigger=span("ieri"), evidence=(span("ieri Gazzetta"),))
    (contact,) = compose(talks, call)
    assert contact.channel == "call"
