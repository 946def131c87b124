"""Text that any program can take: what neither XML nor a spreadsheet holds, and what turns the reading direction."""

import re

_UNSAFE = re.compile(r"[^\t\n\r\x20-\x7E\x85\xA0-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_SURROGATE = re.compile(r"[\uD800-\uDFFF]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def encodable(text: str) -> str:
    """The text with another character for each lone surrogate, which UTF-8 cannot hold."""
    return _SURROGATE.sub(UNKNOWN, text)


def legal(text: str, instead: str = UNKNOWN) -> str:
    """The text with another character for each that XML 1.0 forbids or discourages (control characters, surrogates)."""
    return _UNSAFE.sub(instead, text)


def legible(text: str) -> str:
    """The same without the invisible marks that make words stand in another order than they are read."""
    return _TURNING.sub("", legal(text))


def flat(text: str) -> str:
    """The same on one line."""
    return " ".join(legible(text).split())
