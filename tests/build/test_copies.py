"""What counts as a copy, and what in it is its own."""

import pytest

from cronistoria.build.copies import (
    COPIED,
    fingerprint,
    has_own_words,
    own_records,
    passages,
    shared_records,
    similarity,
)
from cronistoria.model.document import make_document
from tests.build.calls import CallAnalyser

AGENCY = (
    "The foreign ministers of the two lake republics spoke for an hour on Tuesday evening. "
    "Ada calls Bea before every round of talks, an official said. "
    "The dam stays closed until the commission has seen the papers, the official added. "
    "Three barges wait at the lock since Sunday and nobody knows who may let them pass. "
    "Cid calls Dea about the barges twice a day, according to the harbour master. "
    "The commission meets again on Friday in the old town hall by the river."
)
OTHER = (
    "Rain fell on the lake republics all through the week and the harvest of pears is lost, growers say. "
    "The union of growers asks for help from both capitals before the winter comes."
)
HEAD = "Ministers on the phone\n\n"
TAIL = "\n(Agency)"


@pytest.mark.parametrize(
    ("text", "copied", "own"),
    [
        (AGENCY, True, False),
        (AGENCY.replace(". ", ".\n\n").upper(), True, False),
        (AGENCY.replace("an hour", "two hours"), True, True),
        (HEAD + AGENCY + TAIL, True, True),
        (AGENCY + TAIL, True, False),
        (". ".join(AGENCY.split(". ")[:3]) + ".", True, False),
        (AGENCY + " " + OTHER, False, True),
        (OTHER + " " + AGENCY + " " + AGENCY.upper(), False, True),
        (OTHER, False, True),
        ("Ministers spoke.", False, False),
        ("…", False, False),
    ],
)
def test_copies_share_bands_and_most_words(text: str, copied: bool, own: bool) -> None:
    original, document = make_document(AGENCY, language="en"), make_document(text, language="en")
    alike = bool({*fingerprint(document)} & {*fingerprint(original)}) and similarity(document, original) >= COPIED
    assert alike == copied
    assert has_own_words(passages(document), passages(original)) == own


def test_records_belong_to_the_passage_in_which_they_stand() -> None:
    original = make_document(AGENCY, language="en")
    changed = make_document(HEAD + AGENCY.replace("twice a day", "three times a day"), language="en")
    first, second = CallAnalyser().interpret(original, ()).records
    again, other = CallAnalyser().interpret(changed, ()).records
    assert own_records((again, other), passages(changed), passages(original)) == (other,)
    assert list(shared_records((first, second), passages(original), passages(changed))) == [first.id]


def test_what_stands_before_the_body_is_no_part_of_it() -> None:
    head = "Date: 2031-05-04\n\n"
    plain, headed = (
        make_document(t, language="en", body_start=n) for t, n in ((AGENCY, 0), (head + AGENCY, len(head)))
    )
    assert fingerprint(plain) == fingerprint(headed)


def test_a_fingerprint_stays_the_same_over_versions() -> None:
    """Stores keep bands: should this fail, copies of reports that older versions kept are no longer found."""
    assert fingerprint(make_document("Ada calls Bea.", language="en"))[:2] == (
        "0:3eb5bae060a5d4f4",
        "1:432790d6819c07b5",
    )
