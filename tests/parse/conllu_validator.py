"""What the official validator of Universal Dependencies checks of a file's form (levels 1 and 2), for our own files."""

import re

_UPOS = frozenset(
    ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
     "SYM", "VERB", "X")
)  # fmt: skip
_FEATURE = re.compile(r"[A-Z][A-Za-z0-9]*(\[[a-z0-9]+\])?=[A-Z0-9][A-Za-z0-9]*(,[A-Z0-9][A-Za-z0-9]*)*")
_RELATION = re.compile(r"[a-z]+(:[a-z]+)?")


def conllu_errors(text: str) -> list[str]:
    """What is wrong with a file, a line for each error; nothing if it is valid."""
    if not text:
        return []
    errors = [] if text.endswith("\n\n") else ["the file does not end with an empty line"]
    blocks = text.removesuffix("\n\n").split("\n\n")
    names = [line for block in blocks for line in block.split("\n") if line.startswith("# sent_id = ")]
    if len(names) != len(blocks) or len(set(names)) != len(names):
        errors.append("each sentence needs a sent_id of its own")
    return errors + [error for block in blocks for error in _block_errors(block.split("\n"))]


def _block_errors(lines: list[str]) -> list[str]:
    comments = [line for line in lines if line.startswith("#")]
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    texts = [line.removeprefix("# text = ") for line in comments if line.startswith("# text = ")]
    errors = [f"not 10 columns: {row}" for row in rows if len(row) != 10]
    errors += [
        f"an empty column or one with spaces around it: {row}"
        for row in rows
        if any(c != c.strip() or not c for c in row)
    ]
    if errors:
        return errors
    if len(texts) != 1 or _surface(rows) != texts[0]:
        errors.append(f"# text {texts} is not what the words spell: {_surface(rows)!r}")
    return errors + _word_errors(rows) + _tree_errors(rows)


def _surface(rows: list[list[str]]) -> str:
    surface, until = "", 0
    for row in rows:
        if "-" not in row[0] and int(row[0]) <= until:
            continue
        until = int(row[0].partition("-")[2] or 0) or until
        surface += row[1] + ("" if "SpaceAfter=No" in row[9].split("|") else " ")
    return surface.rstrip(" ")


def _word_errors(rows: list[list[str]]) -> list[str]:
    errors, expected, until = [], 1, 0
    for row in rows:
        first, _, last = row[0].partition("-")
        if int(first) != expected or (last and (int(last) <= int(first) or int(first) <= until)):
            errors.append(f"ID {row[0]} where {expected} is expected")
        if last:
            until = int(last)
            errors += [f"a range has more than form and MISC: {row}"] if set(row[2:9]) != {"_"} else []
            continue
        expected += 1
        features = [] if row[5] == "_" else row[5].split("|")
        if row[3] not in _UPOS or not _RELATION.fullmatch(row[7]):
            errors.append(f"unknown part of speech or relation: {row}")
        if not all(map(_FEATURE.fullmatch, features)) or features != sorted(features, key=str.lower):
            errors.append(f"features: {row[5]}")
        if int(row[0]) <= until and "SpaceAfter" in row[9]:
            errors.append(f"SpaceAfter inside a range: {row}")
    return errors


def _tree_errors(rows: list[list[str]]) -> list[str]:
    words = [row for row in rows if "-" not in row[0]]
    heads = {int(row[0]): int(row[6]) for row in words}
    errors = [f"root and head 0 go together: {row}" for row in words if (row[6] == "0") != (row[7] == "root")]
    if list(heads.values()).count(0) != 1:
        errors.append("not one root")
    for word in heads:
        at, steps = word, 0
        while at and steps <= len(heads):
            at, steps = heads.get(at, word), steps + 1
        if at:
            errors.append(f"word {word} does not hang from the root")
    return errors
