"""Relative clauses stand below the noun before them, and have one subject."""

import pytest

from cronistoria.parse.repairs.relative_objects import with_relative_objects
from tests.rows import sentences_from_rows

START = "Oslo/Oslo/PROPN/2/nsubj left/leave/VERB/0/root Lima/Lima/PROPN/2/obj ,/,/PUNCT/7/punct "
Found = tuple[str, str, str]
CASES: list[tuple[str, str, Found]] = [
    (
        "en",
        START + "which/which/PRON/7/nsubj/PronType=Rel it/it/PRON/7/nsubj/PronType=Prs accuses/accuse/VERB/3/acl:relcl",
        ("obj", "acl:relcl", "Lima"),
    ),
    (
        "fr",
        START + "qu'/que/PRON/7/mark il/lui/PRON/7/nsubj/PronType=Prs accuse/accuser/VERB/2/advcl",
        ("obj", "acl:relcl", "Lima"),
    ),
    # no relative pronoun, no comma before it
    (
        "fr",
        START + "que/que/SCONJ/7/mark il/lui/PRON/7/nsubj/PronType=Prs accuse/accuser/VERB/2/ccomp",
        ("mark", "ccomp", "left"),
    ),
    (
        "en",
        START.replace(",/,/PUNCT/7/punct", "and/and/CCONJ/7/cc")
        + "who/who/PRON/7/obj/PronType=Rel it/it/PRON/7/nsubj/PronType=Prs accuses/accuse/VERB/2/conj",
        ("obj", "conj", "left"),
    ),
]


@pytest.mark.parametrize(("language", "row", "found"), CASES)
def test_relative_clauses(language: str, row: str, found: Found) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    (sentence,) = with_relative_objects(sentences, language)
    pronoun, verb = sentence.tokens[4], sentence.tokens[6]
    above = sentence.parent(verb)
    assert above is not None
    assert (pronoun.deprel, verb.deprel, above.form) == found
