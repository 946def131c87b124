"""A readable document with its evidence in footnotes (CommonMark with footnotes)."""

import re
from collections.abc import Iterator

from cronistoria.export.outline import Evidence, Item, Outline
from cronistoria.export.sections import make_outline
from cronistoria.export.style import Style
from cronistoria.model.report import Report

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def to_markdown(report: Report, style: Style) -> str:
    """The report as Markdown; footnote names begin with the document's id so that reports can stand in one file."""
    return "\n".join(_draw(make_outline(report, style), report.document.id[:8])) + "\n"


def _draw(outline: Outline, prefix: str) -> Iterator[str]:
    notes: list[str] = []
    yield f"# {escape_markdown(outline.title)}"
    yield ""
    for fact in outline.facts:
        yield f"- **{fact.label}**: {escape_markdown(fact.text)}"
    for section in outline.sections:
        yield from ("", f"## {escape_markdown(section.title)}")
        for group in section.groups:
            yield from ("", f"### {escape_markdown(group.title)}", "") if group.title else ("",)
            for item in group.items:
                yield from _item(item, prefix, notes)
    if notes or not outline.sections:
        yield from ("", *(notes or [escape_markdown(outline.note)]))


def _item(item: Item, prefix: str, notes: list[str]) -> Iterator[str]:
    marks = "".join(f" *({escape_markdown(mark)})*" for mark in item.marks)
    yield f"- **{escape_markdown(item.title)}**{marks}{_footnote(item.evidence, prefix, notes)}"
    for fact in item.facts:
        yield f"  - {fact.label}: {escape_markdown(fact.text)}" if fact.label else f"  - {escape_markdown(fact.text)}"
    if item.explanation:
        yield from ("", "  ```text", *(f"  {line}" for line in item.explanation), "  ```")


def _footnote(evidence: Evidence | None, prefix: str, notes: list[str]) -> str:
    if evidence is None:
        return ""
    name = f"{prefix}-{len(notes) + 1}"
    place = f"{evidence.places} ({evidence.span.start}–{evidence.span.end})"
    notes.append(f"[^{name}]: {place}: {escape_markdown(evidence.words)}")
    return f"[^{name}]"


def escape_markdown(text: str) -> str:
    """Text on one line of which nothing is taken for markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
