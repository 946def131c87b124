"""What ``cronistoria parse`` does with its arguments; imported only when it runs."""

import sys
from pathlib import Path

import msgspec

from cronistoria.cli.jobs import STDIN
from cronistoria.export.trees import draw_tree
from cronistoria.ingest.document import Given, ingest_bytes
from cronistoria.ingest.files import read_file, read_stream
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence
from cronistoria.parse.conllu_out import write_conllu
from cronistoria.reader import Reader
from cronistoria.settings import Settings


def parse_report(name: str, format_name: str, language: str | None, reader: Reader | None = None) -> str:
    """The trees of a report in CoNLL-U, as drawings, or as JSON. Raises `InputError`."""
    data, label = read_input(name)
    document = ingest_bytes(data, label, Given(language=language)).document
    return write_trees(document, (reader or Reader()).parse(document), format_name)


def read_input(name: str) -> tuple[bytes, str]:
    """The bytes of a file or of standard input, and what errors call it. Raises `InputError`."""
    limit = Settings().size_limit
    if name == STDIN:
        return read_stream(sys.stdin.buffer, "standard input", limit), "standard input"
    return read_file(Path(name), limit), name


def write_trees(document: Document, sentences: tuple[Sentence, ...], format_name: str) -> str:
    """Sentences in one of the formats."""
    match format_name:
        case "conllu":
            return write_conllu(document, sentences)
        case "json":
            return msgspec.json.format(msgspec.json.encode(sentences), indent=2).decode() + "\n"
        case _:
            return "\n\n".join("\n".join(draw_tree(sentence)) for sentence in sentences) + "\n"
