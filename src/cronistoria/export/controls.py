"""What a template puts out: escaped, and characters that would change how the rest is read shown for what they are."""

import re
from typing import Any

from markupsafe import Markup, escape

_PICTURES = 0x2400
_ACTING = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufff9-\ufffb"
)
_CONTROLS = re.compile(f"[{_ACTING}]")
_NOT_PLAIN = re.compile(f"[&<>\"'{_ACTING}]")


class Verbatim(str):
    """A text that goes back into the field it came from, as it is."""


def shown(value: Any) -> str:
    """A value as it stands in a page; most have nothing to escape, and are found so at a glance.

    >>> shown("a & \\u202eb"), shown(2), shown(Markup("<b>"))
    ('a &amp; ⟦U+202E⟧b', '2', '<b>')
    """
    kind = type(value)
    if (kind is str and not _NOT_PLAIN.search(value)) or kind is int or kind is float:
        return str(value)
    return str(escape(show_controls(value)))


def show_controls(value: Any) -> Any:
    """A value with control characters made visible: ``␀`` or ``⟦U+202E⟧``.

    >>> show_controls("a\\u202eb\\0")
    'a⟦U+202E⟧b␀'
    """
    if not isinstance(value, str) or isinstance(value, Verbatim) or not _CONTROLS.search(value):
        return value
    shown = _CONTROLS.sub(_visible, value)
    return Markup(shown) if isinstance(value, Markup) else shown  # as safe as it was


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(_PICTURES + code) if code < 32 else f"⟦U+{code:04X}⟧"
