"""Two people of one office stand below it, and so do its two owners."""

import pytest

from cronistoria.parse.repairs.paired_titles import with_paired_titles
from tests.rows import sentences_from_rows

PLUR = "Number=Plur"
TOLD_EACH = (
    f"presidenti/presidente/NOUN/11/nsubj/{PLUR} di/di/ADP/3/case Perù/Perù/PROPN/1/nmod//B-LOC ,/,/PUNCT/5/punct "
    "Roe/Roe/PROPN/1/conj//B-PER e/e/CCONJ/8/cc del/di/ADP/8/case Cile/Cile/PROPN/5/conj//B-LOC ,/,/PUNCT/10/punct "
    "Doe/Doe/PROPN/8/appos//B-PER parlano/parlare/VERB/0/root"
)
TOLD_TOGETHER = (
    f"ministros/ministro/NOUN/10/nsubj/{PLUR} de/de/ADP/3/case Perú/Perú/PROPN/1/nmod//B-LOC y/y/CCONJ/5/cc "
    "Chile/Chile/PROPN/3/conj//B-LOC ,/,/PUNCT/7/punct Roe/Roe/PROPN/5/appos//B-PER y/y/CCONJ/9/cc "
    "Doe/Doe/PROPN/3/conj//B-PER hablan/hablar/VERB/0/root"
)
CASES = [
    ("it", TOLD_EACH, {"Roe": ("presidenti", "appos"), "Doe": ("Roe", "conj"), "Cile": ("Perù", "conj")}),
    ("es", TOLD_TOGETHER, {"Roe": ("ministros", "appos"), "Doe": ("Roe", "conj"), "Chile": ("Perú", "conj")}),
]


@pytest.mark.parametrize(("language", "row", "expected"), CASES)
def test_names_stand_below_their_office(language: str, row: str, expected: dict[str, tuple[str, str]]) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    tokens = with_paired_titles(sentences, language)[0].tokens
    found = {t.form: (tokens[t.head].form, t.deprel) for t in tokens if t.form in expected}
    assert found == expected


def test_one_title_and_a_further_person_stay() -> None:
    row = (
        "presidente/presidente/NOUN/6/nsubj/Number=Sing ,/,/PUNCT/3/punct Roe/Roe/PROPN/1/appos//B-PER e/e/CCONJ/5/cc "
        "Doe/Doe/PROPN/1/conj//B-PER parlano/parlare/VERB/0/root"
    )
    _, sentences = sentences_from_rows(row)
    assert with_paired_titles(sentences, "it") == sentences
