"""What a stretch of words is about, comparable across languages.

A word counts as its subject where the language's table has one, otherwise as the first letters of its key, by which
cognates meet ("costituzione" and "constitution"); numbers count as they are. Nothing is said of order or grammar.
"""

import re
from functools import cache, lru_cache

from cronistoria.languages.subjects import has_subjects, load_subjects
from cronistoria.reference.names import fold, plain

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*")
_SHORTEST = 4
_STEM = 4
_MARK = "="
_LONGEST = 100
OTHER_LANGUAGE = 1.5


@lru_cache(maxsize=65536)
def subjects_of(text: str, language: str) -> frozenset[str]:
    """The subjects (with "=" before them), stems and numbers of some words.

    >>> sorted(subjects_of("Le nuove sanzioni alla Russia", "it"))
    ['=sanctions', 'nove', 'rosi']
    """
    return frozenset(found for word in _WORD.findall(text) if (found := _subject(word, language)))


def is_subject(found: str) -> bool:
    """Whether it is a subject of the table, and not the beginning of some word."""
    return found[0] == _MARK


def likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """How much two sets share, 0 to 1: between what they share of all and of the smaller one; subjects count twice."""
    shared = left & right
    if not shared:
        return 0.0
    both, one, other = weight(shared), weight(left), weight(right)
    return both * (1 / (one + other) + 1 / (2 * min(one, other)))


def most_alike(shared: int, weights: tuple[int, int], *, same_language: bool) -> float:
    """The most that words can count for by their weights, what they share and their two."""
    if not shared:
        return 0.0
    one, other = weights
    alike = shared * (1 / (one + other) + 1 / (2 * min(one, other)))
    return alike if same_language else min(alike * OTHER_LANGUAGE, 1.0)


@lru_cache(maxsize=65536)
def weight(subjects: frozenset[str]) -> int:
    """How much a set says: subjects count twice, stems and numbers once."""
    return len(subjects) + sum(map(is_subject, subjects))


@lru_cache(maxsize=65536)
def _subject(word: str, language: str) -> str | None:
    if word[0].isdigit():
        return re.sub(r"\D", "", word)
    ignored, beginnings = _table(language)
    word = word[:_LONGEST]  # longer ones are none, and their beginnings would be sought all the same
    letters = plain(word).strip()
    if letters in ignored:
        return None
    for length in range(len(letters), 1, -1):
        if subject := beginnings.get(letters[:length]):
            return subject
    return fold(word)[:_STEM] if len(letters) >= _SHORTEST else None


@cache
def _table(language: str) -> tuple[frozenset[str], dict[str, str]]:
    if not has_subjects(language):
        return frozenset(), {}
    table = load_subjects(language)
    beginnings = {plain(word).strip(): f"{_MARK}{key}" for key, words in table.subjects.items() for word in words}
    return frozenset(plain(word).strip() for word in table.ignored), beginnings
