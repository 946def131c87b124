"""Rules for parts of days: "venerdì sera", "in the early hours of Tuesday", "quella notte", "last night".

Classes of words come in (see `lexicon`), `Point` readings with a part go out.
"""

from msgspec.structs import replace

from cronistoria.extract.dates.engine import Action, Values
from cronistoria.extract.dates.lengths import Rules, any_of, same
from cronistoria.extract.dates.points import is_day, merged
from cronistoria.model.timex import Point


def _part(v: Values) -> Point | None:
    day: Point = v["day"]
    if day.part or day.clock or not is_day(day):
        return None
    return replace(day, part=v["part"])


def part_of(shift: int, anchor: str = "document") -> Action:
    """A part of a day some days from the anchor."""
    return lambda v: Point(anchor=anchor, shift=shift, unit="day", part=v["part"])  # type: ignore[arg-type]


PART_RULES: Rules = {
    "part_phrase": (
        ("phase_adverbs? part=parts", same("part")), ("part_words", same("part_words")),
        ("inside determiners? phase_adverbs? part=parts", same("part")),
        ("comma inside determiners? phase_adverbs? part=parts", same("part")),
    ),
    "dayish": any_of("full_day", "weekday_point", "deictic_point", "feast_point", "far", "shifted"),
    "part_point": (
        ("determiners? inner=weekday_part", same("inner")),
        ("determiners? last inner=weekday_part", lambda v: replace(v["inner"], which=-1)),
        ("determiners? next inner=weekday_part", lambda v: replace(v["inner"], which=1)),
        ("determiners? this inner=weekday_part", lambda v: replace(v["inner"], which=0)),
        ("outer=shifted comma? at_day? inner=weekday_part", lambda v: merged(v["inner"], v["outer"])),
        ("this part=parts that_after", part_of(0, "event")),
        ("day=dayish part=part_phrase", _part),
        ("determiners? phase_adverbs? part=parts of? at_day? determiners? day=dayish", _part),
        ("determiners? this part=parts", part_of(0)),
        ("determiners? that part=parts", part_of(0, "event")),
        ("determiners? last part=parts", part_of(-1)),
        ("determiners? part=parts last", part_of(-1)),
        ("determiners? latest part=parts", part_of(-1)),
        ("value=next_part", same("value")),
        ("determiners? part=parts next", part_of(1)),
        ("determiners? previous part=parts", part_of(-1, "event")),
        ("determiners? part=parts previous", part_of(-1, "event")),
        ("determiners? part=parts before_after_unit", part_of(-1, "event")),
        ("determiners? following part=parts", part_of(1, "event")),
        ("determiners? part=parts following", part_of(1, "event")),
        ("determiners? part=parts after_after_unit", part_of(1, "event")),
    ),
}  # fmt: skip
