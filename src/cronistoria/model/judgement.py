"""What is thought about records, kept beside them: whether two tell of one thing, and what a person decided.

A `Judgement` is about a pair of records, made by the linker or by a person. A `Decision` is an act of a person; it is
never deleted, only undone, and hangs on records, whose ids stay while entries come and go.
"""

from typing import Literal

import msgspec

Verdict = Literal["same", "different", "unsure"]
Act = Literal["same", "different", "confirm", "reject", "status"]


class Judgement(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Two records (``left`` < ``right``); ``score`` is 0 to 1, ``None`` where a person (``by``) says so."""

    left: str
    right: str
    verdict: Verdict
    score: float | None = None
    reasons: tuple[str, ...] = ()
    by: str | None = None


class Decision(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Who decided what, when and why.

    ``records``: the two that are the ``same`` or ``different``; for the other acts those of the entry that was meant.
    ``value``: the status that is set. ``at`` and ``undone_at`` are ISO 8601; ``undone_at`` is ``None`` while it stands.
    """

    id: str
    act: Act
    records: tuple[str, ...]
    value: str | None = None
    by: str | None = None
    at: str | None = None
    why: str | None = None
    undone_at: str | None = None
    undone_by: str | None = None
