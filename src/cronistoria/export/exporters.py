"""All formats in one tuple; a new one is a file with a function and a line here."""

from collections.abc import Callable

import msgspec

from cronistoria.export.html import to_html
from cronistoria.export.json import to_json, to_json_line
from cronistoria.export.markdown import to_markdown
from cronistoria.export.style import Style
from cronistoria.export.text import to_text
from cronistoria.model.report import Report


class Exporter(msgspec.Struct, frozen=True, kw_only=True):
    """A format: its name, the suffix of its files, the function that writes one report.

    ``opening``, ``between`` and ``closing`` make one stream of several reports. ``for_eyes``: whether it looks at the
    style. ``alone``: whether a file holds one report.
    """

    name: str
    suffix: str
    write: Callable[[Report, Style], str]
    opening: str = ""
    between: str = ""
    closing: str = ""
    for_eyes: bool = False
    alone: bool = False


EXPORTERS = (
    Exporter(name="text", suffix=".txt", write=to_text, between="\n\n", for_eyes=True),
    Exporter(name="json", suffix=".json", write=to_json, opening="[\n", between=",\n", closing="]\n"),
    Exporter(name="jsonl", suffix=".jsonl", write=to_json_line),
    Exporter(name="markdown", suffix=".md", write=to_markdown, between="\n", for_eyes=True),
    Exporter(name="html", suffix=".html", write=to_html, alone=True),
)


def exporter_named(name: str) -> Exporter:
    """The exporter of a format; `KeyError` for a name that is none."""
    return {exporter.name: exporter for exporter in EXPORTERS}[name]
