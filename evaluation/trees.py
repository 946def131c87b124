"""Trees kept between evaluations: parsing is most of the time, and rules change more often than the model.

A parser in front of the shipped one. Trees lie in ``out/trees`` under a digest of everything that they depend on: the
model, the code of ``parse``, the languages' tables of words and of grammar, and the document.
"""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from importlib import resources
from pathlib import Path

import msgspec

from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence
from cronistoria.parse.base import Parser

_FOLDER = Path("out/trees")


class KeptTrees:
    """`Parser` that asks the one behind it only for documents it has not seen."""

    def __init__(self, parser: Parser, folder: Path = _FOLDER) -> None:
        self._parser, self._folder = parser, folder

    @property
    def name(self) -> str:
        """The name of the parser behind."""
        return self._parser.name

    @property
    def digest(self) -> str:
        """The digest of the parser behind."""
        return self._parser.digest

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        """The kept trees, or those of the parser behind, which are kept then."""
        path = self._folder / f"{self._key(document)}.msgpack"
        if path.is_file():
            return msgspec.msgpack.decode(path.read_bytes(), type=tuple[Sentence, ...])
        sentences = self._parser.parse(document)
        self._folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(msgspec.msgpack.encode(sentences))
        part.replace(path)
        return sentences

    def parse_batch(self, documents: Sequence[Document]) -> list[tuple[Sentence, ...]]:
        """The trees of each document."""
        return [self.parse(document) for document in documents]

    def _key(self, document: Document) -> str:
        parts = (self._makers, self.digest, document.id, document.language, str(document.body_start))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]

    @cached_property
    def _makers(self) -> str:
        package = Path(str(resources.files("cronistoria")))
        tables = [*package.glob("languages/*/words.toml"), *package.glob("languages/*/grammar.toml")]
        files = [*package.glob("parse/*.py"), *tables, package / "model/sentence.py"]
        digest = hashlib.sha256()
        for file in sorted(files):
            digest.update(file.read_bytes())
        return digest.hexdigest()
