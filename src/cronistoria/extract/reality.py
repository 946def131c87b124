"""Whether what a predicate tells is so: denied, past or to come, certain, planned, conditional or only heard.

Sentences and a predicate come in, polarity, tense and modality go out, by features and the grammar table.
"""

from collections.abc import Set
from typing import Literal

from cronistoria.extract import tree
from cronistoria.languages.grammar import Grammar
from cronistoria.model.record import Modality, Polarity
from cronistoria.model.sentence import Sentence, Token

Tense = Literal["past", "present", "future"]


def polarity(sentence: Sentence, predicate: Token, grammar: Grammar) -> Polarity:
    """Negated if a negator modifies the predicate, its auxiliary or a verb above it, or if that says that it failed."""
    above = sentence.parent(predicate) if predicate.relation == "xcomp" else None
    chain = [predicate, above] if above is not None else [predicate]
    denied = any(_is_denied(sentence, link, grammar) for link in chain)
    denied ^= above is not None and above.upos == "VERB" and bool(above.keys & grammar.failing)
    without = set(tree.mark_lemmas(sentence, predicate)) & grammar.negating_marks
    return "negated" if denied or without else "affirmed"


def _is_denied(sentence: Sentence, predicate: Token, grammar: Grammar) -> bool:
    """Whether a negator hangs on the predicate; a weak one alone is none in the subjunctive or beside "only"."""
    below = sentence.children(predicate)
    ended = [t for c in below if c.relation == "advmod" and c.keys & grammar.lasting for t in sentence.children(c)]
    if any(t.keys & grammar.negative_determiners for t in ended):
        return True
    near = (*below, *ended)
    negators = [
        child
        for child in near
        if child.relation in ("advmod", "aux", "det", "cc") and child.upos in ("ADV", "PART", "DET", "AUX", "CCONJ")
        if child.lemma.lower() in grammar.negators or child.feats.get("Polarity") == "Neg"
    ]
    negators = [n for n in negators if n.lemma.lower() not in grammar.restrictors]
    if any(is_none(sentence, s, grammar) for s in tree.children_by(sentence, predicate, "nsubj", "obj")):
        return True
    if any(_is_neither(sentence, party, grammar) for party in tree.children_by(sentence, predicate, "obl")):
        return True
    if any(n.lemma.lower() not in grammar.weak_negators for n in negators):
        return True
    if not negators or tree.finite_form(sentence, predicate).feats.get("Mood") == "Sub":
        return False
    if predicate.relation == "advcl" and _opens_after(sentence, predicate, grammar):
        return False
    inside = [t for child in sentence.children(predicate) for t in (child, *sentence.children(child))]
    return not any(t.lemma.lower() in grammar.restrictors and t.relation == "advmod" for t in inside)


def _is_neither(sentence: Sentence, party: Token, grammar: Grammar) -> bool:
    """Whether a conjunction before a phrase denies it and the next ("received | neither by Roe nor by Doe")."""
    before = (c for c in tree.children_by(sentence, party, "cc") if c.index < party.index)
    return any(c.keys & grammar.negators for c in before)


def _opens_after(sentence: Sentence, clause: Token, grammar: Grammar) -> bool:
    """Whether an adverbial clause opens with a bare subordinator behind words of its own ("à moins | que")."""
    marks = tree.children_by(sentence, clause, "mark")
    return any(m.keys & grammar.restrictors and not tree.children_by(sentence, m, "fixed") for m in marks)


def is_none(sentence: Sentence, noun: Token, grammar: Grammar) -> bool:
    """Whether there is none of what a nominal names: "no minister", "nessuno"."""
    words = (noun, *tree.children_by(sentence, noun, "det", "advmod"))
    return any(
        w.upos in ("DET", "PRON", "PART", "ADJ") and w.lemma.lower() in grammar.negative_determiners for w in words
    )


def tense(sentence: Sentence, predicate: Token, grammar: Grammar) -> Tense:
    """Past, present or future, with perfects as past and future auxiliaries read from the grammar table."""
    carrier = _carrier(sentence, predicate)
    auxiliaries = _auxiliaries(sentence, predicate)
    helping = [a for a in auxiliaries if a.deprel != "aux:pass"]
    coming = [a for a in helping if a.lemma.lower() in grammar.future_auxiliaries and a.feats.get("Tense") != "Past"]
    if coming or any(a.lower in grammar.future_auxiliaries for a in helping):
        return "future"
    if carrier.feats.get("Tense") == "Fut" or _is_to_be_done(sentence, predicate, grammar):
        return "future"
    if carrier.feats.get("Tense") in ("Past", "Imp", "Pqp"):
        return "past"
    modal = carrier.lemma.lower() in grammar.possibility | grammar.necessity | grammar.volition
    pronominal = any(c.deprel in tree.PRONOMINAL for c in sentence.children(predicate))
    passive = not pronominal and any(a.deprel == "aux:pass" for a in auxiliaries)
    helpers = tree.PERFECT | {"aux:pass"} if pronominal else tree.PERFECT
    perfect = any(a is carrier and a.deprel in helpers and a.upos == "AUX" for a in auxiliaries)
    perfect = perfect and not (modal and passive)
    if perfect and predicate.feats.get("VerbForm") == "Part" and predicate.feats.get("Tense") == "Past":
        return "past"
    if not tree.is_finite(sentence, predicate) and predicate.feats.get("Tense") == "Past":
        return "past"
    return "present"


def is_asked(sentence: Sentence, predicate: Token, interrogatives: Set[str]) -> bool:
    """Whether a main clause asks if it is so ("Will they send troops?", not "Why did they send them?")."""
    head, asks = tree.first_conjunct(sentence, predicate), any(t.form == "?" for t in sentence.tokens[-2:])
    if not asks or head.relation not in ("root", "parataxis"):
        return False
    before = sentence.tokens[: head.index]
    return not any("Int" in t.feats.get("PronType", "").split(",") or t.keys & interrogatives for t in before)


def _is_to_be_done(sentence: Sentence, predicate: Token, grammar: Grammar) -> bool:
    """Whether an infinitive is what a subject is to do ("they are to meet on Friday")."""
    if predicate.feats.get("VerbForm") != "Inf" or not tree.children_by(sentence, predicate, "mark"):
        return False
    carried = tree.children_by(sentence, predicate, "aux", "cop")
    doing = any(c.deprel == "nsubj" for c in sentence.children(predicate))
    return doing and any(c.lemma.lower() in grammar.arranging_auxiliaries for c in carried)


def modality(sentence: Sentence, predicate: Token, grammar: Grammar) -> Modality:
    """How sure the text is of a predicate: asserted, hearsay, conditional, planned or possible.

    The conditional mood counts as hearsay only where the language uses it so, in a main or relative clause, without a
    condition beside it and not under a verb (future in the past: "said that he would go").
    """
    carrier = tree.finite_form(sentence, predicate)
    helpers = {t.lemma.lower() for t in tree.children_by(sentence, predicate, "advmod")}
    helpers |= {key for t in _auxiliaries(sentence, predicate) for key in (t.lower, t.lemma.lower())}
    if is_conditional_clause(sentence, predicate, grammar) or has_condition(sentence, predicate, grammar):
        return "conditional"
    if carrier.feats.get("Mood") == "Cnd":
        return _conditional_mood(sentence, predicate, helpers, grammar)
    if helpers & grammar.future_in_past_auxiliaries:
        return "planned"
    if helpers & grammar.conditional_auxiliaries and predicate.relation != "ccomp":
        return "conditional"
    if helpers & grammar.hearsay_auxiliaries and predicate.feats.get("VerbForm") == "Part":
        return "hearsay"
    governor = _governor_keys(sentence, predicate)
    if helpers & (grammar.possibility | grammar.possibility_adverbs) or governor & grammar.possibility:
        return "possible"
    when = tense(sentence, predicate, grammar)
    wished = helpers & grammar.volition and not tree.is_finite(sentence, predicate)
    if when == "future" or wished or (helpers & grammar.planning) or (when != "past" and governor & grammar.planning):
        return "planned"
    return "asserted"


def is_conditional_clause(sentence: Sentence, predicate: Token, grammar: Grammar) -> bool:
    """Whether the predicate is that of an if-clause (its own or of the clause that it is coordinated in).

    An if-clause that a parser took for a conjunct is one too.
    """
    if predicate.relation == "conj" and set(tree.mark_lemmas(sentence, predicate)) & grammar.conditional_markers:
        return carrier_is_open(sentence, predicate)
    head = tree.first_conjunct(sentence, predicate)
    marked = head.relation in ("advcl", "mark") and bool(
        set(tree.mark_lemmas(sentence, head)) & grammar.conditional_markers
    )
    if marked and _tells_when(sentence, head, grammar):
        return False
    if marked and (carrier_is_open(sentence, head) or _leads_to_the_unreal(sentence, head, grammar)):
        return True
    return _opens_with_verb(sentence, head, grammar)


def _tells_when(sentence: Sentence, clause: Token, grammar: Grammar) -> bool:
    """Whether a perfect behind "when" tells when something was ("quando è venuto a Oslo")."""
    carrier = tree.finite_form(sentence, clause)
    perfect = clause.feats.get("VerbForm") == "Part" and carrier is not clause and carrier.deprel in tree.PERFECT
    fact = perfect and carrier.feats.get("Mood") == "Ind" and carrier.feats.get("Tense") == "Pres"
    return fact and bool(set(tree.mark_lemmas(sentence, clause)) & grammar.perfect_markers)


def _leads_to_the_unreal(sentence: Sentence, clause: Token, grammar: Grammar) -> bool:
    """Whether a clause hangs on what would be, so that its past is none ("would act if they went on")."""
    above = sentence.parent(clause)
    if above is None:
        return False
    helpers = {a.lemma.lower() for a in tree.children_by(sentence, above, "aux")}
    return (
        bool(helpers & grammar.conditional_auxiliaries) or tree.finite_form(sentence, above).feats.get("Mood") == "Cnd"
    )


def _opens_with_verb(sentence: Sentence, head: Token, grammar: Grammar) -> bool:
    """Whether a clause before its main clause is a condition by its verb in front ("sollte er kommen, …")."""
    forms, above = grammar.forms, sentence.parent(head)
    if forms is None or not forms.verb_first or above is None or head.relation != "advcl" or above.index < head.index:
        return False
    below = [t for t in tree.subtree(sentence, head) if t.upos != "PUNCT"]
    first = min(below, key=lambda t: t.index)
    carries = first is head or (first.head == head.index and first.relation in ("aux", "cop"))
    return first.lower in forms.conditional or (carries and first.feats.get("VerbForm") == "Fin")


def carrier_is_open(sentence: Sentence, predicate: Token) -> bool:
    """Whether a clause is not simply a past fact ("when he arrived")."""
    carrier = tree.finite_form(sentence, predicate)
    return not (carrier.feats.get("Mood") == "Ind" and carrier.feats.get("Tense") in ("Past", "Imp"))


def has_condition(sentence: Sentence, predicate: Token, grammar: Grammar) -> bool:
    """Whether an if-clause hangs on the predicate; the end of what is done ("will stay until") is no condition."""
    marked = [c for c in tree.children_by(sentence, predicate, "conj") if tree.children_by(sentence, c, "mark")]
    clauses = [*tree.children_by(sentence, predicate, "advcl"), *marked]
    clauses = [c for c in clauses if not _is_quoted_apart(sentence, c, predicate)]
    markers = grammar.conditional_markers
    if polarity(sentence, predicate, grammar) == "affirmed":
        markers -= grammar.ending_markers
    return any(
        is_conditional_clause(sentence, c, grammar) and set(tree.mark_lemmas(sentence, c)) & markers for c in clauses
    )


def _is_quoted_apart(sentence: Sentence, clause: Token, predicate: Token) -> bool:
    """Whether a quotation ends or begins between a clause and a predicate: '"If so, it is war," he told a summit.'"""
    first, last = sorted((clause.index, predicate.index))
    marks = [t for t in sentence.tokens[first:last] if t.form in tree.QUOTATION_MARKS]
    return len(marks) % 2 == 1


def _conditional_mood(sentence: Sentence, predicate: Token, helpers: set[str], grammar: Grammar) -> Modality:
    if helpers & (grammar.possibility | grammar.necessity | grammar.volition):
        return "possible"
    perfect = any(a.deprel in tree.PERFECT for a in tree.children_by(sentence, predicate, "aux"))
    if predicate.relation == "ccomp" and perfect != grammar.simple_future_in_past:
        return "asserted" if grammar.forms and grammar.forms.quotative else "planned"
    return "hearsay" if grammar.conditional_is_hearsay else "conditional"


def _carrier(sentence: Sentence, predicate: Token) -> Token:
    """The word that carries tense and mood, an auxiliary that several infinitives share included."""
    shared = (a for a in _auxiliaries(sentence, predicate) if a.feats.get("VerbForm") == "Fin")
    return next(shared, None) or tree.finite_form(sentence, predicate)


def _auxiliaries(sentence: Sentence, predicate: Token) -> list[Token]:
    """The auxiliaries of a predicate; an infinitive without any shares those of the one it is coordinated with."""
    own = tree.children_by(sentence, predicate, "aux")
    if own or predicate.relation != "conj" or predicate.feats.get("VerbForm") != "Inf":
        return own
    first = tree.first_conjunct(sentence, predicate)
    return tree.children_by(sentence, first, "aux") if first.feats.get("VerbForm") == "Inf" else []


def _governor_keys(sentence: Sentence, predicate: Token) -> frozenset[str]:
    above = sentence.parent(predicate)
    intended = predicate.relation == "acl" and predicate.feats.get("VerbForm") == "Inf"
    governed = intended or predicate.relation in ("xcomp", "csubj", "ccomp")
    return above.keys if above and governed else frozenset()


def is_of_whoever(sentence: Sentence, verb: Token) -> bool:
    """Whether a relative clause tells of any who would do it ("states that would | go on to back | them")."""
    clause = verb
    while clause.relation == "xcomp" and (above := sentence.parent(clause)) is not None:
        clause = above
    mood = tree.finite_form(sentence, clause).feats.get("Mood")
    if clause.deprel != "acl:relcl" or mood not in ("Sub", "Cnd"):
        return False
    noun = sentence.parent(clause)
    above = sentence.parent(noun) if noun is not None else None
    planned = above is not None and above.feats.get("VerbForm") == "Inf"
    return mood == "Sub" or planned or verb.feats.get("VerbForm") == "Inf"
