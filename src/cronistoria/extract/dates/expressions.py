"""Reads the time expressions of a stretch of lexemes: at each place the longest that makes sense.

Lexemes come in, expressions with their lexeme positions and readings go out. What the words around rule out (a year
that counts soldiers, a percentage that looks like a day) is left.
"""

from collections.abc import Iterator
from itertools import accumulate, pairwise, takewhile
from operator import itemgetter

import msgspec
from msgspec.structs import replace

from cronistoria.extract.dates.clocks import BareClock
from cronistoria.extract.dates.engine import Reader
from cronistoria.extract.dates.grammar import EXPRESSION, load_date_grammar
from cronistoria.extract.dates.lexicon import Lexicon, Positions, load_lexicon
from cronistoria.extract.dates.lexing import Lexemes, cut, fold
from cronistoria.extract.dates.ranges import ListDraft, RangeDraft
from cronistoria.extract.dates.signs import SPEAKING, known_runs, may_tell, telling_runs
from cronistoria.model.span import Span
from cronistoria.model.timex import Length, Point, Range, Reading, Reference
from cronistoria.reference.date_order import DateOrder

_END = itemgetter(0)
_PERCENT = frozenset({"%", "€", "$", "£"})
_OPEN = frozenset({"next", "last", "this"})
_TWICE = frozenset({"second_last", "second_next"})
_AWAY = frozenset({"ago_before", "hence_before", "hence_maybe", "later_before"})
_FIRST_BARE_YEAR, _LAST_BARE_YEAR = 1800, 2040
_SCALE, _SINGLE_DIGITS = 3, frozenset("0123456789")
_JOINING = frozenset({"comma", "conjunction", "slash"})
_POINTED = frozenset({"seasons", "month", "parts"})
_UNITS = frozenset({"unit_one", "unit_many"})
_NAMED = _UNITS | {"month", "weekday"}
_PLACING = frozenset({"inside", "start_words"})
_DAY_OR_PART = frozenset({"deictic", "parts"})
_POINTING = frozenset({"determiners", "this", "that", "every", "last", "next", "one"})
_COUNTING = _POINTING - {"determiners"} | {"previous", "following", "latest", "last_many", "next_many"}
_OPENERS = frozenset({"(", "["})
NO_LEXEMES = Lexemes("", [], [0])
_NUMBERED, _SUMS, _PAUSES, _BREATH = frozenset({"day_article"}), frozenset("+×*=/"), frozenset(",;:.!?"), 6


class Expression(msgspec.Struct, frozen=True):
    """Lexemes ``[first, end)`` and what they say.

    ``outside`` tells that what makes a point of a length is before, ``bare`` that nothing else was read to find it.
    """

    first: int
    end: int
    reading: Reading
    outside: bool = False
    bare: bool = True


class Stretch(msgspec.Struct, frozen=True):
    """The lexemes of a piece of text, the classes of the words that begin at each, and the runs of them that tell."""

    lexemes: Lexemes
    units: Positions
    runs: tuple[tuple[int, int], ...]
    lexicon: Lexicon


def read_stretch(text: str, start: int, end: int, language: str, order: DateOrder | None = None) -> Stretch:
    """The lexemes of ``text[start:end]``, none if they cannot tell of time.

    ``order`` is that of day and month in numbers, if it is known.
    """
    lexicon, written = load_lexicon(language, order), text[start:end]
    folded = fold(written)
    pieces = cut(folded)
    forms = pieces[1::2]
    signs = lexicon.signs(forms)
    if not may_tell(signs, folded):
        return Stretch(NO_LEXEMES, [], (), lexicon)
    lexemes, known = Lexemes(text, forms, list(accumulate(map(len, pieces), initial=start))), known_runs(signs)
    units = lexicon.units(lexemes, known)
    return Stretch(lexemes, units, tuple(telling_runs(units, known)), lexicon)


def find_expressions(text: str, stretch: Stretch, language: str) -> Iterator[Expression]:
    """The time expressions of a stretch, left to right, none inside another.

    >>> text = "Si vedranno martedì 7 dicembre."
    >>> [found] = find_expressions(text, read_stretch(text, 0, len(text), "it"), "it")
    >>> found.reading.day, found.reading.month, found.reading.weekday
    (7, 12, 1)
    """
    grammar = load_date_grammar(language)
    for first, last in stretch.runs:
        reader, position = Reader(grammar, stretch.units, first, last), first
        while position < last:
            found = _longest(stretch, reader, position)
            if found is None:
                position += 1
                continue
            inner = _behind_small_words(stretch, reader, position, found[0])
            if inner is not None:
                position, found = inner
            yield from _expressions(text, stretch, position, *found)
            position = found[0]


def _behind_small_words(
    stretch: Stretch, reader: Reader, first: int, end: int
) -> tuple[int, tuple[int, object]] | None:
    """An expression, with its position, that begins behind the small words of another and goes farther.

    In "das am 10. Mai" it is "am 10. Mai", not "das am 10."; words that point are no small ones before a length.
    """
    pointing = False
    for position in range(first + 1, end):
        before = stretch.units[position - 1]
        if before.signs & SPEAKING:
            return None
        pointing = pointing or not _COUNTING.isdisjoint(before)
        found = _longest(stretch, reader, position)
        if found is not None and found[0] > end and not (pointing and _is_relative(found[1])):
            return position, found
    return None


def _is_relative(value: object) -> bool:
    """Whether a reading is a length, or counts from what was told."""
    if isinstance(value, Point):
        return value.distance is not None or value.anchor == "event"
    return isinstance(value, Length)


def _expressions(text: str, stretch: Stretch, first: int, end: int, value: object) -> Iterator[Expression]:
    if isinstance(value, ListDraft):
        for point, (begin, last) in value.points:
            yield _expression(text, stretch, begin, last, point)
    else:
        yield _expression(text, stretch, first, end, value)


def _expression(text: str, stretch: Stretch, first: int, end: int, value: object) -> Expression:
    """The expression without prepositions before it, save those that make a point of a length ("il y a deux ans")."""
    reading, begin = _finished(text, stretch, value), stretch.lexicon.begin(stretch.lexemes, first, end)
    if isinstance(reading, Point) and reading.distance and (begin > first or stretch.lexicon.switches.far_lengths):
        return _far(stretch, Expression(first, end, reading), begin)
    return Expression(begin, end, reading, bare=begin == first)


def _far(stretch: Stretch, expression: Expression, begin: int) -> Expression:
    """An expression that lies a length away, with the word that says so unless that is a preposition outside of it."""
    point, switches = expression.reading, stretch.lexicon.switches
    assert isinstance(point, Point)
    assert point.distance is not None
    away = not _AWAY.isdisjoint(stretch.units[expression.first])
    outside = away and begin > expression.first and (switches.ago_outside or point.vague)
    vague = any(number is None for number, _ in point.distance.parts)
    told = switches.far_lengths and point == Point(
        anchor=point.anchor, distance=point.distance, backwards=point.backwards, bound=point.bound, vague=point.vague
    )
    first = begin if outside or not away else expression.first
    return replace(expression, first=first, outside=outside or (told and (vague or point.anchor == "event")))


def _longest(stretch: Stretch, reader: Reader, position: int) -> tuple[int, object] | None:
    """The longest plausible expression at a position, and the position past it."""
    if not reader.may_begin(EXPRESSION, position):
        return None
    options = reader.read(EXPRESSION, position)
    if len(options) > 1:
        options = tuple(sorted(options, key=_END, reverse=True))
    return next((option for option in options if is_plausible(stretch, position, *option)), None)


def is_plausible(stretch: Stretch, first: int, end: int, value: object) -> bool:
    """Whether the lexemes around leave room for a reading."""
    lexemes, words = stretch.lexemes, stretch.lexicon.words
    after, single = lexemes.form(end), lexemes.forms[end - 1]
    behind = f"{after} {lexemes.forms[end + 1]}" if end + 1 < len(lexemes) else after
    if stretch.lexicon.is_ambiguous(single) and not _is_clear(stretch, first, end):
        return False
    if (
        isinstance(value, Point)
        and value.month
        and value == Point(month=value.month)
        and not _is_spelt_out(stretch, first, end)
    ):
        return False
    if isinstance(value, Point) and isinstance(value.clock, BareClock) and not _ends_hour(stretch, end):
        return False
    if isinstance(value, Point) and value.day and value.month is None and _counts_units(stretch, end):
        return False
    if end - first == 1 and _is_part_of_day(stretch, first):
        return False
    if isinstance(value, Point) and after in ("-", "'") and not lexemes.has_gap(end) and single.isdecimal():
        return False
    if (
        isinstance(value, Point)
        and value.day
        and value == Point(day=value.day)
        and not _is_lone_day(stretch, first, end)
    ):
        return False
    if isinstance(value, Length) and after in words.aged:
        return False
    if isinstance(value, Point) and value.clock and _is_scale(lexemes, first, end):
        return False
    if single.isdecimal() and (after in _PERCENT or after in words.counted or behind in words.counted):
        return False
    here = stretch.units[end].keys() if end < len(stretch.units) else frozenset()
    is_open, may_end = _is_open(stretch, first, end), stretch.lexicon.switches.pointing_after
    if end - first > 1 and is_open and not may_end and not isinstance(value, Reference):
        return False
    if (single.isdecimal() or is_open) and not _NAMED.isdisjoint(here):
        return single.isdecimal() and _UNITS.isdisjoint(here)
    if isinstance(value, Point) and value.part and "of" in here and value == Point(part=value.part):
        return False
    if isinstance(value, Point) and value.bound == "about" and single.isdecimal() and value.year and not value.month:
        return value.year >= 1900 and _is_year(stretch, end - 1, end)
    if (
        isinstance(value, Point)
        and value.year
        and value == Point(year=value.year)
        and lexemes.forms[first] in (single, "'")
    ):
        return _is_year(stretch, first, end)
    return True


def _is_spelt_out(stretch: Stretch, first: int, end: int) -> bool:
    """Whether a month is written in full, or stands where a month does: "in Dec"."""
    return any("month" in stretch.units[index] for index in range(first, end)) or _is_clear(stretch, first, end)


def _ends_hour(stretch: Stretch, end: int) -> bool:
    """Whether a bare hour may end before a lexeme: no unknown word and no mark that it could count follows."""
    after, last = stretch.lexemes.form(end), len(stretch.lexemes)
    if after.isalnum():
        return bool(stretch.units[end]) and _UNITS.isdisjoint(stretch.units[end])
    return not after or (after in _PAUSES and (end + 1 >= last or stretch.lexemes.has_gap(end + 1)))


def _is_open(stretch: Stretch, first: int, end: int) -> bool:
    """Whether an expression ends with a word that points to what follows: "last", but not "the week before last"."""
    closed = end - first > 1 and not _TWICE.isdisjoint(stretch.units[end - 2])
    return not closed and not _OPEN.isdisjoint(stretch.units[end - 1])


def _counts_units(stretch: Stretch, end: int) -> bool:
    """Whether what looks like the number of a day counts the unit behind it: "Monday two weeks from now"."""
    return end < len(stretch.units) and not _UNITS.isdisjoint(stretch.units[end])


def _is_lone_day(stretch: Stretch, first: int, end: int) -> bool:
    """Whether a number behind an article may be a day: no share or amount follows in the same breath, no score."""
    if end - first > 2 or _NUMBERED.isdisjoint(stretch.units[first]):
        return True
    behind = stretch.lexemes.forms[end : end + _BREATH]
    following = list(takewhile(lambda form: form not in _PAUSES, behind))
    shares = _PERCENT.union(stretch.lexicon.words.counted)
    counted = not shares.isdisjoint((*following, *map(" ".join, pairwise(following))))
    scored = len(following) > 1 and following[0].isalpha() and following[1].isdecimal()
    return not (counted or scored or (following and following[0] in _SUMS))


def _is_scale(lexemes: Lexemes, first: int, end: int) -> bool:
    """Whether digits look like a scale or a score rather than a time: "1:50", "by 0:3"."""
    hour, forms = end - _SCALE, lexemes.forms
    if first == 0 or hour < first or forms[hour] not in _SINGLE_DIGITS or forms[hour + 1] != ":":
        return False
    return hour == first or forms[hour] == "0"


def _is_clear(stretch: Stretch, first: int, end: int) -> bool:
    """Whether a name that is another word as well stands as that of a time does: "in May", not "the fall of"."""
    units = stretch.units
    pointed = not _POINTED.isdisjoint(units[end - 1])
    if any("determiners" not in units[i] or (pointed and "this" in units[i]) for i in range(first, end - 1)):
        return True
    forms = stretch.lexemes.forms[max(0, first - 1) : first]
    before = units[first - 1].keys() if first else frozenset()
    relation = stretch.lexicon.relation_at(forms, 0) if forms else None
    placed = not _PLACING.isdisjoint(before) or (relation is not None and relation[1] not in ("before", "after"))
    return placed and (end >= len(units) or "of" not in units[end])


def _is_part_of_day(stretch: Stretch, first: int) -> bool:
    """Whether a word that is a day as well as a part of one is the latter: "la mañana", "am Morgen"."""
    units = stretch.units
    if not units[first].keys() >= _DAY_OR_PART:
        return False
    before = stretch.lexemes.forms[first - 1] if first else ""
    inside = before.isalnum() or before == ","
    noun = stretch.lexicon.switches.nouns_capitalised and stretch.lexemes.is_capital(first) and inside
    return noun or (first > 0 and not _POINTING.isdisjoint(units[first - 1]))


def _is_year(stretch: Stretch, first: int, end: int) -> bool:
    """Whether four digits alone are a year: a word that years follow stands before, or marks stand around them."""
    forms, words = stretch.lexemes.forms, stretch.lexicon.words
    value, before = forms[first], forms[first - 1] if first else ""
    if value == "'":
        return before in words.year_cues
    if not value.isdecimal() or not 1500 <= int(value) <= 2150:
        return not value.isdecimal()
    after = stretch.lexemes.form(end)
    if before in words.year_cues or (before == "'" and first > 1 and forms[first - 2] + "'" in words.year_cues):
        return True
    if _continues_years(stretch, first):
        return True
    if stretch.lexicon.switches.bare_years and _is_bare_year(stretch, first):
        return True
    if (before in _OPENERS and after in ")],;-–") or before in ("-", "–"):
        return True
    return int(value) >= 1900 and after in words.year_heads


def _continues_years(stretch: Stretch, index: int) -> bool:
    """Whether a year stands before, parted by a comma or "and": "1996, 2000 and 2004"."""
    joined = index > 1 and not _JOINING.isdisjoint(stretch.units[index - 1])
    return joined and "year" in stretch.units[index - 2] and "year" in stretch.units[index]


def _is_bare_year(stretch: Stretch, index: int) -> bool:
    """Whether a number of these years stands where no noun follows that it could count."""
    lexemes = stretch.lexemes
    counts = lexemes.form(index + 1).isalpha() and lexemes.is_capital(index + 1)
    return _FIRST_BARE_YEAR <= int(lexemes.forms[index]) <= _LAST_BARE_YEAR and not counts


def _finished(text: str, stretch: Stretch, value: object) -> Reading:
    if isinstance(value, RangeDraft):
        return Range(
            begin=value.begin, end=value.end, begin_span=_span(text, stretch, *value.begin_at),
            end_span=_span(text, stretch, *value.end_at), night=value.night,
        )  # fmt: skip
    return value  # type: ignore[return-value]


def _span(text: str, stretch: Stretch, first: int, end: int) -> Span:
    lexemes = stretch.lexemes
    start, stop = lexemes.start(stretch.lexicon.begin(lexemes, first, end)), lexemes.end(end - 1)
    return Span(start, stop, text[start:stop])
