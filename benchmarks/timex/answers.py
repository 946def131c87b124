"""What the gold and every system say of a text: its time expressions, as offsets with a TIMEX3 type and value."""

from typing import NamedTuple, Protocol


class Timex(NamedTuple):
    """A time expression: offsets into the text, TIMEX3 type and value, and the first day or moment, if it is told."""

    start: int
    end: int
    type: str
    value: str | None
    first: str | None = None


class Text(NamedTuple):
    """A text with the date it is read at (ISO 8601) and its gold."""

    name: str
    language: str
    date: str
    text: str
    gold: tuple[Timex, ...]


class Answer(NamedTuple):
    """What a system found in one text, and how long that took."""

    found: tuple[Timex, ...]
    seconds: float


class System(Protocol):
    """Whatever reads dates; `languages` are those it knows."""

    name: str
    languages: frozenset[str]

    def read(self, texts: list[Text]) -> list[Answer]:
        """An answer for each text; all are in one language."""
