"""Marks that overlap."""

import pytest

from cronistoria.export.highlights import around, cut
from cronistoria.model.span import Span

TEXT = "Alba calls Borea.\nCerva waits for days."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


CUTS: tuple[tuple[list[tuple[str, str]], list[tuple[str, tuple[str, ...]]]], ...] = (
    ([], [(TEXT, ())]),
    ([("calls", "a")], [("Alba ", ()), ("calls", ("a",)), (TEXT[10:], ())]),
    ([("Alba calls", "a"), ("calls Borea", "b")],
     [("Alba ", ("a",)), ("calls", ("a", "b")), (" Borea", ("b",)), (TEXT[16:], ())]),
    ([("Alba calls Borea", "a"), ("calls", "b"), ("calls", "b")],
     [("Alba ", ("a",)), ("calls", ("b", "a")), (" Borea", ("a",)), (TEXT[16:], ())]),
)  # fmt: skip


@pytest.mark.parametrize(("marks", "pieces"), CUTS)
def test_text_is_cut_where_marks_begin_and_end(
    marks: list[tuple[str, str]], pieces: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = cut(TEXT, [(span(words), name) for words, name in marks])
    assert [(piece.text, piece.marks) for piece in found] == pieces
    assert "".join(piece.text for piece in found) == TEXT
    opened = [name for piece in found for name in piece.opens]
    assert sorted(opened) == sorted({name for _, name in marks})


def test_only_a_part_of_a_text() -> None:
    pieces = cut(TEXT, [(span("Alba calls"), "a"), (span("days"), "b")], 5, 17)
    assert [(piece.text, piece.marks) for piece in pieces] == [("calls", ("a",)), (" Borea.", ())]


@pytest.mark.parametrize(
    ("words", "spare", "shown"),
    [("calls", 100, "Alba calls Borea."), ("waits", 6, "Cerva waits for"), ("Alba", 0, "Alba")],
)
def test_the_words_around(words: str, spare: int, shown: str) -> None:
    start, end = around(TEXT, [span(words)], spare)
    assert TEXT[start:end] == shown
