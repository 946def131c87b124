"""Whether the clause around a time expression looks back or ahead.

A sentence and a word of the expression come in; the tense of the nearest predicate, corrected by words that foretell
("scheduled", "ahead of"), goes out.
"""

from collections.abc import Set
from functools import cache

from cronistoria.extract.reality import is_conditional_clause, modality, tense
from cronistoria.extract.tree import ancestors, children_by, clause_of, finite_form, is_finite
from cronistoria.languages.dates import DateWords, Forms
from cronistoria.languages.grammar import Grammar
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.timex import Direction

_INFINITIVE_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj"})
_WIDEST = 60
_SMALL = frozenset({"aux", "case", "advmod", "amod", "acl", "fixed", "mark", "nmod"})
_SMALLER = frozenset({"fixed", "case"})


def direction_of(
    sentence: Sentence, head: Token, words: DateWords, grammar: Grammar, ahead: Set[str] = frozenset()
) -> Direction | None:
    """Where the clause of a time expression looks; ``None`` if it has no predicate that tells.

    ``ahead``: verbs whose infinitive is yet to be done.
    """
    above = sentence.parent(head)
    if above is None:
        return "future" if _foretells(sentence, [head], words) else None
    predicate = clause_of(sentence, above)
    chain = [head, *_chain(sentence, head, predicate)]
    if _foretells(sentence, chain, words):
        return "future"
    if above.upos == "NOUN" and any(c.lower in words.event_from for c in children_by(sentence, head, "case")):
        return "past"
    look = _look(sentence, predicate, grammar, ahead)
    order = _order(sentence, [word for word in chain[1:] if word is not predicate], words)
    return order if order and {look, order} != {"past", "future"} else look


def _look(sentence: Sentence, predicate: Token, grammar: Grammar, ahead: Set[str]) -> Direction | None:
    if is_finite(sentence, predicate) or predicate.feats.get("VerbForm") == "Part":
        return (
            "future" if _is_wished(sentence, predicate, grammar, ahead) else _finite_look(sentence, predicate, grammar)
        )
    if predicate.feats.get("VerbForm") != "Inf":
        return None
    above = sentence.parent(predicate)
    if above is None or predicate.relation not in _INFINITIVE_CLAUSES | {"conj"}:
        return None
    higher = clause_of(sentence, above)
    if predicate.relation in ("acl", "advcl") or _looks_ahead(higher, grammar, ahead):
        return "future"
    return _look(sentence, higher, grammar, ahead) if higher is not predicate else None


def _looks_ahead(predicate: Token, grammar: Grammar, ahead: Set[str]) -> bool:
    """Whether what depends on a predicate is still to come: it plans, wants, asks or promises, or it was to be done."""
    lemma = predicate.lemma.lower()
    return lemma in grammar.planning or lemma in grammar.volition or lemma in ahead or _was_to_be(predicate, grammar)


def _was_to_be(word: Token, grammar: Grammar) -> bool:
    """Whether a word tells, in the imperfect, of what had been arranged ("devait se réunir | mercredi").

    A relative clause may tell of what came to nothing ("the talks | that were to be held on Monday").
    """
    imperfect = word.feats.get("Tense") == "Imp" or (word.feats.get("Aspect"), word.feats.get("Tense")) == (
        "Imp",
        "Past",
    )
    helping = word.lemma.lower() in grammar.necessity | grammar.future_auxiliaries
    return imperfect and helping and word.deprel != "acl:relcl"


def _is_wished(sentence: Sentence, clause: Token, grammar: Grammar, ahead: Set[str]) -> bool:
    """Whether a clause in the subjunctive tells what is asked for ("pidió que se retiraran antes del viernes").

    In some languages it is one by its past ("потребовал, чтобы | ушли").
    """
    above = sentence.parent(clause) if clause.relation == "ccomp" else None
    wished = above is not None and above.lemma.lower() in ahead
    form = finite_form(sentence, clause).feats
    return wished and (form.get("Mood") == "Sub" or (grammar.past_subjunctive and form.get("Tense") == "Past"))


def _finite_look(sentence: Sentence, predicate: Token, grammar: Grammar) -> Direction:
    """The tense of a finite predicate; orders and conditions look ahead, a participle with an auxiliary back."""
    said = tense(sentence, predicate, grammar)
    carrier = finite_form(sentence, predicate)
    helped = carrier is not predicate and predicate.feats.get("VerbForm") == "Inf" and predicate.deprel != "acl:relcl"
    if helped and _was_to_be(carrier, grammar):
        return "future"
    if carrier.feats.get("Mood") == "Sub" and is_conditional_clause(sentence, predicate, grammar):
        return "future"
    told = carrier.feats.get("Mood") == "Cnd" and predicate.relation == "ccomp"
    if told and modality(sentence, predicate, grammar) == "planned":
        return "future"
    if said != "present":
        return said
    if carrier is not predicate and carrier.relation == "aux" and predicate.feats.get("Tense") == "Past":
        return "past"
    return "future" if carrier.feats.get("Mood") in ("Imp", "Cnd") else said


def _order(sentence: Sentence, nouns: list[Token], words: DateWords) -> Direction | None:
    """What "after" or "before" a noun that has the date says of it: "after Tuesday's meeting", "before May's vote"."""
    for noun in nouns:
        said = [t.lower for c in children_by(sentence, noun, "case") for t in (c, *children_by(sentence, c, "fixed"))]
        if said and said[0] in words.after:
            return "past"
        if said and (said[0] in words.before or " ".join(said[:2]) in words.before):
            return "future"
    return None


def _chain(sentence: Sentence, head: Token, predicate: Token) -> list[Token]:
    """The governors of a word up to its predicate, and a governor of that which it completes."""
    chain: list[Token] = []
    for above in ancestors(sentence, head):
        chain.append(above)
        if above is predicate and above.relation != "xcomp":
            break
    return chain


def _foretells(sentence: Sentence, chain: list[Token], words: DateWords) -> bool:
    """Whether one of the words, or a small word beside it, says that something is still to come."""
    beside = {t.index: t for t in chain}
    for token in chain:
        for child in sentence.children(token):
            if child.relation in _SMALL:
                beside[child.index] = child
                for smaller in sentence.children(child):
                    if smaller.relation in _SMALLER:
                        beside[smaller.index] = smaller
    if _longest_words(words.future_words).isdisjoint([token.lower for token in beside.values()]):
        return False
    if chain[0].relation != "obj" and not children_by(sentence, chain[0], "case"):
        beside = {i: t for i, t in beside.items() if not _is_active_perfect(sentence, t)}
    said = " " + " ".join([beside[i].lower for i in sorted(beside)[:_WIDEST] if i != chain[0].index]) + " "
    return any(entry in said for entry in _padded(words.future_words))


@cache
def _padded(entries: Forms) -> Forms:
    return tuple(f" {entry} " for entry in entries)


@cache
def _longest_words(entries: Forms) -> frozenset[str]:
    """The longest word of each entry: without one of these, none is there."""
    return frozenset(max(entry.split(), key=len) for entry in entries)


def _is_active_perfect(sentence: Sentence, token: Token) -> bool:
    """Whether a participle says what somebody did: called on Monday, not called for Monday."""
    auxiliaries = children_by(sentence, token, "aux") if token.feats.get("VerbForm") == "Part" else []
    passive = any(c.deprel == "aux:pass" for c in auxiliaries) or children_by(sentence, token, "nsubj:pass")
    return bool(auxiliaries) and not passive and any(is_finite(sentence, c) for c in (token, *auxiliaries))
