"""Rules for clock times and for ranges: "alle 20.35 GMT di ieri", "dal 3 al 5 marzo", "from Monday to Wednesday".

Classes of words come in (see `lexicon`); points with a clock and drafts of ranges go out.
"""

from typing import NamedTuple

from msgspec.structs import replace

from cronistoria.extract.dates.engine import Action, Values
from cronistoria.extract.dates.lengths import Rules, any_of, same
from cronistoria.extract.dates.numerals import combine
from cronistoria.extract.dates.points import is_day, merged
from cronistoria.model.timex import Length, Point, Reference

NOON = (12, 0)
MIDNIGHT = (24, 0)
HALF_HOUR = 30
FEWEST_SPOKEN = 10
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


class HalfDayClock(NamedTuple):
    """An hour and minute that were said with "a.m." or "p.m.", or with a part of the day."""

    hour: int
    minute: int


class BareClock(NamedTuple):
    """An hour that was said as a mere number."""

    hour: int
    minute: int


def _clock(v: Values) -> Point | None:
    hour, minute = v["time"]
    half = v.get("half_day")
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    if v.get("part") in ("AF", "EV") and hour < 12:
        hour += 12
    if hour > 24 or (hour == 24 and minute and not v.get("late")):
        return None
    return Point(clock=HalfDayClock(hour, minute) if half or "part" in v else (hour, minute), zone=v.get("zones"))


def bare_hour(v: Values) -> Point | None:
    """An hour that only the day or its part before makes one: "last night at 8"."""
    return Point(clock=BareClock(v["hour"], 0)) if v["hour"] and v["hour"] <= 24 else None


def minutes_of(v: Values) -> tuple[int, int] | None:
    """An hour with its minutes, behind or before it."""
    hour, minutes = v["hour"], v.get("minutes", 0)
    if "and_half" in v:
        minutes = HALF_HOUR
    if hour > 24 or minutes > 59:
        return None
    return (hour - 1, 60 - minutes) if "to_hour" in v else (hour, minutes)


def _worded(v: Values) -> tuple[int, int] | None:
    """Hour and minutes as number words: "seven twenty-five"."""
    hour, *minutes = v["words"]
    minute = combine(minutes) if minutes else None
    return (hour, minute) if 0 < hour <= 12 and minute is not None and FEWEST_SPOKEN <= minute < 60 else None


def _unit_minutes(v: Values) -> tuple[int, int] | None:
    return minutes_of(v) if v["unit"] == "minute" else None


def _military(v: Values) -> Point | None:
    hour, minute = divmod(v["time"], 100) if v["time"] >= 100 else (v["time"], 0)
    if hour > 24 or minute >= 60 or (v.get("half_day") and not 1 <= hour <= 12):
        return None
    return _clock({**v, "time": (hour, minute)})


def _half_to(v: Values) -> tuple[int, int] | None:
    hour = v["hour"]
    return (hour - 1, HALF_HOUR) if 1 <= hour <= 12 else None


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


def _ordinal_half(v: Values) -> Point | None:
    """Half an hour before the hour of an ordinal: "в половине четвёртого"."""
    time = _half_to(v)
    return Point(clock=BareClock(*time)) if time else None


def _bare_ordinal(v: Values) -> Point | None:
    """An hour that is said as an ordinal behind a preposition of hours: "о дев'ятій"."""
    return Point(clock=BareClock(v["hour"], 0)) if 1 <= v["hour"] <= 24 else None


def _noon(time: tuple[int, int]) -> Action:
    def make(v: Values) -> Point:
        hour, minute = time
        if "and_half" in v:
            minute = HALF_HOUR
        return Point(clock=(hour, minute), zone=v.get("zones"))

    return make


def _at_clock(v: Values) -> Point | None:
    day, clock = v["day"], v["clock"]
    if not is_day(day) or day.clock or (isinstance(clock.clock, BareClock) and day.part is None):
        return None
    return merged(replace(day, part=None), _later(clock, day.part))


def _later(point: Point, part: str | None) -> Point:
    """A clock time in the second half of the day where its part of the day says so."""
    if point.clock is None or part not in ("AF", "EV", "NI"):
        return point
    hour, minute = point.clock
    late = 1 <= hour < 12 and not (part == "NI" and hour < 6)
    return replace(point, clock=HalfDayClock(hour + 12, minute)) if late else point


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


def _on_day(v: Values) -> RangeDraft | None:
    """From one time to another of a day that is told before: "Tuesday from 2 p.m. to 4 p.m."."""
    day, inner = v["day"], v["inner"]
    timed = inner.begin.clock and inner.end.clock and not is_day(inner.begin)
    if not is_day(day) or day.clock or inner.night or not timed:
        return None
    ends = [merged(replace(day, part=None), _later(point, day.part)) for point in (inner.begin, inner.end)]
    return inner._replace(begin=ends[0], end=ends[1]) if all(ends) else None


def _times(v: Values) -> RangeDraft | None:
    begin, end = v["begin"], v["finish"]
    return _range(v) if end.clock and tuple(begin.clock) < tuple(end.clock) else None


def _in_part(v: Values) -> Point | None:
    """A clock time after its part of the day: "abends um 8 Uhr"."""
    part, point = v["part"], v["point"]
    assert isinstance(point, Point)
    assert point.clock
    hour, minute = point.clock
    later = hour < 12 and (part in ("AF", "EV") or (part == "NI" and hour >= 6))
    return replace(point, clock=(hour + 12, minute)) if later else point


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


CLOCK_RULES: Rules = {
    "half_day": (("am", lambda v: "am"), ("pm", lambda v: "pm")),
    "zone": (("value=zones", same("value")), ("comma value=zones", same("value"))),
    "exact_time": (("value=clock_colon", same("value")),),
    "spoken_time": (
        ("value=clock_dot", same("value")),
        ("value=clock_colon", same("value")),
        ("hour=clock_hour past_hour minutes=clock_minutes", minutes_of),
        ("hour=clock_hour to_hour minutes=clock_minutes", minutes_of),
        ("hour=clock_hour and_half", minutes_of),
        ("hour=clock_hour", minutes_of),
    ),
    "clock_hour": (*any_of("integer"), ("words", lambda v: v["words"][0] if len(v["words"]) == 1 else None)),
    "clock_minutes": (
        *any_of("quarter_hours"), ("number", lambda v: int(v["number"]) if v["number"] < 60 else None),
    ),
    "told_number": (*any_of("quarter_hours"), ("words", lambda v: combine(v["words"]))),
    "clock": (
        ("at_clock? hour_words? time=exact_time half_day zones=zone?", _clock),
        ("at_clock? hour_words? time=exact_time oclock? zones=zone?", _clock),
        ("at_clock? hour_words? time=exact_time part=clock_part", _clock),
        ("at_clock? time=spoken_time half_day zones=zone?", _clock),
        ("at_clock? time=dotted_time half_day zones=zone?", _clock),
        ("at_clock hour_words? time=dotted_time part=clock_part?", _clock),
        ("at_clock hour_words? time=dotted_time oclock? zones=zone?", _clock),
        ("hour_words time=dotted_time zones=zone?", _clock),
        ("time=dotted_time zones=zone", _clock),
        ("at_clock? time=spoken_time oclock zones=zone?", _clock),
        ("at_clock? time=hour_minutes zones=zone?", _clock),
        ("at_clock time=full_hour part=clock_part", _clock),
        ("at_clock time=full_hour half_day", _clock),
        ("at_clock time=full_hour zones=zone?", _clock),
        ("time=full_hour zones=zone", _clock),
        ("at_clock time=told_minutes oclock? half_day?", _clock),
        ("time=told_minutes oclock", _clock),
        ("at_clock time=worded_time half_day? zones=zone?", _clock),
        ("at_clock? time=told_minutes part=clock_part", _clock),
        ("at_clock hour_words? time=spoken_time part=clock_part", _clock),
        ("at_clock hour_words? time=spoken_time zones=zone", _clock),
        ("at_clock hour_words? time=bare_time", _clock),
        ("at_clock? time=ordinal_hour part=clock_part", _clock),
        ("at_clock? time=ordinal_hour half_day zones=zone?", _clock),
        ("at_ordinal time=ordinal_bare half_day zones=zone?", _clock),
        ("at_clock? time=ordinal_half half_day zones=zone?", _clock),
        ("at_clock time=ordinal_hour zones=zone?", _clock),
        ("at_ordinal time=ordinal_bare part=clock_part", _clock),
        ("at_ordinal hour=ordinal_any", _bare_ordinal),
        ("at_clock? time=ordinal_half part=clock_part", _clock),
        ("at_clock? half_to hour=ordinals", _ordinal_half),
        ("at_clock? time=integer zones=zone", _military),
        ("at_clock? time=integer half_day zones=zone?", _military),
        ("at_clock? noon and_half? zones=zone?", _noon(NOON)),
        ("at_clock? midnight and_half? zones=zone?", _noon(MIDNIGHT)),
    ),
    "ordinal_bare": (("hour=ordinal_any", minutes_of),),
    "ordinal_half": (("half_to hour=ordinals", _half_to),),
    "worded_time": (("words", _worded),),
    "hour_point": (
        ("time=full_hour zones=zone?", _clock), ("time=worded_time", _clock), ("time=hour_minutes zones=zone?", _clock),
    ),
    "hour_minutes": (
        ("hour=clock_hour oclock minutes=integer", minutes_of),
        ("hour=clock_hour hour_after minutes=integer", minutes_of),
        ("hour=clock_hour hour_after to_hour minutes=clock_minutes", minutes_of),
    ),
    "full_hour": (
        ("hour=clock_hour past_hour minutes=clock_minutes", minutes_of),
        ("hour=clock_hour to_hour minutes=clock_minutes", minutes_of),
        ("hour=clock_hour hour_after and_half?", minutes_of), ("value=clock_dot hour_after", same("value"))),
    "told_minutes": (
        ("half_to hour=clock_hour", _half_to),
        ("minutes=clock_minutes past_before hour=clock_hour", minutes_of),
        ("minutes=clock_minutes unit past_before hour=clock_hour", _unit_minutes),
        ("minutes=told_number to_hour=to_before hour=clock_hour", minutes_of),
        ("minutes=clock_minutes unit to_hour=to_before hour=clock_hour", _unit_minutes),
    ),
    "dotted_time": (("value=clock_dot", same("value")),),
    "clock_part": (("of? inside? determiners? part=parts", same("part")),),
    "clock_point": (
        ("day=clock_day comma? clock", _at_clock),
        ("day=clock_day bar clock", _at_clock),
        ("clock comma? of? day=clock_day", _at_clock),
        ("clock comma? at_day? day=clock_day", _at_clock),
        ("clock=hour_point comma? day=clock_day", _at_clock),
        ("day=clock_day comma? clock=hour_point", _at_clock),
        ("clock", same("clock")),
        ("day=clock_day at_clock clock=bare_hour", _at_clock),
        ("part=any_part at_clock point=bare_hour", _in_part),
        ("part=part_phrase comma? point=clock", _in_part),
        ("part=any_part comma? point=clock", _in_part),
    ),
    "clock_day": any_of("part_point", "full_day", "weekday_point", "deictic_point", "feast_point"),
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
    "any_part": (("inside? determiners? part=parts", same("part")),),
    "night_between": (
        ("night=any_part of inner=range", _night_of),
        ("night=any_part night_to finish=full_day", _night_to),
        ("night=any_part night_to finish=weekday_point", _night_to),
        ("night=any_part start_words begin=bound_point end_words determiners? finish=bound_point", _range),
        ("night=any_part start_words begin=bare_day end_words determiners? finish=bound_point", _range),
        ("night=any_part between begin=weekday_point conjunction determiners? finish=weekday_point", _range),
        ("night=any_part between begin=bound_point conjunction determiners? finish=bound_point", _range),
        ("night=any_part between begin=bare_day conjunction determiners? finish=bound_point", _range),
    ),
}  # fmt: skip
