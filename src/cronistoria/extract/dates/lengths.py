"""Rules for lengths, windows and repetitions: "poco meno di un'ora", "the last 14 months", "every Monday".

Classes of words come in (see `lexicon`), `Length`, `Window`, `Repetition` readings go out.
"""

from typing import Any

from msgspec.structs import replace

from cronistoria.extract.dates.engine import Action, HandOn, Values
from cronistoria.extract.dates.numerals import combine
from cronistoria.model.record import Bound
from cronistoria.model.timex import ISO_UNITS, Length, Point, Repetition, Unit, Window, iso_duration

FEWEST_ERAS = 1900
FEWEST_MINUTES, MINUTES_OF_HOUR = 5, 60
Rules = dict[str, tuple[tuple[str, Action], ...]]


def length_of(number: float | None, unit: str, bound: Bound = "exact") -> Length:
    """An amount of one unit."""
    return Length(parts=((number, unit),), bound=bound)  # type: ignore[arg-type]


def _quantity(v: Values) -> Length | None:
    number, bound = v.get("number"), "exact"
    unit: Unit = v["unit"]
    if "round" in v:
        number, bound = v["round"], "about"
    if "one" in v:
        number = 1
    if "high" in v:
        number, bound = _middle(v["number"], v["high"]), "about"
        if number is None:
            return None
    if number is not None and "and_half" in v:
        number += 0.5
    if unit == "year" and number is not None and number >= FEWEST_ERAS:
        return None
    if unit in ("second", "quarter", "half") and (number is None or number < 2):
        return None
    return length_of(number, unit, bound)  # type: ignore[arg-type]


def _middle(low: float, high: float) -> float | None:
    if high <= low or high > 10 * low:
        return None
    return high if high - low == 1 else (low + high) / 2


def one_unit(v: Values) -> Length | None:
    """One of a unit, in a language that says so without a word for "one"."""
    return None if v["unit"] == "second" else length_of(1, v["unit"])


def _one_and_half(v: Values) -> Length | None:
    """One and a half of a unit, without a word for "one" ("hora y media")."""
    return length_of(1.5, v["unit"]) if v["unit"] == "hour" else None


def _half(v: Values) -> Length:
    return length_of(0.5, v["unit"])


def _part_of_hour(v: Values) -> Length | None:
    return length_of(v["quarter_hours"], "minute") if v["unit"] == "hour" else None


def _hours_and_minutes(v: Values) -> Length | None:
    """Hours with minutes that are not called so ("un'ora e quaranta")."""
    minutes = v["minutes"]
    if v["unit"] != "hour" or not FEWEST_MINUTES <= minutes < MINUTES_OF_HOUR:
        return None
    return Length(parts=((v.get("number", 1), "hour"), (minutes, "minute")))


def _pair(v: Values) -> Length | None:
    first, second = v["first"], v["second"]
    order = tuple(ISO_UNITS)
    if len(second.parts) != 1 or order.index(first.parts[-1][1]) <= order.index(second.parts[0][1]):
        return None
    return Length(parts=(*first.parts, *second.parts), bound=first.bound if first.bound != "exact" else second.bound)


def _triple(v: Values) -> Length | None:
    pair = _pair(v)
    return _pair({"first": pair, "second": v["third"]}) if pair else None


def _bounded_pair(v: Values) -> Length | None:
    pair = _pair(v)
    return _bounded({"quantity": pair, "bounds": v["bounds"]}) if pair else None


def _listed(v: Values) -> Length | None:
    return _pair(v) if v["second"].bound == "exact" and v["first"].bound == "exact" else None


def _bounded(v: Values) -> Length:
    bound: Bound = v.get("bounds") or v.get("bounds_after") or v["quantity"].bound
    quantity: Length = v["quantity"]
    return replace(quantity, bound=quantity.bound if bound == "exact" else bound)


def _vague(v: Values) -> Length | None:
    return None if v["unit"] == "second" else length_of(None, v["unit"])


def _words(v: Values) -> list[int]:
    return [v[f"w{i}"] for i in range(5) if f"w{i}" in v]


def _number(v: Values) -> float | None:
    return combine(v["words"])


def _window(direction: int) -> Action:
    def make(v: Values) -> Window | None:
        unit = v["unit"]
        if unit == "second":
            return None
        return Window(
            length=length_of(v.get("number"), unit, "about" if "round" in v else "exact"), direction=direction
        )

    return make


def _window_round(direction: int) -> Action:
    return lambda v: Window(length=length_of(v["round"], v["unit"], "about"), direction=direction)


def _window_one(direction: int) -> Action:
    return lambda v: (
        None if v["unit"] in ("second", "day") else Window(length=length_of(1, v["unit"]), direction=direction)
    )


def _part_window(direction: int) -> Action:
    """Some units at the beginning or the end of a stretch: "the first six months of 2021"."""

    def make(v: Values) -> Window | None:
        if v.get("ordinal", 1) != 1 or v["unit"] in ("second", "minute") or not v["number"]:
            return None
        outer = v.get("outer") or Point(shift=0, unit=v["whole"])
        return Window(length=length_of(v["number"], v["unit"]), direction=direction, outer=outer)

    return make


def _part_windows(words: str, direction: int) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (f"determiners? {front} unit=unit_many of {outer}", _part_window(direction))
        for front in (f"{words} number", f"number {words}")
        for outer in ("determiners? outer=base", "outer=outer_year", "determiners? whole=unit_one")
    )


def _every(v: Values) -> Repetition | None:
    if "weekday" in v:
        return Repetition(f"XXXX-WXX-{v['weekday'] + 1}")
    if "part" in v:
        return Repetition(f"XXXX-XX-XXT{v['part']}")
    if "month" in v:
        return Repetition(f"XXXX-{v['month']:02d}")
    if v["unit"] == "second":
        return None
    return Repetition(iso_duration(length_of(v.get("number") or 1, v["unit"])))


def _every_other(v: Values) -> Repetition | None:
    return None if v["unit"] == "second" else Repetition(iso_duration(length_of(2, v["unit"])))


def _told_set(v: Values) -> str | None:
    """A set of weekdays or days, to which a clock time may be added."""
    value: str = v["value"]
    return value if value.startswith("XXXX-") and "T" not in value else None


def _at_hour(v: Values) -> Repetition | None:
    """A clock time of every such day: "every Monday at 4 p.m."."""
    clock = v["clock"].clock
    return Repetition(f"{v['every_told']}T{clock[0]:02d}:{clock[1]:02d}") if clock else None


def _set_part(v: Values) -> Repetition | None:
    """A part of every such weekday: "Friday mornings"."""
    before, time, part = v["value"].partition("T")
    return Repetition(f"XXXX-WXX-{v['weekday'] + 1}T{part}") if time and before == "XXXX-XX-XX" else None


def _every_part(v: Values) -> Repetition:
    return Repetition(f"XXXX-WXX-{v['point'].weekday + 1}T{v['point'].part}")


def _per(v: Values) -> Repetition:
    return Repetition(iso_duration(length_of(1, v["unit"])))


def same(name: str) -> Action:
    """An action that hands on one of the values."""
    return HandOn(name)


def any_of(*symbols: str) -> tuple[tuple[str, Action], ...]:
    """Rules that hand on whichever of the symbols stands there."""
    return tuple((f"value={symbol}", same("value")) for symbol in symbols)


def _windows(words: str, direction: int, many: str = "unit_only_many") -> tuple[tuple[str, Any], ...]:
    return (
        (f"determiners? {words} number unit=unit_many", _window(direction)),
        (f"determiners? {words} round=round_numbers unit=unit_many", _window_round(direction)),
        (f"determiners? number {words} unit=unit_many", _window(direction)),
        (f"determiners? number unit=unit_many {words}", _window(direction)),
        (f"determiners? {words} vague_numbers? unit={many}", _window(direction)),
        (f"determiners? vague_numbers? unit={many} {words}", _window(direction)),
    )


LENGTH_RULES: Rules = {
    "words": tuple(
        (" number_and? dash? ".join(f"w{i}=number_word" for i in range(count)), _words) for count in range(5, 0, -1)
    ),
    "number": (
        ("words", _number), ("whole=integer fraction", lambda v: v["whole"] + v["fraction"]),
        ("value=fraction", same("value")), ("value=integer", same("value")), ("value=decimal", same("value")),
        ("value=year", same("value")),
    ),
    "unit": (("value=unit_many", same("value")), ("value=unit_one", same("value"))),
    "quantity": (
        ("number and_half unit", _quantity),
        ("number unit and_half", _quantity),
        ("one unit=unit_one and_half", _quantity),
        ("one unit=unit_one conjunction? minutes=number", _hours_and_minutes),
        ("number unit=unit_many conjunction? minutes=number", _hours_and_minutes),
        ("unit=unit_one and_half", _one_and_half),
        ("one and_half unit", _quantity),
        ("one half unit=unit_one", _half),
        ("half one unit=unit_one", _half),
        ("one number=fraction unit=unit_one", lambda v: length_of(v["number"], v["unit"])),
        ("half unit=unit_one", _half),
        ("quarter_hours of unit=unit_one", _part_of_hour),
        ("quarter_hours of one unit=unit_one", _part_of_hour),
        ("number or_words high=number unit=unit_many", _quantity),
        ("number vague_numbers? unit", _quantity),
        ("number dash unit=unit_one", _quantity),
        ("one dash unit=unit_one", _quantity),
        ("number dash? unit=length_ending", _quantity),
        ("between number conjunction high=number unit=unit_many", _quantity),
        ("round=round_numbers unit=unit_many", _quantity),
        ("round=round_numbers of unit=unit_many", _quantity),
        ("one unit=unit_one", _quantity),
        ("all_of unit=unit_one", one_unit),
        ("vague_numbers unit", _vague),
        ("one vague_numbers unit", _vague),
    ),
    "length": (
        ("bounds first=quantity conjunction second=quantity", _bounded_pair),
        ("first=quantity conjunction second=quantity", _pair),
        ("first=quantity second=quantity", _pair),
        ("first=quantity comma? second=quantity conjunction? third=quantity", _triple),
        ("first=quantity comma second=quantity", _listed),
        ("bounds determiners? quantity", _bounded),
        ("bounds bounds2=bounds quantity", _bounded),
        ("bounds quantity=bare_one", _bounded),
        ("duration_words quantity=bare_one", same("quantity")),
        ("duration_words first=bare_one conjunction? second=quantity", _pair),
        ("duration_words unit=bare_unit conjunction? minutes=number", _hours_and_minutes),
        ("quantity bounds_after", _bounded),
        ("quantity", same("quantity")),
        ("determiners number unit=unit_many", _quantity),
        ("value=length_word", same("value")),
        ("bounds quantity=length_word", _bounded),
    ),
    "bare_length": (("unit=unit_many", _vague),),
    "window": (
        *_windows("last", -1), *_windows("latest", -1), *_windows("next", 1),
        *_windows("last_many", -1, "unit_many"), *_windows("next_many", 1, "unit_many"),
        ("determiners? latest unit=unit_one", _window_one(-1)),
    ),
    "part_window": (
        *_part_windows("ordinal=ordinal_any", 1), *_part_windows("last", -1), *_part_windows("latest", -1),
    ),
    "every_told": (("every weekday", lambda v: f"XXXX-WXX-{v['weekday'] + 1}"), ("value=sets", _told_set)),
    "set": (
        ("every_other unit=unit_one", _every_other), ("every_other weekday", _every),
        ("every_told clock", _at_hour), ("clock every_told", _at_hour), ("clock=hour_point every_told", _at_hour),
        ("value=every_told", lambda v: Repetition(v["value"])),
        ("every number? unit", _every),
        ("every part=parts", _every),
        ("every month", _every),
        ("repeated per unit=unit_one", _per),
        ("rate unit=unit_one", _per),
        ("every point=weekday_part", _every_part),
        ("every number=ordinal_any unit=unit_one", _every),
        ("every ordinal=ordinal_any weekday of? unit=unit_one", _per),
        ("every ordinal=ordinal_any weekday", _every),
        ("weekday value=sets", _set_part),
        ("value=sets", lambda v: Repetition(v["value"])),
    ),
}  # fmt: skip
