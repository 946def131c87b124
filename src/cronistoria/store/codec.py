"""Reports, records and entries as a database keeps them: JSON without the words of spans, which the text has already.

What goes in comes out again, equal in every field.
"""

import re
from collections.abc import Mapping
from json.encoder import encode_basestring as quote
from typing import Any, TypeVar

import msgspec

from cronistoria.model.dates import Date
from cronistoria.model.identity import text_id
from cronistoria.model.query import Bookmark
from cronistoria.model.record import Record

Kind = TypeVar("Kind")
OPEN_START, OPEN_END = "", "~"
_SPAN = re.compile(r'"start":(\d+),"end":(\d+)')
_encoder = msgspec.json.Encoder()
_record_decoder: "msgspec.json.Decoder[Record]" = msgspec.json.Decoder(Record)


def pack(value: object) -> str:
    """The JSON of a struct whose spans lie in a report's text: offsets stay, words go."""
    return _encoder.encode(_without_words(msgspec.to_builtins(value))).decode()


def unpack(data: str, text: str, kind: type[Kind]) -> Kind:
    """The struct of packed JSON, with its words taken from the text."""
    return msgspec.json.decode(_with_words(data, text), type=kind)


def unpack_record(data: str, text: str) -> Record:
    """A packed record of any kind."""
    return _record_decoder.decode(_with_words(data, text))


def plain(value: object) -> str:
    """JSON as it is, words and all: for what belongs to no single text."""
    return _encoder.encode(value).decode()


def checksum(data: str) -> str:
    """What tells whether a row was changed by something else than this program."""
    return text_id(data)[:16]


def bounds(date: Date | None) -> dict[str, str | None]:
    """The columns of a date; both ``None`` if it cannot be placed in time."""
    if date is None or (date.start is None and date.end is None):
        return {"starts": None, "ends": None}
    return {"starts": date.start or OPEN_START, "ends": date.end or OPEN_END}


def bookmark(date: Date | None, identity: str) -> Bookmark:
    """The place of a thing in the order of time."""
    return Bookmark(**bounds(date), id=identity)


def _is_span(value: Mapping[str, Any]) -> bool:
    return isinstance(value.get("start"), int)


def _without_words(value: Any) -> Any:
    if isinstance(value, dict):
        if _is_span(value):
            del value["text"]
        else:
            for key, part in value.items():
                if isinstance(part, dict | list | tuple):
                    value[key] = _without_words(part)
        return value
    return [_without_words(part) if isinstance(part, dict | list | tuple) else part for part in value]


def _with_words(data: str, text: str) -> str:
    """Packed JSON with the words of its spans; within a string, no quotation mark stands without a backslash."""
    return _SPAN.sub(lambda span: f'{span[0]},"text":{quote(text[int(span[1]) : int(span[2])])}', data)
