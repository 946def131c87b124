"""Verbs that a parser took for something else in short clauses: "Kigali | nie | toute présence".

Sentences come in, the same words go out. A form that is only ever a verb where it stands, right behind a nominal and
before what it takes, is the predicate of a sentence that has none: what stands before it is its subject, what stands
behind its object. A finite form that hangs on the noun behind it as if it described it ("Розмова | тривала | годину")
takes the place of that noun, which is its object.
"""

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.model.sentence import ROOT, Sentence, Token, make_sentence

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "VERB"})
INDICATIVE = {"Mood": "Ind", "VerbForm": "Fin"}
FINITE = {"Mood": "Ind", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}


def with_misread_verbs(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, each of these verbs as the predicate that its sentence lacks."""
    verbs = load_grammar(language).misread_verbs
    sentences = tuple(_with_predicate(sentence) for sentence in sentences)
    return tuple(_repaired(sentence, verbs) for sentence in sentences) if verbs else sentences


def _with_predicate(sentence: Sentence) -> Sentence:
    """The sentence with a finite verb, taken for a word that describes the noun behind it, in that place."""
    verb = next((t for t in sentence.tokens if t.relation == "amod" and t.feats.items() >= INDICATIVE.items()), None)
    noun = sentence.parent(verb) if verb is not None else None
    if verb is None or noun is None or verb.upos != "VERB" or noun.index < verb.index or noun.relation != "root":
        return sentence
    changed = {verb.index: msgspec.structs.replace(verb, head=noun.head, deprel=noun.deprel)}
    below = [c for c in sentence.children(noun) if c.upos == "PUNCT" or (c is not verb and c.index < verb.index)]
    changed |= {c.index: msgspec.structs.replace(c, head=verb.index) for c in below}
    changed[noun.index] = msgspec.structs.replace(noun, head=verb.index, deprel="obj")
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _repaired(sentence: Sentence, verbs: dict[str, str]) -> Sentence:
    verb = next((t for t in sentence.tokens[1:-1] if t.lower in verbs), None)
    if verb is None:
        return sentence
    if verb.upos == "VERB":
        named = msgspec.structs.replace(verb, lemma=verbs[verb.lower])
        return make_sentence(sentence.index, tuple(named if t is verb else t for t in sentence.tokens))
    root = sentence.root
    if _is_predicate(sentence, root) or not _hangs_near(sentence, verb, root):
        return sentence
    changed = {t.index: _moved(sentence, t, verb, root) for t in sentence.tokens if _is_loose(t, verb, root)}
    changed[verb.index] = msgspec.structs.replace(
        verb, upos="VERB", lemma=verbs[verb.lower], feats=FINITE, head=ROOT, deprel="root"
    )
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _is_predicate(sentence: Sentence, root: Token) -> bool:
    """Whether the top of a sentence has a finite form, and no article that makes a noun of it."""
    below = sentence.children(root)
    finite = (root, *(c for c in below if c.relation in ("aux", "cop")))
    noun = any(c.relation == "det" for c in below)
    return not noun and any(word.feats.get("VerbForm") == "Fin" for word in finite)


def _hangs_near(sentence: Sentence, verb: Token, root: Token) -> bool:
    """Whether a word is or hangs on the top of its sentence, with a nominal before it."""
    above = sentence.parent(verb)
    near = above is None or above is root or above.head == root.index
    return near and any(t.upos in NOMINAL for t in sentence.tokens[: verb.index])


def _is_loose(token: Token, verb: Token, root: Token) -> bool:
    """Whether a word hangs on the new predicate, or did on the old one across it."""
    if token is verb:
        return False
    across = token.head == root.index and (token.index < verb.index) != (root.index < verb.index)
    return token is root or token.head == verb.index or across or (token.head == root.index and token.upos == "PUNCT")


def _moved(sentence: Sentence, token: Token, verb: Token, root: Token) -> Token:
    """A word below the new predicate, by where it stands and what opens it."""
    below = sentence.children(token)
    marked = any(c.relation in ("case", "mark") for c in below)
    if token.upos == "PUNCT":
        return msgspec.structs.replace(token, head=verb.index, deprel="punct")
    if token is root and token.upos == "VERB" and token.index > verb.index:
        return msgspec.structs.replace(token, head=verb.index, deprel="xcomp")
    if token.upos == "VERB" and token is not root:
        return msgspec.structs.replace(token, head=verb.index, deprel="xcomp" if marked else token.deprel)
    if token.upos == "DET" and token.index == verb.index - 1:
        return msgspec.structs.replace(token, head=verb.index, deprel="obj", upos="PRON")
    if token.upos not in NOMINAL:
        return msgspec.structs.replace(token, head=verb.index)
    upos = "NOUN" if token.upos == "VERB" else token.upos
    relation = "obl" if marked else "nsubj" if token.index < verb.index else "obj"
    return msgspec.structs.replace(token, head=verb.index, deprel=relation, upos=upos)
