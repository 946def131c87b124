"""Articles say whether they are definite."""

import pytest

from cronistoria.parse.repairs.articles import with_definite_articles
from tests.rows import sentences_from_rows


@pytest.mark.parametrize(
    ("language", "row", "definite"),
    [
        ("it", "Il/il/DET/2/det/PronType=Art capo/capo/NOUN/0/root", "Def"),
        ("it", "Una/uno/DET/2/det/PronType=Art nota/nota/NOUN/0/root", "Ind"),
        ("it", "uno/uno/DET/2/det/PronType=Ind capo/capo/NOUN/0/root", None),
        ("it", "uno/uno/PRON/2/nsubj parla/parlare/VERB/0/root", None),
        ("en", "The/the/DET/2/det/PronType=Art chief/chief/NOUN/0/root", None),
    ],
)
def test_what_a_treebank_leaves_out(language: str, row: str, definite: str | None) -> None:
    (sentence,) = with_definite_articles(sentences_from_rows(row, language=language)[1], language)
    assert sentence.tokens[0].feats.get("Definite") == definite


@pytest.mark.parametrize(("relation", "upos"), [("nsubj", "PRON"), ("obj", "PRON"), ("det", "DET")])
def test_what_stands_alone_is_a_demonstrative(relation: str, upos: str) -> None:
    row = f"Das/der/DET/2/{relation}/Definite=Def|PronType=Art kommt/kommen/VERB/0/root"
    (sentence,) = with_definite_articles(sentences_from_rows(row, language="de")[1], "de")
    assert sentence.tokens[0].upos == upos
