"""Trees for unit tests in one line: ``form/lemma/UPOS/head/relation[/features[/entity]]``, words parted by spaces."""

from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence
from cronistoria.parse.conllu import read_conllu


def sentences_from_rows(*rows: str, language: str = "it") -> tuple[Document, tuple[Sentence, ...]]:
    """A document and its trees, one sentence for each row."""
    return read_conllu("\n\n".join(_block(row) for row in rows), language=language)


def _block(row: str) -> str:
    lines = []
    for number, word in enumerate(row.split(), start=1):
        form, lemma, upos, head, relation, *rest = word.split("/")
        feats = rest[0] if rest and rest[0] else "_"
        misc = f"NER={rest[1]}" if len(rest) > 1 else "_"
        lines.append("\t".join([str(number), form, lemma, upos, "_", feats, head, relation, "_", misc]))
    return "\n".join(lines)
