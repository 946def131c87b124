"""Duties that verbs and adjectives tell with an infinitive, and what somebody wants another to do, on trees by hand."""

import pytest

from tests.extract.position_rows import INF, PAST3, PRES3, SUB3, lines
from tests.extract.position_rows import PAST as PART

SAID_RU = "заявил/заявить/VERB/{}/parataxis/" + PAST3 + " Лавров/Лавров/PROPN/{}/nsubj"
RU = "ru"
OBLIGED = (
    f"Лима/Лима/PROPN/2/nsubj должна/должный/ADJ/0/root вывести/вывести/VERB/2/xcomp/{INF} "
    f"войска/войско/NOUN/3/obj {SAID_RU.format(2, 5)}"
)
NOT_OBLIGED = (
    f"Лима/Лима/PROPN/3/nsubj не/не/PART/3/advmod должна/должный/ADJ/0/root вмешиваться/вмешиваться/VERB/3/xcomp/{INF} "
    f"{SAID_RU.format(3, 5)}"
)
EXPECTED = (
    f"Саммит/саммит/NOUN/2/nsubj должен/должный/ADJ/0/root состояться/состояться/VERB/2/xcomp/{INF} "
    f"{SAID_RU.format(2, 4)}"
)
FOR_WHOM = (
    f"Лиме/Лима/PROPN/2/iobj/Case=Dat нужно/нужный/ADJ/0/root вывести/вывести/VERB/2/csubj/{INF} "
    f"войска/войско/NOUN/3/obj {SAID_RU.format(2, 5)}"
)
WANTED = (
    f"Осло/Осло/PROPN/2/nsubj хочет/хотеть/VERB/0/root/{PRES3} чтобы/чтобы/SCONJ/5/mark Лима/Лима/PROPN/5/nsubj "
    f"отступила/отступить/VERB/2/ccomp/{PAST3}"
)
WANTED_NOT = (
    f"Oslo/Oslo/PROPN/3/nsubj non/non/ADV/3/advmod vuole/volere/VERB/0/root/{PRES3} che/che/SCONJ/6/mark "
    f"Lima/Lima/PROPN/6/nsubj ceda/cedere/VERB/3/ccomp/{PRES3}"
)
WANTS_ITSELF = f"Oslo/Oslo/PROPN/2/nsubj vuole/volere/VERB/0/root/{PRES3} cedere/cedere/VERB/2/xcomp/{INF}"
INSISTED_BARE = (
    f"Oslo/Oslo/PROPN/2/nsubj insisted/insist/VERB/0/root/{PAST3} that/that/SCONJ/5/mark "
    f"Lima/Lima/PROPN/5/nsubj/Number=Sing withdraw/withdraw/VERB/2/ccomp/{PRES3}"
)
INSISTED_FACT = INSISTED_BARE.replace("withdraw/withdraw", "withdraws/withdraw")
INSISTED_WHY = (
    f"Oslo/Oslo/PROPN/2/nsubj insiste/insistere/VERB/0/root/{PRES3} perché/perché/SCONJ/5/mark "
    f"Lima/Lima/PROPN/5/nsubj cedesse/cedere/VERB/2/ccomp/{SUB3}"
)

PASSIVE = (
    "Лима/Лима/PROPN/2/nsubj:pass должна/должный/ADJ/0/root быть/быть/AUX/4/aux:pass/VerbForm=Inf "
    f"исключена/исключить/VERB/2/xcomp/Tense=Past|VerbForm=Part|Voice=Pass {SAID_RU.format(2, 5)}"
)
RULED_OUT = (
    f"Oslo/Oslo/PROPN/2/nsubj schließt/ausschließen/VERB/0/root/{PRES3} Gespräche/Gespräch/NOUN/2/obj "
    "aus/aus/ADP/2/compound:prt"
)
NO_INTENTION = (
    f"Lima/Lima/PROPN/2/nsubj has/have/VERB/7/ccomp/{PRES3} no/no/DET/4/det/PronType=Neg "
    "intention/intention/NOUN/2/obj of/of/SCONJ/6/mark leaving/leave/VERB/4/acl/VerbForm=Ger "
    f"said/say/VERB/0/root/{PAST3} Roe/Roe/PROPN/7/nsubj"
)
WANTED_ASIDE = WANTED.replace("2/ccomp", "2/advcl")
NOBODY_INTENDS = (
    f"У/у/ADP/2/case Лимы/Лима/PROPN/3/obl нет/нет/VERB/0/root намерения/намерение/NOUN/3/nsubj "
    f"уходить/уходить/VERB/4/acl/{INF} {SAID_RU.format(3, 6)}"
)
DENIED_IN = (
    f"Лима/Лима/PROPN/2/nsubj/Number=Sing ждет/ждать/VERB/0/root/{PRES3} в/в/ADP/4/case Осло/Осло/PROPN/6/obl//B-LOC "
    "это/это/PRON/6/obj отрицают/отрицать/VERB/2/conj/Mood=Ind|Number=Plur|Tense=Pres|VerbForm=Fin"
)
INTENDS_BEHIND = (
    f"Lima/Lima/PROPN/2/nsubj bekräftigte/bekräftigen/VERB/0/root/{PAST3} die/der/DET/4/det "
    f"Absicht/Absicht/NOUN/2/obj zu/zu/PART/6/mark gehen/gehen/VERB/2/xcomp/{INF}"
)

HAS = f"ha/avere/AUX/3/aux/{PRES3}"
NOT_INTENDED = (
    f"Lima/Lima/PROPN/3/nsubj non/non/ADV/3/advmod intende/intendere/VERB/0/root/{PRES3} "
    f"cedere/cedere/VERB/3/xcomp/{INF} i/il/DET/6/det territori/territorio/NOUN/4/obj"
)
ARMS_PROMISED = (
    f"Oslo/Oslo/PROPN/3/nsubj {HAS} promesso/promettere/VERB/0/root/{PART} a/a/ADP/5/case Lima/Lima/PROPN/3/obl "
    "altri/altro/DET/7/det carri/carro/NOUN/3/obj/Number=Plur armati/armare/ADJ/7/amod"
)
AS_A_CONDITION = (
    f"Lima/Lima/PROPN/2/nsubj pone/porre/VERB/0/root/{PRES3} come/come/ADP/4/case condizione/condizione/NOUN/2/obl "
    "il/il/DET/6/det ritiro/ritiro/NOUN/2/obj"
)
TURNED_TO = (
    f"Lima/Lima/PROPN/4/nsubj si/si/PRON/4/expl è/essere/AUX/4/aux/{PRES3} rivolta/rivolgere/VERB/0/root/{PART} "
    f"a/a/ADP/6/case Oslo/Oslo/PROPN/4/obl per/per/ADP/8/mark chiedere/chiedere/VERB/4/advcl/{INF} "
    "aiuto/aiuto/NOUN/8/obj"
)
AVAILABLE = (
    f"Lima/Lima/PROPN/4/nsubj si/si/PRON/4/expl è/essere/AUX/4/aux/{PRES3} detta/dire/VERB/0/root/{PART} "
    "disponibile/disponibile/ADJ/4/xcomp a/a/ADP/8/case una/uno/DET/8/det tregua/tregua/NOUN/4/obl"
)
UNKNOWN_IF = (
    f"Oslo/Oslo/PROPN/3/nsubj non/non/ADV/3/advmod sa/sapere/VERB/0/root/{PRES3} se/se/SCONJ/6/mark "
    f"Lima/Lima/PROPN/6/nsubj accetta/accettare/VERB/3/ccomp/{PRES3} la/il/DET/8/det tregua/tregua/NOUN/6/obj"
)

CASES = [
    ("it", NOT_INTENDED, ["refusal: Lima: cedere i territori"]),
    ("it", ARMS_PROMISED, ["promise: Oslo > Lima: altri carri armati"]),
    ("it", AS_A_CONDITION, ["precondition: Lima: il ritiro"]),
    ("it", TURNED_TO, ["request: Lima > Oslo: aiuto"]),
    ("it", AVAILABLE, ["offer: Lima: a una tregua"]),
    ("it", UNKNOWN_IF, []),
    ("de", RULED_OUT, ["refusal: Oslo: Gespräche"]),
    ("en", NO_INTENTION, ["refusal: Lima: Lima has no intention of leaving"]),
    (RU, NOBODY_INTENDS, ["refusal: Лимы: У Лимы нет намерения уходить"]),
    ("de", INTENDS_BEHIND, ["promise: Lima: gehen"]),
    (RU, DENIED_IN, ["denial: отрицают: в Осло это отрицают"]),
    (RU, PASSIVE, ["demand: ~: Лима должна быть исключена"]),
    (RU, WANTED_ASIDE, ["demand: Осло > Лима: Лима отступила"]),
    (RU, OBLIGED, ["demand: ~ > Лима: вывести войска"]),
    (RU, NOT_OBLIGED, ["demand: ~ > Лима: Лима не должна вмешиваться"]),
    (RU, EXPECTED, []),
    (RU, FOR_WHOM, ["demand: ~ > Лиме: вывести войска"]),
    (RU, WANTED, ["demand: Осло > Лима: Лима отступила"]),
    ("it", WANTED_NOT, ["objection: Oslo > Lima: Lima ceda"]),
    ("it", WANTS_ITSELF, []),
    ("en", INSISTED_BARE, ["demand: Oslo > Lima: Lima withdraw"]),
    ("en", INSISTED_FACT, []),
    ("it", INSISTED_WHY, ["demand: Oslo > Lima: Lima cedesse"]),
]


@pytest.mark.parametrize(("language", "rows", "expected"), CASES)
def test_duties_and_wishes(language: str, rows: str, expected: list[str]) -> None:
    assert lines(rows, language=language) == expected


def test_what_others_told_us_we_would_do_is_no_promise() -> None:
    told = f"{{}} We/we/PRON/{{}}/nsubj/Person=1|Number=Plur will/will/AUX/{{}}/aux leave/leave/VERB/{{}}/ccomp/{INF} "
    said = f"{{}}/{{}}/PRON/{{}}/nsubj/Number=Plur|Person={{}} said/say/VERB/0/root/{PAST3}"
    that = told.format("that/that/SCONJ/4/mark", 4, 4, 6)
    assert lines(that + said.format("they", "they", 6, 3), language="en") == []
    assert lines(that + said.format("we", "we", 6, 1), language="en") == ["promise: ~: We will leave"]
    assert lines(told.format("", 3, 3, 5) + said.format("they", "they", 5, 3), language="en") != []
