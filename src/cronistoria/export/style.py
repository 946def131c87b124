"""How a report is to be shown; formats for machines do not look at it."""

import msgspec


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """``labels``: language of all that is not the report's own words; ``width`` of the page in columns; ``colour``:
    with terminal colours; ``explanations``: lines that say how a record was found, by record id.
    """

    labels: str
    width: int = 100
    colour: bool = False
    explanations: dict[str, tuple[str, ...]] = {}
