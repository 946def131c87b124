"""Threats, warnings, demands, promises, offers and preconditions: what became of each by a day, and why.

The rules are few and each names the entry that decided; a person confirms or overrules. In their order: what the
committed side (or, for demands, the addressee) did later fulfils or breaks it; the same side takes it back; its
deadline passes; otherwise it is open.
"""

from collections.abc import Iterable, Iterator
from heapq import merge

from cronistoria.merge.acts import BREAKING, FORSWORN, FULFILLING, INTENTION, acts_of, deciding_acts
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.keys import FAMILIES
from cronistoria.merge.neighbours import Neighbours, Sayings, order
from cronistoria.merge.sketch import last_day_of
from cronistoria.merge.subjects import likeness
from cronistoria.merge.verdict import Verdict
from cronistoria.model.entry import Entry, Ground
from cronistoria.model.record import Polarity, Position

COMMITTING = frozenset(("threat", "warning", "demand", "precondition", "promise", "offer"))
FORSWEARING = frozenset(("refusal", "denial"))
_OWN_DEED = frozenset(("threat", "promise", "offer"))
ASKING = frozenset(("demand", "precondition"))
_PLEDGED = frozenset(("promise", "offer"))
_HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE"))
_HORIZON = 400
ALIKE = 0.35
_ANSWERS: tuple[tuple[str, Polarity], ...] = (
    ("yes", "affirmed"), ("yes", "negated"), ("no", "affirmed"), ("no", "negated"),
)  # fmt: skip


def is_commitment(entry: Entry) -> bool:
    """Whether an entry stands in the ledger: what binds somebody, and a denial that deeds have belied."""
    if entry.kind != "position":
        return False
    denied = entry.polarity == "negated" and entry.type not in ASKING | _PLEDGED
    return (entry.type in COMMITTING and not denied) or (entry.type in FORSWEARING and entry.status == "broken")


def judge_denial(denial: Chapter, others: Neighbours, now: int) -> Verdict | None:
    """Whether a side did what it had said it would not do or did not mean to do; ``None`` as long as it did not."""
    points = denial.content & FORSWORN.keys()
    meant = denial.entry.type == "refusal" or INTENTION in denial.content
    if denial.entry.type not in FORSWEARING or denial.entry.polarity == "negated" or not points or not meant:
        return None
    if denial.first is None:
        return None
    forsworn = deciding_acts(points, bound=False)
    for later in others.deeds(denial.sides, forsworn, denial.first, min(now, denial.first + _HORIZON)):
        done = acts_of(later.entry.type, later.entry.plover, later.strand) & forsworn
        if done and later.sides & denial.sides and _meets(denial, later):
            return Verdict("broken", Ground("done_against_it", later.entry.id), "contradicts")
    return None


def judge_commitment(commitment: Chapter, others: Neighbours, now: int) -> Verdict:
    """The status of a commitment on a day."""
    for later in _later(commitment, others, now):
        if found := _decided_by(commitment, later):
            return found
    deadline = _deadline(commitment)
    if deadline is not None and deadline < now:
        return Verdict("lapsed", Ground("deadline_passed"))
    return Verdict("open", Ground("nothing_decided"))


def answers_to(commitment: Chapter, others: Neighbours, now: int) -> Iterator[tuple[Chapter, str]]:
    """The addressee's later acceptances and refusals on the same point, each with its reason."""
    if commitment.first is None:
        return
    first, last = commitment.first, min(now, commitment.first + _HORIZON)
    said = Sayings(commitment.targets - commitment.sides, _ANSWERS, commitment.content)
    for later in others.positions(said, first, last):
        if is_about_same(commitment, later):
            yield later, "accepts" if FAMILIES[later.entry.type or ""] == "yes" else "refuses"


def committed(commitment: Chapter) -> frozenset[str]:
    """Who would have to act: the side itself, for demands the addressee; of what others foretell, whoever it is."""
    if commitment.entry.type in ASKING:
        return commitment.targets
    return commitment.sides if commitment.entry.type in _OWN_DEED else commitment.targets


def _later(commitment: Chapter, others: Neighbours, now: int) -> Iterable[Chapter]:
    """What may decide: later deeds of those who are committed, and what the same side says to the contrary."""
    if commitment.first is None:
        return ()
    first, last = commitment.first, min(now, commitment.first + _HORIZON)
    contrary: Polarity = "affirmed" if commitment.entry.polarity == "negated" else "negated"
    opposite = ((FAMILIES[commitment.entry.type or ""], contrary),)
    said = others.positions(Sayings(commitment.sides, opposite, commitment.content), first, last)
    done = others.deeds(committed(commitment), deciding_acts(commitment.content, bound=True), first, last)
    return merge(said, done, key=order)


def _decided_by(commitment: Chapter, later: Chapter) -> Verdict | None:
    entry = later.entry.id
    if later.strand == "position":
        taken_back = Verdict("withdrawn", Ground("taken_back", entry), "contradicts")
        return taken_back if _takes_back(commitment, later) else None
    if not _can_decide(commitment, later):
        return None
    acts = acts_of(later.entry.type, later.entry.plover, later.strand)
    if commitment.entry.type in ASKING:
        acts = frozenset() if later.entry.type in _HOSTILE else acts
    pledged = commitment.entry.type in _PLEDGED
    if any(acts & FULFILLING.get(subject, frozenset()) for subject in commitment.content):
        return _broken(entry) if pledged and commitment.entry.polarity == "negated" else _fulfilled(entry)
    if pledged and any(acts & BREAKING.get(subject, frozenset()) for subject in commitment.content):
        return _broken(entry)
    return None


def _can_decide(commitment: Chapter, later: Chapter) -> bool:
    """Whether it is a deed, dated, by who is committed, and against or for those whom the commitment names."""
    if not is_deed(later) or not later.sides & committed(commitment):
        return False
    return commitment.entry.type in ASKING or _meets(commitment, later)


def is_deed(later: Chapter) -> bool:
    """Whether it is something that really was done, on a known day."""
    window = later.window
    dated = window is not None and window.dated and window.fine
    return later.strand in ("event", "deployment") and later.is_real and dated


def _meets(commitment: Chapter, later: Chapter) -> bool:
    """Whether a deed was done to those whom a commitment names or, where it names nobody, is about the same."""
    struck = struck_by(later)
    if commitment.targets - commitment.sides and struck:
        return bool(commitment.targets & struck)
    return likeness(commitment.content, later.subjects) >= ALIKE / 2


def _fulfilled(entry: str) -> Verdict:
    return Verdict("fulfilled", Ground("done", entry), "fulfils")


def _broken(entry: str) -> Verdict:
    return Verdict("broken", Ground("done_against_it", entry), "breaks")


def _takes_back(commitment: Chapter, later: Chapter) -> bool:
    same_family = FAMILIES.get(later.entry.type or "") == FAMILIES.get(commitment.entry.type or "")
    opposite = later.entry.polarity != commitment.entry.polarity
    return bool(later.sides & commitment.sides) and same_family and opposite and is_about_same(commitment, later)


def is_about_same(one: Chapter, other: Chapter) -> bool:
    """Whether two positions are about one point: they share two subjects or more, and much of all."""
    return len(one.content & other.content) > 1 and likeness(one.content, other.content) >= ALIKE


def struck_by(deed: Chapter) -> frozenset[str]:
    """Whom a deed was done to: those it was aimed at, and the country where it was done."""
    place = deed.entry.place
    return deed.targets | {place.country} if place and place.country else deed.targets


def _deadline(commitment: Chapter) -> int | None:
    """The last day of the latest deadline that its tellings give."""
    ends = [
        last_day_of(record.deadline.end)
        for sketch in commitment.sketches
        if isinstance(record := sketch.record, Position) and record.deadline and record.deadline.end
    ]
    return max(ends, default=None)
