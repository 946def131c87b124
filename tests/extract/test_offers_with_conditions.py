"""Being open to talks is an offer with its condition, and no talks yet, on trees written by hand."""

import pytest

from cronistoria.extract.contacts import find_contacts
from tests.extract.position_rows import PAST, PAST3, PRES3, line, positions
from tests.rows import sentences_from_rows

OPEN_EN = (
    f"Lima/Lima/PROPN/2/nsubj//B-LOC said/say/VERB/0/root/{PAST3} it/it/PRON/5/nsubj/Number=Sing|Person=3 "
    f"was/be/AUX/5/cop/{PAST3} open/open/ADJ/2/ccomp to/to/ADP/7/case talks/talk/NOUN/5/obl/Number=Plur "
    "with/with/ADP/9/case Quito/Quito/PROPN/7/nmod//B-LOC if/if/SCONJ/12/mark fighting/fighting/NOUN/12/nsubj "
    f"stops/stop/VERB/2/advcl/{PRES3}"
)
OUVERTE = (
    f"Lima/Lima/PROPN/4/nsubj//B-LOC s'/soi/PRON/4/expl:pv/Reflex=Yes est/être/AUX/4/aux:tense/{PRES3} "
    f"dite/dire/VERB/0/root/{PAST} ouverte/ouvrir/VERB/4/xcomp/{PAST} à/à/ADP/8/case une/un/DET/8/det "
    "rencontre/rencontre/NOUN/5/obl/Number=Sing avec/avec/ADP/10/case Quito/Quito/PROPN/8/nmod//B-LOC "
    f"si/si/SCONJ/13/mark elle/lui/PRON/13/nsubj cesse/cesser/VERB/4/advcl/{PRES3}"
)
OFFEN = (
    f"Lima/Lima/PROPN/2/nsubj//B-LOC zeigte/zeigen/VERB/0/root/{PAST3} sich/sich/PRON/2/obj/Reflex=Yes "
    "offen/offen/ADV/2/advmod für/für/ADP/6/case Gespräche/Gespräch/NOUN/2/obl/Number=Plur mit/mit/ADP/8/case "
    f"Quito/Quito/PROPN/6/nmod//B-LOC ,/,/PUNCT/12/punct sofern/sofern/SCONJ/12/mark Ruhe/Ruhe/NOUN/12/nsubj "
    f"herrscht/herrschen/VERB/2/advcl/{PRES3}"
)


@pytest.mark.parametrize(
    ("row", "language", "offer", "condition"),
    [
        (OPEN_EN, "en", "offer: it: talks with Quito", "if fighting stops"),
        (OUVERTE, "fr", "offer: Lima: une rencontre avec Quito", "si elle cesse"),
        (OFFEN, "de", "offer: Lima: Gespräche mit Quito", "sofern Ruhe herrscht"),
    ],
)
def test_who_is_open_to_talks_offers_them(row: str, language: str, offer: str, condition: str) -> None:
    [found] = positions(row, language=language)
    assert line(found) == offer
    assert found.condition is not None
    assert found.condition.span.text == condition
    document, sentences = sentences_from_rows(row, language=language)
    [contact] = find_contacts(document, sentences, language=language)
    assert contact.status == "proposed"
