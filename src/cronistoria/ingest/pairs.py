"""Lines to code: a tab-separated table of texts, with or without the two parties, read line by line.

The head line names the columns: ``text`` (or ``sentence``), ``source``, ``target``, ``date``, ``language``; others are
passed over. A table without such a head is a list of texts. A line that cannot be read is told with its number.
"""

from collections.abc import Iterable, Iterator

from cronistoria.model.coded import BadLine, Pair

LONGEST = 200_000
_TEXT = ("text", "sentence")
_OTHERS = ("source", "target", "date", "language")


def read_pairs(lines: Iterable[bytes]) -> Iterator[Pair | BadLine]:
    """The lines of a table in their order; empty ones are passed over.

    >>> list(read_pairs([b"Oslo praised Bonn."]))
    [Pair(number=1, text='Oslo praised Bonn.', source=None, target=None, date=None, language=None)]
    """
    columns: dict[str, int] | None = None
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST:
            yield BadLine(number, f"a line of over {LONGEST:,} bytes")
            continue
        try:
            cells = [_unquoted(cell) for cell in line.decode("utf-8-sig").rstrip("\r\n").split("\t")]
        except UnicodeDecodeError as error:
            yield BadLine(number, f"not UTF-8 ({error.reason} at byte {error.start})")
            continue
        if columns is None:
            columns = _columns(cells)
            if columns is not None:
                continue
            columns = {"text": 0}
        if any(cells):
            yield _pair(number, cells, columns)


def _columns(cells: list[str]) -> dict[str, int] | None:
    """Which column is which, if the line is a head."""
    names = [cell.strip().lower() for cell in cells]
    text = next((name for name in _TEXT if name in names), None)
    if text is None:
        return None
    return {"text": names.index(text), **{name: names.index(name) for name in _OTHERS if name in names}}


def _pair(number: int, cells: list[str], columns: dict[str, int]) -> Pair | BadLine:
    found = {name: cells[at].strip() or None for name, at in columns.items() if at < len(cells)}
    text = found.pop("text", None)
    if text is None:
        return BadLine(number, "no text")
    for party in ("source", "target"):
        words = found.get(party)
        if words is not None and words not in text:
            return BadLine(number, f"the {party} '{words}' does not stand in the text")
    return Pair(number=number, text=text, **found)


def _unquoted(cell: str) -> str:
    """A cell without the quotation marks that a spreadsheet put around it; those of a quotation stay."""
    inner = cell[1:-1]
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner.replace('""', "")
    return inner.replace('""', '"') if quoted else cell
