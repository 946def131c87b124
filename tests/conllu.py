"""Trees for unit tests, written by hand: columns may be parted by spaces instead of tabs."""

from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence
from cronistoria.parse.conllu import read_conllu


def sentences_from_conllu(text: str, *, language: str = "it") -> tuple[Document, tuple[Sentence, ...]]:
    """A document and its trees from CoNLL-U blocks."""
    return read_conllu("\n".join(line.strip() for line in text.splitlines()), language=language)
