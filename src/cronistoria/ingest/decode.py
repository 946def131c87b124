"""Bytes to text: byte-order mark, else strict UTF-8, else Windows-1252 with a problem noted.

The order is fixed and nothing is guessed from letter counts: statistics over a short report err more often than this.
The text is kept to the letter, line ends and all; only a byte-order mark goes.
"""

import codecs

from cronistoria.errors import InputError
from cronistoria.model.problem import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FALLBACK = "windows-1252"


def decode(data: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text that the bytes spell; ``name`` is what errors call the file.

    Raises `InputError` for a binary file, for bytes in no accepted encoding, and for a text without a word.

    >>> decode("Nulla di fatto.".encode("utf-16"), "a.txt")
    ('Nulla di fatto.', ())
    """
    text, problems = _decode(data, name)
    if "\0" in text:
        at = text.index("\0")
        raise InputError(f"{name}: looks like a binary file (NUL at character {at}); expected UTF-8 text")
    if not text or text.isspace():
        raise InputError(f"{name}: holds no text" if text else f"{name}: the file is empty")
    return text, problems


def _decode(data: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, name), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise InputError(
                f"{name}: looks like a binary file (NUL at byte {data.index(0)}); expected UTF-8 text"
            ) from error
        note = f"not UTF-8 (byte {error.start}): read as {_FALLBACK}"
        return _strictly(data, _FALLBACK, name), (Problem(None, "read", note),)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: byte {error.start} is valid neither in UTF-8 nor in {encoding}; expected UTF-8 text"
        ) from error
