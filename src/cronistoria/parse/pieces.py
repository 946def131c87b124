"""Words to pieces: the encoder reads parts of words, found by a unigram language model over a fixed vocabulary.

A word that begins with a letter or digit is always read as if a space stood before it, so that "decise.Kim" and
"decise. Kim" are the same to the model; marks are read with the space that stands before them, or without.
"""

import msgspec
from tokenizers.models import Unigram

PAD, BEGIN, END, UNKNOWN = range(4)
SPACE = "\u2581"
LONGEST_WORD = 12
_CACHED = 200_000


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pieces with their log probabilities, four special ones first; ``normal`` maps characters before the search."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    normal: dict[str, str]


class Pieces:
    """Finds the pieces of words; remembers words it has seen."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        entries = list(zip(vocabulary.pieces, vocabulary.scores, strict=True))
        self._model = Unigram(entries, unk_id=UNKNOWN, byte_fallback=False)
        self._normal = {ord(source): target for source, target in vocabulary.normal.items()}
        self._known: dict[tuple[str, bool], tuple[int, ...]] = {}

    def of_word(self, form: str, *, spaced: bool) -> tuple[int, ...]:
        """Ids of at most `LONGEST_WORD` pieces; ``spaced`` says whether a space stands before the word."""
        key = (form, spaced or form[:1].isalnum())
        found = self._known.get(key)
        if found is None:
            found = self._search(*key)
            if len(self._known) < _CACHED:
                self._known[key] = found
        return found

    def _search(self, form: str, spaced: bool) -> tuple[int, ...]:
        normal = form[:200].translate(self._normal).strip().replace(" ", SPACE)
        tokens = self._model.tokenize(SPACE * spaced + normal) if normal else []
        return tuple(token.id for token in tokens[:LONGEST_WORD]) or (UNKNOWN,)
