"""Conditions that a parser hung beside the clause they belong to: "'If you go, we will stay', he said".

Sentences come in, the same words go out. Of two clauses below one verb of saying, the first of which opens with a
subordinator of conditions, the first is the condition of the second.
"""

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

_SAID = frozenset({"ccomp", "parataxis", "advcl"})


def with_conditions_attached(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with if-clauses below what is said under their condition."""
    markers = load_grammar(language).conditional_markers
    return tuple(_attached(sentence, markers) for sentence in sentences)


def _attached(sentence: Sentence, markers: frozenset[str]) -> Sentence:
    if sentence.words.isdisjoint(markers):
        return sentence
    changed: dict[int, Token] = {}
    for clause in sentence.tokens:
        main = _main(sentence, clause, markers)
        if main is not None:
            changed[clause.index] = msgspec.structs.replace(clause, head=main.index, deprel="advcl")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _main(sentence: Sentence, clause: Token, markers: frozenset[str]) -> Token | None:
    """The clause that follows an if-clause below the same verb, which stands behind both."""
    above = sentence.parent(clause)
    if above is None or above.index < clause.index or clause.relation not in _SAID:
        return None
    opening = sentence.children(clause)[:1]
    if not any(mark.relation == "mark" and mark.keys & markers for mark in opening):
        return None
    between = (c for c in sentence.children(above) if clause.index < c.index < above.index)
    return next((c for c in between if c.relation == "ccomp"), None)
