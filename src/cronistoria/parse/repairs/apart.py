"""What a verb is done with and whom it is for: "sagte der Ukraine | Hilfe zu", "schrieb Roth | einen Brief".

Where only articles show the case, parsers take both for objects, or the name under an adposition and the bare noun
behind it for one phrase ("bei Norwegen | Protest ein"). Sentences come in, the same words go out: of two objects one
whose article is no accusative, or the name of a person beside a thing, is the one whom it is for; a bare noun behind a
counted one is what that is of ("50 Tonnen | Weizen").
"""

import itertools
from collections.abc import Iterator
from functools import cache

import msgspec

from cronistoria.languages.grammar import VerbForms, load_grammar
from cronistoria.languages.positions import load_position_words, position_nouns, position_verbs
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.sentence import Sentence, Token, make_sentence

DATIVE = "Dat"
JUDGED = frozenset({"refusal", "denial", "condemnation", "objection", "acceptance", "support"})


def with_objects_apart(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with objects and indirect objects as such."""
    forms = load_grammar(language).forms
    if forms is None or not forms.determiners:
        return sentences
    naming = load_quote_words(language).judges
    manner = _judging(language)
    placed = (_with_infinitives(_parted(sentence, language), language) for sentence in sentences)
    parted = (_with_manner(sentence, manner) for sentence in placed)
    return tuple(_mended(sentence, forms, naming) for sentence in parted)


@cache
def _judging(language: str) -> frozenset[str]:
    """Verbs of answering and judging, which an adjective behind them only says the manner of."""
    entries = position_verbs(language).items()
    return frozenset(lemma for lemma, found in entries if any(e.type in JUDGED for e in found))


def _with_manner(sentence: Sentence, judging: frozenset[str]) -> Sentence:
    """The sentence with adjectives that say how somebody answers as adverbs ("kritisierte den Plan | scharf")."""
    changed: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.upos != "VERB" or verb.lemma.lower() not in judging:
            continue
        doers = [c for c in sentence.children(verb) if c.relation == "nsubj"]
        if len(doers) == 2 and doers[0].index < verb.index < doers[1].index and doers[1].upos == "DET":
            changed[doers[1].index] = msgspec.structs.replace(doers[1], upos="PRON", deprel="obj")
        for how in sentence.children(verb):
            if how.upos != "ADJ" or how.deprel not in ("xcomp", "obj") or how.index < verb.index:
                continue
            below = [c for c in sentence.children(how) if c.relation != "punct"]
            what = below[0] if len(below) == 1 and below[0].relation == "det" and how.deprel == "obj" else None
            if below and (what is None or how.form != how.lemma):
                continue
            changed[how.index] = msgspec.structs.replace(how, upos="ADV", deprel="advmod")
            if what is not None:
                changed[what.index] = msgspec.structs.replace(what, upos="PRON", head=verb.index, deprel="obj")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _mended(sentence: Sentence, forms: VerbForms, naming: frozenset[str]) -> Sentence:
    changed: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.upos == "VERB":
            objects = [c for c in sentence.children(verb) if c.deprel == "obj" and c.upos in ("NOUN", "PROPN")]
            changed |= {t.index: t for t in _told_apart(sentence, verb, objects, forms, naming)}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _told_apart(
    sentence: Sentence, verb: Token, objects: list[Token], forms: VerbForms, naming: frozenset[str]
) -> Iterator[Token]:
    if len(objects) < 2:
        return
    for token, following in itertools.pairwise(objects):
        if _is_measured_by(sentence, token, following):
            yield msgspec.structs.replace(following, head=token.index, deprel="nmod")
    given = [t for t in objects if _is_no_accusative(sentence, t, forms)]
    named = [t for t in objects if t.entity.startswith("B-") and not _below(sentence, t, "det", "case")]
    things = [t for t in objects if t.entity == "O" and t.upos == "NOUN"]
    before = len(named) == 1 and bool(things) and named[0].index < things[-1].index
    if not given and before and not verb.keys & naming and _below(sentence, verb, "nsubj"):
        given = named
    yield from (msgspec.structs.replace(t, deprel="iobj", feats=t.feats | {"Case": DATIVE}) for t in given[:1])


def _is_no_accusative(sentence: Sentence, token: Token, forms: VerbForms) -> bool:
    return any(d.lower in forms.oblique for d in _below(sentence, token, "det"))


def _is_measured_by(sentence: Sentence, counted: Token, noun: Token) -> bool:
    """Whether a bare noun follows at once on a counted one."""
    last = max(t.index for t in _all_below(sentence, counted))
    numbers = any(t.upos == "NUM" for t in _all_below(sentence, counted))
    bare = not _below(sentence, noun, "det", "case", "amod", "nummod")
    return numbers and bare and noun.upos == "NOUN" and noun.index == last + 1


def _with_infinitives(sentence: Sentence, language: str) -> Sentence:
    """The sentence with infinitives on the clause right before them ("als er sich weigerte, | zu gehen")."""
    table = position_verbs(language)
    for verb in sentence.tokens:
        above = sentence.parent(verb)
        if verb.relation != "xcomp" or verb.feats.get("VerbForm") != "Inf" or above is None:
            continue
        first = min(t.index for t in _all_below(sentence, verb) if t.upos != "PUNCT")
        clauses = [c for c in sentence.children(above) if c.relation in ("advcl", "ccomp") and c.index < first]
        if above.index > first or above.lemma.lower() in table or not clauses or first < 2:
            continue
        clause = clauses[-1]
        last = max(t.index for t in _all_below(sentence, clause) if t.upos != "PUNCT")
        if last == first - 2 and sentence.tokens[first - 1].form == "," and clause.lemma.lower() in table:
            tokens = list(sentence.tokens)
            tokens[verb.index] = msgspec.structs.replace(verb, head=clause.index)
            return make_sentence(sentence.index, tuple(tokens))
    return sentence


def _parted(sentence: Sentence, language: str) -> Sentence:
    """The sentence with a position under an adposition that is that of the name before it."""
    nouns, light = position_nouns(language), load_position_words(language).light
    for noun in sentence.tokens:
        verb = sentence.parent(noun)
        if noun.lemma.lower() not in nouns or verb is None or verb.lemma.lower() not in light:
            continue
        cases = _below(sentence, noun, "case")
        names = [c for c in _below(sentence, noun, "nmod") if c.entity.startswith("B-") and c.index == noun.index - 1]
        if noun.relation != "obl" or len(cases) != 1 or len(names) != 1 or cases[0].index != names[0].index - 1:
            continue
        if _below(sentence, noun, "det", "amod"):
            continue
        tokens = list(sentence.tokens)
        tokens[noun.index] = msgspec.structs.replace(noun, deprel="obj")
        tokens[names[0].index] = msgspec.structs.replace(names[0], head=verb.index, deprel="obl")
        tokens[cases[0].index] = msgspec.structs.replace(cases[0], head=names[0].index)
        return make_sentence(sentence.index, tuple(tokens))
    return sentence


def _below(sentence: Sentence, token: Token, *relations: str) -> list[Token]:
    return [c for c in sentence.children(token) if c.relation in relations]


def _all_below(sentence: Sentence, head: Token) -> list[Token]:
    found = [head]
    for token in found:
        found.extend(sentence.children(token))
    return found
