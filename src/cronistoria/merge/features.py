"""The table of features by which tellings are compared: a name, a weight, a function. A reader audits it in a minute.

A pair's score is the sum of weight times value, between 0 and 1; `THRESHOLD` and more is the same thing.
"""

from collections.abc import Callable, Hashable

import msgspec

from cronistoria.merge import compare, seen
from cronistoria.merge.sketch import Sketch, Strand

THRESHOLD = 0.6
UNSURE = 0.45


class Feature(msgspec.Struct, frozen=True):
    """What is compared, what it weighs, and how; ``seen``: all that it looks at in a sketch."""

    name: str
    weight: float
    compare: Callable[[Sketch, Sketch], float | None]
    seen: Callable[[Sketch], Hashable]

    def share(self, a: Sketch, b: Sketch) -> float:
        """What it adds to a score; `VETO` if the two cannot be the same."""
        value = self.compare(a, b)
        return 0.0 if value is None else compare.VETO if value == compare.VETO else self.weight * value


class Comparison(msgspec.Struct, frozen=True):
    """A pair's score, 0 to 1, and what each feature that had something to say added to it; vetoed pairs have none."""

    score: float
    shares: tuple[tuple[str, float], ...]
    vetoed: bool = False


FEATURES: dict[Strand, tuple[Feature, ...]] = {
    "contact": (
        Feature("days", 0.35, compare.days, seen.days),
        Feature("participants", 0.45, compare.participants, seen.parties),
        Feature("polarity", 0.0, compare.polarity, seen.reality),
        Feature("channel", 0.2, compare.channel, seen.type_),
        Feature("publication", 0.1, compare.publication, seen.publication),
        Feature("asked_by", 0.1, compare.asked_by, seen.asking),
        Feature("duration", 0.1, compare.duration, seen.duration),
        Feature("place", 0.1, compare.place, seen.place),
        Feature("words", 0.1, compare.words, seen.words),
    ),
    "appointment": (
        Feature("days", 0.35, compare.days, seen.days),
        Feature("participants", 0.45, compare.participants, seen.parties),
        Feature("polarity", 0.0, compare.polarity, seen.reality),
        Feature("channel", 0.15, compare.channel, seen.type_),
        Feature("publication", 0.1, compare.publication, seen.publication),
        Feature("place", 0.15, compare.place, seen.place),
        Feature("words", 0.1, compare.words, seen.words),
    ),
    "statement": (
        Feature("days", 0.1, compare.days, seen.days),
        Feature("doers", 0.2, compare.doers, seen.doers),
        Feature("polarity", 0.0, compare.polarity, seen.reality),
        Feature("words", 0.75, compare.words, seen.words),
        Feature("same_words", 0.5, compare.same_words, seen.document),
    ),
    "position": (
        Feature("doers", 0.2, compare.doers, seen.doers),
        Feature("type", 0.15, compare.position_type, seen.type_),
        Feature("polarity", 0.0, compare.polarity, seen.reality),
        Feature("targets", 0.1, compare.targets, seen.targets),
        Feature("words", 0.65, compare.words, seen.words),
    ),
    "deployment": (
        Feature("days", 0.15, compare.near_days, seen.days),
        Feature("doers", 0.3, compare.doers, seen.doers),
        Feature("polarity", 0.0, compare.polarity, seen.reality),
        Feature("posture", 0.15, compare.posture, seen.type_),
        Feature("place", 0.2, compare.place, seen.place),
        Feature("quantity", 0.25, compare.quantity, seen.quantity),
        Feature("words", 0.15, compare.words, seen.words),
    ),
    "event": (
        Feature("days", 0.2, compare.days, seen.days),
        Feature("polarity", 0.0, compare.polarity, seen.reality),
        Feature("mode", 0.1, compare.mode, seen.mode),
        Feature("doers", 0.15, compare.attackers, seen.sides),
        Feature("targets", 0.2, compare.targets, seen.targets),
        Feature("place", 0.2, compare.scene, seen.place),
        Feature("casualties", 0.15, compare.casualties, seen.casualties),
        Feature("words", 0.5, compare.words, seen.words),
    ),
}


def score_pair(a: Sketch, b: Sketch) -> float | None:
    """The score of two sketches of one strand, 0 to 1; ``None`` if they cannot be the same."""
    total = 0.0
    for feature in FEATURES[a.strand]:
        value = feature.compare(a, b)
        if value is not None:
            if value == compare.VETO:
                return None
            total += feature.weight * value
    return _within(total)


def compare_pair(a: Sketch, b: Sketch) -> Comparison:
    """The same with the share of each feature."""
    values = ((feature, feature.compare(a, b)) for feature in FEATURES[a.strand])
    said = [(feature, value) for feature, value in values if value is not None]
    vetoed = any(value == compare.VETO for _, value in said)
    total = 0.0
    for feature, value in () if vetoed else said:
        total += feature.weight * value
    shares = ((f.name, v if v == compare.VETO else round(f.weight * v, 3)) for f, v in said)
    return Comparison(_within(total), tuple(shares), vetoed)


def _within(total: float) -> float:
    return 0.0 if total < 0 else 1.0 if total > 1 else round(total, 4)
