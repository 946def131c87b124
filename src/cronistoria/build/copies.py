"""Which reports repeat another nearly to the letter: agency texts, printed again with a new head or cut at the end.

MinHash over runs of words (Broder 1997) finds candidates without comparing all pairs; the texts themselves decide. What
a copy does not share with its original are its own passages: only they are read, so that a changed toll is not lost.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec
from rensa import RMinHash

from cronistoria.model.document import Document
from cronistoria.model.identity import text_id
from cronistoria.model.record import Record
from cronistoria.model.span import Span

COPIED = 0.75
_RUN = 5
_BANDS, _ROWS, _SEED = 32, 4, 1
_SHORTEST = 3
_WORD = re.compile(r"\w+")
_PASSAGE = re.compile(r"[^.!?…\n]+")


class Passages(msgspec.Struct, frozen=True):
    """A text as its sentences, cut at their marks: where each begins and ends, and its words alone."""

    places: tuple[tuple[int, int], ...]
    words: tuple[str, ...]

    def holding(self, span: Span) -> str | None:
        """The words of the passage in which a span begins."""
        for (start, end), words in zip(self.places, self.words, strict=True):
            if start <= span.start < end:
                return words
        return None


def fingerprint(document: Document) -> tuple[str, ...]:
    """The bands of a report's fingerprint; two reports that share one may be copies.

    A band is shared by 9 of 10 pairs whose runs of words are half the same, and by all that differ in a few sentences.
    """
    runs = sorted(set(_runs(document)))
    if not runs:
        return ()
    hashed = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    hashed.update(runs)
    digest = hashed.digest()
    rows = (digest[band * _ROWS : (band + 1) * _ROWS] for band in range(_BANDS))
    return tuple(f"{band}:{text_id(repr(row))[:16]}" for band, row in enumerate(rows))


def similarity(document: Document, original: Document) -> float:
    """The share of a report's runs of words that the other has too, in the half of the report that shares less.

    What a site prints below all its articles fills the second half, and makes no copy of an article with another lead.
    """
    runs, known = _runs(document), set(_runs(original))
    middle = (len(runs) + 1) // 2
    halves = [half for half in (runs[:middle], runs[middle:]) if half]
    return min((sum(run in known for run in half) / len(half) for half in halves), default=0.0)


def kept_share(earlier: Document, later: Document) -> float:
    """The share of a report's runs of words that its later version still has."""
    runs, known = _runs(earlier), set(_runs(later))
    return sum(run in known for run in runs) / len(runs) if runs else 0.0


def passages(document: Document) -> Passages:
    """The passages of a report's body."""
    found = [match for match in _PASSAGE.finditer(document.text, document.body_start) if _words(match[0])]
    return Passages(tuple(match.span() for match in found), tuple(" ".join(_words(match[0])) for match in found))


def has_own_words(document: Passages, original: Passages) -> bool:
    """Whether a copy says something that its original does not."""
    known = set(original.words)
    return any(words not in known and len(words.split()) >= _SHORTEST for words in document.words)


def own_records(records: Iterable[Record], document: Passages, original: Passages) -> tuple[Record, ...]:
    """The records of a copy that stand in passages of its own."""
    known = set(original.words)
    return tuple(record for record in records if document.holding(record.trigger) not in known)


def shared_records(records: Iterable[Record], original: Passages, document: Passages) -> Iterator[str]:
    """Ids of the original's records that stand in passages which the copy has too."""
    known = set(document.words)
    return (record.id for record in records if original.holding(record.trigger) in known)


def _runs(document: Document) -> list[str]:
    """All runs of words of the body in its order, or the whole of one that is shorter."""
    words = _words(document.text[document.body_start :])
    return [" ".join(words[start : start + _RUN]) for start in range(max(len(words) - _RUN + 1, min(len(words), 1)))]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
