"""Subjects behind a verb that opens with something else: "Zwischen Oslo und Lima laufen | Gespräche".

Sentences come in, the same words go out. Where a language does not leave its subjects out, the one noun of a contact
behind a finite verb that has no subject, and agrees with it, is its subject and not its object.
"""

import msgspec

from cronistoria.languages.contacts import contact_nouns
from cronistoria.languages.grammar import load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
MAIN = frozenset({"root", "ccomp", "parataxis"})
OPENING = frozenset({"obl", "advmod", "advcl"})


def with_late_subjects(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with subjects where clauses without one have an object that agrees."""
    if load_grammar(language).drops_subjects:
        return sentences
    known = frozenset(contact_nouns(language))
    return tuple(_repaired(sentence, known) for sentence in sentences)


def _repaired(sentence: Sentence, known: frozenset[str]) -> Sentence:
    late = (_late(sentence, verb) for verb in sentence.tokens)
    changed = {noun.index: noun for noun in late if noun is not None and noun.lemma.lower() in known}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _late(sentence: Sentence, verb: Token) -> Token | None:
    """The object of a finite verb without a subject, as its subject."""
    plain = verb.upos == "VERB" and verb.feats.get("VerbForm") == "Fin" and verb.feats.get("Mood") == "Ind"
    if not plain or verb.relation not in MAIN or verb.feats.get("Person") not in (None, "3"):
        return None
    below = sentence.children(verb)
    if any(c.relation in SUBJECTS or c.relation in ("ccomp", "xcomp", "aux", "iobj", "mark") for c in below):
        return None
    objects = [c for c in below if c.deprel == "obj"]
    opens = any(c.relation in OPENING and c.index < verb.index for c in below)
    if len(objects) != 1 or not opens or objects[0].index < verb.index or objects[0].upos not in ("NOUN", "PROPN"):
        return None
    noun = objects[0]
    agrees = noun.feats.get("Number") == verb.feats.get("Number") is not None
    if not agrees or any(c.relation == "case" for c in sentence.children(noun)):
        return None
    return msgspec.structs.replace(noun, deprel="nsubj", feats={**noun.feats, "Case": "Nom"})
