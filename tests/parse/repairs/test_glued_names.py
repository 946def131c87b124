"""Two names with a hyphen between them beside a noun of contact."""

import msgspec
import pytest

from cronistoria.languages.words import load_words
from cronistoria.model.sentence import make_sentence
from cronistoria.parse.repairs.glued_names import with_glued_names
from cronistoria.parse.tokenise import tokenise
from tests.rows import sentences_from_rows

BEHIND = (
    "Telefonata/telefonare/VERB/0/root/VerbForm=Fin Rossi/Rossi/PROPN/1/nsubj//B-PER -/-/PUNCT/4/punct "
    "Bianchi/Bianchi/PROPN/1/nsubj//B-PER a/a/ADP/6/case Oslo/Oslo/PROPN/4/nmod//B-LOC"
)
BEFORE = (
    "The/the/DET/5/det Roe/Roe/PROPN/4/flat//B-PER -/-/PUNCT/4/punct Doe/Doe/PROPN/5/compound//I-PER "
    "meeting/meeting/NOUN/6/nsubj ended/end/VERB/0/root"
)


@pytest.mark.parametrize(
    ("language", "row", "wanted"),
    [
        ("it", BEHIND, {1: (0, "compound"), 3: (1, "conj"), 5: (0, "nmod"), 0: (-1, "root")}),
        ("en", BEFORE, {1: (4, "compound"), 3: (1, "conj"), 4: (5, "nsubj")}),
    ],
)
def test_both_are_in_touch(language: str, row: str, wanted: dict[int, tuple[int, str]]) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    tokens = list(sentences[0].tokens)
    hyphen = next(t.index for t in tokens if t.form == "-")
    end = tokens[hyphen - 1].end
    for index in (hyphen, hyphen + 1):
        length = len(tokens[index].form)
        tokens[index] = msgspec.structs.replace(tokens[index], start=end, end=end + length)
        end += length
    (found,) = with_glued_names((make_sentence(0, tuple(tokens)),), language)
    assert {i: (found.tokens[i].head, found.tokens[i].deprel) for i in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("il vertice Rossi-Bianchi", ["il", "vertice", "Rossi", "-", "Bianchi"]),
        ("la signora Rossi-Bianchi", ["la", "signora", "Rossi-Bianchi"]),
    ],
)
def test_names_are_parted_behind_such_a_noun(text: str, words: list[str]) -> None:
    assert [word.form for word in tokenise(text, load_words("it"))] == words
