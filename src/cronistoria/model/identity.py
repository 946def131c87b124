"""Ids that depend on nothing but what defines identity."""

import hashlib
import json


def stable_id(prefix: str, *parts: object) -> str:
    """``prefix:`` and 16 hexadecimal digits of the SHA-256 of the JSON list of the parts.

    A list keeps its parts apart: ("ab", "c") and ("a", "bc") give different ids.

    >>> stable_id("contact", "ab", "c") != stable_id("contact", "a", "bc")
    True
    """
    listed = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"{prefix}:{hashlib.sha256(listed.encode()).hexdigest()[:16]}"


def bytes_id(data: bytes) -> str:
    """SHA-256 of bytes, 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def text_id(text: str) -> str:
    """SHA-256 of the text in UTF-8, 64 hexadecimal digits."""
    return bytes_id(text.encode())
