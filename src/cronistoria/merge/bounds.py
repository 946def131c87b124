"""Numbers as texts bound them, and whether two of them can be one: 50 minutes and "under an hour" can."""

from math import inf

from cronistoria.model.record import Duration, Quantity

Bounds = tuple[float, float]
_ABOUT = 0.2


def bounds_of(value: Duration | Quantity | None) -> Bounds | None:
    """The least and the most that a number may be; ``None`` for none and for words without a number.

    "About" is read as a fifth more or less; an excluded end is kept as if it were inside.
    """
    match value:
        case Duration(minutes=minutes, bound=bound):
            low = high = minutes
        case Quantity(min=low, max=high, bound=bound) if low is not None or high is not None:
            low, high = (0.0 if low is None else low), (inf if high is None else high)
        case _:
            return None
    match bound:
        case "about":
            return low * (1 - _ABOUT), high * (1 + _ABOUT)
        case "under":
            return 0.0, high if high != inf else low
        case "over":
            return low or high, inf
        case _:
            return low, high


def are_compatible(one: Bounds, other: Bounds) -> bool:
    """Whether one number may lie within both."""
    return one[0] <= other[1] and other[0] <= one[1]


def ratio(one: Bounds, other: Bounds) -> float:
    """How many times the smaller goes into the larger, by the ends that are known."""
    left, right = _known(one), _known(other)
    return max(left, right) / max(min(left, right), 1.0)


def _known(bounds: Bounds) -> float:
    low, high = bounds
    return low if high == inf else high if low == 0 else (low + high) / 2
