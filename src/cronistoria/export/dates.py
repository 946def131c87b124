"""Dates for readers: a `Date` in, a phrase in the reader's language out, uncertain ones said as uncertain."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from babel import dates as cldr
from babel.dates import format_time

from cronistoria.languages.labels import Dates
from cronistoria.model.dates import Date

_SEASON_STARTS = (3, 6, 9, 12)
_MOST_DAYS = 20_000


@lru_cache(_MOST_DAYS)
def format_date(day: date, style: str, locale: str) -> str:
    """A day in one of CLDR's styles; kept, because the same days are said again and again."""
    return str(cldr.format_date(day, style, locale=locale))


@lru_cache(_MOST_DAYS)
def format_skeleton(skeleton: str, day: date, locale: str) -> str:
    """A day by the fields that a skeleton of CLDR names."""
    return str(cldr.format_skeleton(skeleton, day, locale=locale))


def say_date(value: Date, labels: Dates, language: str) -> str:
    """A phrase such as "martedì 7 dicembre 2021" or "tra l'8 e il 30 dicembre 2021".

    A date that cannot be placed is quoted as the text has it.
    """
    said = _say_bounds(value, labels, language)
    if said is None:
        return labels.unplaced.format(words=f"“{value.text.text}”") if value.text else labels.undated
    edtf = value.edtf or ""
    said = labels.about.format(date=said) if edtf.endswith(("~", "%")) else said
    return labels.perhaps.format(date=said) if edtf.endswith(("?", "%")) else said


def say_publication(value: Date | None, labels: Dates, language: str) -> str:
    """The date of a report, with a word of warning where its day is not known."""
    if value is None:
        return labels.undated
    said = say_date(value, labels, language)
    return said if value.precision in ("day", "hour", "minute") else labels.inexact.format(date=said)


def _say_bounds(value: Date, labels: Dates, language: str) -> str | None:
    if value.start is None and value.end is None:
        return None
    if value.start is None or value.end is None:
        day = _day(value.start) if value.start else _last_day(value.end or "")
        template = labels.since if value.start else labels.until
        said = format_date(day, "long", locale=language)
        return template.format(start=said, end=said)
    first, last = _day(value.start), _last_day(value.end)
    match value.precision:
        case "minute" | "hour":
            return _say_clock(value.start, labels, language)
        case "day" if first == last:
            return format_date(first, "full", locale=language)
        case "month" if (first.year, first.month) == (last.year, last.month):
            return format_skeleton("yMMMM", first, locale=language)
        case "season" if first.month in _SEASON_STARTS:
            return labels.seasons[_SEASON_STARTS.index(first.month)].format(year=first.year)
        case "year" if first.year == last.year:
            return str(first.year)
        case "week":
            start, end = _ends(first, last, labels, language)
            return labels.week.format(days=f"{start} – {end}")
        case _:
            return _between(first, last, labels, language)


def _between(first: date, last: date, labels: Dates, language: str) -> str:
    """Two days, months or years with the label's words, whichever the bounds are whole ones of."""
    if first == last:
        return format_date(first, "full", locale=language)
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        whole_years = first.month == 1 and last.month == 12
        start, end = (
            str(d.year) if whole_years else format_skeleton("yMMMM", d, locale=language) for d in (first, last)
        )
        return start if start == end else labels.between.format(start=start, end=end)
    start, end = _ends(first, last, labels, language)
    start, end = _with_article(start, first, labels), _with_article(end, last, labels)
    return labels.between.format(start=start, end=end)


def _ends(first: date, last: date, labels: Dates, language: str) -> tuple[str, str]:
    """Both days, the first one without the month and year that it shares with the last."""
    end = format_date(last, "long", locale=language)
    if first.year != last.year:
        return format_date(first, "long", locale=language), end
    skeleton = "d" if first.month == last.month and not labels.repeat_month else "MMMMd"
    return format_skeleton(skeleton, first, locale=language), end


def _with_article(said: str, day: date, labels: Dates) -> str:
    return (labels.day_elided if day.day in labels.elided_days else labels.day).format(day=said)


def _say_clock(start: str, labels: Dates, language: str) -> str:
    moment = datetime.fromisoformat(start)
    time = format_time(moment.time(), "short", locale=language)
    return labels.clock.format(date=format_date(moment.date(), "full", locale=language), time=time)


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _last_day(end: str) -> date:
    """The last day inside a half-open interval."""
    return _day(end) if "T" in end and not end.endswith("T00:00") else _day(end) - timedelta(days=1)
