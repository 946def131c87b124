"""Formats of what the commands show: a page for eyes, entries as JSON for machines."""

from collections.abc import Callable, Iterable

import msgspec

from cronistoria.view.page import Page, to_markdown, to_terminal

FORMATS = ("table", "json", "markdown")


def write(format_: str, page: Callable[[], Page], items: Iterable[object], *, width: int, colour: bool) -> str:
    """The page or, as JSON, a list of the items behind it; ends with a newline."""
    if format_ == "json":
        encoded = msgspec.json.encode(tuple(items))
        return msgspec.json.format(encoded, indent=2).decode() + "\n"
    return to_markdown(page()) if format_ == "markdown" else to_terminal(page(), width=width, colour=colour)
