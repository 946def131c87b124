"""Words in marks that parsers hang on the noun before them: "ha definito l'accordo «un errore»", "Roe: «We stay»".

Sentences come in, sentences with the same words go out. A nominal that opens with a mark right behind the object of a
verb of calling is what the verb says of it, and so is an adjective in another case than the object; a clause in marks
behind a colon is what the one before the colon says, as ``parataxis``. A noun before another with two articles is its
head ("un cessate il fuoco").
"""

from collections.abc import Iterator

import msgspec

from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.sentence import Sentence, Token, make_sentence

OPENING = frozenset({"«", "“", "„", '"', "‘", "'"})
BESIDE = frozenset({"nmod", "appos", "flat"})
BELOW = frozenset({"acl", "amod", "nmod", "appos"})


def with_verdicts(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, each name in marks below the verb that gives it, each clause beside who says it."""
    words = load_quote_words(language)
    return tuple(_repaired(sentence, words.judges, words.persons) for sentence in sentences)


def _repaired(sentence: Sentence, judges: frozenset[str], people: frozenset[str]) -> Sentence:
    named = _declared(sentence, judges, people)
    changed = {t.index: t for t in (*_compounds(sentence), *_states(sentence, judges), *named)}
    if any(t.form in OPENING for t in sentence.tokens):
        changed |= {t.index: t for t in (*_names(sentence, judges), *_headings(sentence))}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _declared(sentence: Sentence, judges: frozenset[str], people: frozenset[str]) -> Iterator[Token]:
    """A bare noun before the one of whom a verb says it ("declaró | persona non grata | al embajador")."""
    for name in sentence.tokens:
        verb = sentence.parent(name) if (name.upos, name.relation) == ("NOUN", "obj") else None
        if verb is None or not verb.keys & judges or verb.index > name.index:
            continue
        if any(c.relation in ("case", "det", "nummod") for c in sentence.children(name)):
            continue
        behind = (c for c in sentence.children(verb) if c.index > name.index and c.relation in ("iobj", "xcomp"))
        whom = next((c for c in behind if c.upos == "NOUN" and c.keys & people), None)
        if whom is not None:
            yield msgspec.structs.replace(name, deprel="xcomp")
            yield msgspec.structs.replace(whom, deprel="obj")
            return


def _names(sentence: Sentence, judges: frozenset[str]) -> Iterator[Token]:
    for name in sentence.tokens:
        thing = sentence.parent(name) if name.relation in BESIDE else None
        verb = sentence.parent(thing) if thing is not None and thing.relation == "obj" else None
        if thing is None or verb is None or not verb.keys & judges or not verb.index < thing.index < name.index:
            continue
        if any(c.relation == "case" for c in sentence.children(name)):
            continue
        first = min([name.index, *(c.index for c in sentence.children(name) if c.relation in ("det", "amod"))])
        if sentence.tokens[first - 1].form in OPENING:
            yield msgspec.structs.replace(name, head=verb.index, deprel="xcomp")


def _states(sentence: Sentence, judges: frozenset[str]) -> Iterator[Token]:
    """Adjectives in another case than the object before them, of which they are said ("назвал план | опасным")."""
    for state in sentence.tokens:
        thing = sentence.parent(state) if (state.upos, state.relation) == ("ADJ", "amod") else None
        verb = sentence.parent(thing) if thing is not None and thing.relation == "obj" else None
        if thing is None or verb is None or not verb.keys & judges or not verb.index < thing.index < state.index:
            continue
        if state.feats.get("Case") == "Ins" and thing.feats.get("Case") not in ("Ins", None):
            yield msgspec.structs.replace(state, head=verb.index, deprel="xcomp")


def _headings(sentence: Sentence) -> Iterator[Token]:
    """Clauses that open with a mark behind a colon, and hang on the noun before that."""
    for colon in sentence.tokens[:-1]:
        if colon.form != ":" or sentence.tokens[colon.index + 1].form not in OPENING:
            continue
        for clause in sentence.tokens[colon.index + 2 :]:
            finite = clause.feats.get("VerbForm") == "Fin" and clause.upos == "VERB"
            if finite and clause.relation in BELOW and 0 <= clause.head < colon.index:
                yield msgspec.structs.replace(clause, deprel="parataxis")
                break


def _compounds(sentence: Sentence) -> Iterator[Token]:
    """A noun between the two articles of the next, which it stands beside, with what is coordinated with that."""
    for first, article, second in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        beside = first.upos == second.upos == "NOUN" and first.head == second.head and first.relation == "obj"
        articles = [c for c in sentence.children(second) if c.relation == "det"]
        if not beside or second.relation != "obj" or len(articles) != 2 or articles[1] is not article:
            continue
        if articles[0].index == first.index - 1:
            yield msgspec.structs.replace(articles[0], head=first.index)
            yield msgspec.structs.replace(second, head=first.index, deprel="nmod")
            yield from (
                msgspec.structs.replace(c, head=first.index) for c in sentence.children(second) if c.relation == "conj"
            )
