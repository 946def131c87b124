"""What a search for words finds: a passage of a report, with the words marked by their places."""

import msgspec


class Snippet(msgspec.Struct, frozen=True, kw_only=True):
    """Some words of a report's text from ``start`` on; ``marks`` are the found words, half-open, within ``text``."""

    start: int
    text: str
    marks: tuple[tuple[int, int], ...]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A report that holds the words or, if ``record`` is given, a record in whose evidence or quote they stand."""

    document: str
    record: str | None
    snippet: Snippet
