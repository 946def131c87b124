"""HTML pages: the running text without all that stands around it, and what the page says about itself.

`trafilatura` finds text, title, outlet and author, `htmldate` the date; encodings are told as browsers do, except that
what is valid UTF-8 is taken as such. A date in the page's metadata is one that the page states; one found in its
address or elsewhere is inferred.
"""

import codecs
import logging
import re
from typing import Any

import msgspec

from cronistoria.errors import CronistoriaError
from cronistoria.ingest.fragments import fragment_text
from cronistoria.ingest.piece import Said

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]{2,40})|<\?xml[^>]{0,80}encoding=["']([\w-]+)""", re.IGNORECASE
)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LATIN = frozenset(("iso8859-1", "ascii", "latin-1"))
_FALLBACK = "cp1252"
_PRESCAN = 4096
_LAST_DATE = "2199-12-31"
_LONGEST_LINE = 100


class Page(msgspec.Struct, frozen=True):
    """A page's running text and what it says about itself; ``inferred``: whether its date was only concluded."""

    text: str
    said: Said
    inferred: bool
    is_paid: bool


def decode_page(data: bytes, charset: str | None) -> tuple[str, str | None]:
    """The characters of a page, and what was wrong with them; ``charset`` is what a server said."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), None
    if data[:2] in (b"<\0", b"\0<"):
        return data.decode("utf-16-le" if data[0] else "utf-16-be", "replace"), None
    try:
        return data.decode(), None
    except UnicodeDecodeError as error:
        wrong = f"byte {error.start}"
    encoding = _codec(charset) or _declared(data) or _FALLBACK
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    return text, f"{lost} characters are not valid in {encoding} (from {wrong} on)" if lost else None


def read_page(markup: str, url: str | None) -> Page:
    """What a page holds; all its words where no running text stands out. ``url`` is where it was found."""
    try:
        from trafilatura.core import bare_extraction
        from trafilatura.metadata import extract_metadata
        from trafilatura.utils import load_html
    except ImportError as error:
        raise CronistoriaError("HTML pages need trafilatura: pip install 'cronistoria[sources]'") from error
    for noisy in ("trafilatura", "htmldate"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    tree = load_html(markup.replace("\0", ""))
    if tree is None:
        return Page(fragment_text(markup), Said(url=url), False, False)
    dates = {"original_date": True, "extensive_search": False, "max_date": _LAST_DATE}
    found = extract_metadata(tree, url, dates)
    stated = _stated_date(tree, dates)
    around = None if stated else _date_around(tree, found.url or url, dates)
    paid = _is_paid(markup)
    body: Any = bare_extraction(tree, fast=True, include_comments=False, include_tables=True)
    said = Said(
        title=found.title, url=found.url or url, publisher=found.sitename, author=_one_line(found.author),
        published=stated or around, language=None,
    )  # fmt: skip
    text = (body.text if body else "") or fragment_text(markup)
    return Page(text, said, stated is None and around is not None, paid)


def _date_around(tree: Any, url: str | None, dates: dict[str, Any]) -> str | None:
    """The date of publication by a page's address and by what stands around its text, which tells of other days."""
    from copy import deepcopy

    from htmldate import find_date

    bare = deepcopy(tree)
    for element in list(bare.iter("p", "li", "td", "blockquote")):
        if len(element.text_content()) > _LONGEST_LINE:
            element.clear(keep_tail=True)
    found: str | None = find_date(bare, url=url, **dates)
    return found


def _stated_date(tree: Any, dates: dict[str, Any]) -> str | None:
    """The date of publication in a page's metadata alone."""
    from copy import deepcopy

    from htmldate import find_date
    from lxml import html

    head = html.Element("html")
    head.append(html.Element("body"))
    head.insert(0, html.Element("head"))
    for element in tree.iter("meta", "script"):
        if element.tag == "meta" or "json" in (element.get("type") or ""):
            head[0].append(deepcopy(element))
    for element in head[0]:
        element.tail = None
    found: str | None = find_date(head, url="", **dates) if len(head[0]) else None
    return found


def _is_paid(markup: str) -> bool:
    """Whether a page's metadata say that one must pay for the rest."""
    return re.search(r'"isAccessibleForFree"\s*:\s*"?false', markup, re.IGNORECASE) is not None


def _one_line(author: str | None) -> str | None:
    return ", ".join(part.strip() for part in author.split(";")) if author else None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_PRESCAN])
    return _codec((found[1] or found[2]).decode("ascii", "replace")) if found else None


def _codec(label: str | None) -> str | None:
    """The codec that browsers take for a label: Latin-1 is Windows-1252; a UTF-8 that is none counts for nothing."""
    try:
        name = codecs.lookup(label).name if label else None
    except LookupError:
        return None
    if name is None or name.startswith("utf-16"):
        return None
    return _FALLBACK if name in _LATIN else name
