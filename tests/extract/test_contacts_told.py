"""Contacts told in passing or said not to be: stays, seats at a table, denials, what is given up; trees by hand."""

import pytest

from cronistoria.extract.contacts import find_contacts
from cronistoria.model.mention import ContactMention
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
FIN_PLURAL = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
FUTURE = "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"
PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
PART = "Tense=Past|VerbForm=Part"
ROSSI = "Rossi/Rossi/PROPN/{head}/nsubj//B-PER"


def contacts(row: str, language: str = "it") -> list[ContactMention]:
    document, sentences = sentences_from_rows(row, language=language)
    return list(find_contacts(document, sentences, language=language))


def told(row: str, language: str = "it") -> list[tuple[str, str, str]]:
    return [(m.channel, m.status, m.polarity) for m in contacts(row, language)]


def names(row: str, language: str = "it") -> list[list[str]]:
    return [[p.span.text for p in m.participants] for m in contacts(row, language)]


RUMOUR = (
    f"{ROSSI.format(head=3)} ha/avere/AUX/3/aux/{FIN} smentito/smentire/VERB/0/root/{PART} "
    "la/il/DET/5/det voce/voce/NOUN/3/obj di/di/ADP/8/case un/uno/DET/8/det incontro/incontro/NOUN/5/nmod "
    "con/con/ADP/10/case Bianchi/Bianchi/PROPN/8/nmod//B-PER"
)
DENIED_CLAUSE = (
    f"Doe/Doe/PROPN/2/nsubj//B-PER denied/deny/VERB/0/root/{PAST} that/that/SCONJ/6/mark he/he/PRON/6/nsubj "
    f"had/have/AUX/6/aux met/meet/VERB/2/ccomp/{PART} Roe/Roe/PROPN/6/obj//B-PER"
)
SAID_NO = (
    f"{ROSSI.format(head=3)} ha/avere/AUX/3/aux/{FIN} detto/dire/VERB/0/root/{PART} no/no/ADV/3/obj a/a/ADP/7/case "
    "un/uno/DET/7/det incontro/incontro/NOUN/3/obl con/con/ADP/9/case Bianchi/Bianchi/PROPN/7/nmod//B-PER"
)
CALLED_OFF = (
    f"Doe/Doe/PROPN/2/nsubj//B-PER called/call/VERB/0/root/{PAST} off/off/ADP/2/compound:prt a/a/DET/5/det "
    "meeting/meeting/NOUN/2/obj with/with/ADP/7/case Roe/Roe/PROPN/5/nmod//B-PER"
)
GIVEN_UP = (
    f"Орбан/Орбан/PROPN/2/nsubj//B-PER відмовився/відмовитися/VERB/0/root/{PAST} від/від/ADP/4/case "
    "зустрічі/зустріч/NOUN/2/obl/Case=Gen з/з/ADP/6/case Моді/Моді/PROPN/4/nmod//B-PER"
)
OPENED = (
    f"{ROSSI.format(head=3)} ha/avere/AUX/3/aux/{FIN} aperto/aprire/VERB/0/root/{PART} la/il/DET/5/det "
    "riunione/riunione/NOUN/3/obj con/con/ADP/7/case Bianchi/Bianchi/PROPN/5/nmod//B-PER"
)
WOULD_LIKE = (
    f"{ROSSI.format(head=2)} vorrebbe/volere/AUX/0/root/Mood=Cnd|Number=Sing|Person=3|VerbForm=Fin un/uno/DET/4/det "
    "incontro/incontro/NOUN/2/obj con/con/ADP/6/case Bianchi/Bianchi/PROPN/4/nmod//B-PER"
)
ASKING_LETTER = (
    "La/il/DET/2/det lettera/lettera/NOUN/7/nsubj di/di/ADP/4/case Rossi/Rossi/PROPN/2/nmod//B-PER a/a/ADP/6/case "
    f"Bianchi/Bianchi/PROPN/2/nmod//B-PER chiede/chiedere/VERB/0/root/{FIN} aiuto/aiuto/NOUN/7/obj"
)
STATUS = [
    (RUMOUR, "it", [("meeting", "held", "negated")]),
    (DENIED_CLAUSE, "en", [("meeting", "held", "negated")]),
    (SAID_NO, "it", [("meeting", "refused", "affirmed")]),
    (CALLED_OFF, "en", [("meeting", "cancelled", "affirmed")]),
    (GIVEN_UP, "uk", [("meeting", "refused", "affirmed")]),
    (OPENED, "it", [("meeting", "held", "affirmed")]),
    (WOULD_LIKE, "it", [("meeting", "proposed", "affirmed")]),
    (ASKING_LETTER, "it", [("letter", "held", "affirmed")]),
]


@pytest.mark.parametrize(("row", "language", "wanted"), STATUS)
def test_what_is_said_of_a_contact(row: str, language: str, wanted: list[tuple[str, str, str]]) -> None:
    assert told(row, language) == wanted


WILL_BE = (
    f"{ROSSI.format(head=4)} sarà/essere/AUX/4/cop/{FUTURE} a/a/ADP/4/case Oslo/Oslo/PROPN/0/root//B-LOC "
    "e/e/CCONJ/7/cc a/a/ADP/7/case Riga/Riga/PROPN/4/conj//B-LOC"
)
IS_DUE = (
    f"Doe/Doe/PROPN/3/nsubj//B-PER is/be/AUX/3/cop/{FIN} due/due/ADJ/0/root in/in/ADP/5/case "
    "Oslo/Oslo/PROPN/3/obl//B-LOC"
)
EXPECTED_APART = (
    f"{ROSSI.format(head=7)} ,/,/PUNCT/3/punct atteso/attendere/VERB/1/acl/{PART} a/a/ADP/5/case "
    f"Oslo/Oslo/PROPN/3/obl//B-LOC ,/,/PUNCT/3/punct tace/tacere/VERB/0/root/{FIN}"
)
CAME_BACK = (
    f"{ROSSI.format(head=3)} è/essere/AUX/3/aux/{FIN} tornato/tornare/VERB/0/root/{PART} da/da/ADP/5/case "
    "Oslo/Oslo/PROPN/3/obl//B-LOC"
)
CITY_IS = (
    f"Oslo/Oslo/PROPN/4/nsubj//B-LOC è/essere/AUX/4/cop/{FIN} in/in/ADP/4/case Norvegia/Norvegia/PROPN/0/root//B-LOC"
)
OWN_TRIP = (
    f"Doe/Doe/PROPN/2/nsubj//B-PER postponed/postpone/VERB/0/root/{PAST} her/she/PRON/4/nmod:poss trip/trip/NOUN/2/obj "
    "to/to/ADP/6/case Oslo/Oslo/PROPN/4/nmod//B-LOC"
)
VISITS = [
    (WILL_BE, "it", [("scheduled", ["Rossi", "Oslo"]), ("scheduled", ["Rossi", "Riga"])]),
    (IS_DUE, "en", [("scheduled", ["Doe", "Oslo"])]),
    (EXPECTED_APART, "it", [("scheduled", ["Rossi , atteso a Oslo", "Oslo"])]),
    (CAME_BACK, "it", [("held", ["Rossi", "Oslo"])]),
    (CITY_IS, "it", []),
    (OWN_TRIP, "en", [("cancelled", ["Doe", "her", "Oslo"])]),
]


@pytest.mark.parametrize(("row", "language", "wanted"), VISITS)
def test_where_somebody_is_or_was(row: str, language: str, wanted: list[tuple[str, list[str]]]) -> None:
    found = [m for m in contacts(row, language) if m.channel == "visit"]
    assert [(m.status, sorted(p.span.text for p in m.participants)) for m in found] == [
        (status, sorted(people)) for status, people in wanted
    ]


AT_TABLE = (
    f"Rossi/Rossi/PROPN/5/nsubj//B-PER e/e/CCONJ/3/cc Bianchi/Bianchi/PROPN/1/conj//B-PER si/si/PRON/5/expl "
    f"siedono/sedere/VERB/0/root/{FIN_PLURAL} a/a/ADP/8/case il/il/DET/8/det tavolo/tavolo/NOUN/5/obl"
)
ON_CHAIRS = AT_TABLE.replace("tavolo/tavolo", "buio/buio")
DURING = (
    "Durante/durante/ADP/3/case il/il/DET/3/det colloquio/colloquio/NOUN/8/obl Rossi/Rossi/PROPN/8/nsubj//B-PER "
    f"e/e/CCONJ/6/cc Bianchi/Bianchi/PROPN/4/conj//B-PER hanno/avere/AUX/8/aux/{FIN_PLURAL} "
    f"riso/ridere/VERB/0/root/{PART}"
)
IN_CALL = (
    "Nel/in/ADP/3/case la/il/DET/3/det telefonata/telefonata/NOUN/6/obl Rossi/Rossi/PROPN/6/nsubj//B-PER "
    f"ha/avere/AUX/6/aux/{FIN} assicurato/assicurare/VERB/0/root/{PART} a/a/ADP/8/case "
    "Bianchi/Bianchi/PROPN/6/obl//B-PER aiuto/aiuto/NOUN/6/obj"
)
SPEAKS_AFTER = (
    "Dopo/dopo/ADP/3/case la/il/DET/3/det telefonata/telefonata/NOUN/6/obl Rossi/Rossi/PROPN/6/nsubj//B-PER "
    f"ha/avere/AUX/6/aux/{FIN} taciuto/tacere/VERB/0/root/{PART}"
)
TOGETHER = [
    (AT_TABLE, [["Rossi", "Bianchi"]]),
    (ON_CHAIRS, []),
    (DURING, [["Rossi", "Bianchi"]]),
    (IN_CALL, [["Rossi", "Bianchi"]]),
    (SPEAKS_AFTER, [[]]),
]


@pytest.mark.parametrize(("row", "wanted"), TOGETHER)
def test_who_is_together(row: str, wanted: list[list[str]]) -> None:
    assert names(row) == wanted


SECOND_ON_NOUN = (
    f"A/a/DET/2/det meeting/meeting/NOUN/8/nsubj:pass between/between/ADP/4/case Doe/Doe/PROPN/2/nmod//B-PER "
    f"and/and/CCONJ/6/cc envoys/envoy/NOUN/2/conj was/be/AUX/8/aux:pass/{FIN} held/hold/VERB/0/root/{PART}"
)
ITS_MEETING = (
    "At/at/ADP/3/case its/its/PRON/3/nmod:poss meeting/meeting/NOUN/6/obl the/the/DET/5/det "
    f"council/council/NOUN/6/nsubj voted/vote/VERB/0/root/{PAST}"
)
HER_MEETING = ITS_MEETING.replace("its/its/PRON/3/nmod:poss", "her/her/PRON/3/nmod:poss/Gender=Fem").replace(
    "council/council", "house/house"
)
INVITED = (
    f"Egypt/Egypt/PROPN/2/nsubj//B-LOC invited/invite/VERB/0/root/{PAST} Sudan/Sudan/PROPN/2/obj//B-LOC "
    "to/to/ADP/6/case a/a/DET/6/det summit/summit/NOUN/2/obl"
)
CALLED_ON_PHONE = (
    f"{ROSSI.format(head=3)} ha/avere/AUX/3/aux/{FIN} chiamato/chiamare/VERB/0/root/{PART} a/a/ADP/6/case "
    "il/il/DET/6/det telefono/telefono/NOUN/3/obl Bianchi/Bianchi/PROPN/6/nmod//B-PER"
)
PARTIES = [
    (SECOND_ON_NOUN, "en", [["Doe", "envoys"]]),
    (ITS_MEETING, "en", [["its", "the council"]]),
    (HER_MEETING, "en", [["her"]]),
    (INVITED, "en", [["Egypt", "Sudan"]]),
    (CALLED_ON_PHONE, "it", [["Rossi", "Bianchi"]]),
]


@pytest.mark.parametrize(("row", "language", "wanted"), PARTIES)
def test_who_the_parties_are(row: str, language: str, wanted: list[list[str]]) -> None:
    found = [people for people in names(row, language) if people]
    assert found[-len(wanted) :] == wanted


URGED = (
    f"{ROSSI.format(head=3)} ha/avere/AUX/3/aux/{FIN} convinto/convincere/VERB/0/root/{PART} "
    "Bianchi/Bianchi/PROPN/3/obj//B-PER a/a/ADP/6/mark incontrare/incontrare/VERB/3/xcomp/VerbForm=Inf "
    "Verdi/Verdi/PROPN/6/obj//B-PER"
)
RECEIVED = (
    f"Rossi/Rossi/PROPN/7/nsubj//B-PER ,/,/PUNCT/3/punct ricevuto/ricevere/VERB/1/acl/{PART} da/da/ADP/5/case "
    f"Bianchi/Bianchi/PROPN/3/obl:agent//B-PER ,/,/PUNCT/3/punct tace/tacere/VERB/0/root/{FIN}"
)
BY_LINK = (
    f"Doe/Doe/PROPN/2/nsubj//B-PER spoke/speak/VERB/0/root/{PAST} by/by/ADP/5/case video/video/NOUN/5/compound "
    "link/link/NOUN/2/obl with/with/ADP/7/case Roe/Roe/PROPN/5/nmod//B-PER"
)
SENT_TO_SUMMIT = (
    f"Doe/Doe/PROPN/2/nsubj//B-PER called/call/VERB/0/root/{PAST} Roe/Roe/PROPN/2/obj//B-PER "
    "one/one/NUM/2/ccomp of/of/ADP/6/case us/we/PRON/4/nmod"
)
MEANS_TO = (
    f"Турция/Турция/PROPN/2/nsubj//B-LOC собирается/собираться/VERB/0/root/{FIN} "
    "поднять/поднять/VERB/2/xcomp/VerbForm=Inf вопрос/вопрос/NOUN/3/obj"
)
OFFER_OF = (
    f"{ROSSI.format(head=3)} ha/avere/AUX/3/aux/{FIN} respinto/respingere/VERB/0/root/{PART} la/il/DET/5/det "
    "richiesta/richiesta/NOUN/3/obj di/di/ADP/7/case colloqui/colloquio/NOUN/5/nmod/Number=Plur "
    f"avanzata/avanzare/VERB/5/acl/{PART} da/da/ADP/10/case Bianchi/Bianchi/PROPN/8/obl:agent//B-PER"
)
MORE_PARTIES = [
    (URGED, "it", [["Bianchi", "Verdi"]]),
    (RECEIVED, "it", [["Bianchi", "Rossi , ricevuto da Bianchi"]]),
    (BY_LINK, "en", [["Doe", "Roe"]]),
    (SENT_TO_SUMMIT, "en", []),
    (MEANS_TO, "ru", []),
    (OFFER_OF, "it", [["Bianchi", "Rossi"]]),
]


@pytest.mark.parametrize(("row", "language", "wanted"), MORE_PARTIES)
def test_who_meets_by_somebody_elses_deed(row: str, language: str, wanted: list[list[str]]) -> None:
    assert names(row, language) == wanted


REJECTED_REPORTS = (
    f"Doe/Doe/PROPN/2/nsubj//B-PER rejected/reject/VERB/0/root/{PAST} reports/report/NOUN/2/obj of/of/ADP/6/case "
    "a/a/DET/6/det meeting/meeting/NOUN/3/nmod with/with/ADP/8/case Roe/Roe/PROPN/6/nmod//B-PER"
)
BETWEEN_OWNERS = (
    f"Начались/начаться/VERB/0/root/{PAST} переговоры/переговоры/NOUN/1/nsubj/Number=Plur "
    "Гила/Гил/PROPN/2/nmod/Case=Gen/B-PER и/и/CCONJ/5/cc Рея/Рей/PROPN/3/conj/Case=Gen/B-PER"
)
GATHERED_AT = (
    f"{ROSSI.format(head=3)} ha/avere/AUX/3/aux/{FIN} riunito/riunire/VERB/0/root/{PART} a/a/ADP/5/case "
    "Oslo/Oslo/PROPN/3/obl//B-LOC Bianchi/Bianchi/PROPN/5/flat//B-PER e/e/CCONJ/8/cc Verdi/Verdi/PROPN/5/conj//B-PER"
)
PROPOSED_TO = (
    f"Гил/Гил/PROPN/2/nsubj//B-PER предложил/предложить/VERB/0/root/{PAST} Рею/Рей/PROPN/2/iobj/Case=Dat/B-PER "
    "встретиться/встретиться/VERB/2/xcomp/VerbForm=Inf"
)
LAST = [
    (REJECTED_REPORTS, "en", [("meeting", "held", "negated")], ["Doe", "Roe"]),
    (BETWEEN_OWNERS, "ru", [("talks", "held", "affirmed")], ["Гила", "Рея"]),
    (GATHERED_AT, "it", [("meeting", "held", "affirmed")], ["Rossi", "Bianchi", "Verdi"]),
    (PROPOSED_TO, "ru", [("meeting", "proposed", "affirmed")], ["Гил", "Рею"]),
]


@pytest.mark.parametrize(("row", "language", "wanted", "people"), LAST)
def test_reports_owners_places_and_proposals(
    row: str, language: str, wanted: list[tuple[str, str, str]], people: list[str]
) -> None:
    assert told(row, language) == wanted
    assert set(people) <= {*names(row, language)[0], "Doe"}


def test_a_verb_that_a_parser_calls_an_auxiliary_tells_a_visit() -> None:
    row = f"{ROSSI.format(head=2)} verrà/venire/AUX/0/root/{FUTURE} a/a/ADP/4/case Oslo/Oslo/PROPN/2/obl//B-LOC"
    assert told(row) == [("visit", "scheduled", "affirmed")]
    assert contacts(row)[0].rule == "contact.verb.venire"


GOALS: list[tuple[str, list[str]]] = [
    # others are called to talk to one another, hung on the verb or on them; a summit of one's own is a contact
    ("le/il/DET/4/det parti/parte/NOUN/2/obj al/a/ADP/6/case dialogo/dialogo/NOUN/2/obl/Number=Sing", []),
    ("le/il/DET/4/det parti/parte/NOUN/2/obj al/a/ADP/6/case dialogo/dialogo/NOUN/4/nmod/Number=Sing", []),
]


@pytest.mark.parametrize(("rest", "wanted"), GOALS)
def test_a_call_to_dialogue_among_others_is_no_contact(rest: str, wanted: list[str]) -> None:
    row = f"Oslo/Oslo/PROPN/2/nsubj//B-LOC esorta/esortare/VERB/0/root/VerbForm=Fin {rest}"
    assert [mention.channel for mention in contacts(row)] == wanted


def test_a_pronoun_taken_for_an_object_is_spoken_to() -> None:
    row = (
        "Roe/Roe/PROPN/4/nsubj//B-PER le/le/PRON/4/obj/PronType=Prs ha/avere/AUX/4/aux/VerbForm=Fin "
        "parlato/parlare/VERB/0/root/VerbForm=Part al/a/ADP/6/case telefono/telefono/NOUN/4/obl"
    )
    assert names(row) == [["Roe", "le"]]


def test_the_length_of_a_coordinated_participle() -> None:
    row = (
        "Un/uno/DET/2/det vertice/vertice/NOUN/0/root a/a/ADP/4/case Lima/Lima/PROPN/2/nmod//B-LOC "
        "presieduto/presiedere/VERB/2/acl/VerbForm=Part da/da/ADP/7/case Roe/Roe/PROPN/5/obl:agent//B-PER "
        "e/e/CCONJ/9/cc durato/durare/VERB/5/conj/VerbForm=Part due/due/NUM/11/nummod ore/ora/NOUN/9/obl"
    )
    (mention,) = contacts(row)
    assert mention.duration is not None and mention.duration.text.strip() == "due ore"


GATHERED = (
    "Il/il/DET/2/det Consiglio/consiglio/NOUN/5/nsubj//B-ORG "
    "riunito/riunire/VERB/2/acl/Number=Sing|Tense=Past|VerbForm=Part "
    f"ieri/ieri/ADV/3/advmod chiede/chiedere/VERB/0/root/{FIN} calma/calma/NOUN/5/obj"
)
GATHERED_BEFORE = (
    "Riuniti/riunire/VERB/6/advcl/Number=Plur|Tense=Past|VerbForm=Part a/a/ADP/3/case Oslo/Oslo/PROPN/1/obl//B-LOC "
    f"i/il/DET/5/det ministri/ministro/NOUN/6/nsubj chiedono/chiedere/VERB/0/root/{FIN_PLURAL} calma/calma/NOUN/6/obj"
)
GATHERED_ADJECTIVE = (
    "El/el/DET/2/det Consejo/consejo/NOUN/6/nsubj//B-ORG reunido/reunir/ADJ/2/amod/Number=Sing|VerbForm=Part "
    f"de/de/ADP/5/case urgencia/urgencia/NOUN/3/obl condena/condenar/VERB/0/root/{FIN}"
)


@pytest.mark.parametrize(
    ("row", "language", "holders"),
    [
        (GATHERED, "it", "Il Consiglio"),
        # what they ask for behind it is not what was asked of them
        (GATHERED_BEFORE, "it", "i ministri"),
        (GATHERED_ADJECTIVE, "es", "El Consejo"),
    ],
)
def test_who_has_met_by_a_participle(row: str, language: str, holders: str) -> None:
    (found,) = contacts(row, language)
    assert (found.channel, found.status) == ("meeting", "held")
    assert [p.span.text.partition(" riunito")[0].partition(" reunido")[0] for p in found.participants] == [holders]


HUNG = (
    f"Rossi/Rossi/PROPN/3/nsubj//B-PER si/sé/PRON/3/expl riunisce/riunire/VERB/0/root/{FIN} in/in/ADP/6/case "
    "la/il/DET/6/det capitale/capitale/NOUN/3/obl con/con/ADP/9/case il/il/DET/9/det premier/premier/NOUN/6/nmod "
    "Bianchi/Bianchi/PROPN/9/appos//B-PER"
)


def test_partners_that_hang_on_a_place() -> None:
    assert names(HUNG) == [["Rossi", "il premier"]]


CALLED = (
    f"Roe/Roe/PROPN/2/nsubj//B-PER llamó/llamar/VERB/0/root/{PAST} {{mark}}halcón/halcón/NOUN/2/obj "
    "a/a/ADP/{case}/case Doe/Doe/PROPN/2/iobj//B-PER"
)


def test_who_is_called_something_is_not_rung() -> None:
    assert told(CALLED.format(mark='"/"/PUNCT/4/punct ', case=6), "es") == []


BY_PHONE = (
    f"Roe/Roe/PROPN/2/nsubj//B-PER comunicó/comunicar/VERB/0/root/{PAST} por/por/ADP/4/case "
    f"teléfono/teléfono/NOUN/2/obl a/a/ADP/6/case Doe/Doe/PROPN/2/iobj//B-PER que/que/SCONJ/8/mark "
    f"irá/ir/VERB/2/ccomp/{FUTURE}"
)


def test_a_telephone_is_the_means_of_a_call() -> None:
    assert (told(BY_PHONE, "es"), names(BY_PHONE, "es")) == ([("call", "held", "affirmed")], [["Roe", "Doe"]])


NOT_RECEIVED = (
    "Роэ/Роэ/PROPN/2/iobj/Case=Dat/B-PER отказали/отказать/VERB/0/root/Number=Plur|VerbForm=Fin|Tense=Past "
    "во/во/ADP/4/case встрече/встреча/NOUN/2/obl/Case=Loc с/с/ADP/6/case Доэ/Доэ/PROPN/4/nmod/Case=Ins/B-PER"
)


def test_a_meeting_that_somebody_is_refused() -> None:
    assert told(NOT_RECEIVED, "ru") == [("meeting", "refused", "affirmed")]
    assert names(NOT_RECEIVED, "ru") == [["Доэ", "Роэ"]]


HAD = (
    "Роу/Роу/PROPN/2/nsubj//B-PER мав/мати/VERB/0/root/Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin "
    "розмову/розмова/NOUN/2/obj/Case=Acc з/з/ADP/5/case Доу/Доу/PROPN/3/nmod/Case=Ins/B-PER"
)


def test_who_had_a_talk_did_not_have_to_talk() -> None:
    assert told(HAD, "uk") == [("talks", "held", "affirmed")]


TOLD_OF_VISIT = (
    "Роэ/Роэ/PROPN/2/nsubj//B-PER проинформировал/проинформировать/VERB/0/root/Tense=Past|VerbForm=Fin "
    "Доэ/Доэ/PROPN/2/obj/Case=Acc/B-PER об/об/ADP/5/case итогах/итог/NOUN/2/obl "
    "визита/визит/NOUN/5/nmod/Case=Gen в/в/ADP/8/case Осло/Осло/PROPN/6/nmod//B-LOC"
)


def test_who_is_told_of_a_visit_is_no_visitor() -> None:
    assert names(TOLD_OF_VISIT, "ru") == [["Роэ", "Осло"]]


THROUGH = (
    "Roe/Roe/PROPN/2/nsubj//B-PER holds/hold/VERB/0/root/{fin} talks/talk/NOUN/2/obj/Number=Plur with/with/ADP/5/case "
    "Doe/Doe/PROPN/3/nmod//B-PER through/through/ADP/7/case Oman/Oman/PROPN/2/obl//B-LOC"
)
NO_CONTACT = (
    "контактов/контакт/NOUN/5/nsubj/Case=Gen|Number=Plur с/с/ADP/3/case Доэ/Доэ/PROPN/1/nmod/Case=Ins/B-PER "
    "не/не/PART/5/advmod/Polarity=Neg было/быть/VERB/0/root/Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin "
    ",/,/PUNCT/7/punct заявил/заявить/VERB/5/parataxis/Tense=Past|VerbForm=Fin Роэ/Роэ/PROPN/7/nsubj//B-PER"
)


def test_who_relays_talks_and_who_says_that_there_are_none() -> None:
    (talks,) = contacts(THROUGH.format(fin=FIN), "en")
    assert [p.span.text for p in talks.go_betweens] == ["Oman"]
    assert names(NO_CONTACT, "ru") == [["Роэ", "Доэ"]]


DISCUSSED = (
    f"Oslo/Oslo/PROPN/5/nsubj//B-LOC e/e/CCONJ/3/cc Lima/Lima/PROPN/1/conj//B-LOC hanno/avere/AUX/5/aux/{FIN_PLURAL} "
    f"discusso/discutere/VERB/0/root/{PART} di/di/ADP/7/case pesca/pesca/NOUN/5/obl e/e/CCONJ/10/cc di/di/ADP/10/case "
    "dazi/dazio/NOUN/7/conj in/in/ADP/13/case una/uno/DET/13/det/Definite=Ind telefonata/telefonata/NOUN/5/obl"
)
TALKED_BY_PHONE = (
    "Oslo/Oslo/PROPN/4/nsubj//B-LOC and/and/CCONJ/3/cc Lima/Lima/PROPN/1/conj//B-LOC "
    f"discussed/discuss/VERB/0/root/{PAST} fishing/fishing/NOUN/4/obj by/by/ADP/7/case phone/phone/NOUN/4/obl"
)
AN_HOUR = f"Встреча/встреча/NOUN/2/nsubj длилась/длиться/VERB/0/root/{PAST} час/час/NOUN/2/nsubj/Number=Sing"


@pytest.mark.parametrize(
    ("row", "language", "topics"), [(DISCUSSED, "it", ["pesca", "dazi"]), (TALKED_BY_PHONE, "en", ["fishing"])]
)
def test_what_a_verb_of_talking_speaks_of_is_the_matter(row: str, language: str, topics: list[str]) -> None:
    (mention,) = contacts(row, language)
    assert [topic.text for topic in mention.topics] == topics


def test_how_long_it_was_though_a_parser_took_the_time_for_a_subject() -> None:
    (mention,) = contacts(AN_HOUR, "ru")
    assert mention.duration is not None
    assert mention.duration.text.strip() == "час"


NAMED_SUMMIT = (
    f"Roe/Roe/PROPN/2/nsubj//B-PER attended/attend/VERB/0/root/{PAST} the/the/DET/6/det "
    "Global/global/ADJ/6/amod//B-ORG Peace/Peace/PROPN/6/compound//I-ORG summit/summit/NOUN/2/obj//I-ORG"
)


def test_what_a_summit_is_called_takes_no_part_in_it() -> None:
    assert names(NAMED_SUMMIT, "en") == [["Roe"]]


TWO_LEADERS = (
    "Норвежский/норвежский/ADJ/4/amod и/и/CCONJ/3/cc чадский/чадский/ADJ/1/conj "
    "лидеры/лидер/NOUN/5/nsubj/Animacy=Anim|Case=Nom|Number=Plur "
    "пообщались/пообщаться/VERB/0/root/Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin"
)


def test_leaders_of_two_peoples_speak_with_each_other() -> None:
    assert told(TWO_LEADERS, "ru") == [("talks", "held", "affirmed")]


def test_a_label_behind_a_title_is_no_means() -> None:
    row = (
        f"{ROSSI.format(head=2)} lascia/lasciare/VERB/0/root/{FIN} Bianchi/Bianchi/PROPN/2/obj//B-PER "
        "{}VIDEO/video/NOUN/{}/obl"
    )
    assert names(row.format("–/–/PUNCT/2/punct ", 2)) == []
    assert names(row.format("in/in/ADP/5/case ", 2)) == [["Rossi", "Bianchi"]]


def test_talks_that_others_speak_of_resuming_were_not_held() -> None:
    row = (
        "Beide/beide/PRON/2/nsubj/Number=Plur sprachen/sprechen/VERB/0/root/Mood=Ind|Number=Plur|Person=3|Tense=Past|"
        "VerbForm=Fin über/über/ADP/5/case die/der/DET/5/det Wiederaufnahme/Wiederaufnahme/NOUN/2/obl "
        "der/der/DET/7/det/Case=Gen Gespräche/Gespräch/NOUN/5/nmod/Case=Gen|Number=Plur zwischen/zwischen/ADP/9/case "
        "Oslo/Oslo/PROPN/7/nmod//B-LOC und/und/CCONJ/11/cc Lima/Lima/PROPN/9/conj//B-LOC"
    )
    assert told(row, "de")[0] == ("talks", "proposed", "affirmed")


def test_who_started_a_contact_whose_length_a_clause_tells() -> None:
    row = (
        "L'/le/DET/2/det entretien/entretien/NOUN/7/nsubj qui/qui/PRON/4/nsubj/PronType=Rel dura/durer/VERB/2/acl:relcl"
        " une/un/DET/6/det heure/heure/NOUN/4/obj a/avoir/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Pres|"
        "VerbForm=Fin lieu/lieu/NOUN/7/obj à/à/ADP/11/case l'/le/DET/11/det initiative/initiative/NOUN/7/obl "
        "de/de/ADP/13/case Moscou/Moscou/PROPN/11/nmod//B-LOC"
    )
    (contact,) = contacts(row, "fr")
    assert contact.requested_by is not None
    assert contact.duration is not None
    assert (contact.requested_by.span.text, contact.duration.text.strip()) == ("Moscou", "une heure")


def test_a_visit_that_somebody_was_to_make() -> None:
    row = (
        "Gil/Gil/PROPN/3/nsubj//B-PER a/avoir/AUX/3/aux/Mood=Ind|VerbForm=Fin annulé/annuler/VERB/0/root/VerbForm=Part "
        "la/le/DET/5/det visite/visite/NOUN/3/obj qu'/que/PRON/9/obj/PronType=Rel "
        "il/lui/PRON/8/nsubj/Number=Sing|Person=3|PronType=Prs devait/devoir/VERB/5/acl:relcl/Mood=Ind|VerbForm=Fin "
        "effectuer/effectuer/VERB/8/xcomp/VerbForm=Inf à/à/ADP/11/case Lima/Lima/PROPN/9/obl//B-LOC"
    )
    (contact,) = contacts(row, "fr")
    assert (contact.status, [p.span.text for p in contact.recipients]) == ("cancelled", ["Lima"])
