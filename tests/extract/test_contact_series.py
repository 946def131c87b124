"""Contacts in series, expected, offered, denied, and held at a seat of power: on trees written by hand."""

import pytest

from cronistoria.extract.contacts import find_contacts
from cronistoria.model.mention import ContactMention
from cronistoria.model.timex import Point, TimexMention
from tests.rows import sentences_from_rows

PAST = "Tense=Past|VerbForm=Part"
IS = "è/essere/AUX/{}/{}/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
HAS = "ha/avere/AUX/3/aux/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
ROSSI = "Rossi/Rossi/PROPN/3/nsubj//B-PER"


def contacts(row: str, times: tuple[TimexMention, ...] = ()) -> list[ContactMention]:
    document, sentences = sentences_from_rows(row, language="it")
    return list(find_contacts(document, sentences, times, language="it"))


def told(row: str) -> list[tuple[str, str, list[str]]]:
    return [(m.status, m.polarity, [p.span.text for p in m.participants]) for m in contacts(row)]


TWO_CITIES = (
    f"Rossi/Rossi/PROPN/3/nsubj//B-PER {IS.format(3, 'aux')} volato/volare/VERB/0/root/{PAST} "
    "a/a/ADP/5/case Oslo/Oslo/PROPN/3/obl//B-LOC e/e/CCONJ/8/cc a/a/ADP/8/case Riga/Riga/PROPN/5/conj//B-LOC"
)
APART = (
    f"{ROSSI} {HAS} incontrato/incontrare/VERB/0/root/{PAST} separatamente/separatamente/ADV/3/advmod "
    "Bianchi/Bianchi/PROPN/3/obj//B-PER e/e/CCONJ/7/cc Verdi/Verdi/PROPN/5/conj//B-PER"
)
TOGETHER = APART.replace("separatamente/separatamente", "ieri/ieri")
EXPECTED = (
    f"Rossi/Rossi/PROPN/3/nsubj:pass//B-PER {IS.format(3, 'aux:pass')} atteso/attendere/VERB/0/root/{PAST} "
    "a/a/ADP/5/case Oslo/Oslo/PROPN/3/obl//B-LOC"
)
READY = (
    f"Rossi/Rossi/PROPN/4/nsubj//B-PER si/si/PRON/4/expl {IS.format(4, 'aux')} detto/dire/VERB/0/root/{PAST} "
    "pronto/pronto/ADJ/4/xcomp a/a/ADP/7/case colloqui/colloquio/NOUN/4/obl con/con/ADP/9/case "
    "Bianchi/Bianchi/PROPN/7/nmod//B-PER"
)
NONE = (
    f"Nessun/nessuno/DET/2/det incontro/incontro/NOUN/4/nsubj:pass {IS.format(4, 'aux:pass')} "
    f"previsto/prevedere/VERB/0/root/{PAST} tra/tra/ADP/6/case Rossi/Rossi/PROPN/4/obl//B-PER e/e/CCONJ/8/cc "
    "Bianchi/Bianchi/PROPN/6/conj//B-PER"
)
WAS = "fu/essere/AUX/3/aux:pass/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
AT_A_SEAT = (
    f"Rossi/Rossi/PROPN/3/nsubj:pass//B-PER {WAS} ricevuto/ricevere/VERB/0/root/{PAST} "
    "a/a/ADP/6/case il/il/DET/6/det ministero/ministero/NOUN/3/obl"
)
IN_A_CITY = AT_A_SEAT.replace("il/il/DET/6/det ministero/ministero/NOUN/3/obl", "pranzo/pranzo/ADV/3/advmod "
                              "Oslo/Oslo/PROPN/3/obl//B-LOC")  # fmt: skip
THOSE = (
    "I/il/DET/2/det colloqui/colloquio/NOUN/9/nsubj con/con/ADP/4/case Rossi/Rossi/PROPN/2/nmod//B-PER e/e/CCONJ/6/cc "
    "quelli/quello/PRON/2/conj con/con/ADP/8/case Bianchi/Bianchi/PROPN/6/nmod//B-PER "
    "continuano/continuare/VERB/0/root/Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
)
DECIDED = (
    "Il/il/DET/2/det vertice/vertice/NOUN/8/nsubj di/di/ADP/4/case Oslo/Oslo/PROPN/2/nmod//B-LOC ,/,/PUNCT/6/punct "
    f"convocato/convocare/VERB/2/acl/{PAST} ha/avere/AUX/8/aux/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    f"deciso/decidere/VERB/0/root/{PAST} la/il/DET/10/det pace/pace/NOUN/8/obj"
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (TWO_CITIES, [("held", "affirmed", ["Rossi", "Oslo"]), ("held", "affirmed", ["Rossi", "Riga"])]),
        (APART, [("held", "affirmed", ["Rossi", "Bianchi"]), ("held", "affirmed", ["Rossi", "Verdi"])]),
        (TOGETHER, [("held", "affirmed", ["Rossi", "Bianchi", "Verdi"])]),
        (EXPECTED, [("scheduled", "affirmed", ["Rossi", "Oslo"])]),
        (READY, [("proposed", "affirmed", ["Rossi", "Bianchi"])]),
        (NONE, [("scheduled", "negated", ["Rossi", "Bianchi"])]),
        (AT_A_SEAT, [("held", "affirmed", ["il ministero", "Rossi"])]),
        (IN_A_CITY, [("held", "affirmed", ["Rossi"])]),
        (THOSE, [("ongoing", "affirmed", ["Rossi"]), ("ongoing", "affirmed", ["Bianchi"])]),
    ],
)
def test_each_contact_is_one(row: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert told(row) == expected


def test_a_summit_that_decided_was_held() -> None:
    assert [m.status for m in contacts(DECIDED)] == ["held"]


def test_two_who_are_met_on_two_days_are_met_twice() -> None:
    row = (
        f"{ROSSI} {HAS} visto/vedere/VERB/0/root/{PAST} Bianchi/Bianchi/PROPN/3/obj//B-PER "
        "lunedì/lunedì/NOUN/3/obl e/e/CCONJ/7/cc Verdi/Verdi/PROPN/4/conj//B-PER martedì/martedì/NOUN/3/obl"
    )
    document, _ = sentences_from_rows(row, language="it")

    def day(word: str, index: int) -> TimexMention:
        start = document.text.index(word)
        span = document.span(start, start + len(word))
        return TimexMention(sentence=0, first=index, last=index, head=index, governor=2, span=span, reading=Point())

    both = (day("lunedì", 4), day("martedì", 7))
    assert [m.when.text if m.when else None for m in contacts(row, both)] == ["lunedì", "martedì"]
    assert [m.when for m in contacts(row, both[:1])] == [None]


@pytest.mark.parametrize(
    "row",
    [
        "Rossi/Rossi/PROPN/2/nsubj//B-PER dice/dire/VERB/0/root di/di/ADP/4/mark "
        "chiamarsi/chiamare/VERB/2/xcomp/VerbForm=Inf si/si/PRON/4/expl Bianchi/Bianchi/PROPN/4/obj//B-PER",
        "Il/il/DET/2/det Incontro/incontro/NOUN/4/nsubj//B-ORG Popolare/popolare/ADJ/2/amod//I-ORG "
        "protesta/protestare/VERB/0/root con/con/ADP/6/case Oslo/Oslo/PROPN/4/obl//B-LOC",
    ],
)
def test_names_are_no_contacts(row: str) -> None:
    assert contacts(row) == []
