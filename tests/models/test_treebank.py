"""Training sentences out of treebanks and entity files."""

from pathlib import Path

import pytest

from models.treebank import guess_spaces, learn_contractions, read_entities, read_trees

TREES = """# sent_id = 1
# text = Parla "della" pace.
1\tParla\tparlare\tVERB\t_\tMood=Ind|Person=3\t0\troot\t_\t_
2\t"\t[PUNCT]\tPUNCT\t_\t_\t5\tpunct\t_\tSpaceAfter=No
3-4\tdella\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
3\tdi\tdi\tADP\t_\t_\t6\tcase\t_\t_
4\tla\til\tDET\t_\t_\t6\tdet\t_\t_
5\t"\t"\tPUNCT\t_\t_\t6\tpunct\t_\t_
5.1\t_\t_\t_\t_\t_\t_\t_\t_\t_
6\tpace\tpace\tNOUN\t_\t_\t1\tobl\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

1-2\tDella\t_\t_\t_\t_\t_\t_\t_\t_
1\tDi\tdi\tADP\t_\t_\t3\tcase\t_\t_
2\tla\til\tDET\t_\t_\t3\tdet\t_\t_
3\tpace\tpace\tNOUN\t_\t_\t0\troot\t_\t_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    """Two sentences."""
    path = tmp_path / "train.conllu"
    path.write_text(TREES, encoding="utf-8")
    return path


def test_trees_are_read_with_their_spaces(treebank: Path) -> None:
    first, second = read_trees(treebank, "it")
    assert first.forms == ["Parla", '"', "di", "la", '"', "pace", "."]
    assert first.spaced == [True, True, False, False, False, True, False]
    assert first.tags[:2] == ["VERB|Mood=Ind|Person=3", "PUNCT"]
    assert first.lemmas == ["parlare", '"', "di", "il", '"', "pace", "."]
    assert first.heads == [0, 5, 6, 6, 6, 1, 1]
    assert (second.forms, second.spaced) == (["Di", "la", "pace"], [True, False, True])


def test_contractions_are_learned_if_seen_often_enough(treebank: Path) -> None:
    assert learn_contractions({"it": treebank}) == {"it": {"della": ("di", "la")}}
    assert learn_contractions({"it": treebank}, least=3) == {"it": {}}


def test_entities_are_unfolded_like_trees(tmp_path: Path) -> None:
    path = tmp_path / "train.tsv"
    path.write_text("Della\tB-ORG\nPace\tI-ORG\n,\tO\n\nRoma\tB-LOC\n", encoding="utf-8")
    first, second = read_entities(path, "it", False, {"della": ("di", "la")})
    assert (first.forms, first.entities) == (["Di", "la", "Pace", ","], ["B-ORG", "I-ORG", "I-ORG", "O"])
    assert first.spaced == [True, False, True, False]
    assert (first.complete, second.entities) == (False, ["B-LOC"])


@pytest.mark.parametrize(
    ("forms", "spaced"),
    [
        (["Ha", "detto", ":", "«", "No", "»", "."], [True, True, False, True, False, False, False]),
        (["Un", '"', "no", '"', "secco"], [True, True, False, False, True]),
        (["L'", "Onu", "(", "ieri", ")", "tace"], [True, False, True, False, False, True]),
        ([], []),
    ],
)
def test_spaces_are_guessed_where_a_text_comes_in_tokens(forms: list[str], spaced: list[bool]) -> None:
    assert guess_spaces(forms) == spaced
