"""Cuts text into lexemes (letters, digits, single marks) and reads the shapes that numbers of dates and clocks have.

Text comes in, lexemes with offsets go out. The parser's words are not used: they are cut differently by each parser.
"""

import re
from collections.abc import Iterator

import msgspec

_LEXEME = re.compile(r"\d+|[^\W\d_ʼ]+|\S")
_MARKS = {"’": "'", "‘": "'", "`": "'", "´": "'", "‑": "-", "‐": "-", "ʼ": "'"}


class Lexeme(msgspec.Struct, frozen=True):
    """A run of letters or of digits, or one mark. ``form`` is in lower case; ``gap`` tells of white space before it."""

    form: str
    start: int
    end: int
    gap: bool
    capital: bool


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


def lex(written: str, folded: str, start: int) -> list[Lexeme]:
    """The lexemes of a stretch of text as it is written and folded, that stands at an offset."""
    lexemes = []
    position = -1
    for match in _LEXEME.finditer(folded):
        form, (first, last) = match.group(), match.span()
        capital = written[first] != form[0] and written[first].isupper()
        lexemes.append(Lexeme(form, start + first, start + last, first != position, capital))
        position = last
    return lexemes


def forms_of(folded: str) -> list[str]:
    """The forms of the lexemes of a folded text."""
    return _LEXEME.findall(folded)


def split_entry(entry: str) -> tuple[str, ...]:
    """The lexeme forms of a lexicon entry: in lower case, with one kind of apostrophe and hyphen."""
    return tuple(_MARKS.get(form) or form.lower() for form in _LEXEME.findall(entry))


class Shape(msgspec.Struct, frozen=True):
    """Digits and marks that look like a date, a time or a number; ``values`` are the numbers in the order written."""

    name: str
    size: int
    values: tuple[int, ...]
    mark: str = ""


def shapes_at(lexemes: list[Lexeme], index: int, *, dated: bool = False) -> Iterator[Shape]:
    """All shapes that begin at a lexeme of digits or an apostrophe, no wider than the digits around them allow.

    ``dated``: what the digits are glued to is a month.
    """
    first = lexemes[index]
    if (
        first.form == "'"
        and _digits(lexemes, index + 1, 2)
        and not lexemes[index + 1].gap
        and _ends_year(lexemes, index + 1)
    ):
        yield Shape("short_year", 2, (int(lexemes[index + 1].form),))
    if not first.form.isdigit() or len(first.form) > 9 or (_glued_before(lexemes, index) and not dated):
        return
    run = _run(lexemes, index)
    forms = [lexeme.form for lexeme in run]
    yield from _short_shapes(lexemes, index, forms)
    if len(forms) >= 3 and forms[2].isdigit():
        yield from _pair_shapes(forms)
    if len(forms) >= 5 and forms[2].isdigit() and forms[4].isdigit():
        yield from _triple_shapes(forms)


def _short_shapes(lexemes: list[Lexeme], index: int, forms: list[str]) -> Iterator[Shape]:
    value = int(forms[0])
    tail = forms[1] if len(forms) > 1 else ""
    if _ends_number(lexemes, index, forms):
        yield Shape("integer", 1, (value,), forms[0])
        if len(forms[0]) == 4 and 1000 <= value <= 2199:
            yield Shape("year", 1, (value,))
    if tail.isalpha() or tail in ("°", "º", "ª", "^"):
        yield Shape("suffixed", 2, (value,), tail)
    if tail == "-" and len(forms) > 2 and forms[2].isalpha():
        yield Shape("suffixed", 3, (value,), forms[2])
    if tail == "." and index + 2 < len(lexemes) and _ends_ordinal(lexemes[index + 2]):
        yield Shape("dotted", 2, (value,))


def _ends_ordinal(after: Lexeme) -> bool:
    """Whether what stands behind a number and a full stop is no part of the number."""
    return after.gap or after.form.isalpha() or after.form in ",;)-–"


def _pair_shapes(forms: list[str]) -> Iterator[Shape]:
    first, mark, second = forms[0], forms[1], forms[2]
    values = (int(first), int(second))
    alone = len(forms) < 5 or not (forms[3] in ".,:/-" and forms[4].isdigit())
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
    if mark != forms[3] or (len(forms) > 6 and forms[5] == mark and forms[6].isdigit()):
        return
    if mark in "-/." and len(forms[0]) == 4 and len(forms[2]) <= 2 and len(forms[4]) <= 2:
        yield Shape("iso", 5, values, mark)
    if mark in "/.-" and len(forms[0]) <= 2 and len(forms[2]) <= 2 and len(forms[4]) in (2, 4):
        yield Shape("numeric_date", 5, values, mark)
    if mark == ":" and len(forms[4]) == 2 and values[0] <= 24 and values[1] < 60 and values[2] < 60:
        yield Shape("clock", 5, values[:2], mark)


def _run(lexemes: list[Lexeme], index: int) -> list[Lexeme]:
    """The lexeme and those glued to it, seven at most."""
    last = index + 1
    while last < len(lexemes) and last - index < 7 and not lexemes[last].gap:
        last += 1
    return lexemes[index:last]


def _glued_before(lexemes: list[Lexeme], index: int) -> bool:
    """Whether letters or a numeral mark stand right before the digits: "F-16", "$15", "3,000"."""
    if index == 0 or lexemes[index].gap:
        return False
    before = lexemes[index - 1]
    if before.form.isalpha():
        return before.form != "t" and not _is_lost_space(lexemes, index)
    if before.form in "$€£#+@_&=":
        return True
    beyond = lexemes[index - 2] if index > 1 and not before.gap else None
    if beyond is None or before.form == "–":
        return False
    if before.form == "-" and beyond.form.isdigit():
        return len(beyond.form) != 4 and max(len(beyond.form), len(lexemes[index].form)) > 2
    if beyond.form.isdigit():
        return before.form in "/.,:"
    dated = index > 3 and lexemes[index - 3].form == "-" and lexemes[index - 4].form.isdigit()
    return beyond.form.isalpha() and before.form == "-" and len(beyond.form) <= 3 and not dated


def _is_lost_space(lexemes: list[Lexeme], index: int) -> bool:
    """Whether a page lost the space between a word and a day: "Redaktion25 march"."""
    short = len(lexemes[index].form) <= 2 and len(lexemes[index - 1].form) >= 5
    after = lexemes[index + 1] if index + 1 < len(lexemes) else None
    return short and after is not None and after.gap and after.form.isalpha()


def _ends_number(lexemes: list[Lexeme], index: int, forms: list[str]) -> bool:
    """Whether a number ends with its digits: not "15bn", "20.35", "50%", "4+1"."""
    if len(forms) == 1:
        return not (index + 1 < len(lexemes) and lexemes[index + 1].form in ("%", "€", "$", "£"))
    tail = forms[1]
    if tail.isalpha() or tail in "%$€£+_@&°º":
        return False
    return not (tail in ".,:/" and len(forms) > 2 and forms[2].isdigit())


def _ends_year(lexemes: list[Lexeme], index: int) -> bool:
    """Whether the digits of "'88" are not part of a number or a share."""
    after = lexemes[index + 1].form if index + 1 < len(lexemes) else ""
    beyond = lexemes[index + 2] if index + 2 < len(lexemes) else None
    return after != "%" and not (
        after in ".,:" and after and beyond is not None and beyond.form.isdigit() and not beyond.gap
    )


def _digits(lexemes: list[Lexeme], index: int, size: int) -> bool:
    return index < len(lexemes) and lexemes[index].form.isdigit() and len(lexemes[index].form) == size
