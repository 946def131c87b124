"""The table of features by which tellings are compared: a name, a weight, a function. A reader audits it in a minute.

A pair's score is the sum of weight times value, between 0 and 1; `THRESHOLD` and more is the same thing.
"""

from collections.abc import Callable

import msgspec

from cronistoria.merge import compare
from cronistoria.merge.sketch import Sketch, Strand

THRESHOLD = 0.6
UNSURE = 0.45


class Feature(msgspec.Struct, frozen=True):
    """What is compared, what it weighs, and how."""

    name: str
    weight: float
    compare: Callable[[Sketch, Sketch], float | None]


class Comparison(msgspec.Struct, frozen=True):
    """A pair's score, 0 to 1, and what each feature that had something to say added to it; vetoed pairs have none."""

    score: float
    shares: tuple[tuple[str, float], ...]
    vetoed: bool = False


FEATURES: dict[Strand, tuple[Feature, ...]] = {
    "contact": (
        Feature("days", 0.35, compare.days),
        Feature("participants", 0.45, compare.participants),
        Feature("polarity", 0.0, compare.polarity),
        Feature("channel", 0.2, compare.channel),
        Feature("publication", 0.1, compare.publication),
        Feature("asked_by", 0.1, compare.asked_by),
        Feature("duration", 0.1, compare.duration),
        Feature("place", 0.1, compare.place),
        Feature("words", 0.1, compare.words),
    ),
    "appointment": (
        Feature("days", 0.35, compare.days),
        Feature("participants", 0.45, compare.participants),
        Feature("polarity", 0.0, compare.polarity),
        Feature("channel", 0.15, compare.channel),
        Feature("publication", 0.1, compare.publication),
        Feature("place", 0.15, compare.place),
        Feature("words", 0.1, compare.words),
    ),
    "statement": (
        Feature("days", 0.1, compare.days),
        Feature("doers", 0.2, compare.doers),
        Feature("polarity", 0.0, compare.polarity),
        Feature("words", 0.75, compare.words),
        Feature("same_words", 0.5, compare.same_words),
    ),
    "position": (
        Feature("doers", 0.2, compare.doers),
        Feature("type", 0.15, compare.position_type),
        Feature("polarity", 0.0, compare.polarity),
        Feature("targets", 0.1, compare.targets),
        Feature("words", 0.65, compare.words),
    ),
    "deployment": (
        Feature("days", 0.15, compare.near_days),
        Feature("doers", 0.3, compare.doers),
        Feature("polarity", 0.0, compare.polarity),
        Feature("posture", 0.15, compare.posture),
        Feature("place", 0.2, compare.place),
        Feature("quantity", 0.25, compare.quantity),
        Feature("words", 0.15, compare.words),
    ),
    "event": (
        Feature("days", 0.2, compare.days),
        Feature("polarity", 0.0, compare.polarity),
        Feature("mode", 0.1, compare.mode),
        Feature("doers", 0.15, compare.attackers),
        Feature("targets", 0.2, compare.targets),
        Feature("place", 0.2, compare.scene),
        Feature("casualties", 0.15, compare.casualties),
        Feature("words", 0.5, compare.words),
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
    score, shares = score_pair(a, b), []
    for feature in FEATURES[a.strand]:
        value = feature.compare(a, b)
        if value is not None:
            shares.append((feature.name, value if value == compare.VETO else round(feature.weight * value, 3)))
    return Comparison(score or 0.0, tuple(shares), vetoed=score is None)


def _within(total: float) -> float:
    return 0.0 if total < 0 else 1.0 if total > 1 else round(total, 4)
