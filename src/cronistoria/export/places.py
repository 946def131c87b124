"""Where words stand in a text, as editors count: line and column from 1."""

from bisect import bisect_right

import msgspec

from cronistoria.model.span import Span


class TextPlaces(msgspec.Struct, frozen=True):
    """Offsets of a text's line starts."""

    starts: tuple[int, ...]

    def place(self, span: Span) -> str:
        """Line and column of a span's first character: ``4:7``."""
        line = bisect_right(self.starts, span.start)
        return f"{line}:{span.start - self.starts[line - 1] + 1}"


def text_places(text: str) -> TextPlaces:
    """The places of a text; lines end with ``\\n``."""
    return TextPlaces((0, *(i + 1 for i, character in enumerate(text) if character == "\n")))
