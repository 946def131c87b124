"""Times of day that open a line of a live report: "11:05 — This is an attempt, said Roe".

Parsers now and then take the time for the predicate. Sentences come in, sentences with the same words go out, where
the clause behind it is that, and the time its adverbial.
"""

import re

import msgspec

from cronistoria.model.sentence import ROOT, Sentence, make_sentence

_TIME = re.compile(r"\d{1,2}[:.]\d\d")
_CLAUSES = frozenset({"parataxis", "ccomp", "conj", "acl", "appos"})
_PREDICATES = frozenset({"VERB", "AUX", "NOUN", "ADJ"})


def with_times_apart(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, the time that opens one below its clause."""
    return tuple(_repaired(sentence) for sentence in sentences)


def _repaired(sentence: Sentence) -> Sentence:
    time = sentence.tokens[0]
    if time.head != ROOT or not _TIME.fullmatch(time.form):
        return sentence
    below = sentence.children(time)
    clause = next((c for c in below if c.relation in _CLAUSES and c.upos in _PREDICATES), None)
    if clause is None:
        return sentence
    changed = {c.index: msgspec.structs.replace(c, head=clause.index) for c in below}
    changed[clause.index] = msgspec.structs.replace(clause, head=ROOT, deprel="root")
    changed[0] = msgspec.structs.replace(time, head=clause.index, deprel="obl")
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))
