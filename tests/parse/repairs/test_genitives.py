"""Names in a genitive that only their ending shows: trees before and after."""

import pytest

from cronistoria.parse.repairs.genitives import with_genitive_names
from tests.rows import sentences_from_rows

LETTER = "Ein/ein/DET/2/det Brief/Brief/NOUN/0/root Macrons/Macrons/PROPN/2/appos//B-PER"
ASKED = "Auf/auf/ADP/2/case Bitten/Bitte/NOUN/0/root Belgrads/Belgrads/PROPN/2/appos//B-LOC"
UNTAGGED = "Ein/ein/DET/2/det Treffen/Treffen/NOUN/0/root Macrons/Macrons/NOUN/2/nmod"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (LETTER, ("nmod", "Macron", "B-PER")),
        (ASKED, ("nmod", "Belgrads", "B-LOC")),
        (ASKED.replace("Bitten/Bitte", "Stadt/Stadt"), ("appos", "Belgrads", "B-LOC")),
        (UNTAGGED, ("nmod", "Macron", "B-PER")),
        (LETTER.replace("Brief/Brief", "Botschafter/Botschafter"), ("appos", "Macrons", "B-PER")),
        (LETTER.replace("Macrons/Macrons", "Keller/Keller"), ("appos", "Keller", "B-PER")),
        (UNTAGGED.replace("Macrons/Macrons", "Tags/Tags"), ("nmod", "Tags", "O")),
    ],
)
def test_the_owner_of_a_thing(row: str, expected: tuple[str, str, str]) -> None:
    _, sentences = sentences_from_rows(row, language="de")
    name = with_genitive_names(sentences, "de")[0].tokens[2]
    assert (name.deprel, name.lemma, name.entity) == expected
