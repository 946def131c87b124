"""Pieces, the embedding table and the labels."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cronistoria.parse.labels import UPOS, split_tag
from cronistoria.parse.pieces import LONGEST_WORD, SPACE, UNKNOWN, Pieces
from cronistoria.parse.table import BLOCK, unpack_rows
from tests.parse.model import small_labels, small_vocabulary

PIECES = Pieces(small_vocabulary())


def _letters(ids: tuple[int, ...]) -> str:
    return "".join(small_vocabulary().pieces[i] for i in ids)


def test_a_word_is_read_with_a_space_before_it_even_if_none_stands_there() -> None:
    assert _letters(PIECES.of_word("kiev", spaced=False)) == SPACE + "kiev"
    assert _letters(PIECES.of_word("kiev", spaced=True)) == SPACE + "kiev"


def test_characters_are_mapped_before_the_search() -> None:
    assert _letters(PIECES.of_word("é", spaced=True)) == SPACE + "e"


def test_marks_are_read_with_the_space_that_stands_there() -> None:
    assert PIECES.of_word(",", spaced=False) == (UNKNOWN,)
    assert len(PIECES.of_word(",", spaced=True)) == 2


@settings(deadline=None)
@given(form=st.text(min_size=0, max_size=300), spaced=st.booleans())
def test_every_word_has_pieces_but_not_too_many(form: str, spaced: bool) -> None:
    ids = PIECES.of_word(form, spaced=spaced)
    assert 1 <= len(ids) <= LONGEST_WORD
    assert ids == PIECES.of_word(form, spaced=spaced)


def test_rows_of_four_bits_are_unpacked() -> None:
    block = bytes(np.float16(0.5).tobytes()) + bytes(range(16))
    rows = np.frombuffer(block * 2, np.uint8).reshape(1, -1)
    weights = unpack_rows(rows)
    assert weights.shape == (1, 2 * BLOCK)
    assert weights[0, :16].tolist() == [0.5 * (i - 8) for i in range(16)]
    assert weights[0, 16:BLOCK].tolist() == [-4.0] * 16


def test_columns_of_the_categories_follow_one_another() -> None:
    labels = small_labels()
    assert [(name, start, len(values)) for name, start, values in labels.columns()] == [(UPOS, 0, 3), ("Number", 3, 3)]
    assert labels.width == 6


def test_tags_are_split() -> None:
    assert split_tag("NOUN|Gender=Fem|Number=Sing") == {UPOS: "NOUN", "Gender": "Fem", "Number": "Sing"}
    assert split_tag("PUNCT") == {UPOS: "PUNCT"}
