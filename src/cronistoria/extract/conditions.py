"""What a position hangs on: "if", "unless", "in case of", "only after", "should they", a subject that would lead to harm.

A predicate's tree comes in, the words of its condition and their sense go out. Subordinators and adpositions are found
by their words, the stretch they open by the tree, so that parses that label them oddly still give it.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.extract import tree
from cronistoria.languages.conditions import ConditionWords, Marker, condition_markers, load_condition_words
from cronistoria.languages.grammar import Grammar, load_grammar
from cronistoria.model.document import Document
from cronistoria.model.mention import ConditionMention
from cronistoria.model.record import ConditionSense
from cronistoria.model.sentence import Sentence, Token


class FoundCondition(msgspec.Struct, frozen=True):
    """A condition with the head of its words; ``only``: nothing else will do ("only if")."""

    mention: ConditionMention
    head: Token
    only: bool = False


def find_condition(
    document: Document, sentence: Sentence, predicate: Token, *, language: str
) -> ConditionMention | None:
    """The condition of a predicate, ``None`` if it stands without one.

    "Risponderemo se attaccheranno" gives "se attaccheranno" with sense "if" for "risponderemo".
    """
    found = condition_of(document, sentence, predicate, language=language)
    return found.mention if found else None


def condition_of(document: Document, sentence: Sentence, predicate: Token, *, language: str) -> FoundCondition | None:
    """The condition of a predicate with its head: marked, inverted, or the subject that would lead to something."""
    words, grammar = load_condition_words(language), load_grammar(language)
    marked = next(_marked(document, sentence, predicate, language), None)
    if marked is not None:
        return marked
    return _inverted(document, sentence, predicate, words) or _subject(document, sentence, predicate, words, grammar)


def _marked(document: Document, sentence: Sentence, predicate: Token, language: str) -> Iterator[FoundCondition]:
    words, grammar = load_condition_words(language), load_grammar(language)
    inside = {t.index for t in tree.subtree(sentence, predicate)}
    last = -1
    for token in sentence.tokens:
        if token.index not in inside or token.index <= last:
            continue
        marker = next((m for m in condition_markers(language) if _matches(sentence, token.index, m)), None)
        if marker is None:
            continue
        last = token.index + len(marker.words) - 1
        head = _opened_by(sentence, token.index, last, predicate)
        if head is None or not _counts(sentence, predicate, head, marker, grammar):
            continue
        if " ".join(marker.words) in words.lacking and not _is_open(sentence, predicate, grammar):
            continue
        only = marker.words[0] in words.only or _stands_after_only(sentence, token.index, words)
        yield _found(document, sentence, head, marker.sense, only)


def _matches(sentence: Sentence, first: int, marker: Marker) -> bool:
    tokens = sentence.tokens[first : first + len(marker.words)]
    return len(tokens) == len(marker.words) and all(
        word in (t.lower, t.lemma.lower()) for word, t in zip(marker.words, tokens, strict=True)
    )


def _opened_by(sentence: Sentence, first: int, last: int, predicate: Token) -> Token | None:
    """The head of the largest constituent below the predicate that a marker opens."""
    found: Token | None = None
    current: Token | None = sentence.tokens[last]
    while current is not None and current.index != predicate.index:
        if min(t.index for t in tree.subtree(sentence, current)) < first - 1:
            break
        if max(t.index for t in tree.subtree(sentence, current)) > last:
            found = current
        current = sentence.parent(current)
    return found


def _counts(sentence: Sentence, predicate: Token, head: Token, marker: Marker, grammar: Grammar) -> bool:
    """Whether the marker's words make a condition here, no question ("asked if") and no past fact ("when he came")."""
    clause = head.upos in ("VERB", "AUX") or tree.is_finite(sentence, head)
    if not marker.clausal:
        return not clause or marker.sense in ("if_not", "when")
    if not clause or head.relation in ("ccomp", "csubj", "nsubj", "obj"):
        return False
    if marker.sense == "when":
        return tree.tense(sentence, head, grammar) != "past" and _is_open(sentence, predicate, grammar)
    return tree.carrier_is_open(sentence, head) or marker.sense != "until"


def _is_open(sentence: Sentence, predicate: Token, grammar: Grammar) -> bool:
    """Whether a predicate tells no fact: future, conditional, modal, denied or not finite."""
    helpers = {a.lemma.lower() for a in tree.children_by(sentence, predicate, "aux")}
    return (
        tree.tense(sentence, predicate, grammar) == "future"
        or tree.finite_form(sentence, predicate).feats.get("Mood") == "Cnd"
        or bool(helpers & (grammar.possibility | grammar.necessity | grammar.conditional_auxiliaries))
        or tree.polarity(sentence, predicate, grammar) == "negated"
        or not tree.is_finite(sentence, predicate)
    )


def _stands_after_only(sentence: Sentence, first: int, words: ConditionWords) -> bool:
    return first > 0 and sentence.tokens[first - 1].lemma.lower() in words.only


def _found(
    document: Document, sentence: Sentence, head: Token, sense: ConditionSense, only: bool = False
) -> FoundCondition:
    span = tree.clause_span(document, sentence, head)
    return FoundCondition(ConditionMention(span, sense), head, only)


def _inverted(
    document: Document, sentence: Sentence, predicate: Token, words: ConditionWords
) -> FoundCondition | None:
    """A clause that opens with its verb: "should they attack", "dovessero attaccare"."""
    for clause in tree.children_by(sentence, predicate, "advcl"):
        first = min(tree.subtree(sentence, clause), key=lambda t: t.index)
        if first.lower in words.inverted:
            return _found(document, sentence, clause, "if")
    return None


def _subject(
    document: Document, sentence: Sentence, predicate: Token, words: ConditionWords, grammar: Grammar
) -> FoundCondition | None:
    """The subject of what would happen: "new sanctions" of "new sanctions would lead to a rupture"."""
    if predicate.lemma.lower() not in words.leading or not is_conditional(sentence, predicate, grammar):
        return None
    subjects = [s for s in tree.subjects(sentence, predicate) if s.upos in ("NOUN", "VERB", "PROPN")]
    return _found(document, sentence, subjects[0], "if") if subjects else None


def is_conditional(sentence: Sentence, predicate: Token, grammar: Grammar) -> bool:
    """Whether a predicate stands in the conditional mood, its own or that of a verb it depends on."""
    chain = [predicate]
    while chain[-1].relation == "xcomp" and (above := sentence.parent(chain[-1])):
        chain.append(above)
    return any(
        tree.finite_form(sentence, link).feats.get("Mood") == "Cnd"
        or any(
            a.lemma.lower() in grammar.conditional_auxiliaries | grammar.possibility
            or a.lower in grammar.conditional_auxiliaries
            for a in tree.children_by(sentence, link, "aux")
        )
        for link in chain
    )
