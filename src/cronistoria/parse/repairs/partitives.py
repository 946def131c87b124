"""Nouns with a partitive article, which parsers take for obliques: "a massé des troupes", "rapportent des témoins".

Sentences come in, the same words go out. The article looks like an adposition with an article in one ("des"). Right
behind a verb whose object forces, contacts or positions may be, such a noun is its object; behind a plural verb of
saying without a subject, it is the subject. Behind another object, what was taken for such an article is an adposition
("menace Lima | de représailles"). A language without such an article keeps its trees.
"""

from collections.abc import Iterator
from functools import cache

import msgspec

from cronistoria.languages.contacts import contact_verbs
from cronistoria.languages.forces import load_force_words
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import position_verbs
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.sentence import Sentence, Token, make_sentence


def with_partitives(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, their partitive nouns as objects and subjects."""
    articles = load_grammar(language).partitives
    return tuple(_repaired(sentence, articles, language) for sentence in sentences) if articles else sentences


def _repaired(sentence: Sentence, articles: frozenset[str], language: str) -> Sentence:
    changed: dict[int, Token] = {}
    for case in sentence.tokens[1:]:
        opens = case.relation in ("case", "mark") and case.lemma.lower() in articles
        noun = sentence.parent(case) if opens else None
        verb = sentence.parent(noun) if noun is not None and noun.relation in ("obl", "xcomp") else None
        if (
            noun is None
            or verb is None
            or not _is_partitive(sentence, case, noun)
            or (noun.upos == "NOUN" and case.index != verb.index + 1)
        ):
            continue
        relation = "obj" if noun.upos == "VERB" else _relation(sentence, verb, language)
        if relation is not None:
            changed[noun.index] = msgspec.structs.replace(noun, deprel=relation, upos="NOUN")
            changed[case.index] = msgspec.structs.replace(case, deprel="det", upos="DET")
    changed |= {token.index: token for token in _second_objects(sentence, articles)}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _second_objects(sentence: Sentence, articles: frozenset[str]) -> Iterator[Token]:
    """Objects with a bare partitive behind another object of their verb, as obliques."""
    for noun in sentence.tokens:
        verb = sentence.parent(noun) if noun.deprel == "obj" else None
        opening = next(iter(sentence.children(noun)), None)
        if verb is None or opening is None or opening.relation != "det" or opening.lemma.lower() not in articles:
            continue
        others = [c for c in sentence.children(verb) if c.deprel == "obj" and verb.index < c.index < noun.index]
        if others and opening.index == noun.index - 1 and opening.upos == "ADP":
            yield msgspec.structs.replace(noun, deprel="obl:arg")
            yield msgspec.structs.replace(opening, deprel="case")


def _is_partitive(sentence: Sentence, case: Token, noun: Token) -> bool:
    """Whether an adposition and the article in one with it may be the article of several ("des soldats").

    No verb has an article, so that what was taken for one is a noun ("mènent des pourparlers").
    """
    article = sentence.tokens[case.index + 1]
    joined = article.start < case.end and article.relation == "det" and article.head == noun.index
    return joined and (noun.upos == "VERB" or (noun.upos == "NOUN" and noun.feats.get("Number") == "Plur"))


def _relation(sentence: Sentence, verb: Token, language: str) -> str | None:
    below, lemma = sentence.children(verb), verb.lemma.lower()
    subject = any(c.relation == "nsubj" for c in below)
    if lemma in load_quote_words(language).says and verb.feats.get("Number") == "Plur" and not subject:
        return "nsubj"
    return "obj" if lemma in _taking(language) and verb.upos == "VERB" else None


@cache
def _taking(language: str) -> frozenset[str]:
    """Verbs of the tables that take an object, and nothing under the adposition that looks like the article."""
    articles = load_grammar(language).partitives
    moved = {lemma for entry in load_force_words(language).verbs if entry.object for lemma in entry.lemmas}
    met = {lemma for lemma, entries in contact_verbs(language).items() if any(e.object != "none" for e in entries)}
    said = position_verbs(language).items()
    told = {lemma for lemma, entries in said if not any(articles & (e.content | e.to) for e in entries)}
    return frozenset(moved | met | told)
