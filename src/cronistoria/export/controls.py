"""Characters that would change how the rest of a page is read, shown for what they are."""

import re
from typing import Any

from markupsafe import Markup

_PICTURES = 0x2400
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufff9-\ufffb]"
)


class Verbatim(str):
    """A text that goes back into the field it came from, as it is."""


def show_controls(value: Any) -> Any:
    """What a template puts out, with control characters made visible: ``␀`` or ``⟦U+202E⟧``.

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
