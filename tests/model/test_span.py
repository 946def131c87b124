import pytest

from cronistoria.model.document import make_document
from cronistoria.model.span import Span, first_overlapping

DOCUMENT = make_document("Mosca e Kiev", language="it")


def test_a_span_holds_the_words_at_its_offsets() -> None:
    assert DOCUMENT.span(8, 12) == Span(8, 12, "Kiev")


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 4), (0, 13)])
def test_offsets_outside_the_text_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="outside a text of 12 characters"):
        DOCUMENT.span(start, end)


@pytest.mark.parametrize(
    ("one", "other", "overlap", "inside"),
    [
        ((0, 5), (0, 5), True, True),
        ((0, 5), (5, 6), False, False),
        ((0, 5), (4, 6), True, False),
        ((0, 8), (2, 3), True, True),
    ],
)
def test_overlap_and_containment(one: tuple[int, int], other: tuple[int, int], overlap: bool, inside: bool) -> None:
    first, second = DOCUMENT.span(*one), DOCUMENT.span(*other)
    assert first.overlaps(second) is overlap
    assert first.contains(second) is inside


def test_first_overlapping_keeps_the_order_of_the_candidates() -> None:
    spans = [DOCUMENT.span(6, 7), DOCUMENT.span(0, 5), DOCUMENT.span(0, 3)]
    assert first_overlapping(DOCUMENT.span(0, 2), spans) is spans[1]
    assert first_overlapping(DOCUMENT.span(8, 9), spans) is None
