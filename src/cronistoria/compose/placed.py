"""A time expression with its place in time: what placing makes of a mention and all later questions ask."""

import msgspec

from cronistoria.compose.calendar import Stretch
from cronistoria.compose.timex_values import Bounds
from cronistoria.model.dates import Date
from cronistoria.model.timex import TimexMention


class Placed(msgspec.Struct, frozen=True):
    """A mention with its place in time, if it has one; a range has its two ends as well."""

    mention: TimexMention
    found: Stretch | Bounds | None
    date: Date
    ends: "tuple[Placed, ...]" = ()
