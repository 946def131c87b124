"""Positions told by verbs, nouns and predicates, on trees written by hand."""

import pytest

from tests.extract.position_rows import FUT3, INF, PAST, PAST3, PRES3, lines, positions

DEMAND = (
    f"Belgrado/Belgrado/PROPN/2/nsubj esige/esigere/VERB/0/root/{PRES3} il/il/DET/4/det ritiro/ritiro/NOUN/2/obj "
    "di/di/ADP/7/case le/il/DET/7/det truppe/truppa/NOUN/4/nmod"
)
TWO_CLAUSES = (
    f"Oslo/Oslo/PROPN/2/nsubj chiede/chiedere/VERB/0/root/{PRES3} che/che/SCONJ/5/mark Quito/Quito/PROPN/5/nsubj "
    f"ceda/cedere/VERB/2/ccomp/{PRES3} e/e/CCONJ/9/cc che/che/SCONJ/9/mark Lima/Lima/PROPN/9/nsubj "
    f"ritiri/ritirare/VERB/5/conj/{PRES3} le/il/DET/11/det navi/nave/NOUN/9/obj"
)
WRITTEN = (
    f"Oslo/Oslo/PROPN/2/nsubj chiede/chiedere/VERB/0/root/{PRES3} un/uno/DET/4/det impegno/impegno/NOUN/2/obj "
    "sul/sul/ADP/6/case fatto/fatto/NOUN/4/nmod che/che/SCONJ/9/mark Quito/Quito/PROPN/9/nsubj "
    f"tratterà/trattare/VERB/6/acl/{FUT3} e/e/CCONJ/13/cc che/che/SCONJ/13/mark Lima/Lima/PROPN/13/nsubj "
    f"firmerà/firmare/VERB/9/conj/{FUT3}"
)
THREAT = (
    f"Ankara/Ankara/PROPN/2/nsubj minaccia/minacciare/VERB/0/root/{PRES3} sanzioni/sanzione/NOUN/2/obj "
    "a/a/ADP/5/case Baku/Baku/PROPN/3/nmod in/in/ADP/9/case caso/caso/NOUN/6/fixed "
    "di/di/ADP/6/fixed attacco/attacco/NOUN/3/nmod"
)
EVENT_AS_SUBJECT = (
    "Il/il/DET/2/det riarmo/riarmo/NOUN/3/nsubj minaccia/minacciare/VERB/0/root la/il/DET/5/det "
    "sicurezza/sicurezza/NOUN/3/obj"
)
NOUN_ONLY = (
    "La/il/DET/2/det minaccia/minaccia/NOUN/5/nsubj di/di/ADP/4/case invasione/invasione/NOUN/2/nmod "
    f"cresce/crescere/VERB/0/root/{PRES3}"
)
NOT_ACCEPTED = (
    "Asmara/Asmara/PROPN/4/nsubj non/non/ADV/4/advmod ha/avere/AUX/4/aux "
    f"accettato/accettare/VERB/0/root/{PAST} il/il/DET/6/det piano/piano/NOUN/4/obj"
)
NEVER = (
    f"Ottawa/Ottawa/PROPN/3/nsubj ha/avere/AUX/3/aux promesso/promettere/VERB/0/root/{PAST} di/di/ADP/6/mark "
    f"non/non/ADV/6/advmod cedere/cedere/VERB/3/xcomp/{INF}"
)
WILL_NOT_STOP = (
    f"Berna/Berna/PROPN/2/nsubj avverte/avvertire/VERB/0/root/{PRES3} che/che/SCONJ/5/mark non/non/ADV/5/advmod "
    "fermerà/fermare/VERB/2/ccomp/Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin "
    "le/il/DET/7/det indagini/indagine/NOUN/5/obj"
)
READY = (
    "Il/il/DET/2/det governo/governo/NOUN/4/nsubj è/essere/AUX/4/cop pronto/pronto/ADJ/0/root a/a/ADP/6/mark "
    f"trattare/trattare/VERB/4/acl/{INF}"
)
HELD_NOUN = (
    "Nairobi/Nairobi/PROPN/3/nsubj ha/avere/AUX/3/aux lanciato/lanciare/VERB/0/root/Tense=Past|VerbForm=Part "
    "un/uno/DET/5/det appello/appello/NOUN/3/obj a/a/ADP/8/case le/il/DET/8/det parti/parte/NOUN/5/nmod"
)
MUST_DEMAND = (
    "Quito/Quito/PROPN/3/nsubj deve/dovere/AUX/3/aux accettare/accettare/VERB/0/root/VerbForm=Inf "
    "il/il/DET/5/det piano/piano/NOUN/3/obj"
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (DEMAND, ["demand: Belgrado: il ritiro di le truppe"]),
        (TWO_CLAUSES, ["demand: Oslo > Quito: Quito ceda", "demand: Oslo > Lima: Lima ritiri le navi"]),
        (WRITTEN, ["demand: Oslo: Quito tratterà", "demand: Oslo: Lima firmerà"]),
        (NOT_ACCEPTED, ["refusal: Asmara: il piano"]),
        (NEVER, ["refusal: Ottawa: non cedere"]),
        (WILL_NOT_STOP, ["refusal: Berna: non fermerà le indagini"]),
        (READY, ["offer: Il governo: trattare"]),
        (HELD_NOUN, ["request: Nairobi > le parti: Nairobi ha lanciato un appello a le parti"]),
    ],
)
def test_italian_positions(row: str, expected: list[str]) -> None:
    assert lines(row) == expected


def test_a_threat_has_its_condition_and_consequence() -> None:
    (mention,) = positions(THREAT)
    assert (mention.type, mention.by[0].span.text) == ("threat", "Ankara")
    assert mention.condition is not None
    assert (mention.condition.span.text, mention.condition.sense) == ("in caso di attacco", "if")
    assert mention.consequence is not None
    assert mention.consequence.text == "sanzioni a Baku"


@pytest.mark.parametrize("row", [EVENT_AS_SUBJECT, NOUN_ONLY])
def test_what_is_no_position(row: str) -> None:
    assert positions(row) == []


def test_what_must_be_accepted_is_not_accepted() -> None:
    assert [m.type for m in positions(MUST_DEMAND)] == ["demand"]


def test_two_contents_are_two_triggers() -> None:
    first, second = positions(TWO_CLAUSES)
    assert first.trigger != second.trigger


EN_URGED = (
    f"Lima/Lima/PROPN/2/nsubj urged/urge/VERB/0/root/{PAST3} Quito/Quito/PROPN/2/obj to/to/PART/5/mark "
    f"release/release/VERB/2/xcomp/{INF} the/the/DET/7/det envoys/envoy/NOUN/5/obj"
)
EN_PLEDGED_NEVER = (
    f"Accra/Accra/PROPN/2/nsubj pledged/pledge/VERB/0/root/{PAST3} never/never/ADV/5/advmod to/to/PART/5/mark "
    f"return/return/VERB/2/xcomp/{INF}"
)
EN_PLEDGED_HARM = (
    f"Accra/Accra/PROPN/2/nsubj pledged/pledge/VERB/0/root/{PAST3} to/to/PART/4/mark "
    f"impose/impose/VERB/2/xcomp/{INF} sanctions/sanction/NOUN/4/obj"
)
EN_CONDEMNATION = (
    f"Havana/Havana/PROPN/2/nsubj issued/issue/VERB/0/root/{PAST3} a/a/DET/4/det "
    "condemnation/condemnation/NOUN/2/obj of/of/ADP/7/case the/the/DET/7/det attack/attack/NOUN/4/nmod"
)
EN_ASKED_WHETHER = (
    f"Lima/Lima/PROPN/2/nsubj asked/ask/VERB/0/root/{PAST3} whether/whether/SCONJ/5/mark Quito/Quito/PROPN/5/nsubj "
    f"agrees/agree/VERB/2/ccomp/{PRES3}"
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (EN_URGED, ["demand: Lima > Quito: release the envoys"]),
        (EN_PLEDGED_NEVER, ["refusal: Accra: never to return"]),
        (EN_PLEDGED_HARM, ["threat: Accra: impose sanctions"]),
        (EN_CONDEMNATION, ["condemnation: Havana > the attack: the attack"]),
        (EN_ASKED_WHETHER, []),
    ],
)
def test_english_positions(row: str, expected: list[str]) -> None:
    assert lines(row, language="en") == expected
