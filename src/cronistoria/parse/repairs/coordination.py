"""Clauses with a subordinator of their own, coordinated with the clause that has the same one.

"She asks that A stays and that B goes": parsers now and then hang the second clause on "asks". Sentences come in,
sentences with the same words go out.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence


def with_coordinated_clauses(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, each coordinated clause on the nearest one that its subordinator repeats."""
    return tuple(map(_repaired, sentences))


def _repaired(sentence: Sentence) -> Sentence:
    moved = {token.index: msgspec.structs.replace(token, head=head.index) for token, head in _misplaced(sentence)}
    if not moved:
        return sentence
    return make_sentence(sentence.index, tuple(moved.get(token.index, token) for token in sentence.tokens))


def _misplaced(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Each clause that hangs on one without its subordinator, with the clause that it should hang on."""
    for token in sentence.tokens:
        above = sentence.parent(token)
        marks = _marks(sentence, token)
        if token.relation != "conj" or above is None or not marks or marks & _marks(sentence, above):
            continue
        nearest = next((c for c in reversed(sentence.tokens[: token.index]) if marks & _marks(sentence, c)), None)
        if nearest is not None and _is_below(sentence, nearest, above, token):
            yield token, nearest


def _marks(sentence: Sentence, token: Token) -> set[str]:
    return {child.lemma.lower() for child in sentence.children(token) if child.relation == "mark"}


def _is_below(sentence: Sentence, token: Token, above: Token, apart: Token) -> bool:
    """Whether a word stands below another, and not below a third."""
    current = sentence.parent(token)
    while current is not None and current is not above and current is not apart:
        current = sentence.parent(current)
    return current is above
