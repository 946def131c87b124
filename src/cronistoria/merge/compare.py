"""How alike two sketches are, feature by feature: each function gives -1 (against) to 1 (for), ``None`` for unknown.

`VETO` says that they cannot be the same, whatever else speaks for it. All functions are symmetrical.
"""

from collections.abc import Set
from typing import Final

from cronistoria.merge.bounds import are_compatible, bounds_of, ratio
from cronistoria.merge.keys import FAMILIES, NEAR_DAYS
from cronistoria.merge.sketch import Sketch
from cronistoria.merge.subjects import OTHER_LANGUAGE, likeness
from cronistoria.model.moments import has_zone, may_be_one, moments_of
from cronistoria.model.record import BaseRecord, Contact, Deployment, Event, Quantity, Statement

VETO: Final = float("-inf")
_FACE_TO_FACE = frozenset(("meeting", "talks", "summit", "visit"))
_AT_A_DISTANCE = frozenset(("call", "video_call", "talks"))
_ON_PAPER = frozenset(("letter", "message", "handover"))
_STANDING = frozenset(("massed", "deployed", "moved"))
_DEEDS = frozenset(("event", "deployment"))
_REAL = frozenset(("asserted", "hearsay"))
_FEW = 2


def polarity(a: Sketch, b: Sketch) -> float | None:
    """What one affirms and the other denies, or one tells and the other only plans, is not one."""
    if a.record.polarity != b.record.polarity:
        return VETO
    both_real = (a.record.modality in _REAL) == (b.record.modality in _REAL)
    return None if both_real or a.strand not in _DEEDS else VETO


def days(a: Sketch, b: Sketch) -> float | None:
    """The same day speaks for it, days that cannot meet exclude it; a report's own date says little."""
    one, other = a.window, b.window
    if one is None or other is None:
        return None
    if not one.overlaps(other):
        return _other_names_of_a_day(a, b)
    if one.dated and other.dated:
        return 1.0 if one.fine and other.fine else 0.5
    return 0.25


def _other_names_of_a_day(a: Sketch, b: Sketch) -> float:
    """Two days may be one where a clock time has its zone: Thursday night in Rome, Friday in Moscow."""
    one, other = a.record.date, b.record.date
    if one is None or other is None or one.precision == other.precision != "minute":
        return VETO
    left, right = moments_of(one), moments_of(other)
    if has_zone(one) and has_zone(other) and left and right:
        return 1.0 if left[0].date() == right[0].date() else VETO
    told = has_zone(one) != has_zone(other) and one.precision != other.precision
    return 0.25 if told and may_be_one(one, other, same_clock=False) else VETO


def near_days(a: Sketch, b: Sketch) -> float | None:
    """As `days`, for what lasts: a few days apart is still the same."""
    one, other = a.window, b.window
    if one is None or other is None:
        return None
    if one.overlaps(other):
        return 1.0 if one.fine and other.fine else 0.25
    return 0.5 if max(one.first - other.last, other.first - one.last) <= NEAR_DAYS else VETO


def publication(a: Sketch, b: Sketch) -> float | None:
    """Where a date is wide or missing: reports of the same days are likelier to tell the same."""
    if a.published is None or b.published is None or (_is_exact(a) and _is_exact(b)):
        return None
    return max(1.0 - abs(a.published - b.published) / 3, -1.0)


def participants(a: Sketch, b: Sketch) -> float | None:
    """The same people, or their states; one may name fewer, but neither may name somebody else's meeting."""
    if a.who == b.who:
        return 1.0 if len(a.sides) > 1 else 0.3
    if not a.sides or not b.sides:
        return None
    if not (a.sides <= b.sides or b.sides <= a.sides):
        return VETO
    if _other_people(a, b):
        return -1.0
    return 0.8 if a.sides == b.sides else 0.3


def doers(a: Sketch, b: Sketch) -> float | None:
    """Who says it or does it; two persons, or two sides, exclude it."""
    if not a.sides or not b.sides:
        return 1.0 if a.who == b.who and _label(a) and _label(a) == _label(b) else None
    if a.who & b.who:
        return 1.0
    if not a.sides & b.sides or (a.persons & a.who and b.persons & b.who):
        return VETO
    return 0.6


def attackers(a: Sketch, b: Sketch) -> float | None:
    """Who did it, where reports may disagree or keep silent."""
    return _sets(a.sides, b.sides)


def targets(a: Sketch, b: Sketch) -> float | None:
    """Whom it is for or struck."""
    if a.whom and a.whom == b.whom:
        return 1.0
    found = _sets(a.targets, b.targets)
    return found if found is None or found < 0 else 0.8


def channel(a: Sketch, b: Sketch) -> float | None:
    """The same channel, one that reports mix up with it, or one that excludes it."""
    if a.type == b.type:
        return 1.0
    kinds = {a.type, b.type}
    if kinds <= _AT_A_DISTANCE or kinds <= _FACE_TO_FACE or kinds == {"video_call", "summit"} or kinds <= _ON_PAPER:
        return 0.4
    return VETO if kinds & _ON_PAPER else -0.5 if "video_call" in kinds else -1.0


def asked_by(a: Sketch, b: Sketch) -> float | None:
    """Who asked for it."""
    if not isinstance(a.record, Contact) or not isinstance(b.record, Contact):
        return None
    one, other = a.record.requested_by, b.record.requested_by
    return None if one is None or other is None else 1.0 if one == other else -0.3


def duration(a: Sketch, b: Sketch) -> float | None:
    """How long it was."""
    if not isinstance(a.record, Contact) or not isinstance(b.record, Contact):
        return None
    one, other = bounds_of(a.record.duration), bounds_of(b.record.duration)
    return None if one is None or other is None else 1.0 if are_compatible(one, other) else -0.3


def place(a: Sketch, b: Sketch) -> float | None:
    """Where: the same place, the same country, or another one."""
    one, other = a.record.place, b.record.place
    if one is None or other is None:
        return None
    if one.name == other.name:
        return 1.0
    if one.country is None or other.country is None:
        return None
    return 0.2 if one.country == other.country else -1.0


def scene(a: Sketch, b: Sketch) -> float | None:
    """Where it struck: as `place`, but what happens in two countries is not one."""
    found = place(a, b)
    return VETO if found == -1.0 else found


def words(a: Sketch, b: Sketch) -> float | None:
    """What the words are about; less is asked of two languages than of one, more of very few words."""
    if not a.subjects or not b.subjects:
        return None
    alike = likeness(a.subjects, b.subjects)
    if a.subjects != b.subjects and min(len(a.subjects), len(b.subjects)) < _FEW:
        alike /= 2
    return alike if a.language == b.language else min(alike * OTHER_LANGUAGE, 1.0)


def same_words(a: Sketch, b: Sketch) -> float | None:
    """One stretch of one report."""
    if a.document != b.document or not isinstance(a.record, Statement) or not isinstance(b.record, Statement):
        return None
    return 1.0 if a.record.content.overlaps(b.record.content) else None


def position_type(a: Sketch, b: Sketch) -> float | None:
    """The same type, or one of its family."""
    return 1.0 if a.type == b.type else 0.5 if FAMILIES[a.type] == FAMILIES[b.type] else -1.0


def posture(a: Sketch, b: Sketch) -> float | None:
    """What the forces do."""
    return 1.0 if a.type == b.type else 0.5 if {a.type, b.type} <= _STANDING else VETO


def quantity(a: Sketch, b: Sketch) -> float | None:
    """How many forces: numbers may differ a little; one of less than half is of a part."""
    if not isinstance(a.record, Deployment) or not isinstance(b.record, Deployment):
        return None
    return _numbers(a.record.quantity, b.record.quantity, VETO)


def casualties(a: Sketch, b: Sketch) -> float | None:
    """How many died: tolls grow, so that other numbers say little against it."""
    one, other = _killed(a.record), _killed(b.record)
    return _numbers(one, other, -0.5)


def mode(a: Sketch, b: Sketch) -> float | None:
    """The mode of a PLOVER event."""
    one, other = a.record.plover and a.record.plover.mode, b.record.plover and b.record.plover.mode
    return None if one is None or other is None else 1.0 if one == other else -1.0


def _numbers(one: Quantity | None, other: Quantity | None, far: float) -> float | None:
    left, right = bounds_of(one), bounds_of(other)
    if left is None or right is None:
        return None
    if are_compatible(left, right):
        return 1.0
    return 0.2 if ratio(left, right) < 2 else far


def _killed(record: BaseRecord) -> Quantity | None:
    return record.casualties.killed if isinstance(record, Event) and record.casualties else None


def _sets(one: Set[str], other: Set[str]) -> float | None:
    if not one or not other:
        return None
    return 1.0 if one & other else -1.0


def _is_exact(sketch: Sketch) -> bool:
    return sketch.window is not None and sketch.window.dated and sketch.window.fine


def _other_people(a: Sketch, b: Sketch) -> bool:
    """Whether each names a person whom the other does not, so that they are meetings of different people."""
    return bool(a.persons - b.persons) and bool(b.persons - a.persons)


def _label(sketch: Sketch) -> str | None:
    return getattr(sketch.record, "speaker_label", None)
