"""``cronistoria parse``."""

import json

import pytest

from cronistoria.cli.parsing import write_trees
from tests.cli.conftest import Run
from tests.conllu import sentences_from_conllu

CONLLU = """
1 Vienna Vienna PROPN _ _ 2 nsubj _ _
2 tace tacere VERB _ Mood=Ind 0 root _ SpaceAfter=No
3 . . PUNCT _ _ 2 punct _ _
"""


def test_trees_in_each_format() -> None:
    document, sentences = sentences_from_conllu(CONLLU)
    assert "1\tVienna\tVienna\tPROPN" in write_trees(document, sentences, "conllu")
    assert write_trees(document, sentences, "tree").splitlines()[0] == "tace [root VERB Mood=Ind]"
    assert json.loads(write_trees(document, sentences, "json"))[0]["tokens"][1]["lemma"] == "tacere"


@pytest.mark.parametrize(("format_name", "expected"), [("conllu", ""), ("json", "[]\n"), ("tree", "\n")])
def test_the_command_reads_standard_input(run: Run, format_name: str, expected: str) -> None:
    result = run("parse", "--format", format_name, "--language", "it", stdin="Vienna tace.")
    assert (result.exit_code, result.stdout) == (0, expected)


def test_a_missing_file_is_one_line(run: Run) -> None:
    result = run("parse", "/nowhere/report.txt")
    assert (result.exit_code, result.stderr) == (1, "Error: /nowhere/report.txt: no such file\n")
