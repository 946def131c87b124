"""CoNLL-U in: trees in the exchange format of Universal Dependencies to a document and sentences.

Reading takes words, lemmas, parts of speech, features, trees, ``NER=`` in MISC, and works out the offsets from
``SpaceAfter=No``, multiword ranges and ``# text``-less blocks alike; `conllu_out` writes a valid file with the same.
"""

from collections.abc import Iterator
from typing import NamedTuple

from cronistoria.errors import InputError
from cronistoria.model.document import Document, make_document
from cronistoria.model.sentence import ROOT, Sentence, Token, make_sentence
from cronistoria.parse.trees import is_tree


class _Row(NamedTuple):
    """The columns of a line that stands for a word or a range of words."""

    number: int
    first: int
    last: int
    columns: list[str]

    @property
    def gap(self) -> str:
        return "" if "SpaceAfter=No" in self.columns[9].split("|") else " "


def read_conllu(text: str, *, language: str) -> tuple[Document, tuple[Sentence, ...]]:
    """The document that the blocks spell, sentences parted by a space (a blank line before ``# newpar``, nothing after
    ``SpaceAfter=No``), and their trees.

    Words of a multiword token that do not spell it together share its characters.
    Raises `InputError` naming the line for rows that are not CoNLL-U and for blocks that are no tree.
    """
    pieces: list[str] = []
    sentences: list[Sentence] = []
    length, gap = 0, ""
    for block in _blocks(text):
        if pieces:
            gap = "\n\n" if any(line.startswith("# newpar") for _, line in block) else gap
            pieces.append(gap)
            length += len(gap)
        rows = [_row(number, line) for number, line in block if not line.startswith("#")]
        surface, tokens, gap = _read_words([row for row in rows if row.first], length)
        if not tokens or not is_tree([token.head for token in tokens]):
            raise InputError(f"line {block[0][0]}: the words of this block are not a tree with one root")
        pieces.append(surface)
        length += len(surface)
        sentences.append(make_sentence(len(sentences), tuple(tokens)))
    return make_document("".join(pieces), language=language), tuple(sentences)


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _row(number: int, line: str) -> _Row:
    """``first`` is 0 for an empty node."""
    columns = line.strip("\r\n").split("\t") if "\t" in line else line.split()
    if len(columns) != 10:
        raise InputError(f"line {number}: expected the 10 columns of CoNLL-U, found {len(columns)}")
    first, _, last = columns[0].partition("-")
    try:
        if "." in first:
            return _Row(number, 0, 0, columns)
        if not last:
            int(columns[6])
        return _Row(number, int(first), int(last or first), columns)
    except ValueError as error:
        raise InputError(f"line {number}: expected numbers in the columns ID and HEAD ({error})") from error


def _read_words(rows: list[_Row], offset: int) -> tuple[str, list[Token], str]:
    """The surface, the words and what stands after them."""
    surface, gap, at = "", "", 0
    tokens: list[Token] = []
    while at < len(rows):
        row, ranged = rows[at], "-" in rows[at].columns[0]
        words = rows[at + 1 : at + 2 + row.last - row.first] if ranged else [row]
        if [word.first for word in words] != list(range(len(tokens) + 1, row.last + 1)):
            raise InputError(f"line {row.number}: expected word {len(tokens) + 1} next, found {row.columns[0]}")
        surface += gap
        spans = _spans(row.columns[1], [word.columns[1] for word in words], offset + len(surface))
        tokens.extend(_token(word, *span) for word, span in zip(words, spans, strict=True))
        surface += row.columns[1]
        gap = row.gap
        at += len(words) + ranged
    return surface, tokens, gap


def _spans(surface: str, forms: list[str], start: int) -> list[tuple[int, int]]:
    """Where the words of a token stand: each on its letters if together they spell it, else on the whole token."""
    if "".join(forms).lower() != surface.lower():
        return [(start, start + len(surface))] * len(forms)
    ends = [start + sum(map(len, forms[: i + 1])) for i in range(len(forms))]
    return list(zip([start, *ends], ends, strict=False))


def _token(row: _Row, start: int, end: int) -> Token:
    columns = row.columns
    pairs = (pair.partition("=") for pair in columns[5].split("|") if "=" in pair)
    misc = dict(pair.split("=", 1) for pair in columns[9].split("|") if "=" in pair)
    head = int(columns[6])
    return Token(
        index=row.first - 1, form=columns[1], lemma=columns[2], upos=columns[3],
        feats={key: value for key, _, value in pairs}, head=head - 1 if head else ROOT, deprel=columns[7],
        start=start, end=end, entity=misc.get("NER", "O"),
    )  # fmt: skip
