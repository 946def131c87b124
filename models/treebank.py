"""Training sentences: CoNLL-U trees and two-column entity files, read into one plain shape."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Contractions = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Sample:
    """One sentence. ``spaced[i]``: a space stands before word i. Trees, or entities, or both; ``complete`` is false
    where the guideline has no MISC."""

    language: str
    forms: list[str]
    spaced: list[bool]
    tags: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)
    complete: bool = True


def blocks(path: Path) -> Iterator[list[str]]:
    block: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def read_trees(path: Path, language: str) -> list[Sample]:
    return [_tree([line.split("\t") for line in b if line[0] != "#"], language) for b in blocks(path)]


def _tree(rows: list[list[str]], language: str) -> Sample:
    words, spaced = [], []
    until, after, joined = 0, True, False
    for row in rows:
        glued = "SpaceAfter=No" in row[9]
        if "." in row[0]:
            continue
        if "-" in row[0]:
            until, joined = int(row[0].partition("-")[2]), False
            closing = not glued
            continue
        inside = int(row[0]) <= until
        words.append(row)
        spaced.append(after and not joined)
        joined = inside and int(row[0]) < until
        after = closing if inside else not glued
    spaced[0] = True
    return Sample(
        language, [r[1] for r in words], spaced,
        tags=[r[3] + ("" if r[5] == "_" else "|" + r[5]) for r in words],
        lemmas=[r[1] if r[3] == "PUNCT" or r[2] == "_" else r[2] for r in words],
        heads=[int(r[6]) for r in words], relations=[r[7] for r in words],
    )  # fmt: skip


def learn_contractions(paths: dict[str, Path], least: int = 2) -> dict[str, Contractions]:
    """For each language: surface in lower case -> its words, where the treebank splits it so at least twice."""
    return {language: _contractions(path, least) for language, path in paths.items()}


def _contractions(path: Path, least: int) -> Contractions:
    seen: dict[str, Counter[tuple[str, ...]]] = {}
    whole: Counter[str] = Counter()
    for block in blocks(path):
        rows = [line.split("\t") for line in block if line[0] != "#"]
        until = 0
        for i, row in enumerate(rows):
            if "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                until = last
                words = tuple(r[1].lower() for r in rows[i + 1 : i + 2 + last - first])
                surface = row[1] if row[1] != "_" else ""
                seen.setdefault(surface.lower(), Counter())[words] += 1
            elif row[0].isdigit() and int(row[0]) > until:
                whole[row[1].lower()] += 1
    best = {surface: counts.most_common(1)[0] for surface, counts in seen.items() if surface}
    return {s: words for s, (words, count) in sorted(best.items()) if count >= least and count > whole[s]}


def read_entities(path: Path, language: str, complete: bool, contractions: Contractions) -> list[Sample]:
    return [_entities([line.split("\t") for line in b], language, complete, contractions) for b in blocks(path)]


def read_tokens(path: Path, language: str, complete: bool, contractions: Contractions) -> list[Sample]:
    """Articles of tokens without labels, one a line in JSON, as the SpkAtt shared task has them."""
    articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [_entities([[token, "O"] for token in sentence["Tokens"]], language, complete, contractions)
            for article in articles for sentence in article["Sentences"] if sentence["Tokens"]]  # fmt: skip


def _entities(rows: list[list[str]], language: str, complete: bool, contractions: Contractions) -> Sample:
    forms, spaced, entities = [], [], []
    gaps = guess_spaces([row[0] for row in rows])
    for (form, *_, tag), gap in zip(rows, gaps, strict=True):
        parts = contractions.get(form.lower().replace("’", "'"), (form,))
        if len(parts) > 1 and form[0].isupper():
            parts = (parts[0].capitalize(), *parts[1:])
        for i, part in enumerate(parts):
            forms.append(part)
            spaced.append(gap and i == 0)
            entities.append("I" + tag[1:] if i and tag != "O" else tag)
    return Sample(language, forms, spaced, entities=entities, complete=complete)


def guess_spaces(forms: list[str]) -> list[bool]:
    """Whether a space stands before each word of a text that comes in tokens."""
    spaced, opening, inside = [], True, False
    for form in forms:
        closing = form in ",.;:!?)]}»”’…%" or form[0] in "'’" or (form == '"' and inside)
        spaced.append(not closing and not opening)
        opening = form in "([{«“„‘" or form[-1] in "'’" or (form == '"' and not inside)
        inside ^= form == '"'
    if spaced:
        spaced[0] = True
    return spaced


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """Entities as (first word, end, kind) of tags as B-PER, I-PER, O."""
    found, start = set(), 0
    for i, tag in enumerate([*tags, "O"]):
        before = tags[i - 1] if i else "O"
        if before != "O" and not (tag[0] == "I" and tag[2:] == before[2:]):
            found.add((start, i, before[2:]))
        if tag != "O" and not (tag[0] == "I" and before[2:] == tag[2:]):
            start = i
    return found
