"""Speakers' labels as names: "Schaefer: We stay." opens a turn, and who comes twice so is somebody.

Named-entity recognition often misses a surname that stands alone before a colon. The text and its sentences come in,
sentences go out, with the same trees.
"""

import re
from collections import Counter

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence

_LABEL = re.compile(r"^[ \t]*(?:[^\W\d_][^:\n!?]{0,40}?\s)?([^\W\d_][\w'’-]+)(?:\s*\([^)\n]{1,60}\))?:\s", re.MULTILINE)
_LEAST = 2


def with_named_labels(sentences: tuple[Sentence, ...], text: str) -> tuple[Sentence, ...]:
    """The sentences, each proper noun that ends labels of several lines a person's name if it had no other tag."""
    places = [(match.start(1), match[1].casefold()) for match in _LABEL.finditer(text)]
    counts = Counter(name for _, name in places)
    starts = {start for start, name in places if counts[name] >= _LEAST}
    if not starts:
        return sentences
    return tuple(_named(sentence, starts) for sentence in sentences)


def _named(sentence: Sentence, starts: set[int]) -> Sentence:
    found = [token for token in sentence.tokens if token.start in starts and _is_untagged_name(token)]
    if not found:
        return sentence
    changed = {token.index: msgspec.structs.replace(token, entity="B-PER") for token in found}
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _is_untagged_name(token: Token) -> bool:
    return token.upos == "PROPN" and token.entity == "O"
