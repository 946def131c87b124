"""What words are signs of, so that text that cannot tell of time is not read at all.

Classes of words come in, signs as bits go out; of a stretch of text all signs together decide, and in it the runs of
known words among which one tells.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain
from operator import or_
from typing import Protocol

TELLING = frozenset({
    "month", "month_short", "weekday", "weekday_short", "unit_one", "unit_many", "deictic", "seasons", "parts",
    "part_words", "weekday_part", "length_word", "length_ending", "feasts", "references", "sets",
    "day_point", "day_month_number", "month_point", "year", "short_year",
    "decade", "decades", "clock_colon", "clock_dot", "noon", "midnight",
})  # fmt: skip
SELF, HOUR, HALF, DAY, ARTICLE, AT_HOUR, ORDINAL, AT_ORDINAL, KNOWN = (1 << number for number in range(9))
CLASSES: dict[int, frozenset[str]] = {
    SELF: TELLING, HOUR: frozenset({"integer", "number_word"}), HALF: frozenset({"am", "pm", "oclock"}),
    DAY: frozenset({"integer", "ordinal_number"}),
    ARTICLE: frozenset({"day_article"}), AT_HOUR: frozenset({"at_clock", "hour_words"}),
    ORDINAL: frozenset({"ordinals", "ordinal_number"}), AT_ORDINAL: frozenset({"at_ordinal", "half_to"}),
}  # fmt: skip
SIGN_OF = {name: sum(sign for sign, names in CLASSES.items() if name in names) for name in chain(*CLASSES.values())}
DIGITS = KNOWN | HOUR | DAY | ORDINAL
SPEAKING = SELF | HOUR | DAY | ORDINAL
_ALONE = SELF | HOUR | AT_ORDINAL
_SHAPED = re.compile(r"\d{4}|\d[^\s\d.,;)%]|\d[.,;)%]\S|'\d\d")


class Signing(Protocol):
    """The classes of the words at a place: their signs, and the size of the longest."""

    signs: int
    longest: int

    def __len__(self) -> int: ...


def sign_of(name: str) -> int:
    """The signs of a word of a class."""
    return KNOWN | SIGN_OF.get(name, 0)


def listed_signs(entries: Iterable[tuple[tuple[str, ...], str]]) -> Iterator[tuple[str, int]]:
    """Words with their signs. What an entry of several words is a sign of stands at the one that is in the fewest."""
    listed = list(entries)
    alone: dict[str, int] = defaultdict(int)
    for forms, name in listed:
        yield forms[0], KNOWN
        if len(forms) == 1:
            alone[forms[0]] |= sign_of(name)
    yield from alone.items()
    often = Counter(chain.from_iterable(forms for forms, _ in listed))
    for forms, name in listed:
        signs = sign_of(name)
        if not any(alone[form] & signs == signs for form in forms):
            yield min(reversed(forms), key=often.__getitem__), signs


def may_tell(words: Sequence[int], folded: str) -> bool:
    """Whether a text whose words have these signs can tell of time: by a word, or by numbers that look like it."""
    signs = reduce(or_, words, 0)
    if signs & SELF:
        return True
    if signs & ORDINAL and signs & AT_ORDINAL:
        return True
    if not signs & (HOUR | DAY):
        return False
    if signs & HOUR and signs & (AT_HOUR | HALF):
        return True
    return bool(signs & ARTICLE) or _SHAPED.search(folded) is not None


def known_runs(signs: Sequence[int]) -> list[tuple[int, int]]:
    """The runs ``[first, end)`` of known words that hold a word or number that can tell."""
    found: list[tuple[int, int]] = []
    end = 0
    for index, sign in enumerate(signs):
        if sign & _ALONE and index >= end:
            first, end = index, index + 1
            while first and signs[first - 1]:
                first -= 1
            while end < len(signs) and signs[end]:
                end += 1
            found.append((first, end))
    return found


def telling_runs(units: Sequence[Signing], known: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The runs ``[first, end)`` of words with classes that hold at least one that tells of time.

    ``known`` are the runs outside of which no word has classes, left to right.
    """
    first, reach, past, tells, hours, number, article, ordinal = 0, 0, 0, False, False, False, False, False
    for begin, end in known:
        if max(past, reach) < begin:
            if tells:
                yield first, max(past, reach)
            first, tells = begin, False
        elif past < begin:
            number = False
        for index in range(begin, end):
            here = units[index]
            if not here and index >= reach:
                if tells:
                    yield first, index
                first, tells = index + 1, False
                continue
            signs = here.signs
            reach = max(reach, index + here.longest)
            tells = tells or bool(signs & SELF) or (hours and bool(signs & HOUR))
            tells = tells or (number and bool(signs & HALF)) or (article and bool(signs & DAY))
            tells = tells or (ordinal and bool(signs & ORDINAL))
            number = bool(signs & HOUR)
            article = bool(signs & ARTICLE) or (article and index < reach)
            ordinal = bool(signs & AT_ORDINAL) or (ordinal and index < reach)
            hours = bool(signs & AT_HOUR) or (hours and index < reach)
        past = end
    if tells:
        yield first, min(max(past, reach), len(units))
