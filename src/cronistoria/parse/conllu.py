"""CoNLL-U: trees in and out, the exchange format of Universal Dependencies.

Reading takes words, lemmas, parts of speech, features, trees, ``NER=`` in MISC, and works out the offsets from
``SpaceAfter=No``, multiword ranges and ``# text``-less blocks alike; writing gives a valid file with the same.
"""

from collections.abc import Iterator

from cronistoria.errors import InputError
from cronistoria.model.document import Document, make_document
from cronistoria.model.sentence import ROOT, Sentence, Token, make_sentence


def read_conllu(text: str, *, language: str) -> tuple[Document, tuple[Sentence, ...]]:
    """The document that the blocks spell, sentences parted by a space (a newline before ``# newpar``), and their trees.

    Words of a multiword token that cannot be cut at a letter share its characters.
    Raises `InputError` naming the line for rows that are not CoNLL-U.
    """
    pieces: list[str] = []
    drafts: list[list[Token]] = []
    length = 0
    for block in _blocks(text):
        if pieces:
            gap = "\n\n" if any(line.startswith("# newpar") for _, line in block) else " "
            pieces.append(gap)
            length += len(gap)
        surface, tokens = _read_block(block, length)
        pieces.append(surface)
        length += len(surface)
        drafts.append(tokens)
    sentences = tuple(make_sentence(i, tuple(tokens)) for i, tokens in enumerate(drafts))
    return make_document("".join(pieces), language=language), sentences


def write_conllu(document: Document, sentences: tuple[Sentence, ...]) -> str:
    """The sentences as CoNLL-U with ``# text``, multiword ranges, ``SpaceAfter=No`` and ``NER=`` in MISC."""
    return "".join(_write_sentence(document, sentence) for sentence in sentences)


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _read_block(block: list[tuple[int, str]], offset: int) -> tuple[str, list[Token]]:
    surface, tokens = "", []
    shared_until, shared = 0, (0, 0)
    for number, line in block:
        if line.startswith("#"):
            continue
        columns = line.strip().split("\t") if "\t" in line else line.split()
        if len(columns) != 10:
            raise InputError(f"line {number}: expected the 10 columns of CoNLL-U, found {len(columns)}")
        identity, form, misc = columns[0], columns[1], columns[9]
        space = "" if "SpaceAfter=No" in misc else " "
        if "." in identity:
            continue
        if "-" in identity:
            shared_until = int(identity.partition("-")[2])
            shared = (offset + len(surface), offset + len(surface) + len(form))
            surface += form + space
            continue
        if int(identity) <= shared_until:
            start, end = _cut(surface, form, shared, offset, tokens)
        else:
            start = offset + len(surface)
            end = start + len(form)
            surface += form + space
        tokens.append(_token(columns, start, end))
    return surface.rstrip(), tokens


def _cut(surface: str, form: str, shared: tuple[int, int], offset: int, before: list[Token]) -> tuple[int, int]:
    """Where a word of a multiword token stands: its letters if they are there, else the whole token."""
    begin = shared[0]
    if before and before[-1].start >= shared[0] and (before[-1].start, before[-1].end) != shared:
        begin = before[-1].end
    if surface[begin - offset : begin - offset + len(form)].lower() == form.lower() and begin + len(form) <= shared[1]:
        return begin, begin + len(form)
    return shared


def _token(columns: list[str], start: int, end: int) -> Token:
    index = int(columns[0]) - 1
    pairs = (pair.partition("=") for pair in columns[5].split("|") if "=" in pair)
    misc = dict(pair.split("=", 1) for pair in columns[9].split("|") if "=" in pair)
    return Token(
        index=index, form=columns[1], lemma=columns[2], upos=columns[3], feats={key: value for key, _, value in pairs},
        head=int(columns[6]) - 1 if columns[6] != "0" else ROOT, deprel=columns[7], start=start, end=end,
        entity=misc.get("NER", "O"),
    )  # fmt: skip


def _write_sentence(document: Document, sentence: Sentence) -> str:
    text = " ".join(document.text[sentence.start : sentence.end].split())
    lines = [f"# sent_id = {sentence.index + 1}", f"# text = {text}"]
    tokens = sentence.tokens
    covered = -1
    for token in tokens:
        if token.index > covered:
            last = _last_of_multiword(document, tokens, token)
            if last > token.index:
                end = tokens[last].end
                misc = "_" if document.text[end : end + 1].isspace() or end == sentence.end else "SpaceAfter=No"
                form = document.text[token.start : end]
                lines.append(f"{token.index + 1}-{last + 1}\t{form}" + "\t_" * 7 + f"\t{misc}")
            covered = last
            single = last == token.index
        lines.append(_write_token(document, sentence, token, single))
    return "\n".join(lines) + "\n\n"


def _last_of_multiword(document: Document, tokens: tuple[Token, ...], first: Token) -> int:
    """The last word that shares or continues the letters of an unsplit run of letters with the first."""
    last = first.index
    for token in tokens[first.index + 1 :]:
        if token.start >= tokens[last].end:
            break
        last = token.index
    return last


def _write_token(document: Document, sentence: Sentence, token: Token, single: bool) -> str:
    feats = "|".join(f"{key}={value}" for key, value in sorted(token.feats.items(), key=lambda p: p[0].lower())) or "_"
    misc = [] if token.entity == "O" else [f"NER={token.entity}"]
    glued = token.end < sentence.end and not document.text[token.end : token.end + 1].isspace()
    if single and glued:
        misc.append("SpaceAfter=No")
    columns = [
        str(token.index + 1), token.form, token.lemma, token.upos, "_", feats, str(token.head + 1), token.deprel, "_",
        "|".join(misc) or "_",
    ]  # fmt: skip
    return "\t".join(columns)
