"""When two spellings are of one name: words folded to keys, single slips of a typist, and slugs for ids.

Words come in as a report writes them, keys and answers go out; nothing here knows a person.
"""

import re
from collections.abc import Iterator, Sequence

from cronistoria.reference.names import fold, plain, split_name

SHORTEST_WITH_SLIP = 5
_WORD = re.compile(r"[a-z0-9]+")


def name_words(name: Sequence[str]) -> tuple[str, ...]:
    """The words of a name as keys that spellings share; particles ("al", "de") go where others remain.

    >>> name_words(["Bashar", "al-Assad"]) == name_words(["Bashar", "Asad"])
    True
    """
    return tuple(fold(word) for word in split_name(name))


def slug(text: str) -> str:
    """Words in lower case and ASCII, parted by hyphens, for ids.

    >>> slug("Věra Čapková"), slug("Лавров")
    ('vera-capkova', 'lavrov')
    """
    return "-".join(_WORD.findall(plain(text))) or "-".join(format(ord(letter), "x") for letter in text)


def slips(word: str) -> Iterator[str]:
    """The word, and what is left if one letter is dropped: words with a common one are at most two slips apart."""
    yield word
    if len(word) >= SHORTEST_WITH_SLIP - 1:
        yield from (word[:i] + word[i + 1 :] for i in range(len(word)))


def is_one_slip(first: str, second: str) -> bool:
    """Whether two words are equal but for one letter added, dropped or changed, in a word long enough to tell.

    >>> is_one_slip("psaki", "psake"), is_one_slip("kim", "kir")
    (True, False)
    """
    short, long = sorted((first, second), key=len)
    if len(long) < SHORTEST_WITH_SLIP or len(long) - len(short) > 1 or first[:1] != second[:1]:
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[start + (len(short) == len(long)) :] == long[start + 1 :]


def same_word(first: str, second: str) -> bool:
    """Whether two words of names are one, a slip aside."""
    return first == second or is_one_slip(first, second)


def given_names_fit(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether all given names of the shorter list are in the longer, in full, as an initial or as a short form."""
    few, many = sorted((first, second), key=len)
    return all(any(_given_name_fits(word, other) for other in many) for word in few)


def _given_name_fits(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    shortened = long.startswith(short) and (len(short) == 1 or len(short) >= 3)
    return first == second or shortened or is_one_slip(first, second)
