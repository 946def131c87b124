"""What a visitor with the token decides about an entry: the choices, and the acts."""

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cronistoria.desk.deciding import Motion
from cronistoria.desk.desk import Desk
from cronistoria.errors import CronistoriaError
from cronistoria.merge.appointments import is_appointment
from cronistoria.merge.commitments import is_commitment
from cronistoria.merge.features import compare_pair
from cronistoria.model.entry import Entry
from cronistoria.model.judgement import Act
from cronistoria.view.called import short_id
from cronistoria.view.phrases import say_when
from cronistoria.web.address import link
from cronistoria.web.missing import refused
from cronistoria.web.session import may_write
from cronistoria.web.statuses import APPOINTMENT_STATUSES, COMMITMENT_STATUSES
from cronistoria.web.visit import Visit, visit_of

_MOST_ALIKE = 8
_AROUND = 120
_LONGEST = 300
_WITH_ANOTHER = ("same", "different", "status")


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What a form says: an act on an entry, with another entry, a record or a status in ``other``."""

    act: str
    other: str
    by: str
    why: str


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """A decision in words; one that is undone can not be undone again."""

    id: str
    act: str
    about: tuple[tuple[str, str], ...]
    by: str
    at: str
    why: str
    undone: str


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """The statuses that an entry can have, the entries that it may be one with, and what was decided about it."""

    statuses: tuple[tuple[str, str], ...]
    alike: tuple[tuple[str, str], ...]
    decided: tuple[Decided, ...]


def choices_for(visit: Visit, entry: Entry) -> Choices:
    """What can be decided about an entry; candidates are sought only for who may decide."""
    book = visit.book
    statuses: tuple[str, ...] = ()
    if is_commitment(entry):
        statuses = COMMITMENT_STATUSES
    elif entry.kind == "contact" and is_appointment(book.chapter(entry)):
        statuses = APPOINTMENT_STATUSES
    own = set(entry.records)
    return Choices(
        statuses=tuple((status, book.words.status[status]) for status in statuses),  # type: ignore[index]
        alike=_alike(visit, entry) if visit.can_write else (),
        decided=tuple(decided_of(visit, place) for place, d in enumerate(book.decisions) if own & set(d.records)),
    )


def decided_of(visit: Visit, place: int) -> Decided:
    """The decision at a place of the book's."""
    book, decision = visit.book, visit.book.decisions[place]
    entries = dict.fromkeys(e.id for record in decision.records if (e := book.entry_of(record)))
    status = book.words.status.get(decision.value, decision.value) if decision.value else ""  # type: ignore[call-overload]
    undone = f"{decision.undone_at} {decision.undone_by or ''}".strip() if decision.undone_at else ""
    return Decided(
        id=decision.id,
        act=f"{book.words.acts[decision.act]} {status}".strip(),
        about=tuple((link(f"/entries/{i}"), book.title(book.entry(i))) for i in entries),
        by=decision.by or "", at=decision.at or "", why=decision.why or "", undone=undone,
    )  # fmt: skip


def judge(request: Request, name: str, wish: Wish, csrf: str) -> Response:
    """Keeps a decision about an entry and goes back to it."""
    visit = visit_of(request)
    if not may_write(request, csrf):
        return refused(visit, visit.labels.words["judge_sign_in"], 403)
    desk: Desk = request.app.state.desk
    names = (name, wish.other) if wish.act in _WITH_ANOTHER else (name,)
    try:
        motion = Motion(act=msgspec.convert(wish.act, Act), names=names, by=_short(wish.by), why=_short(wish.why))
        records = desk.judge(motion).records
    except (CronistoriaError, msgspec.ValidationError) as error:
        return refused(visit, str(error))
    return _back_to(visit, desk, records)


def undo(request: Request, decision: str, by: str, csrf: str) -> Response:
    """Takes back a decision and goes to what it was about."""
    visit = visit_of(request)
    if not may_write(request, csrf):
        return refused(visit, visit.labels.words["judge_sign_in"], 403)
    desk: Desk = request.app.state.desk
    try:
        records = desk.undo(decision, _short(by)).records
    except CronistoriaError as error:
        return refused(visit, str(error))
    return _back_to(visit, desk, records)


def _back_to(visit: Visit, desk: Desk, records: tuple[str, ...]) -> Response:
    """To the entry that a record stands in now; to the decisions if it was rejected."""
    now = desk.book(visit.language).entry_of(records[0])
    return RedirectResponse(link(f"/entries/{now.id}" if now else "/decisions"), 303)


def _alike(visit: Visit, entry: Entry) -> tuple[tuple[str, str], ...]:
    """Entries of its kind near it in time that share a party, the most alike first."""
    book, sketch = visit.book, visit.book.chapter(entry).sketches[0]
    same_kind = book.index.kinds[entry.kind]
    here = int(same_kind.searchsorted(book.position(entry)))
    near = [book.entries[p] for p in same_kind[max(here - _AROUND, 0) : here + _AROUND].tolist()]
    parties = book.sides(entry)
    shared = [other for other in near if other.id != entry.id and (not parties or parties & book.sides(other))]
    scored = sorted(shared, key=lambda o: (-compare_pair(sketch, book.chapter(o).sketches[0]).score, o.id))
    return tuple((o.id, f"{say_when(book, o)}: {book.title(o)} [{short_id(o.id)}]") for o in scored[:_MOST_ALIKE])


def _short(text: str) -> str | None:
    return text.strip()[:_LONGEST] or None
