"""Words that are put together of others: "trentaquattro", "neunundzwanzigsten", "dreitägig", "40-минутный".

The form of a word comes in, what its parts say goes out.
"""

import re
from collections.abc import Iterable

from cronistoria.extract.dates.numerals import Segmenter
from cronistoria.languages.dates import DateWords
from cronistoria.model.timex import Length

_LONGEST_INFLECTION = 3


class WordParts:
    """Reads the words of one language by their parts."""

    def __init__(self, words: DateWords) -> None:
        self._words = words
        self._segmenter = Segmenter(words) if words.switches.glued_numbers else None
        self._endings = _any_of(words.length_endings)

    def meanings(self, form: str) -> tuple[tuple[str, object], ...]:
        """What a word says that is put together of others: a number, an ordinal, a length."""
        composed = self._segmenter is not None and self._segmenter.may_be_number(form)
        ends = self._endings is not None and self._endings.search(form) is not None
        return self._parts(form, composed=composed, ends=ends) if composed or ends else ()

    def _parts(self, form: str, *, composed: bool, ends: bool) -> tuple[tuple[str, object], ...]:
        found: list[tuple[str, object]] = []
        if composed and self._segmenter:
            if number := self._segmenter.number(form):
                found.append(("number_word", number))
            elif ordinal := self._ordinal(form, self._segmenter):
                found.append(("ordinals", ordinal))
        if ends:
            if length := self._length_word(form):
                found.append(("length_word", length))
            elif unit := self._length_ending(form):
                found.append(("length_ending", unit))
        return tuple(found)

    def _ordinal(self, form: str, segmenter: Segmenter) -> int | None:
        """The number of an ordinal that is written as one word: "neunundzwanzigsten"."""
        cut = (form.removesuffix(ending) for ending in self._words.ordinal_suffixes if form.endswith(ending))
        return next(filter(None, map(segmenter.number, cut)), None)

    def _length_word(self, form: str) -> Length | None:
        """The length that one word says: "dreitägig", "трёхдневный"."""
        tables = (self._words.cardinals, self._words.number_stems, self._words.fractions)
        for ending, unit in self._words.length_endings.items():
            before, found, after = form.partition(ending)
            number = next((n for t in tables if (n := t.get(before))), None)
            if found and len(after) <= _LONGEST_INFLECTION and number:
                return Length(parts=((number, unit),))
        return None

    def _length_ending(self, form: str) -> str | None:
        """The unit of the end of a word that says a length behind digits: "40-minütig", "40-минутный"."""
        endings = self._words.length_endings.items()
        return next((u for e, u in endings if form.startswith(e) and len(form) <= len(e) + _LONGEST_INFLECTION), None)


def _any_of(parts: Iterable[str]) -> re.Pattern[str] | None:
    alternatives = "|".join(map(re.escape, parts))
    return re.compile(alternatives) if alternatives else None
