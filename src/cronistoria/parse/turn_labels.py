"""Speakers' labels as names: "Schaefer: We stay." opens a turn in a conversation.

Named-entity recognition often misses a surname that stands alone before a colon. Sentences and the offsets of such
labels come in, sentences go out, with the same trees.
"""

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence


def with_named_labels(sentences: tuple[Sentence, ...], starts: frozenset[int]) -> tuple[Sentence, ...]:
    """The sentences, each proper noun that begins at one of the offsets a person's name if it had no tag."""
    return tuple(_named(sentence, starts) for sentence in sentences) if starts else sentences


def _named(sentence: Sentence, starts: frozenset[int]) -> Sentence:
    found = [token for token in sentence.tokens if token.start in starts and _is_untagged_name(token)]
    if not found:
        return sentence
    changed = {token.index: msgspec.structs.replace(token, entity="B-PER") for token in found}
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _is_untagged_name(token: Token) -> bool:
    return token.upos == "PROPN" and token.entity == "O"
