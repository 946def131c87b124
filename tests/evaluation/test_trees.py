"""Trees kept between evaluations."""

from collections.abc import Sequence
from pathlib import Path

from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence
from evaluation.trees import KeptTrees
from tests.rows import sentences_from_rows

DOCUMENT, SENTENCES = sentences_from_rows("Vienna/Vienna/PROPN/2/nsubj tace/tacere/VERB/0/root")


class Counting:
    """A parser that counts how often it is asked."""

    name = "counting"

    def __init__(self, digest: str) -> None:
        self.digest, self.asked = digest, 0

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        self.asked += 1
        return SENTENCES

    def parse_batch(self, documents: Sequence[Document]) -> list[tuple[Sentence, ...]]:
        return [self.parse(document) for document in documents]


def test_a_document_is_parsed_once_for_each_model(tmp_path: Path) -> None:
    for digest, asked in (("1", 1), ("1", 0), ("2", 1)):
        parser = Counting(digest)
        kept = KeptTrees(parser, tmp_path)
        assert kept.parse(DOCUMENT) == kept.parse_batch([DOCUMENT])[0] == SENTENCES
        assert (kept.name, kept.digest, parser.asked) == ("counting", digest, asked)
