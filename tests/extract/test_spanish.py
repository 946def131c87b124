"""What Spanish trees tell beyond what all languages share: calls one by one, demands, forces, what is said."""

import pytest

from cronistoria.extract.contacts import find_contacts
from cronistoria.extract.deployments import find_deployments
from cronistoria.extract.quotes import find_quotes
from tests.extract.position_rows import lines
from tests.rows import sentences_from_rows

FIN, INF, PART = "Mood=Ind|Number=Sing|Person=3|VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part"
FUT = "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"
CND = "Mood=Cnd|Number=Sing|Person=3|VerbForm=Fin"
ES = "es"

RANG_TWO = (
    f"Gil/Gil/PROPN/2/nsubj//B-PER habló/hablar/VERB/0/root/{FIN} por/por/ADP/4/case teléfono/teléfono/NOUN/2/obl "
    "con/con/ADP/6/case Ruiz/Ruiz/PROPN/2/obl//B-PER y/y/CCONJ/9/cc con/con/ADP/9/case Vega/Vega/PROPN/6/conj//B-PER"
)
RANG_BOTH = (
    f"Gil/Gil/PROPN/2/nsubj//B-PER habló/hablar/VERB/0/root/{FIN} por/por/ADP/4/case teléfono/teléfono/NOUN/2/obl "
    "con/con/ADP/6/case Ruiz/Ruiz/PROPN/2/obl//B-PER y/y/CCONJ/8/cc Vega/Vega/PROPN/6/conj//B-PER"
)
WILL_MEET_AGAIN = (
    f"Gil/Gil/PROPN/2/nsubj//B-PER volverá/volver/VERB/0/root/{FUT} a/a/ADP/4/mark "
    f"reunir/reunir/VERB/2/xcomp/{INF} se/él/PRON/4/expl:pv con/con/ADP/7/case Ruiz/Ruiz/PROPN/4/obl//B-PER"
)
ASKED_TO_YIELD = (
    f"Gil/Gil/PROPN/2/nsubj//B-PER invitó/invitar/VERB/0/root/{FIN} a/a/ADP/4/case Ruiz/Ruiz/PROPN/2/obj//B-PER "
    f"a/a/ADP/6/mark ceder/ceder/VERB/2/xcomp/{INF}"
)
REFUSED_TO_JOIN = (
    f"Gil/Gil/PROPN/3/nsubj//B-PER se/él/PRON/3/expl:pv niega/negar/VERB/0/root/{FIN} a/a/ADP/5/mark "
    f"participar/participar/VERB/3/xcomp/{INF} en/en/ADP/8/case la/el/DET/8/det reunión/reunión/NOUN/5/obl"
)
MADE_ARRIVE = (
    f"Gil/Gil/PROPN/2/nsubj//B-PER hizo/hacer/VERB/0/root/{FIN} llegar/llegar/VERB/2/xcomp/{INF} a/a/ADP/5/case "
    "Oslo/Oslo/PROPN/3/obl//B-LOC un/uno/DET/7/det mensaje/mensaje/NOUN/3/obj"
)

CONTACTS = [
    ("each with an adposition: two calls", RANG_TWO, [("call", "held"), ("call", "held")]),
    ("one adposition: one call", RANG_BOTH, [("call", "held")]),
    ("to do again is as far off as its verb", WILL_MEET_AGAIN, [("meeting", "scheduled")]),
    ("refused to take part", REFUSED_TO_JOIN, [("meeting", "refused")]),
    ("asked to a deed, not to a place", ASKED_TO_YIELD, []),
    ("a message that was made to arrive", MADE_ARRIVE, []),
]


@pytest.mark.parametrize(("row", "wanted"), [c[1:] for c in CONTACTS], ids=[c[0] for c in CONTACTS])
def test_contacts(row: str, wanted: list[tuple[str, str]]) -> None:
    document, sentences = sentences_from_rows(row, language=ES)
    assert [(m.channel, m.status) for m in find_contacts(document, sentences, language=ES)] == wanted


ACCUSES = (
    f"Quito/Quito/PROPN/2/nsubj//B-LOC acusa/acusar/VERB/0/root/{FIN} a/a/ADP/4/case Lima/Lima/PROPN/2/obj//B-LOC "
    f"de/de/ADP/7/mark haber/haber/AUX/7/aux/{INF} roto/romper/VERB/2/advcl/{PART} la/el/DET/9/det "
    "tregua/tregua/NOUN/7/obj"
)
THREATENS = (
    f"Quito/Quito/PROPN/2/nsubj//B-LOC amenaza/amenazar/VERB/0/root/{FIN} con/con/ADP/5/mark que/que/SCONJ/5/mark "
    f"cerrará/cerrar/VERB/2/advcl/{FUT} el/el/DET/7/det paso/paso/NOUN/5/obj"
)
ASSERTS = (
    f"Quito/Quito/PROPN/2/nsubj//B-LOC asegura/asegurar/VERB/0/root/{FIN} que/que/SCONJ/5/mark "
    f"ha/haber/AUX/5/aux/{FIN} cerrado/cerrar/VERB/2/ccomp/Tense=Past|{PART} el/el/DET/7/det paso/paso/NOUN/5/obj"
)
ASSURES = (
    f"Quito/Quito/PROPN/2/nsubj//B-LOC asegura/asegurar/VERB/0/root/{FIN} que/que/SCONJ/4/mark "
    f"abrirá/abrir/VERB/2/ccomp/{FUT} el/el/DET/6/det paso/paso/NOUN/4/obj"
)
FORETELLS = (
    f"Quito/Quito/PROPN/2/nsubj//B-LOC asegura/asegurar/VERB/0/root/{FIN} que/que/SCONJ/6/mark una/uno/DET/5/det "
    f"invasión/invasión/NOUN/6/nsubj incendiaría/incendiar/VERB/2/ccomp/{CND} la/el/DET/8/det región/región/NOUN/6/obj"
)
HANGS_ON = (
    f"Quito/Quito/PROPN/2/nsubj//B-LOC supedita/supeditar/VERB/0/root/{FIN} la/el/DET/4/det ayuda/ayuda/NOUN/2/obj "
    "al/a/ADP/6/case cese/cese/NOUN/4/nmod"
)
MEANWHILE = (
    "Por/por/ADP/3/case su/su/DET/3/det parte/parte/NOUN/5/obl Quito/Quito/PROPN/5/nsubj//B-LOC "
    f"condena/condenar/VERB/0/root/{FIN} el/el/DET/7/det ataque/ataque/NOUN/5/obj"
)

AWAITS = (
    f"Quito/Quito/PROPN/2/nsubj//B-LOC espera/esperar/VERB/0/root/{FIN} {{}}que/que/SCONJ/{{}}/mark "
    f"Lima/Lima/PROPN/{{}}/nsubj//B-LOC ceda/ceder/VERB/2/ccomp/{FIN.replace('Ind', 'Sub')}"
)

POSITIONS = [
    ("what somebody expects of another", AWAITS.format("", 5, 5), ["demand: Quito > Lima: Lima ceda"]),
    ("what somebody only waits for", AWAITS.format("a/a/ADP/6/mark ", 6, 6), []),
    ("a perfect infinitive", ACCUSES, ["accusation: Quito > Lima: haber roto la tregua"]),
    ("a clause under an adposition", THREATENS, ["threat: Quito: cerrará el paso"]),
    ("to assert what was done is no promise", ASSERTS, []),
    ("to assure what will be done is one", ASSURES, ["promise: Quito: abrirá el paso"]),
    ("harm that others do is foretold", FORETELLS, ["warning: Quito: una invasión incendiaría la región"]),
    ("a hinge that hangs on the object", HANGS_ON, ["precondition: Quito: cese"]),
    ("what stands before is no content", MEANWHILE, ["condemnation: Quito > el ataque: el ataque"]),
]


@pytest.mark.parametrize(("row", "wanted"), [c[1:] for c in POSITIONS], ids=[c[0] for c in POSITIONS])
def test_positions(row: str, wanted: list[str]) -> None:
    assert lines(row, language=ES) == wanted


ORDERED = (
    f"Quito/Quito/PROPN/2/nsubj//B-LOC ordenó/ordenar/VERB/0/root/{FIN} el/el/DET/4/det envío/envío/NOUN/2/obj "
    "de/de/ADP/7/case 300/300/NUM/7/nummod soldados/soldado/NOUN/4/nmod"
)
REINFORCED = (
    f"Quito/Quito/PROPN/2/nsubj//B-LOC refuerza/reforzar/VERB/0/root/{FIN} la/el/DET/4/det "
    "frontera/frontera/NOUN/2/obj con/con/ADP/7/case 300/300/NUM/7/nummod soldados/soldado/NOUN/2/obl"
)
DENIED = (
    f"Quito/Quito/PROPN/2/nsubj//B-LOC niega/negar/VERB/0/root/{FIN} que/que/SCONJ/5/mark haya/haber/AUX/5/aux/{FIN} "
    f"enviado/enviar/VERB/2/ccomp/{PART} soldados/soldado/NOUN/5/obj"
)
WANTED = (
    f"Quito/Quito/PROPN/2/nsubj//B-LOC pidió/pedir/VERB/0/root/{FIN} el/el/DET/4/det envío/envío/NOUN/2/obj "
    "de/de/ADP/7/case 300/300/NUM/7/nummod soldados/soldado/NOUN/4/nmod"
)

FORCES = [
    ("who orders a move owns the forces", ORDERED, [("moved", "Quito", 300)]),
    ("forces to reinforce with", REINFORCED, [("deployed", "Quito", 300)]),
    ("who asks for a move does not", WANTED, [("moved", None, 300)]),
]


@pytest.mark.parametrize(("row", "wanted"), [c[1:] for c in FORCES], ids=[c[0] for c in FORCES])
def test_forces(row: str, wanted: list[tuple[str, str | None, int]]) -> None:
    document, sentences = sentences_from_rows(row, language=ES)
    found = find_deployments(document, sentences, language=ES)
    assert [(m.posture, m.owner and m.owner.span.text, m.quantity and m.quantity.min) for m in found] == wanted


BEHIND_COLON = (
    f"Oslo/Oslo/PROPN/2/nsubj//B-LOC advierte/advertir/VERB/0/root/{FIN} :/:/PUNCT/7/punct si/si/SCONJ/5/mark "
    f"cae/caer/VERB/2/advcl/{FIN} Lima/Lima/PROPN/5/nsubj//B-LOC responderá/responder/VERB/2/ccomp/{FUT}"
)
TAIL = (
    f"La/el/DET/2/det tregua/tregua/NOUN/3/nsubj acaba/acabar/VERB/0/root/{FIN} ,/,/PUNCT/5/punct "
    f"dijo/decir/VERB/3/parataxis/{FIN} su/su/DET/7/det portavoz/portavoz/NOUN/5/nsubj ,/,/PUNCT/9/punct "
    "Ana/Ana/PROPN/5/obl//B-PER Gil/Gil/PROPN/9/flat//I-PER ,/,/PUNCT/13/punct en/en/ADP/13/case "
    "Lima/Lima/PROPN/5/obl//B-LOC"
)

SPEECH = [
    ("a sentence behind a colon, with its condition", BEHIND_COLON, [("Oslo", "si cae Lima responderá")]),
    ("name and place behind the speaker are not said", TAIL, [("su portavoz", "La tregua acaba")]),
]


@pytest.mark.parametrize(("row", "wanted"), [c[1:] for c in SPEECH], ids=[c[0] for c in SPEECH])
def test_indirect_speech(row: str, wanted: list[tuple[str, str]]) -> None:
    document, sentences = sentences_from_rows(row, language=ES)
    found = find_quotes(document, sentences, language=ES)
    assert [(q.speaker and q.speaker.span.text, q.content.text) for q in found] == wanted


def test_what_is_denied_did_not_happen() -> None:
    document, sentences = sentences_from_rows(DENIED, language=ES)
    assert [m.polarity for m in find_deployments(document, sentences, language=ES)] == ["negated"]
