"""Points a length away from today, from what was told, or from another point: "ago", "in", "after", "before".

Words and lengths come in, points with a distance go out.
"""

from msgspec.structs import replace

from cronistoria.extract.dates.engine import Action, Values
from cronistoria.extract.dates.lengths import Rules, length_of
from cronistoria.model.timex import Length, Point

MOST_WEEKDAYS = 9
_WEEKDAY_SET = "XXXX-WXX-"


def _away(anchor: str, *, backwards: bool) -> Action:
    def make(v: Values) -> Point:
        length: Length = v["length"]
        return Point(anchor=anchor, distance=length, backwards=backwards, bound=length.bound)  # type: ignore[arg-type]

    return make


def _about_away(*, backwards: bool) -> Action:
    """A length that is told with its unit first, which makes it rough."""

    def make(v: Values) -> Point:
        length = length_of(v["number"], v["unit"], "about")
        return Point(distance=length, backwards=backwards, bound="about")

    return make


def _weekdays_ago(v: Values) -> Point | None:
    """One weekday of several before today: "two Fridays ago"."""
    told, number = v.get("sets", ""), v["number"]
    weekday = v["weekday"] if "weekday" in v else int(told[-1]) - 1 if told[:-1] == _WEEKDAY_SET else None
    if weekday is None or not 2 <= number <= MOST_WEEKDAYS or number % 1:
        return None
    return Point(weekday=weekday, which=-1, distance=length_of(number - 1, "week"), backwards=True)


def _maybe_ahead(v: Values) -> Point:
    length: Length = v["length"]
    return Point(vague=True, distance=length, bound=length.bound)


def _from_point(*, backwards: bool) -> Action:
    def make(v: Values) -> Point | None:
        point: Point = v["point"]
        return None if point.distance else replace(point, distance=v["length"], backwards=backwards)

    return make


DISTANCE_RULES: Rules = {
    "far": (
        ("ago_before length", _away("document", backwards=True)),
        ("ago_before bare_length", lambda v: _away("document", backwards=True)({"length": v["bare_length"]})),
        ("later_before length", _away("event", backwards=False)),
        ("length=bare_one ago", _away("document", backwards=True)),
        ("hence_before length=bare_one", _away("document", backwards=False)),
        ("length=bare_one before point=near", _from_point(backwards=True)),
        ("length=bare_one after point=near", _from_point(backwards=False)),
        ("length=bare_one earlier", _away("event", backwards=True)),
        ("length=bare_one later", _away("event", backwards=False)),
        ("later_before length=bare_one", _away("event", backwards=False)),
        ("length ago", _away("document", backwards=True)),
        ("bare_length ago", lambda v: _away("document", backwards=True)({"length": v["bare_length"]})),
        ("hence_before length", _away("document", backwards=False)),
        ("hence_maybe length", _maybe_ahead),
        ("length hence_after", _away("document", backwards=False)),
        ("length before determiners? point=near", _from_point(backwards=True)),
        ("length after determiners? point=near", _from_point(backwards=False)),
        ("unit=inverted_unit hence_before number", _about_away(backwards=False)),
        ("unit=inverted_unit number ago", _about_away(backwards=True)),
        ("number weekday ago", _weekdays_ago), ("number sets ago", _weekdays_ago),
        ("ago_before number weekday", _weekdays_ago), ("ago_before number sets", _weekdays_ago),
        ("length earlier", _away("event", backwards=True)),
        ("length later", _away("event", backwards=False)),
    ),
}  # fmt: skip
