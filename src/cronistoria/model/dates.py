"""Dates whose uncertainty is kept: half-open intervals with a precision and the ground they rest on."""

from typing import Literal

import msgspec

from cronistoria.model.span import Span

Precision = Literal["minute", "hour", "day", "week", "month", "season", "year", "interval", "unknown"]
Basis = Literal["explicit", "document", "relative-to-document", "relative-to-event", "inferred"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimexModifier = Literal[
    "START",
    "MID",
    "END",
    "APPROX",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
]


class Date(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """When something is, as exactly as the text allows and no more.

    ``start`` is inclusive and ``end`` exclusive, ISO 8601 (``2021-12-07`` or ``2021-12-30T21:35``); both are ``None``
    where the expression cannot be placed in time. ``edtf`` is ISO 8601-2 (EDTF) where that can say it.
    """

    edtf: str | None
    start: str | None
    end: str | None
    precision: Precision
    basis: Basis
    text: Span | None = None


class TimeExpression(Date, frozen=True, gc=False, kw_only=True):
    """A time expression of the text: its date and its TIMEX3 reading (ISO-TimeML)."""

    timex: TimexType
    timex_value: str | None
    modifier: TimexModifier | None = None
