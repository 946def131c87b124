"""Who is at which end: calls received, passives without a subject, those urged to talk, in turn, or on the fringe."""

import pytest

from cronistoria.extract.contacts import find_contacts
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PART = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
HAS = "ha/avere/AUX/3/aux/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
ROSSI = "Rossi/Rossi/PROPN/3/nsubj//B-PER"
CASES = [
    (
        f"{ROSSI} {HAS} ricevuto/ricevere/VERB/0/root/{PART} una/uno/DET/5/det telefonata/telefonata/NOUN/3/obj "
        "da/da/ADP/7/case Bianchi/Bianchi/PROPN/3/obl//B-PER",
        [("call", ["Bianchi", "Rossi"])],
    ),
    (
        f"{ROSSI} {HAS} ricevuto/ricevere/VERB/0/root/{PART} la/il/DET/5/det lettera/lettera/NOUN/3/obj "
        "di/di/ADP/7/case Bianchi/Bianchi/PROPN/5/nmod//B-PER",
        [("letter", ["Bianchi", "Rossi"])],
    ),
    # "dove è stato ricevuto da Bianchi": whoever arrived
    (
        f"{ROSSI} è/essere/AUX/3/aux/{FIN} arrivato/arrivare/VERB/0/root/{PART} e/e/CCONJ/7/cc "
        f"è/essere/AUX/7/aux/{FIN} stato/essere/AUX/7/aux:pass/{PART} ricevuto/ricevere/VERB/3/conj/{PART} "
        "da/da/ADP/9/case Bianchi/Bianchi/PROPN/7/obl:agent//B-PER",
        [("meeting", ["Bianchi", "Rossi"])],
    ),
    # those who are urged are to talk, not who urges them
    (
        f"{ROSSI} {HAS} invitato/invitare/VERB/0/root/{PART} Bianchi/Bianchi/PROPN/3/obj//B-ORG a/a/ADP/6/mark "
        "tornare/tornare/VERB/3/xcomp/VerbForm=Inf a/a/ADP/8/case il/il/DET/9/det tavolo/tavolo/NOUN/6/obl "
        "di/di/ADP/12/case i/il/DET/12/det negoziati/negoziato/NOUN/9/nmod/Number=Plur",
        [("talks", ["Bianchi"])],
    ),
    # two contacts, one after the other
    (
        f"{ROSSI} {HAS} avuto/avere/VERB/0/root/{PART} un/uno/DET/5/det colloquio/colloquio/NOUN/3/obj/Number=Sing "
        "con/con/ADP/7/case Bianchi/Bianchi/PROPN/5/nmod//B-PER e/e/CCONJ/11/cc poi/poi/ADV/11/advmod "
        "con/con/ADP/11/case Verdi/Verdi/PROPN/7/conj//B-PER",
        [("talks", ["Rossi", "Bianchi"]), ("talks", ["Rossi", "Verdi"])],
    ),
    # the summit is where they met, not what they had
    (
        f"{ROSSI} {HAS} incontrato/incontrare/VERB/0/root/{PART} Bianchi/Bianchi/PROPN/3/obj//B-PER a/a/ADP/6/case "
        "margine/margine/NOUN/3/obl di/di/ADP/9/case il/il/DET/9/det vertice/vertice/NOUN/6/nmod/Number=Sing",
        [("meeting", ["Rossi", "Bianchi"])],
    ),
    # of two owners, and of two who are named
    (
        "Incontro/incontro/NOUN/0/root tra/tra/ADP/4/case i/il/DET/4/det delegati/delegato/NOUN/1/nmod/Number=Plur "
        "di/di/ADP/6/case Roma/Roma/PROPN/4/nmod//B-LOC e/e/CCONJ/8/cc Parigi/Parigi/PROPN/6/conj//B-LOC",
        [("meeting", ["i delegati di Roma e Parigi"])],
    ),
    (
        "Incontro/incontro/NOUN/0/root tra/tra/ADP/4/case i/il/DET/4/det ministri/ministro/NOUN/1/nmod/Number=Plur "
        ",/,/PUNCT/6/punct Rossi/Rossi/PROPN/4/nmod//B-PER e/e/CCONJ/8/cc Bianchi/Bianchi/PROPN/6/conj//B-PER",
        [("meeting", ["Rossi", "Bianchi"])],
    ),
    # a title without a name is a person as well
    (
        f"{ROSSI} {HAS} sentito/sentire/VERB/0/root/{PART} il/il/DET/5/det collega/collega/NOUN/3/obj "
        "cileno/cileno/ADJ/5/amod",
        [("call", ["Rossi", "il collega cileno"])],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("row", "wanted"), CASES)
def test_who_is_at_which_end(row: str, wanted: list[tuple[str, list[str]]]) -> None:
    document, sentences = sentences_from_rows(row)
    found = find_contacts(document, sentences, language="it")
    held = [m for m in found if m.channel != "visit"]
    assert [(m.channel, [p.span.text.removeprefix("poi con ") for p in m.participants]) for m in held] == wanted


MORE = [
    # who promotes talks that a title of participles names, and who mediates in them
    (
        "I/il/DET/2/det colloqui/colloquio/NOUN/6/nsubj/Number=Plur promossi/promuovere/VERB/2/acl/VerbForm=Part "
        "da/da/ADP/5/case Roma/Roma/PROPN/3/obl//B-LOC cominciano/cominciare/VERB/0/root/VerbForm=Fin",
        [("talks", "held", ["Roma"])],
    ),
    # a summit where somebody is who calls off a meeting goes on
    (
        "Rossi/Rossi/PROPN/8/nsubj//B-PER ,/,/PUNCT/4/punct in/in/ADP/4/case Cambogia/Cambogia/PROPN/8/obl//B-LOC "
        "per/per/ADP/7/case il/il/DET/7/det vertice/vertice/NOUN/4/nmod/Number=Sing cancella/cancellare/VERB/0/root/"
        "Mood=Ind|VerbForm=Fin il/il/DET/10/det bilaterale/bilaterale/NOUN/8/obj/Number=Sing con/con/ADP/12/case "
        "Bianchi/Bianchi/PROPN/10/nmod//B-PER",
        [("summit", "held", []), ("meeting", "cancelled", ["Rossi", "Bianchi"])],
    ),
    # "incontrato a Berna": by whoever told him
    (
        f"{ROSSI} {HAS} avvertito/avvertire/VERB/0/root/{PART} Bianchi/Bianchi/PROPN/3/obj//B-PER ,/,/PUNCT/6/punct "
        f"incontrato/incontrare/VERB/4/acl/{PART} a/a/ADP/8/case Berna/Berna/PROPN/6/obl//B-LOC",
        [("meeting", "held", ["Rossi", "Bianchi"])],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("row", "wanted"), MORE)
def test_what_hangs_on_participles_and_places(row: str, wanted: list[tuple[str, str, list[str]]]) -> None:
    document, sentences = sentences_from_rows(row)
    found = [m for m in find_contacts(document, sentences, language="it") if m.rule.startswith("contact.")]
    told = [(m.channel, m.status, [p.span.text.partition(" ,")[0] for p in m.participants]) for m in found]
    assert told == wanted


def test_a_talk_of_a_length_may_be_the_one_told_of() -> None:
    row = (
        "Una/uno/DET/2/det/Definite=Ind conversazione/conversazione/NOUN/0/root/Number=Sing tesa/teso/ADJ/2/amod "
        ",/,/PUNCT/5/punct durata/durata/NOUN/2/appos cinquanta/cinquanta/NUM/7/nummod minuti/minuto/NOUN/5/nmod"
    )
    document, sentences = sentences_from_rows(row)
    (found,) = find_contacts(document, sentences, language="it")
    assert found.anaphoric and found.duration is not None and "cinquanta minuti" in found.duration.text


def test_who_calls_may_stand_with_the_call() -> None:
    row = (
        "Gil/Gil/PROPN/3/nsubj//B-PER a/avoir/AUX/3/aux/Mood=Ind|VerbForm=Fin reçu/recevoir/VERB/0/root/VerbForm=Part "
        "un/un/DET/5/det appel/appel/NOUN/3/obj de/de/ADP/7/case Ruiz/Ruiz/PROPN/5/nmod//B-PER"
    )
    document, sentences = sentences_from_rows(row, language="fr")
    (contact,) = find_contacts(document, sentences, language="fr")
    assert (contact.channel, {p.span.text for p in contact.participants}) == ("call", {"Gil", "Ruiz"})
