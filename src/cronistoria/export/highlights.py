"""A stretch of text cut where marks begin and end, so that marks may overlap."""

from collections.abc import Iterable
from itertools import pairwise

import msgspec

from cronistoria.model.span import Span


class Piece(msgspec.Struct, frozen=True):
    """Words under the same marks, the shortest mark first; ``opens``: marks that begin here."""

    text: str
    marks: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


def cut(text: str, marks: Iterable[tuple[Span, str]], start: int = 0, end: int | None = None) -> tuple[Piece, ...]:
    """The pieces of a text between two offsets, with the names of the marks over each.

    >>> [(p.text, p.marks) for p in cut("abcd", [(Span(0, 3, "abc"), "x"), (Span(2, 4, "cd"), "y")])]
    [('ab', ('x',)), ('c', ('y', 'x')), ('d', ('y',))]
    """
    end = len(text) if end is None else end
    inside = sorted(
        {(max(s.start, start), min(s.end, end), name) for s, name in marks if s.start < end and s.end > start},
        key=lambda mark: (mark[0], mark[1] - mark[0], mark[2]),
    )
    edges = sorted({start, end, *(edge for mark in inside for edge in mark[:2])})
    pieces, opened, open_marks, later = [], set[str](), list[tuple[int, int, str]](), 0
    for first, last in pairwise(edges):
        open_marks = [mark for mark in open_marks if mark[1] > first]
        while later < len(inside) and inside[later][0] <= first:
            open_marks.append(inside[later])
            later += 1
        ordered = sorted(open_marks, key=lambda mark: (mark[1] - mark[0], mark[2]))
        names = tuple(dict.fromkeys(name for _, _, name in ordered))
        opens = tuple(name for name in names if name not in opened)
        opened.update(opens)
        pieces.append(Piece(text[first:last], names, opens))
    return tuple(pieces)


def around(text: str, spans: Iterable[Span], spare: int) -> tuple[int, int]:
    """Where to begin and end showing spans of a text: within their lines, up to ``spare`` characters more."""
    given = tuple(spans)
    start, end = min(s.start for s in given), max(s.end for s in given)
    line = text.rfind("\n", 0, start) + 1
    left = max(line, start - spare)
    right = text.find("\n", end)
    right = min(len(text) if right < 0 else right, end + spare)
    if left > line:
        left = text.find(" ", left, start) + 1 or start
    if right == end + spare and right < len(text):
        right = max(text.rfind(" ", end, right), end)
    return left, right
