"""Finds the entries of a word list in a sentence: the longest one at each place, in one pass.

Entries are matched by atoms, the runs of letters and digits between spaces, hyphens, apostrophes and full stops,
without diacritics ("U.S." is one atom, "al-Qaida" two), so that it does not matter how a treebank cuts words. A
capital in an entry asks for one in the text; an entry in small letters matches any. Where the language has a
dictionary, entries are base forms (or forms that stay as they are: "министр иностранных дел") and match all others.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from cronistoria.languages.dictionary import Dictionary, load_dictionary
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence

T = TypeVar("T")
Key = tuple[str, ...]

SHORT = 2
_ATOM = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}")
_MARKS = re.compile("[\u0300-\u036f]+")


class Atom(NamedTuple):
    """A run of letters in a sentence, the tokens that it stands in (both inside), its key and those of its bases."""

    text: str
    key: str
    first: int
    last: int
    bases: Key = ()

    @property
    def keys(self) -> Key:
        """All that an entry may know the atom by."""
        return (self.key, *(base for base in self.bases if base != self.key))


class Match(NamedTuple, Generic[T]):
    """What the tokens ``first`` to ``last`` (both inside) may mean; ``text`` is as written there, atom by atom."""

    first: int
    last: int
    meanings: tuple[T, ...]
    text: Key


class Lexicon(Generic[T]):
    """A list of entries with their meanings.

    >>> lexicon = Lexicon[str](strict={"WHO"})
    >>> lexicon.add("United Nations", "UN")
    >>> atoms = [Atom("United", "united", 0, 0), Atom("Nations", "nations", 1, 1)]
    >>> [match.meanings for match in lexicon.matches(atoms)]
    [('UN',)]
    """

    def __init__(self, strict: Collection[str] = (), dictionary: Dictionary | None = None) -> None:
        self._strict, self._dictionary = strict, dictionary
        self._entries: dict[Key, list[tuple[Key, bool, T]]] = {}
        self._longest: dict[str, int] = {}

    def add(self, written: str, meaning: T) -> None:
        """Enters words as reports write them."""
        atoms = tuple(split_atoms(written))
        if not atoms:
            return
        exact = len(atoms) == 1 and atoms[0].isupper() and (len(atoms[0]) <= SHORT or atoms[0] in self._strict)
        entry = (atoms, exact, meaning)
        for key in self._keys(atoms):
            held = self._entries.setdefault(key, [])
            if entry not in held:
                held.append(entry)
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def _keys(self, atoms: Key) -> Iterable[Key]:
        if self._dictionary is None:
            return (tuple(map(fold_atom, atoms)),)
        return product(*(_entry_keys(a, self._dictionary) for a in atoms))

    def matches(self, atoms: list[Atom]) -> Iterator[Match[T]]:
        """The longest entry at each place, left to right, without overlaps."""
        position = 0
        while position < len(atoms):
            match = self.longest_at(atoms, position)
            if match:
                yield match
            position += len(match.text) if match else 1

    def longest_at(self, atoms: list[Atom], position: int) -> Match[T] | None:
        """The longest entry that begins at an atom."""
        atom = atoms[position]
        longest = self._longest.get(atom.key, 0)
        if atom.bases:
            longest = max(longest, *(self._longest.get(base, 0) for base in atom.bases))
        for length in range(min(longest, len(atoms) - position), 0, -1):
            window = atoms[position : position + length]
            keys = product(*(a.keys for a in window))
            found = (entry for key in keys for entry in self._entries.get(key, ()))
            fitting = tuple(dict.fromkeys(m for written, exact, m in found if _fits(written, exact, window)))
            if fitting:
                return Match(window[0].first, window[-1].last, fitting, tuple(atom.text for atom in window))
        return None


def sentence_atoms(document: Document, sentence: Sentence) -> list[Atom]:
    """The atoms of a sentence; words that share characters ("della") are read as they are written."""
    found: list[Atom] = []
    tokens, dictionary = sentence.tokens, load_dictionary(document.language)
    first = 0
    while first < len(tokens):
        last, end = first, tokens[first].end
        while last + 1 < len(tokens) and tokens[last + 1].start < end:
            last += 1
            end = max(end, tokens[last].end)
        surface = document.text[tokens[first].start : end]
        found += [Atom(t, fold_atom(t), first, last, _bases(t, dictionary)) for t in split_atoms(surface)]
        first = last + 1
    return found


def text_atoms(text: str, language: str) -> list[Atom]:
    """The atoms of words that stand outside the sentences, such as a dateline; their tokens are their numbers."""
    dictionary = load_dictionary(language)
    return [Atom(t, fold_atom(t), n, n, _bases(t, dictionary)) for n, t in enumerate(split_atoms(text))]


def split_atoms(text: str) -> list[str]:
    """The runs of letters and digits; initials with full stops are one.

    >>> split_atoms("U.S. al-Qa'ida")
    ['US', 'al', 'Qa', 'ida']
    """
    if "." in text:
        text = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), text)
    return _ATOM.findall(text)


@lru_cache(maxsize=65536)
def fold_atom(atom: str) -> str:
    """Small letters without diacritics."""
    lowered = atom.lower()
    return lowered if lowered.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", lowered)).replace("ı", "i")


def _bases(atom: str, dictionary: Dictionary | None) -> Key:
    if dictionary is None or atom.isascii():
        return ()
    return tuple(fold_atom(base) for base in dictionary.bases(atom))


def _entry_keys(atom: str, dictionary: Dictionary) -> Key:
    """What an entry's word is known by: itself where it is a base form, else also its base forms."""
    own, bases = fold_atom(atom), _bases(atom, dictionary)
    return (own,) if own in bases else (own, *dict.fromkeys(bases))


def _fits(written: Key, exact: bool, window: list[Atom]) -> bool:
    if exact:
        return written[0] == window[0].text
    return all(not wanted[0].isupper() or atom.text[0].isupper() for wanted, atom in zip(written, window, strict=True))
