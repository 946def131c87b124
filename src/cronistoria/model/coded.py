"""What researchers count: a line of text with two parties comes in, one coded act or several go out."""

from typing import Literal

import msgspec

Status = Literal["asserted", "hearsay", "planned", "conditional", "possible", "negated"]


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """A line to code: ``source`` and ``target`` are words of ``text``, ``None`` where none are given.

    ``date``: when the text was published (EDTF). ``number``: which line of the input it is, from 1.
    """

    number: int
    text: str
    source: str | None = None
    target: str | None = None
    date: str | None = None
    language: str | None = None


class BadLine(msgspec.Struct, frozen=True):
    """A line that cannot be coded, and why."""

    number: int
    message: str


class Coded(msgspec.Struct, frozen=True, kw_only=True):
    """One act in the terms of PLOVER and CAMEO; everything is ``None`` where the line tells no act.

    ``root``: the PLOVER root as data coded before 2021 have it. ``score``: PLOVER's, -10 to 10, its successor of
    Goldstein's. ``kind``: ``relation`` between the given parties, else the kind of the record. ``confidence``:
    calibrated (docs/coding.md).
    """

    line: int
    event: str | None = None
    mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str | None = None
    root: str | None = None
    score: float | None = None
    quad: str | None = None
    status: Status | None = None
    confidence: float | None = None
    rule: str | None = None
    kind: str | None = None
    actor: str | None = None
    actor_id: str | None = None
    actor_country: str | None = None
    recipient: str | None = None
    recipient_id: str | None = None
    recipient_country: str | None = None
    date: str | None = None
    place: str | None = None
    trigger: str | None = None
    text: str = ""
