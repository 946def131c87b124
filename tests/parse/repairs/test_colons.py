"""What stands right behind the colon behind a verb of saying is what it says."""

import pytest

from cronistoria.parse.repairs.colons import with_told_behind_colons
from tests.rows import sentences_from_rows

WARNS = (
    "Oslo/Oslo/PROPN/2/nsubj avverte/avvertire/VERB/0/root :/:/PUNCT/7/punct senza/senza/ADP/5/case "
    "tregua/tregua/NOUN/7/obl si/si/PRON/7/expl chiude/chiudere/VERB/2/parataxis"
)


@pytest.mark.parametrize(
    ("row", "relation"),
    [
        (WARNS, "ccomp"),
        # no colon, no verb of saying
        (WARNS.replace(":/:", ";/;"), "parataxis"),
        (WARNS.replace("avverte/avvertire", "dorme/dormire"), "parataxis"),
        # what is said stands there already; whom it is said to does not count
        (f"{WARNS} rischi/rischio/NOUN/2/obj", "parataxis"),
        (f"{WARNS} Lima/Lima/PROPN/2/obj//B-LOC", "ccomp"),
        # something else stands behind the colon first
        (WARNS.replace("tregua/tregua/NOUN/7/obl", "tregua/tregua/NOUN/2/obl"), "parataxis"),
    ],
)
def test_clauses_behind_a_colon(row: str, relation: str) -> None:
    _, sentences = sentences_from_rows(row, language="it")
    assert with_told_behind_colons(sentences, "it")[0].tokens[6].deprel == relation


def test_a_clause_behind_a_colon_is_of_the_last_verb_of_saying() -> None:
    row = (
        "Roe/Roe/PROPN/2/nsubj said/say/VERB/0/root that/that/SCONJ/5/mark Doe/Doe/PROPN/5/nsubj "
        "warned/warn/VERB/2/ccomp Poe/Poe/PROPN/5/obj//B-PER :/:/PUNCT/2/punct talks/talk/NOUN/9/nsubj "
        "fail/fail/VERB/2/parataxis"
    )
    _, sentences = sentences_from_rows(row, language="en")
    clause = with_told_behind_colons(sentences, "en")[0].tokens[8]
    assert (clause.head, clause.deprel) == (4, "ccomp")
