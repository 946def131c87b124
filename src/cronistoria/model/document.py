"""One report as it came in."""

import msgspec

from cronistoria.model.dates import Date
from cronistoria.model.identity import text_id
from cronistoria.model.span import Span


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a report, kept to the letter, and what is known about it.

    ``id`` is the SHA-256 of ``text``; ``language`` an ISO 639-1 code; ``body_start`` the offset where the report
    itself begins after header lines and dateline (spans always count from the start of ``text``). ``dateline`` is the
    place, day and agency that open the report's first paragraph; it may stand after a headline, and names nobody.
    """

    id: str
    text: str
    language: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: Date | None = None
    retrieved: str | None = None
    body_start: int = 0
    dateline: Span | None = None

    def span(self, start: int, end: int) -> Span:
        """The words between two offsets.

        Raises `ValueError` if the offsets do not hold at least one character of the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span [{start}, {end}) outside a text of {len(self.text)} characters")
        return Span(start, end, self.text[start:end])


def make_document(text: str, *, language: str, published: Date | None = None, body_start: int = 0) -> Document:
    """A document with its id; titles, addresses and publishers are set by ``msgspec.structs.replace``."""
    return Document(id=text_id(text), text=text, language=language, published=published, body_start=body_start)
