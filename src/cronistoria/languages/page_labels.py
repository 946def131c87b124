"""What a reader sees on the pages around the chronicle. A section of ``labels.toml`` that a language may lack."""

import msgspec


class PageLabels(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``words``: by name, as templates ask for them; ``counts``: of one, of several."""

    words: dict[str, str]
    counts: dict[str, tuple[str, str]]
