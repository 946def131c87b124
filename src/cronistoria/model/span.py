"""A stretch of a document's text, the ground that every record stands on."""

from collections.abc import Iterable

import msgspec


class Span(msgspec.Struct, frozen=True, gc=False, order=True):
    """Half-open Unicode code points ``[start, end)`` of a document, with the words there.

    Made by `Document.span`, so that ``text == document.text[start:end]`` holds by construction.
    """

    start: int
    end: int
    text: str

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


def first_overlapping(span: Span, candidates: Iterable[Span]) -> Span | None:
    """The first of the candidates that shares a character with the span."""
    return next((candidate for candidate in candidates if candidate.overlaps(span)), None)
