"""A name is of one kind throughout a text: what a word is elsewhere speaks for what it is here.

The network sees a window at a time. A company that one sentence calls by name only ("Alinghi") and the next calls a
team is a person in the first and an organisation in the second; read together they agree. The idea is that of
skip-chain models (Sutton and McCallum, 2004) and of label consistency in two stages (Krishnan and Manning, 2006).
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from cronistoria.parse.decode import Scores
from cronistoria.parse.labels import ENTITIES

NEAR = 400
WEIGHT = 1.5
MOST_SEEN = 4
FLOOR = 0.01
SHORTEST = 3


def agreed(forms: Sequence[str], scores: Scores) -> Scores:
    """The scores of entity tags (words, tags) of a text, each capitalised word's moved towards what the same form is
    within `NEAR` words of it, the more the oftener it stands there. Linear in the number of words."""
    places = defaultdict(list)
    for place, form in enumerate(forms):
        if len(form) >= SHORTEST and form[0].isupper():
            places[form].append(place)
    recurring = [found for found in places.values() if len(found) > 1]
    if not recurring:
        return scores
    known = np.concatenate([np.array(found) for found in recurring])
    odds = np.exp(scores[known] - scores[known].max(1, keepdims=True))
    kinds = (odds / odds.sum(1, keepdims=True)) @ _KINDS
    moved, at = scores.copy(), 0
    for found in recurring:
        moved[found] += _elsewhere(np.array(found), kinds[at : at + len(found)]) @ _KINDS.T
        at += len(found)
    return moved


def _elsewhere(places: np.ndarray, kinds: Scores) -> Scores:
    """(occurrences, kinds): what the other occurrences near each speak for."""
    sums = np.concatenate([np.zeros_like(kinds[:1]), np.cumsum(kinds, 0)])
    first, last = np.searchsorted(places, places - NEAR), np.searchsorted(places, places + NEAR, side="right")
    others = (last - first - 1)[:, None]
    means = (sums[last] - sums[first] - kinds).clip(0) / np.maximum(others, 1)
    seen = np.minimum(others, MOST_SEEN)
    found: Scores = (WEIGHT * seen / (seen + 1) * np.log(means + FLOOR)).astype(np.float32)
    return found


def _kind(tag: str) -> str:
    return tag.partition("-")[2]


_NAMES = sorted({_kind(tag) for tag in ENTITIES})
_KINDS = np.array([[_kind(tag) == name for name in _NAMES] for tag in ENTITIES], np.float32)
