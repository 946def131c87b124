"""Who stands beside a trigger word, read from word order: what a tree that went wrong still leaves to see.

Extractors ask here only for a role that the tree leaves empty. Sentences come in, head words of nominals go out.
"""

from collections.abc import Set

from cronistoria.extract import tree
from cronistoria.model.sentence import Sentence, Token

NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})
CLAUSE_WORDS = frozenset({"VERB", "SCONJ"})
INSIDE = frozenset({"flat", "nmod", "amod", "appos", "compound", "nummod", "det", "conj"})
STOPS = frozenset('.;:!?()[]«»“”"')
ADVERBIAL = frozenset({"obl", "advmod"})
FURTHEST = 15


def nominal_before(sentence: Sentence, token: Token) -> Token | None:
    """The nearest nominal to the left that stands under no adposition, in the same clause: a likely subject."""
    index = token.index - 1
    while index >= 0 and token.index - index <= FURTHEST:
        current = sentence.tokens[index]
        if current.upos in CLAUSE_WORDS or current.form in STOPS:
            return None
        if current.form == ",":
            opening = _opening_comma(sentence, index)
            if opening is None:
                return None
            index = opening - 1
            continue
        if current.upos in ("NOUN", "PROPN"):
            head = _head_of(sentence, current, 0, token.index)
            adposition = _adposition(sentence, head)
            if adposition is None and head.relation not in ADVERBIAL:
                return head
            if adposition is None:
                index = min(head.index, index) - 1
                continue
            index = min(adposition, index) - 1
            continue
        index -= 1
    return None


def nominal_after(sentence: Sentence, token: Token) -> Token | None:
    """The nominal that follows at once, before any adposition, verb or stop: a likely object."""
    for current in sentence.tokens[token.index + 1 : token.index + FURTHEST]:
        if current.upos in CLAUSE_WORDS or current.upos in ("ADP", "CCONJ", "AUX", "PUNCT"):
            return None
        if current.upos in NOMINALS and current.feats.get("PronType") != "Rel" and current.relation != "expl":
            return _head_of(sentence, current, token.index + 1, len(sentence.tokens))
    return None


def nominals_after(sentence: Sentence, token: Token, cases: Set[str]) -> list[Token]:
    """The nominals behind the nearest of the adpositions to the right ("with X and Y"), in the same clause."""
    for current in sentence.tokens[token.index + 1 : token.index + FURTHEST]:
        if current.upos in CLAUSE_WORDS or current.form in STOPS:
            return []
        if current.upos == "ADP" and current.relation != "mark" and current.lemma.lower() in cases:
            following = (t for t in sentence.tokens[current.index + 1 : current.index + 6] if t.upos in NOMINALS)
            first = next(following, None)
            if first is None:
                return []
            return with_neighbours(sentence, [_head_of(sentence, first, current.index + 1, len(sentence.tokens))])
    return []


def with_neighbours(sentence: Sentence, heads: list[Token]) -> list[Token]:
    """Heads with the names joined to them by a conjunction that the tree has put elsewhere ("Biden e Putin").

    Under the adposition of the head, repeated, any noun is joined ("a Oslo e al comando").
    """
    found = list(heads)
    for head in heads:
        last = max(t.index for t in tree.phrase_tokens(sentence, head))
        if last + 2 >= len(sentence.tokens) or sentence.tokens[last + 1].upos != "CCONJ":
            continue
        following = sentence.tokens[last + 2 : last + 6]
        name = next((t for t in following if t.upos not in ("DET", "ADP")), None)
        repeated = following[0].upos == "ADP" and following[0].lemma.lower() in tree.case_lemmas(sentence, head)
        is_name = name is not None and (name.upos == "PROPN" or (repeated and name.upos == "NOUN"))
        if name is not None and is_name and name not in found and not _opens_clause(sentence, head, name):
            found.append(_head_of(sentence, name, last + 2, len(sentence.tokens)))
    return list({t.index: t for t in found}.values())


def _opens_clause(sentence: Sentence, head: Token, name: Token) -> bool:
    """Whether a verb of its own stands between, so that the name is the subject of another clause."""
    above = sentence.parent(name)
    return name.relation == "nsubj" and above is not None and above is not sentence.parent(head)


def _head_of(sentence: Sentence, token: Token, first: int, end: int) -> Token:
    """The top of the nominal that a word stands in, within the given stretch of the sentence."""
    current = token
    for _ in range(FURTHEST):
        above = sentence.parent(current)
        if above is None or current.relation not in INSIDE or above.upos not in NOMINALS:
            return current
        low, high = sorted((above.index, current.index))
        if not first <= above.index < end or any(t.upos in CLAUSE_WORDS for t in sentence.tokens[low:high]):
            return current
        marked = tree.children_by(sentence, current, "case") and current.relation == "nmod"
        if marked and current.deprel != "nmod:poss" and above.index > current.index:
            return current
        current = above
    return current


def _adposition(sentence: Sentence, head: Token) -> int | None:
    cases = tree.children_by(sentence, head, "case")
    return min((c.index for c in cases), default=None)


def _opening_comma(sentence: Sentence, closing: int) -> int | None:
    """The comma that opens the insertion which a comma closes."""
    for index in range(closing - 1, max(closing - FURTHEST, 0), -1):
        if sentence.tokens[index].form in STOPS:
            return None
        if sentence.tokens[index].form == ",":
            return index
    return None
