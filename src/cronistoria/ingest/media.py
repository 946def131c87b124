"""What a file is, told by its beginning, and by the end of its name only where the beginning leaves it open."""

import codecs
import re
import zlib
from typing import Literal

Format = Literal[
    "text", "page", "feed", "lines", "parquet", "warc", "pdf", "docx", "zip", "tar", "gzip", "warc.gz", "other"
]  # fmt: skip

_TEXTS = frozenset((".txt", ".text", ".md", ""))
_LINES = frozenset((".jsonl", ".ndjson", ".json"))
_PAGES = frozenset((".html", ".htm", ".xhtml"))
_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"%PDF-", "pdf"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
)
_TAR = (257, b"ustar")
_OFFICE = (b"[Content_Types].xml", b"_rels/.rels", b"word/", b"docProps/")
_FEED = re.compile(r"<(?:rss|feed|(?:rdf:)?RDF|channel)[\s>:]", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|article|div|table|meta|title|p|h1)[\s>]", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def sniff(head: bytes, name: str) -> Format:
    """The format of something of which the first bytes are at hand.

    >>> sniff(b"<!DOCTYPE html><html>", "report.txt"), sniff(b"Oslo, 3 March", "report.txt"), sniff(b"Oslo", "a.css")
    ('page', 'text', 'other')
    """
    for magic, format_ in _MAGIC:
        if head.startswith(magic):
            return _packed(format_, head, name)
    if head[_TAR[0] : _TAR[0] + len(_TAR[1])] == _TAR[1]:
        return "tar"
    return _written(head, _suffix(name))


def _packed(format_: Format, head: bytes, name: str) -> Format:
    if format_ == "zip":
        named = head[30 : 30 + int.from_bytes(head[26:28], "little")]
        if _suffix(name) == ".docx" or named.startswith(_OFFICE):
            return "docx" if _suffix(name) in (".docx", "") or b"word/" in head else "other"
        return "other" if named == b"mimetype" else "zip"
    if format_ == "gzip":
        return "warc.gz" if _unzipped(head).startswith(b"WARC/") else "gzip"
    return format_


def _unzipped(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(head, 512)
    except zlib.error:
        return b""


def _written(head: bytes, suffix: str) -> Format:
    """Formats that are text."""
    beginning = _decoded(head).lstrip()
    if suffix in _LINES:
        return "lines"
    if beginning.startswith("<"):
        if _FEED.search(beginning[:2000]) and not re.match(r"<!doctype\s+html", beginning, re.IGNORECASE):
            return "feed"
        if suffix in _PAGES or _PAGE.match(_without_prolog(beginning)):
            return "page"
    if suffix in _PAGES:
        return "page"
    if suffix in _TEXTS:
        return "lines" if re.match(r'\{\s*"[^"\n]+"\s*:', beginning) and suffix == "" else "text"
    return "other"


def _without_prolog(beginning: str) -> str:
    return re.sub(r"^(?:<\?.*?\?>|<!--.*?-->|\s)+", "", beginning, flags=re.DOTALL)


def _decoded(head: bytes) -> str:
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    if head[:2] in (b"<\0", b"\0<"):
        return head.decode("utf-16-le" if head[0] else "utf-16-be", "replace")
    return head.decode("latin-1")


def _suffix(name: str) -> str:
    stem = name.replace("\\", "/").rpartition("/")[2].lower()
    dot = stem.rfind(".")
    return stem[dot:] if dot > 0 else ""
