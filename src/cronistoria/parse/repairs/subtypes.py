"""Subtypes of relations that a treebank leaves unmarked, so that the rules find the same trees in every language.

Sentences come in, the same trees with finer relations go out: relative clauses (``acl:relcl``), passives
(``aux:pass``, ``nsubj:pass``, ``obl:agent``), and addressees that a treebank takes for objects (``iobj``). What a
language's treebank lacks stands in its grammar table; trees that already say it stay as they are.
"""

from functools import cache

import msgspec

from cronistoria.languages.grammar import Unmarked, load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

SUBJECTS = frozenset({"nsubj", "csubj"})
NAMES = ("B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


def with_subtypes(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with the subtypes that the language's treebank leaves out; linear in the text."""
    unmarked = load_grammar(language).unmarked
    if unmarked is None:
        return sentences
    return tuple(_with_subtypes(sentence, unmarked) for sentence in sentences)


def _with_subtypes(sentence: Sentence, unmarked: Unmarked) -> Sentence:
    sentence = _with_conjunctions(_with_periphrases(_with_nouns(sentence, unmarked), unmarked), unmarked)
    sentence = _with_wishes(sentence, unmarked)
    finer: dict[int, str] = {}
    for verb in sentence.tokens:
        if verb.deprel in ("nsubj", "obj") and _is_bare_adverb(sentence, verb, unmarked):
            finer[verb.index] = "advmod"
        if verb.deprel == "acl" and _opens_with_relative(sentence, verb, unmarked):
            finer[verb.index] = "acl:relcl"
        if verb.upos == "VERB" and _is_passive(sentence, verb, unmarked):
            finer |= _passive(sentence, verb, unmarked)
        elif verb.lemma.lower() in unmarked.pronominal:
            finer |= {t.index: "expl:pv" for t in sentence.children(verb) if t.deprel == "expl:pass"}
        elif _is_reflexive_passive(sentence, verb):
            finer |= {t.index: f"{t.relation}:pass" for t in sentence.children(verb) if t.relation in SUBJECTS}
        if verb.upos == "VERB":
            finer |= {t.index: "iobj" for t in _addressees(sentence, verb, unmarked)}
    tokens = tuple(_renamed(token, finer.get(token.index)) for token in sentence.tokens)
    return make_sentence(sentence.index, tokens) if tokens != sentence.tokens else sentence


def _renamed(token: Token, relation: str | None) -> Token:
    feats = token.feats
    if feats.get("PronType") == "Int,Rel" and token.upos == "PRON":
        feats = feats | {"PronType": "Rel"}
    if feats.get("PrepCase") == "Npr":
        feats = feats | {"Clitic": "Yes"}
    return msgspec.structs.replace(token, deprel=relation or token.deprel, feats=feats)


def _opens_with_relative(sentence: Sentence, clause: Token, unmarked: Unmarked) -> bool:
    """Whether a relative pronoun stands before the predicate of a clause, as its argument or in one."""
    arguments = [c for c in sentence.children(clause) if c.index < clause.index]
    inner = [c for argument in arguments for c in sentence.children(argument)]
    return any(c.lemma.lower() in unmarked.relatives and c.upos in ("PRON", "DET", "ADV") for c in (*arguments, *inner))


def _is_bare_adverb(sentence: Sentence, token: Token, unmarked: Unmarked) -> bool:
    """Whether an adverb that may be a noun stands without anything of a noun ("Mañana se reunirán")."""
    return token.lower in unmarked.adverbs and not any(True for _ in sentence.children(token))


def _is_passive(sentence: Sentence, verb: Token, unmarked: Unmarked) -> bool:
    """A participle with the auxiliary of the passive, or one that it shares, or alone as a modifier."""
    if verb.feats.get("VerbForm") != "Part":
        return False
    helpers = [c for c in sentence.children(verb) if c.relation in ("aux", "cop")]
    if not helpers:
        above = sentence.parent(verb) if verb.relation == "conj" else None
        shared = above is not None and above.upos == "VERB" and _is_passive(sentence, above, unmarked)
        return shared or verb.relation in ("acl", "amod")
    return any(c.lemma.lower() in unmarked.passive for c in helpers)


def _passive(sentence: Sentence, verb: Token, unmarked: Unmarked) -> dict[int, str]:
    found: dict[int, str] = {}
    for child in sentence.children(verb):
        if child.deprel in ("aux", "cop") and child.lemma.lower() in unmarked.passive:
            found[child.index] = "aux:pass"
        elif child.deprel in SUBJECTS and verb.relation != "acl":
            found[child.index] = f"{child.deprel}:pass"
        elif child.deprel in ("obl", "obj") and _is_agent(sentence, child, unmarked):
            found[child.index] = "obl:agent"
    return found


def _is_agent(sentence: Sentence, nominal: Token, unmarked: Unmarked) -> bool:
    """Whether a nominal under the adposition of doers can be one: a name, a determined noun, or a plural."""
    below = list(sentence.children(nominal))
    if not any(c.relation == "case" and c.lemma.lower() in unmarked.agents for c in below):
        return False
    if nominal.upos == "PROPN" or nominal.entity in NAMES or nominal.feats.get("Number") == "Plur":
        return True
    return any(c.relation in ("det", "nummod") for c in below)


def _is_reflexive_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a reflexive pronoun makes a passive whose subject, no person's name, stands behind the verb."""
    below = list(sentence.children(verb))
    if not any(c.deprel == "expl:pass" for c in below):
        return False
    subjects = [c for c in below if c.deprel in SUBJECTS]
    return bool(subjects) and all(c.index > verb.index and c.upos == "NOUN" for c in subjects)


def _addressees(sentence: Sentence, verb: Token, unmarked: Unmarked) -> list[Token]:
    """Objects under the adposition of addressees beside a clause or an object without one."""
    objects = [c for c in sentence.children(verb) if c.deprel == "obj"]
    marked = [o for o in objects if _has_case(sentence, o, unmarked.addressees)]
    told = any(c.deprel == "ccomp" or _is_bare_infinitive(sentence, c) for c in sentence.children(verb))
    return marked if told or len(marked) < len(objects) else []


def _is_bare_infinitive(sentence: Sentence, clause: Token) -> bool:
    """Whether a complement is an infinitive that no word opens ("pidió a las partes callar")."""
    infinitive = clause.deprel == "xcomp" and clause.feats.get("VerbForm") == "Inf"
    return infinitive and not any(c.relation == "mark" for c in sentence.children(clause))


def _has_case(sentence: Sentence, token: Token, lemmas: frozenset[str]) -> bool:
    return any(c.relation == "case" and c.lemma.lower() in lemmas for c in sentence.children(token))


def _with_periphrases(sentence: Sentence, unmarked: Unmarked) -> Sentence:
    """The infinitive of a periphrasis ("va a firmar") heads its clause, and the finite verb is its auxiliary."""
    for verb in sentence.tokens:
        mark = unmarked.periphrases.get(verb.lemma.lower())
        infinitive = _infinitive_behind(sentence, verb, mark) if mark else None
        if infinitive is not None and verb.deprel != "aux":
            sentence = _with_auxiliary(sentence, verb, infinitive)
    return sentence


def _infinitive_behind(sentence: Sentence, verb: Token, mark: str) -> Token | None:
    """The infinitive right behind a finite verb and its mark."""
    behind = sentence.tokens[verb.index + 1 : verb.index + 3]
    if len(behind) < 2 or behind[0].lower != mark or verb.feats.get("VerbForm") != "Fin":
        return None
    joined = behind[1].head in (verb.index, verb.head) or verb.head == behind[1].index
    return behind[1] if behind[1].feats.get("VerbForm") == "Inf" and joined else None


def _with_auxiliary(sentence: Sentence, verb: Token, infinitive: Token) -> Sentence:
    """The same sentence with the infinitive in the place of the finite verb."""
    leads = verb.head != infinitive.index
    place = (verb.head, verb.deprel) if leads else (infinitive.head, infinitive.deprel)

    def moved(token: Token) -> Token:
        if token.index == infinitive.index:
            return msgspec.structs.replace(token, head=place[0], deprel=place[1])
        if token.index == verb.index:
            return msgspec.structs.replace(token, head=infinitive.index, deprel="aux", upos="AUX")
        return msgspec.structs.replace(token, head=infinitive.index) if token.head == verb.index else token

    return make_sentence(sentence.index, tuple(moved(token) for token in sentence.tokens))


def _with_wishes(sentence: Sentence, unmarked: Unmarked) -> Sentence:
    """A clause in the subjunctive below an addressee is what is wished of him ("pide a las partes que cesen").

    What opens a clause of content is no pronoun.
    """
    moved: dict[int, Token] = {}
    for clause in sentence.tokens:
        opening = sentence.children(clause)[:1] if clause.deprel == "ccomp" else []
        if opening and opening[0].upos == "PRON" and opening[0].lower in unmarked.subordinators:
            moved[opening[0].index] = msgspec.structs.replace(opening[0], deprel="mark", upos="SCONJ", feats={})
        mark = _mark_of_wish(sentence, clause, unmarked)
        if mark is not None:
            above = _first_of(sentence, sentence.tokens[clause.head]).head
            moved[clause.index] = msgspec.structs.replace(clause, head=above, deprel="ccomp")
            moved[mark.index] = msgspec.structs.replace(mark, deprel="mark", upos="SCONJ", feats={})
    tokens = tuple(moved.get(token.index, token) for token in sentence.tokens)
    return make_sentence(sentence.index, tokens) if moved else sentence


def _first_of(sentence: Sentence, nominal: Token) -> Token:
    """The nominal that another is coordinated with, itself if with none."""
    above = sentence.parent(nominal) if nominal.relation == "conj" else None
    return above if above is not None else nominal


def _mark_of_wish(sentence: Sentence, clause: Token, unmarked: Unmarked) -> Token | None:
    """The word that opens a clause in the subjunctive right behind an addressee of a verb."""
    nominal = sentence.parent(clause)
    nominal = _first_of(sentence, nominal) if nominal is not None else None
    verb = sentence.parent(nominal) if nominal is not None else None
    if clause.relation != "acl" or nominal is None or verb is None or verb.upos != "VERB":
        return None
    forms = [clause, *(c for c in sentence.children(clause) if c.relation == "aux")]
    if not any(form.feats.get("Mood") == "Sub" for form in forms):
        return None
    if nominal.relation not in ("obj", "obl", "iobj") or not _has_case(sentence, nominal, unmarked.addressees):
        return None
    marks = [c for c in sentence.children(clause) if c.index < clause.index and c.lower in unmarked.subordinators]
    between = sentence.tokens[clause.head : marks[0].index] if marks else ()
    return None if not marks or any(t.upos == "PUNCT" for t in between) else marks[0]


@cache
def _rows(conjunctions: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words.split()) for words in conjunctions)


def _with_nouns(sentence: Sentence, unmarked: Unmarked) -> Sentence:
    """The words of a noun of several words below the first of them, with all that hangs on any ("alto el fuego")."""
    present = {t.lower for t in sentence.tokens}
    for row in _rows(unmarked.nouns):
        if not present.issuperset(row):
            continue
        for first in range(len(sentence.tokens) - len(row) + 1):
            words = sentence.tokens[first : first + len(row)]
            if tuple(t.lower for t in words) == row:
                sentence = _with_noun(sentence, words)
    return sentence


def _with_noun(sentence: Sentence, words: tuple[Token, ...]) -> Sentence:
    inside = {t.index for t in words}
    outer = [t for t in words if t.head not in inside]
    top = next((t for t in outer if t.upos in ("NOUN", "PROPN") and t.relation not in ("flat", "fixed")), outer[0])

    def moved(token: Token) -> Token:
        if token.index == words[0].index:
            return msgspec.structs.replace(token, head=top.head, deprel=top.deprel, upos="NOUN")
        if token.index in inside:
            return msgspec.structs.replace(token, head=words[0].index, deprel="flat")
        return msgspec.structs.replace(token, head=words[0].index) if token.head in inside else token

    above = sentence.parent(top)
    if above is None or any(t.head in inside and t.deprel == "conj" for t in sentence.tokens if t.index in inside):
        return sentence
    return make_sentence(sentence.index, tuple(moved(token) for token in sentence.tokens))


def _with_conjunctions(sentence: Sentence, unmarked: Unmarked) -> Sentence:
    """The words of a conjunction of several words all mark its clause, which is an adverbial one ("a menos que")."""
    present = {t.lower for t in sentence.tokens}
    for row in _rows(unmarked.conjunctions):
        if not present.issuperset(row):
            continue
        for first in range(len(sentence.tokens) - len(row)):
            marks = sentence.tokens[first : first + len(row)]
            if tuple(t.lower for t in marks) == row:
                sentence = _with_conjunction(sentence, marks)
    return sentence


def _with_conjunction(sentence: Sentence, marks: tuple[Token, ...]) -> Sentence:
    clause = sentence.parent(marks[-1])
    if clause is None or clause.index <= marks[-1].index or clause.head in (t.index for t in marks):
        return sentence
    above = sentence.parent(clause)
    while clause.relation in ("acl", "nmod") and above is not None and above.upos not in ("VERB", "AUX"):
        above = sentence.parent(above)
    place = (above.index, "advcl") if clause.relation in ("acl", "nmod") and above else (clause.head, clause.deprel)

    def moved(token: Token) -> Token:
        if token.index == clause.index:
            return msgspec.structs.replace(token, head=place[0], deprel=place[1])
        inside = marks[0].index <= token.index <= marks[-1].index and token.index != clause.index
        return msgspec.structs.replace(token, head=clause.index, deprel="mark") if inside else token

    below = {t.index for t in marks}
    if any(t.head in below and t.index not in below for t in sentence.tokens):
        return sentence
    return make_sentence(sentence.index, tuple(moved(token) for token in sentence.tokens))
