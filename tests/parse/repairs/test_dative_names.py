"""Names in a dative behind those whose a thing is: "Письмо Макрона | Путину"."""

import pytest

from cronistoria.parse.repairs.dative_names import with_dative_names
from tests.rows import sentences_from_rows

LETTER = "Письмо/письмо/NOUN/0/root Макрона/Макрон/PROPN/1/nmod/Case=Gen|Gender=Masc/B-PER"
PUTIN = "Путину/Путин/PROPN/2/flat:name/Case=Dat|Gender=Masc/I-PER"
TITLED = "премьеру/премьер/NOUN/2/orphan/Case=Dat Роу/Роу/PROPN/3/appos/Case=Dat/B-PER"


@pytest.mark.parametrize(
    ("row", "language", "relation"),
    [
        (f"{LETTER} {PUTIN}", "ru", ("nmod", "0", "B-PER")),
        (f"{LETTER} {TITLED}", "ru", ("nmod", "0", "O")),
        # one name in one case, somebody unknown, under an adposition, no dictionary
        (f"{LETTER} {PUTIN.replace('Dat', 'Gen')}", "ru", ("flat:name", "1", "I-PER")),
        (f"{LETTER} {PUTIN.replace('Путин', 'Ббберг')}", "ru", ("flat:name", "1", "I-PER")),
        (f"{LETTER} {PUTIN} к/к/ADP/3/case", "ru", ("flat:name", "1", "I-PER")),
        (f"{LETTER} {PUTIN}", "de", ("flat:name", "1", "I-PER")),
    ],
)
def test_to_whom_a_thing_goes_hangs_on_it(row: str, language: str, relation: tuple[str, str, str]) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    (sentence,) = with_dative_names(sentences, language)
    name = sentence.tokens[2]
    assert (name.deprel, str(name.head), name.entity) == relation
