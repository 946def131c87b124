"""What only ought to be, one contact after another, ultimatums and exchanged fire: on trees written by hand."""

import pytest

from cronistoria.extract.contacts import find_contacts
from cronistoria.extract.events import find_events
from tests.extract.position_rows import INF, PAST, PAST3, PRES3, line, positions
from tests.rows import sentences_from_rows

PER, LOC, ORG = "//B-PER", "//B-LOC", "//B-ORG"
MUST = "must/must/AUX/{}/aux/VerbForm=Fin"
HAS = "ha/avere/AUX/3/aux/" + PRES3

# each contact: channel, status, polarity, who
CONTACTS = [
    (
        "it",
        f"Rossi/Rossi/PROPN/3/nsubj{PER} {HAS} parlato/parlare/VERB/0/root/{PAST} con/con/ADP/5/case "
        f"Bianchi/Bianchi/PROPN/3/obl{PER} e/e/CCONJ/10/cc subito/subito/ADV/8/advmod dopo/dopo/ADV/3/advmod "
        f"con/con/ADP/10/case Verdi/Verdi/PROPN/3/obl{PER}",
        [("talks", "held", "affirmed", ["Rossi", "Bianchi"]), ("talks", "held", "affirmed", ["Rossi", "Verdi"])],
    ),
    (
        "it",
        f"Rossi/Rossi/PROPN/3/nsubj{PER} {HAS} parlato/parlare/VERB/0/root/{PAST} a/a/ADP/6/case il/il/DET/6/det "
        f"telefono/telefono/NOUN/3/obl con/con/ADP/8/case Bianchi/Bianchi/PROPN/6/nmod{PER} e/e/CCONJ/12/cc "
        f"poi/poi/ADV/3/advmod con/con/ADP/12/case Verdi/Verdi/PROPN/3/obl{PER}",
        [("call", "held", "affirmed", ["Rossi", "Bianchi"]), ("call", "held", "affirmed", ["Rossi", "Verdi"])],
    ),
    (
        "en",
        f"Roe/Roe/PROPN/2/nsubj{PER} spoke/speak/VERB/0/root/{PAST3} by/by/ADP/4/case phone/phone/NOUN/2/obl "
        f"with/with/ADP/6/case Doe/Doe/PROPN/2/obl{PER} and/and/CCONJ/8/cc Poe/Poe/PROPN/6/conj{PER} "
        "separately/separately/ADV/2/advmod",
        [("call", "held", "affirmed", ["Roe", "Doe"]), ("call", "held", "affirmed", ["Roe", "Poe"])],
    ),
    (
        "en",
        f"Roe/Roe/PROPN/3/nsubj{PER} {MUST.format(3)} meet/meet/VERB/0/root/{INF} Doe/Doe/PROPN/3/obj{PER}",
        [("meeting", "proposed", "affirmed", ["Roe", "Doe"])],
    ),
    (
        "it",
        f"Rossi/Rossi/PROPN/3/nsubj{PER} deve/dovere/AUX/3/aux/{PRES3} incontrare/incontrare/VERB/0/root/{INF} "
        f"Bianchi/Bianchi/PROPN/3/obj{PER}",
        [("meeting", "scheduled", "affirmed", ["Rossi", "Bianchi"])],
    ),
    (
        "fr",
        f"Roux/Roux/PROPN/2/nsubj{PER} doit/devoir/VERB/0/root/{PRES3} être/être/AUX/4/aux:pass/{INF} "
        f"reçu/recevoir/VERB/2/xcomp/{PAST} par/par/ADP/6/case Blanc/Blanc/PROPN/4/obl:agent{PER}",
        [("meeting", "scheduled", "affirmed", ["Blanc", "Roux"])],
    ),
    (
        "it",
        f"Rossi/Rossi/PROPN/3/nsubj{PER} non/non/ADV/3/advmod ha/avere/VERB/0/root/{PRES3} in/in/ADP/5/case "
        "programma/programma/NOUN/3/obl incontri/incontro/NOUN/5/nmod con/con/ADP/8/case "
        f"Bianchi/Bianchi/PROPN/6/nmod{PER}",
        [("meeting", "scheduled", "negated", ["Rossi", "Bianchi"])],
    ),
    (
        "es",
        f"Gil/Gil/PROPN/2/nsubj{PER} tiene/tener/VERB/0/root/{PRES3} prevista/previsto/ADJ/2/obj una/uno/DET/5/det "
        f"reunión/reunión/NOUN/2/obj con/con/ADP/7/case Ruiz/Ruiz/PROPN/5/nmod{PER}",
        [("meeting", "scheduled", "affirmed", ["Gil", "Ruiz"])],
    ),
    # to whom a contact is proposed
    (
        "it",
        f"Rossi/Rossi/PROPN/3/nsubj{PER} {HAS} proposto/proporre/VERB/0/root/{PAST} a/a/ADP/5/case "
        f"Bianchi/Bianchi/PROPN/3/obl{PER} un/uno/DET/7/det/Definite=Ind incontro/incontro/NOUN/3/obj/Number=Sing",
        [("meeting", "proposed", "affirmed", ["Rossi", "Bianchi"])],
    ),
    # those who are heard one after the other
    (
        "it",
        f"Rossi/Rossi/PROPN/3/nsubj{PER} {HAS} sentito/sentire/VERB/0/root/{PAST} Bianchi/Bianchi/PROPN/3/obj{PER} "
        f"e/e/CCONJ/6/cc Verdi/Verdi/PROPN/4/conj{PER}",
        [("call", "held", "affirmed", ["Rossi", "Bianchi"]), ("call", "held", "affirmed", ["Rossi", "Verdi"])],
    ),
    # who could not be persuaded has not met; the question is nobody's answer
    (
        "en",
        f"Roe/Roe/PROPN/2/nsubj{PER} failed/fail/VERB/0/root/{PAST3} to/to/PART/4/mark "
        f"persuade/persuade/VERB/2/xcomp/{INF} Doe/Doe/PROPN/4/obj{PER} and/and/CCONJ/7/cc Poe/Poe/PROPN/5/conj{PER} "
        "to/to/PART/9/mark "
        f"meet/meet/VERB/4/xcomp/{INF}",
        [("meeting", "scheduled", "negated", ["Doe", "Poe"])],
    ),
    (
        "it",
        f"È/essere/AUX/2/cop/{PRES3} vero/vero/ADJ/0/root che/che/SCONJ/5/mark Rossi/Rossi/PROPN/5/nsubj{PER} "
        f"incontra/incontrare/VERB/2/ccomp/{PRES3} Bianchi/Bianchi/PROPN/5/obj{PER} ?/?/PUNCT/2/punct",
        [],
    ),
    # what is added behind a clause is the same contact
    (
        "it",
        f"Rossi/Rossi/PROPN/3/nsubj{PER} {HAS} telefonato/telefonare/VERB/0/root/{PAST} a/a/ADP/5/case "
        f"Bianchi/Bianchi/PROPN/3/obl{PER} :/:/PUNCT/3/punct un/uno/DET/8/det/Definite=Ind "
        "colloquio/colloquio/NOUN/3/parataxis di/di/ADP/11/case un'/uno/DET/11/det/Definite=Ind ora/ora/NOUN/8/nmod",
        [("call", "held", "affirmed", ["Rossi", "Bianchi"])],
    ),
    # shots are no words
    (
        "fr",
        f"Lille/Lille/PROPN/4/nsubj{LOC} et/et/CCONJ/3/cc Riga/Riga/PROPN/1/conj{LOC} échangent/échanger/VERB/0/root/"
        f"{PRES3} de/de/ADP/7/case les/le/DET/7/det tirs/tir/NOUN/4/obl:arg",
        [],
    ),
]


@pytest.mark.parametrize(("language", "row", "found"), CONTACTS)
def test_contacts(language: str, row: str, found: list[tuple[str, str, str, list[str]]]) -> None:
    document, sentences = sentences_from_rows(row, language=language)
    told = find_contacts(document, sentences, language=language)
    assert [(m.channel, m.status, m.polarity, [p.span.text for p in m.participants]) for m in told] == found


def test_who_asked_stands_behind_an_adposition_of_several_words() -> None:
    row = (
        "El/el/DET/2/det Consejo/consejo/PROPN/4/nsubj//B-ORG se/él/PRON/4/expl:pv reunirá/reunir/VERB/0/root/"
        "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin a/a/ADP/8/case petición/petición/NOUN/5/fixed "
        f"de/de/ADP/5/fixed Lima/Lima/PROPN/4/obl{LOC}"
    )
    document, sentences = sentences_from_rows(row, language="es")
    (meeting,) = find_contacts(document, sentences, language="es")
    assert meeting.requested_by is not None
    assert meeting.requested_by.span.text.endswith("Lima")


FIRED = "The/the/DET/2/det rebels/rebel/NOUN/{0}/nsubj {1} missiles/missile/NOUN/{0}/obj {2}"
AT = "at/at/ADP/7/case a/a/DET/7/det tanker/tanker/NOUN/3/obl"
INTO = "into/into/ADP/7/case the/the/DET/7/det sea/sea/NOUN/3/obl"
EVENTS = [
    # what ought to be is no deed
    ("en", f"The/the/DET/2/det rebels/rebel/NOUN/4/nsubj {MUST.format(4)} release/release/VERB/0/root/{INF} "
     "the/the/DET/6/det hostages/hostage/NOUN/4/obj", []),
    ("en", f"The/the/DET/2/det rebels/rebel/NOUN/3/nsubj released/release/VERB/0/root/{PAST3} the/the/DET/5/det "
     "hostages/hostage/NOUN/3/obj", [("RETREAT", ["The rebels"], ["the hostages"])]),
    ("it", "Gli/il/DET/2/det ostaggi/ostaggio/NOUN/5/nsubj:pass devono/dovere/AUX/5/aux/" + PRES3
     + f" essere/essere/AUX/5/aux:pass/{INF} liberati/liberare/VERB/0/root/{PAST}", []),
    # missiles fired at somebody are an attack, others a show of force
    ("en", FIRED.format(3, f"fired/fire/VERB/0/root/{PAST3}", AT),
     [("ASSAULT", ["The rebels"], ["a tanker"])]),
    ("en", FIRED.format(3, f"fired/fire/VERB/0/root/{PAST3}", INTO),
     [("MOBILIZE", ["The rebels"], [])]),
    # both who exchange fire do it
    ("en", "Rebels/rebel/NOUN/4/nsubj and/and/CCONJ/3/cc soldiers/soldier/NOUN/1/conj exchanged/exchange/VERB/0/root/"
     + PAST3 + " fire/fire/NOUN/4/obj", [("ASSAULT", ["Rebels", "soldiers"], [])]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "row", "found"), EVENTS)
def test_events(language: str, row: str, found: list[tuple[str, list[str], list[str]]]) -> None:
    document, sentences = sentences_from_rows(row, language=language)
    told = find_events(document, sentences, language=language)
    assert [
        (m.event, [p.span.text for p in m.actors], [p.span.text for p in m.recipients]) for m in told
    ] == found  # fmt: skip


POSITIONS = [
    ("en", f"Quito/Quito/PROPN/2/nsubj{LOC} gave/give/VERB/0/root/{PAST3} the/the/DET/4/det rebels/rebel/NOUN/2/obj "
     f"three/three/NUM/6/nummod days/day/NOUN/2/obj to/to/PART/8/mark surrender/surrender/VERB/2/advcl/{INF}",
     ["demand: Quito > the rebels: surrender"]),
    # what follows if it is not done, wherever the words for it hang
    ("en", f"Quito/Quito/PROPN/2/nsubj{LOC} gave/give/VERB/0/root/{PAST3} them/they/PRON/2/iobj "
     f"three/three/NUM/5/nummod days/day/NOUN/2/obj to/to/PART/7/mark leave/leave/VERB/2/advcl/{INF} "
     ",/,/PUNCT/9/punct failing/fail/VERB/2/advcl/VerbForm=Part which/which/PRON/13/obj it/it/PRON/13/nsubj "
     f"would/would/AUX/13/aux/VerbForm=Fin attack/attack/VERB/9/ccomp/{INF}",
     ["demand: Quito > them: leave", "threat: Quito > them: it would attack"]),
    ("fr", f"Quito/Quito/PROPN/3/nsubj{LOC} a/avoir/AUX/3/aux:tense/{PRES3} donné/donner/VERB/0/root/{PAST} "
     "trois/trois/NUM/5/nummod jours/jour/NOUN/3/obj à/à/ADP/8/case les/le/DET/8/det rebelles/rebelle/NOUN/3/obl:arg "
     f"pour/pour/ADP/10/mark partir/partir/VERB/3/advcl/{INF}",
     ["demand: Quito > les rebelles: partir"]),
    ("en", f"Quito/Quito/PROPN/2/nsubj{LOC} told/tell/VERB/0/root/{PAST3} the/the/DET/4/det rebels/rebel/NOUN/2/obj "
     f"to/to/PART/6/mark leave/leave/VERB/2/xcomp/{INF}",
     ["demand: Quito > the rebels: leave"]),
    # a length of time hung on whom it is given to
    (
        "it",
        f"Quito/Quito/PROPN/3/nsubj{LOC} {HAS} dato/dare/VERB/0/root/{PAST} a/a/ADP/5/case milizie/milizia/NOUN/3/obl "
        "di/di/ADP/7/case Oslo/Oslo/PROPN/5/nmod//B-LOC tre/tre/NUM/9/nummod giorni/giorno/NOUN/5/nmod "
        f"per/per/ADP/11/mark partire/partire/VERB/3/advcl/{INF}",
        ["demand: Quito > milizie di Oslo tre giorni: partire"],
    ),
    # a clause that tells what an appeal asks for
    (
        "it",
        f"Quito/Quito/PROPN/3/nsubj{LOC} {HAS} rivolto/rivolgere/VERB/0/root/{PAST} un/uno/DET/5/det "
        "appello/appello/NOUN/3/obj a/a/ADP/7/case Oslo/Oslo/PROPN/3/obl//B-LOC perché/perché/SCONJ/9/mark "
        "tratti/trattare/VERB/3/advcl/Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
        ["request: Quito > Oslo: tratti"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "row", "found"), POSITIONS)
def test_positions(language: str, row: str, found: list[str]) -> None:
    assert [line(m) for m in positions(row, language=language)] == found
