"""Datelines and lines that hold only a date: where and when a report says it was written.

A dateline opens the first paragraph ("VIENNA, 3 marzo (Agenzia) -"), at the start of the text or after a headline.
A date line stands alone near the head or the foot of a page ("3 marzo 2022 | 12:34").
"""

from collections.abc import Iterator

import msgspec
import regex

from cronistoria.ingest.days import WrittenDay, find_day, find_either, match_day
from cronistoria.languages.reading import load_reading
from cronistoria.reference.date_order import DateOrder

_HEAD_LINES = 8
_BARE_LINES = 4
_PAGE_MARKS = "|•·"
_FOOT_LINES = 3
_LONGEST_LINE = 100
_LONGEST_DATELINE = 140
_LETTERS_BESIDE_DATE = 30
_LETTERS_BESIDE_TITLE = 10

_AGENCY = r"\((?P<{name}>[\p{{L}}][^()\n]{{1,38}})\)"
_DASH = r"\s*\.?\s*[-–—]{1,2}(?=\s|$|[\p{Lu}\"«“'])\s*"
_PLACE = r"(?P<place>\p{Lu}[\p{L}'’.\-/]*(?:[ ](?:\p{Ll}{1,3}[ ])?\p{Lu}[\p{L}'’.\-/]*){0,3})"
_REGION = r",[ ]\p{Lu}[\p{L}.'’ \-]{0,24}?"
_PARTED = regex.compile(
    rf"{_PLACE}\s*[{_PAGE_MARKS}]\s*(?:(?P<agency>\p{{Lu}}[^{_PAGE_MARKS}\n]{{1,38}}?)\s*[{_PAGE_MARKS}]\s*)?"
)
_PARTED_END = regex.compile(rf"(?:,?\s+\d{{1,2}}[:.]\d\d)?\s*[-–—{_PAGE_MARKS}]{{1,2}}\s+")
_STOP = r"\s*(?P<stop>,\s*|\s+|(?=\())"
_LEAD = rf"(?:{_AGENCY.format(name='first')}\s*[-–—]?\s*)?"
_OPENINGS = (regex.compile(_LEAD + _PLACE + _REGION + _STOP), regex.compile(_LEAD + _PLACE + _STOP))
_AGENCY_ONLY = regex.compile(_AGENCY.format(name="agency") + _DASH)
_CLOSING = regex.compile(rf"[\s.,]*(?:{_AGENCY.format(name='last')})?{_DASH}")
_SLASHED = regex.compile(r"[\s.,]*/(?P<last>\p{L}[^/\n]{1,38})/[\s.,]*(?=[\p{Lu}\"«“„'–—-])")
_NAMED = regex.compile(rf"(?:[.,]|(?<=\.))\s+(?P<last>\p{{Lu}}[\p{{L}}.]*(?:[ ]\p{{Lu}}[\p{{L}}.]*){{0,2}}){_DASH}")
_FULL_STOP = regex.compile(r"(?:\.|(?<=\.))\s+(?=[\p{Lu}\"«“„])")
_AUTHOR = regex.compile(rf"(?<=^[^{_PAGE_MARKS}]{{2,60}})[{_PAGE_MARKS}](?=[^{_PAGE_MARKS}]*$)")
_UPPER_PLACE = regex.compile(r"\p{Lu}[\p{Lu}'’.]{2,}(?:[ \-/]\p{Lu}[\p{Lu}'’.]+){0,3}")


class Dateline(msgspec.Struct, frozen=True):
    """Where a dateline stands, its day (the year may be missing) and its agency.

    ``marked``: more closes it than a full stop, as the headings of a chronology have as well.
    """

    start: int
    end: int
    day: WrittenDay | None
    agency: str | None
    marked: bool = True


def find_dateline(text: str, start: int, language: str) -> Dateline | None:
    """The dateline of a report whose head begins at an offset; it opens one of the first lines.

    One that tells a day or an agency is taken before one that has only a place, in capitals.

    >>> find_dateline("VIENNA, 3 marzo 2022 (Agenzia) - Nulla di fatto.", 0, "it").agency
    'Agenzia'
    """
    lines = list(_lines(text, start))[:_HEAD_LINES]
    found = [dateline for first, _ in lines if (dateline := _match_dateline(text, first, language))]
    if sum(not dateline.marked for dateline in found) > 1:
        found = [dateline for dateline in found if dateline.marked]
    telling = next((dateline for dateline in found if dateline.day or dateline.agency), None)
    bare = next((dateline for dateline in found if dateline.start <= lines[:_BARE_LINES][-1][0]), None)
    return telling or bare


def find_date_line(text: str, start: int, language: str, order: DateOrder | None = None) -> tuple[int, str, int] | None:
    """A line with a date and hardly anything else, near the head or the foot: EDTF between the offsets of the date.

    ``order`` is that of day and month in a date in numbers.
    """
    lines = list(_lines(text, start))
    for first, end in (*lines[:_HEAD_LINES], *lines[_HEAD_LINES:][-_FOOT_LINES:]):
        found = _date_in(text, first, end, language, order) if end - first <= _LONGEST_LINE else None
        if found is None:
            continue
        before = text[first : found[0]]
        if (first, end) in lines[1:_BARE_LINES]:
            before = _AUTHOR.sub(" ", before)
        if _is_bare(before, text[found[2] : end], language):
            return found
    return None


def _date_in(
    text: str, start: int, end: int, language: str, order: DateOrder | None = None
) -> tuple[int, str, int] | None:
    """The first date with day and year between two offsets: EDTF between its own offsets."""
    found = find_day(text, start, end, language)
    if found is not None and found[1].edtf:
        return found[0], found[1].edtf, found[1].end
    return find_either(text, start, end, language, order)


def is_only_date(line: str, language: str) -> bool:
    """Whether a line tells a date and hardly anything else, also when a page was changed.

    >>> is_only_date("Aggiornato il 3 marzo 2022", "it"), is_only_date("Il 3 marzo 2022 cominciò la guerra", "it")
    (True, False)
    """
    found = _date_in(line, 0, len(line), language) if len(line) <= _LONGEST_LINE else None
    if found is None:
        return False
    reading = load_reading(language)
    rest = _without((*reading.updated, *reading.published), line[: found[0]]) + line[found[2] :]
    return sum(c.isalpha() for c in rest) <= _LETTERS_BESIDE_TITLE


def _match_dateline(text: str, start: int, language: str) -> Dateline | None:
    head = text[start : start + _LONGEST_DATELINE].partition("\n")[0]
    if match := _AGENCY_ONLY.match(head):
        inner = _match_placed(head, match.end(), language)
        if inner is None:
            return Dateline(start, start + match.end(), None, match["agency"])
    found = _match_placed(head, 0, language) or _match_parted(head, language)
    return found and msgspec.structs.replace(
        found, start=start, end=start + found.end,
        day=found.day and msgspec.structs.replace(found.day, end=start + found.day.end),
    )  # fmt: skip


def _match_placed(head: str, start: int, language: str) -> Dateline | None:
    """A dateline with a place: it must name a day or an agency, or have its place in capitals."""
    for opening in filter(None, (pattern.match(head, start) for pattern in _OPENINGS)):
        day = _day_behind(head, opening.end(), language, stopped=bool(opening["stop"]))
        closing = _CLOSING.match(head, day.end if day else opening.end("place"))
        closing = closing or (_CLOSING.match(head, opening.end()) if day is None else None)
        closing = closing or _SLASHED.match(head, day.end if day else opening.end("place"))
        closing = closing or (_unmarked(head, day) if day else None)
        if closing is None:
            continue
        agency = opening["first"] or closing.groupdict().get("last")
        if day or agency or _UPPER_PLACE.fullmatch(opening["place"]):
            return Dateline(start, closing.end(), day, agency, marked=closing.re is not _FULL_STOP)
    return None


def _match_parted(head: str, language: str) -> Dateline | None:
    """A dateline in parts: "Київ • УНН • 5 травня, 14:32 —"."""
    opening = _PARTED.match(head)
    day = match_day(head, opening.end(), language) if opening else None
    closing = _PARTED_END.match(head, day.end) if day else None
    return Dateline(0, closing.end(), day, opening["agency"]) if opening and closing else None


def _unmarked(head: str, day: WrittenDay) -> "regex.Match[str] | None":
    """What closes a dateline without brackets: an agency behind a full stop, or that stop alone behind a whole date."""
    named = _NAMED.match(head, day.end)
    if named or day.edtf is None or day.day is None:
        return named
    return _FULL_STOP.match(head, day.end)


def _day_behind(head: str, start: int, language: str, *, stopped: bool) -> WrittenDay | None:
    """The day that stands at an offset behind a stop, or in brackets: "BEIRUT (3 marzo) -"."""
    if head[start : start + 1] != "(":
        articles = "|".join(map(regex.escape, load_reading(language).day_articles))
        article = regex.compile(rf"(?:{articles})\s+", regex.IGNORECASE).match(head, start) if articles else None
        return match_day(head, article.end() if article else start, language) if stopped else None
    day = match_day(head, start + 1, language)
    closed = day is not None and head[day.end : day.end + 1] == ")"
    return msgspec.structs.replace(day, end=day.end + 1) if closed and day is not None else None


def _is_bare(before: str, after: str, language: str) -> bool:
    """Whether what stands beside a date is at most a place, an author or a "published on"."""
    reading = load_reading(language)
    if _without(reading.updated, before + after) != before + after or any(mark in before for mark in _PAGE_MARKS):
        return False
    rest = (_without(reading.published, before) + after).rstrip()
    return sum(c.isalpha() for c in rest) <= _LETTERS_BESIDE_DATE and not rest.endswith((".", "!", "?", "…"))


def _without(phrases: tuple[str, ...], text: str) -> str:
    listed = "|".join(regex.escape(phrase) for phrase in sorted(phrases, key=lambda p: (-len(p), p)))
    return str(regex.sub(rf"\b(?:{listed})\b", "", text, flags=regex.IGNORECASE))


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Offsets of the lines that hold something, without the space around them."""
    for match in regex.finditer(r"\S[^\n]*", text, pos=start):
        yield match.start(), match.start() + len(match.group().rstrip())
