"""A dossier as one HTML file: no script, no address that is loaded, its style inside, fit for paper and for the dark.

All text is escaped; a report's words stand isolated from the direction of the text around them.
"""

from collections.abc import Iterator
from html import escape

from cronistoria.export.characters import flat
from cronistoria.export.chunks import encoded
from cronistoria.export.dossier import Note, Part, Passage, make_dossier
from cronistoria.export.edition import Edition

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, "Times New Roman", serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.2; }
h2 { border-bottom: 1px solid; padding-bottom: .2rem; margin-top: 2.5rem; }
article { margin: 1rem 0; break-inside: avoid; }
article p { margin: .15rem 0; }
.when, .fact, .note, .notes { font-family: system-ui, sans-serif; font-size: .85rem; }
.when, .fact, .note { opacity: .8; }
blockquote { margin: .25rem 0 .25rem 1rem; font-style: italic; }
.notes { border-top: 1px solid; margin-top: 1.5rem; padding: .5rem 0 0 2.5rem; overflow-wrap: anywhere; }
sup { line-height: 0; }
sup a { text-decoration: none; padding: 0 .1em; }
@media print { body { max-width: none; margin: 0; font-size: 10pt; } a { color: inherit; } }
"""
_HEAD = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header><h1>{title}</h1>
<p class="note">{note}</p></header>
<main>
"""


def to_html_dossier(edition: Edition) -> Iterator[bytes]:
    """The dossier of an edition."""
    return encoded(_pieces(edition))


def _pieces(edition: Edition) -> Iterator[str]:
    dossier = make_dossier(edition)
    head = {"language": escape(dossier.language), "title": _html(dossier.title), "note": _html(dossier.note)}
    yield _HEAD.format(style=_STYLE, **head)
    first = 1
    for part in dossier.parts:
        notes: list[Note] = []
        yield from _part(part, notes, first)
        yield from _footnotes(notes, first)
        first += len(notes)
    yield "</main>\n</body>\n</html>\n"


def _part(part: Part, notes: list[Note], first: int) -> Iterator[str]:
    yield f"<h{part.level + 1}>{_html(part.heading)}</h{part.level + 1}>\n"
    for passage in part.passages:
        yield from _passage(passage, notes, first + len(notes))
        notes += passage.notes
    lead = "<ul>\n"
    for line in part.lines:
        yield f"{lead}<li>{_html(line)}</li>\n"
        lead = ""
    if not lead:
        yield "</ul>\n"


def _passage(passage: Passage, notes: list[Note], start: int) -> Iterator[str]:
    numbers = range(start, start + len(passage.notes))
    marks = "".join(f'<sup><a id="r{number}" href="#n{number}">{number}</a></sup>' for number in numbers)
    yield f'<article><p class="when">{_html(passage.when)}</p>\n<p>{_html(passage.title)}{marks}</p>\n'
    if passage.quote:
        yield f"<blockquote><bdi>{_html(passage.quote)}</bdi></blockquote>\n"
    for line in passage.lines:
        yield f'<p class="fact">{_html(line)}</p>\n'
    yield "</article>\n"


def _footnotes(notes: list[Note], first: int) -> Iterator[str]:
    if not notes:
        return
    yield f'<ol class="notes" start="{first}">\n'
    for number, note in enumerate(notes, first):
        words = f"<bdi>{_html(note.words)}</bdi>, " if note.words else ""
        yield f'<li id="n{number}">{words}{_html(note.source)}{_link(note.url)} <a href="#r{number}">↩</a></li>\n'
    yield "</ol>\n"


def _link(url: str | None) -> str:
    """The address of a report; one that is not of the web is shown, not linked."""
    if not url:
        return ""
    if not url.lower().startswith(("http://", "https://")):
        return f" {_html(url)}"
    return f' <a href="{_html(url)}" rel="noopener noreferrer nofollow">{_html(url)}</a>'


def _html(text: str) -> str:
    return escape(flat(text))
