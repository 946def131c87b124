"""Rules for clock times: "alle 20.35 GMT di ieri", "halb vier", "о дев'ятій ранку".

Classes of words come in (see `lexicon`); points with a clock go out.
"""

from typing import NamedTuple

from msgspec.structs import replace

from cronistoria.extract.dates.engine import Action, Values
from cronistoria.extract.dates.lengths import Rules, any_of, same
from cronistoria.extract.dates.numerals import combine
from cronistoria.extract.dates.points import is_day, merged
from cronistoria.model.timex import Point

NOON = (12, 0)
MIDNIGHT = (24, 0)
HALF_HOUR = 30
FEWEST_SPOKEN = 10


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
    """A number as a clock time: "2300 GMT", but no year or day with a place ("1945 in Moscow")."""
    if not v.get("half_day") and not v["zones"].lstrip("-").isdecimal():
        return None
    hour, minute = divmod(v["time"], 100) if v["time"] >= 100 else (v["time"], 0)
    if hour > 24 or minute >= 60 or (v.get("half_day") and not 1 <= hour <= 12):
        return None
    return _clock({**v, "time": (hour, minute)})


def _half_to(v: Values) -> tuple[int, int] | None:
    hour = v["hour"]
    return (hour - 1, HALF_HOUR) if 1 <= hour <= 12 else None


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
    return merged(replace(day, part=None), later(clock, day.part))


def later(point: Point, part: str | None) -> Point:
    """A clock time in the second half of the day where its part of the day says so."""
    if point.clock is None or part not in ("AF", "EV", "NI"):
        return point
    hour, minute = point.clock
    late = 1 <= hour < 12 and not (part == "NI" and hour < 6)
    return replace(point, clock=HalfDayClock(hour + 12, minute)) if late else point


def _in_part(v: Values) -> Point | None:
    """A clock time after its part of the day: "abends um 8 Uhr"."""
    part, point = v["part"], v["point"]
    assert isinstance(point, Point)
    assert point.clock
    hour, minute = point.clock
    later = hour < 12 and (part in ("AF", "EV") or (part == "NI" and hour >= 6))
    return replace(point, clock=(hour + 12, minute)) if later else point


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
        ("at_clock one? time=lone_hour half_day zones=zone?", _clock),
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
    "ordinal_clock": (
        ("time=ordinal_hour", _clock), ("time=ordinal_bare part=clock_part", _clock),
        ("time=ordinal_bare half_day", _clock),
    ),
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
    "any_part": (("inside? determiners? part=parts", same("part")),),
}  # fmt: skip
