"""What ``cronistoria parse`` does with its arguments; imported only when it runs."""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from cronistoria.cli.jobs import STDIN
from cronistoria.errors import InputError
from cronistoria.export.trees import draw_tree
from cronistoria.ingest.decode import decode
from cronistoria.ingest.document import Given, ingest_bytes
from cronistoria.ingest.files import read_file, read_stream
from cronistoria.ingest.language import detect_language
from cronistoria.languages.tables import complete_languages
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence
from cronistoria.parse.conllu_out import write_conllu
from cronistoria.parse.parsers import load_parser
from cronistoria.parse.pretokenised import fill_conllu
from cronistoria.reader import Reader
from cronistoria.settings import Settings


def parse_report(name: str, format_name: str, language: str | None, settings: Settings) -> str:
    """The trees of a report in CoNLL-U, as drawings, or as JSON. Raises `InputError`."""
    data, label = read_input(name)
    document = ingest_bytes(data, label, Given(language=language)).document
    return write_trees(document, Reader(settings).parse(document), format_name)


def fill_words(name: str, language: str | None, parser: str) -> str:
    """A CoNLL-U file with all columns filled. Raises `InputError`."""
    data, label = read_input(name)
    text, _ = decode(data, label)
    spoken = language or detect_language(" ".join(_forms(text)), label, complete_languages())
    try:
        return fill_conllu(text, load_parser(parser), spoken)
    except InputError as error:
        raise InputError(f"{label}: {error}") from error


def _forms(text: str) -> Iterator[str]:
    rows = (line.split("\t") for line in text.splitlines() if line[:1].isdigit())
    return (row[1] for row in rows if len(row) > 1)


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
