"""Trees are parsed once and kept for the next evaluation."""

from collections.abc import Sequence
from pathlib import Path

from cronistoria.model.document import Document, make_document
from cronistoria.model.sentence import Sentence
from evaluation.trees import KeptTrees
from tests.rows import sentences_from_rows

ROW = "Oslo/Oslo/PROPN/2/nsubj//B-LOC attacca/attaccare/VERB/0/root/VerbForm=Fin"


class Counting:
    """A parser that counts."""

    name, digest = "counting", "1"

    def __init__(self) -> None:
        self.calls = 0

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        self.calls += 1
        return sentences_from_rows(ROW)[1]

    def parse_batch(self, documents: Sequence[Document]) -> list[tuple[Sentence, ...]]:
        return [self.parse(document) for document in documents]


def test_the_second_time_the_trees_are_there(tmp_path: Path) -> None:
    parser = Counting()
    document = make_document("Oslo attacca", language="it")
    first = KeptTrees(parser, tmp_path).parse(document)
    again = KeptTrees(parser, tmp_path)
    assert again.parse_batch([document]) == [first]
    assert parser.calls == 1
    again.parse(make_document("Oslo attacca ", language="it"))
    parser.digest = "2"
    again.parse(document)
    assert parser.calls == 3
