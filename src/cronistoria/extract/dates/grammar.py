"""All rules for time expressions of one language, put together once.

The language's switches come in, the `Grammar` goes out; its one entrance is the symbol `EXPRESSION`.
"""

import re
from functools import cache

from msgspec.structs import replace

from cronistoria.extract.dates.clocks import CLOCK_RULES, bare_hour, minutes_of
from cronistoria.extract.dates.day_parts import PART_RULES, part_of
from cronistoria.extract.dates.distances import DISTANCE_RULES
from cronistoria.extract.dates.engine import Action, Grammar, Values
from cronistoria.extract.dates.lengths import LENGTH_RULES, Rules, any_of, one_unit, same
from cronistoria.extract.dates.points import POINT_RULES
from cronistoria.extract.dates.ranges import RANGE_RULES
from cronistoria.languages.dates import load_date_words
from cronistoria.model.timex import Length, Point, Reference, Window

EXPRESSION = "expression"
_NEVER = "never"
_OF = re.compile(r"(?<![\w=])of(?![\w?])")


def _part(v: Values) -> Point:
    return Point(part=v["part"])


def _about(v: Values) -> Point | None:
    point: Point = v["point"]
    return replace(point, bound="about") if v["bounds"] == "about" and point.bound == "exact" else None


def _about_after(v: Values) -> Point | None:
    point: Point = v["point"]
    return replace(point, bound="about") if v["bounds_after"] == "about" and point.bound == "exact" else None


def _through(direction: int) -> Action:
    return lambda v: Window(length=Length(parts=((v["number"], v["unit"]),)), direction=direction)


TOP_RULES: Rules = {
    "bare_part": (
        ("part=part_words", _part),
        ("inside phase_adverbs? part=parts", _part),
        ("inside determiners phase_adverbs? part=parts", _part),
        ("at_day phase_adverbs? part=parts", _part),
    ),
    "whole": (
        ("value=references", lambda v: Reference(v["value"])), ("value=deictic", same("value")),
        *any_of(
            "night_between", "range", "day_list", "set", "part_window", "clock_point", "part_point", "far", "window",
            "weekend_point", "phase_point", "near", "bare_part", "length", "for_days",
        ),
        ("duration_words value=bare_length", same("value")),
    ),
    "for_days": (("determiners? number=ordinal_any unit=unit_one consecutive", _through(-1)),),
    EXPRESSION: (
        ("value=whole", same("value")),
        ("bounds determiners? point=clock_point", _about),
        ("bounds point=ordinal_clock", _about),
        ("bounds determiners? point=far", _about),
        ("bounds determiners? point=phase_point", _about),
        ("bounds determiners? point=near", _about),
        ("point=clock_point bounds_after", _about_after),
        ("point=near bounds_after", _about_after),
    ),
}  # fmt: skip


@cache
def load_date_grammar(language: str) -> Grammar:
    """The rules of a language; those that its switches close lead nowhere."""
    words = load_date_words(language)
    switches = words.switches
    bare: Rules = {"bare_time": (("value=clock_hour" if switches.bare_clock else f"value={_NEVER}", _hour),)}
    dotted: Rules = {
        "dotted_time": (("value=clock_dot" if switches.dotted_clock else f"value={_NEVER}", same("value")),)
    }
    lone: Rules = {"bare_hour": ((f"hour={_NEVER if switches.bare_clock else 'clock_hour'}", bare_hour),)}
    one: Rules = _bare_units("unit_one", "unit") if switches.bare_genitive else _bare_units(_NEVER, _NEVER)
    short: Rules = {"lone_short_month": any_of("month_short" if switches.names_capitalised else _NEVER)}
    decade: Rules = {
        "decade_number": any_of(_NEVER if words.decade_suffixes else "integer"),
        "decade_year": any_of(_NEVER if words.decade_suffixes else "year"),
    }
    told = "event" if switches.next_part_told else "document"
    part: Rules = {"next_part": (("determiners? next part=parts", part_of(1, told)),)}
    ordinal = "ordinal_any" if words.at_ordinal else _NEVER
    hour: Rules = {"ordinal_hour": ((f"hour={ordinal} hour_after and_half?", minutes_of),)}
    month_year: Rules = {}
    if not switches.bare_month_day:
        month_year = {"day_after_month": ((f"value={_NEVER}", same("value")),)}
    common = {**LENGTH_RULES, **POINT_RULES, **DISTANCE_RULES, **PART_RULES, **CLOCK_RULES, **RANGE_RULES, **TOP_RULES}
    rules = {**common, **one, **short, **decade, **lone, **bare, **dotted, **part, **hour, **month_year}
    return Grammar(_without_of(rules) if switches.bare_genitive else rules)


def _without_of(rules: Rules) -> Rules:
    """The rules for a language that says "of" with a case alone."""
    return {name: tuple((_OF.sub("of?", text), action) for text, action in group) for name, group in rules.items()}


def _bare_units(alone: str, first: str) -> Rules:
    """The rules for units without a number, or before it, where a language leaves out the one or turns them round."""
    return {
        "bare_one": ((f"unit={alone}", one_unit),),
        "bare_unit": any_of(alone),
        "lone_hour": ((f"unit={alone}", _one_hour),),
        "inverted_unit": any_of(first),
    }


def _one_hour(v: Values) -> tuple[int, int] | None:
    return (1, 0) if v["unit"] == "hour" else None


def _hour(v: Values) -> tuple[int, int] | None:
    return (v["value"], 0) if v["value"] is not None and v["value"] <= 24 else None
