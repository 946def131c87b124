"""Where no sentence can begin, whatever the network thinks: inside a word, before a closing mark, after "Gen.".

A sentence whose first word follows an opening mark begins with the mark.
"""

import numpy as np
from numpy.typing import NDArray

from cronistoria.languages.words import Words
from cronistoria.parse.tokenise import Word

_NEVER_FIRST = frozenset(",;:.!?%)]}")
_OPENING = frozenset("«„“‘([{")


def never_first(words: list[Word], table: Words) -> list[int]:
    """Indices of words that begin no sentence, in order."""
    return [
        i
        for i in range(1, len(words))
        if words[i].form in _NEVER_FIRST
        or _is_inside(words[i - 1], words[i])
        or _is_after_title(words, i, table)
        or _is_after_opening(words, i)
    ]


def with_opening_marks(start: NDArray[np.float32], words: list[Word]) -> NDArray[np.float32]:
    """Scores of being a first word, where an opening mark has at least that of the word behind it."""
    moved = start.copy()
    for i in range(1, len(words)):
        if _is_after_opening(words, i):
            moved[i - 1] = max(start[i - 1], start[i])
    return moved


def _is_inside(before: Word, word: Word) -> bool:
    """Whether both words were written as one."""
    if word.start < before.end:
        return True
    letters = before.form[-1].isalnum() and (word.form[0].isalnum() or (not word.form.isalnum() and len(word.form) > 1))
    return word.start == before.end and letters


def _is_after_opening(words: list[Word], i: int) -> bool:
    """Whether a mark comes first that opens something: it does not close what is written right before it."""
    return words[i - 1].form in _OPENING and (i == 1 or words[i - 2].end < words[i - 1].start)


def _is_after_title(words: list[Word], i: int, table: Words) -> bool:
    """Whether an abbreviation that stands before names comes first, its stop in it or beside it."""
    before = words[i - 1].form.lower()
    if before == "." and i > 1 and words[i - 2].end == words[i - 1].start:
        before = words[i - 2].form.lower() + "."
    return before in table.titles and words[i].form[0].isalnum()
