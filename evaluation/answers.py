"""Single answers of a record: right or wrong against the gold's."""

from cronistoria.model.record import Contact, Duration, Quantity
from cronistoria.model.span import Span
from evaluation.gold import Amount, Clause, GoldContact
from evaluation.text import words

_STATUS = {
    "happened": {"held"}, "ongoing": {"ongoing"}, "begun": {"held", "ongoing"}, "scheduled": {"scheduled"},
    "requested": {"requested", "proposed"}, "negated": {"cancelled", "refused"},
}  # fmt: skip
_BOUNDS = {"=": "exact", "~": "about", "<": "under", ">": "over"}


def same_phase(gold: GoldContact, found: Contact) -> bool:
    """Past, future and denied do not mix; a plan may be told as refused or cancelled."""
    phases = {_phase(status) for status in _STATUS[gold.status]}
    phase = "denied" if found.polarity == "negated" else _phase(found.status)
    return phase in phases or {phase} | phases == {"future", "denied"}


def _phase(status: str) -> str:
    if status in ("held", "ongoing"):
        return "past"
    return "denied" if status in ("cancelled", "refused") else "future"


def status_right(gold: GoldContact, found: Contact) -> bool:
    """Whether held, going on, planned, asked for or off is told right."""
    return gold.status == "negated" if found.polarity == "negated" else found.status in _STATUS[gold.status]


def duration_right(gold: Amount | None, found: Duration | None) -> bool:
    """Within a tenth, with the same bound."""
    if gold is None or found is None or gold.minutes is None:
        return gold is None and found is None
    return abs(found.minutes - gold.minutes) <= gold.minutes / 10 and found.bound == _BOUNDS[gold.comparator]


def quantity_right(gold: Amount | None, found: Quantity | None) -> bool:
    """The same number, or the same two numbers, and bound; a span around an approximate number will do."""
    if gold is None or found is None:
        return gold is None and found is None
    values = {found.min, found.max} - {None}
    if gold.value is None:
        return not values
    if gold.upto is not None:
        return values == {gold.value, gold.upto}
    inside = found.bound == "about" and (found.min or 0) <= gold.value <= (found.max or 0)
    return found.bound == _BOUNDS.get(gold.comparator) and (values == {gold.value} or inside)


def clause_right(gold: Clause | None, found: Span | None) -> float | None:
    """Half of the words shared; ``None`` where the gold's clause is only implied."""
    if gold is not None and gold.text is None:
        return None
    if gold is None or gold.text is None or found is None:
        return float(gold is None and found is None)
    left, right = set(words(gold.text)), set(words(found.text))
    return float(len(left & right) >= 0.25 * (len(left) + len(right)))
