"""One group of tellings to one entry: what they say together, and what they disagree about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from cronistoria.merge.agreement import agreed_date
from cronistoria.merge.disagreements import find_disagreements
from cronistoria.merge.sketch import parties_of
from cronistoria.model.dates import Date
from cronistoria.model.entry import Entry
from cronistoria.model.identity import stable_id
from cronistoria.model.parts import record_type
from cronistoria.model.record import Record
from cronistoria.model.source import Source, Telling

T = TypeVar("T")
_LAST = "9999"


def make_entry(tellings: Iterable[Telling]) -> Entry:
    """The entry of a group of tellings of one strand.

    Its id hangs on its first telling (the earliest report, then the smallest id): later reports leave it as it is.
    """
    told = sorted(tellings, key=_first_told)
    record = told[0].record
    who = _by_count(actor for t in told for actor in parties_of(t.record)[0])
    whom = _by_count(actor for t in told for actor in parties_of(t.record)[1])
    type_ = _most(record_type(t.record) or "" for t in told)
    return Entry(
        id=stable_id(record.kind, record.id),
        kind=record.kind,  # type: ignore[arg-type]  # the kinds of records are the kinds of entries
        type=type_ or None,
        date=entry_date(told),
        actors=who,
        recipients=tuple(actor for actor in whom if actor not in who),
        place=_most(t.record.place for t in told if t.record.place),
        plover=_most(t.record.plover for t in told if t.record.plover),
        polarity=_most(t.record.polarity for t in told) or record.polarity,
        modality=_most(t.record.modality for t in told) or record.modality,
        confidence=_confidence([t.record for t in told]),
        records=tuple(sorted(t.record.id for t in told)),
        sources=sources_of(told),
        disagreements=find_disagreements(told),
    )


def entry_date(told: Sequence[Telling]) -> Date | None:
    """What the dated tellings agree on; of positions, which may be stated again and again, when they were first."""
    dated = [(t.source.document, t.record.date) for t in told if t.record.date is not None]
    if told[0].record.kind == "position" and dated:
        return min((date for _, date in dated), key=lambda d: (d.start or _LAST, d.end or _LAST, d.edtf or ""))
    return agreed_date(dated)


def sources_of(tellings: Iterable[Telling]) -> tuple[Source, ...]:
    """All reports and copies behind the tellings, by date of publication."""
    found = {source.document: source for telling in tellings for source in telling.sources}
    return tuple(sorted(found.values(), key=lambda s: (_published(s), s.document)))


def _first_told(telling: Telling) -> tuple[str, str, str]:
    return _published(telling.source), telling.source.document, telling.record.id


def _published(source: Source) -> str:
    return (source.published.start if source.published else None) or _LAST


def _by_count(values: Iterable[str]) -> tuple[str, ...]:
    """Values, the most frequent first, of equal ones those first that come first."""
    found = tuple(values)
    once = tuple(dict.fromkeys(found))
    return once if len(once) == len(found) or len(once) < 2 else tuple(v for v, _ in Counter(found).most_common())


def _most(values: Iterable[T]) -> T | None:
    """The most frequent value, of several the smallest as written."""
    found = list(values)
    if not found or all(value == found[0] for value in found):
        return found[0] if found else None
    counted = Counter(found)
    return min(counted, key=lambda value: (-counted[value], repr(value)))


def _confidence(records: Sequence[Record]) -> float:
    """That at least one record is right, if they were independent; never certain."""
    wrong = 1.0
    for record in records:
        wrong *= 1 - record.confidence
    return round(min(1 - wrong, 0.99), 2)
