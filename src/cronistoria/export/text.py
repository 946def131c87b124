"""The format for eyes: a report on a terminal, wrapped to its width."""

import textwrap
from collections.abc import Iterator

from cronistoria.export.outline import Evidence, Group, Item, Outline
from cronistoria.export.sections import make_outline
from cronistoria.export.style import Style
from cronistoria.model.report import Report

_NARROWEST = 40
_BOLD, _FAINT, _HEADING, _MARK, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[1;36m", "\x1b[33m", "\x1b[0m"


def to_text(report: Report, style: Style) -> str:
    """The report as lines of text; ends with a newline."""
    return "\n".join(line.rstrip() for line in _Page(style).draw(make_outline(report, style))) + "\n"


class _Page:
    """Draws an outline within a width, with or without colours."""

    def __init__(self, style: Style) -> None:
        self._width = max(style.width, _NARROWEST)
        self._colour = style.colour

    def draw(self, outline: Outline) -> Iterator[str]:
        yield from self._wrap(outline.title, "", _BOLD)
        yield from self._wrap(" · ".join(f"{fact.label}: {fact.text}" for fact in outline.facts), "", _FAINT)
        for section in outline.sections:
            yield ""
            yield self._paint(section.title.upper(), _HEADING)
            for group in section.groups:
                yield from self._group(group)
        yield ""
        yield from self._wrap(outline.note, "", _FAINT)

    def _group(self, group: Group) -> Iterator[str]:
        if group.title:
            yield from self._wrap(group.title, "  ", _BOLD)
        for item in group.items:
            yield from self._item(item, "    " if group.title else "  ")

    def _item(self, item: Item, indent: str) -> Iterator[str]:
        marks = "".join(f" ({mark})" for mark in item.marks)
        where = f" {_place(item.evidence)}" if item.evidence and not item.shows_words else ""
        yield from self._wrap(item.title + marks + where, indent, "" if where else _BOLD, bullet="• ")
        inner = indent + "    "
        for fact in item.facts:
            yield from self._wrap(f"{fact.label}: {fact.text}" if fact.label else fact.text, inner, "")
        if item.evidence and item.shows_words:
            yield from self._wrap(f"{item.evidence.words} {_place(item.evidence)}", inner, _FAINT, bullet="> ")
        for line in item.explanation:
            yield self._paint(inner + line, _MARK)

    def _wrap(self, text: str, indent: str, paint: str, bullet: str = "") -> Iterator[str]:
        lines = textwrap.wrap(
            text, self._width, initial_indent=indent + bullet, subsequent_indent=indent + " " * len(bullet),
            break_on_hyphens=False,
        )  # fmt: skip
        return (self._paint(line, paint) for line in lines)

    def _paint(self, line: str, paint: str) -> str:
        if not (self._colour and paint and line.strip()):
            return line
        body = line.lstrip(" ")
        return " " * (len(line) - len(body)) + paint + body + _RESET


def _place(evidence: Evidence) -> str:
    return f"[{evidence.places}]"
