"""TempEval-3's scores: spans that overlap (relaxed) or are equal (strict), and the share of those with the right value.

UzZaman et al., SemEval-2013 task 1: value F1 is the relaxed F1 times the accuracy of values on matching spans.
"""

from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.timex.answers import Answer, Text, Timex


class Score(NamedTuple):
    """F1 of spans and values, and milliseconds for a thousand characters."""

    relaxed: float
    strict: float
    value: float
    milliseconds: float


class Match(NamedTuple):
    """A gold expression with the system's one that it shares most with."""

    gold: Timex
    found: Timex


def matches(gold: Iterable[Timex], found: Iterable[Timex]) -> list[Match]:
    """Each gold expression with at most one of the found ones, the largest overlaps first."""
    pairs = sorted(
        ((min(g.end, f.end) - max(g.start, f.start), -abs(g.start - f.start), g, f) for g in gold for f in found),
        key=lambda pair: (-pair[0], -pair[1], pair[2].start),
    )
    taken: set[Timex] = set()
    chosen = []
    for overlap, _, one, other in pairs:
        if overlap > 0 and one not in taken and other not in taken:
            taken |= {one, other}
            chosen.append(Match(one, other))
    return chosen


def score(texts: list[Text], answers: list[Answer]) -> Score:
    """The scores over all texts together."""
    gold = found = relaxed = strict = values = 0
    for text, answer in zip(texts, answers, strict=True):
        pairs = matches(text.gold, answer.found)
        gold, found, relaxed = gold + len(text.gold), found + len(answer.found), relaxed + len(pairs)
        strict += sum((p.gold.start, p.gold.end) == (p.found.start, p.found.end) for p in pairs)
        values += sum(p.gold.value == p.found.value for p in pairs)
    characters = sum(len(text.text) for text in texts)
    seconds = sum(answer.seconds for answer in answers)
    total = (gold + found) / 2 or 1
    return Score(relaxed / total, strict / total, values / total, 1_000_000 * seconds / characters)
