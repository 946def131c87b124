"""Clauses in a row: each on the one that it goes with.

"She asks that A stays and that B goes": parsers now and then hang the second clause on "asks", and one within quotation
marks on what stands before them. What stands behind the last of several clauses is of that ("there is no letter and
there will be no talks | as long as …"), and a clause behind a semicolon goes on beside the one before, below which
nothing makes it stand. A nominal under another adposition, without "and" or a comma before it, is of the noun above
those coordinated ("the talks of Oslo and Lima | on Peru"). All names of a list hang on its first. Sentences come in,
sentences with the same words go out.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence

BELOW = frozenset({"advcl", "ccomp", "acl"})
HELPERS = frozenset({"aux", "cop"})
STOPS = frozenset(";:")
PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
NOMINAL = frozenset({"NOUN", "PROPN"})
MARKS = frozenset('"“”„«»')


def with_coordinated_clauses(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, each coordinated clause on the nearest one that its subordinator repeats."""
    return tuple(map(_repaired, sentences))


def _repaired(sentence: Sentence) -> Sentence:
    moved = {token.index: msgspec.structs.replace(token, head=head.index) for token, head in _misplaced(sentence)}
    moved |= {t.index: msgspec.structs.replace(t, head=said.index) for t, said in _quoted(sentence)}
    moved |= {t.index: msgspec.structs.replace(t, head=last.index) for t, last in _shared(sentence)}
    moved |= {t.index: msgspec.structs.replace(t, deprel=relation) for t, relation in _beside(sentence)}
    moved |= {t.index: msgspec.structs.replace(t, head=first.index) for t, first in _listed(sentence)}
    moved |= {token.index: token for token in _apart(sentence)}
    if not moved:
        return sentence
    return make_sentence(sentence.index, tuple(moved.get(token.index, token) for token in sentence.tokens))


def _listed(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Each name in a list that hangs on another than the first, with the first: "Oslo, Rome, Lima | and Quito"."""
    for token in sentence.tokens:
        above = sentence.parent(token)
        if token.relation != "conj" or token.upos != "PROPN" or above is None or above.relation != "conj":
            continue
        first = sentence.parent(above)
        if first is not None and first.relation != "conj" and first.upos == above.upos == "PROPN":
            yield token, first


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


def _quoted(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Each clause within quotation marks that is coordinated with one before them, with the one that opens them."""
    for token in sentence.tokens:
        above = sentence.parent(token)
        if token.relation != "conj" or token.upos not in PREDICATES or above is None or above.index > token.index:
            continue
        marks = [t.index for t in sentence.tokens[above.index : token.index] if t.form in MARKS]
        inside = sentence.tokens[marks[0] : token.index] if len(marks) == 1 else ()
        said = next((t for t in inside if t.upos == token.upos and t.relation in ("ccomp", "parataxis")), None)
        if said is not None and 0 <= said.head < marks[0]:
            yield token, said


def _shared(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Each clause with a subordinator behind several others, that a parser hung on the first, with the last of them."""
    for clause in sentence.tokens:
        first = sentence.parent(clause) if clause.relation == "advcl" else None
        if first is None or first.index > clause.index or first.upos not in PREDICATES or not _marks(sentence, clause):
            continue
        between = (c for c in sentence.children(first) if first.index < c.index < clause.index)
        later = [c for c in between if c.relation == "conj" and c.upos in PREDICATES]
        if later:
            yield clause, later[-1]


def _beside(sentence: Sentence) -> Iterator[tuple[Token, str]]:
    """Finite clauses behind a semicolon or colon without a subordinator, taken for one below the clause before."""
    for clause in sentence.tokens:
        above, below = sentence.parent(clause), sentence.children(clause)
        if clause.relation not in BELOW or above is None or above.index > clause.index or not below:
            continue
        finite = any(t.feats.get("VerbForm") == "Fin" for t in (clause, *below) if t is clause or t.relation in HELPERS)
        opened = below[0].form in STOPS and below[0].index < clause.index
        if finite and opened and above.upos in PREDICATES and not _marks(sentence, clause):
            if below[0].form == ";":
                yield clause, "conj"
            elif clause.relation == "advcl":
                yield clause, "parataxis"


def _apart(sentence: Sentence) -> Iterator[Token]:
    """Nominals under an adposition of their own that nothing coordinates with those before."""
    for token in sentence.tokens:
        first, below = sentence.parent(token), sentence.children(token)
        cases = [c for c in below if c.relation == "case"]
        if token.relation != "conj" or token.upos not in NOMINAL or first is None or first.upos not in NOMINAL:
            continue
        above = sentence.parent(first)
        if not cases or above is None or any(c.relation == "cc" for c in below):
            continue
        own = {c.lemma.lower() for c in sentence.children(first) if c.relation == "case"}
        before = sentence.tokens[below[0].index - 1]
        if own and before.upos in NOMINAL and cases[0].lemma.lower() not in own and first.relation in ("nmod", "obl"):
            yield msgspec.structs.replace(token, head=above.index, deprel=first.relation)


def _marks(sentence: Sentence, token: Token) -> set[str]:
    return {child.lemma.lower() for child in sentence.children(token) if child.relation == "mark"}


def _is_below(sentence: Sentence, token: Token, above: Token, apart: Token) -> bool:
    """Whether a word stands below another, and not below a third."""
    current = sentence.parent(token)
    while current is not None and current is not above and current is not apart:
        current = sentence.parent(current)
    return current is above
