"""Names before their verb that were taken for its object: "Bamako et Niamey | ont averti que", and infinitives with an
article that were taken for a complement: "rechazó el plan | al considerar".

Where nouns show no case, what comes first and agrees is the subject if the verb has no other. Sentences come in, the
same words go out.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence

SUBJECTS = ("nsubj", "csubj", "expl")


def with_preposed_subjects(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, with such names as subjects and such infinitives as adverbials."""
    return tuple(_mended(sentence) for sentence in sentences)


def _mended(sentence: Sentence) -> Sentence:
    changed = {
        t.index: t for token in sentence.tokens for t in (*_subject(sentence, token), *_infinitive(sentence, token))
    }
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _subject(sentence: Sentence, name: Token) -> Iterator[Token]:
    """A name that opens the sentence before a verb without a subject, and agrees with it."""
    verb = sentence.parent(name) if name.deprel == "obj" and name.upos == "PROPN" and "Case" not in name.feats else None
    if verb is None or verb.upos != "VERB" or verb.index < name.index:
        return
    below = sentence.children(verb)
    others = any(c.relation in SUBJECTS or (c.relation in ("obj", "iobj") and c.upos == "PRON") for c in below)
    inside = sentence.children(name)
    if others or any(c.relation == "case" for c in inside) or min([name.index, *(c.index for c in inside)]) > 0:
        return
    finite = next((c for c in (*below, verb) if c.feats.get("VerbForm") == "Fin"), None)
    number = "Plur" if any(c.relation == "conj" for c in inside) else name.feats.get("Number", "Sing")
    if finite is not None and finite.feats.get("Number") == number:
        passive = any(c.deprel == "aux:pass" for c in below)
        yield msgspec.structs.replace(name, deprel="nsubj:pass" if passive else "nsubj")


def _infinitive(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """An infinitive under an adposition with its article, beside an object of the verb above."""
    above = sentence.parent(verb) if verb.deprel == "xcomp" and verb.feats.get("VerbForm") == "Inf" else None
    if above is None or not any(c.relation == "obj" for c in sentence.children(above)):
        return
    below = {c.relation for c in sentence.children(verb) if c.index < verb.index}
    if "det" in below and below & {"mark", "case"}:
        yield msgspec.structs.replace(verb, deprel="advcl")
