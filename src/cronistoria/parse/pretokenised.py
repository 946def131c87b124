"""CoNLL-U in, CoNLL-U out: words and sentences stay as given, lemma to relation and ``NER=`` are filled in.

Comments, multiword ranges, empty nodes, XPOS and other columns stay as they are.
"""

from collections.abc import Iterator, Sequence

from cronistoria.errors import InputError
from cronistoria.model.sentence import Token
from cronistoria.parse.base import SentenceParser
from cronistoria.parse.tokenise import Word

_COLUMNS = 10


def fill_conllu(text: str, parser: SentenceParser, language: str) -> str:
    """The same file with the parser's analysis of each block. Raises `InputError` naming the line."""
    blocks = [_rows(block) for block in _blocks(text)]
    trees = parser.parse_sentences([list(_words(rows)) for rows in blocks], language)
    filled = (_filled(rows, tokens) for rows, tokens in zip(blocks, trees, strict=True))
    return "".join("\n".join(lines) + "\n\n" for lines in filled)


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []


def _rows(block: list[tuple[int, str]]) -> list[list[str]]:
    """The columns of each line, a comment's in one."""
    rows = [line.split("\t") if not line.startswith("#") else [line] for _, line in block]
    for (number, _), row in zip(block, rows, strict=True):
        if len(row) not in (1, _COLUMNS) or (len(row) == 1 and not row[0].startswith("#")):
            raise InputError(f"line {number}: expected the {_COLUMNS} columns of CoNLL-U, found {len(row)}")
    if not any(_is_word(row) for row in rows):
        raise InputError(f"line {block[0][0]}: this block has no words")
    return rows


def _filled(rows: list[list[str]], tokens: Sequence[Token]) -> list[str]:
    left = iter(tokens)
    return ["\t".join(_with(row, next(left)) if _is_word(row) else row) for row in rows]


def _words(rows: list[list[str]]) -> Iterator[Word]:
    """The words with offsets of their own; those of a multiword range are glued."""
    at, spaced, last, after_range = 0, False, 0, True
    for row in (row for row in rows if len(row) == _COLUMNS):
        number, _, end = row[0].partition("-")
        after = "SpaceAfter=No" not in row[9].split("|")
        if end.isdigit():
            last, after_range = int(end), after
        elif _is_word(row):
            at += spaced
            yield Word(row[1], at, at + len(row[1]), spaced)
            at += len(row[1])
            spaced = after if int(number) > last else int(number) == last and after_range


def _is_word(row: list[str]) -> bool:
    return len(row) == _COLUMNS and row[0].isdigit()


def _with(row: list[str], token: Token) -> list[str]:
    feats = "|".join(f"{key}={value}" for key, value in sorted(token.feats.items(), key=lambda p: p[0].lower()))
    misc = [part for part in row[9].split("|") if part != "_" and not part.startswith("NER=")]
    misc = [*misc, *([] if token.entity == "O" else [f"NER={token.entity}"])]
    head = str(token.head + 1)
    return [*row[:2], token.lemma, token.upos, row[4], feats or "_", head, token.deprel, row[8], "|".join(misc) or "_"]
