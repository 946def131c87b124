"""Two names that a hyphen joins beside a noun of contact: "l'incontro Rossi-Bianchi", "the Roe-Doe meeting".

Parsers seldom know what to do with the second. Sentences come in, the same words go out: the first name is part of
the noun's phrase, the second is coordinated with it, and what hung on the second hangs on the noun.
"""

import msgspec

from cronistoria.languages.contacts import contact_nouns
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.words import load_words
from cronistoria.model.sentence import ROOT, Sentence, Token, make_sentence

HYPHENS = frozenset("-‐‑")
OF_NAMES = frozenset({"flat", "compound", "punct"})
OF_VERBS = frozenset({"VerbForm", "Mood", "Tense", "Person", "Voice", "Aspect"})


def with_glued_names(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, such names as those of the two who are in touch."""
    nouns = frozenset(contact_nouns(language)) | load_words(language).hyphen_after
    if not load_grammar(language).articles:
        return sentences
    return tuple(s if s.words.isdisjoint(HYPHENS) else _repaired(s, nouns) for s in sentences)


def _repaired(sentence: Sentence, nouns: frozenset[str]) -> Sentence:
    for hyphen in sentence.tokens[1:-1]:
        first, second = sentence.tokens[hyphen.index - 1], sentence.tokens[hyphen.index + 1]
        glued = hyphen.form in HYPHENS and first.end == hyphen.start and hyphen.end == second.start
        if not glued or not (_is_name(first) and _is_name(second)):
            continue
        noun = _noun_beside(sentence, hyphen, nouns)
        if noun is not None:
            return _joined(sentence, noun, (first, hyphen, second), noun.lower if noun.lower in nouns else noun.lemma)
    return sentence


def _noun_beside(sentence: Sentence, hyphen: Token, nouns: frozenset[str]) -> Token | None:
    """The noun right before or right behind the two names."""
    before = sentence.tokens[hyphen.index - 2 : hyphen.index - 1] if hyphen.index > 1 else ()
    behind = [t for t in sentence.tokens[hyphen.index + 2 : hyphen.index + 3] if t.upos == "NOUN"]
    return next((t for t in (*before, *behind) if t.lower in nouns or t.lemma.lower() in nouns), None)


def _joined(sentence: Sentence, noun: Token, pair: tuple[Token, Token, Token], lemma: str) -> Sentence:
    first, hyphen, second = pair
    tokens = list(sentence.tokens)
    for child in (*sentence.children(first), *sentence.children(second)):
        if child.relation not in OF_NAMES and child not in pair:
            tokens[child.index] = msgspec.structs.replace(child, head=noun.index)
    feats = {name: value for name, value in noun.feats.items() if name not in OF_VERBS}
    above = next((t for t in (first, second) if t.index == noun.head), None)
    place = (above.head, above.deprel) if above is not None else (noun.head, noun.deprel)
    place = (ROOT, "root") if sentence.root in pair else place
    tokens[noun.index] = msgspec.structs.replace(
        noun, upos="NOUN", lemma=lemma, feats=feats, entity="O", head=place[0], deprel=place[1]
    )
    person = any(t.entity.endswith("PER") for t in (first, second))
    for name, head, relation in ((first, noun, "compound"), (second, first, "conj")):
        entity = "B-PER" if person else name.entity
        tokens[name.index] = msgspec.structs.replace(
            name, head=head.index, deprel=relation, upos="PROPN", entity=entity
        )
    tokens[hyphen.index] = msgspec.structs.replace(hyphen, head=second.index, deprel="punct")
    return make_sentence(sentence.index, tuple(tokens))


def _is_name(token: Token) -> bool:
    return token.form[:1].isupper() and token.upos in ("PROPN", "NOUN", "X", "ADJ", "VERB")
