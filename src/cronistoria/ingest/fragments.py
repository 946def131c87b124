"""Pieces of HTML, as feeds and tables carry them, to lines of text: no page around them, nothing to guess."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cronistoria.errors import CronistoriaError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARKED_UP = re.compile(r"</(?:p|div|br|a|b|strong|em|i|ul|li|span)\s*>|<(?:br|p)\b[^>]*>", re.IGNORECASE)
_BLOCKS = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section",
     "article", "figure", "figcaption", "hr", "pre", "dd", "dt")
)  # fmt: skip
_UNSEEN = frozenset(("script", "style", "noscript", "iframe", "figure", "video", "audio", "svg", "form", "object"))


def is_marked_up(text: str) -> bool:
    """Whether a text holds HTML."""
    return _MARKED_UP.search(text) is not None


def fragment_text(markup: str) -> str:
    """The lines of a piece of HTML.

    >>> fragment_text("<p>One &amp; two.<br>Three.</p><script>x()</script><p>Four.</p>")
    'One & two.\\nThree.\\nFour.'
    """
    try:
        from lxml import etree, html
    except ImportError as error:
        raise CronistoriaError("HTML needs lxml: pip install 'cronistoria[sources]'") from error
    markup = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", markup)
    try:
        tree = html.fragment_fromstring(
            markup, create_parent="div", parser=html.HTMLParser(remove_comments=True, huge_tree=True)
        )
    except (etree.ParserError, ValueError):
        return _stripped(markup)
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    lines = (" ".join(line.split()) for line in "".join(_words(tree)).split("\n"))
    return "\n".join(line for line in lines if line) or _stripped(markup)


def _stripped(markup: str) -> str:
    """The words of what cannot be read as HTML, or is nested too deep for it."""
    return " ".join(re.sub(r"(?is)<(script|style)\b.*?</\1\s*>|<[^>]*>", " ", markup).split())


def _words(root: "HtmlElement") -> Iterator[str]:
    """Words in order, with a line end around each block; without recursion, since markup may be nested at will."""
    from lxml import etree

    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield "\n"
        words = element.text if event == "start" else element.tail
        yield (words or "").replace("\n", " ")
