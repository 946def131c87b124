"""What the gate of the example crisis expects stands in its reports."""

import pytest

from cronistoria.examples import example_crisis
from evaluation.crisis_gate import GoldStatus, load_crisis
from evaluation.text import Text

GOLD = load_crisis()
REPORTS = {path.stem: path.read_text(encoding="utf-8") for path in example_crisis()}


@pytest.mark.parametrize("item", (*GOLD.commitments, *GOLD.appointments), ids=lambda item: item.id)
def test_words_stand_in_their_reports(item: GoldStatus) -> None:
    assert [name for name, words in item.words.items() if not list(Text(REPORTS[name]).find(words))] == []


def test_names_are_given_once() -> None:
    names = [*(c.id for c in GOLD.contacts), *(item.id for item in (*GOLD.commitments, *GOLD.appointments))]
    assert len(names) == len(set(names))
    assert all(contact.reports <= len(REPORTS) for contact in GOLD.contacts)
