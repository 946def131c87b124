"""Which sketches come near each other, found without comparing all pairs.

What may be the same shares a key. Of a busy day's statements most that share one are about different things, and only
words could bring them near: these are found by key and word together. The result is that of comparing all pairs that
share a key.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from cronistoria.merge.bounds import bounds_of
from cronistoria.merge.features import FEATURES, score_pair
from cronistoria.merge.keys import WORDED, may_be_same, own_keys, sought_keys
from cronistoria.merge.sketch import Sketch
from cronistoria.merge.subjects import is_subject, most_alike
from cronistoria.model.record import Event

_WEIGHTS = {strand: {f.name: f.weight for f in features} for strand, features in FEATURES.items()}
_UNDATED = 0.25
_ROUNDING = 1e-4

Near = tuple[int, int, float]


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

    def within(self, own: frozenset[str], sought: frozenset[str]) -> "Keyed":
        """The same with some of its keys."""
        return Keyed(self.sketch, own, sought, self.words, self.named, self.rest)


def keyed(sketch: Sketch) -> Keyed:
    """A sketch with its keys."""
    document = {f"\0{sketch.document}"} if sketch.strand in WORDED else frozenset()
    named = frozenset(filter(is_subject, sketch.subjects))
    words = sketch.subjects | document
    return Keyed(sketch, own_keys(sketch), sought_keys(sketch), words, named, _rest(sketch))


def share_key(earlier: Keyed, later: Keyed) -> bool:
    """Whether two are compared at all."""
    return not earlier.own.isdisjoint(later.sought) and may_be_same(earlier.sketch, later.sketch)


def near_pairs(nodes: Sequence[Keyed], least: float) -> Iterator[Near]:
    """The places of all pairs that are compared and reach a score, the earlier first, each once."""
    index = _Index(least)
    for number, node in enumerate(nodes):
        for other in index.found_by(node):
            if may_reach(nodes[other], node, least):
                score = score_pair(nodes[other].sketch, node.sketch)
                if score is not None and score >= least:
                    yield other, number, score
        index.add(number, node)


def may_reach(one: Keyed, other: Keyed, least: float) -> bool:
    """Whether two that share a key and, if that is asked, a word could reach a score, by what their words share."""
    a, b = one.sketch, other.sketch
    most = _WEIGHTS[a.strand]
    rest = min(one.rest, other.rest)
    if "same_words" in most and a.document == b.document:
        rest += most["same_words"]
    missing = least - _ROUNDING - rest
    if missing <= 0:
        return True
    shared = len(a.subjects & b.subjects) + len(one.named & other.named)
    weights = len(a.subjects) + len(one.named), len(b.subjects) + len(other.named)
    return most["words"] * most_alike(shared, weights, same_language=a.language == b.language) >= missing


class _Index:
    """Those that came before, by key alone and by key and word."""

    def __init__(self, least: float) -> None:
        self._least = least - _ROUNDING
        self._by_key: dict[str, list[int]] = {}
        self._by_word: dict[str, dict[str, list[int]]] = {}

    def add(self, number: int, node: Keyed) -> None:
        """Makes it known to those that come later."""
        for key in node.own:
            if self._needs_no_words(node):
                self._by_key.setdefault(key, []).append(number)
            if node.sketch.strand not in _WORDLESS:
                postings = self._by_word.setdefault(key, {})
                for word in node.words:
                    postings.setdefault(word, []).append(number)

    def found_by(self, node: Keyed) -> set[int]:
        """Those that it may come near."""
        found: set[int] = set()
        if self._needs_no_words(node):
            found.update(*(self._by_key.get(key, ()) for key in node.sought))
        for key in node.sought if node.sketch.strand not in _WORDLESS else ():
            if postings := self._by_word.get(key):
                found.update(*(postings[word] for word in node.words if word in postings))
        return found

    def _needs_no_words(self, node: Keyed) -> bool:
        return node.sketch.strand not in WORDED and node.rest >= self._least


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


_WORDLESS = frozenset(strand for strand in FEATURES if strand not in WORDED and strand != "event")
