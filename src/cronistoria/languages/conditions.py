"""The words that make one thing hang on another: "if", "in case of", "only after", "otherwise".

Read by ``extract/conditions.py``. Entries are words in lower case, each matched as a form or a lemma, in this order.
"""

from functools import cache

import msgspec

from cronistoria.languages.tables import load_table
from cronistoria.model.record import ConditionSense


class ConditionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of a language.

    ``clauses``: subordinators of a clause, by sense. ``phrases``: adpositions of a noun, by sense; ``lacking``:
    those that count only beside a main clause that is denied, future or conditional, or whose predicate is one of
    the ``impossible`` ("without"), and not before a word of ``manner`` ("without hesitation"). ``only``: adverbs
    that make a condition of the clause or phrase they stand before. ``indefinite``: adpositions that do not before
    what there is already ("bei der Wahl", but "bei einem Angriff"). ``inverted``: verbs that open a condition by
    standing first; "*" is any. ``otherwise``: words in a row, as written, that open what follows if something said
    before is not done. ``leading``: verbs whose subject is a condition where they are conditional ("new
    sanctions would lead to"). ``any``: determiners that make a condition of the subject of what is yet to come ("any
    attack will be met with"), as ``attempts`` do without a definite one ("an attempt to leave will lead to").
    """

    clauses: dict[ConditionSense, tuple[str, ...]]
    phrases: dict[ConditionSense, tuple[str, ...]]
    lacking: frozenset[str]
    manner: frozenset[str]
    impossible: frozenset[str]
    only: frozenset[str]
    indefinite: frozenset[str] = frozenset()
    inverted: frozenset[str]
    otherwise: tuple[str, ...]
    leading: frozenset[str]
    any: frozenset[str]
    attempts: frozenset[str]
    examples: tuple[str, ...]


class Marker(msgspec.Struct, frozen=True):
    """The words of a subordinator or adposition with what it means; ``clausal``: a clause follows."""

    words: tuple[str, ...]
    sense: ConditionSense
    clausal: bool


@cache
def load_condition_words(language: str) -> ConditionWords:
    """The conditions table of a language."""
    return load_table(language, "conditions", ConditionWords)


@cache
def condition_markers(language: str) -> dict[str, tuple[Marker, ...]]:
    """All subordinators and adpositions by their first word, the longest first."""
    words = load_condition_words(language)
    found = [Marker(tuple(e.split()), sense, True) for sense, entries in words.clauses.items() for e in entries]
    found += [Marker(tuple(e.split()), sense, False) for sense, entries in words.phrases.items() for e in entries]
    ordered: dict[str, tuple[Marker, ...]] = {}
    for marker in sorted(found, key=lambda m: (-len(m.words), m.words, m.sense)):
        ordered[marker.words[0]] = (*ordered.get(marker.words[0], ()), marker)
    return ordered
