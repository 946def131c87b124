"""A sketch with the keys and words by which what may be the same is found, and what it could reach without words."""

from collections.abc import Iterable

import msgspec

from cronistoria.merge.bounds import bounds_of
from cronistoria.merge.features import FEATURES
from cronistoria.merge.keys import WORDED, keys_of, may_be_same
from cronistoria.merge.sketch import Sketch
from cronistoria.merge.subjects import is_subject
from cronistoria.model.record import Event

_WEIGHTS = {strand: {f.name: f.weight for f in features} for strand, features in FEATURES.items()}
_UNDATED = 0.25


class Keyed(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A sketch with the keys that find it and those that it seeks.

    ``words`` are its subjects and, where one report's words are compared whatever they are about, the report; ``named``
    those of the subjects that a language's table has. ``rest`` is the most that all features but words can add.
    """

    sketch: Sketch
    own: frozenset[str]
    sought: frozenset[str]
    words: frozenset[str]
    named: frozenset[str]
    rest: float


def keyed(sketch: Sketch) -> Keyed:
    """A sketch with its keys."""
    document = {f"\0{sketch.document}"} if sketch.strand in WORDED else frozenset()
    named = frozenset(filter(is_subject, sketch.subjects))
    words = sketch.subjects | document
    own, sought = keys_of(sketch)
    return Keyed(sketch, own, sought, words, named, _rest(sketch))


def share_key(earlier: Keyed, later: Keyed) -> bool:
    """Whether two are compared at all."""
    return not earlier.own.isdisjoint(later.sought) and may_be_same(earlier.sketch, later.sketch)


def _rest(sketch: Sketch) -> float:
    """The most that all features but words can add to the score of a sketch and another."""
    most = _WEIGHTS[sketch.strand]
    match sketch.strand:
        case "statement":
            return most["days"] + most["doers"]
        case "position":
            doers, targets = most["doers"] if sketch.sides else 0.0, most["targets"] if sketch.whom else 0.0
            return doers + most["type"] + targets
        case "event":
            return sum(_said(sketch, most))
        case _:
            return 1.0


def _said(event: Sketch, most: dict[str, float]) -> Iterable[float]:
    """What each feature of an event can add that has something to go on."""
    record, window = event.record, event.window
    killed = record.casualties.killed if isinstance(record, Event) and record.casualties else None
    if window is not None:
        yield most["days"] if window.dated else most["days"] * _UNDATED
    if record.plover is not None and record.plover.mode is not None:
        yield most["mode"]
    if event.sides:
        yield most["doers"]
    if event.whom:
        yield most["targets"]
    if record.place is not None:
        yield most["place"]
    if bounds_of(killed) is not None:
        yield most["casualties"]
