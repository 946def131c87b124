"""A report's text as the scorer sees it: where words stand, and in which sentence."""

import re
from functools import cache
from itertools import pairwise

from cronistoria.model.span import Span

Place = tuple[int, int]
_SENTENCE_END = re.compile(r"(?<!\b\w)[.!?…]+[\"'»”’)\]]*\s+(?=[^\s\da-zà-ÿ])|\n\s*\n")


def words(text: str) -> list[str]:
    """Lower-case words."""
    return re.findall(r"\w+", text.casefold())


def overlap(left: Place, right: Place) -> bool:
    """Whether two stretches share a character."""
    return left[0] < right[1] and right[0] < left[1]


def place_of(span: Span) -> Place:
    """A span's offsets."""
    return span.start, span.end


def touches(places: list[Place], spans: tuple[Span, ...]) -> bool:
    """Whether any span shares a character with any place."""
    return any(overlap(place, place_of(span)) for place in places for span in spans)


class Text:
    """Finds words as whole words, all white space alike."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(raw)), len(raw)]
        self._sentences = [(start, end) for start, end in pairwise(cuts) if start < end]

    def find(self, phrase: str, occurrence: int | None = None) -> list[Place]:
        """All places of a phrase, or the one that ``occurrence`` counts from 1."""
        places = [match.span() for match in _pattern(phrase).finditer(self.raw)]
        return places if occurrence is None else places[occurrence - 1 : occurrence]

    def sentence(self, place: Place) -> Place:
        """The sentence or sentences that a place touches."""
        touched = [sentence for sentence in self._sentences if overlap(sentence, place)]
        return (touched[0][0], touched[-1][1]) if touched else place


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    body = r"\s+".join(re.escape(word) for word in phrase.split())
    before = r"(?<!\w)" if phrase[:1].isalnum() else ""
    after = r"(?!\w)" if phrase[-1:].isalnum() else ""
    return re.compile(before + body + after)
