"""Whom somebody met, where the subject is unspoken and a parser took the other for it: "Domani vedrà | il premier".

Sentences come in, the same words go out. In a language that leaves subjects out and has articles, a single nominal
right behind a verb that has a party for its object, without another object, is that; so is a bare name whose adverb
("prima", "poi") was taken for an adposition.
"""

import msgspec

from cronistoria.languages.contacts import contact_verbs
from cronistoria.languages.grammar import load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

PARTIES = frozenset({"partner", "host"})
NOMINALS = frozenset({"NOUN", "PROPN"})
OTHERS = frozenset({"obj", "expl", "iobj", "ccomp", "xcomp", "csubj"})


def with_late_objects(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, those who are met as objects."""
    grammar = load_grammar(language)
    if not (grammar.drops_subjects and grammar.articles):
        return sentences
    verbs = frozenset(
        lemma for lemma, entries in contact_verbs(language).items() if any(e.object in PARTIES for e in entries)
    )
    return tuple(_mended(sentence, verbs) for sentence in sentences)


def _mended(sentence: Sentence, verbs: frozenset[str]) -> Sentence:
    changed: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.upos != "VERB" or verb.lemma.lower() not in verbs or not _is_active(sentence, verb):
            continue
        below = sentence.children(verb)
        if any(c.relation in OTHERS for c in below):
            continue
        subjects = [c for c in below if c.relation == "nsubj"]
        late = [s for s in subjects if s.index > verb.index and s.upos in NOMINALS]
        names = [c for c in below if c.relation == "obl" and c.index > verb.index and _has_adverb(sentence, c)]
        for met in late if len(subjects) == len(late) == 1 and not names else names[:1]:
            changed[met.index] = msgspec.structs.replace(met, deprel="obj")
            adverb = next((c for c in sentence.children(met) if c.relation == "case"), None)
            if adverb is not None:
                changed[adverb.index] = msgspec.structs.replace(adverb, deprel="advmod")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _is_active(sentence: Sentence, verb: Token) -> bool:
    below = sentence.children(verb)
    finite = any(t.feats.get("VerbForm") == "Fin" for t in (verb, *below) if t is verb or t.relation == "aux")
    return finite and not any(c.deprel in ("aux:pass", "nsubj:pass") for c in below)


def _has_adverb(sentence: Sentence, name: Token) -> bool:
    """Whether all that stands for an adposition of a person's name is an adverb."""
    cases = [c for c in sentence.children(name) if c.relation == "case"]
    return name.entity == "B-PER" and len(cases) == 1 and cases[0].upos == "ADV" and cases[0].index == name.index - 1
