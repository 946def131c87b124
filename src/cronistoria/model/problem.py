"""What could not be interpreted: counted, with its place, never dropped in silence."""

import msgspec

from cronistoria.model.span import Span


class Problem(msgspec.Struct, frozen=True):
    """``stage`` is the folder that met it (read, parse, extract, compose; the verb "read" lives in ``ingest``)."""

    span: Span | None
    stage: str
    message: str
