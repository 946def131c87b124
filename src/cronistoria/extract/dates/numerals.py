"""Numbers of dates: digits by their shape, words by their parts ("trentaquattro", "twenty five").

A number word that is written as one is cut into known pieces; a sequence of number words is summed.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from cronistoria.extract.dates.engine import Found
from cronistoria.extract.dates.lexing import Lexemes, Shape, shapes_at
from cronistoria.languages.dates import DateWords
from cronistoria.model.timex import Point

LONGEST_NUMBER_WORD = 40
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def combine(numbers: Sequence[int]) -> int | None:
    """The number that a sequence of number words says; ``None`` if they do not make one.

    >>> combine([20, 4]), combine([2, 1000, 21]), combine([3, 4])
    (24, 2021, None)
    """
    total, current, room = 0, 0, 1000
    for number in numbers:
        if number in (100, 1000):
            current = max(current, 1) * number
            room = number
            if number == 1000:
                total, current = total + current, 0
            continue
        if number >= room:
            return None
        current += number
        room = 10 if number >= 20 else 1
        if number >= 100:
            room = 100
    return total + current


class Segmenter:
    """Cuts number words that are written as one."""

    def __init__(self, words: DateWords) -> None:
        self._pieces = {**words.cardinals, **words.number_stems, **dict.fromkeys(words.number_joiners, 0)}
        self._longest = max((len(piece) for piece in self._pieces), default=0)
        self._beginnings = frozenset(piece[:2] for piece in self._pieces)
        self._joiners = frozenset(words.number_joiners)

    def may_be_number(self, form: str) -> bool:
        """Whether a word begins as a number does."""
        return form[:2] in self._beginnings

    def number(self, form: str) -> int | None:
        """The number of a word, ``None`` if it is no number word."""
        if not self.may_be_number(form) or not 5 <= len(form) <= LONGEST_NUMBER_WORD:
            return None
        best: list[tuple[int, ...] | None] = [()] + [None] * len(form)
        for end in range(1, len(form) + 1):
            for start in range(max(0, end - self._longest), end):
                known = best[start]
                if known is not None and form[start:end] in self._pieces and best[end] is None:
                    best[end] = (*known, *self._values(form[start:end]))
        parts = best[-1]
        return self._sum(parts) if parts else None

    def _values(self, piece: str) -> tuple[int, ...]:
        return (-1,) if piece in self._joiners else (self._pieces[piece],)

    def _sum(self, parts: tuple[int, ...]) -> int | None:
        if -1 not in parts:
            return combine(parts)
        at = parts.index(-1)
        units, tens = parts[:at], parts[at + 1 :]
        return combine((*units[:-1], *tens, units[-1])) if units and tens else None


def roman_number(form: str, suffixes: Sequence[str] = ()) -> int | None:
    """The value of a Roman numeral up to 89, bare or with the ending of an ordinal ("XXe"), else ``None``."""
    if form[:1] not in ROMAN:
        return None
    ending = next((suffix for suffix in suffixes if form.endswith(suffix) and suffix[0] not in ROMAN), "")
    form = form.removesuffix(ending)
    if not form or len(form) > 7 or any(letter not in ROMAN for letter in form):
        return None
    values = [ROMAN[letter] for letter in form]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def shape_units(
    lexemes: Lexemes, index: int, words: DateWords, found: dict[str, tuple[Found, ...]], *, dated: bool = False
) -> None:
    """Add what the digits at a lexeme may be to the classes found there; ``dated`` if they are joined to a month."""
    for shape in shapes_at(lexemes, index, dated=dated):
        name, value = _read_shape(shape, words)
        if name and value is not None:
            size = 1 if name == "integer" else shape.size
            found[name] = (*found.get(name, ()), (size, value))


def _read_shape(shape: Shape, words: DateWords) -> tuple[str | None, object]:
    match shape.name:
        case "suffixed" if shape.mark in words.decade_suffixes and _is_decade(shape.values[0]):
            return "decade", _full_year(shape)
        case "suffixed" if shape.mark in words.ordinal_suffixes:
            return ("year" if shape.values[0] >= 1000 else "ordinal_number"), shape.values[0]
        case "suffixed" if shape.size == 2 and _is_counted_suffix(shape.mark, words):
            return "integer", shape.values[0]
        case "dotted":
            return ("ordinal_number" if words.switches.ordinal_dot else None), shape.values[0]
        case "integer":
            return ("year2" if shape.mark.startswith("0") and shape.values[0] > 31 else "integer"), shape.values[0]
        case "clock":
            return ("clock_colon" if shape.mark == ":" else "clock_dot"), shape.values
        case "decimal":
            return "decimal", float(shape.mark)
        case "iso":
            return "day_point", _day(*shape.values)
        case "numeric_date" if shape.mark != "." or words.switches.dotted_dates or shape.values[2] > 1900:
            return "day_point", _numeric_day(shape, words)
        case "padded" if words.switches.numeric_order == "dmy" or max(shape.values) > 12:
            return "padded_day", _numeric_day(shape, words)
        case "day_month" if shape.mark == "/" or words.switches.dotted_dates:
            return "day_month_number", _numeric_day(shape, words)
        case "year_month" if shape.mark == "-":
            return "month_point", Point(year=shape.values[0], month=shape.values[1])
        case "year" | "short_year":
            return shape.name, _full_year(shape)
    return None, None


def _is_counted_suffix(suffix: str, words: DateWords) -> bool:
    halves = (entry.partition(" ")[0] for entry in (*words.am, *words.pm))
    return suffix in halves or suffix in words.units["hour"].plural


def _is_decade(value: int) -> bool:
    return value % 10 == 0 and (10 <= value < 100 or 1000 <= value < 2200)


def _full_year(shape: Shape) -> int:
    value = shape.values[0]
    if value >= 100:
        return value
    return value + (2000 if value < 30 else 1900)


def _numeric_day(shape: Shape, words: DateWords) -> Point | None:
    first, second = shape.values[:2]
    year = _full_year(Shape("year", 1, shape.values[2:])) if len(shape.values) == 3 else None
    day, month = (second, first) if words.switches.numeric_order == "mdy" and shape.mark != "." else (first, second)
    if month > 12 and day <= 12:
        day, month = month, day
    found = _day(year, month, day)
    either = words.switches.order_varies and shape.mark != "." and first != second and max(first, second) <= 12
    return replace(found, either=True) if found and either else found


def _day(year: int | None, month: int, day: int) -> Point | None:
    return Point(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None
