"""Two days of which the second opens another clause: "met him on Thursday | and on Friday flew to Oslo".

A range and the word behind it come in, the days one by one go out where that word begins to tell something else.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from cronistoria.extract.dates.expressions import Expression, Stretch
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.timex import Point, Range

_OPENING = frozenset({"VERB", "AUX", "PRON", "DET", "NOUN", "PROPN"})


def days_apart(
    sentence: Sentence, words: tuple[Token, ...], expression: Expression, stretch: Stretch
) -> Iterator[Expression]:
    """The expression, or its two days if a new clause begins with the second."""
    reading, lexemes = expression.reading, stretch.lexemes
    if not isinstance(reading, Range) or not words or not _are_weekdays(reading) or not _goes_on(sentence, words):
        yield expression
        return
    between = range(expression.first, expression.end)
    cut = next((i for i in between if lexemes.end(i) >= reading.begin_span.end), expression.first) + 1
    second = next((i for i in between if lexemes.start(i) >= reading.end_span.start), cut)
    yield replace(expression, end=cut, reading=reading.begin)
    yield replace(expression, first=second, reading=reading.end)


def _are_weekdays(reading: Range) -> bool:
    """Whether two weekdays that follow each other are told."""
    begin, end = reading.begin.weekday, reading.end.weekday
    return begin is not None and end is not None and reading.begin == Point(weekday=begin) and (end - begin) % 7 == 1


def _goes_on(sentence: Sentence, words: tuple[Token, ...]) -> bool:
    """Whether days behind their predicate are followed by a word that begins a clause."""
    following = words[-1].index + 1
    day = next((word for word in words if word.relation not in ("case", "det")), words[0])
    behind = 0 <= day.head < words[0].index
    return behind and following < len(sentence.tokens) and sentence.tokens[following].upos in _OPENING
