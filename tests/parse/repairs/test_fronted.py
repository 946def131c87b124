"""What is told before the verb of saying: trees of one sentence, before and after."""

import pytest

from cronistoria.parse.repairs.fronted import with_fronted_clauses
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|VerbForm=Fin"
PLANNED = (
    f"Treffen/Treffen/NOUN/6/obj sei/sein/AUX/4/aux:pass/{FIN} nicht/nicht/PART/4/advmod "
    f"geplant/planen/VERB/6/ccomp/VerbForm=Part ,/,/PUNCT/4/punct teilte/mitteilen/VERB/0/root/{FIN} "
    "Oslo/Oslo/PROPN/6/nsubj mit/mit/ADP/6/compound:prt"
)
POSSIBLE = (
    "Встреча/встреча/NOUN/6/nsubj с/с/ADP/3/case Олсеном/Олсен/PROPN/6/obl возможна/возможный/ADJ/6/ccomp "
    f",/,/PUNCT/4/punct заявил/заявить/VERB/0/root/{FIN} Лунд/Лунд/PROPN/6/nsubj"
)
HAS = (
    f"Oslo/Oslo/PROPN/8/nsubj habe/haben/AUX/8/aux/{FIN} keine/kein/DET/4/det Absicht/Absicht/NOUN/8/obj "
    f",/,/PUNCT/6/punct abzuziehen/abziehen/VERB/4/acl ,/,/PUNCT/4/punct sagte/sagen/VERB/0/root/{FIN} "
    "Lund/Lund/PROPN/8/nsubj"
)
CLOSES = (
    f"Oslo/Oslo/PROPN/2/nsubj schließt/schließen/VERB/5/advcl/{FIN} Häfen/Hafen/NOUN/2/obj ,/,/PUNCT/2/punct "
    f"sagte/sagen/VERB/0/root/{FIN} Lund/Lund/PROPN/5/nsubj"
)
AHEAD = PLANNED.replace("Oslo/Oslo/PROPN/6/nsubj", "Oslo/Oslo/PROPN/6/obl")


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (PLANNED, {"Treffen": "nsubj:pass geplant"}),
        (POSSIBLE, {"Встреча": "nsubj возможна", "Олсеном": "obl возможна", "Лунд": "nsubj заявил"}),
        (HAS, {"habe": "ccomp sagte", "Oslo": "nsubj habe", "Absicht": "obj habe", "Lund": "nsubj sagte"}),
        (CLOSES, {"schließt": "ccomp sagte"}),
        (f"{CLOSES} wenn/wenn/SCONJ/2/mark", {"schließt": "advcl sagte"}),
        (AHEAD, {"Treffen": "obj teilte"}),
    ],
)
def test_what_is_told_has_its_own_words(row: str, wanted: dict[str, str]) -> None:
    _, sentences = sentences_from_rows(row, language="de")
    (sentence,) = with_fronted_clauses(sentences)
    found = {t.form: f"{t.deprel} {sentence.tokens[t.head].form}" for t in sentence.tokens if t.form in wanted}
    assert found == wanted
