"""What a command shows: a title, tables and lines under headings; drawn for a terminal or as Markdown."""

from collections.abc import Iterator
from io import StringIO

import msgspec

from cronistoria.export.markdown import escape_markdown


class Table(msgspec.Struct, frozen=True):
    """Rows under column titles, under a heading or none; ``lines`` stand before the rows."""

    heading: str | None
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[str, ...] = ()


class Page(msgspec.Struct, frozen=True):
    """The whole; ``note`` stands under the title."""

    title: str
    note: str | None
    tables: tuple[Table, ...]


def to_terminal(page: Page, *, width: int, colour: bool) -> str:
    """The page in columns that fit the width; ends with a newline."""
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    console = Console(file=StringIO(), width=width, force_terminal=colour, no_color=not colour, highlight=False)
    console.print(Text(page.title, style="bold"))
    if page.note:
        console.print(Text(page.note, style="dim"))
    for table in page.tables:
        console.print()
        if table.heading:
            console.print(Text(table.heading, style="bold cyan"))
        for line in table.lines:
            console.print(Text(line))
        if table.rows:
            grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
            for number, column in enumerate(table.columns):
                grid.add_column(Text(column), overflow="fold", no_wrap=number == 0)
            for row in table.rows:
                grid.add_row(*(Text(cell) for cell in row))
            console.print(grid)
    file = console.file
    assert isinstance(file, StringIO)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def to_markdown(page: Page) -> str:
    """The page as CommonMark with tables; ends with a newline."""
    return "\n".join(_draw(page)) + "\n"


def _draw(page: Page) -> Iterator[str]:
    yield f"# {escape_markdown(page.title)}"
    if page.note:
        yield from ("", escape_markdown(page.note))
    for table in page.tables:
        if table.heading:
            yield from ("", f"## {escape_markdown(table.heading)}")
        if table.lines:
            yield from ("", *(f"- {escape_markdown(line)}" for line in table.lines))
        if table.rows:
            yield from ("", _row(table.columns), _row(("---",) * len(table.columns), raw=True))
            yield from (_row(row) for row in table.rows)


def _row(cells: tuple[str, ...], *, raw: bool = False) -> str:
    return "| " + " | ".join(cell if raw else escape_markdown(cell) for cell in cells) + " |"
