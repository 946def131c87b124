"""What the evaluation counts."""

from pathlib import Path

import pytest

from models.evaluate import _lengths
from models.tokens import evaluate_words, gold_keys
from models.treebank import spans


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (["B-PER", "I-PER", "O", "B-LOC"], {(0, 2, "PER"), (3, 4, "LOC")}),
        (["B-PER", "B-PER"], {(0, 1, "PER"), (1, 2, "PER")}),
        (["I-ORG", "I-PER", "O"], {(0, 1, "ORG"), (1, 2, "PER")}),
        (["O"], set()),
    ],
)
def test_names_are_spans(tags: list[str], found: set[tuple[int, int, str]]) -> None:
    assert spans(tags) == found


def test_sentences_are_counted_by_their_characters_without_spaces() -> None:
    assert _lengths(["Uno tace.", "Due  parla."]) == [(0, 8), (8, 17)]


TREES = """# text = Parlarsi della pace
1-2\tParlarsi\t_\t_\t_\t_\t_\t_\t_\t_
1\tParlar\t_\t_\t_\t_\t_\t_\t_\t_
2\tsi\t_\t_\t_\t_\t_\t_\t_\t_
3-4\tdella\t_\t_\t_\t_\t_\t_\t_\t_
3\tdi\t_\t_\t_\t_\t_\t_\t_\t_
4\tla\t_\t_\t_\t_\t_\t_\t_\t_
5\tpace\t_\t_\t_\t_\t_\t_\t_\t_

# text = pa ce
1\tpa ce\t_\t_\t_\t_\t_\t_\t_\t_
"""


def test_words_count_if_characters_and_form_are_right(tmp_path: Path) -> None:
    path = tmp_path / "dev.conllu"
    path.write_text(TREES, encoding="utf-8")
    _, keys = gold_keys(TREES.split("\n\n")[0].split("\n"))
    assert keys == [(0, 6, 0, "parlar"), (6, 8, 0, "si"), (9, 14, 0, "di"), (9, 14, 1, "la"), (15, 19, 0, "pace")]
    score, missed = evaluate_words(path, "it")
    assert score == pytest.approx(2 * 5 / (6 + 7))
    assert dict(missed) == {"pa ce": 1}
