"""A report as others refer to it, and a record as that report tells it: what merging and views read from a store."""

import msgspec

from cronistoria.model.actor import Actor
from cronistoria.model.dates import Date
from cronistoria.model.document import Document
from cronistoria.model.record import Record


class Source(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A report without its text. ``copy_of``: the report that this one repeats nearly to the letter (an agency's)."""

    document: str
    outlet: str | None = None
    published: Date | None = None
    language: str | None = None
    title: str | None = None
    url: str | None = None
    copy_of: str | None = None


class Copy(msgspec.Struct, frozen=True, gc=False):
    """What a report repeats: the other report, how alike the two are (0 to 1), and the records that both hold."""

    original: str
    similarity: float
    records: tuple[str, ...]


class Telling(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A record with the report that tells it.

    ``actors``: those that the record names, as they were at the report's date, without mentions. ``copies``: further
    reports that hold the same words; their own reading of those words is not kept.
    """

    record: Record
    source: Source
    actors: tuple[Actor, ...] = ()
    copies: tuple[Source, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The report and its copies."""
        return (self.source, *self.copies)


def make_source(document: Document, copy_of: str | None = None) -> Source:
    """The report of a document."""
    return Source(
        document=document.id,
        outlet=document.publisher,
        published=document.published,
        language=document.language,
        title=document.title,
        url=document.url,
        copy_of=copy_of,
    )
