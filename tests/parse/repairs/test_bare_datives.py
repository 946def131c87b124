"""Bare names are those addressed by verbs that take a dative."""

import pytest

from cronistoria.parse.repairs.bare_datives import with_bare_datives
from tests.rows import sentences_from_rows

PROMISED = (
    "Roe/Roe/PROPN/2/nsubj//B-PER versprach/versprechen/VERB/0/root/VerbForm=Fin "
    "Präsident/Präsident/NOUN/2/obj Doe/Doe/PROPN/3/appos//B-PER ,/,/PUNCT/7/punct zu/zu/PART/7/mark "
    "kommen/kommen/VERB/2/xcomp"
)
WITH_ARTICLE = PROMISED.replace("Präsident/Präsident/NOUN/2/obj", "Hilfe/Hilfe/NOUN/2/obj").replace(
    "Doe/Doe/PROPN/3/appos//B-PER", "jetzt/jetzt/ADV/2/advmod"
)
ALONE = PROMISED.replace("kommen/kommen/VERB/2/xcomp", "heute/heute/ADV/2/advmod")


@pytest.mark.parametrize(("row", "deprel"), [(PROMISED, "iobj"), (WITH_ARTICLE, "obj"), (ALONE, "obj")])
def test_a_bare_name_beside_what_is_told(row: str, deprel: str) -> None:
    (sentence,) = with_bare_datives(sentences_from_rows(row, language="de")[1], "de")
    assert sentence.tokens[2].deprel == deprel
