"""What reports and charges say that somebody denies: "wies Vorwürfe zurück, | Jets hätten den Luftraum verletzt".

Sentences come in, the same words go out. A clause in the mood of reported speech, without a subordinator, behind such a
noun that is the object of a denial is what the noun says, and not what whoever denies it says.
"""

from functools import cache

import msgspec

from cronistoria.languages.contacts import load_contact_words
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import position_nouns, position_verbs
from cronistoria.model.sentence import Sentence, Token, make_sentence

DENYING = frozenset({"denial", "refusal"})
CLAUSES = frozenset({"ccomp", "xcomp", "conj", "parataxis"})
REPORTED = frozenset({"Sub", "Qot", "Cnd"})


def with_denied_words(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with what is denied below the noun for it, where verbs may open their clauses."""
    forms = load_grammar(language).forms
    if forms is None or not forms.verb_first:
        return sentences
    return tuple(_repaired(sentence, _denying(language), _claims(language)) for sentence in sentences)


@cache
def _denying(language: str) -> frozenset[str]:
    entries = position_verbs(language).items()
    return frozenset(lemma for lemma, found in entries if any(e.type in DENYING for e in found))


@cache
def _claims(language: str) -> frozenset[str]:
    """Nouns for what is said to be so."""
    charges = (n for n, found in position_nouns(language).items() if any(e.type == "accusation" for e in found))
    return load_contact_words(language).rumours | frozenset(charges)


def _repaired(sentence: Sentence, denying: frozenset[str], claims: frozenset[str]) -> Sentence:
    changed: dict[int, Token] = {}
    for noun in sentence.tokens:
        verb = sentence.parent(noun) if noun.deprel == "obj" and noun.keys & claims else None
        if verb is None or not verb.keys & denying:
            continue
        behind = (c for c in sentence.children(verb) if c.relation in CLAUSES and c.index > noun.index)
        clause = next((c for c in behind if _is_reported(sentence, c)), None)
        if clause is not None:
            changed[clause.index] = msgspec.structs.replace(clause, head=noun.index, deprel="acl")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _is_reported(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause has a subject, the mood of reported speech, and no word that opens it."""
    below = sentence.children(clause)
    forms = (clause, *(c for c in below if c.relation in ("aux", "cop")))
    opened = any(c.relation in ("mark", "cc") for c in below)
    said = any(form.feats.get("Mood") in REPORTED for form in forms)
    return said and not opened and any(c.relation == "nsubj" for c in below)
