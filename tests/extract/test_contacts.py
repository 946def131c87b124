"""Contacts told by verbs and by nouns, on trees written by hand."""

import pytest

from cronistoria.extract.contacts import find_contacts
from cronistoria.model.mention import ContactMention
from tests.rows import sentences_from_rows

PAST = "Tense=Past|VerbForm=Part"
AUX = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
AUX_PLURAL = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
FUTURE = "Mood=Ind|Number=Plur|Person=3|Tense=Fut|VerbForm=Fin"


def contacts(*rows: str, language: str = "it") -> list[ContactMention]:
    document, sentences = sentences_from_rows(*rows, language=language)
    return list(find_contacts(document, sentences, language=language))


def words(mention: ContactMention) -> list[str]:
    return [p.span.text for p in mention.participants]


MET = (
    f"Rossi/Rossi/PROPN/3/nsubj//B-PER ha/avere/AUX/3/aux/{AUX} incontrato/incontrare/VERB/0/root/{PAST} "
    "il/il/DET/5/det ministro/ministro/NOUN/3/obj francese/francese/ADJ/5/amod"
)
WILL_MEET = (
    f"Le/il/DET/2/det delegazioni/delegazione/NOUN/4/nsubj si/si/PRON/4/expl "
    f"incontreranno/incontrare/VERB/0/root/{FUTURE} "
    "a/a/ADP/6/case Oslo/Oslo/PROPN/4/obl//B-LOC"
)
CALL_BETWEEN = (
    "La/il/DET/2/det telefonata/telefonata/NOUN/9/nsubj tra/tra/ADP/4/case Rossi/Rossi/PROPN/2/nmod//B-PER "
    "e/e/CCONJ/6/cc Bianchi/Bianchi/PROPN/4/conj//B-PER è/essere/AUX/9/aux poi/poi/ADV/9/advmod "
    f"durata/durare/VERB/0/root/{PAST} quasi/quasi/ADV/11/advmod un'/uno/DET/12/det ora/ora/NOUN/9/obl"
)
REFUSED = (
    f"Bianchi/Bianchi/PROPN/3/nsubj//B-PER ha/avere/AUX/3/aux/{AUX} rifiutato/rifiutare/VERB/0/root/{PAST} "
    "di/di/ADP/5/mark incontrare/incontrare/VERB/3/xcomp/VerbForm=Inf Rossi/Rossi/PROPN/5/obj//B-PER"
)
NOT_MET = (
    f"Rossi/Rossi/PROPN/4/nsubj//B-PER non/non/ADV/4/advmod ha/avere/AUX/4/aux/{AUX} "
    f"incontrato/incontrare/VERB/0/root/{PAST} "
    "Bianchi/Bianchi/PROPN/4/obj//B-PER"
)
REQUESTED = (
    f"Rossi/Rossi/PROPN/3/nsubj//B-PER ha/avere/AUX/3/aux/{AUX} chiesto/chiedere/VERB/0/root/{PAST} "
    "un/uno/DET/5/det incontro/incontro/NOUN/3/obj con/con/ADP/7/case Bianchi/Bianchi/PROPN/5/nmod//B-PER"
)
VISIT = (
    f"L'/il/DET/2/det inviato/inviato/NOUN/4/nsubj si/si/PRON/4/expl recherà/recare/VERB/0/root/{FUTURE} "
    "a/a/ADP/6/case Oslo/Oslo/PROPN/4/obl//B-LOC"
)
HANDOVER = (
    f"Gli/il/DET/2/det inviati/inviato/NOUN/4/nsubj hanno/avere/AUX/4/aux/{AUX_PLURAL} "
    f"consegnato/consegnare/VERB/0/root/{PAST} "
    "una/uno/DET/6/det nota/nota/NOUN/4/obj a/a/ADP/8/case Oslo/Oslo/PROPN/4/obl//B-LOC"
)
DIFFICULTY = (
    f"Rossi/Rossi/PROPN/3/nsubj//B-PER ha/avere/AUX/3/aux/{AUX} incontrato/incontrare/VERB/0/root/{PAST} "
    "molte/molto/DET/5/det difficoltà/difficoltà/NOUN/3/obj"
)
PRESS = (
    "La/il/DET/2/det conferenza/conferenza/NOUN/5/nsubj stampa/stampa/NOUN/2/compound è/essere/AUX/5/aux "
    f"durata/durare/VERB/0/root/{PAST} un'/uno/DET/7/det ora/ora/NOUN/5/obl"
)
FOOTBALL = (
    "L'/il/DET/2/det incontro/incontro/NOUN/5/nsubj di/di/ADP/4/case calcio/calcio/NOUN/2/nmod "
    f"finisce/finire/VERB/0/root/{AUX} in/in/ADP/7/case parità/parità/NOUN/5/obl"
)


@pytest.mark.parametrize(
    ("row", "channel", "status", "participants"),
    [
        (MET, "meeting", "held", ["Rossi", "il ministro francese"]),
        (WILL_MEET, "meeting", "scheduled", ["Le delegazioni"]),
        (CALL_BETWEEN, "call", "held", ["Rossi", "Bianchi"]),
        (REFUSED, "meeting", "refused", ["Bianchi", "Rossi"]),
        (REQUESTED, "meeting", "requested", ["Rossi", "Bianchi"]),
        (VISIT, "visit", "scheduled", ["L' inviato", "Oslo"]),
        (HANDOVER, "handover", "held", ["Gli inviati", "Oslo"]),
    ],
)
def test_italian_contacts(row: str, channel: str, status: str, participants: list[str]) -> None:
    (mention,) = contacts(row)
    assert (mention.channel, mention.status) == (channel, status)
    assert words(mention) == participants


def test_a_denied_refusal_leaves_the_contact_open() -> None:
    (mention,) = contacts(
        f"Rossi/Rossi/PROPN/4/nsubj//B-PER non/non/ADV/4/advmod ha/avere/AUX/4/aux/{AUX} "
        f"rifiutato/rifiutare/VERB/0/root/{PAST} di/di/ADP/6/mark incontrare/incontrare/VERB/4/xcomp/VerbForm=Inf "
        "Bianchi/Bianchi/PROPN/6/obj//B-PER"
    )
    assert (mention.status, mention.polarity, mention.modality) == ("proposed", "affirmed", "possible")


@pytest.mark.parametrize("row", [DIFFICULTY, PRESS, FOOTBALL])
def test_what_is_no_contact(row: str) -> None:
    assert contacts(row) == []


def test_a_denied_contact_stays_denied() -> None:
    (mention,) = contacts(NOT_MET)
    assert mention.polarity == "negated"


def test_duration_of_a_call() -> None:
    (mention,) = contacts(CALL_BETWEEN)
    assert mention.duration is not None
    assert "quasi un' ora" in mention.duration.text


def test_who_asked() -> None:
    (mention,) = contacts(REQUESTED)
    assert mention.requested_by is not None
    assert mention.requested_by.span.text.startswith("Rossi")


def test_the_visited_are_recipients() -> None:
    (mention,) = contacts(VISIT)
    assert [p.span.text for p in mention.recipients] == ["Oslo"]


EN_CALL = (
    "Smith/Smith/PROPN/2/nsubj//B-PER phoned/phone/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin "
    "Jones/Jones/PROPN/2/obj//B-PER on/on/ADP/5/case Monday/Monday/PROPN/2/obl"
)
EN_AFTER = (
    "After/after/ADP/3/case his/he/PRON/3/nmod:poss meeting/meeting/NOUN/7/obl with/with/ADP/5/case "
    "Jones/Jones/PROPN/3/nmod//B-PER Smith/Smith/PROPN/7/nsubj//B-PER "
    "left/leave/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin"
)
EN_HOLD = (
    "Smith/Smith/PROPN/3/nsubj//B-PER will/will/AUX/3/aux hold/hold/VERB/0/root/VerbForm=Inf "
    "talks/talk/NOUN/3/obj/Number=Plur with/with/ADP/6/case Jones/Jones/PROPN/4/nmod//B-PER"
)
EN_DEMANDS = (
    "Smith/Smith/PROPN/2/nsubj//B-PER met/meet/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin "
    "the/the/DET/4/det demands/demand/NOUN/2/obj"
)
EN_CALL_FOR = (
    "The/the/DET/2/det call/call/NOUN/5/nsubj for/for/ADP/4/case restraint/restraint/NOUN/2/nmod "
    "failed/fail/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin"
)


@pytest.mark.parametrize(
    ("row", "channel", "status", "participants"),
    [
        (EN_CALL, "call", "held", ["Smith", "Jones"]),
        (EN_AFTER, "meeting", "held", ["his", "Smith", "Jones"]),
        (EN_HOLD, "talks", "scheduled", ["Smith", "Jones"]),
    ],
)
def test_english_contacts(row: str, channel: str, status: str, participants: list[str]) -> None:
    (mention,) = contacts(row, language="en")
    assert (mention.channel, mention.status) == (channel, status)
    assert words(mention) == participants


@pytest.mark.parametrize("row", [EN_DEMANDS, EN_CALL_FOR])
def test_what_is_no_contact_in_english(row: str) -> None:
    assert contacts(row, language="en") == []


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("and/and/CCONJ/3/cc Roe/Roe/PROPN/1/conj//B-PER", [["Doe", "Roe"]]),
        ("of/of/ADP/3/case Oslo/Oslo/PROPN/1/nmod//B-LOC", []),
    ],
)
def test_two_who_spoke_by_phone_spoke_to_each_other(second: str, found: list[list[str]]) -> None:
    row = (
        f"Doe/Doe/PROPN/4/nsubj//B-PER {second} spoke/speak/VERB/0/root/Tense=Past|VerbForm=Fin "
        "by/by/ADP/6/case phone/phone/NOUN/4/obl"
    )
    mentions = contacts(row, language="en")
    assert [words(mention) for mention in mentions] == found
    assert all(mention.channel == "call" for mention in mentions)


def test_what_is_asked_is_not_told() -> None:
    assert contacts(MET + " ?/?/PUNCT/3/punct") == []


EN_LASTED = (
    "Doe/Doe/PROPN/4/nsubj//B-PER and/and/CCONJ/3/cc Roe/Roe/PROPN/1/conj//B-PER "
    "held/hold/VERB/0/root/Tense=Past|VerbForm=Fin a/a/DET/6/det/Definite=Ind call/call/NOUN/4/obj "
    "that/that/PRON/8/nsubj lasted/last/VERB/6/acl:relcl/Tense=Past|VerbForm=Fin two/two/NUM/10/nummod "
    "hours/hour/NOUN/8/obl"
)
EN_HOURS = (
    "Doe/Doe/PROPN/4/nsubj//B-PER and/and/CCONJ/3/cc Roe/Roe/PROPN/1/conj//B-PER "
    "held/hold/VERB/0/root/Tense=Past|VerbForm=Fin two/two/NUM/6/nummod hours/hour/NOUN/4/obj of/of/ADP/8/case "
    "talks/talk/NOUN/6/nmod/Number=Plur"
)


@pytest.mark.parametrize("row", [EN_LASTED, EN_HOURS])
def test_how_long_stands_beside_who_held_it(row: str) -> None:
    (mention,) = contacts(row, language="en")
    assert words(mention) == ["Doe", "Roe"]
    assert mention.duration is not None
    assert "two hours" in mention.duration.text


AFTER_ANOTHER = (
    "Rossi/Rossi/PROPN/2/nsubj//B-PER telefona/telefonare/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin "
    "a/a/ADP/4/case Bianchi/Bianchi/PROPN/2/obl//B-PER {gap}dopo/dopo/ADP/{noun}/case il/il/DET/{noun}/det "
    "colloquio/colloquio/NOUN/2/obl con/con/ADP/{last}/case Verdi/Verdi/PROPN/{noun}/nmod//B-PER"
)


@pytest.mark.parametrize(
    "row",
    [
        AFTER_ANOTHER.format(gap="", noun=7, last=9),
        AFTER_ANOTHER.format(gap="tre/tre/NUM/6/nummod giorni/giorno/NOUN/2/obl ", noun=9, last=11),
    ],
)
def test_what_another_contact_has_is_not_this_ones(row: str) -> None:
    call = contacts(row)[0]
    assert (words(call), call.duration) == (["Rossi", "Bianchi"], None)


SENT = (
    f"Rossi/Rossi/PROPN/3/nsubj//B-PER ha/avere/AUX/3/aux/{AUX} inviato/inviare/VERB/0/root/{PAST} "
    "a/a/ADP/5/case Oslo/Oslo/PROPN/3/obl//B-LOC il/il/DET/7/det ministro/ministro/NOUN/3/obj"
)
LETTER = (
    f"Rossi/Rossi/PROPN/3/nsubj//B-PER ha/avere/AUX/3/aux/{AUX} inviato/inviare/VERB/0/root/{PAST} "
    "una/uno/DET/5/det lettera/lettera/NOUN/3/obj a/a/ADP/7/case Bianchi/Bianchi/PROPN/3/obl//B-PER"
)
HEARD = (
    f"Rossi/Rossi/PROPN/3/nsubj//B-PER ha/avere/AUX/3/aux/{AUX} sentito/sentire/VERB/0/root/{PAST} "
    "a/a/ADP/6/case il/il/DET/6/det telefono/telefono/NOUN/3/obl Bianchi/Bianchi/PROPN/6/nmod//B-PER"
)
TWO_OBJECTS = (
    "Oslo/Oslo/PROPN/2/nsubj//B-LOC handed/hand/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin "
    "the/the/DET/4/det ambassador/ambassador/NOUN/2/obj a/a/DET/6/det note/note/NOUN/2/obj"
)
APPEAL = (
    "Rossi/Rossi/PROPN/2/nsubj//B-PER llamó/llamar/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin "
    "a/a/ADP/5/case los/el/DET/5/det ministros/ministro/NOUN/2/obj "
    "a/a/ADP/8/case la/el/DET/8/det calma/calma/NOUN/2/obl"
)


@pytest.mark.parametrize(
    ("row", "language", "channel", "participants"),
    [
        (SENT, "it", "visit", ["il ministro", "Oslo"]),
        (LETTER, "it", "letter", ["Rossi", "Bianchi"]),
        (HEARD, "it", "call", ["Rossi", "Bianchi"]),
        (TWO_OBJECTS, "en", "handover", ["Oslo", "the ambassador"]),
    ],
)
def test_who_is_sent_written_to_heard_and_handed(
    row: str, language: str, channel: str, participants: list[str]
) -> None:
    (mention,) = contacts(row, language=language)
    assert (mention.channel, words(mention)) == (channel, participants)


def test_an_appeal_is_no_call() -> None:
    assert contacts(APPEAL, language="es") == []


MET_THERE = f"Rossi/Rossi/PROPN/3/nsubj//B-PER ha/avere/AUX/3/aux/{AUX} visto/incontrare/VERB/0/root/{PAST} " + (
    "Bianchi/Bianchi/PROPN/3/obj//B-PER"
)
LASTED = f"È/essere/AUX/2/aux/{AUX} durato/durare/VERB/0/root/{PAST} due/due/NUM/4/nummod ore/ora/NOUN/2/obl"
RAINED = f"Piove/piovere/VERB/0/root/{AUX}"


def test_how_long_may_be_told_in_the_next_sentence() -> None:
    _, length = contacts(MET_THERE, LASTED)
    assert length.duration is not None
    assert (length.duration.text.strip(), length.participants, length.anaphoric) == ("due ore", (), True)
    assert len(contacts(MET_THERE, RAINED, LASTED)) == 1


POSSIBLE = (
    "Un/uno/DET/2/det/Definite=Ind vertice/vertice/NOUN/7/nsubj tra/tra/ADP/4/case Rossi/Rossi/PROPN/2/nmod//B-PER "
    "e/e/CCONJ/6/cc Bianchi/Bianchi/PROPN/4/conj//B-PER possibile/possibile/ADJ/0/root "
    "sarà/essere/AUX/7/cop/Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"
)
SET = (
    "L'/il/DET/2/det incontro/incontro/NOUN/7/nsubj tra/tra/ADP/4/case Rossi/Rossi/PROPN/2/nmod//B-PER "
    "e/e/CCONJ/6/cc Bianchi/Bianchi/PROPN/4/conj//B-PER "
    f"resta/restare/VERB/0/root/{AUX} fissato/fissare/VERB/7/xcomp/{PAST}"
)


@pytest.mark.parametrize("row", [POSSIBLE, SET])
def test_a_contact_that_is_foreseen_was_not_held(row: str) -> None:
    (mention,) = contacts(row)
    assert mention.status == "scheduled"


CLEFT = (
    f"È/essere/AUX/3/cop/{AUX} stato/essere/AUX/3/cop Rossi/Rossi/PROPN/0/root//B-PER a/a/ADP/5/mark "
    "chiedere/chiedere/VERB/3/acl/VerbForm=Inf il/il/DET/7/det/Definite=Def colloquio/colloquio/NOUN/5/obj"
)


def test_who_asked_may_be_put_first() -> None:
    (mention,) = contacts(CLEFT)
    assert mention.requested_by is not None
    assert mention.requested_by.span.text.startswith("Rossi")


def test_two_who_dine_dine_with_each_other() -> None:
    row = (
        "I/il/DET/3/det due/due/NUM/3/nummod ministri/ministro/NOUN/5/nsubj/Number=Plur "
        f"hanno/avere/AUX/5/aux/{AUX_PLURAL} cenato/cenare/VERB/0/root/{PAST}"
    )
    assert [words(m) for m in contacts(row)] == [["I due ministri"]]
    assert contacts(row.replace("due/due/NUM/3/nummod", "cinque/cinque/NUM/3/nummod")) == []


def test_one_talk_is_a_contact_only_with_somebody() -> None:
    row = (
        f"Marlow/Marlow/PROPN/2/nsubj//B-PER complained/complain/VERB/0/root/{AUX} during/during/ADP/5/case "
        "the/the/DET/5/det talk/talk/NOUN/2/obl/Number=Sing with/with/ADP/7/case Dunmore/Dunmore/PROPN/5/nmod//B-PER"
    )
    assert [words(m) for m in contacts(row, language="en")] == [["Marlow", "Dunmore"]]
    alone = row.rpartition(" with")[0]
    assert contacts(alone, language="en") == []


def test_a_meeting_hung_on_the_object_is_where_the_verb_is_done() -> None:
    row = (
        "Marlow/Marlow/PROPN/5/nsubj//B-PER and/and/CCONJ/3/cc Dunmore/Dunmore/PROPN/1/conj//B-PER will/will/AUX/5/aux "
        "discuss/discuss/VERB/0/root/VerbForm=Inf the/the/DET/7/det crisis/crisis/NOUN/5/obj {}/{}/ADP/10/case "
        "a/a/DET/10/det/Definite=Ind meeting/meeting/NOUN/7/nmod/Number=Sing"
    )
    assert [(m.channel, words(m)) for m in contacts(row.format("at", "at"), language="en")] == [
        ("meeting", ["Marlow", "Dunmore"])
    ]
    assert len(contacts(row.format("of", "of"), language="en")) != 1


def test_what_a_journey_to_come_is_for_is_still_to_come() -> None:
    row = (
        "Marlow/Marlow/PROPN/3/nsubj//B-PER will/will/AUX/3/aux {}/VERB/0/root/{} to/to/PART/5/mark "
        "meet/meet/VERB/3/advcl/VerbForm=Inf Dunmore/Dunmore/PROPN/5/obj//B-PER"
    )
    coming = contacts(row.format("travel/travel", "VerbForm=Inf"), language="en")
    gone = contacts(
        row.format("travelled/travel", "Tense=Past|VerbForm=Fin").replace(
            "will/will/AUX/3/aux", "then/then/ADV/3/advmod"
        ),
        language="en",
    )
    assert [m.status for m in coming if m.channel == "meeting"] == ["scheduled"]
    assert [m.status for m in gone if m.channel == "meeting"] == ["held"]
