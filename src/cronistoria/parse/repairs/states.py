"""What somebody is ready for or against, below the word that says so: "se mostró | abierta | a una reunión".

Parsers hang what stands right behind such a state on the verb above it, and take some of these words for forms of other
verbs ("si è | detta | pronta", "s'est dite | prête"). Sentences come in, sentences with the same words go out.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import PositionPredicate, position_predicates
from cronistoria.model.sentence import Sentence, Token, make_sentence

AGREEING = ("Gender", "Number")
HUNG = frozenset({"obl", "iobj", "obj"})

Table = dict[str, tuple[PositionPredicate, ...]]


def with_states(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, each state with what stands behind it, and participles with their own lemmas."""
    table, lemmas = position_predicates(language), load_grammar(language).participle_lemmas
    return tuple(_repaired(sentence, table, lemmas) for sentence in sentences)


def _repaired(sentence: Sentence, table: Table, lemmas: dict[str, str]) -> Sentence:
    changed = {t.index: t for t in (*_with_lemmas(sentence, table, lemmas), *_below_states(sentence, table))}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _with_lemmas(sentence: Sentence, table: Table, lemmas: dict[str, str]) -> Iterator[Token]:
    for token in sentence.tokens:
        own = lemmas.get(token.lower) if token.feats.get("VerbForm") == "Part" else None
        if own in table:
            agreeing = {name: token.feats[name] for name in AGREEING if name in token.feats}
            yield msgspec.structs.replace(token, lemma=own, upos="ADJ", feats=agreeing)
        elif own is not None and own != token.lemma:
            yield msgspec.structs.replace(token, lemma=own)


def _below_states(sentence: Sentence, table: Table) -> Iterator[Token]:
    """Nouns whose adposition stands right behind a state below the same verb."""
    for noun in sentence.tokens:
        case = next((c for c in sentence.children(noun) if c.relation == "case"), None)
        if noun.relation not in HUNG or noun.upos != "NOUN" or case is None or case.index == 0:
            continue
        state = sentence.tokens[case.index - 1]
        hung = state.relation == "xcomp" and noun.head == state.head < state.index
        if not hung and not (noun.deprel == "obj" and noun.head == state.index and state.upos == "ADJ"):
            continue
        entries = (*table.get(state.lemma.lower(), ()), *table.get(state.lower, ()))
        if any(case.keys & entry.content for entry in entries):
            yield msgspec.structs.replace(noun, head=state.index, deprel="obl")
