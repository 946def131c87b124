"""Cuts text into lexemes (letters, digits, single marks) and reads the shapes that numbers of dates and clocks have.

Text comes in, lexemes with offsets go out. The parser's words are not used: they are cut differently by each parser.
"""

import re
from collections.abc import Iterator

import msgspec

_LEXEME = re.compile(r"(\d+|[^\W\d_ʼ]+|\S)")
_NUMBERED_DAY = re.compile(r"\d(?:/|[-‑‐]\d{1,2}[-‑‐])\d")
_SHARES, _PAUSES = frozenset("%€$£"), frozenset(",;)")
_DASHES = frozenset("-–—|")
_MARKS = {"’": "'", "‘": "'", "`": "'", "´": "'", "‑": "-", "‐": "-", "ʼ": "'"}


class Lexemes(msgspec.Struct, frozen=True):
    """Runs of letters or of digits, and single marks, with their offsets into the text that they stand in.

    ``forms`` are in lower case; ``edges`` are where what stands before each begins, where it begins and where it ends.
    """

    text: str
    forms: list[str]
    edges: list[int]

    def __len__(self) -> int:
        return len(self.forms)

    def start(self, index: int) -> int:
        """The offset of a lexeme."""
        return self.edges[2 * index + 1]

    def end(self, index: int) -> int:
        """The offset past a lexeme."""
        return self.edges[2 * index + 2]

    def has_gap(self, index: int) -> bool:
        """Whether white space stands before a lexeme, or nothing."""
        return index == 0 or self.edges[2 * index] != self.edges[2 * index + 1]

    def is_capital(self, index: int) -> bool:
        """Whether a lexeme is written with a capital letter."""
        first = self.text[self.edges[2 * index + 1]]
        return first != self.forms[index][0] and first.isupper()

    def form(self, index: int) -> str:
        """The form of a lexeme; nothing past the last."""
        return self.forms[index] if index < len(self.forms) else ""


def fold(written: str) -> str:
    """A text in lower case, letter for letter, with one kind of apostrophe and hyphen."""
    folded = written.lower()
    if folded.isascii():
        return folded
    if len(folded) != len(written):
        folded = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in written)
    for mark, plain in _MARKS.items():
        if mark in folded:
            folded = folded.replace(mark, plain)
    return folded


def cut(folded: str) -> list[str]:
    """The lexemes of a folded text, each behind the white space before it, and the white space behind the last."""
    return _LEXEME.split(folded)


def may_number_days(text: str) -> bool:
    """Whether a text holds numbers that may be a day and a month in either order: "3/4", "3-4-2021"."""
    return _NUMBERED_DAY.search(text) is not None


def split_entry(entry: str) -> tuple[str, ...]:
    """The lexeme forms of a lexicon entry: in lower case, with one kind of apostrophe and hyphen."""
    return tuple(_MARKS.get(form) or form.lower() for form in _LEXEME.findall(entry))


class Shape(msgspec.Struct, frozen=True):
    """Digits and marks that look like a date, a time or a number; ``values`` are the numbers in the order written."""

    name: str
    size: int
    values: tuple[int, ...]
    mark: str = ""


def shapes_at(lexemes: Lexemes, index: int, *, dated: bool = False) -> Iterator[Shape]:
    """All shapes that begin at a lexeme of digits or an apostrophe, no wider than the digits around them allow.

    ``dated``: what the digits are glued to is a month.
    """
    form = lexemes.forms[index]
    if form == "'" and _ends_year(lexemes, index + 1):
        yield Shape("short_year", 2, (int(lexemes.forms[index + 1]),))
    if not form.isdecimal() or len(form) > 9 or (_glued_before(lexemes, index) and not dated):
        return
    forms = _run(lexemes, index)
    yield from _short_shapes(lexemes, index, forms)
    if len(forms) >= 3 and forms[2].isdecimal():
        yield from _pair_shapes(forms)
        if index == 0 and _opens_line(lexemes):
            yield from _pair_shapes([forms[0], ":", forms[2]])
    if len(forms) >= 5 and forms[2].isdecimal() and forms[4].isdecimal():
        yield from _triple_shapes(forms)


def _short_shapes(lexemes: Lexemes, index: int, forms: list[str]) -> Iterator[Shape]:
    value = int(forms[0])
    tail = forms[1] if len(forms) > 1 else ""
    if _ends_number(lexemes, index, forms):
        yield Shape("integer", 1, (value,), forms[0])
        if len(forms[0]) == 4 and 1000 <= value <= 2199:
            yield Shape("year", 1, (value,))
    if not tail:
        return
    if tail.isalpha() or tail in ("°", "º", "ª", "^"):
        yield Shape("suffixed", 2, (value,), tail)
    if tail == "-" and len(forms) > 2 and forms[2].isalpha():
        yield Shape("suffixed", 3, (value,), forms[2])
    if tail == "." and _ends_ordinal(lexemes, index + 2):
        yield Shape("dotted", 2, (value,))


def _opens_line(lexemes: Lexemes) -> bool:
    """Whether a dotted number stands alone before a dash, as times do in live reports: "17.05 – They have met"."""
    return lexemes.forms[1] == "." and lexemes.form(3) in _DASHES and lexemes.has_gap(3) and lexemes.has_gap(4)


def _ends_ordinal(lexemes: Lexemes, index: int) -> bool:
    """Whether what stands behind a number and a full stop is no part of the number."""
    after = lexemes.form(index)
    return after != "" and (lexemes.has_gap(index) or after.isalpha() or after in ",;)-–")


def _pair_shapes(forms: list[str]) -> Iterator[Shape]:
    first, mark, second = forms[0], forms[1], forms[2]
    values = (int(first), int(second))
    alone = len(forms) < 5 or not (forms[3] in ".,:/-" and forms[4].isdecimal())
    if not alone and mark != ":":
        return
    if mark in ":.," and len(second) == 2 and len(first) <= 2 and values[0] <= 24 and values[1] < 60 and alone:
        yield Shape("clock", 3, values, mark)
    if mark == "h" and len(second) == 2 and values[0] <= 24 and values[1] < 60:
        yield Shape("clock", 3, values, ":")
    if mark in ".," and 1 <= len(second) <= 2 and alone:
        yield Shape("decimal", 3, values, forms[0] + "." + second)
    if mark in "/-" and len(first) == 4 and len(second) == 2 and 1 <= values[1] <= 12 and alone and values[0] < 2200:
        yield Shape("year_month", 3, values, mark)
    if mark in "/." and len(first) <= 2 and len(second) <= 2 and alone:
        yield Shape("day_month", 3, values, mark)
    if mark == "/" and len(first) == len(second) == 2 and "0" in (first[0], second[0]) and alone:
        yield Shape("padded", 3, values, mark)


def _triple_shapes(forms: list[str]) -> Iterator[Shape]:
    values = (int(forms[0]), int(forms[2]), int(forms[4]))
    mark = forms[1]
    if mark != forms[3] or (len(forms) > 6 and forms[5] == mark and forms[6].isdecimal()):
        return
    if mark in "-/." and len(forms[0]) == 4 and len(forms[2]) <= 2 and len(forms[4]) <= 2:
        yield Shape("iso", 5, values, mark)
    if mark in "/.-" and len(forms[0]) <= 2 and len(forms[2]) <= 2 and len(forms[4]) in (2, 4):
        yield Shape("numeric_date", 5, values, mark)
    if mark == ":" and len(forms[4]) == 2 and values[0] <= 24 and values[1] < 60 and values[2] < 60:
        yield Shape("clock", 5, values[:2], mark)


def stands_alone(lexemes: Lexemes, index: int) -> bool:
    """Whether digits stand between spaces, but for a comma or the like behind them, and are no share or sum."""
    after = lexemes.form(index + 1)
    if not lexemes.has_gap(index) or after in _SHARES:
        return False
    if after in _PAUSES:
        return index + 2 >= len(lexemes) or lexemes.has_gap(index + 2)
    return after == "" or lexemes.has_gap(index + 1)


def _run(lexemes: Lexemes, index: int) -> list[str]:
    """The lexeme and those glued to it, seven at most."""
    last, most = index + 1, min(len(lexemes), index + 7)
    while last < most and not lexemes.has_gap(last):
        last += 1
    return lexemes.forms[index:last]


def _glued_before(lexemes: Lexemes, index: int) -> bool:
    """Whether letters or a numeral mark stand right before the digits: "F-16", "$15", "3,000"."""
    if lexemes.has_gap(index):
        return False
    forms = lexemes.forms
    before = forms[index - 1]
    if before.isalpha():
        return before != "t" and not _is_lost_space(lexemes, index)
    if before in "$€£#+@_&=":
        return True
    if before == "–" or lexemes.has_gap(index - 1):
        return False
    beyond = forms[index - 2]
    if before == "-" and beyond.isdecimal():
        return len(beyond) != 4 and max(len(beyond), len(forms[index])) > 2
    if beyond.isdecimal():
        return before in "/.,:"
    dated = index > 3 and forms[index - 3] == "-" and forms[index - 4].isdecimal()
    return beyond.isalpha() and before == "-" and len(beyond) <= 3 and not dated


def _is_lost_space(lexemes: Lexemes, index: int) -> bool:
    """Whether a page lost the space between a word and a day: "Redaktion25 march"."""
    short = len(lexemes.forms[index]) <= 2 and len(lexemes.forms[index - 1]) >= 5
    return short and lexemes.form(index + 1).isalpha() and lexemes.has_gap(index + 1)


def _ends_number(lexemes: Lexemes, index: int, forms: list[str]) -> bool:
    """Whether a number ends with its digits: not "15bn", "20.35", "50%", "4+1"."""
    if len(forms) == 1:
        return lexemes.form(index + 1) not in _SHARES
    tail = forms[1]
    if tail.isalpha() or tail in "%$€£+_@&°º":
        return False
    return not (tail in ".,:/" and len(forms) > 2 and forms[2].isdecimal())


def _ends_year(lexemes: Lexemes, index: int) -> bool:
    """Whether two digits are those of "'88", not part of a number or a share."""
    digits, after = lexemes.form(index), lexemes.form(index + 1)
    if len(digits) != 2 or not digits.isdecimal() or lexemes.has_gap(index) or after == "%":
        return False
    return not (after and after in ".,:" and lexemes.form(index + 2).isdecimal() and not lexemes.has_gap(index + 2))
