"""Word lists, packed: the lemma of some hundred thousand forms of a language in two bytes each, ready in milliseconds.

A form stands in the list as a hash of `hash_bits` bits; hashes are sorted and kept as steps from one to the next, then
the numbers of the edits (see `lemma`) that make their lemmas, all deflated. Of 4,000 forms that are not listed, one or
so passes for one that is.
"""

import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from cronistoria.parse.lemma import apply_script, lemma_script

_NUMBERS = np.dtype("<u2")
_WIDEST_STEP = 0xFFFF
_NOTHING = 0xFFFF


def hash_bits(count: int) -> int:
    """Bits of a hash in a list of so many forms: steps are about 3,000 wide, and nearly all fit 16 bits."""
    return count.bit_length() + 11


def pack(lemmas: Mapping[str, str], edits: Mapping[str, int]) -> bytes:
    """The list of some lemmas by form. Forms whose edit has no number are left out; of one hash, the first is kept."""
    scripts = ((form, lemma_script(form, lemma)) for form, lemma in sorted(lemmas.items()))
    listed = {form: edits[script] for form, script in scripts if script in edits}
    bits = hash_bits(len(listed))
    by_hash = _by_hash(listed, bits)
    while hash_bits(len(by_hash)) != bits:  # a reader tells the bits by what is kept
        bits = hash_bits(len(by_hash))
        by_hash = _by_hash(listed, bits)
    numbers = np.array(list(_steps(sorted(by_hash.items()))), _NUMBERS).reshape(-1, 2)
    return zlib.compress(numbers.T.tobytes(), 9)


def _by_hash(listed: Mapping[str, int], bits: int) -> dict[int, int]:
    found: dict[int, int] = {}
    for form, edit in listed.items():
        found.setdefault(_hash(form, bits), edit)
    return found


def _steps(entries: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Each entry as its step from the one before; a wide gap is crossed in several, with entries of nothing."""
    before = 0
    for place, edit in entries:
        while place - before > _WIDEST_STEP:
            before += _WIDEST_STEP
            yield _WIDEST_STEP, _NOTHING
        yield place - before, edit
        before = place


class WordList:
    """The list of one language; an empty one knows no word."""

    def __init__(self, packed: bytes, edits: tuple[str, ...]) -> None:
        steps, self._edits = np.frombuffer(zlib.decompress(packed), _NUMBERS).reshape(2, -1)
        self._places = np.cumsum(steps, dtype=np.uint64)
        self._names = edits
        self._bits = hash_bits(int((self._edits != _NOTHING).sum()))
        self.lemma = lru_cache(maxsize=1 << 16)(self._lemma)

    def knows(self, word: str) -> bool:
        """Whether the word is listed."""
        return self.lemma(word) is not None

    def is_base(self, word: str) -> bool:
        """Whether the word is listed as its own lemma."""
        return self.lemma(word) == word

    def _lemma(self, form: str) -> str | None:
        """The lemma of a form, as written, in small letters or with a capital; ``None`` if it is not listed."""
        spellings = dict.fromkeys((form, form.lower(), form.capitalize()))
        return next((lemma for lemma in map(self._exact, spellings) if lemma is not None), None)

    def _exact(self, form: str) -> str | None:
        place = _hash(form, self._bits)
        at = int(np.searchsorted(self._places, place))
        if at == len(self._places) or self._places[at] != place or self._edits[at] == _NOTHING:
            return None
        return apply_script(form, self._names[self._edits[at]])


def no_words() -> WordList:
    """A list without words."""
    return WordList(pack({}, {}), ())


def _hash(form: str, bits: int) -> int:
    return int.from_bytes(blake2b(form.encode(), digest_size=8).digest()) >> (64 - bits)
