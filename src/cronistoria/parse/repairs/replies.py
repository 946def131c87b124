"""What is answered or voiced, in front of its verb: "Die Vorwürfe | wies Ruanda zurück", "Kritik | äußerte Moskau".

A language that puts its verb second may open a clause with the object. Where forms do not tell the cases, parsers take
what comes first for the subject. Sentences come in, the same words go out: a noun of what is said, done or arranged
before a verb of answering, and a party behind it, change places; so do the noun of a position and the party behind a
verb of voicing. An adjective that opens the sentence in front of its noun and was taken for a noun is put right.
"""

from collections.abc import Iterator
from functools import cache

import msgspec

from cronistoria.languages.contacts import contact_nouns, load_contact_words
from cronistoria.languages.events import event_nouns
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import load_position_words, position_nouns, position_verbs
from cronistoria.model.sentence import Sentence, Token, make_sentence

ANSWERS = frozenset({"refusal", "denial", "acceptance"})
JUDGES = frozenset({"condemnation", "support", "objection"})
ARGUMENTS = ("nsubj", "obj", "iobj")
SHORTEST = 5


def with_replies(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with those who answer as subjects of their verbs."""
    forms = load_grammar(language).forms
    if forms is None or not forms.verb_first:
        return sentences
    return tuple(_mended(sentence, language) for sentence in sentences)


def _mended(sentence: Sentence, language: str) -> Sentence:
    changed = {t.index: t for t in _adjective(sentence)}
    for verb in sentence.tokens:
        if verb.upos == "VERB" and verb.feats.get("VerbForm") == "Fin" and verb.deprel != "acl:relcl":
            changed |= {t.index: t for t in _turned(sentence, verb, language)}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _adjective(sentence: Sentence) -> Iterator[Token]:
    """The adjective that opens a sentence beside its noun ("Scharfe | Kritik äußerte Moskau")."""
    first, noun = sentence.tokens[0], (*sentence.tokens[1:2], sentence.tokens[0])[0]
    misread = first.upos == "NOUN" and first.relation in ARGUMENTS and first.lemma.islower()
    if misread and noun.upos == "NOUN" and noun.head == first.head and not any(True for _ in sentence.children(first)):
        yield msgspec.structs.replace(first, upos="ADJ", head=noun.index, deprel="amod")


def _turned(sentence: Sentence, verb: Token, language: str) -> Iterator[Token]:
    """What stands before a verb as its object, and the party behind it as its subject."""
    below = [c for c in sentence.children(verb) if c.relation in ARGUMENTS and not _has_case(sentence, c)]
    before = [c for c in below if c.index < verb.index and not (c.index == 0 and c.lemma.islower())]
    behind = [c for c in below if c.index > verb.index and c.upos in ("NOUN", "PROPN")]
    if len(before) != 1 or len(behind) != 1 or (before[0].relation, behind[0].relation) == ("obj", "nsubj"):
        return
    if not _is_answered(verb, before[0], language) or not _may_answer(sentence, behind[0], language):
        return
    yield msgspec.structs.replace(before[0], deprel="obj")
    yield msgspec.structs.replace(behind[0], deprel="nsubj")


def _is_answered(verb: Token, noun: Token, language: str) -> bool:
    """Whether a verb answers or voices what a noun tells, which does not speak for anybody itself."""
    if noun.upos != "NOUN" or noun.entity != "O":
        return False
    words, lemma = load_position_words(language), verb.lemma.lower()
    types = {entry.type for entry in position_verbs(language).get(lemma, ())}
    speaks = noun.lemma.lower() in load_grammar(language).mouthpieces
    if lemma in words.light or types & {"promise", "offer"}:
        return not speaks and _is_named_by(noun, frozenset(position_nouns(language)))
    return bool(types & ANSWERS or (types & JUDGES and not speaks)) and _is_named_by(noun, _answered(language))


def _may_answer(sentence: Sentence, token: Token, language: str) -> bool:
    """Whether a word names a party, or a body that speaks for one, and its article does not rule out the subject."""
    grammar = load_grammar(language)
    forms = grammar.forms.determiners.get("Sing", {}) if grammar.forms is not None else {}
    others = frozenset().union(*(forms.get(case, frozenset()) for case in ("Acc", "Dat")))
    if any(c.lower in others for c in sentence.children(token) if c.relation == "det"):
        return False
    return token.entity != "O" or _is_named_by(token, grammar.mouthpieces)


def _is_named_by(noun: Token, lemmas: frozenset[str]) -> bool:
    """Whether a noun is one of some, or a compound that ends in one."""
    lemma = noun.lemma.lower()
    return lemma in lemmas or any(lemma.endswith(word) for word in lemmas if len(word) >= SHORTEST)


def _has_case(sentence: Sentence, token: Token) -> bool:
    return any(c.relation == "case" for c in sentence.children(token))


@cache
def _answered(language: str) -> frozenset[str]:
    papers = load_contact_words(language).documents
    return papers.union(position_nouns(language), contact_nouns(language), event_nouns(language))
