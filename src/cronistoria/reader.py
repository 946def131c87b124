"""Reports read from end to end: text or bytes in, `Report` out, with everything loaded once.

The Python API and the command line both stand on `Reader`; what happens to a document in between is `pipeline`.
"""

import os
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from cronistoria.ingest.document import Given, Ingested, ingest_bytes, ingest_text
from cronistoria.ingest.files import read_file
from cronistoria.languages.tables import available_languages
from cronistoria.model.dates import TimeExpression
from cronistoria.model.document import Document
from cronistoria.model.problem import Problem
from cronistoria.model.report import Report
from cronistoria.model.sentence import Sentence
from cronistoria.settings import Settings

if TYPE_CHECKING:
    from cronistoria.pipeline import Analyser


_MOST_THREADS = 4
DATES = "dates"


class Reading(msgspec.Struct, frozen=True):
    """A report and the trees that it was read from."""

    report: Report
    sentences: tuple[Sentence, ...]


class Dated(msgspec.Struct, frozen=True):
    """The time expressions of a document; ``timexes`` have the two ends of a range in its place, as TimeML does."""

    document: Document
    expressions: tuple[TimeExpression, ...]
    timexes: tuple[TimeExpression, ...]
    problems: tuple[Problem, ...]


class Reader:
    """Reads reports with one set of settings; model and tables are loaded at the first report and kept."""

    def __init__(self, settings: Settings | None = None, analyser: "Analyser | None" = None) -> None:
        self.settings = settings or Settings()
        self._given_analyser = analyser

    @cached_property
    def analyser(self) -> "Analyser":
        """The analyser that was given, otherwise one around the parser of the settings."""
        if self._given_analyser is not None:
            return self._given_analyser
        from cronistoria.parse.parsers import load_parser
        from cronistoria.pipeline import Analyser
        from cronistoria.reference.extra import load_extra_actors

        extra = load_extra_actors(self.settings.actors) if self.settings.actors else ()
        return Analyser(load_parser(self.settings.parser, threads=self._threads()), extra_actors=extra)

    def read_text(self, text: str, given: Given | None = None, *, name: str = "text") -> Reading:
        """The report of a text; ``name`` is what errors call it. Raises `InputError`."""
        return self.read_ingested(ingest_text(text, name, given or Given()))

    def read_bytes(self, data: bytes, given: Given | None = None, *, name: str) -> Reading:
        """The report of a file's bytes. Raises `InputError`."""
        return self.read_ingested(ingest_bytes(data, name, given or Given()))

    def read_file(self, path: Path, given: Given | None = None) -> Reading:
        """The report of a file. Raises `InputError`."""
        return self.read_bytes(read_file(path, self.settings.size_limit), given, name=str(path))

    def dates_in_text(self, text: str, given: Given | None = None, *, name: str = "text") -> "Dated":
        """The time expressions of a text, in any language that has words for dates. Raises `InputError`."""
        return self._date(ingest_text(text, name, given or Given(), DATES))

    def dates_in_bytes(self, data: bytes, given: Given | None = None, *, name: str) -> "Dated":
        """The time expressions of a file's bytes. Raises `InputError`."""
        return self._date(ingest_bytes(data, name, given or Given(), DATES))

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        """The trees of a document alone."""
        return self.analyser.parse(document)

    def _threads(self) -> int:
        """One where several processes share the work, otherwise as many as there are processors, up to a few."""
        if self.settings.threads or self.settings.jobs > 1:
            return self.settings.threads or 1
        return min(os.cpu_count() or 1, _MOST_THREADS)

    def _date(self, ingested: Ingested) -> "Dated":
        """Languages without a grammar table are read without trees: there only the words tell past from future."""
        from cronistoria.parse.flat import flat_sentences
        from cronistoria.pipeline import find_times

        document = ingested.document
        parsed = document.language in available_languages("grammar", "words")
        times = find_times(document, self.parse(document) if parsed else flat_sentences(document))
        return Dated(document, times.expressions, times.timexes, (*ingested.problems, *times.problems))

    def read_ingested(self, ingested: Ingested) -> Reading:
        """The report of a document that came in."""
        sentences = self.analyser.parse(ingested.document)
        report = self.analyser.interpret(ingested.document, sentences)
        return Reading(msgspec.structs.replace(report, problems=(*ingested.problems, *report.problems)), sentences)


@cache
def shared_reader() -> Reader:
    """The reader with default settings that this process keeps."""
    return Reader()
