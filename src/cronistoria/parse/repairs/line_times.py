"""The time at the head of a line is no sentence: "17.00 – The secretary, Jo Roe, lands in Oslo", "17:00 They met".

Parsers now and then take it for the root, and hang the clause or its parts on it. Sentences come in, the same words go
out: the clause beside the time, or else the first finite verb that is no subordinate one, is the root, what stands
before it its subject, and the time an adverbial of it.
"""

import msgspec
import regex

from cronistoria.model.sentence import Sentence, Token, make_sentence

STAMP = regex.compile(r"\d{1,2}:\d\d")
CLOCK = regex.compile(r"\d{1,2}(?:[.:h]\d\d|h)")
DASHES = frozenset({"-", "–", "—", "|", "•"})
CLAUSES = frozenset({"ccomp", "conj", "acl", "appos"})
VERBAL = frozenset({"VERB", "AUX"})
BELOW = frozenset({"parataxis", "amod", "appos", "dep", "nmod", "flat", "acl", "list"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
FARTHEST = 5


def with_line_times(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, each clause behind a time of the clock its own root."""
    return tuple(map(_rooted, sentences))


def _rooted(sentence: Sentence) -> Sentence:
    dash = next((t for t in sentence.tokens[1:FARTHEST] if t.form in DASHES), None)
    opening = sentence.tokens[: dash.index] if dash is not None else ()
    if dash is None and STAMP.fullmatch(sentence.tokens[0].form):
        opening = sentence.tokens[:1]
    time = next((t for t in opening if t.head < 0 or t.head >= len(opening)), None)
    if time is None or not CLOCK.match("".join(t.form for t in opening)):
        return sentence
    below = [c for t in opening for c in sentence.children(t) if c.index >= len(opening) and c is not dash]
    verb = _main(sentence, time, below)
    if verb is None:
        return _with_subject(sentence, time)
    moved = {verb.index: msgspec.structs.replace(verb, head=-1, deprel="root")} if time.head < 0 else {}
    moved[time.index] = msgspec.structs.replace(time, head=verb.index, deprel="obl")
    spoken = any(c.relation == "nsubj" for c in sentence.children(verb))
    for part in below:
        if part is not verb:
            subject = not spoken and part.index < verb.index and _is_bare(sentence, part)
            deprel = "nsubj" if subject else part.deprel
            spoken = spoken or subject
            moved[part.index] = msgspec.structs.replace(part, head=verb.index, deprel=deprel)
    return make_sentence(sentence.index, tuple(moved.get(t.index, t) for t in sentence.tokens))


def _with_subject(sentence: Sentence, time: Token) -> Sentence:
    """A bare name right behind a time, taken for a second time, as the subject ("19:02 | США | призвали")."""
    verb = sentence.parent(time)
    name = sentence.tokens[time.index + 1] if time.index + 1 < len(sentence.tokens) else None
    if verb is None or name is None or name.head != verb.index or (name.upos, name.deprel) != ("PROPN", "obl"):
        return sentence
    if not _is_bare(sentence, name) or any(c.relation == "nsubj" for c in sentence.children(verb)):
        return sentence
    named = msgspec.structs.replace(name, deprel="nsubj")
    return make_sentence(sentence.index, tuple(named if t is name else t for t in sentence.tokens))


def _main(sentence: Sentence, time: Token, below: list[Token]) -> Token | None:
    """The predicate that a time stands beside."""
    if time.head >= 0:
        return sentence.tokens[time.head] if below and sentence.tokens[time.head].upos in VERBAL else None
    clause = next((t for t in below if _is_clause(sentence, t)), None)
    behind = sentence.tokens[time.index + 1 :]
    return clause or next((t for t in behind if _is_main(sentence, t)), None)


def _is_clause(sentence: Sentence, token: Token) -> bool:
    """Whether what hangs on a time is a clause, and no noun that a clause is about."""
    said = token.upos in VERBAL or any(c.relation in ("nsubj", "cop") for c in sentence.children(token))
    return token.relation == "parataxis" or (token.relation in CLAUSES and said)


def _is_main(sentence: Sentence, verb: Token) -> bool:
    """Whether a finite verb has no subordinator and is no relative clause."""
    below = sentence.children(verb)
    finite = any(t.feats.get("VerbForm") == "Fin" for t in (verb, *below) if t is verb or t.relation == "aux")
    bound = any(c.relation == "mark" or c.feats.get("PronType") == "Rel" for c in below)
    return verb.upos == "VERB" and verb.relation in BELOW and verb.deprel != "acl:relcl" and finite and not bound


def _is_bare(sentence: Sentence, token: Token) -> bool:
    return token.upos in NOMINAL and not any(c.relation == "case" for c in sentence.children(token))
