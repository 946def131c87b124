"""What one worker does: a report that came in is analysed, and its outcome told."""

from collections.abc import Callable
from functools import partial

import msgspec

from cronistoria.errors import CronistoriaError
from cronistoria.ingest.document import Ingested
from cronistoria.languages.tables import languages_digest
from cronistoria.model.report import ProducedBy, Report
from cronistoria.reader import Reader
from cronistoria.settings import Settings
from cronistoria.version import __version__
from cronistoria.workers import defect


class Analysed(msgspec.Struct, frozen=True):
    """A report, or the ``error`` that says why there is none."""

    report: Report | None
    error: str | None = None


def make_worker(settings: Settings) -> Callable[[Ingested], Analysed]:
    """A worker with a reader of its own."""
    return partial(analyse, Reader(settings))


def analyse(reader: Reader, ingested: Ingested) -> Analysed:
    """The report of what came in; a defect met in one report does not end the reading of the others.

    Raises `ModelError` and `DataError`, which would come back with every report.
    """
    try:
        return Analysed(reader.read_ingested(ingested).report)
    except CronistoriaError:
        raise
    except Exception as error:
        return Analysed(None, f"internal error, please report it: {defect(error)}")


def empty_report(ingested: Ingested) -> Report:
    """The report of a text of which nothing had to be read."""
    produced_by = ProducedBy(version=__version__, models={}, languages=languages_digest())
    return Report(
        document=ingested.document, actors=(), dates=(), records=(), problems=ingested.problems,
        produced_by=produced_by,
    )  # fmt: skip
