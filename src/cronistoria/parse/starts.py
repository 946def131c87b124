"""Where no sentence can begin, whatever the network thinks: inside a word, behind a small letter, after "Gen.".

A sentence whose first word follows an opening mark, or the number of a paragraph ("3. Cease-fire"), begins with that.
"""

import numpy as np
from numpy.typing import NDArray

from cronistoria.languages.words import Words
from cronistoria.parse.tokenise import Word

_NEVER_FIRST = frozenset(",;:.!?%)]}")
_OPENING = frozenset("«„“‘([{")
_FINAL = frozenset(".!?…")
_EITHER_WAY = frozenset("\"'”’»")
_BRACKETS = {")": "(", "]": "["}
_LESS_LIKELY = 2.0


def never_first(words: list[Word], table: Words) -> list[int]:
    """Indices of words that begin no sentence, in order."""
    return [
        i
        for i in range(1, len(words))
        if words[i].form in _NEVER_FIRST
        or _is_inside(words[i - 1], words[i])
        or _is_after_title(words, i, table)
        or opens(words, i - 1)
        or _is_numbered(words, i)
    ]


def behind_small_letters(words: list[Word]) -> list[int]:
    """Indices of words behind one that ends in a small letter: no mark has ended its sentence."""
    return [i for i in range(1, len(words)) if words[i - 1].form[-1].islower()]


def moved_by_marks(start: NDArray[np.float32], words: list[Word]) -> NDArray[np.float32]:
    """Scores of being a first word, where an opening mark or number has at least that of the word behind it, and a
    word behind brackets that stand inside a sentence ("On Monday (4 March) Doe …") has less."""
    moved = start.copy()
    for i in range(1, len(words)):
        if opens(words, i - 1):
            moved[i - 1] = max(start[i - 1], start[i])
        elif _is_numbered(words, i):
            moved[i - 2] = max(start[i - 2], start[i])
        elif start[i] > 0 and _is_behind_insertion(words, i):
            moved[i] -= _LESS_LIKELY
    return moved


def _is_behind_insertion(words: list[Word], i: int) -> bool:
    """Whether a word stands behind brackets with words before them and no final mark before or in them."""
    opening = _BRACKETS.get(words[i - 1].form)
    if opening is None:
        return False
    at = next((j for j in range(i - 2, -1, -1) if words[j].form == opening), 0)
    return at > 0 and not {words[at - 1].form, words[i - 2].form} & _FINAL


def _is_inside(before: Word, word: Word) -> bool:
    """Whether both words were written as one."""
    if word.start < before.end:
        return True
    letters = before.form[-1].isalnum() and (word.form[0].isalnum() or (not word.form.isalnum() and len(word.form) > 1))
    return word.start == before.end and letters


def opens(words: list[Word], i: int) -> bool:
    """Whether a mark opens something: nothing touches it before, and if it may also close, something does behind."""
    apart = i == 0 or words[i - 1].end < words[i].start
    touches = i + 1 < len(words) and words[i].end == words[i + 1].start
    return apart and (words[i].form in _OPENING or (words[i].form in _EITHER_WAY and touches))


def _is_numbered(words: list[Word], i: int) -> bool:
    """Whether a number with a stop, at the beginning or behind the end of a sentence, comes first."""
    if i < 2 or words[i - 1].form != "." or not words[i - 2].form.isdecimal():
        return False
    apart = words[i - 2].end == words[i - 1].start and words[i - 1].end < words[i].start
    return apart and (i == 2 or (words[i - 3].form in _FINAL and words[i - 3].end < words[i - 2].start))


def _is_after_title(words: list[Word], i: int, table: Words) -> bool:
    """Whether an abbreviation that stands before names comes first, its stop in it or beside it."""
    before = words[i - 1].form.lower()
    if before == "." and i > 1 and words[i - 2].end == words[i - 1].start:
        before = words[i - 2].form.lower() + "."
    return before in table.titles and words[i].form[0].isalnum()
