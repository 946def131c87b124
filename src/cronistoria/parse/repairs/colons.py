"""What is said behind a colon: "Oslo warns: | without a truce the talks will fail".

By the guidelines such a clause stands beside the verb of saying; here it is what that verb says, like one behind a
conjunction, and the verb is the last before the colon ("said that Roe warned Doe: | …"). Sentences come in, sentences
with the same words go out.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.languages.positions import position_verbs
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.sentence import Sentence, Token, make_sentence

COLON = ":"
OBJECTS = frozenset({"obj", "ccomp", "xcomp"})


def with_told_behind_colons(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, each clause right behind a colon below what says it as its object."""
    words = load_quote_words(language)
    verbs = words.says | words.tells | position_verbs(language).keys()
    return tuple(_repaired(s, verbs, words.persons) if COLON in s.words else s for s in sentences)


def _repaired(sentence: Sentence, verbs: frozenset[str], people: frozenset[str]) -> Sentence:
    saying = [t for t in sentence.tokens if t.upos == "VERB" and t.keys & verbs and not _holds(sentence, t, people)]
    told = {t.index: t for verb in saying for t in _told(sentence, verb)}
    told |= {t.index: t for verb in sentence.tokens if verb.upos == "VERB" for t in _told_below(sentence, verb, verbs)}
    if not told:
        return sentence
    return make_sentence(sentence.index, tuple(told.get(token.index, token) for token in sentence.tokens))


def _holds(sentence: Sentence, verb: Token, people: frozenset[str]) -> bool:
    """Whether a verb has what it says already; somebody whom it is said to is not that."""
    objects = (c for c in sentence.children(verb) if c.relation in OBJECTS)
    return any(o.relation != "obj" or (o.upos == "NOUN" and o.entity == "O" and not o.keys & people) for o in objects)


def _told(sentence: Sentence, verb: Token) -> Iterator[Token]:
    for clause in sentence.children(verb):
        if clause.relation == "parataxis" and clause.index > verb.index and _follows_colon(sentence, verb, clause):
            yield msgspec.structs.replace(clause, deprel="ccomp")
            return


def _told_below(sentence: Sentence, verb: Token, verbs: frozenset[str]) -> Iterator[Token]:
    """A second clause that a verb says, behind the colon of the first: the verb of the first says it."""
    below = [c for c in sentence.children(verb) if c.index > verb.index]
    first = next((c for c in below if c.relation == "ccomp" and c.upos == "VERB" and c.keys & verbs), None)
    if first is None or not any(c.relation == "mark" for c in sentence.children(first)):
        return
    for clause in below:
        second = clause.relation in ("ccomp", "parataxis") and clause.index > first.index
        bare = not any(c.relation == "mark" for c in sentence.children(clause))
        if second and bare and _follows_colon(sentence, first, clause):
            yield msgspec.structs.replace(clause, head=first.index, deprel="ccomp")
            return


def _follows_colon(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Whether a colon stands between a verb and a clause, and the clause begins right behind it."""
    colon = next((t.index for t in sentence.tokens[verb.index : clause.index] if t.form == COLON), None)
    return colon is not None and all(
        not _is_between(sentence, t, verb, clause) for t in sentence.tokens[colon + 1 : clause.index]
    )


def _is_between(sentence: Sentence, token: Token, verb: Token, clause: Token) -> bool:
    """Whether a word before a clause hangs on the verb above it."""
    return token.head == verb.index and token.relation not in ("punct", "advcl")
