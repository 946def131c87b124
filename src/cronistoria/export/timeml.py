"""Time expressions as TimeML 1.2.1: the text with its TIMEX3 elements and the time of the document.

Sources: TimeML 1.2.1 annotation guidelines; TempEval-3, whose scorers read this. A value that is not known is written
as ``XXXX-XX-XX``; what XML cannot hold (control characters) becomes a blank.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from cronistoria.export.characters import legal
from cronistoria.model.dates import Date, TimeExpression
from cronistoria.model.document import Document

UNKNOWN = "XXXX-XX-XX"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)


def to_timeml(document: Document, timexes: Iterable[TimeExpression]) -> str:
    """One TimeML document; expressions must be in text order, none inside another."""
    text = "".join(_marked(document, timexes))
    return (
        f"{_HEAD}<DOCID>{document.id[:16]}</DOCID>\n<DCT>{_creation_time(document.published)}</DCT>\n"
        f"<TEXT>{text}</TEXT>\n</TimeML>\n"
    )


def _creation_time(published: Date | None) -> str:
    value = (published.edtf if published else None) or UNKNOWN
    attributes = {"tid": "t0", "type": "DATE", "value": value, "temporalFunction": "false"}
    return _element({**attributes, "functionInDocument": "CREATION_TIME"}, value)


def _marked(document: Document, timexes: Iterable[TimeExpression]) -> Iterator[str]:
    done = 0
    for number, timex in enumerate(timexes, start=1):
        span = timex.text
        if span is None or span.start < done:
            continue
        yield _plain(document.text[done : span.start])
        attributes = {"tid": f"t{number}", "type": timex.timex, "value": timex.timex_value or UNKNOWN}
        if timex.modifier:
            attributes["mod"] = timex.modifier
        yield _element(attributes, span.text)
        done = span.end
    yield _plain(document.text[done:])


def _element(attributes: dict[str, str], text: str) -> str:
    written = " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items())
    return f"<TIMEX3 {written}>{_plain(text)}</TIMEX3>"


def _plain(text: str) -> str:
    return escape(legal(text, " "))
