"""Relative clauses and their pronouns: "Roe, who was received by Doe, said …".

Parsers hang what follows on the comma that closes a relative clause on that clause ("summoned Roe, who was ill, | to
hand him a note"), leave the feature of a relative pronoun out, take a relative clause for what the later verb says, and
the apposition that ends it ("received by the minister, General Doe, said") for another subject of that verb. Sentences
come in, sentences with the same words go out, where a relative clause hangs on the noun before it.
"""

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

COMMA = ","
SAID = frozenset({"ccomp", "advcl", "conj", "parataxis"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
RELATIVE = "acl:relcl"


def with_relatives(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report with their relative clauses on nouns and their relative pronouns marked."""
    grammar = load_grammar(language)
    words, oblique = grammar.relatives, grammar.oblique_relatives
    sentences = tuple(s if s.words.isdisjoint(oblique) else _with_addressees(s, oblique) for s in sentences)
    known = (s if s.words.isdisjoint(words) else _with_content(s, words) for s in sentences)
    return tuple(s if s.words.isdisjoint(words) else _closed(_marked(_cut_off(s, words), words)) for s in known)


def _with_addressees(sentence: Sentence, oblique: frozenset[str]) -> Sentence:
    """Relative pronouns that are never subjects are those to whom ("Roe, | cui ha chiesto di andare")."""
    found = (t for t in sentence.tokens if t.upos == "PRON" and t.relation == "nsubj" and t.keys & oblique)
    return _rebuilt(sentence, {t.index: msgspec.structs.replace(t, deprel="iobj") for t in found})


def _closed(sentence: Sentence) -> Sentence:
    """Purposes behind a relative clause in commas are of the verb before it."""
    changed: dict[int, Token] = {}
    for clause in sentence.tokens:
        inner, below = sentence.parent(clause), sentence.children(clause)
        noun = sentence.parent(inner) if inner is not None and inner.deprel == RELATIVE else None
        if noun is None or inner is None or clause.relation != "advcl" or clause.feats.get("VerbForm") != "Inf":
            continue
        main = sentence.parent(noun)
        opening = [c for c in below if c.relation != "punct"][:1]
        before = sentence.tokens[min(c.index for c in (*opening, clause)) - 1]
        first = sentence.tokens[min(t.index for t in (inner, *sentence.children(inner)) if t.relation != "punct") - 1]
        enclosed = before.form == COMMA == first.form and noun.index < inner.index < clause.index
        if enclosed and main is not None and main.upos == "VERB" and opening and opening[0].relation == "mark":
            changed[clause.index] = msgspec.structs.replace(clause, head=main.index)
    return _rebuilt(sentence, changed)


def _with_content(sentence: Sentence, words: frozenset[str]) -> Sentence:
    """What opens a second clause of content as it opens the first is no pronoun ("said that … and | that … will")."""
    changed: dict[int, Token] = {}
    for clause in sentence.tokens:
        first = sentence.parent(clause) if clause.relation == "conj" else None
        if first is None or first.relation != "ccomp":
            continue
        opening = [c for c in sentence.children(clause) if c.index < clause.index][:2]
        marks = {c.lower for c in sentence.children(first) if c.relation == "mark"}
        if len(opening) < 2 or opening[0].relation != "cc" or opening[1].index != opening[0].index + 1:
            continue
        word = opening[1]
        if word.upos == "PRON" and word.keys & words and word.lower in marks:
            changed[word.index] = msgspec.structs.replace(word, upos="SCONJ", deprel="mark", feats={})
    return _rebuilt(sentence, changed)


def _marked(sentence: Sentence, words: frozenset[str]) -> Sentence:
    """Pronouns that open relative clauses have the feature that says so, and their finite clauses the relation."""
    changed: dict[int, Token] = {}
    for clause in sentence.tokens:
        opening = _opening(sentence, clause) if clause.deprel in ("acl", RELATIVE) else []
        if not opening or opening[0].upos != "PRON" or not opening[0].keys & words:
            continue
        bare = clause.deprel == "acl" and (clause.feats.get("VerbForm") != "Fin" or opening[0].relation != "nsubj")
        if not bare:
            feats = opening[0].feats | {"PronType": "Rel"}
            changed[opening[0].index] = msgspec.structs.replace(opening[0], feats=feats)
            changed[clause.index] = msgspec.structs.replace(clause, deprel=RELATIVE)
    return _rebuilt(sentence, changed)


def _opening(sentence: Sentence, clause: Token) -> list[Token]:
    """The first word that hangs on a clause, over the comma before it."""
    return [c for c in sentence.children(clause) if c.upos != "PUNCT"][:1]


def _cut_off(sentence: Sentence, words: frozenset[str]) -> Sentence:
    """A clause between a noun and its verb that opens with a relative pronoun is said of that noun."""
    changed: dict[int, Token] = {}
    for clause in sentence.tokens:
        verb = sentence.parent(clause)
        if clause.relation not in SAID or verb is None or not clause.index < verb.index:
            continue
        opening = _opening(sentence, clause)
        noun = _noun_before(sentence, opening[0], verb) if opening and _is_subject(opening[0], words) else None
        if noun is not None:
            changed[clause.index] = msgspec.structs.replace(clause, head=noun.index, deprel=RELATIVE)
            changed |= _appositions(sentence, clause, verb, noun)
    return _rebuilt(sentence, changed)


def _is_subject(pronoun: Token, words: frozenset[str]) -> bool:
    return pronoun.upos == "PRON" and pronoun.relation == "nsubj" and bool(pronoun.keys & words)


def _noun_before(sentence: Sentence, pronoun: Token, verb: Token) -> Token | None:
    """The subject of the later verb that stands right before a comma and the pronoun."""
    if pronoun.index < 2 or sentence.tokens[pronoun.index - 1].form != COMMA:
        return None
    current: Token | None = sentence.tokens[pronoun.index - 2]
    while current is not None and current.head != verb.index:
        current = sentence.parent(current)
    fits = current is not None and current.upos in NOMINAL and current.relation in ("nsubj", "obj", "obl", "dep")
    return current if fits else None


def _appositions(sentence: Sentence, clause: Token, verb: Token, noun: Token) -> dict[int, Token]:
    """A second subject of the later verb, between the commas behind the clause, is another word for its last noun."""
    found: dict[int, Token] = {}
    for other in sentence.children(verb):
        first = min((c.index for c in sentence.children(other)), default=other.index)
        before = sentence.tokens[min(first, other.index) - 1]
        behind = clause.index < other.index < verb.index and other.relation == "nsubj" and other is not noun
        nominals = [c for c in sentence.children(clause) if clause.index < c.index < other.index and c.upos in NOMINAL]
        if behind and before.form == COMMA and nominals:
            found[other.index] = msgspec.structs.replace(other, head=nominals[-1].index, deprel="appos")
    return found


def _rebuilt(sentence: Sentence, changed: dict[int, Token]) -> Sentence:
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))
