"""Rules for points of the calendar: "martedì 7 dicembre", "the last week of March", "two days later", "fine mese".

Classes of words come in (see `lexicon`), `Point` readings go out; fields that the words leave open stay ``None``.
"""

from typing import Any

from msgspec.structs import asdict, replace

from cronistoria.extract.dates.engine import Action, Values
from cronistoria.extract.dates.lengths import Rules, any_of, same
from cronistoria.model.timex import Point

_BLANK = asdict(Point())


def merged(first: Point, second: Point) -> Point | None:
    """One point with what both say; ``None`` where they contradict each other."""
    left, right = _said(first), _said(second)
    if any(left[key] != right[key] for key in left.keys() & right.keys()):
        return None
    return Point(**{**left, **right})


def _said(point: Point) -> dict[str, Any]:
    return {key: value for key, value in asdict(point).items() if value != _BLANK[key]}


def _day(v: Values) -> Point | None:
    day: int = v["day"]
    if not 1 <= day <= 31:
        return None
    return Point(day=day, month=v["month"], year=v.get("year_tail"), weekday=v.get("weekday_any"), which=v.get("which"))


def _day_of_year(v: Values) -> Point | None:
    outer: Point = v["outer"]
    return merged(v["inner"], outer) if outer.year is not None or outer.unit == "year" else None


def _which(number: int, action: Action) -> Action:
    return lambda v: action({**v, "which": number})


def _month_year(v: Values) -> Point:
    return Point(month=v["month"], year=v["year"])


def _late_year(v: Values) -> Point | None:
    """A month of the last century: "mai 68"."""
    year: int = v["year"]
    return Point(month=v["month"], year=1900 + year) if 31 < year < 100 else None


def _named(v: Values) -> Point:
    return Point(
        month=v.get("month"), weekday=v.get("weekday"), season=v.get("seasons"), feast=v.get("feasts"),
        year=v.get("year_tail"), which=v.get("which"),
    )  # fmt: skip


def _both(v: Values) -> Point | None:
    """One inside the other: "Friday of last week"; there is no weekday of a day."""
    inner, outer = v["inner"], v["outer"]
    told = inner.weekday is not None and outer.unit == "day" and outer.anchor == "event"
    return None if told else merged(inner, outer)


def _shift(number: int, anchor: str = "document") -> Action:
    def make(v: Values) -> Point | None:
        unit = v["unit"]
        told = "event" if number == 1 and unit == "day" else anchor
        return None if unit in ("second", "minute") else Point(anchor=told, shift=number, unit=unit)  # type: ignore[arg-type]

    return make


def _nth(v: Values) -> Point | None:
    number, unit = v.get("ordinal", -1), v["unit"]
    outer: Point = v.get("outer", Point())
    if unit == "quarter" and number > 0:
        return replace(outer, quarter=number) if number <= 4 else None
    if unit == "half":
        return _half_of(number, outer)
    if unit in ("second", "minute", "hour") or outer.nth:
        return None
    return replace(outer, nth=number, nth_unit=unit)


def _half_of(number: int, outer: Point) -> Point | None:
    """A half of a year, or the beginning or end of another stretch that is longer than a day."""
    if number not in (1, 2) or is_day(outer) or outer.phase or outer.clock:
        return None
    if outer.month or outer.season or outer.decade or outer.century or outer.unit not in (None, "year"):
        return replace(outer, phase="START" if number == 1 else "END")
    return replace(outer, half=number)


def _holding(v: Values) -> Point | None:
    """The week or weekend that holds a day: "the week of April 10"."""
    outer: Point = v["outer"]
    fits = v["unit"] in ("week", "weekend") and outer.month
    return replace(outer, nth=0, nth_unit=v["unit"], weekday=None) if fits else None


def _nth_half(v: Values) -> Point | None:
    return _half_of(v["ordinal"], v["outer"])


def _nth_weekday(v: Values) -> Point | None:
    outer: Point = v["outer"]
    return (
        replace(outer, nth=v.get("ordinal", -1), nth_unit="day", weekday=v["weekday"])
        if outer.weekday is None
        else None
    )


def _first_units(v: Values) -> Point | None:
    number = v.get("ordinal", -1)
    if number not in (1, -1):
        return None
    outer: Point = v["outer"]
    return replace(outer, nth=number, nth_unit=v["unit"], plural=True)


def _phase(v: Values) -> Point | None:
    outer: Point | None = v.get("outer")
    if outer is None:
        if v["unit"] in ("second", "minute", "hour"):
            return None
        outer = Point(shift=0, unit=v["unit"])
    if outer.weekday is not None and outer.unit == "week":
        return outer
    return replace(outer, phase=v["phases"]) if outer.phase is None and outer.clock is None else None


def is_day(point: Point) -> bool:
    """Whether a point says a day."""
    return bool(
        point.day or point.weekday is not None or point.feast
        or (point.unit in ("day", "weekend") and point.shift is not None)
        or (point.distance and point.distance.parts[-1][1] == "day")
    )  # fmt: skip


def _number_alone(v: Values) -> Point | None:
    return Point(day=v["day"]) if 1 <= v["day"] <= 31 else None


def _day_of_month(v: Values) -> Point | None:
    """The day of a month that is pointed at: "on the 3rd of last month"."""
    outer: Point = v["outer"]
    return replace(outer, nth=v["day"], nth_unit="day") if outer.unit == "month" and 1 <= v["day"] <= 31 else None


def _weekday_day(v: Values) -> Point | None:
    return Point(weekday=v["weekday"], day=v["day"]) if 1 <= v["day"] <= 31 else None


def _number_day(v: Values) -> Point | None:
    day: Point = v["day_month_number"]
    return replace(day, weekday=v.get("weekday"))


def _year_number(v: Values) -> int:
    year: int = v["year"]
    return year


def _lettered(v: Values) -> Point:
    point: Point = v["point"]
    return replace(point, year=v["year"])


def _century(v: Values) -> Point | None:
    return Point(century=v["number"]) if v["unit"] == "century" else None


def _season(v: Values) -> Point | None:
    return merged(Point(season=v["seasons"]), v["outer"])


def _decade(v: Values) -> Point | None:
    value = v["value"]
    if value < 100:
        value += 1900 if value >= 10 else 2000
    return Point(decade=value) if value % 10 == 0 else None


def _names(name: str, before: str = "") -> tuple[tuple[str, Action], ...]:
    """Rules for a name that is pointed at ("last March"), with a word before it ("il prossimo mese di marzo")."""
    name = f"{before} {name}" if before else name
    found: list[tuple[str, Action]] = []
    for words, number in (("last", -1), ("latest", -1), ("next", 1), ("this", 0)):
        found += [
            (f"determiners? {words} {name}", _which(number, _named)),
            (f"determiners? {name} {words}", _which(number, _named)),
        ]
    for words, number in (("previous", -1), ("following", 1)):
        found += [
            (f"determiners? {words} {name}", _which_told(number)),
            (f"determiners? {name} {words}", _which_told(number)),
        ]
    return tuple(found)


def _which_told(number: int) -> Action:
    return lambda v: replace(_named({**v, "which": number}), anchor="event")


def _shifts() -> tuple[tuple[str, Action], ...]:
    found: list[tuple[str, Action]] = []
    for words, number, anchor in (
        ("last", -1, "document"), ("next", 1, "document"), ("this", 0, "document"), ("second_last", -2, "document"),
        ("second_next", 2, "document"), ("previous", -1, "event"), ("following", 1, "event"),
    ):  # fmt: skip
        found += [
            (f"determiners? {words} unit=unit_one", _shift(number, anchor)),
            (f"determiners? unit=unit_one {words}", _shift(number, anchor)),
        ]
    return (
        *found,
        ("that unit=unit_one", _shift(0, "event")),
        ("determiners that unit=unit_one", _shift(0, "event")),
        ("this unit=unit_one that_after", _shift(0, "event")),
        ("determiners? unit=unit_one before_after_unit", _shift(-1, "event")),
        ("determiners? unit=unit_one after_after_unit", _shift(1, "event")),
    )


POINT_RULES: Rules = {
    "day_number": (
        ("value=integer", same("value")), ("value=ordinal_number", same("value")), ("value=ordinals", same("value")),
        ("words", lambda v: v["words"][0] if len(v["words"]) == 1 else sum(v["words"])),
    ),
    "month_any": any_of("month", "month_short"),
    "weekday_any": any_of("weekday", "weekday_short"),
    "year_any": any_of("year", "short_year"),
    "year_tail": (
        ("comma? of? year_words? year=year_any", _year_number), ("comma? of? year=year_any year_after", _year_number),
    ),
    "outer_year": (("of? point=shifted", same("point")), ("of? year", lambda v: Point(year=v["year"]))),
    "full_day": (
        ("determiners? weekday_any comma? at_day? day=day_number of? month=month_any year_tail?", _day),
        ("at_day? day=day_number of? month=month_any year_tail?", _day),
        ("weekday_any comma? month=month_any determiners? day=day_after_month year_tail?", _day),
        ("month=month_any determiners? day=day_after_month year_tail?", _day),
        ("weekday_any comma? at_day? day=day_number of? month=month_any last", _which(-1, _day)),
        ("at_day? day=day_number of? month=month_any last", _which(-1, _day)),
        ("weekday_any comma? at_day? day=day_number of? month=month_any next", _which(1, _day)),
        ("at_day? day=day_number of? month=month_any next", _which(1, _day)),
        ("determiners? last day_words? day=day_number of? month=month_any", _which(-1, _day)),
        ("determiners? next day_words? day=day_number of? month=month_any", _which(1, _day)),
        ("weekday_any comma? inner=day_point", lambda v: replace(v["inner"], weekday=v["weekday_any"])),
        ("inner=day_point", same("inner")),
        ("day=integer dash month=month_any dash year_tail=year_any", _day),
        ("day=integer slash month=month_any slash year_tail=year_any", _day),
        ("year_tail=year slash month=month_any slash day=integer", _day),
        ("month=month_any dash day=integer dash year_tail=year_any", _day),
        ("month=month_any slash day=integer", _day),
        ("at_day day_month_number", _number_day),
        ("day_month_number=padded_day", _number_day),
        ("day_article day=integer", _number_alone), ("day_article day=ordinal_number", _number_alone),
        ("day=integer day_after", _number_alone), ("day=ordinal_number day_after", _number_alone),
        ("day_words day=integer", _number_alone),
        ("inside determiners day=ordinal_number", _number_alone),
        ("day_article day=day_number of? outer=shifted", _day_of_month),
        ("day=day_number day_after of? outer=shifted", _day_of_month),
        ("weekday comma? day_month_number", _number_day),
    ),
    "dated_day": (("inner=full_day outer=outer_year", _day_of_year),),
    "day_after_month": any_of("integer", "ordinal_number", "ordinals"),
    "month_point_any": (
        ("inner=month_point", same("inner")),
        ("month=month_any comma? of? year=year_any year_after?", _month_year),
        ("month=month_any dash year", _month_year), ("month=month_any slash year", _month_year),
        ("month=month_any of? year=integer", _late_year),
        *_names("month"), *_names("month", "month_words"),
        ("inner=plain_month outer=outer_year", _both),
        ("inner=plain_month", same("inner")),
    ),
    "plain_month": (("month", _named), ("month_words month", _named), ("month=lone_short_month", _named)),
    "weekday_point": (
        *_names("weekday"),
        ("determiners? inner=plain_weekday of? outer=shifted", _both),
        ("inner=plain_weekday comma outer=shifted", _both),
        ("outer=shifted comma? at_day? inner=plain_weekday", _both),
        ("determiners? weekday day=day_number", _weekday_day),
        ("determiners? weekday=weekday_short day=ordinal_number", _weekday_day),
        ("determiners? inner=plain_weekday", same("inner")),
    ),
    "plain_weekday": (("weekday", _named),),
    "season_point": (
        *_names("seasons"), ("determiners? seasons outer=outer_year", _season),
        ("determiners? seasons year_tail?", _named),
    ),
    "weekend_point": (("inner=shifted", lambda v: v["inner"] if v["inner"].unit == "weekend" else None),),
    "feast_point": (*_names("feasts"), ("determiners? feasts year_tail?", _named)),
    "shifted": _shifts(),
    "deictic_point": (
        ("value=deictic comma? at_day? weekday", same("value")), ("value=deictic", same("value")),
    ),
    "decade_point": (
        ("determiners? decade_words? value=decade decade_after?", _decade),
        ("determiners? value=decades decade_after", _decade),
        ("decade_words value=decades", _decade),
        ("decade_words value=short_year", _decade),
        ("decade_words value=decade_number", lambda v: _decade(v) if 20 <= v["value"] < 100 else None),
        ("decade_words value=decade_year", _decade),
        ("determiners? value=decades", lambda v: None),
    ),
    "century_point": (
        ("determiners? number=ordinal_any unit=unit_one", _century),
        ("determiners? number=roman unit=unit_one", _century),
        ("determiners? unit=unit_one number=roman", _century),
    ),
    "ordinal_any": any_of("ordinals", "ordinal_number"),
    "nth_point": (
        ("determiners? ordinal=ordinal_any dash? unit=unit_one of? determiners? outer=base", _nth),
        ("determiners? ordinal=ordinal_any dash? unit=unit_one of outer=outer_year", _nth),
        ("determiners? latest unit=unit_one of outer=base", _nth),
        ("determiners? last unit=unit_one of outer=base", _nth),
        ("determiners? unit=unit_one of outer=full_day", _holding),
        ("determiners? unit=unit_one starting outer=full_day", _holding),
        ("determiners? ordinal=ordinal_any weekday of outer=base", _nth_weekday),
        ("determiners? latest weekday of outer=base", _nth_weekday),
        ("determiners? last weekday of outer=base", _nth_weekday),
        ("determiners? ordinal=ordinal_any vague_numbers? unit=unit_many of determiners? outer=base", _first_units),
        ("determiners? latest unit=unit_many of outer=base", _first_units),
        ("determiners? ordinal=ordinal_any dash? unit=quarter_unit", _nth),
    ),
    "lettered_point": (
        ("point=lettered dash? year", _lettered), ("year dash? point=lettered", _lettered),
    ),
    "quarter_unit": (("value=unit_one", lambda v: v["value"] if v["value"] in ("quarter", "half") else None),),
    "phase_point": (
        ("determiners? ordinal=ordinal_any halves of? determiners? outer=near", _nth_half),
        ("determiners? ordinal=ordinal_any halves of? outer=year_point", _nth_half),
        ("determiners? phases of? determiners? outer=near", _phase),
        ("determiners? phases of? outer=year_point", _phase),
        ("determiners? phases of? determiners? unit=unit_one", _phase),
    ),
    "year_point": (
        ("year_words year year_after?", lambda v: Point(year=v["year"])),
        ("year year_after", lambda v: Point(year=v["year"])), ("year", lambda v: Point(year=v["year"])),
        ("value=short_year", lambda v: Point(year=v["value"])),
    ),
    "base": any_of(
        "dated_day", "full_day", "month_point_any", "weekday_point", "feast_point", "season_point", "shifted",
        "deictic_point", "lettered_point", "century_point", "decade_point", "year_point",
    ),
    "near": any_of("base", "nth_point"),
}  # fmt: skip
