"""The page on merging says what the table of features says."""

import re
from pathlib import Path

from cronistoria.merge.features import FEATURES, THRESHOLD

PAGE = (Path(__file__).parents[2] / "docs/merge.md").read_text(encoding="utf-8")


def test_the_page_has_every_weight() -> None:
    lines = [line for line in PAGE.splitlines() if re.match(r"\| (`|feature)", line)]
    head, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert head[1:] == list(FEATURES)
    cells = [(strand, row[0].strip("`"), cell) for row in rows for strand, cell in zip(head[1:], row[1:], strict=True)]
    told = {(strand, name): cell for strand, name, cell in cells if cell}
    assert told == {
        (strand, feature.name): f"{feature.weight:.2f}" if feature.weight else "veto"
        for strand, features in FEATURES.items()
        for feature in features
    }
    assert f"from {THRESHOLD} on" in PAGE
