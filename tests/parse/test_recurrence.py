"""Names that recur: what a word is elsewhere in a text speaks for what it is here."""

import numpy as np

from cronistoria.parse.decode import Scores, best_entities
from cronistoria.parse.labels import ENTITIES
from cronistoria.parse.recurrence import NEAR, agreed


def _scores(*tags: tuple[str, float]) -> Scores:
    """A row a word: its tag with so much more than all others."""
    scores = np.zeros((len(tags), len(ENTITIES)), np.float32)
    for row, (tag, surplus) in zip(scores, tags, strict=True):
        row[ENTITIES.index(tag)] = surplus
    return scores


def _read(forms: list[str], scores: Scores) -> list[str]:
    return best_entities(agreed(forms, scores))


def test_a_doubtful_word_is_what_the_same_word_is_for_certain_elsewhere() -> None:
    forms = ["Alinghi", "wins", "as", "Alinghi", "and", "Alinghi", "did"]
    scores = _scores(("B-PER", 1), ("O", 9), ("O", 9), ("B-ORG", 7), ("O", 9), ("B-ORG", 7), ("O", 9))
    assert best_entities(scores)[0] == "B-PER"
    assert _read(forms, scores)[0] == "B-ORG"


def test_what_is_certain_here_stays() -> None:
    forms = ["Washington", "said", "Washington", "was", "born"]
    scores = _scores(("B-LOC", 9), ("O", 9), ("B-PER", 9), ("O", 9), ("O", 9))
    assert _read(forms, scores) == best_entities(scores)


def test_a_word_inside_a_longer_name_speaks_for_the_kind_and_stays_inside() -> None:
    forms = ["Ada", "Stosur", "won", ".", "Stosur", "left", "."]
    scores = _scores(("B-PER", 9), ("I-PER", 9), ("O", 9), ("O", 9), ("B-ORG", 1.5), ("O", 9), ("O", 9))
    scores[4, ENTITIES.index("B-PER")] = 1
    assert _read(forms, scores) == ["B-PER", "I-PER", "O", "O", "B-PER", "O", "O"]


def test_small_letters_short_forms_and_far_places_say_nothing() -> None:
    for form, gap in (("polizia", 0), ("UE", 0), ("Merano", NEAR)):
        scores = _scores(("B-PER", 1), *[("O", 9)] * gap, ("B-ORG", 9))
        assert agreed([form, *["x"] * gap, form], scores).tolist() == scores.tolist()


def test_a_text_without_words_has_no_names() -> None:
    assert agreed([], np.zeros((0, len(ENTITIES)), np.float32)).shape == (0, len(ENTITIES))
