"""Sentences with marked parties."""

from pathlib import Path

import pytest

from cronistoria.reference.cameo import root_of
from evaluation.relations import OWN, Answer, Case, macro_f, main, own_cases, read_marked

FILES = sorted(OWN.glob("*.tsv"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_of_our_sentences_names_a_code_and_both_parties(path: Path) -> None:
    cases = list(own_cases(path))
    assert all(case.source is not None for case in cases)
    assert len({case.text for case in cases}) == len(cases) >= 40
    assert len({case.root for case in cases}) >= 12


def test_marks_are_taken_off() -> None:
    assert read_marked("<t>A</t> hit by <s>B</s>", ("<s>", "</s>", "<t>", "</t>")) == ("A hit by B", [(9, 10), (0, 1)])


def test_macro_f_counts_every_root_alike() -> None:
    case = Case("x", None, None, root_of("040"))
    answers = [Answer(case, "CONSULT", None), Answer(case, "", None), Answer(Case("y", None, None, "AID"), "AID", None)]
    assert macro_f(answers) == pytest.approx((2 / 3 + 1) / 2)


def test_without_corpora_only_our_own_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)], SilentReader()) == 0  # type: ignore[arg-type]
    assert f"there are no corpora at {tmp_path}" in capsys.readouterr().out


class SilentReader:
    """A reader whose parser finds nothing."""

    def parse(self, document: object) -> tuple[()]:
        """No sentences."""
        return ()
