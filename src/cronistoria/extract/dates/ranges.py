"""Rules for ranges and lists of days: "dal 3 al 5 marzo", "from Monday to Wednesday", "the night of May 3-4".

Classes of words come in (see `lexicon`); drafts of ranges with the places of their ends go out.
"""

from typing import NamedTuple

from msgspec.structs import replace

from cronistoria.extract.dates.clocks import HalfDayClock, later
from cronistoria.extract.dates.engine import Values
from cronistoria.extract.dates.lengths import Rules, any_of
from cronistoria.extract.dates.points import is_day, merged
from cronistoria.model.timex import Length, Point, Reference

LONGEST_YEARS = 150


class ListDraft(NamedTuple):
    """Points with the positions of their words, each an expression of its own."""

    points: tuple[tuple[Point, tuple[int, int]], ...]


class RangeDraft(NamedTuple):
    """Two points with the positions of their words."""

    begin: Point
    end: Point
    begin_at: tuple[int, int]
    end_at: tuple[int, int]
    night: bool = False


def _night_of(v: Values) -> RangeDraft | None:
    """The night between the two days of a range: "the night of May 3-4"."""
    inner = v["inner"]
    fits = v["night"] == "NI" and isinstance(inner, RangeDraft) and not inner.night
    return inner._replace(night=True) if fits and is_day(inner.begin) and not inner.begin.clock else None


def _night_to(v: Values) -> RangeDraft | None:
    """The night that ends on a day: "in der Nacht auf Freitag"."""
    end: Point = v["finish"]
    if v["night"] != "NI" or end.distance or not is_day(end):
        return None
    begin = replace(end, distance=Length(parts=((1, "day"),)), backwards=True)
    return RangeDraft(begin, end, v["finish_at"], v["finish_at"], night=True)


def _range(v: Values) -> RangeDraft | None:
    begin, end = v["begin"], v["finish"]
    if isinstance(begin, int):
        begin = _bare_begin(begin, end)
    if begin is None or isinstance(end, Reference) or isinstance(begin, Reference):
        return None
    at_night = v.get("night") == "NI"
    return RangeDraft(_completed(begin, end), _continued(begin, end), v["begin_at"], v["finish_at"], at_night)


def _bare_begin(number: int, end: object) -> Point | None:
    """What a bare number begins: an hour before a clock time, else a day."""
    if isinstance(end, Point) and end.clock:
        return Point(clock=(number, 0)) if number < 24 else None
    return Point(day=number) if 1 <= number <= 31 else None


def _days(v: Values) -> RangeDraft | None:
    day = v["finish"]
    if not day.day or not 1 <= v["begin"] <= 31 or v["begin"] >= day.day:
        return None
    return RangeDraft(replace(day, day=v["begin"], weekday=None), day, v["begin_at"], v["finish_at"])


def _listed(v: Values) -> ListDraft | None:
    """Several days of the month that the last one says: "am 3., 4. und 7. Oktober"."""
    last: Point = v["finish"]
    days = [number for number, _ in v["items"]]
    if not last.day or not all(1 <= day <= 31 for day in days) or [*days, last.day] != sorted({*days, last.day}):
        return None
    each = replace(last, weekday=None)
    return ListDraft((*((replace(each, day=n), at) for n, at in v["items"]), (last, v["finish_at"])))


def _item(v: Values) -> tuple[tuple[int, tuple[int, int]], ...]:
    return ((v["begin"], v["begin_at"]), *v.get("items", ()))


def _two_days(v: Values) -> RangeDraft | None:
    return _days(v) if v["finish"].day and v["finish"].day - v["begin"] == 1 else None


def _next_weekday(v: Values) -> RangeDraft | None:
    """Two days of the week one after the other: "on Thursday and Friday"."""
    first, last = v["begin"].weekday, v["finish"].weekday
    if v["finish"].day is not None or (last - first) % 7 != 1:
        return None
    return RangeDraft(replace(v["finish"], weekday=first), v["finish"], v["begin_at"], v["finish_at"])


def _on_day(v: Values) -> RangeDraft | None:
    """From one time to another of a day that is told before: "Tuesday from 2 p.m. to 4 p.m."."""
    day, inner = v["day"], v["inner"]
    timed = inner.begin.clock and inner.end.clock and not is_day(inner.begin)
    if not is_day(day) or day.clock or inner.night or not timed:
        return None
    ends = [merged(replace(day, part=None), later(point, day.part)) for point in (inner.begin, inner.end)]
    return inner._replace(begin=ends[0], end=ends[1]) if all(ends) else None


def _times(v: Values) -> RangeDraft | None:
    begin, end = v["begin"], v["finish"]
    return _range(v) if end.clock and tuple(begin.clock) < tuple(end.clock) else None


def _clocks(v: Values) -> RangeDraft | None:
    return _range(v) if v["finish"].clock and not is_day(v["finish"]) and v["begin"] < v["finish"].clock[0] else None


def _days_after_month(v: Values) -> RangeDraft | None:
    first, last = v["begin"], v["finish"]
    if not 1 <= first < last <= 31:
        return None
    point = Point(month=v["month_any"], year=v.get("year_tail"))
    return RangeDraft(replace(point, day=first), replace(point, day=last), v["begin_at"], v["finish_at"])


def _years(v: Values) -> RangeDraft | None:
    first, last = v["begin"], v["finish"]
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + LONGEST_YEARS:
        return None
    return RangeDraft(Point(year=first), Point(year=last), v["begin_at"], v["finish_at"])


def _completed(begin: Point, end: Point) -> Point:
    """The first point with the month, year, day or zone that only the second one says."""
    fields: dict[str, object] = {}
    if begin.year is None and end.year is not None and (begin.month or begin.day or begin.season):
        fields["year"] = end.year
    if begin.day and not begin.month and begin.weekday is None:
        fields |= {"month": end.month, "which": end.which}
    if begin.clock and not is_day(begin) and is_day(end):
        fields |= {n: getattr(end, n) for n in ("shift", "unit", "day", "month", "year", "weekday", "anchor", "which")}
    if begin.month and begin.which is None and end.which is not None:
        fields["which"] = end.which
    if begin.clock and not isinstance(begin.clock, HalfDayClock) and isinstance(end.clock, HalfDayClock):
        later = (begin.clock[0] + 12, begin.clock[1])
        if 12 < later[0] <= 24 and later < tuple(end.clock):
            fields["clock"] = later
    return replace(begin, **fields) if fields else begin


def _continued(begin: Point, end: Point) -> Point:
    """The second point with the day that only the first one says: "Monday from 3 to 5"."""
    if end.clock and begin.clock and not is_day(end) and is_day(begin):
        return replace(begin, clock=end.clock, zone=end.zone)
    return end


RANGE_RULES: Rules = {
    "bare_day": any_of("integer", "ordinal_number", "ordinals"),
    "bound_point": any_of("clock_point", "part_point", "phase_point", "far", "near"),
    "range": (
        ("start_words determiners? begin=bound_point comma? end_words determiners? finish=bound_point", _range),
        ("start_words determiners? begin=bare_day end_words determiners? finish=bound_point", _range),
        ("start_words begin=day_month_number end_words finish=day_month_number", _range),
        ("between begin=day_month_number conjunction finish=day_month_number", _range),
        ("between begin=bound_point conjunction determiners? finish=bound_point", _range),
        ("between begin=bare_day conjunction determiners? finish=bound_point", _range),
        ("start_words begin=hour_point end_words finish=hour_point", _range),
        ("between begin=hour_point conjunction finish=hour_point", _range),
        ("start_words begin=bare_day end_words finish=hour_point", _range),
        ("between begin=bare_day conjunction finish=hour_point", _range),
        ("begin=bare_day dash finish=full_day", _days),
        ("begin=bare_day through_words finish=full_day", _days),
        ("begin=weekday_point through_words finish=weekday_point", _range),
        ("begin=full_day through_words finish=full_day", _range),
        ("begin=year through_words finish=year_or_two year_after?", _years),
        ("at_day? begin=bare_day conjunction at_day? finish=full_day", _two_days),
        ("determiners? begin=plain_weekday conjunction determiners? finish=weekday_point", _next_weekday),
        ("month_any begin=bare_day dash finish=bare_day year_tail?", _days_after_month),
        ("month_any begin=bare_day end_words finish=bare_day year_tail?", _days_after_month),
        ("start_words month_any begin=bare_day end_words finish=bare_day year_tail?", _days_after_month),
        ("day=clock_day comma? inner=range", _on_day),
        ("begin=clock dash? finish=clock", _times),
        ("start_words determiners? begin=bare_day finish=clock", _range),
        ("begin=clock through_words finish=clock_point", _times),
        ("begin=bare_day dash finish=clock_point", _clocks),
        ("begin=bare_day through_words finish=clock_point", _clocks),
        ("begin=year dash finish=year_or_two year_after?", _years),
        ("begin=full_day dash finish=full_day", _range),
        ("begin=month_point_any dash finish=month_point_any", _range),
        ("begin=weekday_point dash finish=weekday_point", _range),
    ),
    "day_list": (
        ("items=day_items conjunction at_day? finish=full_day", _listed),
        ("items=day_items comma conjunction at_day? finish=full_day", _listed),
    ),
    "day_items": (
        ("at_day? begin=bare_day comma items=day_items", _item), ("at_day? begin=bare_day", _item),
    ),
    "year_or_two": (*any_of("year"), ("value=integer", lambda v: v["value"] if 0 < v["value"] < 100 else None)),
    "night_between": (
        ("night=any_part of inner=range", _night_of),
        ("night=any_part night_to finish=full_day", _night_to),
        ("night=any_part night_to finish=weekday_point", _night_to),
        ("night=any_part night_to finish=deictic_point", _night_to),
        ("night=any_part start_words begin=bound_point end_words determiners? finish=bound_point", _range),
        ("night=any_part start_words begin=bare_day end_words determiners? finish=bound_point", _range),
        ("night=any_part between begin=weekday_point conjunction determiners? finish=weekday_point", _range),
        ("night=any_part between begin=bound_point conjunction determiners? finish=bound_point", _range),
        ("night=any_part between begin=bare_day conjunction determiners? finish=bound_point", _range),
    ),
}  # fmt: skip
