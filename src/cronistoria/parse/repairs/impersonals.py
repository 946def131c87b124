"""Passives of other make: "Посла викликано", "Вимогу відхилено Приштиною", "зустріч запланована на понеділок".

Sentences come in, the same words go out. What is done to somebody by a form of no person is its subject in the passive,
a bare name in the instrumental is by whom; so an extractor reads them like any other passive. A noun that looks like a
verb beside such a form ("Посла") is what it is done to. A participle that is said of a subject, and is an adjective to
the treebank, is a passive verb. A language without a dictionary keeps its trees.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.languages.dictionary import Dictionary, load_dictionary
from cronistoria.languages.grammar import load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"})
SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE = {"nsubj": "nsubj:pass", "cop": "aux:pass"}


def with_impersonal_passives(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with forms of no person as passives."""
    dictionary = load_dictionary(language)
    if dictionary is None:
        return sentences
    endings = load_grammar(language).passive_participles
    mended = (_with_participles(sentence, dictionary, endings) for sentence in sentences)
    return tuple(_repaired(_with_noun(sentence, dictionary)) for sentence in mended)


def _repaired(sentence: Sentence) -> Sentence:
    changed = {t.index: t for verb in sentence.tokens if _is_impersonal(verb) for t in _passive(sentence, verb)}
    return _rebuilt(sentence, changed)


def _rebuilt(sentence: Sentence, changed: dict[int, Token]) -> Sentence:
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _is_impersonal(token: Token) -> bool:
    return token.upos == "VERB" and token.feats.get("Person") == "0" and token.feats.get("VerbForm") == "Fin"


def _passive(sentence: Sentence, verb: Token) -> Iterator[Token]:
    below = sentence.children(verb)
    subject = next((c for c in below if c.relation in SUBJECTS and c.index < verb.index), None)
    if any(c.relation in SUBJECTS and c is not subject for c in below):
        return
    yield msgspec.structs.replace(verb, feats=verb.feats | {"Voice": "Pass"})
    for child in below:
        if child is subject:
            yield msgspec.structs.replace(child, deprel=f"{child.relation}:pass")
        elif subject is not None and child.deprel == "obj" and child.index == subject.index + 1 < verb.index:
            yield msgspec.structs.replace(child, head=subject.index, deprel="nmod")
        elif child.deprel == "obj" and child.upos in NOMINAL:
            yield msgspec.structs.replace(child, deprel="nsubj:pass")
        elif child.relation == "obl" and _is_doer(sentence, child):
            yield msgspec.structs.replace(child, deprel="obl:agent")


def _with_participles(sentence: Sentence, dictionary: Dictionary, endings: dict[str, str]) -> Sentence:
    """Participles that are predicates, with their verb's lemma and relations."""
    changed: dict[int, Token] = {}
    for token in sentence.tokens if endings else ():
        below = sentence.children(token)
        if not (_is_participle(token) and any(c.relation == "nsubj" for c in below)):
            continue
        lemma = _verb_of(token, dictionary, endings)
        if lemma is None:
            continue
        feats = {k: v for k, v in token.feats.items() if k != "Case"} | {"Tense": "Past", "Variant": "Short"}
        changed[token.index] = msgspec.structs.replace(token, upos="VERB", lemma=lemma, feats=feats)
        for child in below:
            doer = child.relation == "obl" and _is_doer(sentence, child)
            told = "obl:agent" if doer else PASSIVE.get(child.relation, child.deprel)
            changed[child.index] = msgspec.structs.replace(child, deprel=told)
    return _rebuilt(sentence, changed)


def _is_participle(token: Token) -> bool:
    passive = token.feats.get("VerbForm") == "Part" and token.feats.get("Voice") == "Pass"
    return token.upos == "ADJ" and passive and token.relation not in ("amod", "flat", "appos")


def _verb_of(token: Token, dictionary: Dictionary, endings: dict[str, str]) -> str | None:
    """The verb of a participle: that of its impersonal form, which differs in the ending alone."""
    lemma = token.lemma.lower()
    forms = (lemma.removesuffix(old) + new for old, new in endings.items() if lemma.endswith(old))
    return next((a.lemma for form in forms for a in dictionary.analyses(form) if a.impersonal), None)


def _is_doer(sentence: Sentence, token: Token) -> bool:
    """Whether somebody named or a living being stands in the bare instrumental."""
    living = token.entity != "O" or token.feats.get("Animacy") == "Anim"
    bare = not any(c.relation == "case" for c in sentence.children(token))
    return living and bare and token.feats.get("Case") == "Ins"


def _with_noun(sentence: Sentence, dictionary: Dictionary) -> Sentence:
    """A noun that was taken for the verb that the real one hangs on ("Посла викликано": not of "послати")."""
    for verb in sentence.tokens:
        above = sentence.parent(verb) if _is_impersonal(verb) else None
        if above is None or above.upos != "VERB" or above.index > verb.index:
            continue
        if any(c.relation in (*SUBJECTS, "obj") for c in sentence.children(verb)):
            continue
        noun = next((a for a in dictionary.analyses(above.form) if a.case == "Acc" and "NOUN" in a.upos), None)
        if noun is None:
            continue
        feats = {"Case": "Acc", "Number": noun.number or "Sing", "Gender": noun.gender or "Masc"}
        changed = {
            c.index: msgspec.structs.replace(c, head=verb.index) if c.index > verb.index else c
            for c in sentence.children(above)
        }
        owned = (c for c in sentence.children(above) if c.index < verb.index and c.relation in ("obj", "obl"))
        changed |= {c.index: msgspec.structs.replace(c, deprel="nmod") for c in owned}
        changed[verb.index] = msgspec.structs.replace(verb, head=above.head, deprel=above.deprel)
        changed[above.index] = msgspec.structs.replace(
            above, head=verb.index, deprel="obj", upos="NOUN", lemma=noun.lemma, feats=feats
        )
        return _rebuilt(sentence, changed)
    return sentence
