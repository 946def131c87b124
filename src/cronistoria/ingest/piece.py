"""Pieces: the bytes of one report each, wherever they were found, and what was found instead of one.

What unpacks files yields pieces; what makes documents takes them. A piece can be sent to another process.
"""

from typing import Literal

import msgspec

from cronistoria.model.identity import bytes_id

Media = Literal["text", "page", "fragment", "row", "pdf", "docx"]
Kind = Literal[
    "unreadable",
    "damaged",
    "bomb",
    "no-text",
    "other-file",
    "other-language",
    "paywall",
    "links",
    "scores",
    "horoscope",
    "weather",
    "listing",
]
NO_REPORTS: frozenset[Kind] = frozenset(
    ("no-text", "other-file", "other-language", "paywall", "links", "scores", "horoscope", "weather", "listing")
)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What the place where a piece was found says about it: a feed, a row's columns, an archive's headers.

    ``published`` is EDTF, ``retrieved`` ISO 8601; ``summary``: only a summary is at hand, not the report.
    """

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str | None = None
    summary: bool = False


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """How to take files in, and how much of them.

    ``size``: bytes that one report may have; documents that carry pictures, and feeds that carry many reports, may have
    ``heavy`` times that. ``columns``: field -> column of rows, beside the usual names. An archive may hold ``members``
    things, lie ``nesting`` deep in others, and unpack to ``ratio`` times its size; ``unpacked`` bytes are always let
    through.
    """

    size: int = 2_000_000
    heavy: int = 25
    columns: dict[str, str] = {}
    members: int = 1_000_000
    nesting: int = 4
    ratio: int = 200
    unpacked: int = 50_000_000


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """``place`` is the same at every reading: a path, with ``!`` and a member, ``@`` and an offset, ``#`` and a row.

    ``charset``: what a server said about the encoding. ``member``: whether it lay in something that holds many.
    """

    place: str
    media: Media
    data: bytes
    said: Said = Said()
    charset: str | None = None
    member: bool = False

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, and of what is said about them if anything is."""
        said = msgspec.structs.replace(self.said, retrieved=None)
        return bytes_id(self.data if said == Said() else self.data + b"\0" + msgspec.json.encode(said))


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is no report, or cannot be read as one; ``message`` names the place."""

    place: str
    kind: Kind
    message: str
    digest: str | None = None

    @property
    def is_failure(self) -> bool:
        """Whether something went wrong, rather than that it was no report."""
        return self.kind not in NO_REPORTS
