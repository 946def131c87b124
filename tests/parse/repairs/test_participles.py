"""Participles hang on the noun that they agree with."""

import pytest

from cronistoria.parse.repairs.participles import with_agreeing_participles
from tests.rows import sentences_from_rows

ROW = (
    "la/il/DET/2/det riunione/riunione/NOUN/0/root/Gender=Fem|Number=Sing con/con/ADP/4/case "
    "ministro/ministro/NOUN/2/nmod/Gender=Masc|Number=Sing {form}/prevedere/VERB/4/acl/{feats}|VerbForm=Part"
)


@pytest.mark.parametrize(
    ("form", "feats", "found"),
    [
        ("prevista", "Gender=Fem|Number=Sing", "riunione"),
        ("previsto", "Gender=Masc|Number=Sing", "ministro"),
        ("previste", "Gender=Fem|Number=Plur", "ministro"),
    ],
)
def test_a_participle_hangs_where_it_agrees(form: str, feats: str, found: str) -> None:
    _, sentences = sentences_from_rows(ROW.format(form=form, feats=feats))
    (sentence,) = with_agreeing_participles(sentences)
    assert sentence.tokens[sentence.tokens[4].head].form == found
