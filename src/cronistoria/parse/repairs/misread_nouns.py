"""Nouns of contacts and attacks taken for verbs where they open a title: "Vertice a Ginevra tra Rossi e Bianchi".

Sentences come in, the same words go out. A first word that is only ever such a noun is one, and so is a form that verb
and noun share where no other verb stands in the sentence and an adposition of a party stands behind it.
"""

import msgspec

from cronistoria.languages.contacts import ContactNoun, contact_nouns, contact_verbs
from cronistoria.languages.events import event_nouns
from cronistoria.languages.grammar import load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

VERBAL = frozenset({"VERB", "ADJ"})
CLAUSAL = frozenset({"aux", "cop", "ccomp", "xcomp", "csubj", "expl", "mark", "iobj"})
OF_VERBS = frozenset({"VerbForm", "Mood", "Tense", "Person", "Voice", "Aspect", "Degree"})
NOMINAL = {"obl": "nmod", "obj": "nmod", "nsubj": "nmod", "acl:relcl": "acl:relcl"}


def with_misread_nouns(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, such words as nouns and what hangs on them as of nouns."""
    nouns, verbs = contact_nouns(language), frozenset(contact_verbs(language))
    only = load_grammar(language).only_nouns
    deeds = frozenset(
        lemma for lemma, found in event_nouns(language).items() if any(e.event == "ASSAULT" for e in found)
    )
    titled = (_with_deed(_repaired(sentence, nouns, verbs), deeds) for sentence in sentences)
    return tuple(s if s.words.isdisjoint(only) else _with_nouns(s, only) for s in titled)


def _with_nouns(sentence: Sentence, only: dict[str, str]) -> Sentence:
    """Words that are only ever nouns as such: behind a verb without an object, as its object."""
    tokens = list(sentence.tokens)
    for word in sentence.tokens:
        if word.lower not in only:
            continue
        above = sentence.parent(word)
        behind = above is not None and above.upos == "VERB" and word.index > above.index
        held = above is not None and any(c.relation in ("obj", "nsubj:pass") for c in sentence.children(above))
        loose = word.upos not in ("NOUN", "PROPN") and word.relation in ("advmod", "case", "mark", "obl", "dep")
        relation = "obj" if loose and behind and not held else word.deprel
        tokens[word.index] = msgspec.structs.replace(word, upos="NOUN", lemma=only[word.lower], deprel=relation)
    return make_sentence(sentence.index, tuple(tokens))


def _repaired(sentence: Sentence, nouns: dict[str, ContactNoun], verbs: frozenset[str]) -> Sentence:
    word = sentence.tokens[0] if len(sentence.tokens) > 2 else None
    if word is None or word.upos not in VERBAL or (word.upos == "ADJ" and word.relation == "amod"):
        return sentence
    lemma = word.lower if word.lower in nouns else word.lemma.lower()
    if lemma not in nouns or any(c.relation in CLAUSAL for c in sentence.children(word)):
        return sentence
    only_noun = word.lemma.lower() == lemma and lemma not in verbs and word.upos == "VERB"
    if not only_noun and not _is_title(sentence, word, nouns[lemma]):
        return sentence
    return _as_noun(sentence, word, lemma)


def _with_deed(sentence: Sentence, deeds: frozenset[str]) -> Sentence:
    """A first word like a participle that is also the noun of an attack is one where nothing else tells a deed."""
    word = sentence.tokens[0] if len(sentence.tokens) > 2 else None
    if word is None or word.lower not in deeds or word.upos not in VERBAL or word.relation != "root":
        return sentence
    told = any(t.feats.get("VerbForm") == "Fin" for t in sentence.tokens)
    following = sentence.tokens[1]
    plain = following.upos in ("ADP", "ADJ", "ADV") and not any(c.relation in CLAUSAL for c in sentence.children(word))
    return _as_noun(sentence, word, word.lower) if plain and not told else sentence


def _as_noun(sentence: Sentence, word: Token, lemma: str) -> Sentence:
    feats = {name: value for name, value in word.feats.items() if name not in OF_VERBS}
    changed = {word.index: msgspec.structs.replace(word, upos="NOUN", lemma=lemma, feats={"Number": "Sing"} | feats)}
    for child in sentence.children(word):
        relation = NOMINAL.get(child.deprel, NOMINAL.get(child.relation, child.deprel))
        changed[child.index] = msgspec.structs.replace(child, deprel=relation)
        if child.deprel == "obj" and child.upos == "NOUN":
            below = [c for c in sentence.children(child) if _cases(sentence, c)]
            changed |= {c.index: msgspec.structs.replace(c, head=word.index) for c in below}
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _is_title(sentence: Sentence, word: Token, entry: ContactNoun) -> bool:
    """Whether no verb is left without the word, and it has a party of a noun, with at most one bare word between."""
    others = (t for t in sentence.tokens if t is not word and t.feats.get("VerbForm") == "Fin")
    behind = sentence.tokens[1 : 2 if sentence.tokens[1].upos == "ADP" else 3]
    if next(others, None) is not None or behind[-1].upos != "ADP" or behind[0].upos not in ("ADP", "ADJ", "NOUN"):
        return False
    party = entry.partners | entry.between | entry.owners | entry.hosts | entry.recipients
    return any(_cases(sentence, t) & party and t.upos == "PROPN" for t in sentence.tokens)


def _cases(sentence: Sentence, token: Token) -> frozenset[str]:
    return frozenset(c.lemma.lower() for c in sentence.children(token) if c.relation == "case")
